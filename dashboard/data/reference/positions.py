"""Where a row of an employer or client lies, from the best of what the row says."""

from __future__ import annotations

from dashboard.data.reference.localities import find_locality
from dashboard.data.reference.municipalities import municipalities
from dashboard.data.reference.places import Place, Position
from dashboard.data.reference.postal_codes import find_postal_code


def locate(
    latitude: float | None = None,
    longitude: float | None = None,
    postal_code: str | None = None,
    locality: str | None = None,
    municipality_code: str | None = None,
) -> Position:
    """The row's own coordinates, else its postal code's, its locality's or its municipality's, in that order.

    The row's own municipality code stands as it is; without one it is the postal code's or the locality's.

    Example:
        >>> locate(locality="Brottby", municipality_code="0115").precision
        'locality'
    """
    municipality_code = municipality_code or None
    by_code = find_postal_code(postal_code) if postal_code else None
    known_in = municipality_code or (by_code.municipality_code if by_code else None)
    by_name = find_locality(locality, known_in) if locality else None
    belongs_to = known_in or (by_name.municipality_code if by_name else None)
    if latitude is not None and longitude is not None:
        return Position(latitude, longitude, "exact", belongs_to)
    for place in (by_code, by_name):
        if place is not None and place.precision != "municipality":
            return _at(place, belongs_to)
    return _in_municipality(belongs_to)


def _at(place: Place, municipality_code: str | None) -> Position:
    return Position(place.latitude, place.longitude, place.precision, municipality_code)


def _in_municipality(code: str | None) -> Position:
    municipality = municipalities().get(code) if code else None
    if municipality is None:
        return Position(None, None, "none", code)
    return Position(municipality.latitude, municipality.longitude, "municipality", code)
