"""Whether a text is English; if not, which language it looks like.

Function words are counted: the commonest words of a language are short, frequent and its own, so that names, capitals
and subject matter do not matter. Texts in other scripts are told by their letters. Short texts get the benefit of the
doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_WORDS = {
    "English": "the of and to in a is that for on was with as by at from it an be has are said were his have he who "
    "had not but they which this or their been after its will when more one about over than would into two out also "
    "up there no some all what if police",
    "Spanish": "de la que el en y los se del las un por con una su para es al lo como más pero sus le ya o fue este ha "
    "sí porque esta entre cuando muy sin sobre ser también hasta hay donde quien desde nos durante",
    "Portuguese": "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à "
    "seu sua ou ser quando muito há nos já está também só pelo pela até isso",
    "French": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec "
    "son aux été ont mais ou cette comme ses leur deux après selon était d'un l'on elle",
    "Italian": "di e il la che in a per un è del non una da sono con le i si dei al come della gli più anche ha nel lo "
    "alla ma delle su questo stato dal nella hanno",
    "German": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder",
    "Dutch": "de van het een en in is dat op te zijn met voor niet die aan er om ook als door naar bij uit nog maar "
    "wordt hij ze dan werd heeft hebben over tot zich deze worden",
    "Swedish": "och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan nu "
    "man när år under också efter eller han hon skulle",
    "Norwegian or Danish": "og i det at en på er av for med til den har de ikke om et som men var jeg seg fra vi så "
    "kan når år under også etter eller han hun skulle blev ble af efter",
    "Finnish": "ja on ei se että hän oli joka mutta ovat kun myös niin mukaan sen ole mitä vain jos tämä olisi",
    "Polish": "w i na z się do nie że jest o to jak przez po od za dla ale są był tym co jego oraz może ich już tego "
    "który które która",
    "Czech": "a v se na je že s z do o k i to ve za po pro jako podle by jsou ale od být které který při až už",
    "Romanian": "de și în a la cu pe care nu din o un mai că pentru să au fost este al sau prin ale după dar între",
    "Hungarian": "a az és hogy nem is egy de meg csak el volt már szerint még van azt ezt mint vagy után",
    "Turkish": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar en ne her o ancak olduğu ise dedi",
    "Indonesian or Malay": "yang dan di dengan untuk pada dari ini itu tidak dalam akan ke oleh telah adalah para "
    "tersebut juga mereka kepada sebagai karena ada bahwa dia",
    "Tagalog": "ang ng sa na mga at ay si ni para hindi kay ito niya isang may nang mula ayon ko siya kung",
    "Swahili": "ya na wa kwa katika ni za la kuwa hiyo huo cha yake hilo baada watu huyo lakini kama alisema wakati",
    "Somali": "oo iyo in ay ka ku waa la uu ah soo u ayaa si waxaa kale waxa aan laga loo isaga",
    "Hausa": "da ta na a ya ce cewa su ne wani wata kuma an yi sun ba ga shi don mutane",
    "Vietnamese": "và của là có được cho trong không một các người đã với những này khi về để tại ra",
    "Albanian": "e të në dhe për një me që nga se më i është ka do nuk është janë",
    "Croatian, Serbian or Bosnian": "i u je se na da su za od s iz koji o što kao a to ne nije bi koja će ali više",
    "Afrikaans": "die van en in is het dat te vir op nie met sy wat om word hy by aan ook was sal na",
    "Catalan": "de la i el que en a per les del un amb els una és no al ha es més dels com però seva",
}  # the commonest words of each, by general knowledge of the languages; measured in tests/documents/test_language.py

_COMMON = {language: frozenset(words.split()) for language, words in _WORDS.items()}

_SCRIPTS = {
    "CYRILLIC": "a language in Cyrillic script, such as Russian or Ukrainian",
    "ARABIC": "a language in Arabic script, such as Arabic, Persian or Urdu",
    "DEVANAGARI": "a language in Devanagari script, such as Hindi",
    "BENGALI": "Bengali",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "THAI": "Thai",
    "MYANMAR": "Burmese",
    "ETHIOPIC": "a language in Ethiopic script, such as Amharic or Tigrinya",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "TAMIL": "Tamil",
    "SINHALA": "Sinhala",
    "KHMER": "Khmer",
    "GUJARATI": "Gujarati",
    "GURMUKHI": "Punjabi",
    "TELUGU": "Telugu",
    "MALAYALAM": "Malayalam",
    "KANNADA": "Kannada",
    "LAO": "Lao",
}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000
_ENOUGH_WORDS = 25
_ENGLISH_SHARE = 0.06  # lists and tables have few function words; other languages share some of them
_OTHER_SHARE = 0.12
_FOREIGN_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """`english` is the verdict; `looks_like` names the language in words, None when it cannot be told."""

    english: bool
    looks_like: str | None


def language_of(text: str) -> Language:
    """The verdict on a text, from samples of its start, middle and end."""
    words = _WORD.findall(_sampled(text))
    if foreign := _foreign_script(words):
        return Language(english=False, looks_like=foreign)
    if len(words) < _ENOUGH_WORDS:
        return Language(english=True, looks_like="English")
    counts = Counter(word.casefold().replace("’", "'") for word in words)
    shares = {language: sum(counts[word] for word in common) / len(words) for language, common in _COMMON.items()}
    best = max(shares, key=lambda language: shares[language])
    if best == "English" and shares[best] >= _ENGLISH_SHARE:
        return Language(english=True, looks_like="English")
    if shares[best] >= _OTHER_SHARE:
        return Language(english=False, looks_like=best)
    return Language(english=False, looks_like=None)


def _sampled(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _foreign_script(words: list[str]) -> str | None:
    """The language of a script other than Latin, when most letters are of that script."""
    letters = Counter(char for word in words for char in word if char > "\u024f")
    total = sum(len(word) for word in words)
    if sum(letters.values()) <= _FOREIGN_SHARE * total:
        return None
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[unicodedata.name(char, "?").split()[0]] += count
    script = scripts.most_common(1)[0][0]
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * scripts["CJK"] and script == "CJK":
        script = "HIRAGANA"
    return _SCRIPTS.get(script, "a language in another script") if script != "LATIN" else None
