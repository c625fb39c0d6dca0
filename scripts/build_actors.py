"""Builds `src/hearsay/vocabulary/data/actors.tsv`, the actor registry, from its sources.

    python scripts/build_actors.py --ucdp ucdp-actor-221.csv

Sources: the tables in `scripts/actors/` (this package's own statements of fact, with references), and the UCDP Actor
Dataset (Uppsala Conflict Data Program, CC BY 4.0, https://ucdp.uu.se/downloads/), of which names, short names and
locations are taken over. A UCDP actor whose name or short name and country are those of an own row is joined with it.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from anyascii import anyascii

from hearsay.vocabulary.actors.rows import FIELDS, plain_name
from hearsay.vocabulary.actors.spelling import is_acronym, key_of
from hearsay.vocabulary.countries import countries_of, country_of

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "scripts" / "actors"
OUT = ROOT / "src" / "hearsay" / "vocabulary" / "data" / "actors.tsv"
UCDP_ORGANISED = "1"  # column Org: formally organised groups; the rest are governments, communities and informal groups
UCDP_WORDS = {"Spanish"}  # a word that every report has
UCDP_PLACES = {"Congo": "CG"}  # the other one is written "DR Congo (Zaire)"
UCDP_SAME = {
    "5928": "Jamaat-ul-Ahrar",
    "826": "Abu Nidal Organization",
    "221": "Viet Cong",
}  # actor id: own row, where names alone leave a choice
SEEN_AS = {"IL": "PS", "YD": "YE", "RU": "UA", "MA": "EH", "RS": "HR", "ES": "MA", "FR": "DZ", "IQ": "IR", "CD": "BI"}
"""Countries in which UCDP places actors that have their home in another."""
GENERIC = frozenset(
    """rebels militants guerrillas fighters militia militias militiamen gunmen group gang movement insurgents
    separatists forces faction terrorists organization organisation""".split()
)
UCDP_NONE = {"", "n/a", "na", "unknown", "-"}
ORDINARY = frozenset(
    """royalists tibet neutralists istiqlal rastas sweeper resistance outlaws spiders nation maidan elements spanish
    cobras ninjas greenlanders jama'at union family sentinel""".split()
)
TOO_GENERAL = re.compile(
    r"^(supporters|forces|military faction|faction|followers|residents|inhabitants) |^(opposition|rebels|serbs)$", re.I
)
REFERENCES = {
    "F": "US foreign terrorist organizations",
    "K": "UK proscribed organisations",
    "N": "UN Security Council lists",
    "I": "India UAPA schedule",
    "P": "Pakistan proscribed organisations",
    "M": "MUC-4 keys",
    "C": "CAIN",
    "W": "Wikipedia",
    "O": "official site",
}


@dataclass
class Draft:
    """A row in the making."""

    name: str
    kind: str
    countries: list[str]
    aliases: list[str] = field(default_factory=list)
    parent: str = ""
    relation: str = ""
    first: str = ""
    last: str = ""
    source: list[str] = field(default_factory=list)
    id: str = ""

    def all_keys(self) -> set[str]:
        """The look-up keys of all names that are no short forms."""
        names = [plain_name(self.name), *self.aliases]
        return {key_of(name) for name in names if not name.startswith("?")}


def slug(name: str) -> str:
    """A name as an id: ASCII, lower case, words parted by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’`]", "", anyascii(name)).lower()).strip("-")


def own_drafts(path: Path) -> Iterator[Draft]:
    """The rows of one of the own tables, whose head says the format."""
    kind = "armed group"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("["):
            kind = line.strip("[] ")
        if not line or line[0] in "#[":
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 6:
            raise SystemExit(f"{path.name}, line {number}: six cells are needed, got {len(cells)}: {line!r}")
        name, countries, years, parent, aliases, references = cells
        relation, _, parent_name = parent.partition(":")
        first, dash, last = years.partition("-")
        yield Draft(
            name=name,
            kind=kind,
            countries=_several(countries),
            aliases=_telling(_unique(_several(aliases), name), name),
            parent=parent_name.strip(),
            relation=relation.strip(),
            first=first.strip(),
            last=last.strip() if dash else first.strip(),
            source=["own: " + ", ".join(REFERENCES[code] for code in references.split())],
        )


def ucdp_drafts(path: Path) -> Iterator[Draft]:
    """Organised non-state actors of a UCDP Actor Dataset file (22.1 or later)."""
    with path.open(encoding="utf-8-sig", newline="") as opened:
        for row in csv.DictReader(opened):
            if row["Org"] != UCDP_ORGANISED or TOO_GENERAL.search(row["NameData"].strip()):
                continue
            if country_of(re.sub(r"^(Republic|State|Kingdom) of ", "", row["NameData"].strip())):
                continue  # states on their way to recognition, which the press names as countries
            names = [_clean(row[column]) for column in ("NewNameFullEng", "NameOrigFullEng")]
            short = [_clean(row[column]) for column in ("NewName", "NameData", "NameOrig")]
            foreign = [_clean(row[column]) for column in ("NewNameFullMotherTongue", "NameOrigFull")]
            listed = _unique([name for name in (*names, *foreign, *short) if name and name not in UCDP_WORDS], "")
            full = next((name for name in listed if not is_acronym(name)), listed[0])
            if _weakened(full).startswith("?"):
                continue  # known by an ordinary word alone: no report could be read for it
            yield Draft(
                name=full,
                kind="armed group",
                countries=_ucdp_countries(row["Location"]),
                aliases=[_weakened(name) for name in listed if name != full],
                source=[f"UCDP Actor Dataset {row['Version']}, actor {row['ActorId']} (CC BY 4.0)"],
            )


def _clean(name: str) -> str:
    tidy = re.sub(r"\s+", " ", name).strip(" ,")
    return "" if tidy.casefold() in UCDP_NONE else tidy.replace(";", ",")


def _weakened(name: str) -> str:
    """Single words that are also ordinary ones ("Elements", "The Nation") count as short forms only."""
    words = re.sub(r"^The ", "", name).split()
    return "?" + name if len(words) == 1 and words[0].casefold() in ORDINARY else name


def _ucdp_countries(location: str) -> list[str]:
    parts = [part.strip() for part in re.sub(r"\s*\([^)]*\)", "", location).split(",")]
    codes = [UCDP_PLACES.get(part) or next(iter(countries_of(part)), None) for part in parts if part]
    return [code for code in dict.fromkeys(codes) if code]


def _several(text: str) -> list[str]:
    return [value.strip() for value in text.split(";") if value.strip()]


def _telling(aliases: list[str], name: str) -> list[str]:
    """Aliases without those that only add a common noun to another name ("Farc rebels")."""
    known = {key_of(alias) for alias in (name, *aliases) if not alias.startswith("?")}
    kept = []
    for alias in aliases:
        head, _, tail = alias.lstrip("?").rpartition(" ")
        if not (tail.casefold() in GENERIC and key_of(head) in known):
            kept.append(alias)
    return kept


def _unique(names: Iterable[str], taken: str) -> list[str]:
    return [name for name in dict.fromkeys(names) if name != taken]


def join(own: list[Draft], ucdp: Iterable[Draft]) -> list[Draft]:
    """Own rows with what UCDP adds to them, then the UCDP rows that are in none of them."""
    by_key: dict[str, list[Draft]] = defaultdict(list)
    for draft in own:
        for key in draft.all_keys():
            by_key[key].append(draft)
    rest: list[Draft] = []
    by_name = {draft.name: draft for draft in own}
    for draft in ucdp:
        number = draft.source[0].partition("actor ")[2].split()[0]
        same = by_name.get(UCDP_SAME.get(number, "")) or _same(draft, by_key)
        if same is None:
            rest.append(draft)
            for key in draft.all_keys():
                by_key[key].append(draft)
        else:
            same.source += draft.source
            known = same.all_keys()
            new = [n for n in (draft.name, *draft.aliases) if key_of(n) not in known and not _namesake(n, by_key, same)]
            same.aliases += [_weakened(name) for name in new]
    return own + rest


def _same(draft: Draft, by_key: dict[str, list[Draft]]) -> Draft | None:
    votes: dict[int, tuple[float, Draft]] = {}
    places = {*draft.countries, *(SEEN_AS[code] for code in draft.countries if code in SEEN_AS)}
    for key in draft.all_keys():
        for other in by_key.get(key, ()):
            near = bool(set(other.countries) & places) or not draft.countries
            telling = len(key.split()) >= 4 and len(by_key[key]) == 1
            if near or telling:
                weight = 1.0 if len(key) <= 5 else 2.0
                main = 1.5 if key_of(plain_name(other.name)) == key else 0.0
                votes[id(other)] = (votes.get(id(other), (0.0, other))[0] + weight + main, other)
    best = sorted(votes.values(), key=lambda vote: -vote[0])
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _namesake(name: str, by_key: dict[str, list[Draft]], same: Draft) -> bool:
    return any(other is not same for other in by_key.get(key_of(name), ()))


def give_ids(drafts: list[Draft]) -> None:
    """Ids from names; from name and country where two rows share a name; parents from names to ids."""
    count: dict[str, int] = defaultdict(int)
    for draft in drafts:
        count[slug(draft.name)] += 1
    taken: set[str] = set()
    for draft in drafts:
        base = slug(draft.name)
        if count[base] > 1 and draft.countries:
            base += "-" + draft.countries[0].lower()
        unique, number = base, 2
        while unique in taken:
            unique, number = f"{base}-{number}", number + 1
        draft.id = unique
        taken.add(unique)
    ids = {draft.name: draft.id for draft in reversed(drafts)}
    for draft in drafts:
        if draft.parent:
            if draft.parent not in ids:
                raise SystemExit(f"{draft.name!r} has the parent {draft.parent!r}, which is no row")
            draft.parent = ids[draft.parent]


def write(drafts: Iterable[Draft], path: Path) -> None:
    """The table, one row a line, "-" for empty, several values parted by ";"."""
    head = [
        '# The actor registry, built by scripts/build_actors.py. "-" is empty; several values are parted by ";".',
        "# Names, short names and locations marked UCDP: UCDP Actor Dataset, Uppsala Conflict Data Program, CC BY 4.0",
        "# (Davies, Pettersson and Öberg 2022; ucdp.uu.se). Rows marked own are compiled for this package from general",
        "# knowledge; the lists and works that they name are where the facts can be checked.",
        "# " + "\t".join(FIELDS[:-1]),
    ]
    lines = ["\t".join(value or "-" for value in _cells(draft)) for draft in drafts]
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def _cells(draft: Draft) -> list[str]:
    return [
        draft.id, draft.name, draft.kind, ";".join(draft.countries), ";".join(draft.aliases), draft.parent,
        draft.relation, draft.first, draft.last, ";".join(draft.source),
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ucdp", type=Path, required=True, help="the UCDP Actor Dataset as CSV")
    parser.add_argument("--out", type=Path, default=OUT, help="the table to write")
    options = parser.parse_args()
    own = [draft for path in sorted(OWN.glob("*.txt")) for draft in own_drafts(path)]
    drafts = join(own, ucdp_drafts(options.ucdp))
    give_ids(drafts)
    write(drafts, options.out)
    sys.stdout.write(f"{len(own)} own rows, {len(drafts)} in all -> {options.out}\n")


if __name__ == "__main__":
    main()
