"""Whether two names can be names of one actor, by rules that need no registry.

Likeness misleads here ("Lashkar-e-Jhangvi" and "Lashkar-e-Taiba", "Islamic State" and "Islamic Front"), so rules come
first: one spelling, acronyms, word order, common nouns that add nothing, words that tell another actor. Likeness of
letters decides only about single words that are no English, for it stands for transliteration. Precision comes first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from hearsay.vocabulary.actors.bodies import country_keys
from hearsay.vocabulary.actors.spelling import is_acronym, key_of, spell, words_of

SMALL = frozenset(
    """of for in and the to de la las los del y e en para a do da dos das et des du le les l on at by wal wa fi bi und
    von di della per""".split()
)
"""Words between the words: they carry no meaning of their own and differ from outlet to outlet."""

COMMON_NOUNS = frozenset(
    """group movement organization militia militant fighter rebel guerrilla guerilla outfit network gang insurgent
    separatist terrorist militiaman gunman extremist jihadist sect cult paramilitary""".split()
)
"""Nouns that outlets add to a name: they change nothing."""

HEADS = frozenset(
    """army front party union movement organization group brigade force council league congress cell command legion
    battalion alliance coalition committee guard guards unit tiger eagle falcon hawk state emirate network federation
    faction wing corps militia cartel association society government ministry police branch province division
    patrol resistance""".split()
)
"""Nouns that say what kind of body a name is of: where they differ, the actors do."""

PROGRAMME = HEADS | frozenset(
    """national nationalist people popular liberation freedom free democratic democracy revolutionary revolution
    islamic islamist muslim christian armed united unity independence independent socialist communist workers worker
    peasant student patriotic patriot homeland self defense protection salvation justice peace struggle development
    red black white green golden holy young youth new old real true provisional official continuity northern southern
    eastern western north south east west central martyr volunteer soldier supporter struggle republican royal
    conservative progressive radical anti pro marxist leninist maoist general international world labor
    republic military political federal unified fighter""".split()
)
"""English words that say what a group wants or is; several groups share them."""

TELLING = frozenset(
    """real new old true provisional official continuity democratic northern southern eastern western north south east
    west central faction wing branch province general command junior youth women political military islamic dissident
    renewed splinter breakaway independent ii iii union alliance council""".split()
)
"""Words that tell an actor from a namesake, or a part from the whole."""

ARABIC_HEADS = frozenset(
    """lashkar jaish jamaat harkat hizb ansar sipah tehrik jund kataib liwa jabhat abu asaib saraya fajr faylaq ajnad
    ahl anjuman majlis jamiat laskar gerakan barisan boko""".split()
)
"""Heads of Arabic, Persian, Urdu and Malay names, which a short form leaves out: "Jhangvi"."""

PIOUS = frozenset(
    """islam islami islamiyya sharia sunna mujahideen mujahid ahrar jihad sham din tawhid mohammed allah muslimin
    muslimeen haq haqq adl badr aqsa quds furqan iman tahrir hurriya nasr dawa khalifah dawla sayyid hussain ali omar
    umar nusra fatah""".split()
)
"""Words that many Muslim groups have in their names: alone they name none."""

SYNONYMS = {"popular": "people", "homeland": "fatherland", "liberty": "freedom", "guerilla": "guerrilla"}
"""Translations of one foreign word: "Popular" and "People's" Liberation Army are the same Ejército Popular."""

_FOLDS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("ph", "f"),
    ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"), ("iy", "i"), ("ay", "ai"), ("ey", "ai"),
    ("ei", "ai"), ("aw", "u"), ("au", "u"), ("q", "k"), ("c", "k"), ("w", "v"), ("e", "i"), ("y", "i"), ("o", "u"),
    ("x", "ks"),
)  # fmt: skip
_TRANSLATED = {
    "army": "jaish lashkar jund ejercito armee exercito armata esercito ordu",
    "brigade": "liwa kataib katibat katiba saraya brigada brigadas brigata brigate brigades",
    "front": "jabhat frente fronte cephe cephesi jabha",
    "movement": "harkat tehrik movimiento mouvement movimento gerakan hareket hareketi haraka",
    "party": "hizb partido parti partito partiya partai",
    "organization": "tanzim organizacion organisation munazzamat",
    "province": "wilayat vilayat wilaya",
    "force": "fuerzas forces forca forcas quwwat kuvvetleri",
    "command": "comando commando comandos komando",
    "liberation": "liberacion libertacao liberazione tahrir",
    "revolutionary": "revolucionario revolucionaria revolutionnaire rivoluzionario devrimci",
    "national": "nacional nationale nazionale watani wataniya milli",
    "people": "pueblo peuple povo popolo halk popular populaire",
    "democratic": "democratica democratico democratique democratiques",
    "patriotic": "patriotico patriotica patriotique",
    "armed": "armadas armado armada arme armees musallaha",
    "office": "oficina",
    "left": "izquierda esquerda sol",
    "red": "rojo roja rouge rosso rosse rote",
    "union": "unidad ittihad ittehad ittehadul",
    "self": "auto",
    "peasant": "campesino campesina campesinas",
    "tendency": "tendencia tendance",
    "resistance": "resistencia muqawama mukawama",
    "workers": "trabajadores",
}
TRANSLATED = {foreign: word for word, listed in _TRANSLATED.items() for foreign in listed.split()}
"""Foreign words for kinds of bodies and their aims: they count only against a name in English, since "Jaish" and
"Lashkar", both armies, tell two actors apart."""

_REGIONS = {
    "brittany": "breton", "ingushetia": "ingush", "chechnya": "chechen", "dagestan": "dagestani daghestan",
    "corsica": "corsican", "catalonia": "catalan", "galicia": "galician", "scotland": "scottish", "wales": "welsh",
    "quebec": "quebecois", "ulster": "ulsterman", "kosovo": "kosovar kosova", "kurdistan": "kurdish kurd",
    "tigray": "tigrayan tigrean tigre", "oromia": "oromo", "kashmir": "kashmiri", "balochistan": "baloch balochi",
    "bodoland": "bodo", "aceh": "acehnese", "papua": "papuan", "bougainville": "bougainvillean", "darfur": "darfuri",
    "ahvaz": "ahvazi ahwaz ahwazi", "azawad": "azawadi", "biafra": "biafran", "cabinda": "cabindan",
    "casamance": "casamancais", "sindh": "sindhi sindhudesh", "khalistan": "khalistani", "abkhazia": "abkhaz abkhazian",
    "ossetia": "ossetian", "crimea": "crimean", "caucasus": "caucasian", "zanzibar": "zanzibari", "punjab": "punjabi",
    "moluccas": "moluccan", "transnistria": "transnistrian", "artsakh": "artsakhi", "sahara": "saharan",
}  # fmt: skip
REGIONS = {adjective: region for region, listed in _REGIONS.items() for adjective in listed.split()}
"""Adjectives of regions and peoples that stand for the region in a name, as demonyms do for countries."""

PREFIXES = frozenset({"anti", "neo", "pro", "counter"})
_REPEATED = re.compile(r"(.)\1+")
_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
SHORTEST_ACRONYM = 3
SHORTEST_SYLLABIC = 5
SHORTEST_FOREIGN = 3
LONG_FOREIGN = 16  # letters from which a foreign name may differ in two of its words by one letter each
ONE_LETTER_OFF = 6  # letters from which one wrong letter in a foreign word is forgiven


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`same`: True, False, or None where the names alone do not tell; `reasons` say why."""

    same: bool | None
    reasons: tuple[str, ...]


def same_name(one: str, other: str) -> Verdict:
    """Whether two names can be names of one actor, judged by the names alone."""
    told = [_pair(a, b) for a, b in product(_forms(one), _forms(other))]
    if not told:
        return Verdict(same=None, reasons=("a name is empty",))
    return min(told, key=lambda verdict: {True: 0, False: 1, None: 2}[verdict.same])


def _forms(name: str) -> list[str]:
    """The name, and if it brings its acronym in brackets, both on their own."""
    found = _BRACKETS.search(name)
    if found and is_acronym(found.group(1)):
        return [_BRACKETS.sub("", name).strip(), found.group(1)]
    return [name] if name.strip() else []


def _pair(one: str, other: str) -> Verdict:
    short_one, short_other = is_acronym(one), is_acronym(other)
    if short_one and short_other:
        return _acronyms(one, other)
    if short_one or short_other:
        acronym, full = (one, other) if short_one else (other, one)
        verdict = _acronym_of(acronym, full)
        if verdict.same or _letters(acronym).casefold() != _letters(full).casefold():
            return verdict
    one, other = _without_country(one, other), _without_country(other, one)
    verdict = _names(_content(one), _content(other))
    return verdict if verdict.same else _translated(_content(one), _content(other)) or verdict


def _without_country(name: str, against: str) -> str:
    """A name without the country in brackets that tells it from a namesake, when the other name brings none."""
    found = _BRACKETS.search(name)
    if found is None or "(" in against or key_of(found.group(1)) not in country_keys():
        return name
    return _BRACKETS.sub("", name)


def _translated(one: tuple[str, ...], other: tuple[str, ...]) -> Verdict | None:
    """The verdict on a foreign name and an English one, once common words are translated; None if it is not True."""
    foreign = [any(word in TRANSLATED for word in words) for words in (one, other)]
    if foreign[0] == foreign[1]:
        return None
    left, right = (tuple(dict.fromkeys(TRANSLATED.get(word, word) for word in words)) for words in (one, other))
    shared = set(left) & set(right)
    verdict = _names(left, right)
    if verdict.same and (len(shared - COMMON_NOUNS) > 1 or any(map(_is_own, shared))):
        return Verdict(same=True, reasons=("a translation", *verdict.reasons))
    return None


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _acronyms(one: str, other: str) -> Verdict:
    if _letters(one).casefold() == _letters(other).casefold():
        return Verdict(same=True, reasons=("the same acronym",))
    parts = [set(re.split(r"[-/ ]", name.replace(".", "").casefold())) for name in (one, other)]
    if parts[0] < parts[1] or parts[1] < parts[0]:
        return Verdict(same=False, reasons=("one acronym is a part of the other",))
    return Verdict(same=None, reasons=("different acronyms",))


def _acronym_of(acronym: str, full: str) -> Verdict:
    wanted = _letters(acronym).casefold()
    if len(wanted) < SHORTEST_ACRONYM:
        return Verdict(same=None, reasons=("the acronym is too short to tell",))
    if wanted in _initials(full) or _syllabic(wanted, full):
        return Verdict(same=True, reasons=(f"{acronym} is made of the initials of {full!r}",))
    return Verdict(same=None, reasons=(f"{acronym} is not made of the initials of {full!r}",))


def _initials(full: str) -> set[str]:
    """The acronyms that a name's words can make: with or without its small words, and without a last common noun."""
    raw = [word for word in re.split(r"[^\w'’]+", full) if word and word.lower() not in ("'s", "s")]
    without = [word for word in raw if spell(word)[0] not in SMALL | _PARTICLES]
    forms = {"".join(word[0] for word in words).casefold() for words in (raw, without)}
    whole = [word for word in full.split() if word[0].isalnum() and spell(word)[0] not in SMALL]
    forms.add("".join(word[0] for word in whole).casefold())
    particles = [word for word in raw if spell(word)[0] not in SMALL - _PARTICLES]
    forms.add("".join(word[0] for word in particles).casefold())
    if len(without) > SHORTEST_ACRONYM and spell(without[-1])[0] in COMMON_NOUNS:
        forms.add("".join(word[0] for word in without[:-1]).casefold())
    return forms


def _syllabic(acronym: str, full: str) -> bool:
    """Whether every word that counts gives one or more of its first letters to the acronym: "BAMOSD", "Fretilin"."""
    words = [word.casefold() for word in re.split(r"[^\w]+", full) if word and spell(word)[0] not in SMALL | _PARTICLES]
    if len(acronym) < SHORTEST_SYLLABIC or len(words) < 3:
        return False
    reached = {0}
    for word in words:
        reached = {
            start + size
            for start in reached
            for size in range(1, min(len(word), len(acronym) - start) + 1)
            if acronym[start : start + size] == word[:size]
        }
    return len(acronym) in reached


_PARTICLES = frozenset("al el ul ud ur ut e i ye as ash ar an at az ad wal".split())


@lru_cache(maxsize=16384)
def _content(name: str) -> tuple[str, ...]:
    """The words that carry the meaning, countries and their demonyms as one word each."""
    spelt = [part for word in words_of(name) for part in word.spelt if part not in SMALL]
    return tuple(_meaning(spelt))


def _meaning(spelt: Sequence[str]) -> Iterator[str]:
    index = 0
    while index < len(spelt):
        for size in (3, 2, 1):
            slugs = country_keys().get(" ".join(spelt[index : index + size]))
            if slugs is not None and len(slugs) == 1 and index + size <= len(spelt):
                yield f"@{slugs[0]}"
                index += size
                break
        else:
            if spelt[index] in PREFIXES and index + 1 < len(spelt):
                yield spelt[index] + spelt[index + 1]
                index += 2
            else:
                word = SYNONYMS.get(spelt[index], spelt[index])
                yield REGIONS.get(word, word)
                index += 1


def _names(one: tuple[str, ...], other: tuple[str, ...]) -> Verdict:
    if not one or not other:
        return Verdict(same=None, reasons=("a name has no words of its own",))
    if one == other:
        return Verdict(same=True, reasons=("the same words in one spelling",))
    if "".join(one) == "".join(other):
        return Verdict(same=True, reasons=("the same letters, parted otherwise",))
    left, right = _unmatched(one, other)
    if not left and not right:
        order = Counter(one) == Counter(other)
        return Verdict(
            same=True, reasons=("the same words in another order" if order else "the same but for spelling",)
        )
    if left and right:
        return _foreign(one, other) or _each_lacks(left, right)
    extra, short, full = (left, other, one) if left else (right, one, other)
    return _longer(extra, short, full)


def _unmatched(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of each name that have no counterpart in the other, by spelling or by transliteration."""
    common = Counter(one) & Counter(other)
    left, right = _rest(one, common), _rest(other, common)
    slips = 0
    for word in list(left):
        for twin in list(right):
            likeness = _alike(word, twin)
            if likeness == "spelling" or (likeness == "slip" and not slips):
                slips += likeness == "slip"
                left.remove(word)
                right.remove(twin)
                break
    return left, right


def _rest(words: Sequence[str], common: Counter[str]) -> list[str]:
    left = Counter(common)
    rest = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
        else:
            rest.append(word)
    return rest


def _alike(one: str, other: str) -> str | None:
    """Whether two foreign words differ by transliteration ("spelling"), by one letter ("slip"), or truly (None)."""
    if min(len(one), len(other)) < SHORTEST_FOREIGN or not (one.isalpha() and other.isalpha()):
        return None
    if one.removesuffix("s") == other.removesuffix("s"):
        return "spelling"
    if one in PROGRAMME or other in PROGRAMME:
        return None
    if _skeletons(one) & _skeletons(other):
        return "spelling"
    long_enough = min(len(one), len(other)) >= ONE_LETTER_OFF and one[0] == other[0]
    near = long_enough and DamerauLevenshtein.distance(skeleton(one), skeleton(other)) <= 1
    return "slip" if near else None


def _skeletons(word: str) -> set[str]:
    """The skeleton of a word, also without a joined article and with its "w" read as "v"."""
    forms = (word, word.removesuffix("ul"), word.replace("w", "v"))
    return {skeleton(form) for form in forms}


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """What the transliterations of one word share: "Sayyaf" and "Sayaf", "Mourabitoun" and "Murabitun"."""
    bare = word.replace("jh", "j").removesuffix("h")
    for pair, one in _FOLDS:
        bare = bare.replace(pair, one)
    return _REPEATED.sub(r"\1", bare)


def _foreign(one: tuple[str, ...], other: tuple[str, ...]) -> Verdict | None:
    """True for two long names with no English word, word for word alike but for a letter or two in all; else None."""
    if len(one) != len(other) or any(word in PROGRAMME for word in (*one, *other)):
        return None
    letters = min(len("".join(one)), len("".join(other)))
    off = [DamerauLevenshtein.distance(skeleton(a), skeleton(b)) for a, b in zip(one, other, strict=True)]
    begin = all(a[:1] == b[:1] for a, b in zip(one, other, strict=True))
    if letters >= LONG_FOREIGN and begin and max(off) <= 1 and sum(off) <= 2:
        return Verdict(same=True, reasons=("a foreign name, word for word but for a letter or two",))
    return None


def _each_lacks(left: Sequence[str], right: Sequence[str]) -> Verdict:
    if set(left) <= COMMON_NOUNS and set(right) <= COMMON_NOUNS:
        return Verdict(same=True, reasons=("they differ only in a common noun",))
    words = f"{_told(left)} against {_told(right)}"
    return Verdict(same=False, reasons=(f"each has a word that the other lacks: {words}",))


def _longer(extra: Sequence[str], short: tuple[str, ...], full: tuple[str, ...]) -> Verdict:
    own = [word for word in short if _is_own(word)]
    if set(extra) <= COMMON_NOUNS and (own or len(short) > 1):
        return Verdict(same=True, reasons=(f"the longer name adds only {_told(extra)}",))
    if own and set(extra) <= {TRANSLATED.get(word) for word in short}:
        return Verdict(same=True, reasons=(f"the longer name only translates its own {_told(extra)}",))
    if any(word in TELLING or word.startswith("@") or not word.isalpha() for word in extra):
        return Verdict(same=False, reasons=(f"the longer name tells another actor or a part: {_told(extra)}",))
    if set(extra) <= PROGRAMME:
        nickname = len(own) == 1 and len(short) == 1 and own[0].endswith(("ista", "istas", "ero", "eros", "aros"))
        if len(own) > 1 or nickname:
            return Verdict(same=True, reasons=(f"a short form that leaves out {_told(extra)}",))
        return Verdict(same=None, reasons=(f"the longer name adds {_told(extra)}",))
    if own and len(short) == 1 and full[-1] == short[0] and set(full[:-1]) <= ARABIC_HEADS and short[0] not in PIOUS:
        return Verdict(same=True, reasons=(f"a short form that leaves out {_told(extra)}",))
    if own and len(short) > 1 and full[-len(short) :] == short and not set(extra) & PROGRAMME:
        return Verdict(same=True, reasons=(f"a short form of a personal name, without {_told(extra)}",))
    return Verdict(same=None, reasons=(f"the longer name adds {_told(extra)}",))


def _is_own(word: str) -> bool:
    """True for a word that is no English word of programmes, no country and no pious word: a name of its own."""
    return word not in PROGRAMME and not word.startswith("@") and word not in PIOUS | ARABIC_HEADS


def _told(words: Sequence[str]) -> str:
    return ", ".join(repr(word.removeprefix("@")) for word in words)
