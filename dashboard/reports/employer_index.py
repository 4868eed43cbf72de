"""The employers of a selection on a day, laid out for searching: made once, asked at every filter change."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.gaps_areas import MEASURABLE
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.occupations import Groups, occupation_groups
from dashboard.data.reference import municipalities, sni_section
from dashboard.domain.access import STAFF
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _, sort_key
from dashboard.reports.access import Access
from dashboard.reports.state import PageState

Texts = NDArray[np.object_]
Rows = NDArray[np.int64]
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

SORTS = ("strength", "name", "last_on", "free")
"""What the list can be sorted by; a minus before it turns the order round."""
KILOMETRES_PER_DEGREE = 111.2
SPREAD = {"exact": 0.03}
SPREAD_WHEN_APPROXIMATE = 0.2
"""How far apart employers on one point are drawn, in kilometres."""
LONGEST_CODE, LONGEST_TAG = 4, 99
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


@dataclass(frozen=True, slots=True, eq=False)
class EmployerIndex:
    """One place in each array for each row of `state.employers`. Treat them as read-only.

    Attributes:
        state: the selection on the day.
        ids: keys.
        texts: what a search looks in, without capitals and diacritics.
        sections: letters of SNI sections; empty when not known.
        divisions: the first two digits of SNI; empty when not known.
        ownerships: empty when not known.
        localities: empty when not known.
        municipalities: four-digit codes; empty when not known.
        warmths: keys of WARMTHS.
        rungs: 0–5.
        free: free places.
        succeeded: completed trials that led to employment or studies.
        tired: whether it is tired of us.
        offers: the SSYK codes that each offers.
        adjustments: the support needs that each can meet.
        points: latitude and longitude as they are known, for distances.
        measurable: whether the point is known better than its municipality.
        placed: whether it can be drawn on a map.
        latitudes: where it is drawn; employers on one point are spread around it, always in the same way.
        longitudes: as latitudes.
        orders: rows in each order of SORTS, rising and (with a minus) falling.
        tie_rows: rows of `state.active_ties` by employer, the strongest first.
        tie_ends: where each employer's part of `tie_rows` ends.
    """

    state: EmployerState
    ids: Texts
    texts: tuple[str, ...]
    sections: Texts
    divisions: Texts
    ownerships: Texts
    localities: Texts
    municipalities: Texts
    warmths: Texts
    rungs: Rows
    free: Rows
    succeeded: Rows
    tired: Flags
    offers: Groups
    adjustments: Groups
    points: Numbers
    measurable: Flags
    placed: Flags
    latitudes: Numbers
    longitudes: Numbers
    orders: Mapping[str, Rows]
    tie_rows: Rows
    tie_ends: Rows

    def __len__(self) -> int:
        return len(self.ids)

    def row_of(self, employer_id: str | None) -> int | None:
        """The row of an employer; None when it is not among them."""
        found = self.state.employers.index.get_indexer(pd.Index([employer_id or ""]))[0]
        return int(found) if found >= 0 else None

    def coaches_of(self, row: int) -> tuple[str, ...]:
        """The coaches with an active tie, the strongest first."""
        begin = int(self.tie_ends[row - 1]) if row else 0
        rows = self.tie_rows[begin : int(self.tie_ends[row])]
        return tuple(self.state.ties["coach_id"].array[row] for row in rows)


def require_staff(access: Access) -> None:
    """Stop everybody but coaches and managers.

    Raises:
        AccessDenied: when the person is neither.
    """
    if access.viewer.role not in STAFF:
        raise AccessDenied(_("Only coaches and managers may see employers one by one."))


def plain_text(text: str) -> str:
    """The text without capitals and diacritics: `Pärlhönans Kök` becomes `parlhonans kok`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def employer_index(access: Access, page: PageState) -> EmployerIndex:
    """The index of the page's selection and day.

    Raises:
        AccessDenied: to others than coaches and managers.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    units = tuple(sorted(set(page.units)))
    key = ("employer_index", units, page.programme, page.on)
    return access.cached(
        key, lambda _snapshot: _indexed(access.employer_state(units, page.programme, page.on))
    )


def _indexed(state: EmployerState) -> EmployerIndex:
    frame = state.employers
    codes = _texts(frame["sni_code"])
    section_of = {code: sni_section(code) or "" for code in set(codes)}
    placed, latitudes, longitudes = _spread(frame)
    tie_rows, tie_ends = _ties_by_employer(state)
    return EmployerIndex(
        state=state,
        ids=frame.index.to_numpy(dtype=object),
        texts=_searched(frame),
        sections=np.array([section_of[code] for code in codes], dtype=object),
        divisions=np.array([code[:2] for code in codes], dtype=object),
        ownerships=_texts(frame["ownership"]),
        localities=_texts(frame["locality"]),
        municipalities=_texts(frame["map_municipality_code"]),
        warmths=_texts(frame["warmth"]),
        rungs=frame["rung"].to_numpy(dtype=np.int64),
        free=frame["free"].to_numpy(dtype=np.int64),
        succeeded=frame["trials_succeeded"].to_numpy(dtype=np.int64),
        tired=frame["fatigued"].to_numpy(dtype=bool),
        offers=occupation_groups(frame["occupations"], LONGEST_CODE),
        adjustments=occupation_groups(frame["adjustments"], LONGEST_TAG),
        points=frame[["map_latitude", "map_longitude"]].to_numpy(dtype=np.float64),
        measurable=frame["position_precision"].isin(MEASURABLE).to_numpy() & placed,
        placed=placed,
        latitudes=latitudes,
        longitudes=longitudes,
        orders=_orders(frame),
        tie_rows=tie_rows,
        tie_ends=tie_ends,
    )


def _texts(column: "pd.Series[Any]") -> Texts:
    return column.fillna("").to_numpy(dtype=object)


def _searched(frame: pd.DataFrame) -> tuple[str, ...]:
    names = {code: municipality.name for code, municipality in municipalities().items()}
    towns = (names.get(code, "") for code in _texts(frame["map_municipality_code"]))
    columns = [_texts(frame[name]) for name in ("name", "group", "locality")]
    return tuple(plain_text(" ".join(parts)) for parts in zip(frame.index, *columns, towns, strict=True))


def _orders(frame: pd.DataFrame) -> dict[str, Rows]:
    """Every order; equals stand by falling strength, then key; what is missing stands last either way."""
    strength = frame["strength"].to_numpy(dtype=np.float64)
    strongest = np.argsort(-strength, kind="stable")
    names = np.argsort(np.array([sort_key(name) for name in frame["name"]], dtype=object), kind="stable")
    contacted = frame["last_on"].to_numpy().astype("datetime64[D]")
    days = np.where(np.isnat(contacted), np.nan, contacted.astype(np.int64).astype(np.float64))
    values = {
        "strength": strength,
        "name": _ranks(names).astype(np.float64),
        "last_on": days,
        "free": frame["free"].to_numpy(dtype=np.float64),
    }
    rising = {name: _ordered(numbers, strongest) for name, numbers in values.items()}
    falling = {f"-{name}": _ordered(-numbers, strongest) for name, numbers in values.items()}
    return rising | falling


def _ordered(numbers: Numbers, strongest: Rows) -> Rows:
    keys = np.where(np.isnan(numbers), np.inf, numbers)[strongest]
    return strongest[np.argsort(keys, kind="stable")]


def _ranks(order: Rows) -> Rows:
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _ties_by_employer(state: EmployerState) -> tuple[Rows, Rows]:
    active = np.flatnonzero(state.ties["active"].to_numpy())
    employers = state.employers.index.get_indexer(pd.Index(state.ties["employer_id"].array[active]))
    strength = state.ties["strength"].to_numpy()[active]
    counts = np.bincount(employers, minlength=len(state.employers))
    return active[np.lexsort((-strength, employers))], np.cumsum(counts)


def _spread(frame: pd.DataFrame) -> tuple[Flags, Numbers, Numbers]:
    """Whether and where each employer is drawn: those on one point lie in a spiral around it."""
    latitudes = frame["map_latitude"].to_numpy(dtype=np.float64)
    longitudes = frame["map_longitude"].to_numpy(dtype=np.float64)
    placed = ~np.isnan(latitudes) & ~np.isnan(longitudes)
    turn = _number_within_point(latitudes, longitudes)
    step = np.array([SPREAD.get(word, SPREAD_WHEN_APPROXIMATE) for word in frame["position_precision"]])
    distance = step * np.sqrt(turn) / KILOMETRES_PER_DEGREE
    north = distance * np.cos(turn * GOLDEN_ANGLE)
    east = distance * np.sin(turn * GOLDEN_ANGLE) / np.cos(np.radians(np.where(placed, latitudes, 0.0)))
    return placed, np.round(latitudes + north, 5), np.round(longitudes + east, 5)


def _number_within_point(latitudes: Numbers, longitudes: Numbers) -> Rows:
    """0 for the first employer on a point, 1 for the second …, in the order of the rows."""
    order = np.lexsort((np.arange(len(latitudes)), longitudes, latitudes))
    same = np.zeros(len(order), dtype=bool)
    same[1:] = (np.diff(latitudes[order]) == 0) & (np.diff(longitudes[order]) == 0)
    places = np.arange(len(order))
    first = np.maximum.accumulate(np.where(same, 0, places))
    numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = places - first
    return numbers


def text_or_none(value: Any) -> str | None:
    """A cell of a text column; None when it is empty."""
    return None if pd.isna(value) or value == "" else str(value)


def split_list(value: Any) -> Sequence[str]:
    """The parts of a cell that holds a list."""
    text = text_or_none(value)
    return tuple(part.strip() for part in text.split(";") if part.strip()) if text else ()
