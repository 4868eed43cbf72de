"""Builds the product's reference data from packages: maps, localities and postal codes.

Run it with ``python -m tools.build_reference`` in an environment that has what
``tools/reference/requirements.txt`` names. The same packages give the same files, byte for byte.
The classifications (``sni2007*.csv``, ``ssyk2012.csv``, ``occupation_gender.csv``, ``job_titles.csv``) are
facts written down in the product: they are only validated here.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tools.reference import sources
from tools.reference.classifications import problems
from tools.reference.geometry import Point, representative_point, simplified
from tools.reference.localities import Locality, localities
from tools.reference.postal import PostalPlace, postal_places
from tools.reference.sources import Area

FILES = Path(__file__).parents[1] / "dashboard" / "data" / "reference" / "files"
DECIMALS = 4


def main() -> int:
    """Build every generated file and validate the others; 1 when one is not valid."""
    counties = {area.code: area for area in sources.counties()}
    municipalities = sources.municipalities()
    names = {area.code: area.name for area in municipalities}
    places = localities(sources.cities(), municipalities)
    centres = {area.code: representative_point(area.shape) for area in municipalities}
    FILES.mkdir(parents=True, exist_ok=True)
    _write_map("municipalities.geojson", municipalities, counties)
    _write_map("counties.geojson", list(counties.values()), counties)
    _write_table("localities.csv", LOCALITY_COLUMNS, (_locality_row(place, names) for place in places))
    codes = postal_places(sources.postal_records(), places, centres)
    _write_table("postal_codes.csv", POSTAL_COLUMNS, (_postal_row(place) for place in codes))
    found = problems(FILES)
    for problem in found:
        print(problem)
    return 1 if found else 0


LOCALITY_COLUMNS = (
    "locality", "municipality_code", "municipality", "latitude", "longitude", "population", "source",
)  # fmt: skip
POSTAL_COLUMNS = ("postal_code", "post_town", "municipality_code", "latitude", "longitude", "basis")


def _locality_row(place: Locality, names: Mapping[str, str]) -> tuple[str, ...]:
    population = str(place.population) if place.population else ""
    municipality = names[place.municipality_code]
    return (
        place.name,
        place.municipality_code,
        municipality,
        *_position(place.point),
        population,
        place.source,
    )


def _postal_row(place: PostalPlace) -> tuple[str, ...]:
    return (place.postal_code, place.post_town, place.municipality_code, *_position(place.point), place.basis)


def _position(point: Point) -> tuple[str, str]:
    longitude, latitude = point
    return f"{latitude:.{DECIMALS}f}", f"{longitude:.{DECIMALS}f}"


def _write_table(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with (FILES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _write_map(name: str, areas: Iterable[Area], counties: Mapping[str, Area]) -> None:
    features = [_feature(area, counties[area.code[:2]]) for area in areas]
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    (FILES / name).write_text(text + "\n", encoding="utf-8")


def _feature(area: Area, county: Area) -> dict[str, object]:
    longitude, latitude = representative_point(area.shape)
    return {
        "type": "Feature",
        "id": area.code,
        "properties": {
            "code": area.code,
            "name": area.name,
            "county_code": county.code,
            "county": county.name,
            "lat": round(latitude, DECIMALS),
            "lon": round(longitude, DECIMALS),
        },
        "geometry": {"type": "MultiPolygon", "coordinates": simplified(area.shape, DECIMALS)},
    }


if __name__ == "__main__":
    sys.exit(main())
