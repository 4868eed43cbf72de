"""Demand against supply: which occupations are wished for so much and offered so much."""

from bisect import bisect_left
from dataclasses import dataclass

from dashboard.analysis.gaps_occupations import COVERED, OccupationGap
from dashboard.reports.gap_ground import Gaps
from dashboard.reports.gap_occupations import by_need

TOPS = (1, 3, 10)
"""The classes of demand and supply: up to each of these, and more. None at all is a class of its own."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The occupations of one class of demand and one of supply, those that lack most first.

    Attributes:
        occupations: their codes.
        lacking: how many of them are missing or thin.
    """

    occupations: tuple[str, ...]
    lacking: int


@dataclass(frozen=True, slots=True)
class Heat:
    """The grid: rows are classes of supply, the largest first; columns of demand, the smallest first.

    Attributes:
        cells: by row and column.
        by_supply: how many occupations each row holds.
        by_demand: how many each column holds.
    """

    cells: tuple[tuple[HeatCell, ...], ...]
    by_supply: tuple[int, ...]
    by_demand: tuple[int, ...]


def heat(gaps: Gaps) -> Heat:
    """The occupations with demand in the grid."""
    found = by_need(gaps)
    rows = tuple(
        tuple(_cell(found, supply, demand) for demand in range(1, len(TOPS) + 2))
        for supply in reversed(range(len(TOPS) + 2))
    )
    return Heat(
        rows,
        tuple(sum(len(cell.occupations) for cell in row) for row in rows),
        tuple(sum(len(cell.occupations) for cell in column) for column in zip(*rows, strict=True)),
    )


def class_of(value: float) -> int:
    """The class of an amount.

    >>> [class_of(value) for value in (0, 0.2, 1, 1.5, 10, 11)]
    [0, 1, 1, 2, 3, 4]
    """
    return 0 if value <= 0 else 1 + bisect_left(TOPS, round(value, 6))


def _cell(found: tuple[OccupationGap, ...], supply: int, demand: int) -> HeatCell:
    here = [gap for gap in found if (class_of(gap.supply), class_of(gap.demand)) == (supply, demand)]
    return HeatCell(tuple(gap.ssyk for gap in here), sum(gap.state != COVERED for gap in here))
