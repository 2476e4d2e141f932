"""Reads every feed below a folder as a stranger would: `python3 read.py FOLDER`. Needs `feedparser` and `jsonschema`.

Atom by feedparser, JSON Feed by its schema; both forms of a feed must tell the same. Prints what was read as JSON.
"""

import json
import sys
from pathlib import Path

import feedparser
import jsonschema

root = Path(sys.argv[1])
schema = json.loads((Path(__file__).parent / "json-feed.json").read_text())
read = {}
for path in sorted(root.rglob("feed.xml")):
    where = path.relative_to(root).as_posix()
    atom = feedparser.parse(path.read_bytes())
    assert not atom.bozo, f"{where}: {atom.bozo_exception}"
    assert atom.version == "atom10", f"{where}: {atom.version}"
    other = json.loads(path.with_suffix(".json").read_text())
    jsonschema.validate(other, schema)
    entries = [{"id": e.id, "url": e.link, "title": e.title, "text": (e.content[0].value if "content" in e else e.summary), "updated": e.updated} for e in atom.entries]
    items = [{"id": i["id"], "url": i["url"], "title": i["title"], "text": i["content_text"], "updated": i["date_modified"]} for i in other["items"]]
    squeezed = lambda all: [{k: " ".join(v.split()) for k, v in e.items()} for e in all]
    assert squeezed(entries) == squeezed(items), f"{where}: the two forms differ"
    assert atom.feed.title == other["title"], where
    ids = [e["id"] for e in entries]
    assert ids and len(set(ids)) == len(ids), f"{where}: an id stands twice, or there is no entry"
    assert atom.feed.updated == max(e["updated"] for e in entries), where
    assert [e["updated"] for e in entries if e["updated"].startswith("1970")] == [], where
    read[where] = {"id": atom.feed.id, "title": atom.feed.title, "entries": entries}
print(json.dumps(read, ensure_ascii=False))
