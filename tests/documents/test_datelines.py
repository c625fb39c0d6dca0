"""Datelines: where they end, what they say, and what only looks like one."""

from __future__ import annotations

import pytest

from hearsay.documents.datelines import dateline

LEADS = [
    ("KHARUM: Gunmen said on Wednesday", "KHARUM: ", "KHARUM", None, None),
    ("LUVIA, Tessaly (AP) — A bomb went off", "LUVIA, Tessaly (AP) — ", "LUVIA", None, "AP"),
    ("LUVIA, Tessaly, March 3 (Reuters) - A bomb", "LUVIA, Tessaly, March 3 (Reuters) - ", "LUVIA", None, "Reuters"),
    (
        "PUERTO CLARO, 3 JAN 90 (ACAN-EFE) -- [TEXT] The army",
        "PUERTO CLARO, 3 JAN 90 (ACAN-EFE) -- [TEXT] ",
        "PUERTO CLARO",
        "1990-01-03",
        "ACAN-EFE",
    ),
    ("LUVIA -- Two men were shot", "LUVIA -- ", "LUVIA", None, None),
    ("(Reuters) - Two men were shot", "(Reuters) - ", None, None, "Reuters"),
    ("(CNN)Two men were shot", "(CNN)", None, None, "CNN"),
    ("Old Brenna, July 5: Two men were shot dead", "Old Brenna, July 5: ", "Old Brenna", None, None),
    ("BRENNA/LUVIA: Two men were shot", "BRENNA/LUVIA: ", "BRENNA/LUVIA", None, None),
    ("BRENNA, Oct 26 (APP): Two men", "BRENNA, Oct 26 (APP): ", "BRENNA", None, "APP"),
    (
        "Brenna – Suspected gunmen have killed ten people in a village",
        "Brenna – ",
        "Brenna",
        None,
        None,
    ),
    ("Brenna/Luvia, 4 March 2013 – Ten people", "Brenna/Luvia, 4 March 2013 – ", "Brenna/Luvia", "2013-03-04", None),
    ("BRENNA, April 30 , 1997 (AFP) A bomb", "BRENNA, April 30 , 1997 (AFP) ", "BRENNA", "1997-04-30", "AFP"),
    ("BRENNA, 3 May , 2001 — A bomb", "BRENNA, 3 May , 2001 — ", "BRENNA", "2001-05-03", None),
    ("BRENNA, Dec 10 , 2006, 2006 — A bomb", "BRENNA, Dec 10 , 2006, 2006 — ", "BRENNA", "2006-12-10", None),
    ("BRENNA, Aug. 15 — A bomb went off", "BRENNA, Aug. 15 — ", "BRENNA", None, None),
    ("BRENNA, 26 October. /TASS/. The president", "BRENNA, 26 October. /TASS/. ", "BRENNA", None, "TASS"),
    ("Brenna, Oct 26, IRNA – The president", "Brenna, Oct 26, IRNA – ", "Brenna", None, "IRNA"),
    ("BRENNA, Ore. (KOIN) — Three people", "BRENNA, Ore. (KOIN) — ", "BRENNA", None, "KOIN"),
    ("ORSOLA, April 9, 1945 (AP) - The", "ORSOLA, April 9, 1945 (AP) - ", "ORSOLA", "1945-04-09", "AP"),
    ("PORT-AU-LAC, Marenga (AP) -- Two men", "PORT-AU-LAC, Marenga (AP) -- ", "PORT-AU-LAC", None, "AP"),
    ("N'DOMA (AFP) - Two men", "N'DOMA (AFP) - ", "N'DOMA", None, "AFP"),
    ("ORSOLA, Tessaly (AP) _ Two men", "ORSOLA, Tessaly (AP) _ ", "ORSOLA", None, "AP"),
    ("(Nora Hale and Osei Dara, Reuters) Two men", "(Nora Hale and Osei Dara, Reuters) ", None, None, "Reuters"),
    ("(Nora Hale, Los Angeles Times) Two men", "(Nora Hale, Los Angeles Times) ", None, None, "Los Angeles Times"),
    ("NZPA-Reuter Rome Two men have", "NZPA-Reuter Rome ", "Rome", None, "NZPA-Reuter"),
    ("Reuter Buenos Aires, Two men have", "Reuter Buenos Aires, ", "Buenos Aires", None, "Reuter"),
    ("Colombo (Hill Post/Wires) – Two men", "Colombo (Hill Post/Wires) – ", "Colombo", None, "Hill Post/Wires"),
]


@pytest.mark.parametrize(("text", "head", "place", "date", "source"), LEADS)
def test_a_dateline_is_cut_where_the_words_of_the_report_begin(
    text: str, head: str, place: str | None, date: str | None, source: str | None
) -> None:
    found = dateline(text)
    assert found is not None
    assert (text[: found.end], found.place, found.date, found.source) == (head, place, date, source)


@pytest.mark.parametrize(
    "text",
    [
        "The Hill Brigade – a banned group – attacked a village on Monday.",
        "Hill Brigade – the banned group – attacked a village on Monday.",
        "Police: Man killed in the attack on the city of Kharum",
        "UPDATE: Two men were shot",
        'Moret: "We will not yield to terror, and we shall go on."',
        "Tomas Arel, a spokesman for the group, said: “Yes.”",
        "Lake-e-Sabra (LeS) - A banned group said so.",
        "At least 10 people were killed - all of them recruits.",
        "He said: The war is over.",
        "Reuters Rome bureau was searched on Monday.",
        "(Hale, the minister, was not hurt) Two men were shot.",
        "AFP Photographer Nora Hale was shot in Rome.",
        "Nora Hale (Labour) – The minister was not hurt.",
    ],
)
def test_a_sentence_with_a_dash_or_colon_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_a_day_without_a_year_is_known_to_be_a_day_and_no_date() -> None:
    found = dateline("LUVIA, March 3 (Reuters) - A bomb went off")
    assert found is not None
    assert found.dated
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "PUERTO CLARO, 3 JAN 90 -- [REPORT] [ARMED FORCES PRESS\nCOMMITTEE] [TEXT] THE BATTALION SAID",
            "PUERTO CLARO, 3 JAN 90 -- [REPORT] [ARMED FORCES PRESS\nCOMMITTEE] [TEXT] ",
        ),
        (
            "PUERTO CLARO (MARENGA), NO DATE -- [SPEECH] [TEXT] [CONTINUED] WE SAY",
            "PUERTO CLARO (MARENGA), NO DATE -- [SPEECH] [TEXT] [CONTINUED] ",
        ),
        ("PUERTO CLARO -- THE ARMY SAID", "PUERTO CLARO -- "),
    ],
)
def test_in_a_report_in_capitals_a_date_source_or_double_dash_tells_the_dateline(text: str, head: str) -> None:
    found = dateline(text, shouting=True)
    assert found is not None
    assert text[: found.end] == head


@pytest.mark.parametrize(
    "text", ["MEANWHILE, THREE REBELS WERE KILLED -- THE ARMY SAID", "THE ARMY -- WHICH IS BASED IN LUVIA -- SAID"]
)
def test_in_a_report_in_capitals_an_aside_is_no_dateline(text: str) -> None:
    assert dateline(text, shouting=True) is None
