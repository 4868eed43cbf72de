"""The list of open follow-ups: filtered, sorted and paged on the server, the most urgent first."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Codes, Flags, to_dates
from dashboard.analysis.open_follow_ups import STATES, open_list
from dashboard.domain.vocabulary import PLACEMENT_KINDS
from dashboard.i18n import sort_key
from dashboard.reports.follow_ground import FollowGround, in_sector
from dashboard.reports.state import UNKNOWN
from dashboard.reports.trace_ground import Ground
from dashboard.words import word

PAGE_SIZE = 12
SORTED = ("planned_on", "employer", "client", "kind", "party", "coach")
"""The columns that the list can be sorted by."""


@dataclass(frozen=True, slots=True, eq=False)
class FollowList:
    """A page of the list.

    Attributes:
        rows: the rows of the page.
        found: how many rows the filters leave.
        hidden: how many more there are that the person may not see.
        by_state: how many of each state, whatever state is chosen.
        page: which page it is, from 1.
        sort: the order it is in; empty for that of urgency.
    """

    rows: tuple[Mapping[str, Any], ...]
    found: int
    hidden: int
    by_state: Mapping[str, int]
    page: int
    sort: str


def follow_list(page: FollowGround) -> FollowList:
    """The page of the list that the address asks for."""
    everything, hidden = _rows(page)
    rows = _ordered(page, _of_state(page, everything))
    number = min(page.page.page, max(1, -(-len(rows) // PAGE_SIZE)))
    shown = rows.iloc[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    counted = everything["state"].value_counts()
    return FollowList(
        rows=tuple(shown.to_dict("records")),  # type: ignore[arg-type]  # column names are texts
        found=len(rows),
        hidden=hidden,
        by_state={state: int(counted.get(state, 0)) for state in STATES},
        page=number,
        sort=sort_of(page),
    )


def all_rows(page: FollowGround) -> tuple[Mapping[str, Any], ...]:
    """Every row that the address asks for and the person may see, in its order."""
    everything, _hidden = _rows(page)
    return tuple(_ordered(page, _of_state(page, everything)).to_dict("records"))  # type: ignore[arg-type]  # as above


def sort_of(page: FollowGround) -> str:
    """The order in force: as asked for when it is one of the list's; empty for that of urgency."""
    asked = page.page.sort or ""
    return asked if asked.removeprefix("-") in SORTED else ""


def _of_state(page: FollowGround, rows: pd.DataFrame) -> pd.DataFrame:
    return rows if page.page.follow_state is None else rows[rows["state"] == page.page.follow_state]


def _ordered(page: FollowGround, rows: pd.DataFrame) -> pd.DataFrame:
    order = sort_of(page)
    if not order:
        return rows
    column = order.removeprefix("-")
    keys = (
        rows[column]
        if column == "planned_on"
        else rows[column].map(lambda text: sort_key(_told(column, text)))
    )
    keys = keys.reset_index(drop=True).sort_values(ascending=not order.startswith("-"), kind="stable")
    return rows.iloc[keys.index]


def _told(column: str, value: Any) -> str:
    if value is None or pd.isna(value):
        return ""
    return (
        word({"kind": "placement_kind"}.get(column, column), value)
        if column in {"kind", "party"}
        else str(value)
    )


def _rows(page: FollowGround) -> tuple[pd.DataFrame, int]:
    """Every row that the filters but that of state leave and the person may see; and how many she may not."""
    ground = page.ground
    found = open_list(ground.basis)
    wanted = _wanted(ground, found.row)
    seen = ground.sees[_clients(ground, found.row)]
    keep = np.flatnonzero(wanted & seen)
    rows = _table(ground, found.row[keep]).assign(
        state=np.array(STATES)[found.state[keep]],
        days=found.planned[keep] - ground.basis.on,
        ended_on=to_dates(found.ended[keep]),
    )
    return _matching(rows, page.page.text), int((wanted & ~seen).sum())


def _wanted(ground: Ground, rows: Codes) -> Flags:
    world, page = ground.scope.coded.world, ground.page
    placement = ground.scope.coded.follow_ups.placement[rows]
    wanted: Flags = in_sector(ground)[ground.scope.coded.placements.employer[placement]]
    if page.coach is not None:
        ids = np.append(world.coaches["coach_id"].to_numpy() == page.coach, False)
        wanted = wanted & ids[ground.scope.coded.follow_ups.coach[rows]]
    if page.kind is not None:
        wanted = wanted & (world.placements["kind"].array.take(placement) == page.kind)
    if page.party is not None:
        party = world.follow_ups["party"].iloc[rows]
        same = party.isna() if page.party == UNKNOWN else party == page.party
        wanted = wanted & same.to_numpy(dtype=bool)
    return wanted


def _clients(ground: Ground, rows: Codes) -> Codes:
    coded = ground.scope.coded
    clients: Codes = coded.placements.client[coded.follow_ups.placement[rows]]
    return clients


def _table(ground: Ground, rows: Codes) -> pd.DataFrame:
    coded, world = ground.scope.coded, ground.scope.coded.world
    placement = coded.follow_ups.placement[rows]
    frame, placed = world.follow_ups.take(rows), world.placements.take(placement)
    spell = ground.basis.spells.of_row[placement]
    employer = coded.placements.employer[placement]
    return pd.DataFrame(
        {
            "follow_up_id": frame["follow_up_id"].array,
            "planned_on": frame["planned_on"].array,
            "party": frame["party"].array,
            "coach_id": world.coaches["coach_id"].array.take(coded.follow_ups.coach[rows], allow_fill=True),
            "coach": world.coaches["name"].array.take(coded.follow_ups.coach[rows], allow_fill=True),
            "placement_id": placed["placement_id"].array,
            "client": placed["client_id"].array,
            "kind": placed["kind"].array,
            "employer_id": world.employers["employer_id"].array.take(employer, allow_fill=True),
            "employer": world.employers["name"].array.take(employer, allow_fill=True),
            "age": ground.basis.on - ground.basis.spells.start[spell],
        }
    )


def _matching(rows: pd.DataFrame, text: str) -> pd.DataFrame:
    """Rows whose employer, client, coach or key holds the text."""
    if not text:
        return rows
    wanted = text.casefold()
    hit = np.zeros(len(rows), dtype=bool)
    for column in ("employer", "client", "coach", "follow_up_id"):
        held = rows[column].str.casefold().str.contains(wanted, regex=False)
        hit |= held.fillna(False).to_numpy(dtype=bool)
    return rows[hit]


def kinds_held(page: FollowGround) -> tuple[str, ...]:
    """The kinds of placement that the data holds, in their order."""
    held = set(page.ground.scope.coded.world.placements["kind"].unique())
    return tuple(kind for kind in PLACEMENT_KINDS if kind in held)


def day_of(value: Any) -> dt.date | None:
    """A cell of a table as a day."""
    return None if pd.isna(value) else pd.Timestamp(value).date()
