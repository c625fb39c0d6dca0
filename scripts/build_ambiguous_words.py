"""Lists the words that the gazetteer knows as places and that English mostly uses for something else.

    python scripts/build_ambiguous_words.py ../shared/corpora src/hearsay/vocabulary/data/ambiguous_words.tsv

Counts come from openly licensed corpora: lower-case use from the sentences of UD EWT and GUM, name types from wikigold,
UNER and CrossNER. Only words and a class go into the list: `word` when it is written small, `person` when it is part
of a person's name more often than a place, `other` when it is capitalised for other reasons.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer

LEAST_SMALL = 2  # times: once may be a slip of the keyboard
LEAST_OTHER = 3
LARGE = 300_000  # people
TAGGED = (
    "wikigold/wikigold.conll.txt",
    "uner/en_ewt-ud-dev.iob2",
    "crossner-politics/train.txt",
    "crossner-politics/dev.txt",
)
KINDS = dict.fromkeys(("PER", "person", "politician"), "person") | dict.fromkeys(
    ("LOC", "location", "country"), "place"
)


def forms(corpora: Path) -> Iterator[tuple[str, str, bool]]:
    """Word form, universal tag and whether it opens its sentence, over the dependency treebanks."""
    for folder in ("ud-ewt", "gum"):
        for file in sorted((corpora / folder).rglob("*.conllu")):
            for line in file.read_text(encoding="utf-8").splitlines():
                fields = line.split("\t")
                if len(fields) == 10 and fields[0].isdigit():
                    yield fields[1], fields[3], fields[0] == "1"


def tagged(corpora: Path) -> Iterator[tuple[str, str]]:
    """Word form and kind of name (`person`, `place`, `other`) over the corpora with names."""
    for name in TAGGED:
        for line in (corpora / "ner" / name).read_text(encoding="utf-8").splitlines():
            fields = line.split()
            if not line.startswith("#") and len(fields) >= 2:
                form, tag = (fields[1], fields[2]) if name.startswith("uner") else (fields[0], fields[-1])
                yield form, KINDS.get(tag.partition("-")[2], "other")


def is_large(entry: Entry) -> bool:
    """True for what a report names without further ado: countries, first-level areas and large cities."""
    return entry.is_country or entry.is_admin1 or entry.is_capital or entry.population >= LARGE


def main() -> None:
    """Writes the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    gazetteer = shipped_gazetteer()
    small: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for form, tag, opens in forms(given.corpora):
        if form.islower() and tag != "PROPN":
            small[fold(form)] += 1
        elif form[:1].isupper() and not opens and tag != "PROPN":
            kinds.setdefault(fold(form), Counter())["other"] += 1
    for form, kind in tagged(given.corpora):
        if form[:1].isupper():
            kinds.setdefault(fold(form), Counter())[kind] += 1
    lines = []
    for word in sorted(set(small) | set(kinds)):
        entries = gazetteer.named(word) if word else ()
        if not entries:
            continue
        seen = kinds.get(word, Counter())
        if small[word] >= LEAST_SMALL and small[word] > seen["place"]:
            lines.append(f"{word}\tword")
        elif seen["person"] > seen["place"] and not any(is_large(e) for e in entries):
            lines.append(f"{word}\tperson")
        elif seen["other"] >= LEAST_OTHER and not seen["place"] and not any(is_large(e) for e in entries):
            lines.append(f"{word}\tother")
    head = (
        "# Words that are places of the gazetteer and mostly something else in English, counted from UD EWT, GUM,\n"
        "# wikigold, UNER and CrossNER. Only the words are kept, no text.\n# word\tclass\n"
    )
    given.target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{given.target}: {len(lines)} words")  # noqa: T201


if __name__ == "__main__":
    main()
