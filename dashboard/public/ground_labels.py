"""Where the name of a municipality, and its number, have room inside its own outline."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
LETTER, DIGITS = 7.6, 30.0
"""Width of a letter of a name, and of a number, as they are set."""
MARGIN = 3.0
LINE = 17.0
"""Height of a line."""
SMALLER = 0.75
"""What a label is set in where it has no room in full size."""
STEP = 3.0
"""How closely the places for a label are tried."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name, line by line, with room for a number under it.

    Attributes:
        x, y: the middle of its block of lines.
        lines: the name; nothing when it has no room, for a number without a name tells nobody anything.
        size: 1, or what it is made smaller by.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float


def label_in(ring: Sequence[Point], name: str, middle: Point) -> Label:
    """The largest label that has room inside an outline, as near the middle as it can stand."""
    for size in (1.0, SMALLER):
        for lines in dict.fromkeys(((name,), tuple(name.split()))):
            widths = [LETTER * size * len(line) + 2 * MARGIN for line in lines] + [DIGITS * size + 2 * MARGIN]
            places = list(_places(ring, widths, LINE * size, middle[0]))
            if places:
                x, y = min(places, key=lambda place: math.dist(place, middle))
                return Label(round(x, 1), round(y, 1), lines, size)
    return Label(round(middle[0], 1), round(middle[1], 1), (), 1.0)


def _places(ring: Sequence[Point], widths: Sequence[float], line: float, wanted: float) -> Iterator[Point]:
    """Middles of blocks of centred lines, as wide as told, that lie inside the outline."""
    top, bottom = min(y for _x, y in ring), max(y for _x, y in ring)
    height = line * len(widths)
    for place in range(int((bottom - top - height) / STEP) + 1):
        start = top + STEP * place
        centres = [(-math.inf, math.inf)]
        for row in range(int(height / STEP) + 1):
            half = widths[min(int(row * STEP / line), len(widths) - 1)] / 2
            within = [(left + half, right - half) for left, right in _inside(ring, start + STEP * row)]
            centres = list(_both(centres, within))
        for left, right in centres:
            yield min(max(wanted, left), right), start + height / 2


def _inside(ring: Sequence[Point], y: float) -> list[Point]:
    """The stretches of a row that lie inside the outline."""
    ends = sorted(
        x + (y - own) / (further_y - own) * (further_x - x)
        for (x, own), (further_x, further_y) in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (own <= y) != (further_y <= y)
    )
    return list(zip(ends[::2], ends[1::2], strict=True))


def _both(some: list[Point], others: list[Point]) -> Iterator[Point]:
    for left, right in some:
        for other_left, other_right in others:
            if min(right, other_right) > max(left, other_left):
                yield max(left, other_left), min(right, other_right)
