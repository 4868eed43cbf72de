"""The network as an arch of signs, one an employer: only how many stand on each rung decides where any is.

The dice are thrown from one fixed seed, so the picture says nothing about who an employer is, and the same
numbers always give the same picture.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

SEED = 1859
WIDTH, HEIGHT = 860, 460
CENTRE = (430.0, 446.0)
INNERMOST, OUTERMOST = 46.0, 410.0
BETWEEN_RUNGS = 0.6
"""Free space between rungs, in rows."""
ALONG = 21.0
"""Room for one sign along its row when rows have their usual distance."""
USUAL_ROW = 25.0
MOST_SIGNS = 1_200


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a sign stands, in the drawing's own units; `size` is 1 for the usual."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Arch:
    """The drawing.

    Attributes:
        seats: by rung.
        each: how many employers a sign stands for.
        scale: how large the signs are.
    """

    seats: Mapping[int, tuple[Seat, ...]]
    each: int
    scale: float


def arch(counts: Mapping[int, int]) -> Arch:
    """Seats for so many employers on each rung; the innermost rows belong to the highest rung.

    Example:
        >>> [len(arch({0: 40, 5: 3}).seats[rung]) for rung in (5, 0)]
        [3, 40]
    """
    each = max(1, math.ceil(sum(counts.values()) / MOST_SIGNS))
    signs = {rung: math.ceil(count / each) for rung, count in counts.items() if count}
    row = _row_height(signs)
    dice = np.random.default_rng(SEED)
    seats: dict[int, tuple[Seat, ...]] = {}
    radius = INNERMOST
    for rung in sorted(signs, reverse=True):
        rows = _rows(signs[rung], radius, row)
        seats[rung] = tuple(_seats(rows, row, dice))
        radius = rows[-1][0] + row * (1 + BETWEEN_RUNGS)
    return Arch(seats, each, round(min(1.0, row / USUAL_ROW), 2))


def _row_height(signs: Mapping[int, int]) -> float:
    """The greatest distance between rows with which everybody has a seat."""
    height = USUAL_ROW * 1.3
    while height > 3 and _reach(signs, height) > OUTERMOST:
        height *= 0.97
    return height


def _reach(signs: Mapping[int, int], row: float) -> float:
    radius = INNERMOST
    for rung in sorted(signs, reverse=True):
        radius = _rows(signs[rung], radius, row)[-1][0] + row * (1 + BETWEEN_RUNGS)
    return radius - row * BETWEEN_RUNGS


def _rows(count: int, radius: float, row: float) -> list[tuple[float, int]]:
    """(radius, signs) of each row of a rung, spread in proportion to how long the rows are."""
    along = ALONG * row / USUAL_ROW
    radii, room = [radius], _room(radius, along)
    while room < count:
        radii.append(radii[-1] + row)
        room += _room(radii[-1], along)
    shares = _shared(count, radii)
    return list(zip(radii, shares, strict=True))


def _room(radius: float, along: float) -> int:
    return max(1, int(math.pi * radius / along))


def _shared(count: int, weights: Sequence[float]) -> list[int]:
    edges = np.round(np.cumsum(weights) / sum(weights) * count).astype(int)
    return [int(part) for part in np.diff(edges, prepend=0)]


def _seats(rows: list[tuple[float, int]], row: float, dice: np.random.Generator) -> list[Seat]:
    seats = []
    for radius, count in rows:
        moved = dice.uniform(-0.12, 0.12, (count, 2))
        for place in range(count):
            angle = math.pi * (place + 0.5 + moved[place, 0]) / count
            away = radius + row * moved[place, 1]
            x, y = CENTRE[0] - away * math.cos(angle), CENTRE[1] - away * math.sin(angle)
            seats.append(Seat(round(x, 1), round(y, 1), 1.0))
    return seats
