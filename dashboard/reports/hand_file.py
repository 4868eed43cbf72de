"""The items rated by hand as a table of their own: a file for the card, and a sheet of the report."""

from collections.abc import Iterable

from dashboard.domain.errors import NotFound
from dashboard.domain.hand_items import HAND_ITEMS
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.hand_ratings import Rating, hand_finding, in_force, ratings_of
from dashboard.reports.network_export import stamp_of
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import PageState
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Row, Sheet, Shown

KEY, MEASURE = "by_hand", "method.by_hand"


def hand_file(access: Access, page: PageState, key: str) -> StampedTable:
    """All ratings of the page's unit, the newest first.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        NotFound: when there is no such card.
    """
    if key != KEY:
        raise NotFound(_("There is no such card."))
    ratings = ratings_of(access, page)
    told = " ".join(note.sentence for note in notes([MEASURE], access.definitions))
    finding = hand_finding(ratings).replace("**", "")
    return StampedTable(
        name=f"metod-bedomt-for-hand-{page.on.isoformat()}",
        title=_("Items rated by hand"),
        stamp=[(_("Finding"), finding), *stamp_of(access, page.replace(coach=None), len(ratings), told)],
        header=_header(),
        rows=list(_rows(ratings)),
    )


def hand_sheet(report: WholeReport) -> Sheet:
    """The points in force of each item that somebody has rated."""
    counted = in_force(report.hand)
    rows: list[Row] = [
        [_(text), Shown(one.score, Form.COUNT), Shown(one.rated_on, Form.DAY), one.rater, one.evidence]
        for key, text in HAND_ITEMS.items()
        if (one := counted.get(key))
    ]
    return Sheet(_("Items rated by hand"), _header()[:5], rows, wrapped=(4,))


def _header() -> list[str]:
    return [
        _("Item"),
        _("Points, 1–5"),
        _("Day"),
        _("Rated by"),
        _("What it rests on"),
        _("Taken back by"),
    ]


def _rows(ratings: Iterable[Rating]) -> Iterable[list[Cell]]:
    for one in ratings:
        name = _(HAND_ITEMS.get(one.item, one.item))
        yield [name, one.score, one.rated_on, one.rater, one.evidence, one.withdrawn_by]
