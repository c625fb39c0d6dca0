"""MEANTIME (Wikinews, CC BY 4.0): how certain its events are, and which mentions are of one event or one entity.

Certainty, polarity and time become a level as Stanovsky et al. (2017) did it: certain and past or present 3, negated
-3, uncertain or future between. Trained on the topics Airbus and Apple; General Motors is for development.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path

from hearsay.training.examples import Example, Label, Passage

_TOPICS = {"train": ("corpus_airbus", "corpus_apple"), "dev": ("corpus_gm",)}
_CERTAINTY = {"CERTAIN": 3.0, "PROBABLE": 2.0, "POSSIBLE": 1.0}


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """The articles of `train` or `dev`; layers factuality, incident (events of any kind) and entity."""
    for topic in _TOPICS[split]:
        for path in sorted((corpora / "meantime" / "intra-doc_annotation" / topic).glob("*.xml")):
            yield Passage(source=f"meantime/{path.stem}", examples=tuple(_examples(path)))


def _examples(path: Path) -> Iterator[Example]:
    # The corpus is a file of the user's own; nothing from the network is parsed here.
    root = ElementTree.parse(path).getroot()  # noqa: S314
    tokens = root.findall("token")
    place = {token.get("t_id", ""): index for index, token in enumerate(tokens)}
    layers: dict[str, list[Label]] = {name: [None] * len(tokens) for name in ("factuality", "incident", "entity")}
    things = _things(root)
    for mention in root.iter():
        anchors = [place[anchor.get("t_id", "")] for anchor in mention.findall("token_anchor")]
        thing = things.get(mention.get("m_id", ""))
        if mention.tag == "EVENT_MENTION" and anchors:
            layers["factuality"][anchors[0]] = _level(mention.attrib)
            if thing:
                layers["incident"][anchors[0]] = thing
        elif mention.tag == "ENTITY_MENTION" and anchors and thing:
            head = mention.get("head", "")
            named = [index for index in anchors if tokens[index].text == head.split(" ")[-1]] if head else []
            layers["entity"][(named or anchors)[-1]] = thing
    numbers = sorted({int(token.get("sentence", "0")) for token in tokens})
    for number in numbers:
        own = [index for index, token in enumerate(tokens) if token.get("sentence") == str(number)]
        words = tuple((tokens[index].text or "").strip() or "_" for index in own)
        yield Example(words=words, layers={name: [labels[i] for i in own] for name, labels in layers.items()})


def _things(root: ElementTree.Element) -> Mapping[str, str]:
    """What each mention refers to, by the mention's id."""
    found = {}
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        if target is not None:
            found.update({source.get("m_id", ""): target.get("m_id", "") for source in link.findall("source")})
    return found


def _level(event: Mapping[str, str]) -> Label:
    certainty = _CERTAINTY.get(event.get("certainty", ""))
    polarity = event.get("polarity")
    if certainty is None or polarity not in ("POS", "NEG") or event.get("special_cases") not in ("NONE", "", None):
        return None
    if event.get("time") == "FUTURE":
        return 0.0
    return certainty if polarity == "POS" else -certainty
