"""A folder of corpora whose LongTail-GVA is a handful of fictional articles."""

from __future__ import annotations

import json
from pathlib import Path

from tests.links.prose import AGENCY_ONE, AGENCY_TWO, paragraphs
from tests.story.told import readings

from hearsay.evaluation.longtail import FILE

ONE, TWO = ("\n".join(paragraphs(text)) for text in (AGENCY_ONE, AGENCY_TWO))
TOLD = [reading.document.text.partition("\n")[2] for reading in readings()]
PAIRS = (
    (ONE, TWO),
    (TOLD[3] + TOLD[8], TOLD[4] + TOLD[9]),
    (TOLD[5] + TOLD[7], TOLD[6] + TOLD[10]),
    (TOLD[0], TOLD[2]),
)
INCIDENTS = tuple((first.replace("13", str(n)), second) for n in (13, 14) for first, second in PAIRS)


def corpora(root: Path) -> Path:
    """Writes the file and gives the folder of the corpora."""
    path = root.joinpath(*FILE)
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8") as file:
        for number, texts in enumerate(INCIDENTS):
            found = [
                {"id": f"{number}-{n}", "title": "Blast", "published": "2031-05-06", "text": text}
                for n, text in enumerate(texts)
            ]
            file.write(json.dumps({"id": str(number), "date": "May 6, 2031", "articles": found}) + "\n")
    return root
