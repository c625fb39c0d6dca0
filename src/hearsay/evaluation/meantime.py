"""Who says what in business news: MEANTIME (Wikinews, CC BY 4.0), its links from a reporting event to what is reported.

Such a link (SLINK) joins a word of saying or thinking to the event that is said or thought of; the speaker is the ARG0
of the first. Only the head of what is reported is marked, so a link is found where our content covers it. Only the
sentences with annotated events are scored: the others of an article were not read by the annotators.

How certain MEANTIME's events are is scored by the yardstick of `factuality`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts, Measure, Result, needed, only_dev, plain_document, row, share
from hearsay.records.analysis import Analysis
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.statements.attribution import attributions
from hearsay.statements.wording import Wording, wording

_TOPIC = "corpus_gm"
_TIGHT_BEFORE = frozenset(".,;:!?)]}%'’”") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''"}
_TIGHT_BEHIND = frozenset("([{$“‘") | {"``"}
MEASURES = (
    Measure(name="P", of=share("right", "given")),
    Measure(name="R", of=share("found", "links")),
    Measure(name="F1", of=lambda counts: _f1(share("right", "given")(counts), share("found", "links")(counts))),
    Measure(name="cue R", of=share("cues", "links")),
    Measure(name="speaker, of links found", of=share("spoken", "spoken", "misheard")),
    Measure(name="speaker, of all", of=share("spoken", "speakers")),
)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reporting event, the event it reports, and whose it is; `speaker` is empty where no ARG0 is annotated."""

    cue: tuple[Span, ...]
    reported: tuple[Span, ...]
    speaker: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An article with its links; `events` are all annotated events, and `read` the sentences that have any."""

    document: Document
    links: tuple[Link, ...]
    events: tuple[Span, ...]
    read: tuple[Span, ...]


def meantime(corpora: Path | None, split: str) -> Result:
    """The yardstick, on the topic General Motors."""
    only_dev("meantime", split)
    folder = needed(corpora, "meantime", "intra-doc_annotation", _TOPIC)
    articles = sorted(folder.glob("*.xml"))
    if not articles:
        raise UsageError(f"{str(folder)!r} holds no article of MEANTIME")
    analyser = ReportAnalyser()
    counts = [counted(read, analyser.analyse(read.document)) for read in map(read_article, articles)]
    return Result(
        title="Who says what: MEANTIME, from reporting event to reported",
        items="links",
        measures=tuple(measure.name for measure in MEASURES),
        rows=(row("MEANTIME, General Motors", counts, MEASURES, "links"),),
        notes=(
            "R: links whose reporting event is a cue of ours and whose reported event lies in its content; cue R: "
            "the first alone. P: of our attributions whose content has an annotated event, those that are such a link.",
            "speaker: our source shares a token with the annotated ARG0, of the links that have one.",
            "No figure on these links alone is known to us. How certain its events are: the yardstick factuality.",
        ),
        root=folder.parents[2],
        files=tuple(articles),
    )


def read_article(path: Path) -> Linked:
    """An article with its links."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a corpus of the user's own
    text, places, sentences = _text(root)
    marked: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for mention in root.iter():
        if mention.tag in ("EVENT_MENTION", "ENTITY_MENTION") and mention.find("token_anchor") is not None:
            name = mention.get("m_id", "")
            marked[name] = tuple(places[one.get("t_id", "")] for one in mention.findall("token_anchor"))
            events += [name] if mention.tag == "EVENT_MENTION" else []
    speakers = {
        _end(role, "source"): marked.get(_end(role, "target"), ())
        for role in root.iter("HAS_PARTICIPANT")
        if role.get("sem_role") == "Arg0"
    }
    links = [(_end(link, "source"), _end(link, "target")) for link in root.iter("SLINK")]
    return Linked(
        document=plain_document(path.stem, text),
        links=tuple(
            Link(cue=marked[cue], reported=marked[said], speaker=speakers.get(cue, ()))
            for cue, said in links
            if cue in marked and said in marked
        ),
        events=tuple(marked[name][0] for name in events),
        read=tuple(span for span in sentences if any(span.contains(marked[name][0]) for name in events)),
    )


def _end(link: ElementTree.Element, which: str) -> str:
    found = link.find(which)
    return "" if found is None else found.get("m_id", "")


def _text(root: ElementTree.Element) -> tuple[str, dict[str, Span], list[Span]]:
    """The article's text, where its tokens are by their ids, and its sentences."""
    text, places = "", dict[str, Span]()
    firsts: dict[str, int] = {}
    before = ""
    for token in root.findall("token"):
        word, sentence = (token.text or "").strip() or "_", token.get("sentence", "0")
        if text:
            text += _between(before, word, new=sentence not in firsts, headline=sentence == "1")
        firsts.setdefault(sentence, len(text))
        places[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text, before = text + word, word
    starts = [*firsts.values(), len(text)]
    return text, places, [Span(*ends) for ends in pairwise(starts)]


def _between(before: str, word: str, *, new: bool, headline: bool) -> str:
    if new:
        return "\n\n" if headline else " "
    return "" if word in _TIGHT_BEFORE or before in _TIGHT_BEHIND else " "


def counted(linked: Linked, analysis: Analysis) -> Counts:
    """The counts of one article."""
    tree = Tree(analysis.tokens)
    ours = [
        wording(tree, one)
        for one in attributions(analysis)
        if one.cue_token is not None and _inside(analysis, [one.cue_token], linked.read)
    ]
    given = [one for one in ours if _inside(analysis, one.content, linked.events)]
    counts = dict.fromkeys(("right", "found", "cues", "spoken", "misheard"), 0.0)
    for link in linked.links:
        cued = [one for one in ours if _inside(analysis, one.cue, link.cue)]
        found = [one for one in cued if _inside(analysis, one.content, link.reported)]
        counts["cues"] += bool(cued)
        counts["found"] += bool(found)
        if found and link.speaker:
            heard = any(_inside(analysis, one.source, link.speaker) for one in found)
            counts["spoken" if heard else "misheard"] += 1
    counts["right"] += sum(_is_link(analysis, one, linked.links) for one in given)
    spoken = sum(bool(link.speaker) for link in linked.links)
    return counts | {"given": float(len(given)), "links": float(len(linked.links)), "speakers": float(spoken)}


def _is_link(analysis: Analysis, ours: Wording, links: Sequence[Link]) -> bool:
    return any(
        _inside(analysis, ours.cue, link.cue) and _inside(analysis, ours.content, link.reported) for link in links
    )


def _inside(analysis: Analysis, tokens: Sequence[int] | frozenset[int], spans: Sequence[Span]) -> bool:
    """Whether one of the tokens shares a character with one of the spans."""
    return any(analysis.tokens[at].span.overlaps(span) for at in tokens for span in spans)
