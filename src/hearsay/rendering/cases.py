"""A case as lines for people: what its reports agree on, where they differ, who says so, and which story each carries.

Voices are counted as origins, not as articles: what carriers of one story repeat is one line that names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.padding import Padding
from rich.text import Text

from hearsay.records.belief import (
    Belief,
    ClaimStatus,
    DissentKind,
    FieldBelief,
    Responsibility,
    Source,
    Variant,
    Voice,
)
from hearsay.records.incident import CountEffect
from hearsay.records.review import Verdict
from hearsay.records.statement import Anonymity, Certainty
from hearsay.rendering import phrases
from hearsay.rendering.phrases import one_line, when
from hearsay.views import ARROW

LABEL = 12
SHOWN = 8  # speakers named under one value
CONTRADICTORY = frozenset({DissentKind.CONFLICT, DissentKind.GROWTH})
CLAIMS = {
    ClaimStatus.NONE: "nobody claims it",
    ClaimStatus.SINGLE: "one claim",
    ClaimStatus.JOINT: "claimed by several, who are said to have acted together",
    ClaimStatus.COMPETING: "competing claims",
    ClaimStatus.DENIED: "denied, and claimed by nobody",
    ClaimStatus.RETRACTED: "claimed, and the claim taken back",
}
_VERDICTS = {Verdict.CORRECT: "corrected", Verdict.REJECT: "rejected"}
DIFFERS = {DissentKind.GROWTH: "a later count takes its place", DissentKind.SCOPE: "counts something else"}

Line = Text | Padding


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseField:
    """A field or count with its label, and how a value of it is put in words."""

    label: str
    belief: FieldBelief
    words: Callable[[Variant], str]

    @property
    def disputed(self) -> bool:
        """Whether values stand that cannot both be so."""
        return is_disputed(self.belief)


def is_disputed(belief: FieldBelief) -> bool:
    """Whether values stand that cannot both be so, or of which the policy picks none."""
    contradicted = any(one.kind in CONTRADICTORY for one in belief.dissent)
    return contradicted or (belief.value is None and len(belief.variants) > 1)


def lines(belief: Belief) -> Iterator[Line]:
    """The case, section by section."""
    fields = list(case_fields(belief))
    yield _title(fields, belief)
    stories = {source.story for source in belief.sources}
    counts = ((len(belief.sources), "report"), (len(stories), "story"), (belief.origins, "origin"))
    yield _line(", ".join(_counted(*count) for count in counts) + f"; policy: {belief.policy}", 0, "dim")
    told = [field for field in fields if field.belief.variants or field.belief.value]
    yield from _section("agreed", (line for field in told if not field.disputed for line in _agreed(field)))
    yield from _section("disputed", (line for field in told if field.disputed for line in _disputed(field)))
    yield from _section(f"who did it: {CLAIMS[belief.claims]}", _responsibilities(belief))
    yield from _section("corrected by persons", _corrections(belief))
    yield from _section("reviewed by persons", _reviews(belief))
    yield from _section("reports, by story", _stories(belief))


def case_fields(belief: Belief) -> Iterator[CaseField]:
    """All fields and counts of a case, in the order in which they are told."""
    for field in belief.fields:
        yield CaseField(label=field.field, belief=field, words=_WORDS.get(field.field, lambda one: one_line(one.text)))
    for effect, count in belief.counts:
        yield CaseField(label=effect_words(effect), belief=count, words=figure_words)


def effect_words(effect: CountEffect) -> str:
    """What is counted, as a label."""
    return effect.value.replace("_", " ")


def figure_words(variant: Variant) -> str:
    """A figure as reported, with its number where the words alone do not show it."""
    said, number = one_line(variant.text), variant.number
    if number is None or any(character.isdigit() for character in said):
        return said
    return f"{said} ({number:,})"


def place_words(variant: Variant) -> str:
    """A place with the area and the country that it lies in."""
    where = variant.where
    parts = (where.name, where.admin1, where.country) if where else (variant.text,)
    return ", ".join(dict.fromkeys(one_line(part) for part in parts if part))


_WORDS: dict[str, Callable[[Variant], str]] = {
    "kind": lambda variant: one_line(variant.text).capitalize(),
    "time": lambda variant: when(variant.text),
    "place": place_words,
}


def _title(fields: Sequence[CaseField], belief: Belief) -> Text:
    by_label = {field.label: field for field in fields}
    missing = {"kind": "Incident", "time": when(None), "place": "place not said"}
    parts = [said_words(by_label[label]) or words for label, words in missing.items()]
    title = Text(parts[0], style="bold")
    title.append(f" · {parts[1]} · {parts[2]}", style="not bold")
    return title.append(f"  {belief.case.id}", style="not bold dim")


def said_words(field: CaseField) -> str:
    """The value held, else all that are given."""
    value = field.belief.value
    return field.words(value) if value else " or ".join(map(field.words, field.belief.variants))


def _section(title: str, body: Iterable[Line]) -> Iterator[Line]:
    """A title and what stands under it; nothing at all when nothing does."""
    for number, line in enumerate(body):
        if not number:
            yield Text(f"\n{title.upper()}", style="bold blue")
        yield line


def _agreed(field: CaseField) -> Iterator[Line]:
    belief = field.belief
    value = belief.value or belief.variants[0]
    counted = f" ({_counted(value.origins, 'origin')})" if value.voices else ""
    yield _line(f"{field.label:<{LABEL}}{field.words(value)}{counted}", 2)
    for other in belief.variants:
        if other != value:
            scope = next((DIFFERS.get(one.kind) for one in belief.dissent if one.variant == other), None)
            voices = _speakers(other.voices)
            yield _line(f"{scope or 'less exactly'}: {field.words(other)} ({'; '.join(voices)})", LABEL + 2, "dim")


def _disputed(field: CaseField) -> Iterator[Line]:
    belief = field.belief
    yield _line(field.label, 2, "bold")
    kinds = {one.variant: one.kind for one in belief.dissent if one.variant}
    for variant in belief.variants:
        differs = DIFFERS.get(kinds[variant]) if variant in kinds else None
        note = f"; {differs}" if differs else ""
        yield _line(f"{field.words(variant)} ({_counted(variant.origins, 'origin')}{note})", 4)
        for speaker in _speakers(variant.voices):
            yield _line(speaker, 8, "dim")
    picked = field.words(belief.value) if belief.value else "none"
    yield _line(f"held: {picked} ({one_line(belief.why)})", 4)


def _speakers(voices: Sequence[Voice]) -> list[str]:
    """Who says it, each once: carriers of one story behind the first of them, a speaker of several stories counted."""
    stories: dict[str, int] = {}
    for group in tellings(voices):
        said = spoken(group[0]) + carriers(group)
        stories[said] = stories.get(said, 0) + 1
    found = [said if count == 1 else f"{said} (in {count} stories)" for said, count in stories.items()]
    more = len(found) - SHOWN
    return found if more <= 0 else [*found[:SHOWN], f"and {more} more"]


def tellings(voices: Sequence[Voice]) -> list[list[Voice]]:
    """Voices of one speaker in one story, by their first; a speaker's several statements in a report count once."""
    groups: dict[tuple[str, str], list[Voice]] = {}
    for voice in sorted(voices, key=lambda voice: (voice.published or "~", voice.report)):
        groups.setdefault((voice.story, voice.key), []).append(voice)
    return list(groups.values())


def spoken(voice: Voice) -> str:
    """The chain of speakers of a voice, and how firmly they say it."""
    said = ARROW.join(one_line(name) for name in (*voice.through, voice.speaker))
    asked = ", who asked not to be named" if voice.anonymity is Anonymity.REQUESTED else ""
    return said + asked + ("" if voice.certainty is Certainty.CERTAIN else f" [{voice.certainty.value}]")


def carriers(group: Sequence[Voice]) -> str:
    """Who carried the first voice's story; empty when nobody did."""
    first = group[0]
    others = dict.fromkeys(one_line(one.outlet or one.report) for one in group if one.report != first.report)
    return f" (carried by {', '.join(others)})" if others else ""


def _responsibilities(belief: Belief) -> Iterator[Line]:
    """Claims, accusations and denials in the order in which they were made."""
    for one in sorted(belief.responsibilities, key=when_made):
        head = f"{one_line(one.who.name)} – {phrases.stance(one.stance, one.who.name)}"
        head += f", with {', '.join(map(one_line, one.partners))}" if one.partners else ""
        yield _line(f"{head} ({_counted(one.origins, 'origin')})", 2, "bold")
        for group in tellings(one.voices):
            voice = group[0]
            yield _line(f"{when(voice.when)}: {spoken(voice)}{carriers(group)}", 6)
            yield _line(_quoted(voice.quote), 8, "dim")
        for group in tellings(one.doubts):
            yield _line(f"doubted by {spoken(group[0])}: {_quoted(group[0].quote)}", 6)


def when_made(one: Responsibility) -> tuple[str, str, str]:
    """What claims, accusations and denials are sorted by."""
    return min((voice.when or "~" for voice in one.voices), default="~"), one.who.name, one.stance.value


def _corrections(belief: Belief) -> Iterator[Line]:
    for one in belief.corrections:
        note = f": {one_line(one.note)}" if one.note else ""
        yield _line(f"{one.field}: {one_line(one.value)}, by {one_line(one.author)} on {when(one.at[:10])}{note}", 2)


def _reviews(belief: Belief) -> Iterator[Line]:
    """What persons have changed in what was read, and how much they have accepted."""
    accepted = [one for one in belief.reviews if one.verdict is Verdict.ACCEPT]
    for one in belief.reviews:
        if one.verdict is Verdict.ACCEPT:
            continue
        given = f" to {one_line(one.value)}" if one.value else ""
        judged = one_line(one.judged) if one.judged else "nothing"
        note = f": {one_line(one.note)}" if one.note else ""
        said = f"{one.item.field}: {judged}, {_VERDICTS[one.verdict]}{given}"
        yield _line(f"{said} by {one_line(one.author)} on {when(one.at[:10])}{note}", 2)
    if accepted:
        authors = ", ".join(sorted({one_line(one.author) for one in accepted}))
        yield _line(f"{_counted(len(accepted), 'value')} accepted by {authors}", 2)


def _stories(belief: Belief) -> Iterator[Line]:
    """Each story by its earliest report, its carriers folded, and what is said in it."""
    stories: dict[str, list[Source]] = {}
    for source in sorted(belief.sources, key=lambda one: (one.published or "~", one.report)):
        stories.setdefault(source.story, []).append(source)
    for story, sources in stories.items():
        first, *others = sources
        yield _line(f"{one_line(first.headline or first.url or first.report)}", 2, "bold")
        yield _line(_origin(first, belief), 6, "dim")
        if others:
            yield _line(f"carried by {'; '.join(_origin(one, belief) for one in others)}", 6, "dim")
        said: set[tuple[str, str]] = set()
        for voice in belief.voices:
            words = one_line(voice.quote)
            if voice.story == story and (voice.key, words) not in said:
                said.add((voice.key, words))
                yield _line(f"{spoken(voice)}: {_quoted(words)}", 6)


def _quoted(words: str) -> str:
    """The words in quotation marks, unless they begin with some of their own."""
    said = one_line(words)
    return said if said.startswith(("“", '"', "‘")) else f"“{said}”"


def _origin(source: Source, belief: Belief) -> str:
    """Who tells it, when, and the id of its incident: what `hearsay link` takes."""
    tellers = dict.fromkeys(one_line(name) for name in (source.agency, source.outlet) if name)
    day = [when(source.published[:10])] if source.published else []
    incidents = [member.record for member in belief.case.members if member.report == source.report]
    return f"{' · '.join([*tellers, *day])}  {' '.join(incidents)}"


def _counted(count: int, what: str) -> str:
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count} {what if count == 1 else plural}"


def _line(text: str, indent: int, style: str = "") -> Line:
    return Padding(Text(text, style=style), (0, 0, 0, indent), expand=False) if indent else Text(text, style=style)
