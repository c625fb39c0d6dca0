"""`geojson`: a feature a case, for maps. A case without coordinates has no geometry; none is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.exports import coding
from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.flat import COLUMNS, values
from hearsay.exports.tables import written_whole
from hearsay.records.belief import Belief


class GeoJson:
    """Points on a map, a feature a case, as GeoJSON (RFC 7946)."""

    name = "geojson"
    suffix = ".geojson"

    def write(self, material: Material, path: Path) -> Written:
        count = 0
        with written_whole(path) as file:
            file.write('{"type": "FeatureCollection", "features": [')
            for belief in material.beliefs():
                file.write(("," if count else "") + "\n" + json.dumps(_feature(belief), ensure_ascii=False))
                count += 1
            file.write("\n]}\n")
        return Written(files=(path,), rows=count, left_out=0)

    def check(self, path: Path) -> Iterator[Fault]:
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise UsageError(f"{str(path)!r} cannot be read as JSON: {error}; give a file that was exported") from error
        features = found.get("features") if isinstance(found, dict) else None
        if not isinstance(features, list) or found.get("type") != "FeatureCollection":
            yield Fault(row=None, column=None, message="this is no FeatureCollection")
            return
        for number, feature in enumerate(features, start=1):
            yield from _faults(number, feature)


def _feature(belief: Belief) -> dict[str, object]:
    place = coding.where(belief)
    geometry = None
    if place is not None and place.latitude is not None and place.longitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {"type": "Feature", "id": belief.case.id, "geometry": geometry, "properties": values(belief)}


def _faults(number: int, feature: object) -> Iterator[Fault]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        yield Fault(row=number, column=None, message="this is no Feature")
        return
    properties = feature.get("properties")
    if not isinstance(properties, dict) or set(properties) != set(COLUMNS):
        yield Fault(row=number, column="properties", message="the properties are not those of this export")
    geometry = feature.get("geometry")
    if geometry is not None and not _is_point(geometry):
        yield Fault(row=number, column="geometry", message="this is no point of longitude and latitude")


def _is_point(geometry: object) -> bool:
    ends = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
    if not isinstance(ends, list) or len(ends) != 2 or not all(isinstance(end, int | float) for end in ends):
        return False
    return bool(abs(ends[0]) <= 180 and abs(ends[1]) <= 90)
