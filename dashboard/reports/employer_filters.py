"""Which employers a page's filters leave, and what each filter is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.data.reference import municipalities, sni_title
from dashboard.i18n import _, language
from dashboard.reports.employer_index import EmployerIndex, Flags, Texts, plain_text
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.words import word

NOWHERE = "0000"
"""The municipality code in an address that asks for employers without a position; no municipality has it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A filter that is in force.

    Attributes:
        attribute: the field of PageState that holds it.
        empty: what the field holds without it.
        text: what it asks for, in words.
    """

    attribute: str
    empty: Any
    text: str


@dataclass(frozen=True, slots=True)
class Loosened:
    """What there would be without one filter.

    Attributes:
        criterion: the filter.
        matching: how many employers would pass all the others.
    """

    criterion: Criterion
    matching: int


def filter_masks(index: EmployerIndex, page: PageState) -> dict[str, Flags]:
    """For each filter in force, which employers pass it."""
    wanted = {
        "sector": page.sector,
        "ownership": page.ownership,
        "rung": page.rung,
        "warmth": page.warmth,
        "locality": page.locality,
        "municipality": page.municipality,
        "coach": page.coach,
        "free": page.free,
    }
    masks = {name: _MASKS[name](index, value) for name, value in wanted.items() if value is not None}
    words = plain_text(page.text).split()
    if words:
        masks["text"] = np.fromiter(
            (all(part in text for part in words) for text in index.texts), dtype=bool, count=len(index)
        )
    return masks


def passing(index: EmployerIndex, masks: Mapping[str, Flags]) -> Flags:
    """Which employers pass all the filters."""
    found = np.ones(len(index), dtype=bool)
    for mask in masks.values():
        found &= mask
    return found


def loosened(
    index: EmployerIndex, masks: Mapping[str, Flags], criteria: tuple[Criterion, ...]
) -> tuple[Loosened, ...]:
    """For each filter, what there would be without it alone: those that help, the most helpful first."""
    counts = [
        Loosened(criterion, int(passing(index, {k: v for k, v in masks.items() if k != name}).sum()))
        for criterion in criteria
        if (name := criterion.attribute) in masks
    ]
    return tuple(sorted((one for one in counts if one.matching), key=lambda one: -one.matching))


def criteria(index: EmployerIndex, page: PageState) -> tuple[Criterion, ...]:
    """The filters in force, in words."""
    coaches = index.state.coaches["name"]
    named: tuple[tuple[str, Any, Any, str, Callable[[Any], str]], ...] = (
        ("text", "", page.text or None, _("Search: {value}"), str),
        ("sector", None, page.sector, _("Sector: {value}"), sector_word),
        ("ownership", None, page.ownership, _("Ownership: {value}"), _known("ownership")),
        ("rung", None, page.rung, _("Rung: {value}"), _known("rung")),
        ("warmth", None, page.warmth, _("Warmth: {value}"), _known("warmth")),
        ("municipality", None, page.municipality, _("Municipality: {value}"), municipality_name),
        ("locality", None, page.locality, _("Locality: {value}"), str),
        ("coach", None, page.coach, _("Coach: {value}"), lambda key: str(coaches.get(key, key))),
        ("free", None, page.free, _("At least one free place"), str),
    )
    return tuple(
        Criterion(attribute, empty, label.format(value=words(value)))
        for attribute, empty, value, label, words in named
        if value is not None
    )


def sector_word(sector: str) -> str:
    """A section's or a division's name."""
    if sector == UNKNOWN:
        return _("not known")
    if sector.isdigit():
        return sni_title(sector, "en" if language() == "en" else "sv") or sector
    return word("sector", sector)


def municipality_name(code: str) -> str:
    """A municipality's name; the code when there is none."""
    if code == NOWHERE:
        return _("without a position")
    found = municipalities().get(code)
    return found.name if found else code


def _known(vocabulary: str) -> Any:
    return lambda key: _("not known") if key == UNKNOWN else word(vocabulary, key)


def _in_sector(index: EmployerIndex, sector: str) -> Flags:
    if sector.isdigit():
        return _equal(index.divisions, sector)
    return _equal(index.sections, "" if sector == UNKNOWN else sector)


def _in_municipality(index: EmployerIndex, code: str) -> Flags:
    return ~index.placed if code == NOWHERE else _equal(index.municipalities, code)


def _known_by(index: EmployerIndex, coach_id: str) -> Flags:
    """The coach's own: those tied to the coach, and those once tied that nobody is tied to any more."""
    ties = index.state.ties
    hers = (ties["coach_id"] == coach_id).to_numpy()
    employers = index.state.employers.index.get_indexer(pd.Index(ties["employer_id"].array[hers]))
    found = np.zeros(len(index), dtype=bool)
    nobody = index.state.employers["active_ties"].to_numpy() == 0
    found[employers] = ties["active"].to_numpy()[hers] | nobody[employers]
    return found


def _equal(texts: Texts, value: str) -> Flags:
    same: Flags = texts == value
    return same


_MASKS: Mapping[str, Callable[[EmployerIndex, Any], Flags]] = {
    "sector": _in_sector,
    "ownership": lambda index, value: _equal(index.ownerships, "" if value == UNKNOWN else value),
    "rung": lambda index, value: index.rungs == value,
    "warmth": lambda index, value: _equal(index.warmths, value),
    "locality": lambda index, value: _equal(index.localities, value),
    "municipality": _in_municipality,
    "coach": _known_by,
    "free": lambda index, value: index.free >= value,
}
