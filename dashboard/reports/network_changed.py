"""The ready question about change: what became of the ties since an earlier day."""

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.analysis.change import CHANGES as KINDS
from dashboard.analysis.change import tie_changes
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer, strongest_first
from dashboard.reports.network_scope import Known
from dashboard.reports.state import CHANGES, PageState

WIDER: Mapping[str, tuple[str, ...]] = {"changed": ("new", "revived", "lost"), "all": KINDS}
"""The choices that hold several kinds."""


def changed(access: Access, page: PageState, scope: Known) -> Answer:
    """The ties that have come, gone or stayed since the earlier day, strongest employer first."""
    since, kind = compared_with(page), page.change or CHANGES[0]
    rows = changes_since(access, page, scope, since)
    counts = {each: int((rows["change"] == each).sum()) for each in KINDS}
    gained = counts["new"] + counts["revived"]
    return Answer(
        "changed",
        strongest_first(rows[rows["change"].isin(WIDER.get(kind, (kind,)))], scope),
        number=gained,
        of=gained + counts["kept"],
        counts=counts,
        since=since,
        kind=kind,
    )


def count_of(asked: Answer, kind: str) -> int:
    """How many ties a choice of `state.CHANGES` holds."""
    return sum(asked.counts[each] for each in WIDER.get(kind, (kind,)))


def changes_since(access: Access, page: PageState, scope: Known, since: dt.date) -> pd.DataFrame:
    """What became of every tie within the filters, as `tie_changes` gives it."""
    before = access.employer_state(page.units, page.programme, since)
    rows = tie_changes(before, scope.state)
    within = rows["employer_id"].isin(scope.employers.index)
    if page.coach is not None:
        within &= rows["coach_id"] == page.coach
    return rows[within].reset_index(drop=True)


def compared_with(page: PageState) -> dt.date:
    """The earlier day: the chosen one, else three months before the page's day."""
    return quarter_before(page.on) if page.since is None else min(page.since, page.on)


def ready_days(page: PageState, scope: Known) -> Mapping[str, dt.date]:
    """Earlier days that are at hand: a quarter and a year before, and the day of the first interaction."""
    days = {"quarter": quarter_before(page.on), "year": _months_before(page.on, 12)}
    return days if scope.ties.empty else {**days, "beginning": scope.ties["first_on"].min().date()}


def quarter_before(day: dt.date) -> dt.date:
    """The same day three months earlier; in a shorter month, its last day.

    >>> quarter_before(dt.date(2026, 5, 31))
    datetime.date(2026, 2, 28)
    """
    return _months_before(day, 3)


def _months_before(day: dt.date, months: int) -> dt.date:
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()
