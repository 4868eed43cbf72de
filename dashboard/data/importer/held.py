"""Values that somebody has written in place, laid against what a file says of the same row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.data.writings import Held

HeldCells = Mapping[int, Held]
"""By the place of its column: what was written in a row and still stands there."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell of a file that says something else than what was written in place.

    Attributes:
        number: the row's number in the file.
        place: the place of its column in the table.
        said: what the file says.
        held: what was written in place.
    """

    number: int
    place: int
    said: Any
    held: Held


def against_written(
    fresh: tuple[Any, ...],
    old: tuple[Any, ...],
    held: HeldCells,
    says: Callable[[int], bool],
    *,
    file_wins: bool,
) -> tuple[tuple[Any, ...], tuple[int, ...]]:
    """A row of a file where somebody has written in place.

    Args:
        fresh: the row as the file would have it.
        old: as it is stored.
        held: what was written in it.
        says: whether the file has a value at a place.
        file_wins: whether a value of the file replaces what was written.

    Returns:
        The row as it will be, and the places where the file says something else. What is empty in the
        file never replaces anything.
    """
    cells, differing = list(fresh), []
    for place in held:
        if fresh[place] == old[place]:
            continue
        if says(place):
            differing.append(place)
        if not (says(place) and file_wins):
            cells[place] = old[place]
    return tuple(cells), tuple(differing)
