"""What the page Metod och mål works on: the method check, the answers, and what they stand beside."""

from dataclasses import dataclass

from dashboard.analysis.answers import Answers, answers_by_group
from dashboard.analysis.basis import basis
from dashboard.analysis.cohort import Cohort, cohort
from dashboard.analysis.fidelity import Item, fidelity
from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import Ratings, ratings
from dashboard.domain.period import Period
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.outcome_ground import basis_before
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class MethodGround:
    """How a selection works and what was thought of it. Counts alone: the same for everybody who may see it.

    Attributes:
        period: first and last day.
        items: the method check, in its own order.
        items_before: the same, one period earlier.
        ratings: what clients and employers thought of the trials that ended.
        ratings_before: the same, one period earlier.
        answers: who answered, by group.
        cohort: how many got an employment, and how soon.
    """

    period: Period
    items: tuple[Item, ...]
    items_before: tuple[Item, ...]
    ratings: Ratings
    ratings_before: Ratings
    answers: tuple[Answers, ...]
    cohort: Cohort

    def item(self, name: str) -> Item:
        """An item of the method check."""
        return next(item for item in self.items if item.item == name)


def method_ground(access: Access, page: PageState) -> MethodGround:
    """The method check and the answers of a page's selection.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    units = tuple(sorted(set(page.units)))
    key = ("method_ground", units, page.programme, page.on, page.period)
    return access.cached(key, lambda _snapshot: _ground(access, page))


def strong_relationships(access: Access, page: PageState) -> Share:
    """Employers with a strong relationship, of those with any; raises as `method_ground` does.

    By itself: it takes every tie of every employer, which the rest of the page does not wait for.
    """
    require_staff(access)
    level = access.employer_state(page.units, page.programme, page.on).employers["level"]
    return Share(int((level == "strong").sum()), int((level != "none").sum()))


def _ground(access: Access, page: PageState) -> MethodGround:
    now = basis(access.scope(page.units, page.programme, page.on), page.period, access.definitions)
    before = basis_before(access, page)
    return MethodGround(
        period=page.period,
        items=fidelity(now),
        items_before=fidelity(before),
        ratings=ratings(now),
        ratings_before=ratings(before),
        answers=answers_by_group(now),
        cohort=cohort(now),
    )
