"""Which names of a report are names of the same actor: by the registry, by their words, by "X (Y)" and "X, or Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from hearsay.analyses.actors.clusters import Cluster
from hearsay.analyses.actors.media import without_medium
from hearsay.analyses.actors.nominals import Candidate
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import MentionForm, Sentence
from hearsay.records.positions import Positions
from hearsay.records.tree import Tree
from hearsay.vocabulary.actors.registry import Context, Registry
from hearsay.vocabulary.actors.rows import ActorRow
from hearsay.vocabulary.actors.sameness import same_name
from hearsay.vocabulary.outlets import outlet_named

_ALSO_KNOWN = re.compile(
    r",? \(?(?:or|also known as|known as|a\.k\.a\.|aka|alias|also called),? (?:the )?", re.IGNORECASE
)
_APART = re.compile(r"[,\s]*(?:\(|\[|or |-- ?|[–—] ?)(?:the )?[\"“]?", re.IGNORECASE)

MEDIA = frozenset({ActorKind.NEWS_AGENCY, ActorKind.OUTLET})
_COMMON = frozenset("of the and for in de la del".split())
_PARTICLES = frozenset("d' de del della di da du des von van der la le ibn bin ben al el".split())
_ARTICLE = re.compile(r"(?:al|el|ash|as|an|at|ad|az|ar)[-‑–]", re.IGNORECASE)
_COMPANY = re.compile(
    r",? (?:p\.?l\.?c|inc|incorporated|ltd|limited|corp|corporation|co|company|llc|gmbh|s\.?a|a\.?g|n\.?v)\.?",
    re.IGNORECASE,
)
_PARTY = " party"
_REMEMBERED = 20_000  # names, each of which is compared with every other of its report


class Naming:
    """Gathers the names of one analysis into clusters."""

    def __init__(
        self, text: str, tree: Tree, sentences: Sequence[Sentence], registry: Registry, context: Context
    ) -> None:
        self._text = text
        self._tree = tree
        self._sentences = sentences
        self._positions = Positions(tree.tokens, sentences)
        self._registry = registry
        self._context = context
        self._at: dict[int, Cluster] = {}
        self._mention_at: dict[int, Candidate] = {}  # by head, as _at has its cluster
        self._home_of: dict[tuple[str, ActorKind | None], Cluster] = {}  # of names told before: most are told again
        self._named: dict[int, Cluster] = {}  # by every token of a name, not its head alone
        self.clusters: list[Cluster] = []

    def _join_names(self, candidates: Sequence[Candidate]) -> None:
        """Sorts the names into clusters, those of the registry and the longest first."""
        names = [c for c in candidates if c.form is MentionForm.NAME]
        for candidate in sorted(names, key=lambda c: (c.known is None, -len(c.name.split()), -len(c.name), c.head)):
            self._join_by_name(candidate)
        self._join_other_names(names)
        self._join_short_names()
        for candidate in names:
            sentence = self._sentences[self._sentence_of(candidate.head)]
            for index in range(sentence.first, sentence.last):
                if candidate.span.contains(self._tree.tokens[index].span):
                    self._named[index] = self._at[candidate.head]

    def _add(self, cluster: Cluster | None, candidate: Candidate, by: str) -> None:
        if cluster is None:
            cluster = Cluster(kind=candidate.kind)
            self.clusters.append(cluster)
        cluster.add(candidate, self._lemma_of(candidate), by)
        self._at[candidate.head] = cluster
        self._mention_at[candidate.head] = candidate

    def _lemma_of(self, candidate: Candidate) -> str:
        """The noun that a description says what somebody is with: "resident" of "one of the residents"."""
        tree, head = self._tree, candidate.head
        if candidate.form is MentionForm.NOMINAL and tree.tokens[head].tag in {"NUM", "DET", "PRON", "ADJ"}:
            head = next((i for i in tree.children(head, "nmod", "obl") if tree.case_of(i) == "of"), head)
        return tree.tokens[head].lemma.lower()

    def _join_by_name(self, candidate: Candidate) -> None:
        row = self._row_of(candidate)
        if row is not None:
            home = next((c for c in self.clusters if c.row is not None and c.row.id == row.id), None)
            if home is None:
                home = Cluster(kind=row.kind, row=row)
                self.clusters.append(home)
            self._add(home, candidate, "registry")
            return
        told = (candidate.name.casefold(), candidate.kind)
        home = self._home_of.get(told) or next((c for c in self.clusters if self._is_name_of(candidate, c)), None)
        self._add(home, candidate, "same-name" if home else "name")
        self._home_of[told] = self._at[candidate.head]

    def _join_short_names(self) -> None:
        """ "The Front" after "the Coastal Liberation Front", when no other actor of the report is a Front."""
        for short in [c for c in self.clusters if c.row is None and not c.is_person]:
            words = {name.casefold() for name in short.proper_names}
            if len(words) != 1 or not (word := next(iter(words))).isalpha():
                continue
            ending = [c for c in self.clusters if not c.is_person and any(_ends_with(n, word) for n in c.proper_names)]
            if len(ending) != 1 or ending[0].last_before(min(c.head for c, _ in short.links)) is None:
                continue
            for candidate, _ in short.links:
                ending[0].add(candidate, "", "short-name")
                self._at[candidate.head] = ending[0]
            self.clusters.remove(short)

    def _join_other_names(self, names: Sequence[Candidate]) -> None:
        """ "The African National Congress (ANC)", "X, or Y,", "X, also known as Y": two names of one actor."""
        ordered = sorted(names, key=lambda c: c.span)
        for first, second in pairwise(ordered):
            one, other = self._at[first.head], self._at[second.head]
            if one is other or not self._is_other_name(first, second):
                continue
            if one.row is not None and other.row is not None:
                continue
            one.row = one.row or other.row
            if one.row is not None:
                one.kind = one.row.kind
            for candidate, by in other.links:
                one.add(candidate, "", "other-name" if candidate is second else by)
                self._at[candidate.head] = one
            self.clusters.remove(other)

    def _is_other_name(self, first: Candidate, second: Candidate) -> bool:
        between = self._text[first.span.end : second.span.start]
        if _ALSO_KNOWN.fullmatch(between):
            return True
        letters = "".join(c for c in second.name if c.isalnum())
        initials = "".join(word[0] for word in re.findall(r"[^\W_]+", first.name)).upper()
        acronym = letters.isupper() and 2 <= len(letters) <= 8 and letters[0] == initials[:1]
        if bool(_APART.fullmatch(between)) and acronym and len(initials) > 1:
            return True
        closed = self._text[second.span.end : second.span.end + 1] == ")" and between.strip() == "("
        return closed and self._is_translated(first, second)

    def _is_translated(self, first: Candidate, second: Candidate) -> bool:
        """ "Front Ribellu (Rebellious Front)", "National Front for the Liberation of X (FLNX)": in brackets alone, and
        with a word or most letters of the name."""
        if ActorKind.PERSON in {first.kind, second.kind} or outlet_named(second.name) is not None:
            return False
        shared = set(_words(first.name)) & set(_words(second.name)) - _COMMON
        letters = [c for c in second.name if c.isalpha()]
        initials = [word[0].upper() for word in re.findall(r"[^\W_]+", first.name)]
        acronym = len(letters) in range(3, 9) and all(c.isupper() for c in letters)
        return bool(shared) or (acronym and sum(c in initials for c in letters) >= 0.75 * len(letters))

    def _row_of(self, candidate: Candidate) -> ActorRow | None:
        """The registry row of a name in its context: the report's countries and year, and the actors named in full."""
        if candidate.known is None:
            return None
        named = frozenset(c.row.id for c in self.clusters if c.row is not None)
        countries = self._context.countries | ({candidate.country} if candidate.country else frozenset())
        context = replace(self._context, countries=countries, actors=named)
        return self._registry.resolve(candidate.name, context).row

    def _is_name_of(self, candidate: Candidate, cluster: Cluster) -> bool:
        plain = candidate.name.casefold()
        short = _initials(candidate.name)
        if any(
            plain in (name.casefold(), _initials(name)) or short == name.casefold() for name in cluster.proper_names
        ):
            return True
        if cluster.kind in MEDIA and any(_same_medium(candidate.name, name) for name in cluster.proper_names):
            return True
        if any(_is_company_or_party(candidate.name, name) for name in cluster.proper_names):
            return True
        if candidate.kind is ActorKind.PERSON or cluster.kind is ActorKind.PERSON:
            alone = candidate.kind is ActorKind.OTHER and candidate.known is None and len(candidate.name.split()) == 1
            both = (candidate.kind in {ActorKind.PERSON, None} or alone) and cluster.kind is ActorKind.PERSON
            return both and any(_same_person(candidate.name, name) for name in cluster.proper_names)
        if candidate.kind is ActorKind.GOVERNMENT and cluster.kind is not ActorKind.GOVERNMENT:
            return False
        return any(same_name(candidate.name, name).same is True for name in cluster.proper_names)

    def _sentences_between(self, one: int, other: int) -> int:
        return abs(self._sentence_of(one) - self._sentence_of(other))

    def _sentence_of(self, index: int) -> int:
        return self._positions.number_of(index)


def _same_medium(one: str, other: str) -> bool:
    """True for two names of one agency or outlet: "Ecclesia" and "Ecclesia radio", "VOA" and "Voice of America"."""
    outlet = outlet_named(one)
    return without_medium(one) == without_medium(other) or (outlet is not None and outlet_named(other) == outlet)


def _ends_with(name: str, word: str) -> bool:
    first, *rest = _words(name)
    return bool(rest) and rest[-1] == word and first != word


@lru_cache(_REMEMBERED)
def _initials(name: str) -> str:
    """ "mend" for "Movement for the Emancipation of the Niger Delta"; empty for names of under three such words."""
    letters = [word[0] for word in re.findall(r"[^\W_]+", name) if word[0].isupper()]
    return "".join(letters).casefold() if len(letters) > 2 else ""


def _same_person(one: str, other: str) -> bool:
    """True when one name is the other, or the family (or only) name by which it is called later."""
    short, long = sorted((_bare_words(one), _bare_words(other)), key=len)
    if not short or short == long:
        return short == long
    if short == long[-len(short) :]:
        return True
    return len(short) == 1 and len(short[0]) > 2 and (short[0] in {long[0], long[-1]} or _is_first_half(short[0], long))


def _is_first_half(word: str, name: tuple[str, ...]) -> bool:
    """ "Vidal" of "Henri Vidal d'Arcy", "Ruiz" of "Ana Ruiz de Soto": what stands before the particle is a family
    name of its own."""
    at = name.index(word) if word in name else 0
    behind = name[at + 1] if 0 < at < len(name) - 1 else ""
    return behind in _PARTICLES or behind.startswith(("d'", "d’"))


@lru_cache(_REMEMBERED)
def _bare_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without the Arabic article, which is left out when the name is told again."""
    return tuple(_ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word for word in _words(name))


@lru_cache(_REMEMBERED)
def _is_company_or_party(one: str, other: str) -> bool:
    """True for "Velmar" and "Velmar Oil PLC"'s like ("Velmar PLC"), and for "Socialists" and "Socialist Party"."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    ending = _COMPANY.fullmatch(long, len(short)) if long.startswith(short) else None
    return ending is not None or (long.endswith(_PARTY) and short == long.removesuffix(_PARTY) + "s")


@lru_cache(_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    return tuple(name.lower().replace(".", "").split())
