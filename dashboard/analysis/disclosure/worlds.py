"""The worlds that fit what is shown of one piece of a puzzle, found one by one by integer programming."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from dashboard.analysis.disclosure.pieces import Piece
from dashboard.analysis.disclosure.puzzle import NO_LIMIT, Puzzle, Row, Terms

SECONDS = 5.0
"""The longest that one program may take; it takes thousandths of that."""
OPTIMAL = 0
Numbers = NDArray[np.int64]


class Reader(StrEnum):
    """Who reads what is shown."""

    SUMS = "sums"
    """Knows the sums, and nothing of why a number is hidden."""
    ONE_IS_FEW = "one_is_few"
    """Knows the rule as well, and takes it that of those hidden together one at least is few."""
    ALL_ARE_FEW = "all_are_few"
    """Guesses that whatever is hidden is few."""


class Unfinished(Exception):
    """The attack could not be carried to its end."""


@dataclass(frozen=True, slots=True)
class Few:
    """What somebody guesses who knows the rule: of these unknowns, one at least is few, or all are.

    Attributes:
        least: unknown → the least that is few; empty where nobody guesses, or the guess would be wrong.
        most: the greatest that is.
        every: whether the guess is that all are.
    """

    least: Mapping[int, int]
    most: int
    every: bool = False


class Worlds:
    """Whole numbers for the unknowns of a piece, that fit all its rows."""

    def __init__(
        self, puzzle: Puzzle, piece: Piece, few: Few, known: Numbers, found: Callable[[Numbers], None]
    ) -> None:
        """Write the rows as a matrix.

        Args:
            puzzle: what is known.
            piece: which part of it.
            few: what is guessed besides.
            known: worlds to begin with, one a row, the true one among them; what does not fit is left out.
            found: is told of each new world.
        """
        self._found = found
        self._column = {unknown: n for n, unknown in enumerate(piece.unknowns)}
        rows = [_without_told(puzzle, puzzle.rows[number], self._column) for number in piece.rows]
        switches = {} if few.every else few.least
        switched = rows + _one_is_few(self._column, Few(switches, few.most), puzzle.ceiling)
        self._matrix, self._low, self._high = _matrix(switched, len(self._column) + len(switches))
        self._least = np.zeros(len(self._column) + len(switches))
        self._most_each = np.array([puzzle.ceiling] * len(self._column) + [1] * len(switches))
        for unknown in few.least if few.every else ():
            self._least[self._column[unknown]] = few.least[unknown]
            self._most_each[self._column[unknown]] = few.most
        self._known = known[self._fits(known, len(rows)) & _guessed(known, self._column, few)]
        self._most: dict[Terms, int] = {}

    def _fits(self, known: Numbers, rows: int) -> NDArray[np.bool_]:
        sums = known @ self._matrix[:rows, : len(self._column)].T
        fits: NDArray[np.bool_] = np.all((sums >= self._low[:rows]) & (sums <= self._high[:rows]), axis=1)
        return fits

    def seen(self, terms: Terms) -> tuple[int, int]:
        """The least and the greatest of a sum in the worlds found so far."""
        found = self._known[:, [self._column[one] for one, _n in terms]] @ np.array([n for _one, n in terms])
        return int(found.min()), int(found.max())

    def most(self, terms: Terms, sign: int) -> int:
        """The greatest of a sum in all worlds that fit, or the least where `sign` is -1.

        Raises:
            Unfinished: when it cannot be found in time.
        """
        signed = tuple((one, sign * times) for one, times in terms)
        if signed not in self._most:
            self._most[signed] = self._solve(signed)
        return sign * self._most[signed]

    def _solve(self, terms: Terms) -> int:
        goal = np.zeros(len(self._least))
        for one, times in terms:
            goal[self._column[one]] = -times
        limits = LinearConstraint(self._matrix, self._low, self._high) if len(self._low) else None
        found = milp(
            goal,
            integrality=np.ones(len(goal)),
            bounds=Bounds(self._least, self._most_each),
            constraints=limits,
            options={"time_limit": SECONDS, "mip_rel_gap": 0},
        )
        if found.status != OPTIMAL:
            raise Unfinished(found.message)
        world = np.rint(found.x).astype(np.int64)
        # The solver counts in floating point; a world that does not fit in whole numbers is no proof.
        sums = self._matrix @ world
        if (sums < self._low).any() or (sums > self._high).any():
            raise Unfinished("a world that does not fit")
        world = world[: len(self._column)]
        self._known = np.vstack([self._known, world])
        self._found(world)
        return sum(times * int(world[self._column[one]]) for one, times in terms)


def _without_told(puzzle: Puzzle, row: Row, column: Mapping[int, int]) -> Row:
    """The row with the told counts moved to its limits, in columns."""
    told = sum(times * puzzle.counts[one].value for one, times in row.terms if one not in column)
    terms = tuple((column[one], times) for one, times in row.terms if one in column)
    low = row.low if row.low == -NO_LIMIT else row.low - told
    return Row(terms, low, row.high if row.high == NO_LIMIT else row.high - told)


def _guessed(known: Numbers, column: Mapping[int, int], few: Few) -> NDArray[np.bool_]:
    if not few.least:
        return np.ones(len(known), dtype=bool)
    which, least = [column[one] for one in few.least], np.array(list(few.least.values()))
    is_few = (known[:, which] >= least) & (known[:, which] <= few.most)
    right: NDArray[np.bool_] = np.all(is_few, axis=1) if few.every else np.any(is_few, axis=1)
    return right


def _one_is_few(column: Mapping[int, int], few: Few, ceiling: int) -> list[Row]:
    """A switch for each that may be few, after the unknowns: when it is on, the unknown is few; one is on."""
    if not few.least:
        return []
    rows = []
    for switch, (unknown, least) in enumerate(few.least.items(), start=len(column)):
        rows.append(Row(((column[unknown], 1), (switch, ceiling)), -NO_LIMIT, few.most + ceiling))
        rows.append(Row(((column[unknown], 1), (switch, -least)), 0, NO_LIMIT))
    switches = range(len(column), len(column) + len(few.least))
    return [*rows, Row(tuple((switch, 1) for switch in switches), 1, NO_LIMIT)]


def _matrix(
    rows: list[Row], width: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    matrix = np.zeros((len(rows), width))
    for n, row in enumerate(rows):
        for column, times in row.terms:
            matrix[n, column] += times
    low = np.array([-np.inf if row.low == -NO_LIMIT else row.low for row in rows], dtype=float)
    high = np.array([np.inf if row.high == NO_LIMIT else row.high for row in rows], dtype=float)
    return matrix, low, high
