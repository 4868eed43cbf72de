"""What a card of the page "Side by side" is made of: words and numbers, before anything is drawn."""

from dataclasses import dataclass

from dashboard.analysis.several import Verdict
from dashboard.reports.outcome_parts import OutcomeCard


@dataclass(frozen=True, slots=True)
class DotRow:
    """One group on the axis.

    Attributes:
        name: the group's.
        value: where its dot is; None where there is too little for one.
        low: the lower limit, None when there is no interval.
        high: the upper limit, None when there is none or it is not reached.
        said: the numbers in words.
        verdict: how it stands beside the others.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    said: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DotPanel:
    """One of a card's small pictures: groups on a common axis, with all together as a line.

    Attributes:
        title: what it shows, when the card has several.
        rows: the groups, in the order in which they are drawn.
        most: the end of the axis, which begins at 0.
        ends: what the two ends of the axis are, in words.
        total: where the line is; None without one.
        total_said: what the line is, in words.
    """

    title: str
    rows: tuple[DotRow, ...]
    most: float
    ends: tuple[str, str]
    total: float | None
    total_said: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by group and class.

    Attributes:
        classes: the headings of the columns.
        rows: the name and the counts of each group.
        caption: what is counted.
    """

    classes: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class SideCard:
    """A card of the page.

    Attributes:
        told: its words, its table and its plain bars.
        dots: its pictures of dots with limits.
        grid: its table of counts.
        groups: the key of the group of each row of its table.
        paths: the columns that say the same as the report of that group alone: (column, key of the report).
    """

    told: OutcomeCard
    dots: tuple[DotPanel, ...] = ()
    grid: Grid | None = None
    groups: tuple[str, ...] = ()
    paths: tuple[tuple[int, str], ...] = ()
