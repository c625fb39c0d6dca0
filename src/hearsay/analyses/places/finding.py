"""Finds and resolves the places of a report: names, sites, parts of areas and regions that are only described."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hearsay.analyses.places.descriptions import Describer, Description
from hearsay.analyses.places.hints import Hint, Level, contained, hints_of, level_of, supports
from hearsay.analyses.places.judgement import WELL_KNOWN, Judgement, Verdict
from hearsay.analyses.places.names import Match, NameFinder
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.peoples import peoples_in
from hearsay.analyses.places.recognition import judge_all
from hearsay.analyses.places.resolution import Name, Resolved, resolve
from hearsay.analyses.places.unlisted import UnlistedFinder
from hearsay.analyses.places.weighing import weighed
from hearsay.analyses.places.words import Line, lines_of
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import BlockKind, Document
from hearsay.records.ids import content_id
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.span import Span
from hearsay.vocabulary.countries import countries, demonym_countries
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.gazetteer import Gazetteer, gazetteer_with

DEMONYM = 0.5  # of a country's own name, as evidence for it
_SOLD_ENDINGS = frozenset(("AI", "CO", "FM", "IO", "ME", "TV", "TO", "WS", "LY"))  # bought for their sound
_ABBREVIATED = 4  # letters of the longest abbreviation of an area
_PASSAGE = 3  # lines before a description in which the last place told still says where the report is
_SOLE = 0.75  # share of the evidence at which one country is what the report is about
_MAINLY = 2.0  # times: a country with so much more evidence is where the report is, whatever was named last
_FROM = frozenset("based born trained educated".split())


@dataclass(slots=True)
class _Draft:
    """A place while its mentions are being gathered."""

    name: str
    country: str | None
    admin1: str | None
    entry: Entry | None
    precision: PlacePrecision
    reasons: list[str]
    mentions: list[Span] = field(default_factory=list)
    within: str | None = None
    key: str = ""
    names: list[str] = field(default_factory=list)


def find_places(
    document: Document, sentences: Sequence[Sentence], tokens: Sequence[Token], options: PlaceOptions
) -> tuple[Place, ...]:
    """The places of a report in the order of their first mention, one record a place with all its mentions.

    Works from spelling and the gazetteer alone; where the name tagger has filled `Token.entity`, it decides what is
    part of a person's or an organisation's name. Datelines are read, credits and boilerplate are not.

    Raises:
        UsageError: when `options.gazetteer` is no gazetteer file.
    """
    gazetteer = gazetteer_with(options.gazetteer)
    lines = lines_of(document, sentences, tokens)
    matches = NameFinder(document.text, gazetteer).matches(lines)
    return _Finder(document, lines, gazetteer, matches).places(options)


def resolve_places(
    document: Document,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    names: Sequence[Span],
    options: PlaceOptions,
) -> tuple[Place | None, ...]:
    """The place of each of `names`, which somebody else has found in the text; None where the gazetteer has none.

    An adjective or a people ("Kenyan") is its country. Spans that lie in no sentence are None.

    Raises:
        UsageError: when `options.gazetteer` is no gazetteer file.
    """
    gazetteer = gazetteer_with(options.gazetteer)
    lines = lines_of(document, sentences, tokens)
    matches = NameFinder(document.text, gazetteer).given(lines, names)
    placed = _Finder(document, lines, gazetteer, list(matches.values())).given()
    return tuple(placed.get(span) for span in names)


class _Finder:
    """The work on one report."""

    def __init__(self, document: Document, lines: list[Line], gazetteer: Gazetteer, matches: list[Match]) -> None:
        self._document = document
        self._lines = lines
        self._gazetteer = gazetteer
        self._matches = matches
        self._demonyms = _demonyms(lines)
        self._hints = hints_of(self._matches, lines)
        self._levels = [level_of(match, lines[match.line]) for match in self._matches]
        self._fitting = [self._fitting_of(index) for index in range(len(self._matches))]
        self._drafts: dict[str, _Draft] = {}
        self._draft_of: dict[int, _Draft] = {}

    def places(self, options: PlaceOptions) -> tuple[Place, ...]:
        judgements = judge_all(self._matches, self._lines, contained(self._hints))
        if not any(word.entity for line in self._lines for word in line.words):  # no tagger has read it
            judgements = weighed(judgements, self._lines)
        located = [i for i, j in enumerate(judgements) if j.verdict in (Verdict.PLACE, Verdict.CONTEXT)]
        resolved = self._resolve(located)
        self._countries = _country_evidence(self._demonyms, judgements, resolved)
        strange = [i for i in located if self._is_elsewhere(i, resolved[i])]
        for index in located:
            if index not in strange and (options.inside_names or judgements[index].verdict is Verdict.PLACE):
                self._add_named(index, resolved[index], judgements[index])
        for index in located:
            self._add_container(index, resolved)
        describer = Describer(self._lines, {index: self._matches[index] for index in located})
        described = list(describer.descriptions())
        named = {index: self._matches[index] for index in self._draft_of}
        sites = [description.span for description in described if description.precision is PlacePrecision.SITE]
        described += UnlistedFinder(self._lines, named, sites).descriptions()
        described += [_district(self._matches[i]) for i in strange if judgements[i].verdict is Verdict.PLACE]
        for description in described:
            self._add_described(description, resolved)
        if options.peoples:
            self._add_peoples([self._matches[index] for index in located])
        drafts = sorted(self._drafts.values(), key=lambda draft: min(draft.mentions))
        return tuple(self._place(draft) for draft in drafts)

    def _is_elsewhere(self, index: int, resolved: Resolved) -> bool:
        """True for a district of the name of a town in a country that nothing else in the report speaks of."""
        entry, match = resolved.entry, self._matches[index]
        told = sum(self._matches[i].key == match.key for i in range(len(self._matches)))
        return (
            self._levels[index] is Level.ADMIN2
            and all(e.is_populated and not e.is_admin2 for e in match.entries)
            and entry.population < WELL_KNOWN
            and self._countries[entry.country] <= told
            and max(self._countries.values()) > _MAINLY * self._countries[entry.country]
        )

    def given(self) -> dict[Span, Place]:
        """The place of each match, all of which are known to be names of places."""
        every = range(len(self._matches))
        resolved = self._resolve(every)
        for index in every:
            self._add_named(index, resolved[index], Judgement(self._matches[index], Verdict.PLACE, "given as a place"))
        for index in every:
            self._add_container(index, resolved)
        return {self._matches[index].span: self._place(self._draft_of[index]) for index in every}

    def _resolve(self, located: Sequence[int]) -> dict[int, Resolved]:
        groups = self._groups(located)
        names = [self._name(indexes) for indexes in groups]
        texts = self._demonyms.copy()
        for code in _country_of_address(self._document.url):
            texts[code] += DEMONYM
        return {
            index: result for indexes, result in zip(groups, resolve(names, texts), strict=True) for index in indexes
        }

    def _groups(self, located: Iterable[int]) -> list[list[int]]:
        """Mentions of one name, parted where the words set them apart ("Alexandria, Va.", "Alexandria, Egypt")."""
        groups: dict[str, list[list[int]]] = {}
        for index in located:
            match = self._matches[index]
            own = groups.setdefault(match.key, [])
            fitting = next((group for group in own if self._agree(index, group)), None)
            if fitting is None:
                own.append([index])
            else:
                fitting.append(index)
        return [group for own in groups.values() for group in own]

    def _agree(self, index: int, group: Sequence[int]) -> bool:
        mine, theirs = self._fitting[index], [self._fitting[other] for other in group]
        shared = [fitting for fitting in theirs if fitting]
        same_level = all(self._level(index) in (None, level) or level is None for level in map(self._level, group))
        return same_level and (not mine or not shared or any(mine & fitting for fitting in shared))

    def _fitting_of(self, index: int) -> frozenset[int]:
        """Ids of the entries that a match's sure hints allow; empty when it has none."""
        sure = [hint for hint in self._hints[index] if hint.sure]
        entries = self._matches[index].entries
        return frozenset(entry.id for entry in entries if any(supports(hint, entry) for hint in sure))

    def _level(self, index: int) -> Level | None:
        return self._levels[index]

    def _name(self, indexes: Sequence[int]) -> Name:
        first = self._matches[indexes[0]]
        hints: list[Hint] = [hint for index in indexes for hint in self._hints[index]]
        level = next((level for level in map(self._level, indexes) if level is not None), None)
        return Name(key=first.key, entries=first.entries, hints=tuple(hints), level=level, count=len(indexes))

    def _add_named(self, index: int, resolved: Resolved, judgement: Judgement) -> None:
        match, entry = self._matches[index], resolved.entry
        draft = self._draft_for(entry, self._name_of(match, entry), f"named {match.text!r}: {judgement.reason}")
        draft.mentions.append(match.span)
        draft.names.append(self._name_of(match, entry))
        draft.reasons += [reason for reason in resolved.reasons if reason not in draft.reasons]
        self._draft_of[index] = draft

    def _add_peoples(self, taken: Sequence[Match]) -> None:
        """Peoples and adjectives as mentions of their country, which keeps its own name."""
        for match in peoples_in(self._document.text, self._lines, self._gazetteer, taken):
            entry = match.entries[0]
            draft = self._draft_for(entry, entry.name, f"named {match.text!r}: a people or adjective of its own")
            draft.mentions.append(match.span)
            draft.names.append(entry.name)

    def _draft_for(self, entry: Entry, name: str, reason: str) -> _Draft:
        """The draft of a place of the gazetteer, begun with this reason where there is none yet."""
        key = f"entry:{entry.id}" if entry.id else f"country:{entry.country}"
        if key not in self._drafts:
            self._drafts[key] = _Draft(
                name=name,
                country=entry.country or None,
                admin1=self._admin1(entry),
                entry=entry,
                precision=precision_of(entry),
                reasons=[reason],
                key=key,
            )
        return self._drafts[key]

    def _name_of(self, match: Match, entry: Entry) -> str:
        """As the report writes it, accents or none; as the gazetteer does for abbreviations and plain capitals."""
        words = " ".join(match.text.split())
        if len(match.key) <= _ABBREVIATED or words.casefold() == entry.name.casefold():
            return entry.name
        return words.title() if words.isupper() else words

    def _add_container(self, index: int, resolved: dict[int, Resolved]) -> None:
        draft = self._draft_of.get(index)
        if draft is None or draft.within is not None or draft.entry is None:
            return
        for hint in self._hints[index]:
            outer = self._draft_of.get(hint.source) if hint.source is not None else None
            if outer is not None and outer.entry is not None and supports(hint, draft.entry) and outer is not draft:
                draft.within = self._id(outer)
                return

    def _add_described(self, description: Description, resolved: dict[int, Resolved]) -> None:
        words = description.span.of(self._document.text)
        name = " ".join(words.split())
        anchor = self._draft_of.get(description.anchor) if description.anchor is not None else None
        base = resolved[description.anchor].entry if description.anchor is not None else None
        reasons = [description.reason]
        if description.precision is PlacePrecision.SITE and not _is_town(base):
            focus = self._focus(base)
            if focus is not None:
                anchor, base = focus, focus.entry
                reasons.append(f"in {focus.name}, where the report is set")
        country = (base.country or None) if base else self._country_of(description)
        key = f"described:{name.lower()}:{anchor.key if anchor else country}"
        draft = self._drafts.get(key)
        if draft is None and anchor is None and name[0].isupper():
            draft = self._named_before(name, country)
        if draft is None:
            if anchor is not None:
                reasons.append(f"{'near' if description.beside else 'in'} {anchor.name}")
            draft = self._drafts[key] = _Draft(
                name=name,
                country=country,
                admin1=self._admin1(base) if base else None,
                entry=None,
                precision=description.precision,
                reasons=list(dict.fromkeys(reasons)),
                within=self._id(anchor) if anchor is not None and not description.beside else None,
                key=key,
            )
        if description.span not in draft.mentions:
            draft.mentions.append(description.span)

    def _named_before(self, name: str, country: str | None) -> _Draft | None:
        """The unlisted place of this name that was told of before, when no two countries stand against it."""
        for draft in self._drafts.values():
            if draft.entry is None and draft.name == name and None in (draft.country, country):
                draft.country = draft.country or country
                return draft
        return None

    def _focus(self, base: Entry | None) -> _Draft | None:
        """The one town of dateline or headline, when it lies in `base`, the area that a site's own name speaks of."""
        towns: dict[str, _Draft] = {}
        for index, draft in self._draft_of.items():
            line = self._lines[self._matches[index].line]
            if line.block in (BlockKind.DATELINE, BlockKind.HEADLINE) and _is_town(draft.entry):
                towns[draft.key] = draft
        if len(towns) != 1:
            return None
        [town] = towns.values()
        if base is None or town.entry is None or base.country != town.entry.country:
            return None
        return town if base.is_country or base.admin1 == town.entry.admin1 else None

    def _country_of(self, description: Description) -> str | None:
        """The country of a region that has no name: of a demonym, of the last one named before it, or of the report."""
        if len(description.countries) == 1:
            return description.countries[0]
        named = [
            (self._matches[index].span, draft)
            for index, draft in self._draft_of.items()
            if self._matches[index].line == description.line and self._matches[index].span.end <= description.span.start
        ]
        countries = [draft.country for _, draft in sorted(named, key=lambda item: item[0]) if draft.country]
        if countries and description.owned:
            return countries[-1]
        total = sum(self._countries.values())
        code = max(self._countries, key=lambda code: (self._countries[code], code), default=None)
        if code and self._countries[code] / total >= _SOLE:
            return code
        before = self._country_before(description)
        if code and before and self._countries[code] >= _MAINLY * self._countries[before]:
            return code  # one passing word of another country does not move the report there
        return before

    def _country_before(self, description: Description) -> str | None:
        """The country of the place told last before, in the same passage: where the report is at that point."""
        before = [
            (self._matches[index].span, draft.country)
            for index, draft in self._draft_of.items()
            if 0 <= description.line - self._matches[index].line <= _PASSAGE and draft.country
            if self._matches[index].span.end <= description.span.start and not self._is_seat_of(self._matches[index])
        ]
        return max(before)[1] if before else None

    def _is_seat_of(self, match: Match) -> bool:
        """True for "Norway" of "the Norway-based charity": where somebody comes from, who is elsewhere now."""
        words = self._lines[match.line].words
        behind = words[match.last].lower if match.last < len(words) else ""
        return behind in _FROM

    def _admin1(self, entry: Entry) -> str | None:
        if entry.is_admin1:
            return entry.name
        area = self._gazetteer.area(entry.country, entry.admin1) if entry.country and entry.admin1 else None
        return area.name if area else None

    def _id(self, draft: _Draft) -> str:
        return content_id("place", self._document.id, draft.key)

    def _place(self, draft: _Draft) -> Place:
        entry = draft.entry
        return Place(
            id=self._id(draft),
            name=_told_name(draft),
            country=draft.country,
            admin1=draft.admin1,
            latitude=entry.latitude if entry else None,
            longitude=entry.longitude if entry else None,
            geonames_id=entry.id if entry and entry.id > 0 else None,
            precision=draft.precision,
            mentions=tuple(sorted(set(draft.mentions))),
            within=draft.within,
            reasons=tuple(draft.reasons),
        )


def _district(match: Match) -> Description:
    return Description(
        span=match.span,
        line=match.line,
        precision=PlacePrecision.ADMIN2,
        anchor=None,
        beside=False,
        countries=(),
        owned=False,
        reason="a district, not in the gazetteer",
    )


def _told_name(draft: _Draft) -> str:
    """The gazetteer's name where the report writes it once, else what the report writes most: "Chechnya", although
    "Chechen" is said more often."""
    if draft.entry is not None:
        plain = [name for name in draft.names if fold(name) == fold(draft.entry.name)]
        if plain:
            return plain[0]
    return max(draft.names, key=draft.names.count) if draft.names else draft.name


def precision_of(entry: Entry) -> PlacePrecision:
    """How much ground a place of the gazetteer is."""
    if entry.is_country:
        return PlacePrecision.COUNTRY
    if entry.is_admin1:
        return PlacePrecision.ADMIN1
    if entry.is_admin2:
        return PlacePrecision.ADMIN2
    if entry.is_populated:
        return PlacePrecision.CITY
    return PlacePrecision.SITE if entry.feature.startswith(("S.", "R.")) else PlacePrecision.REGION


def _is_town(entry: Entry | None) -> bool:
    return entry is not None and entry.is_populated


def _demonyms(lines: Iterable[Line]) -> defaultdict[str, float]:
    """How much the report's demonyms speak for countries; a demonym of two countries speaks half for each."""
    found: defaultdict[str, float] = defaultdict(float)
    for line in lines:
        for word in line.words:
            codes = demonym_countries(word.text) if word.capital else ()
            for code in codes:
                found[code] += DEMONYM / len(codes)
    return found


def _country_evidence(
    demonyms: defaultdict[str, float], judgements: Sequence[Judgement], resolved: dict[int, Resolved]
) -> defaultdict[str, float]:
    found = demonyms.copy()
    for index, judgement in enumerate(judgements):
        if judgement.verdict in (Verdict.PLACE, Verdict.CONTEXT) and resolved[index].entry.country:
            found[resolved[index].entry.country] += 1
    return found


def _country_of_address(url: str | None) -> tuple[str, ...]:
    """The country of a web address with a national ending, as weak evidence."""
    if not url or "//" not in url:
        return ()
    host = url.split("//", 1)[1].split("/", 1)[0].split(":", 1)[0]
    ending = host.rsplit(".", 1)[-1].upper()
    code = "GB" if ending == "UK" else ending
    return (code,) if code in countries() and code not in _SOLD_ENDINGS else ()
