"""The trials by group as a card: what they led to, how many broke off, and both one period earlier."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.analysis.intervals import Share
from dashboard.i18n import _, ngettext, number
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import (
    Column,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    earlier_columns,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_split import GroupNumbers, trials_by
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import before_told, was

SHOWN = 12
"""How many groups the picture holds; the table has them all."""
NOBODY = Share(0, 0)


@dataclass(frozen=True, slots=True)
class Grouped:
    """What such a card says besides its numbers.

    Attributes:
        key: the card's.
        by: the way of dividing.
        header: what a group is.
        finding: the sentence.
        names: what each group is called.
        measures: the figures that it shows.
        notes: what is said under the pictures.
    """

    key: str
    by: str
    header: str
    finding: str
    names: Mapping[str, str]
    measures: tuple[str, ...]
    notes: tuple[str, ...] = ()


def grouped(ground: OutcomeGround, told: Grouped, found: Mapping[str, GroupNumbers]) -> OutcomeCard:
    """The card of the groups in `found`, in their order."""
    before = trials_by(ground.before, ground.wanted_before, told.by)
    drawn = [key for key, numbers in found.items() if numbers.success.of]
    left = len(drawn) - SHOWN
    return OutcomeCard(
        key=told.key,
        title=title_of(told.key),
        finding=told.finding,
        panels=(
            Panel(
                _("Led to work or studies"),
                shares=tuple(
                    ShareRow(told.names[key], found[key].success, was(_success(before, key)))
                    for key in drawn[:SHOWN]
                ),
            ),
            Panel(
                _("Broke off"),
                shares=tuple(ShareRow(told.names[key], found[key].interrupted) for key in drawn[:SHOWN]),
            ),
        ),
        columns=(
            Column(told.header),
            Column(_("Completed"), "count"),
            *share_columns(),
            Column(_("Broke off"), "count"),
            Column(_("Share that broke off"), "percent"),
            *earlier_columns(),
        ),
        rows=tuple(
            TableRow(
                (
                    told.names[key],
                    numbers.completed,
                    *share_cells(numbers.success),
                    numbers.interrupted.n,
                    numbers.interrupted.share,
                    *share_cells(_success(before, key))[:3],
                )
            )
            for key, numbers in found.items()
        ),
        measures=told.measures,
        notes=(before_told(), *told.notes, *([_more(left)] if left > 0 else [])),
        unfiltered=False,
    )


def _success(before: Mapping[str, GroupNumbers], key: str) -> Share:
    return before[key].success if key in before else NOBODY


def _more(left: int) -> str:
    return ngettext("{n} more group is in the table.", "{n} more groups are in the table.", left).format(
        n=number(left)
    )
