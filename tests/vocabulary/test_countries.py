import pytest

from hearsay.vocabulary.countries import countries, countries_of, country_of, demonym_countries, demonym_country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PK"),
        ("PAKISTAN", "PK"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Burma", "MM"),
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("US", "US"),
        ("Zaire", "CD"),
        ("the Soviet Union", "SU"),
        ("East Timor", "TL"),
        ("Kosovo", "XK"),
        ("Yugoslavia", "YU"),
        ("The Gambia", "GM"),
    ],
)
def test_names_that_the_press_uses_lead_to_the_code(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize("name", ["us", "Atlantis", "", "car", "Quetta"])
def test_what_is_no_country_is_none(name: str) -> None:
    assert country_of(name) is None


def test_an_ambiguous_name_keeps_all_its_countries() -> None:
    assert country_of("Congo") is None
    assert set(countries_of("Congo")) == {"CD", "CG"}
    assert set(demonym_countries("Koreans")) == {"KP", "KR"}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Pakistani", "PK"),
        ("Pakistanis", "PK"),
        ("Iraqi", "IQ"),
        ("Salvadoran", "SV"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Swiss", "CH"),
        ("Britons", "GB"),
        ("Frenchmen", "FR"),
        ("polish", None),
        ("Polish", "PL"),
        ("Korean", None),
        ("Monday", None),
    ],
)
def test_demonyms_lead_to_the_country(word: str, code: str | None) -> None:
    assert demonym_country(word) == code


def test_the_table_is_whole() -> None:
    table = countries()
    assert len(table) > 250
    assert all(len(c.alpha2) == 2 and len(c.alpha3) == 3 for c in table.values())
    assert all(other in table for c in table.values() for other in c.neighbours)
    assert all(country_of(c.name) == c.alpha2 for c in table.values())
