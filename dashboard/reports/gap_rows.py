"""The list of a gap: its employers, searched, sorted and paged on the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.i18n import sort_key
from dashboard.reports.access import Access
from dashboard.reports.gap_answers import GapAnswer, gap_answer
from dashboard.reports.gap_ground import GapGround, gap_ground
from dashboard.reports.gap_words import cell_text
from dashboard.reports.network_rows import WARMTH_ORDER
from dashboard.reports.state import PageState

PAGE_SIZE = 25
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "occupations": ("name", "ssyk", "why", "warmth", "free", "ask"),
    "areas": ("name", "helps", "closes", "warmth", "last_on", "ask"),
    "dependence": ("name", "strength", "warmth", "running", "silence", "ask"),
    "fading": ("name", "strength", "silence", "usual", "last_on", "ask"),
    "dormant": ("name", "rung", "strength", "clients_placed", "last_warm_on", "ask"),
    "unused": ("name", "wanted", "demand", "free", "last_on", "ask"),
    "dead_ends": ("name", "trials", "running", "warmth", "last_on", "ask"),
    "tired": ("name", "places", "contacts", "strength", "last_on", "ask"),
    "mix": ("name", "ownership", "warmth", "strength", "last_on", "ask"),
    "equality": (),
    "no_position": ("name", "locality", "sector", "warmth", "strength", "ask"),
    "no_occupation": ("name", "sector", "locality", "warmth", "free", "ask"),
    "no_sni": ("name", "offered", "locality", "warmth", "strength", "ask"),
}
"""The columns of each gap's list; the list of women and men is behind its number, with the clients."""
UNSORTED = frozenset({"why"})
NUMBERS = frozenset(
    {
        "free",
        "helps",
        "closes",
        "running",
        "silence",
        "usual",
        "clients_placed",
        "demand",
        "trials",
        "contacts",
    }
)
_TEXTS = frozenset({"name", "ssyk", "wanted", "offered", "ownership", "locality", "sector", "ask"})
_OF_EMPLOYER = (
    *("name", "rung", "strength", "level", "warmth", "running", "free", "occupied", "capacity"),
    *("clients_placed", "last_on", "last_warm_on", "ownership", "sni_code", "occupations", "locality"),
)


@dataclass(frozen=True, slots=True, eq=False)
class GapList:
    """A page of the list.

    Attributes:
        gap: whose list it is.
        picked: the occupation group that it is narrowed to; empty when it is not.
        columns: its columns.
        rows: the rows of the page; the columns of the gap and of every employer.
        found: how many rows the search leaves.
        of: how many the gap has.
        page: which page it is, from 1; the last one when a later was asked for.
        sort: the order it is in: a column, with a minus for falling; empty for the gap's own.
    """

    gap: str
    picked: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    found: int
    of: int
    page: int
    sort: str


def gap_list(access: Access, page: PageState) -> GapList:
    """The page of the list that the address asks for."""
    asked = gap_answer(access, page)
    rows = _ordered(access, page, asked)
    number = min(page.page, max(1, -(-len(rows) // PAGE_SIZE)))
    part = rows.iloc[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    shown = tuple(part.to_dict("records"))
    order = sort_of(page, asked.gap)
    return GapList(
        gap=asked.gap,
        picked=asked.picked,
        # One occupation stands in the caption, not in every row.
        columns=tuple(key for key in COLUMNS[asked.gap] if not (asked.picked and key == "ssyk")),
        rows=shown,  # type: ignore[arg-type]  # column names are texts
        found=len(rows),
        of=len(asked.rows),
        page=number,
        sort=order,
    )


def all_rows(access: Access, page: PageState) -> tuple[Mapping[str, Any], ...]:
    """Every row that the address asks for, in its order, for a file."""
    return tuple(_ordered(access, page, gap_answer(access, page)).to_dict("records"))  # type: ignore[arg-type]  # as above


def sort_of(page: PageState, gap: str) -> str:
    """The order in force: as asked for when the gap has the column; empty for the gap's own order."""
    column = (page.sort or "").removeprefix("-")
    return page.sort or "" if column in COLUMNS[gap] and column not in UNSORTED else ""


def _ordered(access: Access, page: PageState, asked: GapAnswer) -> pd.DataFrame:
    rows = _with_facts(gap_ground(access, page), asked)
    if page.text:
        rows = rows[_matches(rows, page.text)]
    order = sort_of(page, asked.gap)
    if not order:
        return rows
    column, falling = order.removeprefix("-"), order.startswith("-")
    keys = _keys(rows, column).reset_index(drop=True)
    return rows.iloc[keys.sort_values(ascending=not falling, kind="stable", na_position="last").index]


def _with_facts(ground: GapGround, asked: GapAnswer) -> pd.DataFrame:
    """The rows with what a list says of their employers, and the name of whom to ask first."""

    def make() -> pd.DataFrame:
        state = ground.gaps.state
        employers = state.employers[list(_OF_EMPLOYER)].join(ground.gaps.facts)
        frame = asked.rows.join(
            employers.drop(columns=list(asked.rows.columns), errors="ignore"), on="employer_id"
        )
        return frame.assign(
            ask=frame["coach_id"].map(ground.known.coach_names),
            quiet_until=frame["employer_id"].map(ground.quiet),
        )

    found: pd.DataFrame = ground.results.get(("rows", asked.gap, asked.picked), make)
    return found


def _matches(rows: pd.DataFrame, text: str) -> "pd.Series[bool]":
    """Rows whose employer, place, key, coach or occupation holds the text."""
    wanted = text.casefold()
    hit = pd.Series(False, index=rows.index)
    for column in ("name", "locality", "employer_id", "ask", *(["ssyk"] if "ssyk" in rows else [])):
        texts = rows[column].map(lambda value, named=column: cell_text(named, value))
        hit |= texts.str.casefold().str.contains(wanted, regex=False).fillna(False).astype(bool)
    return hit


def _keys(rows: pd.DataFrame, column: str) -> "pd.Series[Any]":
    if column == "warmth":
        return rows["warmth"].map(WARMTH_ORDER)
    if column == "places":
        return rows["occupied"] - rows["capacity"]
    values = rows[{"sector": "sni_code", "offered": "occupations"}.get(column, column)]
    if column in _TEXTS:
        return values.map(lambda value: sort_key(cell_text(column, value)))
    return values
