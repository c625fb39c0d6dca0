"""One spelling for the names of actors, whatever the outlet's transliteration.

"Lashkar-e-Jhangvi", "Lashkar-i-Jhangvi" and "lashkar jhangvi" become the same words; so do "al-Qa'ida" and
"Al Qaeda", "Organisation" and "Organization". Words keep their offsets, so that a match leads back to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W_]+(?:['’‘`ʼʿʾ][^\W_]+)*")
_MARKS = re.compile(r"['’‘`ʼʿʾ.]")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_BREAK = re.compile(r"[.,;:!?\"“”„«»\[\]{}|•]|\n\s*\n")
_JOINTS = frozenset("-–—‐‑'’‘`/")

ARTICLES = frozenset({"al", "el", "ul", "ud", "ur", "ut"})
"""Particles that are no English word: dropped wherever they stand."""

ATTACHED = ARTICLES | {"e", "i", "ye", "as", "ash", "ar", "an", "at", "az", "ad", "ed", "ez", "es", "us", "un", "wal"}
"""Particles that are dropped when a hyphen ties them to the next or the last word."""

LINKS = frozenset({"e", "i", "ye"})
"""The Persian and Urdu link between two words: dropped in lower case, as in "Lashkar e Taiba"."""

_VARIANTS = {
    "qaeda": "alqaeda alqaida qaida qaidah qaedah kaida kaeda queda quaeda quaida quida",
    "taliban": "taleban talibans",
    "hezbollah": "hizbollah hizballah hizbullah hezballah hezbullah hizbulla hisbollah hisbullah",
    "shabab": "shabaab shebab alshabab alshabaab shabaabs",
    "tehrik": "tehreek tahrik tahreek tehrek tehrike tehreeke tahrir-i",
    "lashkar": "lashkare lashkari lashker",
    "taiba": "taibah toiba tayyiba tayyaba tayyabah tayba tayiba tayyba tayyibah tayaba",
    "mohammed": "mohammad muhammad muhammed mohamed mohamad muhamad mohammadi muhammadi mohammedi",
    "jaish": "jaysh jeish jeysh jaishe jaishul jayish",
    "jamaat": "jamat jamaah jamaa jemaah jemaa jamatul jamaatul jamaatud jamatud jamaatu jamaate gamaa gamaat jamiaat",
    "mujahideen": "mujahidin mujahedin mujahedeen mujahadeen mujahideens mojahedin mojahedeen mujaheddin mujahidun",
    "mujahid": "mojahed",
    "harkat": "harakat haraket harkatul harakatul harkate",
    "hizb": "hezb hizbul hezbul hezbe hizbut hizbi hisb hisbul hizbe",
    "ansar": "ansaar ansarul anshar ansharul ansarud",
    "daesh": "daish daech dahesh daeish",
    "islamiyya": "islamiya islamiyah islamiyyah islamia islamiah",
    "islami": "islaami eslami",
    "fatah": "fateh fath fatih",
    "sahaba": "sahabah",
    "nusra": "nusrah nosra",
    "sunna": "sunnah sunnat",
    "sharia": "shariah shariat charia shariyah",
    "sayyaf": "sayaf sayyef",
    "jundallah": "jundullah jondollah jondallah jundollah jandullah jundulla",
    "mahdi": "mehdi",
    "badr": "bader",
    "qassam": "qassem kassam qasam qassim",
    "izz": "ezz",
    "hurras": "huras",
    "kataib": "kataeb kateb kataaib",
    "asaib": "asaeb",
    "houthi": "huthi houthis huthis huthiyun",
    "nour": "nur",
    "din": "deen dine eddin eddine uddin",
    "dawa": "dawah daawa",
    "jihad": "jehad djihad zihad",
    "peshmerga": "peshmarga peshmergas",
    "balochistan": "baluchistan",
    "baloch": "baluch balouch",
    "organization": "organisation organisations organizations",
    "defense": "defence",
    "labor": "labour",
    "mobilization": "mobilisation",
    "stabilization": "stabilisation",
    "center": "centre",
    "turkistan": "turkestan",
    "khalifah": "khilafah khilafa khalifa",
    "seleka": "selekas",
    "janjaweed": "janjawid jingaweit jinjaweed janjawed janjaweit",
    "tawhid": "tawheed tauhid",
    "mai": "mayi",
    "assam": "asom",
    "muslim": "moslem moslems muslims",
    "bin": "ibn",
    "jabhat": "jabhatul jabha jebhat gabhat",
}
VARIANTS = {variant: word for word, variants in _VARIANTS.items() for variant in variants.split()}
"""Spellings of one word, by transliteration or country."""

_SPLIT = {
    ("ansar", "allah"): "ansarullah ansarallah ansarollah",
    ("izz", "din"): "ezzedine izzedine ezzedeen izzadin izzeddin ezeddin izzuddin izzedin ezzeddin ezzedin",
    ("nour", "din"): "nureddin noureddin nuruddin nouruddin",
}
SPLIT = {variant: words for words, variants in _SPLIT.items() for variant in variants.split()}
"""Words that others write as two."""

PLURALS = frozenset(
    """armies brigades battalions cells cadres committees commandos companies corps councils eagles factions falcons
    fighters forces fronts groups guards guerrillas guerillas hawks legions martyrs militants militias movements nuclei
    patrols patriots peoples rebels regiments revolutionaries separatists soldiers students tigers troops units
    volunteers wings workers youths tribes farmers peasants insurgents extremists gunmen""".split()
)
"""Generic English plurals that stand for their singular, since outlets waver ("Al-Aqsa Martyrs Brigade(s)")."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text or name: `[start, end)` in it, as written, and its one spelling, which may be two words.

    `parted` is True when the words before it are cut off by punctuation.
    """

    start: int
    end: int
    written: str
    spelt: tuple[str, ...]
    parted: bool


@lru_cache(maxsize=65536)
def spell(word: str) -> tuple[str, ...]:
    """The one spelling of a single written word."""
    bare = _MARKS.sub("", _POSSESSIVE.sub("", word))
    plain = (bare if bare.isascii() else anyascii(bare)).lower()
    if plain in SPLIT:
        return SPLIT[plain]
    if plain in PLURALS:
        plain = _singular(plain)
    return (VARIANTS.get(plain, plain),)


def _singular(plural: str) -> str:
    if plural == "nuclei":
        return "nucleus"
    if plural.endswith("men"):
        return plural[:-3] + "man"
    if plural == "corps":
        return plural
    return plural[:-3] + "y" if plural.endswith("ies") else plural[:-1]


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a stretch of text in their order, without articles and linking particles."""
    limit = len(text) if end is None else end
    last_end = start
    parted = False
    for found in _WORD.finditer(text, start, limit):
        gap = found.start() - last_end
        if gap > 1 or (gap and text[last_end] not in " -"):
            parted = parted or bool(_BREAK.search(text, last_end, found.start()))
        written = found.group()
        last_end = found.end()
        if _is_particle(text, found.start(), found.end(), written):
            continue
        yield Word(found.start(), found.end(), written, spell(written), parted)
        parted = False


def _is_particle(text: str, start: int, end: int, written: str) -> bool:
    plain = written.lower()
    if plain == "the" or (plain in ARTICLES and not (written.isupper() and not _tied(text, start, end))):
        return True
    if plain in LINKS and written.islower():
        return True
    return plain in ATTACHED and _tied(text, start, end) and written not in ("UN", "US")


def _tied(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1] in _JOINTS
    after = end < len(text) and text[end] in _JOINTS
    return before or after


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """The look-up key of a name: its words in one spelling, parted by blanks; punctuation does not matter.

    A name of particles alone keeps them, so that no key is empty but that of an empty name.
    """
    key = " ".join(part for word in words_of(name) for part in word.spelt)
    return key or " ".join(part.lower() for part in _WORD.findall(name))


def is_acronym(name: str) -> bool:
    """True for "ELN", "I.S.", "TTP-JA", "17N", "DHKP/C", "LeT", "AQIM": short, and mostly capitals."""
    letters = re.sub(r"[^A-Za-zÀ-ÿĀ-ž0-9]", "", name)
    if " " in name.strip() or not 2 <= len(letters) <= 9 or not letters[0].isalnum():
        return False
    capitals = sum(letter.isupper() or letter.isdigit() for letter in letters)
    return capitals == len(letters) or (len(letters) <= 5 and capitals >= 2 and capitals * 2 >= len(letters))
