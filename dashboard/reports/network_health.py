"""Is the network healthier than a quarter ago? A few numbers, each beside what it was on the earlier day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.analysis.concentration import concentration
from dashboard.analysis.intervals import Share
from dashboard.analysis.resilience import Step, resilience
from dashboard.domain.period import Period
from dashboard.reports.access import Access
from dashboard.reports.comparison import Compared
from dashboard.reports.network_answers import COOLED, answer
from dashboard.reports.network_changed import quarter_before
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import PageState

Effect = Literal["better", "worse", "unsure"]
Verdict = Literal["healthier", "weaker", "mixed", "cannot_tell", "nothing"]
HOSTED = 3
"""The rung from which an employer has opened its doors to a trial."""
WANTED: Mapping[str, Literal["more", "less"]] = {
    "questions.tied": "more",
    "questions.strongest": "more",
    "questions.single_coach": "less",
    "resilience.kept": "more",
    "questions.cooling": "less",
    "health.hosted": "more",
}
"""The shares, and which way is healthier."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is no share, on both days. It is told and not judged: it is a count, not a sample.

    Attributes:
        key: the measure.
        after: on the day; None when there is nothing to count it from.
        before: on the earlier day.
    """

    key: str
    after: float | None
    before: float | None

    @property
    def difference(self) -> float | None:
        """After − before; None when one of them is missing."""
        return None if self.after is None or self.before is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Health:
    """The network on two days.

    Attributes:
        before: the earlier day.
        ties: living ties.
        gained, lost: ties that have come and gone since.
        shares: the shares of WANTED, in its order.
        equal: as many employers with equally many placements each; None within filters, since it is
            counted over all employers.
        worst: the coach whose leaving costs most on the day and on the earlier one; empty without ties.
        verdict: what all shares together come to.
    """

    before: dt.date
    ties: Number
    gained: int
    lost: int
    shares: tuple[Compared, ...]
    equal: Number | None
    worst: tuple[str, str]
    verdict: Verdict


def health(access: Access, page: PageState) -> Health:
    """The network on the page's day beside the same day three months earlier, within the filters."""
    scope = known(access, page)
    found: Health = scope.results.get("health", lambda: _health(access, page, scope))
    return found


def effect(compared: Compared) -> Effect:
    """Whether a share has become healthier: only when Newcombe's interval leaves out 0."""
    if not compared.changed:
        return "unsure"
    more = (compared.difference or 0) > 0
    return "better" if more == (WANTED[compared.path] == "more") else "worse"


def verdict(shares: tuple[Compared, ...]) -> Verdict:
    """What all shares together come to."""
    if all(each.after.share is None for each in shares):
        return "nothing"
    effects = {effect(each) for each in shares}
    if {"better", "worse"} <= effects:
        return "mixed"
    if "better" in effects:
        return "healthier"
    return "weaker" if "worse" in effects else "cannot_tell"


def earlier(page: PageState) -> PageState:
    """The same page three months earlier."""
    return page.replace(day=quarter_before(page.on))


def _health(access: Access, page: PageState, scope: Known) -> Health:
    then = earlier(page)
    now_shares, was_shares = (_shares(access, each) for each in (page, then))
    shares = tuple(Compared(key, now_shares[key], was_shares[key]) for key in WANTED)
    changed = answer(access, page.replace(since=None, change=None), "changed")
    return Health(
        before=then.on,
        ties=Number("health.ties", *(known(access, each).alive for each in (page, then))),
        gained=changed.number,
        lost=changed.counts["lost"],
        shares=shares,
        equal=_equal(access, page, then) if not scope.filtered else None,
        worst=(_worst(scope).coach_id, _worst(known(access, then)).coach_id),
        verdict=verdict(shares),
    )


def living(scope: Known) -> list[tuple[str, str]]:
    """The living ties within the filters, as (coach, employer); when a coach is chosen, that coach's own."""
    pairs = zip(scope.active["coach_id"], scope.active["employer_id"], strict=True)
    return [(coach, employer) for coach, employer in pairs if scope.coach in {None, coach}]


def year_to(page: PageState) -> PageState:
    """The page with the year that ends on its day as its period: what the concentration is counted over."""
    period = Period.year_to(page.on)
    return page.replace(first=period.first, last=period.last)


def _shares(access: Access, page: PageState) -> Mapping[str, Share]:
    """The shares of the ready questions and two more; the questions' lists are not needed for them."""
    scope = known(access, page)
    worst, employers, tied = _worst(scope), scope.employers, scope.tied
    strong, medium = (employers["level"] == level for level in ("strong", "medium"))
    cooled = employers["warmth"].isin(COOLED)
    return {
        "questions.tied": Share(len(tied), len(employers)),
        "questions.strongest": Share(int(strong.sum()), int((employers["level"] != "none").sum())),
        "questions.single_coach": Share(int((tied["active_ties"] == 1).sum()), len(tied)),
        "resilience.kept": Share(worst.kept, worst.of),
        "questions.cooling": Share(int((cooled & (strong | medium)).sum()), int((strong | medium).sum())),
        "health.hosted": Share(int((employers["rung"] >= HOSTED).sum()), len(employers)),
    }


def _worst(scope: Known) -> Step:
    """The network without the coach whose leaving costs most."""
    steps: tuple[Step, ...] = scope.results.get("resilience", lambda: resilience(scope.active))
    return steps[1] if steps else Step("", 0, 0)


def _equal(access: Access, page: PageState, then: PageState) -> Number:
    values = (
        concentration(access.scope(each.units, each.programme, each.on), Period.year_to(each.on))
        for each in (page, then)
    )
    return Number("health.equal_employers", *(each.equal_employers for each in values))
