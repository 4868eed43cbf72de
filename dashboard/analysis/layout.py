"""Where the nodes of the coach–employer network are drawn.

A force-directed picture moves everything when one employer is added, so nobody learns to read it. Here
every employer takes the free place nearest to where its coaches stand, and keeps it: places that are
stored are never moved, only new nodes are placed. Coaches stand on an ellipse (many of them: as seeds in
a sunflower), those who share many employers beside each other; employers lie on a honeycomb around and
between them, strongest nearest.
"""

import hashlib
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SPACING = 34.0
"""Distance between two places, in the picture's own units (pixels at zoom 1)."""
JITTER = 0.22
"""How far a node may stand from the middle of its place, as a share of the spacing."""
COACH_CLEARANCE = 3
"""Rings of places kept free around a coach, for the name."""
STRETCH = 1.25
"""How much wider than high the picture is."""

ELLIPSE_HOLDS = 8
"""More coaches than this would make an ellipse with a great hole in it."""
CLUSTER = 70
"""Employers a coach that the coaches' distances leave room for; more of them run into each other."""
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A coach and an employer who have ever been in touch, and how much that weighs."""

    coach_id: str
    employer_id: str
    weight: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of coaches and of employers, by id."""

    coaches: Mapping[str, Point]
    employers: Mapping[str, Point]


EMPTY = Layout({}, {})


def stable_layout(ties: Iterable[Tie], stored: Layout = EMPTY) -> Layout:
    """Place all coaches and employers that have a tie; those in `stored` stay where they are.

    Args:
        ties: every pair that has ever met, with a weight above 0 (strength or number of meetings).
        stored: places from before; nodes that no longer have a tie are kept too.

    Returns:
        A layout that is the same for the same ties and stored places, in whatever order they come.

    >>> first = stable_layout([Tie("A", "E1", 1.0), Tie("B", "E2", 1.0)])
    >>> second = stable_layout([Tie("A", "E1", 1.0), Tie("B", "E2", 1.0), Tie("B", "E3", 9.0)], first)
    >>> second.employers["E1"] == first.employers["E1"]
    True
    """
    pairs = sorted(ties, key=lambda tie: (tie.coach_id, tie.employer_id))
    by_employer: dict[str, list[Tie]] = defaultdict(list)
    for tie in pairs:
        by_employer[tie.employer_id].append(tie)
    coaches = _place_coaches(by_employer, pairs, stored.coaches)
    honeycomb = _Honeycomb()
    for point in coaches.values():
        honeycomb.clear_around(point)
    for point in stored.employers.values():
        honeycomb.take(point)
    new = (employer for employer in by_employer if employer not in stored.employers)
    placed = dict(stored.employers)
    for employer in sorted(new, key=lambda key: (-sum(tie.weight for tie in by_employer[key]), key)):
        placed[employer] = honeycomb.nearest(_middle(by_employer[employer], coaches), employer)
    return Layout(coaches, placed)


def _place_coaches(
    by_employer: Mapping[str, list[Tie]], pairs: list[Tie], stored: Mapping[str, Point]
) -> dict[str, Point]:
    names = sorted({tie.coach_id for tie in pairs} - set(stored))
    if stored:
        placed = dict(stored)
        for name in names:
            placed[name] = _widest_gap(list(placed.values()))
        return placed
    around = _neighbours_together(names, by_employer)
    cluster = _cluster_radius(len(around), len(by_employer))
    if len(around) > ELLIPSE_HOLDS:
        return {name: _sunflower(2 * cluster, index) for index, name in enumerate(around)}
    radius = max(5 * SPACING, cluster / math.sin(math.pi / len(around))) if len(around) > 1 else 0.0
    return {name: _on_ellipse(radius, index / len(around)) for index, name in enumerate(around)}


def _cluster_radius(coaches: int, employers: int) -> float:
    """How far a coach's own honeycomb reaches, with a margin to the next one's."""
    cells = 3 * COACH_CLEARANCE * (COACH_CLEARANCE + 1) + min(CLUSTER, employers / max(1, coaches))
    return 1.25 * SPACING * math.sqrt(cells * math.sqrt(3) / 2 / math.pi)


def _sunflower(distance: float, index: int) -> Point:
    radius = distance * 0.6 * math.sqrt(index + 0.5)
    angle = index * GOLDEN_ANGLE
    return Point(round(STRETCH * radius * math.cos(angle), 2), round(radius * math.sin(angle), 2))


def _on_ellipse(radius: float, share: float) -> Point:
    angle = 2 * math.pi * share - math.pi / 2
    return Point(round(STRETCH * radius * math.cos(angle), 2), round(radius * math.sin(angle), 2))


def _widest_gap(points: list[Point]) -> Point:
    """A place on the ellipse of the others, in the middle of the widest gap between two of them."""
    radius = max(5 * SPACING, *(math.hypot(point.x / STRETCH, point.y) for point in points))
    if len(points) >= ELLIPSE_HOLDS:
        radius += 8 * SPACING
    shares = sorted((math.atan2(p.y, p.x / STRETCH) + math.pi / 2) / (2 * math.pi) % 1 for p in points)
    gaps = [(after - before, before) for before, after in itertools.pairwise([*shares, shares[0] + 1])]
    width, start = max(gaps)
    return _on_ellipse(radius, start + width / 2)


def _neighbours_together(names: list[str], by_employer: Mapping[str, list[Tie]]) -> list[str]:
    """Order coaches around the ellipse so that those who share employers stand side by side."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ties in by_employer.values():
        for one, other in itertools.permutations([tie.coach_id for tie in ties], 2):
            shared[one, other] += 1
    if not names:
        return []
    left = set(names)
    order = [max(names, key=lambda name: (sum(shared[name, other] for other in names), name))]
    left.discard(order[0])
    while left:
        following = min(left, key=lambda name: (-shared[order[-1], name], name))
        order.append(following)
        left.discard(following)
    return order


def _middle(ties: list[Tie], coaches: Mapping[str, Point]) -> Point:
    """The point between an employer's coaches, drawn towards those who weigh most."""
    weights = [math.sqrt(max(tie.weight, 1e-9)) for tie in ties]
    total = sum(weights)
    x = sum(weight * coaches[tie.coach_id].x for tie, weight in zip(ties, weights, strict=True)) / total
    y = sum(weight * coaches[tie.coach_id].y for tie, weight in zip(ties, weights, strict=True)) / total
    return Point(x, y)


class _Honeycomb:
    """Hexagonal places, each taken by one node. Axial coordinates (q, r), pointy side up."""

    def __init__(self) -> None:
        self._taken: set[Cell] = set()
        self._searched: dict[Cell, int] = defaultdict(int)

    def clear_around(self, point: Point) -> None:
        q, r = _cell(point)
        for ring in range(COACH_CLEARANCE):
            self._taken.update((q + dq, r + dr) for dq, dr in _ring(ring))

    def take(self, point: Point) -> None:
        self._taken.add(_cell(point))

    def nearest(self, wanted: Point, node: str) -> Point:
        """Take the free place nearest to a point, ring by ring."""
        q, r = _cell(wanted)
        # Places only fill up: rings found full from here once need no second look.
        for ring in itertools.count(self._searched[q, r]):
            free = [(q + dq, r + dr) for dq, dr in _ring(ring) if (q + dq, r + dr) not in self._taken]
            if free:
                self._searched[q, r] = ring
                cell = min(free, key=lambda one: (_distance(_centre(one), wanted), _digest(node, one)))
                self._taken.add(cell)
                return _jittered(_centre(cell), node)
        raise AssertionError  # pragma: no cover (a honeycomb has no end)


def _ring(ring: int) -> Iterator[Cell]:
    if ring == 0:
        yield (0, 0)
        return
    q, r = 0, -ring
    for dq, dr in ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)):
        for _step in range(ring):
            yield (q, r)
            q, r = q + dq, r + dr


def _centre(cell: Cell) -> Point:
    q, r = cell
    return Point(SPACING * (q + r / 2), SPACING * r * math.sqrt(3) / 2)


def _cell(point: Point) -> Cell:
    r = point.y / (SPACING * math.sqrt(3) / 2)
    q = point.x / SPACING - r / 2
    s = -q - r
    whole_q, whole_r, whole_s = round(q), round(r), round(s)
    off_q, off_r, off_s = abs(whole_q - q), abs(whole_r - r), abs(whole_s - s)
    if off_q > off_r and off_q > off_s:
        whole_q = -whole_r - whole_s
    elif off_r > off_s:
        whole_r = -whole_q - whole_s
    return (whole_q, whole_r)


def _distance(one: Point, other: Point) -> float:
    return round(math.hypot(one.x - other.x, one.y - other.y), 6)


def _digest(node: str, salt: object) -> int:
    return int.from_bytes(hashlib.blake2b(f"{node}{salt}".encode(), digest_size=4).digest())


def _jittered(point: Point, node: str) -> Point:
    angle = 2 * math.pi * _digest(node, "angle") / 2**32
    length = JITTER * SPACING * _digest(node, "length") / 2**32
    return Point(round(point.x + length * math.cos(angle), 2), round(point.y + length * math.sin(angle), 2))
