"""Writes the names of states in other languages, from CLDR by way of the Python package Babel.

    pip download babel --no-deps   (BSD; its data is Unicode's CLDR, Unicode licence)
    python3 tools/state_names.py UNPACKED_BABEL

Writes src/language/LANGUAGE/state_names.txt for each language of LANGUAGES: code and names of the states of src/actors/gazetteer/states.txt,
parted by `|` and `;`. What CLDR sets in brackets (`Myanmar (Birmanie)`) is a name too.
"""

import pathlib
import re
import sys

LANGUAGES = ("ar", "de", "es", "fr", "ru", "tr")
HERE = pathlib.Path(__file__).resolve().parent.parent / "src"


def names(text):
    """The names in one of CLDR's, without its marks of apposition."""
    match = re.fullmatch(r"(.+?) \((.+)\)", text)
    return [part.strip() for part in (match.groups() if match else (text,))]


def main():
    sys.path.insert(0, sys.argv[1])
    import babel

    lines = (HERE / "actors" / "gazetteer" / "states.txt").read_text().splitlines()
    codes = sorted({line.split("|")[0] for line in lines if re.match(r"[A-Z]{2}\|", line)})
    for language in LANGUAGES:
        territories = babel.Locale(language).territories
        rows = [f"{code}|{';'.join(names(territories[code]))}" for code in codes if code in territories]
        folder = HERE / "language" / language
        folder.mkdir(exist_ok=True)
        head = f"# ISO 3166 code | names. Written by tools/state_names.py from CLDR {babel.core.get_cldr_version() if hasattr(babel.core, 'get_cldr_version') else ''}".rstrip()
        (folder / "state_names.txt").write_text(f"{head}; see src/language/LICENCES.md.\n" + "\n".join(rows) + "\n")


main()
