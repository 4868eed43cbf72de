"""The employers that fit: filtered, sorted and paged, with what one needs to choose among them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from dashboard.i18n import _, sort_key
from dashboard.reports.access import Access
from dashboard.reports.employer_filters import (
    Criterion,
    Loosened,
    criteria,
    filter_masks,
    loosened,
    municipality_name,
    passing,
    unmeasured,
)
from dashboard.reports.employer_index import (
    SORTS,
    EmployerIndex,
    Numbers,
    Rows,
    employer_index,
    text_or_none,
)
from dashboard.reports.filter_choices import FilterChoices, filter_choices
from dashboard.reports.nearby import Origin, kilometres, origin_of, unknown_place
from dashboard.reports.occupation_words import Reading, readings
from dashboard.reports.quiet import quiet_employers
from dashboard.reports.state import PageState

PAGE_SIZE = 25
MOST_LOCALITIES = 250
"""More than this are not offered in one list: a municipality comes first then."""
DEFAULT_SORT = "-strength"
DISTANCE_SORTS = ("distance", "-distance")
"""Orders that need a place to measure from."""
PARTS = ("recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
_COLUMNS = (
    *("name", "rung", "warmth", "level", "strength", "ownership", "locality", "map_municipality_code"),
    *("position_precision", "trials_completed", "trials_succeeded", "capacity", "occupied", "free"),
    *("fatigued", "last_on", *PARTS),
)


@dataclass(frozen=True, slots=True)
class EmployerLine:
    """One employer in the list.

    Attributes:
        employer_id: its key.
        number: its number in the whole list, from 1; 0 when the filters leave it out. Two lines that
            differ in it alone are equal: it says nothing about the employer.
        name: its name.
        rung: 0–5.
        warmth: a key of WARMTHS.
        level: a key of LEVELS.
        strength: 0–100.
        part_values: the six parts of the strength in the order of PARTS, each 0–1.
        section: the letter of its SNI section; None when not known.
        place: its locality, else its municipality's name; None when neither is known.
        precision: how well its position is known.
        trials_completed: completed trials with an outcome.
        trials_succeeded: those of them that led to employment or studies.
        capacity: how many it can host at once.
        occupied: places taken.
        free: places left.
        fatigued: whether it is tired of us.
        last_on: day of the last interaction.
        coaches: names of the coaches with an active tie, the strongest first.
    """

    employer_id: str
    number: int = field(compare=False)
    name: str
    rung: int
    warmth: str
    level: str
    strength: float
    part_values: tuple[float, ...]
    section: str | None
    place: str | None
    precision: str
    trials_completed: int
    trials_succeeded: int
    capacity: int
    occupied: int
    free: int
    fatigued: bool
    last_on: dt.date | None
    coaches: tuple[str, ...]

    @property
    def parts(self) -> Mapping[str, float]:
        """The six parts of the strength by name."""
        return dict(zip(PARTS, self.part_values, strict=True))


@dataclass(frozen=True, slots=True)
class FinderChoices:
    """What the filters can be set to, in the order it is shown: only what the employers hold.

    Attributes:
        sections: letters of SNI sections.
        ownerships: keys of OWNERSHIPS.
        municipalities: (code, name).
        localities: names; empty when they are too many, until a municipality is chosen.
        too_many_localities: whether all of them are too many to offer in one list.
        coaches: (key, name) of the selection's coaches.
        units: (key, name) of all units.
        programmes: all programmes' labels.
        occupations: SSYK codes that employers offer.
        any_without_sector: whether some employers' sector is not known.
        any_without_ownership: whether some employers' ownership is not known.
    """

    sections: tuple[str, ...]
    ownerships: tuple[str, ...]
    municipalities: tuple[tuple[str, str], ...]
    localities: tuple[str, ...]
    too_many_localities: bool
    coaches: tuple[tuple[str, str], ...]
    units: tuple[tuple[str, str], ...]
    programmes: tuple[str, ...]
    occupations: tuple[str, ...]
    any_without_sector: bool
    any_without_ownership: bool


@dataclass(frozen=True, slots=True)
class Finder:
    """A page of the list.

    Attributes:
        total: employers of the selection.
        matching: those that pass the filters.
        page: the page shown, from 1.
        sort: the order, a key of SORTS, with a minus when falling.
        lines: the employers of the page.
        selected: the employer that the address names, whether it passes the filters or not.
        criteria: the filters in force.
        loosened: when nothing passes: what there would be without one of them.
        without_position: how many of those that pass have no place on the map.
        notices: sentences about what the address held that could not be used.
        read_as: the words of the search that are read as occupations.
        origin: where distances are measured from; None without a place.
        away: kilometres to the employers of the page by key; without those that cannot be measured.
        unmeasured: with a distance to keep within: how many pass all else and are known by their
            municipality at best, so that nobody can say how far away they are.
        quiet: the last day of the quiet period by key, of those in one.
    """

    total: int
    matching: int
    page: int
    sort: str
    lines: tuple[EmployerLine, ...]
    selected: EmployerLine | None
    criteria: tuple[Criterion, ...]
    loosened: tuple[Loosened, ...]
    without_position: int
    notices: tuple[str, ...]
    read_as: tuple[Reading, ...]
    origin: Origin | None
    away: Mapping[str, float]
    unmeasured: int
    quiet: Mapping[str, dt.date]


def finder(access: Access, page: PageState) -> Finder:
    """The employers that pass the page's filters, sorted, a page at a time.

    Raises:
        AccessDenied: to others than coaches and managers.
        InvalidParameter: when there is no such unit or programme.
    """
    index = employer_index(access, page)
    origin = origin_of(page)
    away = None if origin is None else kilometres(index, origin)
    sort, notices = _sort(page, measured=away is not None)
    masks = filter_masks(access, index, page)
    found = passing(index, masks)
    order = (
        index.orders[sort] if away is None or sort not in DISTANCE_SORTS else _by_distance(index, away, sort)
    )
    rows = order[found[order]]
    selected = index.row_of(page.employer)
    number = _number_of(rows, selected)
    shown = _shown_page(page.page, number, len(rows))
    first = (shown - 1) * PAGE_SIZE
    named = criteria(index, page)
    return Finder(
        total=len(index),
        matching=len(rows),
        page=shown,
        sort=sort,
        lines=employer_lines(index, rows[first : first + PAGE_SIZE], first + 1),
        selected=None if selected is None else employer_lines(index, np.array([selected]), number)[0],
        read_as=readings(page),
        origin=origin,
        away=_away(index, away, rows[first : first + PAGE_SIZE]),
        unmeasured=int(unmeasured(access, index, page).sum()),
        quiet=_quiet(access, page),
        criteria=named,
        loosened=() if len(rows) else loosened(index, masks, named),
        without_position=int((found & ~index.placed).sum()),
        notices=(*page.notices, *notices, *([unknown_place(page)] if page.near and origin is None else [])),
    )


def finder_choices(access: Access, page: PageState) -> FinderChoices:
    """What the filters can be set to; the localities are those of the chosen municipality, if one is."""
    index = employer_index(access, page)
    units = tuple(sorted(set(page.units)))
    key = ("finder_choices", units, page.programme, page.on, page.municipality)
    whole = filter_choices(access)
    return access.cached(key, lambda _snapshot: _choices(index, page.municipality, whole))


def employer_lines(index: EmployerIndex, rows: Rows, first_number: int = 0) -> tuple[EmployerLine, ...]:
    """The lines of some employers.

    Args:
        index: all employers.
        rows: their rows in it.
        first_number: the number of the first one in the list; 0 when they are not in it.
    """
    frame = index.state.employers
    cells = {name: frame[name].array.take(rows) for name in _COLUMNS}
    return tuple(
        _line(
            index, int(row), {name: cells[name][at] for name in _COLUMNS}, first_number and first_number + at
        )
        for at, row in enumerate(rows)
    )


def _line(index: EmployerIndex, row: int, cell: Mapping[str, Any], number: int) -> EmployerLine:
    names = index.state.coaches["name"]
    code = text_or_none(cell["map_municipality_code"])
    return EmployerLine(
        employer_id=str(index.ids[row]),
        number=number,
        name=str(cell["name"]),
        rung=int(cell["rung"]),
        warmth=str(cell["warmth"]),
        level=str(cell["level"]),
        strength=float(cell["strength"]),
        part_values=tuple(float(cell[part]) for part in PARTS),
        section=str(index.sections[row]) or None,
        place=text_or_none(cell["locality"]) or (municipality_name(code) if code else None),
        precision=str(cell["position_precision"]),
        trials_completed=int(cell["trials_completed"]),
        trials_succeeded=int(cell["trials_succeeded"]),
        capacity=int(cell["capacity"]),
        occupied=int(cell["occupied"]),
        free=int(cell["free"]),
        fatigued=bool(cell["fatigued"]),
        last_on=None if pd.isna(cell["last_on"]) else pd.Timestamp(cell["last_on"]).date(),
        coaches=tuple(str(names[coach]) for coach in index.coaches_of(row)),
    )


def _by_distance(index: EmployerIndex, away: Numbers, sort: str) -> Rows:
    """Nearest first, or farthest; what cannot be measured stands last either way, the strongest first."""
    strongest = index.orders[DEFAULT_SORT]
    keys = np.where(np.isnan(away), np.inf, away if sort == "distance" else -away)[strongest]
    return strongest[np.argsort(keys, kind="stable")]


def _away(index: EmployerIndex, away: Numbers | None, rows: Rows) -> Mapping[str, float]:
    if away is None:
        return {}
    return {str(index.ids[row]): float(away[row]) for row in rows if not np.isnan(away[row])}


def _quiet(access: Access, page: PageState) -> Mapping[str, dt.date]:
    return {key: quiet.to_on for key, quiet in quiet_employers(access, page.on).items()}


def _sort(page: PageState, *, measured: bool) -> tuple[str, tuple[str, ...]]:
    if page.sort is None:
        return DEFAULT_SORT, ()
    if page.sort in DISTANCE_SORTS and not measured:
        return DEFAULT_SORT, (_("Name a place to sort by distance from it; the strongest stand first."),)
    if page.sort.removeprefix("-") in SORTS or page.sort in DISTANCE_SORTS:
        return page.sort, ()
    sentence = _("The list cannot be sorted by “{sort}”; the strongest stand first.").format(sort=page.sort)
    return DEFAULT_SORT, (sentence,)


def _number_of(rows: Rows, selected: int | None) -> int:
    """The number in the list of the chosen employer; 0 when it is not there."""
    if selected is None:
        return 0
    at = np.flatnonzero(rows == selected)
    return int(at[0]) + 1 if len(at) else 0


def _shown_page(asked: int, number_of_selected: int, matching: int) -> int:
    """The page asked for; the page of the chosen employer when none is, and the last when there are fewer."""
    last = max(1, -(-matching // PAGE_SIZE))
    if asked == 1 and number_of_selected:
        return -(-number_of_selected // PAGE_SIZE)
    return min(asked, last)


def _choices(index: EmployerIndex, municipality: str | None, whole: FilterChoices) -> FinderChoices:
    here = (
        index.localities if municipality is None else index.localities[index.municipalities == municipality]
    )
    localities = sorted({name for name in here if name}, key=sort_key)
    codes = {code for code in index.municipalities if code}
    towns = sorted(((code, municipality_name(code)) for code in codes), key=lambda town: sort_key(town[1]))
    coaches = [(str(key), str(name)) for key, name in index.state.coaches["name"].items()]
    return FinderChoices(
        sections=tuple(sorted({letter for letter in index.sections if letter})),
        ownerships=tuple(sorted({key for key in index.ownerships if key})),
        municipalities=tuple(towns),
        localities=tuple(localities) if len(localities) <= MOST_LOCALITIES else (),
        too_many_localities=len(set(index.localities)) > MOST_LOCALITIES,
        coaches=tuple(sorted(coaches, key=lambda coach: sort_key(coach[1]))),
        units=whole.units,
        programmes=whole.programmes,
        occupations=index.offers.names,
        any_without_sector=bool((index.sections == "").any()),
        any_without_ownership=bool((index.ownerships == "").any()),
    )
