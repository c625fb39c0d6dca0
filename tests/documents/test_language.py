# ruff: noqa: E501 (a line of these texts is a sentence or more)
"""English is told from other languages, whatever the names and capitals in it.

The foreign sentences are our own. Measured on open corpora: no report of 1,874 in English was refused (docs/quality.md
holds such figures; the corpora are not in the repository).
"""

from __future__ import annotations

import pytest
from tests.documents import reports

from hearsay.documents.language import language_of

FOREIGN = {
    "Spanish": reports.SPANISH,
    "French": "Au moins cinq personnes ont été tuées lundi dans l'explosion d'une voiture piégée devant une caserne de la "
    "police, selon le gouvernement, qui accuse les rebelles du nord. Le ministre a promis que les auteurs de cette attaque "
    "seraient traduits en justice et qu'il n'y aurait pas de négociations.",
    "German": "Bei der Explosion einer Autobombe vor einer Kaserne der Polizei sind am Montag mindestens fünf Menschen "
    "getötet worden, wie die Regierung mitteilte. Der Minister sagte, die Täter würden vor Gericht gestellt und es werde "
    "nicht mit den Aufständischen verhandelt.",
    "Portuguese": "Pelo menos cinco pessoas morreram na segunda-feira na explosão de um carro-bomba em frente a um quartel "
    "da polícia, segundo o governo, que não tem dúvidas sobre os autores do ataque e diz que não haverá negociações com os "
    "rebeldes.",
    "Turkish": "Pazartesi günü polis karakolunun önünde bir bombalı aracın patlaması sonucu en az beş kişi öldü. Bakan bu "
    "saldırı için örgütü suçladı ve daha sonra bir açıklama ile bu olay için çok üzgün olduğunu söyledi, ancak ne kadar "
    "yaralı olduğu bilinmiyor.",
    "Indonesian or Malay": "Sedikitnya lima orang tewas pada hari Senin dalam ledakan bom mobil di depan markas polisi, kata "
    "pemerintah. Menteri itu mengatakan bahwa pelaku serangan tersebut akan dibawa ke pengadilan dan tidak ada perundingan "
    "dengan para pemberontak di daerah ini.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_told_and_named(language: str) -> None:
    found = language_of(FOREIGN[language])
    assert not found.english
    assert found.looks_like == language


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("По меньшей мере пять человек погибли в понедельник при взрыве", "Cyrillic"),
        ("قتل خمسة أشخاص على الأقل يوم الاثنين في انفجار سيارة", "Arabic"),
        ("सोमवार को कार बम विस्फोट में कम से कम पांच लोग मारे गए", "Hindi"),
        ("周一，一枚汽车炸弹在警察局前爆炸，至少五人死亡。", "Chinese"),
        ("月曜日、警察署の前で車が爆発し、少なくとも五人が死亡しました。", "Japanese"),
        ("월요일 경찰서 앞에서 차량 폭탄이 터져 최소 다섯 명이 숨졌다", "Korean"),
    ],
)
def test_other_scripts_are_told_however_short(text: str, named: str) -> None:
    found = language_of(text)
    assert not found.english
    assert named in (found.looks_like or "")


@pytest.mark.parametrize("text", [*reports.ALL_TEXTS, reports.MONITORED, reports.WIRE.upper()])
def test_english_reports_pass_in_capitals_too(text: str) -> None:
    assert language_of(text).english


def test_foreign_names_and_a_foreign_quotation_do_not_make_a_report_foreign() -> None:
    text = (
        "The Ejército de la Montaña Alta and the Frente Popular de Liberación del Norte said in Puerto Claro that they had "
        "nothing to do with it. “No fuimos nosotros y no sabemos quién fue,” wrote Comandante Luis de la Vega y Ortiz."
    )
    assert language_of(text).english


def test_short_texts_get_the_benefit_of_the_doubt() -> None:
    assert language_of("Bomba en Puerto Claro").english
