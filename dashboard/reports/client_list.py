"""The clients that a person may see: a coach her own, a manager all."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.analysis.clients import latest_steps
from dashboard.analysis.coded import NOBODY, Codes, Flags
from dashboard.analysis.follow_ups import due_follow_ups, planned_follow_ups
from dashboard.domain.access import Role
from dashboard.i18n import sort_key
from dashboard.reports.access import Access
from dashboard.reports.client import client_status, ground_of_clients
from dashboard.reports.client_rows import Stay, name_at, stays_of, tried_by
from dashboard.reports.employer_index import require_staff
from dashboard.reports.report_input import ReportInput
from dashboard.reports.state import PageState

PAGE_SIZE = 50
STATUSES = ("active", "waiting", "closed")
SORTS = ("client", "coach", "step", "due")


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client in the list.

    Attributes:
        client_id: the key.
        coach: the coach's name.
        status: "active", "waiting" or "closed".
        stay: the step that lasts, or the last one.
        running: where something runs now; "" for studies.
        due: follow-ups that are due or late.
        next_on: the next planned one.
    """

    client_id: str
    coach: str | None
    status: str
    stay: Stay | None
    running: str | None
    due: int
    next_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ClientList:
    """A page of the list.

    Attributes:
        lines: the clients of the page.
        counts: how many of each status, without the search.
        found: how many the filters leave.
        page: which page it is, from 1.
        sort: the order in force; empty for status, then key.
        coaches: key and name of the coaches to choose from; none for a coach, who sees her own.
        coach: the coach that the list is narrowed to.
    """

    lines: tuple[ClientLine, ...]
    counts: Mapping[str, int]
    found: int
    page: int
    sort: str
    coaches: tuple[tuple[str, str], ...]
    coach: str | None


def client_list(access: Access, page: PageState) -> ClientList:
    """The clients that the address asks for, of those that the person may see.

    Raises:
        AccessDenied: to others than coaches and managers.
    """
    require_staff(access)
    access = access.pinned()
    given = ground_of_clients(access, page)
    is_manager = access.viewer.role is Role.MANAGER
    coach = page.coach if is_manager else None
    seen = _seen(access, given, coach)
    status = np.array([STATUSES.index(client_status(given, int(row))[0]) for row in seen], dtype=np.int64)
    ids = given.scope.coded.world.clients["client_id"].array
    wanted = page.text.casefold()
    left = np.array([wanted in str(ids[row]).casefold() for row in seen], dtype=bool)
    due = _due(given)
    sort = page.sort if (page.sort or "").removeprefix("-") in SORTS else ""
    order = _ordered(given, seen[left], status[left], due, sort or "")
    shown = min(page.page, max(1, -(-len(order) // PAGE_SIZE)))
    nearest = _nearest(given)
    return ClientList(
        lines=tuple(
            _line(given, int(row), int(due[row]), nearest.get(int(row)))
            for row in order[(shown - 1) * PAGE_SIZE : shown * PAGE_SIZE]
        ),
        counts={name: int((status == at).sum()) for at, name in enumerate(STATUSES)},
        found=len(order),
        page=shown,
        sort=sort or "",
        coaches=_coaches(given) if is_manager else (),
        coach=coach,
    )


def _seen(access: Access, given: ReportInput, coach: str | None) -> Codes:
    """Rows of the clients that the person may see and that are known on the day."""
    coded, on = given.scope.coded, given.basis.on
    ids = coded.world.coaches["coach_id"].tolist()
    allowed = [access.viewer.may_see_client(key) and coach in {None, key} for key in ids]
    without = access.viewer.may_see_client(None) and coach is None
    sees: Flags = np.array([*allowed, without], dtype=bool)[coded.clients.coach]
    known = np.minimum(coded.clients.enrolled, coded.clients.applied) <= on
    return np.flatnonzero(sees & (known | (coded.clients.closed <= on)))


def _ordered(given: ReportInput, rows: Codes, status: Codes, due: Codes, sort: str) -> Codes:
    """By status, then key (rows are by key); or by a column, its equals by status and key."""
    rows = rows[np.lexsort((rows, status))]
    if not sort:
        return rows
    names = given.scope.coded.world.coaches["name"].array
    coach_names = [*(sort_key(str(name)) for name in names), ""]
    ranks = np.unique(np.array(coach_names, dtype=object), return_inverse=True)[1]
    values: Mapping[str, Any] = {
        "client": rows,
        "coach": ranks[given.scope.coded.clients.coach[rows]],
        "step": latest_steps(given.basis)[rows],
        "due": due[rows],
    }
    chosen = values[sort.removeprefix("-")]
    return rows[np.argsort(-chosen if sort.startswith("-") else chosen, kind="stable")]


def _due(given: ReportInput) -> Codes:
    """Follow-ups that are due or late: a number for each client of the world."""
    scope = given.scope
    due = due_follow_ups(scope, given.basis.spells, given.definitions)
    clients = scope.coded.placements.client[scope.coded.follow_ups.placement[due]]
    return np.bincount(clients, minlength=len(scope.has_client))


def _nearest(given: ReportInput) -> dict[int, dt.date]:
    """The next planned follow-up of each client that has one."""
    coded = given.scope.coded
    ahead = np.flatnonzero(planned_follow_ups(given.basis))
    ahead = ahead[np.argsort(-coded.follow_ups.planned[ahead], kind="stable")]
    clients = coded.placements.client[coded.follow_ups.placement[ahead]]
    days = coded.follow_ups.planned[ahead].astype("datetime64[D]").astype(dt.date)
    return {int(client): day for client, day in zip(clients, days, strict=True)}


def _line(given: ReportInput, row: int, due: int, next_on: dt.date | None) -> ClientLine:
    coded = given.scope.coded
    stays = stays_of(given, row)
    running = next((one for one in tried_by(given, row) if one.ended_on is None), None)
    coach = int(coded.clients.coach[row])
    return ClientLine(
        client_id=str(coded.world.clients["client_id"].array[row]),
        coach=None if coach == NOBODY else name_at(coded.world.coaches, "name", coach),
        status=client_status(given, row)[0],
        stay=stays[-1] if stays else None,
        running=None if running is None else running.employer or "",
        due=due,
        next_on=next_on,
    )


def _coaches(given: ReportInput) -> tuple[tuple[str, str], ...]:
    frame = given.scope.coded.world.coaches
    pairs = zip(frame["coach_id"], frame["name"], strict=True)
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1])))
