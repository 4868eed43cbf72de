"""How far employers are from a place that the reader has named: as the crow flies, and how roughly."""

import re
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.matching_parts import great_circle
from dashboard.data.reference import find_locality, find_municipality, find_postal_code
from dashboard.i18n import _
from dashboard.reports.employer_index import EmployerIndex, Numbers
from dashboard.reports.state import PageState

DISTANCES = (5, 10, 15, 30, 50)
"""Kilometres that the finder offers."""
_CODE = re.compile(r"(?:SE?-?)?\d{3}\s?\d{2}", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Origin:
    """A place to measure from.

    Attributes:
        name: what it is called.
        latitude: its point.
        longitude: as latitude.
        precision: what the point is: `postal_code`, `locality` or `municipality`, the middle of one.
    """

    name: str
    latitude: float
    longitude: float
    precision: str


def origin_of(page: PageState) -> Origin | None:
    """The place that the page names: a postal code, locality or municipality; None: no such place.

    A locality wins over the municipality of the same name: its point says more about where one is.
    Namesakes are told apart by the municipality that the page is narrowed to.
    """
    text = page.near or ""
    if _CODE.fullmatch(text):
        found = find_postal_code(text)
        return (
            Origin(f"{text} {found.name}", found.latitude, found.longitude, found.precision)
            if found
            else None
        )
    place = find_locality(text, page.municipality) or find_locality(text)
    if place is not None:
        return Origin(place.name, place.latitude, place.longitude, "locality")
    whole = find_municipality(text)
    return Origin(whole.name, whole.latitude, whole.longitude, "municipality") if whole else None


def kilometres(index: EmployerIndex, origin: Origin) -> Numbers:
    """From a place to each employer along the great circle; NaN where no more than a municipality is known.

    A municipality's point is not where an employer is, so it is never so-and-so far away, and never 0 km.
    """
    away = great_circle(index.points, (origin.latitude, origin.longitude))
    return np.where(index.measurable, away, np.nan)


def origin_words(origin: Origin) -> str:
    """From where it is measured, and how roughly."""
    how = {
        "postal_code": _("the middle of the post town"),
        "locality": _("the middle of the locality"),
        "municipality": _("the middle of the municipality, so only roughly"),
    }
    return _("Distances as the crow flies from {place} ({how}).").format(
        place=origin.name, how=how[origin.precision]
    )


def unknown_place(page: PageState) -> str:
    """What to say of a place that is not found."""
    return _(
        "“{place}” is not a postal code, locality or municipality that can be told apart; choose the "
        "municipality too if several places have the name. No distance is counted."
    ).format(place=page.near)
