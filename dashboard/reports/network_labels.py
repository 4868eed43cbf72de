"""Which names can be written in the picture, and on which side of their marks, so that they cover nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.layout import Point

LETTER, LINE = 11.0, 34.0
"""Width of a letter and height of a line, in the picture's units, at the size names have on a full screen."""
BELOW, BESIDE = 8.0, 16.0
"""From the middle of a mark to the top or bottom of its name, and to its side."""
MARK = 6.0
"""Around the middle of a mark, what must stay uncovered."""
EDGE = 60.0
"""So far a name may reach beyond the outermost marks: the picture is fitted to its names too."""
COACH = (66.0, 26.0)
"""Half the width and half the height of a coach, with a little air."""
SIDES = ("", "right", "left", "above")
"""Where a name may stand, the best place first; "" is below its mark."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class _Marks:
    """The marks that are drawn, each of which a name of another must leave in sight."""

    def __init__(self, marks: Iterable[Point], edge: float) -> None:
        self._edge = edge
        points = [(point.x, point.y) for point in marks]
        self._x, self._y = np.array(points, dtype=float).reshape(-1, 2).T

    def leave_room_for(self, box: _Box, own: Point) -> bool:
        if not len(self._x):
            return True
        inside = box.left >= self._x.min() - self._edge and box.right <= self._x.max() + self._edge
        across = (self._x > box.left - MARK) & (self._x < box.right + MARK)
        down = (self._y > box.top - MARK) & (self._y < box.bottom + MARK)
        return inside and not (across & down & ((self._x != own.x) | (self._y != own.y))).any()


def free_names(
    wanted: Iterable[tuple[str, str, Point]],
    coaches: Iterable[Point],
    most: int,
    marks: Iterable[Point] = (),
    edge: float = EDGE,
) -> dict[str, str]:
    """The nodes whose names find room, the first of the wanted first, and the side of each (one of `SIDES`).

    Args:
        wanted: node, its name and its place, most important first.
        coaches: where coaches stand; a name never covers one.
        most: how many names at the most.
        marks: where every mark stands, those of the wanted too; a name covers none but its own.
        edge: how far to the side of the outermost marks a name may reach.

    >>> free_names([("a", "Bageriet", Point(0, 0)), ("b", "Caféet", Point(4, 0))], [], 5)
    {'a': '', 'b': 'above'}
    """
    width, height = COACH
    taken = [_Box(at.x - width, at.y - height, at.x + width, at.y + height) for at in coaches]
    drawn = _Marks(marks, edge)
    named: dict[str, str] = {}
    for node, name, at in wanted:
        for side, box in _boxes(name, at):
            if drawn.leave_room_for(box, at) and not any(box.meets(other) for other in taken):
                taken.append(box)
                named[node] = side
                break
        if len(named) == most:
            break
    return named


def _boxes(name: str, at: Point) -> Iterator[tuple[str, _Box]]:
    """What the name takes up on each side of its mark."""
    width, half = LETTER * len(name), LETTER * len(name) / 2
    boxes = (
        _Box(at.x - half, at.y + BELOW, at.x + half, at.y + BELOW + LINE),
        _Box(at.x + BESIDE, at.y - LINE / 2, at.x + BESIDE + width, at.y + LINE / 2),
        _Box(at.x - BESIDE - width, at.y - LINE / 2, at.x - BESIDE, at.y + LINE / 2),
        _Box(at.x - half, at.y - BELOW - LINE, at.x + half, at.y - BELOW),
    )
    return zip(SIDES, boxes, strict=True)
