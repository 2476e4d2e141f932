"""Reads the citations of every briefing with parsers that know nothing of chancery, and prints what they say of each block.

    python read_citations.py PUBLIC
"""
import json
import sys
import warnings
from pathlib import Path

import bibtexparser
import rispy
from citeproc.source.json import CiteProcJSON

warnings.simplefilter("ignore")
said = {}
for folder in sorted((Path(sys.argv[1]) / "briefings").glob("**/cite")):
    library = bibtexparser.parse_string((folder / "citations.bib").read_text(encoding="utf-8"))
    assert not library.failed_blocks, library.failed_blocks
    with open(folder / "citations.ris", encoding="utf-8", newline="") as file:
        ris = rispy.load(file)
    raw = json.loads((folder / "citations.json").read_text(encoding="utf-8"))
    csl = CiteProcJSON(raw)
    entries = {}
    for entry in library.entries:
        fields = {field.key: field.value for field in entry.fields}
        entries.setdefault(entry.key, {})["bibtex"] = [fields["title"].strip("{}"), fields.get("url", ""), fields["note"]]
    for entry in ris:
        entries.setdefault(entry["id"], {})["ris"] = [entry["title"], (entry.get("urls") or [""])[0], entry["section"]]
    for key in csl:
        item = csl[key]
        entries.setdefault(key, {})["csl"] = [str(item["title"]), str(item.get("URL", "")), str(item["section"])]
    said[folder.parent.name] = entries
print(json.dumps(said))
