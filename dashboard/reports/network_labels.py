"""Which names can be written in the picture without covering each other or a coach."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.analysis.layout import Point

LETTER, LINE = 11.0, 34.0
"""Width of a letter and height of a line, in the picture's units, at the size names have on a full screen."""
BELOW = 8.0
"""From the middle of a mark to the top of its name."""
COACH = (66.0, 26.0)
"""Half the width and half the height of a coach, with a little air."""


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


def free_names(wanted: Iterable[tuple[str, str, Point]], coaches: Iterable[Point], most: int) -> list[str]:
    """The nodes whose names find room, the first of the wanted first.

    Args:
        wanted: node, its name and its place, most important first.
        coaches: where coaches stand; a name never covers one.
        most: how many names at the most.

    >>> free_names([("a", "Bageriet", Point(0, 0)), ("b", "Caféet", Point(4, 0))], [], 5)
    ['a']
    """
    width, height = COACH
    taken = [_Box(at.x - width, at.y - height, at.x + width, at.y + height) for at in coaches]
    named: list[str] = []
    for node, name, at in wanted:
        half = LETTER * len(name) / 2
        box = _Box(at.x - half, at.y + BELOW, at.x + half, at.y + BELOW + LINE)
        if any(box.meets(other) for other in taken):
            continue
        taken.append(box)
        named.append(node)
        if len(named) == most:
            break
    return named
