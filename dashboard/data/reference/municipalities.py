"""The 290 municipalities and 21 counties of Sweden."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dashboard.data.reference.files import FILES
from dashboard.data.reference.names import letters, plain_letters

_ENDINGS = ("skommun", "kommun", "sstad", "stad", "municipality")
_GOTLAND = "region"
_CODE = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its county; the position is a representative point inside it, WGS 84 degrees."""

    code: str
    name: str
    county_code: str
    county: str
    latitude: float
    longitude: float


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Every municipality by its four-digit code."""
    collection = json.loads(municipality_polygons_path().read_text(encoding="utf-8"))
    found = (_municipality(feature["properties"]) for feature in collection["features"])
    return MappingProxyType({municipality.code: municipality for municipality in found})


@cache
def counties() -> Mapping[str, str]:
    """The counties' names by two-digit code."""
    return MappingProxyType({place.county_code: place.county for place in municipalities().values()})


def find_municipality(text: str) -> Municipality | None:
    """The municipality with this four-digit code or name, however it is spelled; None without one.

    Example:
        >>> find_municipality("upplands-vasby kommun").code
        '0114'
    """
    text = text.strip()
    if _CODE.fullmatch(text):
        return municipalities().get(text)
    # The exact letters win, so that Håbo and Habo stay apart; without its marks Habo is Habo.
    return _by_spelling(text, letters) or _by_spelling(text, plain_letters)


def municipality_polygons_path() -> Path:
    """The municipalities as GeoJSON, for drawing; the feature id is the code."""
    return FILES / "municipalities.geojson"


def county_polygons_path() -> Path:
    """The counties as GeoJSON, for drawing; the feature id is the code."""
    return FILES / "counties.geojson"


def _municipality(properties: Mapping[str, str | float]) -> Municipality:
    return Municipality(
        code=str(properties["code"]),
        name=str(properties["name"]),
        county_code=str(properties["county_code"]),
        county=str(properties["county"]),
        latitude=float(properties["lat"]),
        longitude=float(properties["lon"]),
    )


def _by_spelling(text: str, spell: Callable[[str], str]) -> Municipality | None:
    index = _index(spell)
    return next((index[name] for name in _readings(spell(text)) if name in index), None)


def _readings(name: str) -> Iterable[str]:
    """The name itself, then without `kommun` or `stad`, with the genitive s of `Stockholms stad`."""
    yield name
    for ending in _ENDINGS:
        if name.endswith(ending):
            yield name.removesuffix(ending)
    # Gotland's municipality is a region and says so.
    yield name.removeprefix(_GOTLAND)


@cache
def _index(spell: Callable[[str], str]) -> Mapping[str, Municipality]:
    index: dict[str, Municipality] = {}
    ambiguous: set[str] = set()
    for municipality in municipalities().values():
        name = spell(municipality.name)
        if name in index:
            ambiguous.add(name)
        index[name] = municipality
    return {name: municipality for name, municipality in index.items() if name not in ambiguous}
