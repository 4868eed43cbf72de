"""What the page Metod och mål works on: the method check, the answers, and what they stand beside."""

from dataclasses import dataclass

from dashboard.analysis.answers import Answers, answers_by_group
from dashboard.analysis.cohort import Cohort, cohort
from dashboard.analysis.fidelity import Item, fidelity
from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import Ratings, ratings
from dashboard.domain.period import Period
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.report_input import ReportInput, report_input
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class MethodGround:
    """How a selection works and what was thought of it. Counts alone: the same for everybody who may see it.

    Attributes:
        period: first and last day.
        items: the method check, in its own order.
        ratings: what clients and employers thought of the trials that ended.
        answers: who answered, by group.
        strong: employers with a strong relationship, of those with any.
        cohort: how many got an employment, and how soon.
    """

    period: Period
    items: tuple[Item, ...]
    ratings: Ratings
    answers: tuple[Answers, ...]
    strong: Share
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
    key = (units, page.programme, page.on, page.period)

    def made(_snapshot: object) -> MethodGround:
        given: ReportInput = access.cached(
            ("report_input", *key),
            lambda _snapshot: report_input(access, page.on, page.period, units, page.programme),
        )
        return method_of(given)

    ground: MethodGround = access.cached(("method_ground", *key), made)
    return ground


def method_of(given: ReportInput) -> MethodGround:
    """The same of what a report is made from."""
    level = given.state.employers["level"]
    return MethodGround(
        period=given.period,
        items=fidelity(given.basis),
        ratings=ratings(given.basis),
        answers=answers_by_group(given.basis),
        strong=Share(int((level == "strong").sum()), int((level != "none").sum())),
        cohort=cohort(given.basis),
    )
