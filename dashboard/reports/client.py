"""One client: where in the five steps, what has been tried, what is wished and needed, and what is next."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.coded import NOBODY
from dashboard.reports.access import Access
from dashboard.reports.client_next import NextStep, Situation, next_steps
from dashboard.reports.client_rights import may_see
from dashboard.reports.client_rows import (
    Check,
    Party,
    Stay,
    Tried,
    cells_of,
    checks_of,
    name_at,
    parties_of,
    stays_of,
    tried_by,
)
from dashboard.reports.employer import day_or_none
from dashboard.reports.employer_index import split_list, text_or_none
from dashboard.reports.reference_words import occupation
from dashboard.reports.report_input import ReportInput, report_input
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class ClientProfile:
    """What is known about one client on a day. Gender and year of birth are not shown, so they are not here.

    Attributes:
        client_id: the key.
        on: the day.
        coach: the coach's name; None without one.
        unit: the unit's name.
        status: "waiting", "active", "closed" or "later" for one who is not known on the day.
        applied_on: when the client applied.
        enrolled_on: when enrolled.
        closed_on: when closed, if known on the day.
        closing_reason: a key of CLOSING_REASONS.
        referrer: a key of REFERRERS.
        district: where from.
        stays: the stays in the five steps, the first first.
        wishes: (SSYK code, title).
        needs: keys of SUPPORT_NEEDS.
        has_home: whether there is a postal code to measure from.
        tried: placements, the latest first.
        checks: follow-ups, the latest planned first.
        parties: who else is involved, those of today first.
        returns: whether there was an earlier enrolment.
        earlier: keys of earlier enrolments that the person may see.
        next_steps: what to do, the most urgent first.
    """

    client_id: str
    on: dt.date
    coach: str | None
    unit: str | None
    status: str
    applied_on: dt.date | None
    enrolled_on: dt.date | None
    closed_on: dt.date | None
    closing_reason: str | None
    referrer: str | None
    district: str | None
    stays: tuple[Stay, ...]
    wishes: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    has_home: bool
    tried: tuple[Tried, ...]
    checks: tuple[Check, ...]
    parties: tuple[Party, ...]
    returns: bool
    earlier: tuple[str, ...]
    next_steps: tuple[NextStep, ...]

    @property
    def is_placed(self) -> bool:
        """Whether something runs."""
        return any(one.ended_on is None for one in self.tried)


def client_profile(access: Access, page: PageState, row: int) -> ClientProfile:
    """What is known about the client in a row of the world, which `client_rights` has opened."""
    access = access.pinned()
    given = ground_of_clients(access, page)
    world = given.scope.coded.world
    cell = cells_of(world.clients, row)
    status, closed = client_status(given, row)
    tried, checks = tuple(tried_by(given, row)), tuple(checks_of(given, row))
    wishes = tuple((code, occupation(code)) for code in split_list(cell("wished_occupations")))
    earlier = earlier_rows(given, row)
    stays = stays_of(given, row)
    return ClientProfile(
        client_id=str(cell("client_id")),
        on=page.on,
        coach=name_at(world.coaches, "name", int(given.scope.coded.clients.coach[row])),
        unit=name_at(world.units, "name", int(given.scope.coded.clients.unit[row])),
        status=status,
        applied_on=day_or_none(cell("applied_on")),
        enrolled_on=day_or_none(cell("enrolled_on")),
        closed_on=day_or_none(cell("closed_on")) if closed else None,
        closing_reason=text_or_none(cell("closing_reason")) if closed else None,
        referrer=text_or_none(cell("referrer")),
        district=text_or_none(cell("district")),
        stays=stays,
        wishes=wishes,
        needs=tuple(split_list(cell("support_needs"))),
        has_home=text_or_none(cell("postal_code")) is not None,
        tried=tried,
        checks=checks,
        parties=parties_of(given, str(cell("client_id"))),
        returns=bool(given.scope.coded.clients.returns[row]),
        earlier=tuple(str(world.clients["client_id"].array[one]) for one in earlier if may_see(access, one)),
        next_steps=next_steps(
            Situation(page.on, status == "active", bool(stays), bool(wishes), tried, checks)
        ),
    )


def ground_of_clients(access: Access, page: PageState) -> ReportInput:
    """All units on the page's day: a client is looked at whole."""
    key = ("report_input", (), None, page.on, page.period)
    return access.cached(key, lambda _snapshot: report_input(access, page.on, page.period, (), None))


def client_status(given: ReportInput, row: int) -> tuple[str, bool]:
    """How a client stands on the day, and whether the closing is known then."""
    clients, on = given.scope.coded.clients, given.basis.on
    if clients.closed[row] <= on:
        return "closed", True
    if clients.enrolled[row] <= on:
        return "active", False
    return ("waiting" if clients.applied[row] <= on else "later"), False


def earlier_rows(given: ReportInput, row: int) -> tuple[int, ...]:
    """The same person's earlier enrolments, the latest first."""
    world = given.scope.coded.world
    keys = pd.Index(world.clients["client_id"])
    found: list[int] = []
    at = row
    while True:
        before = text_or_none(world.clients["earlier_client_id"].array[at])
        at = int(keys.get_indexer(pd.Index([before]))[0]) if before else NOBODY
        # A ring in the data must not hang the page.
        if at in (NOBODY, row, *found):
            return tuple(found)
        found.append(at)
