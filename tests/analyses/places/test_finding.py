import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.places.reports import analysed, places_of, read, report

from hearsay.analyses.places.finding import find_places, resolve_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.errors import UsageError
from hearsay.records.place import PlacePrecision
from hearsay.records.span import Span


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("A bomb went off in Quetta on Monday.", "Quetta", 1167528),
        ("They fled to Karachi.", "Karachi", 1174872),
        ("Fighters left Ayn al-Arab, and Tal Afar.", "Ayn al-Arab", 172256),
        ("Police in Londonderry, Northern Ireland, made two arrests.", "Londonderry", 2643736),
        ("He was shot in Alexandria, Va., last week.", "Alexandria", 4744091),
        ("He was shot in Alexandria, Egypt, last week.", "Alexandria", 361058),
        ("Troops entered the Syrian city of Tripoli's twin. Shells fell on Tripoli, Lebanon.", "Tripoli", 266826),
        ("Clashes spread from Deir Ezzor to Raqqa.", "Deir Ezzor", 170794),
        ("Rebels in Colombia's Cauca department burned a truck.", "Cauca", 3687029),
    ],
)
def test_names_resolve_by_their_context(text: str, name: str, id: int) -> None:
    assert read(text)[name].geonames_id == id


@pytest.mark.parametrize("name", ["Coastal Liberation Front", "River League", "Northern Yemen Army"])
def test_an_organisation_is_no_part_of_the_land(name: str) -> None:
    assert not any(place.precision is PlacePrecision.REGION for place in read(f"The {name} denied it.").values())


@pytest.mark.parametrize("name", ["Gulf Courier", "Bay Courier", "Cape Dispatch"])
def test_a_paper_named_for_the_land_is_no_part_of_it(name: str) -> None:
    entities = [(word, "ORG") for word in name.split()]
    assert name not in places_of(report(f"I have paid nobody, he told {name} by telephone."), entities)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Orvelin, 90 kilometres southeast of the capital, rebels blew up a bridge.", "Orvelin"),
        ("The bank of the village, Tilmarra, was burned down by forty men.", "Tilmarra"),
        ("Six were shot dead at Quessara, some 35 km (22 miles) north of Bamako.", "Quessara"),
        ("Troops held Dol Vareth (12 miles off the coast road) until dusk.", "Dol Vareth"),
    ],
)
def test_a_name_that_no_gazetteer_has_is_a_town_where_the_text_says_so(text: str, name: str) -> None:
    place = read(text)[name]
    assert (place.precision, place.latitude, place.geonames_id) == (PlacePrecision.CITY, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Orvelin ran 90 kilometres last week.",
        "The bank of the village, Orvelin told the court, was his.",
        "Captain Orvelin, 40, drove three miles in the dark.",
    ],
)
def test_a_name_beside_a_length_is_no_town_for_that(text: str) -> None:
    assert "Orvelin" not in read(text)


def test_an_unlisted_name_is_one_place() -> None:
    document = report("Shells fell on Lake Orvin. Togo and Mali spoke. In Ghana, boats left Lake Orvin.")
    found = find_places(document, *analysed(document), PlaceOptions())
    assert [(place.country, len(place.mentions)) for place in found if place.name == "Lake Orvin"] == [("GH", 2)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Three bombs went off on Java on Sunday.", "Java", "ID"),
        ("Rebels on Luzon freed two miners.", "Luzon", "PH"),
        ("Patrols in Matabeleland found the mine.", "Matabeleland", "ZW"),
        ("A tanker was hit in the Strait of Malacca.", "Strait of Malacca", None),
    ],
)
def test_islands_regions_and_straits_are_no_village_of_the_name(text: str, name: str, country: str | None) -> None:
    place = read(text)[name]
    assert (place.country, place.precision, place.latitude) == (country, PlacePrecision.REGION, None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Officials in Ivory Coast said so.", "CI"),
        ("Officials in Zaire said so.", "CD"),
        ("Officials in East Timor said so.", "TL"),
        ("Officials in Kosovo said so.", "XK"),
        ("Officials in Yugoslavia said so.", "YU"),
        ("Officials in the Soviet Union said so.", "SU"),
        ("Officials in the U.S. said so.", "US"),
    ],
)
def test_countries_of_any_period(text: str, country: str) -> None:
    [place] = set(read(text).values())
    assert (place.country, place.precision) == (country, PlacePrecision.COUNTRY)


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Raids in Chechnya went on.", "Chechnya", "RU", PlacePrecision.ADMIN1),
        ("Raids in the West Bank went on.", "West Bank", "PS", PlacePrecision.ADMIN1),
        ("Raids in the Gaza Strip went on.", "Gaza Strip", "PS", PlacePrecision.ADMIN1),
        ("Raids in Tigray went on.", "Tigray", "ET", PlacePrecision.ADMIN1),
        ("Raids in Northern Ireland went on.", "Northern Ireland", "GB", PlacePrecision.ADMIN1),
        ("Raids in the Sinai Peninsula went on.", "Sinai Peninsula", "EG", PlacePrecision.REGION),
        ("Raids in the Sahel went on.", "Sahel", None, PlacePrecision.REGION),
        ("Raids in the Middle East went on.", "Middle East", None, PlacePrecision.REGION),
        ("Raids in Kashmir went on.", "Kashmir", None, PlacePrecision.REGION),
        ("Raids in Donbas went on.", "Donbas", "UA", PlacePrecision.REGION),
        ("Raids in North Waziristan went on.", "North Waziristan", "PK", PlacePrecision.ADMIN2),
    ],
)
def test_areas_and_regions(text: str, name: str, country: str | None, precision: PlacePrecision) -> None:
    place = read(text)[name]
    assert (place.country, place.precision) == (country, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Boston Scientific makes valves.",
        "Mr. Jackson said nothing.",
        "President Lincoln was there, and Paris Hilton too, the agent said.",
        "The Bank of England kept its rate.",
        "The University of Karachi was shut.",
        "Fighters of the Islamic State of Iraq and the Levant fled.",
        "The Pakistani Taliban denied it.",
        "Most of them met on Monday in March; May was worse.",
        "I.S. and the FDA told us.",
        "Reading the letter, Nice people said so.",
        "The Karachi Stock Exchange fell.",
        "He studies at Oxford University Press.",
        "Troops of the tightly controlled Islamic Republic fired back.",
    ],
)
def test_parts_of_other_names_are_no_places(text: str) -> None:
    assert read(text) == {}


def test_a_town_lies_within_the_area_behind_the_comma() -> None:
    places = read("He was born in Boston, Massachusetts.")
    assert places["Boston"].within == places["Massachusetts"].id
    assert places["Boston"].admin1 == "Massachusetts"
    assert places["Massachusetts"].precision is PlacePrecision.ADMIN1


def test_a_list_of_countries_is_no_chain() -> None:
    places = read("Envoys of China, Japan, Jordan and Georgia met.")
    assert {name: place.country for name, place in places.items()} == {
        "China": "CN",
        "Japan": "JP",
        "Jordan": "JO",
        "Georgia": "GE",
    }


def test_a_place_named_twice_is_one_place() -> None:
    document = report("Shells hit Mosul. By noon Mosul was quiet.", dateline="MOSUL, Iraq")
    sentences, tokens = analysed(document)
    [mosul] = [p for p in find_places(document, sentences, tokens, PlaceOptions()) if p.geonames_id == 99072]
    assert [span.of(document.text) for span in mosul.mentions] == ["MOSUL", "Mosul", "Mosul"]


def test_a_named_site_lies_in_the_town_of_the_headline_and_has_no_point() -> None:
    places = places_of(
        report("Gunmen raided the Balochistan Police College late on Monday.", headline="Dozens Die in Raid in Quetta")
    )
    college = places["Balochistan Police College"]
    assert college.precision is PlacePrecision.SITE
    assert college.within == places["Quetta"].id
    assert (college.country, college.admin1) == ("PK", "Balochistan")
    assert (college.latitude, college.longitude, college.geonames_id) == (None, None, None)
    assert any("Quetta" in reason for reason in college.reasons)


@pytest.mark.parametrize(
    ("text", "site", "town"),
    [
        ("They stormed a police academy in Quetta.", "police academy", "Quetta"),
        ("A bomb tore through a mosque in the city of Mosul.", "mosque", "Mosul"),
        ("Doctors at Al-Shifa Hospital in Gaza City spoke of burns.", "Al-Shifa Hospital", "Gaza City"),
        ("A blast shook Kabul International Airport.", "Kabul International Airport", None),
        ("Guards fled from Evin prison.", "Evin prison", None),
    ],
)
def test_sites_keep_the_words_of_the_report(text: str, site: str, town: str | None) -> None:
    places = read(text)
    assert places[site].precision is PlacePrecision.SITE
    assert places[site].latitude is None
    if town is not None:
        assert places[site].within == places[town].id


def test_what_is_near_a_town_is_not_in_it() -> None:
    places = read("Gunmen attacked a checkpoint near Kandahar.")
    assert places["checkpoint"].within is None
    assert places["checkpoint"].country == "AF"


def test_a_described_region_takes_its_country_from_the_words_and_no_point() -> None:
    places = read("But Pakistan has carried out offensives against militants in its border tribal regions.")
    region = places["border tribal regions"]
    assert (region.country, region.precision) == ("PK", PlacePrecision.REGION)
    assert (region.latitude, region.geonames_id) == (None, None)


def test_a_described_region_of_no_known_country_stays_without_one() -> None:
    assert read("The rebels hide in remote areas.")["remote areas"].country is None


@pytest.mark.parametrize(
    ("text", "part", "whole", "country"),
    [
        ("Fighting spread in northern Mali.", "northern Mali", "Mali", "ML"),
        ("Fighting spread in southeastern Turkey.", "southeastern Turkey", "Turkey", "TR"),
        ("Fighting spread in the south of Yemen.", "south of Yemen", "Yemen", "YE"),
        ("Fighting spread in Pakistan's northwest.", "Pakistan's northwest", "Pakistan", "PK"),
    ],
)
def test_parts_of_a_country_are_regions_within_it(text: str, part: str, whole: str, country: str) -> None:
    places = read(text)
    assert places[part].within == places[whole].id
    assert (places[part].country, places[part].precision) == (country, PlacePrecision.REGION)
    assert places[part].latitude is None


def test_a_village_that_no_gazetteer_knows_is_kept_without_a_point() -> None:
    places = read("Men burned huts in the village of Ngurbaraka in Chad.")
    village = places["Ngurbaraka"]
    assert (village.precision, village.country, village.geonames_id) == (PlacePrecision.CITY, "TD", None)
    assert village.within == places["Chad"].id
    assert village.latitude is None


def test_capitals_are_read() -> None:
    places = read(
        "IN THE CAPITAL GUERRILLAS ATTACKED, AND IN SAN MIGUEL. THE ARMY OF EL SALVADOR TOLD US MOST OF THEM ARE DEAD."
    )
    assert places["SAN MIGUEL"].country == "SV"
    assert places["EL SALVADOR"].precision is PlacePrecision.COUNTRY
    assert not {"US", "THE CAPITAL", "CAPITAL"} & places.keys()
    assert "MOST" not in places


def test_photo_credits_are_not_read() -> None:
    assert places_of(report("Nothing happened.", credit="Photo: Asif Khan, Peshawar")) == {}


def test_the_name_tagger_decides_where_it_has_read() -> None:
    assert read("They met Sydney in London.").keys() == {"London", "Sydney"}
    assert places_of(report("They met Sydney in London."), [("Sydney", "PER"), ("London", "LOC")]).keys() == {"London"}
    assert places_of(report("Huts burned in Ngurba."), [("Ngurba", "LOC")])["Ngurba"].latitude is None
    assert places_of(report("The European Union met."), [("European", "LOC"), ("Union", "LOC")]).keys() <= {
        "European Union"
    }


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("The Kasur-based trader denied it.", "Kasur", "ORG"),
        ("Sen. Ann Marr, D-Boise, voted no.", "Boise", "PER"),
        ("Ann Marr of Sligo was hurt.", "Sligo", "PER"),
        ("Ann Marr, 34, of Sligo was hurt.", "Sligo", "PER"),
        ("A Kasur man was held.", "Kasur", "PER"),
        ("Three were held, Kasur police said.", "Kasur", "ORG"),
        ("Boise Mayor Ann Marr was there.", "Boise", "PER"),
        ("BOISE — A shop burned.", "BOISE", "PER"),
        ("Ann Marr, of Alpena, Mich., was hurt.", "Mich.", "PER"),
        ("Seven men from Sligo were held.", "Sligo", "PER"),
    ],
)
def test_words_around_a_name_outrank_the_tagger(text: str, name: str, type: str) -> None:
    people = [(part, "PER") for part in ("Ann", "Marr")]
    assert name.title() in {found.title() for found in places_of(report(text), [(name.strip("."), type), *people])}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The Sligo Group denied it.", "ORG"),
        ("The Saba news agency said so.", "ORG"),
        ("Deaths from the Marburg virus rose.", "ORG"),
        ("It was the work of Mr. Boise.", "PER"),
        ("She told Boise of it.", "PER"),
        ("He lives in Bank of Sligo House.", "ORG"),
    ],
)
def test_names_of_others_stay_theirs(text: str, type: str) -> None:
    words = [(word, type) for word in ("Sligo", "Group", "Saba", "Marburg", "Boise", "Bank", "House")]
    assert places_of(report(text), words) == {}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The Karachi Stock Exchange fell.", {"Karachi"}),
        ("It was the Donetsk Philharmonic that played.", {"Donetsk"}),
        ("The Coastal Liberation Front denied it.", set()),
        ("He lives in Lincoln Road.", set()),
    ],
)
def test_places_inside_names_are_listed_for_those_who_ask(text: str, inside: set[str]) -> None:
    document = report(text)
    words = [(word, "ORG") for word in "Karachi Stock Exchange Donetsk Philharmonic Coastal Liberation Front".split()]
    sentences, tokens = analysed(document, words)
    found = find_places(document, sentences, tokens, PlaceOptions(inside_names=True))
    assert {place.name for place in found} == inside
    assert find_places(document, sentences, tokens, PlaceOptions()) == ()


@pytest.mark.parametrize("name", ["Lake Orvin", "Mount Orvin", "Cape Orvin"])
def test_a_word_of_the_land_is_no_town_that_locates(name: str) -> None:
    places = read(f"Gunmen attacked a terminal near {name} on Monday.")
    assert {place.country for place in places.values()} <= {None}


def test_a_county_tells_which_town_of_a_name_is_meant() -> None:
    assert read("A barn burned in Dover.")["Dover"].admin1 != "Ohio"
    assert read("A barn burned in Dover. The sheriff of Tuscarawas County came.")["Dover"].admin1 == "Ohio"


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Boards in Otoe, Sarpy and Cass counties met.", "Otoe", PlacePrecision.ADMIN2),
        ("Raids in Kunduz, Takhar and Badakhshan provinces went on.", "Kunduz", PlacePrecision.ADMIN1),
        ("A court in Otoe and another in Cass counties sat.", "Cass", PlacePrecision.ADMIN2),
    ],
)
def test_the_word_behind_a_list_says_the_level_of_all(text: str, name: str, precision: PlacePrecision) -> None:
    assert read(text)[name].precision is precision


def test_names_that_are_given_are_resolved_by_the_text() -> None:
    document = report("A Kenyan flew from Paris, Texas, to Xyzzyville.")
    sentences, tokens = analysed(document)
    spans = [Span(document.text.index(word), document.text.index(word) + len(word)) for word in ("Kenyan", "Paris")]
    unknown = Span(document.text.index("Xyzzy"), document.text.index("Xyzzy") + len("Xyzzyville"))
    kenya, paris, nowhere = resolve_places(document, sentences, tokens, [*spans, unknown], PlaceOptions())
    assert kenya is not None
    assert paris is not None
    assert (kenya.country, paris.country, nowhere) == ("KE", "US", None) or paris.country == "FR"
    assert kenya.reasons


def test_every_place_says_why() -> None:
    places = read("A bomb went off in Quetta, and a hospital in Kunduz burned.")
    assert all(place.reasons and all(place.reasons) for place in places.values())


def test_a_missing_gazetteer_is_told() -> None:
    document = report("In Quetta.")
    sentences, tokens = analysed(document)
    with pytest.raises(UsageError, match="no gazetteer at"):
        find_places(document, sentences, tokens, PlaceOptions(gazetteer=Path("absent.sqlite")))


WORDS = """Quetta in the Boston, Mali's northern U.S. of al- Camp Lake “Paris” IRAQ . province Police College Syrian
border regions ’s St. Ü (Lebanon) —""".split()


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=9).map("\n\n".join),
        st.text(max_size=80),
    )
)
def test_any_text_gives_places_whose_mentions_are_its_words(body: str) -> None:
    if not body.strip():
        return
    document = report(re.sub(r"[\ud800-\udfff]", "", body) or "x")
    sentences, tokens = analysed(document)
    places = find_places(document, sentences, tokens, PlaceOptions())
    assert places == find_places(document, sentences, tokens, PlaceOptions())
    ids = {place.id for place in places}
    assert len(ids) == len(places)
    for place in places:
        assert place.mentions == tuple(sorted(set(place.mentions)))
        assert all(span.of(document.text).strip() for span in place.mentions)
        assert place.within is None or place.within in ids - {place.id}
        assert (place.latitude is None) == (place.longitude is None)
        assert place.latitude is None or place.geonames_id is not None


@pytest.mark.parametrize("name", ["Escalon", "Pottsboro", "Fernley"])
def test_a_district_that_has_only_a_far_towns_name_is_not_in_that_country(name: str) -> None:
    text = f"Guerrillas fought in the {name} district. El Salvador's army lost two men in San Miguel, El Salvador."
    place = read(text)[name]
    assert (place.geonames_id, place.precision) == (None, PlacePrecision.ADMIN2)
    assert place.country != "US"
