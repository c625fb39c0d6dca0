"""A key and answers of our own fiction, in the form of 1992."""

from __future__ import annotations

from hearsay.evaluation.muc4.templates import LABELS, SCORED, Fill, Slot, Template, parse_templates

KEY = """
0.  MESSAGE: ID                    OWN-MUC4-0001
1.  MESSAGE: TEMPLATE              1
;;; a remark
2.  INCIDENT: DATE                 - 12 JAN 90
3.  INCIDENT: LOCATION             (PERU: TARMA (CITY)) / (PERU: JUNIN (DEPARTMENT): TARMA (CITY))
4.  INCIDENT: TYPE                 BOMBING
5.  INCIDENT: STAGE OF EXECUTION   ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID        "CAR BOMB"
7.  INCIDENT: INSTRUMENT TYPE      VEHICLE BOMB: "CAR BOMB"
8.  PERP: INCIDENT CATEGORY        TERRORIST ACT
9.  PERP: INDIVIDUAL ID            "TWO MEN" / "MEN"
10. PERP: ORGANIZATION ID          "NORTHERN TIDE [NT]" / "NORTHERN TIDE" / "NT"
11. PERP: ORGANIZATION CONFIDENCE  SUSPECTED OR ACCUSED BY AUTHORITIES: "NORTHERN TIDE"
12. PHYS TGT: ID                   "\\"HARBOUR\\" HOTEL"
                                   ? "KIOSK"
13. PHYS TGT: TYPE                 COMMERCIAL: "\\"HARBOUR\\" HOTEL"
                                   ? COMMERCIAL: "KIOSK"
14. PHYS TGT: NUMBER               1: "\\"HARBOUR\\" HOTEL"
15. PHYS TGT: FOREIGN NATION       -
16. PHYS TGT: EFFECT OF INCIDENT   SOME DAMAGE / DESTROYED: "\\"HARBOUR\\" HOTEL"
17. PHYS TGT: TOTAL NUMBER         -
18. HUM TGT: NAME                  "MARA ONSLOW"
19. HUM TGT: DESCRIPTION           "HOTEL CLERK" / "CLERK": "MARA ONSLOW"
                                   "GUESTS"
20. HUM TGT: TYPE                  CIVILIAN: "MARA ONSLOW"
                                   CIVILIAN: "GUESTS"
21. HUM TGT: NUMBER                1: "MARA ONSLOW"
                                   6 -: "GUESTS"
22. HUM TGT: FOREIGN NATION        -
23. HUM TGT: EFFECT OF INCIDENT    DEATH: "MARA ONSLOW"
                                   NO INJURY OR DEATH: "GUESTS"
24. HUM TGT: TOTAL NUMBER          -

0.  MESSAGE: ID                    OWN-MUC4-0001
1.  MESSAGE: TEMPLATE              2 (OPTIONAL)
4.  INCIDENT: TYPE                 ATTACK
19. HUM TGT: DESCRIPTION           "PATROL"

0.  MESSAGE: ID                    OWN-MUC4-0002
1.  MESSAGE: TEMPLATE              *
2.  INCIDENT: DATE                 *
"""


def key() -> dict[str, tuple[Template, ...]]:
    return parse_templates(KEY, "key of our own")


def answer(number: str = "1", **fills: list[str]) -> Template:
    """An answer whose slots are named as `Slot` names them, each fill as it is written down."""
    lines = ["0.  MESSAGE: ID                    OWN-MUC4-0001", f"1.  MESSAGE: TEMPLATE              {number}"]
    for slot in SCORED:
        told = fills.get(slot.name, ["-"])
        lines += [f"{slot.value}.  {LABELS[slot]}     {told[0]}", *(f"     {one}" for one in told[1:])]
    return parse_templates("\n".join(lines), "answer of our own")["OWN-MUC4-0001"][0]


def of(template: Template, slot: Slot) -> Fill:
    """The one fill of a slot."""
    (fill,) = template.of(slot)
    return fill
