"""Which employers a page's filters leave, and what each filter is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.data.reference import municipalities, sni_title
from dashboard.i18n import _, language, number
from dashboard.reports.access import Access
from dashboard.reports.employer_index import EmployerIndex, Flags, Texts, plain_text
from dashboard.reports.nearby import kilometres, origin_of
from dashboard.reports.occupation_words import Reading, readings
from dashboard.reports.quiet import quiet_employers
from dashboard.reports.reference_words import occupation
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
        name: which of several in one field; empty when the field holds one.
    """

    attribute: str
    empty: Any
    text: str
    name: str = ""

    @property
    def mask(self) -> str:
        """The key of its mask."""
        return f"{self.attribute} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Loosened:
    """What there would be without one filter.

    Attributes:
        criterion: the filter.
        matching: how many employers would pass all the others.
    """

    criterion: Criterion
    matching: int


def filter_masks(access: Access, index: EmployerIndex, page: PageState) -> dict[str, Flags]:
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
        "succeeded": page.succeeded,
    }
    masks = {name: _MASKS[name](index, value) for name, value in wanted.items() if value is not None}
    words = plain_text(page.text).split()
    if words:
        masks["text"] = _fits_search(index, words, readings(page))
    if page.occupation is not None:
        masks["occupation"] = offers_any(index, (page.occupation,))
    masks |= {f"adjustments {need}": _can_meet(index, need) for need in page.adjustments}
    if "tired" in page.spared:
        masks["spared tired"] = ~index.tired
    if "quiet" in page.spared:
        masks["spared quiet"] = ~_in_quiet_period(access, index, page)
    origin = origin_of(page) if page.within else None
    if origin is not None:
        masks["near"] = kilometres(index, origin) <= (page.within or 0)
    return masks


def unmeasured(access: Access, index: EmployerIndex, page: PageState) -> Flags:
    """With a distance to keep within: who passes all else, and lies nobody knows how far away."""
    masks = filter_masks(access, index, page)
    if masks.pop("near", None) is None:
        return np.zeros(len(index), dtype=bool)
    return passing(index, masks) & ~index.measurable


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
        if (name := criterion.mask) in masks
    ]
    return tuple(sorted((one for one in counts if one.matching), key=lambda one: -one.matching))


def criteria(index: EmployerIndex, page: PageState) -> tuple[Criterion, ...]:
    """The filters in force, in words."""
    return (*_single(index, page), *_distance(page), *_several(page))


def _distance(page: PageState) -> tuple[Criterion, ...]:
    origin = origin_of(page)
    if origin is None:
        return ()
    if page.within is None:
        return (Criterion("near", None, _("Distance from {place}").format(place=origin.name)),)
    text = _("Within {n} km of {place}").format(n=number(page.within), place=origin.name)
    return (Criterion("near", None, text),)


def _several(page: PageState) -> tuple[Criterion, ...]:
    """The filters of which there may be several in one field: each can be taken away by itself."""
    spared = {"tired": _("Not tired of us"), "quiet": _("Not in a quiet period")}
    asked = [
        (
            "adjustments",
            page.adjustments,
            need,
            _("Can meet: {value}").format(value=word("support_need", need)),
        )
        for need in page.adjustments
    ]
    asked += [("spared", page.spared, kind, spared[kind]) for kind in page.spared]
    return tuple(
        Criterion(attribute, tuple(other for other in held if other != one), text, one)
        for attribute, held, one, text in asked
    )


def _single(index: EmployerIndex, page: PageState) -> tuple[Criterion, ...]:
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
        ("occupation", None, page.occupation, _("Occupation: {value}"), occupation),
        ("succeeded", None, page.succeeded, _("Earlier success"), str),
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


def _fits_search(index: EmployerIndex, words: list[str], read: tuple[Reading, ...]) -> Flags:
    """Each word stands in the name, group or place, or names an occupation that the employer offers."""
    found = np.ones(len(index), dtype=bool)
    codes = {plain_text(one.word): one.codes for one in read}
    for part in dict.fromkeys(words):
        named = np.fromiter((part in text for text in index.texts), dtype=bool, count=len(index))
        found &= named | offers_any(index, codes[part]) if part in codes else named
    return found


def offers_any(index: EmployerIndex, codes: tuple[str, ...]) -> Flags:
    """Who offers one of the occupations, a narrower one, or a wider group that holds it."""
    wanted = np.array(
        [any(name.startswith(code) or code.startswith(name) for code in codes) for name in index.offers.names]
        or [False],
        dtype=bool,
    )
    found = np.zeros(len(index), dtype=bool)
    found[index.offers.row[wanted[index.offers.group]]] = True
    return found


def _can_meet(index: EmployerIndex, need: str) -> Flags:
    found = np.zeros(len(index), dtype=bool)
    if need in index.adjustments.names:
        place = index.adjustments.names.index(need)
        found[index.adjustments.row[index.adjustments.group == place]] = True
    return found


def _in_quiet_period(access: Access, index: EmployerIndex, page: PageState) -> Flags:
    return np.isin(index.ids.astype(str), list(quiet_employers(access, page.on)))


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
    "succeeded": lambda index, value: index.succeeded >= value,
}
