"""Rows in the form of the Global Terrorism Database (135 columns), for coders who check and complete them.

What no report can say is left empty: whether the incident meets GTD's criteria (crit1-3), property, ransom. Who is only
accused, suspected or credited has `guncertain` 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hearsay.exports import coding
from hearsay.exports.base import Fault, LeftOut, Material, Row, Written
from hearsay.exports.coding import Doer
from hearsay.exports.gtd_check import check_row
from hearsay.exports.tables import check_coded, write_coded
from hearsay.exports.wording import all_dropped, disputes, responsibility, summary
from hearsay.records.belief import Belief, ClaimStatus, Voice
from hearsay.records.incident import CountEffect
from hearsay.records.place import PlacePrecision
from hearsay.vocabulary.codebooks.codes import columns, gtd_labels
from hearsay.vocabulary.kinds import kinds
from hearsay.vocabulary.nouns import target_kinds, weapon_class

GROUPS = 3  # perpetrators that a row holds
SOURCES = 3
_UNKNOWN_WEAPON, _UNKNOWN_TARGET, _UNKNOWN_CLAIM = 13, 20, 10
_SPECIFICITY = {PlacePrecision.ADMIN2: 3, PlacePrecision.ADMIN1: 4}
_HOSTAGES = frozenset({"kidnapping", "hostage taking", "hijacking"})
_WEAPON_OF_KIND = {
    "bombing": (6, 16),
    "explosion": (6, 16),
    "suicide bombing": (6, 16),
    "shelling": (6, 11),
    "air strike": (6, 11),
    "drone strike": (6, 11),
    "chemical attack": (2, None),
    "shooting": (5, 5),
    "arson": (8, 18),
}
_CLAIM_MODES = (
    (("telephone", "phone", "call"), 2),
    (("e-mail", "email"), 4),
    (("letter", "leaflet", "fax"), 1),
    (("video",), 6),
    (("website", "web site", "internet", "online", "telegram", "twitter", "facebook", "posted", "blog", "social"), 7),
    (("note",), 5),
    (("statement", "radio", "communique", "communiqué", "press", "audio", "newspaper"), 9),
)


class Gtd:
    """A table in the form of the Global Terrorism Database: its 135 columns, as CSV."""

    name = "gtd"
    suffix = ".csv"

    def write(self, material: Material, path: Path) -> Written:
        return write_coded(path, columns("gtd"), map(code, material.beliefs()), numbered)

    def check(self, path: Path) -> Iterator[Fault]:
        return check_coded(path, columns("gtd"), check_row)


def numbered(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Rows with their eventid: the date and a serial number within it, by case."""
    serials: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row.order):
        day = row.order[0]
        serials[day] = serials.get(day, 0) + 1
        identity = f"{day}{serials[day]:04}"
        yield (
            identity,
            Row(
                case=row.case,
                order=row.order,
                cells={"eventid": identity, **row.cells},
                voices=row.voices,
                why=row.why,
                dropped=row.dropped,
            ),
        )


def code(belief: Belief) -> Row | LeftOut:
    """One case as a row."""
    when, kind = coding.days(belief), kinds().get(coding.text_of(belief, "kind") or "")
    if when is None:
        return LeftOut(case=belief.case.id, reason="no year is known")
    if kind is None or kind.gtd is None:
        return LeftOut(case=belief.case.id, reason=f"GTD has no attack type for {coding.text_of(belief, 'kind')!r}")
    date = _date(belief)
    doers = coding.doers(belief)
    cells = {
        **date,
        **_place(belief),
        **_attack(belief, kind.gtd),
        **_target(belief),
        **_perpetrators(belief, doers),
        **_weapon(belief, kind.name),
        **_casualties(belief),
        **_texts(belief),
    }
    counts = {"nkill": CountEffect.KILLED, "nwound": CountEffect.WOUNDED, "nkillter": CountEffect.ATTACKERS_KILLED}
    fields = {"iyear": "time", "city": "place", "attacktype1": "kind", "target1": "target", "weapdetail": "weapon"}
    voices = {column: coding.voices(belief.count(effect)) for column, effect in counts.items()}
    voices |= {column: coding.voices(belief.field(field)) for column, field in fields.items()}
    voices |= _named_by(doers)
    why = {column: count.why for column, effect in counts.items() if (count := belief.count(effect))}
    return Row(
        case=belief.case.id,
        order=(f"{when.first.year:04}{int(date['imonth']):02}{int(date['iday']):02}", belief.case.id),
        cells={column: cell for column, cell in cells.items() if cell},
        voices=voices,
        why=why,
        dropped=all_dropped(belief, _more_groups(doers)),
    )


def _date(belief: Belief) -> dict[str, str]:
    when = coding.days(belief)
    if when is None:
        return {}
    month = str(when.first.month) if (when.first.year, when.first.month) == (when.last.year, when.last.month) else "0"
    return {
        "iyear": str(when.first.year),
        "imonth": month,
        "iday": str(when.first.day) if when.spread == 1 else "0",
        "approxdate": "" if when.spread == 1 else when.text,
        "extended": "0",
    }


def _place(belief: Belief) -> dict[str, str]:
    place, codes = coding.where(belief), coding.codes(belief)
    cells = {"specificity": "5", "vicinity": "-9"}
    if codes and codes.gtd is not None:
        cells |= {"country": str(codes.gtd), "country_txt": codes.gtd_name or ""}
        cells |= {"region": str(codes.gtd_region), "region_txt": gtd_labels("region")[codes.gtd_region or 0]}
    if place is None:
        return cells
    point = coding.has_point(place)
    is_town, exact = place.precision is PlacePrecision.CITY, coding.spot(belief)
    cells |= {"provstate": place.admin1 or "", "city": place.name if is_town else "Unknown"}
    if point and place.precision is not PlacePrecision.COUNTRY:
        cells |= {"latitude": f"{place.latitude:.6f}", "longitude": f"{place.longitude:.6f}"}
        cells["specificity"] = str(1 if coding.in_town(place) else _SPECIFICITY.get(place.precision, 5))
    if coding.in_town(place):
        cells["vicinity"] = "0"
    if exact and exact.precision in (PlacePrecision.SITE, PlacePrecision.REGION):
        cells["location"] = exact.name
    return cells


def _attack(belief: Belief, attack: int) -> dict[str, str]:
    hurt = any(coding.number(belief, effect) for effect in (CountEffect.KILLED, CountEffect.WOUNDED))
    kind = coding.text_of(belief, "kind")
    weapon = coding.kind_of(belief, "weapon") or ""
    return {
        "doubtterr": "-9",
        "multiple": "0",
        "success": "1" if hurt or attack == 3 else "",
        "suicide": "1" if kind == "suicide bombing" or "suicide" in weapon else "0",
        "attacktype1": str(attack),
        "attacktype1_txt": gtd_labels("attacktype")[attack],
        "property": "-9",
        "ishostkid": "1" if kind in _HOSTAGES else "0",
        **({"nhostkid": "-99", "nhours": "-99", "ndays": "-99"} if kind in _HOSTAGES else {}),
        **({"ransom": "-9", "hostkidoutcome": "7", "hostkidoutcome_txt": "Unknown"} if kind in _HOSTAGES else {}),
    }


def _target(belief: Belief) -> dict[str, str]:
    kind = coding.kind_of(belief, "target")
    number = target_kinds()[kind].gtd_type if kind in target_kinds() and kind else _UNKNOWN_TARGET
    return {
        "targtype1": str(number),
        "targtype1_txt": gtd_labels("targtype")[number],
        "target1": coding.text_of(belief, "target") or "Unknown",
    }


def _perpetrators(belief: Belief, doers: list[Doer]) -> dict[str, str]:
    cells = {"gname": "Unknown", "individual": "0", "nperps": "-99", "nperpcap": "-99", "claimed": "0"}
    for place, doer in enumerate(doers[:GROUPS], start=1):
        suffix = "" if place == 1 else str(place)
        claimed = doer.claimed is not None
        cells[f"gname{suffix}"] = doer.name
        cells[f"guncertain{place}"] = "0" if doer.asserted and doer.denied is None else "1"
        cells["claimed" if place == 1 else f"claim{place}"] = "1" if claimed else "0"
        if doer.claimed:
            mode = _claim_mode(doer.claimed.voices)
            cells[f"claimmode{suffix}"] = str(mode)
            cells[f"claimmode{suffix}_txt"] = gtd_labels("claimmode")[mode]
    if sum(doer.claimed is not None for doer in doers) > 1:
        cells["compclaim"] = "1" if belief.claims is ClaimStatus.COMPETING else "0"
    return cells


def _claim_mode(voices: tuple[Voice, ...]) -> int:
    for voice in voices:
        channel = (voice.channel or "").casefold()
        for words, mode in _CLAIM_MODES:
            if any(word in channel for word in words):
                return mode
    return _UNKNOWN_CLAIM


def _named_by(doers: list[Doer]) -> Mapping[str, tuple[Voice, ...]]:
    suffixes = ("", "2", "3")
    return {f"gname{suffix}": doer.word.voices for suffix, doer in zip(suffixes, doers, strict=False)}


def _more_groups(doers: list[Doer]) -> list[str]:
    return [f"{doer.name} is named too ({doer.word.stance.value})." for doer in doers[GROUPS:]]


def _weapon(belief: Belief, kind: str) -> dict[str, str]:
    words = coding.text_of(belief, "weapon")
    known = weapon_class(words) if words else None
    number, sub = (known.gtd_type, known.gtd_subtype) if known else _WEAPON_OF_KIND.get(kind, (_UNKNOWN_WEAPON, None))
    labels = gtd_labels("weapsubtype")
    return {
        "weaptype1": str(number),
        "weaptype1_txt": gtd_labels("weaptype")[number],
        "weapsubtype1": str(sub) if sub in labels else "",
        "weapsubtype1_txt": labels.get(sub or 0, ""),
        "weapdetail": words or "",
    }


def _casualties(belief: Belief) -> dict[str, str]:
    """GTD counts attackers among the dead: where a report counts them apart, they are added only if it says so."""
    cells = {}
    for column, effect in (
        ("nkill", CountEffect.KILLED),
        ("nwound", CountEffect.WOUNDED),
        ("nkillter", CountEffect.ATTACKERS_KILLED),
    ):
        figure = coding.number(belief, effect)
        cells[column] = "" if figure is None else str(figure)
    if cells["nkillter"] and cells["nkill"]:
        cells["nkill"] = str(max(int(cells["nkill"]), int(cells["nkillter"])))
    return cells


def _texts(belief: Belief) -> dict[str, str]:
    sources = coding.stories(belief)
    cited = {f"scite{n}": coding.citation(source) for n, source in enumerate(sources[:SOURCES], start=1)}
    return {
        "summary": summary(belief),
        "addnotes": " ".join([*disputes(belief), *responsibility(belief)]),
        **cited,
        "dbsource": "hearsay",
        "INT_LOG": "-9",
        "INT_IDEO": "-9",
        "INT_MISC": "-9",
        "INT_ANY": "-9",
    }
