"""Where the nodes of a network behind the ties are drawn.

As in `layout`, places that are stored are never moved: a new node takes the room nearest to what it is linked
to. What hangs together with nothing that has a place is laid out by itself, and put below the rest.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.analysis.layout import GOLDEN_ANGLE, Point

if TYPE_CHECKING:
    import networkx as nx

SEED = 1
SMALL = 40
"""Up to so many nodes are laid out by their distances (Kamada and Kawai, 1989); more, by springs."""
WIDE = 1.5
"""How much wider than high the picture becomes."""
COLUMN = 8
"""Distance of two columns, in spacings."""

Pair = tuple[str, str]


def settled(
    pairs: Iterable[Pair], stored: Mapping[str, Point], apart: float, above: float = 0.0
) -> dict[str, Point]:
    """A place for every end of the pairs, those in `stored` where they are.

    Args:
        pairs: two nodes that are linked; direction and order do not matter.
        stored: places from before.
        apart: how far apart two nodes stand at least.
        above: room above each part that hangs together, for a name.

    >>> before = settled([("a", "b")], {}, 10)
    >>> after = settled([("a", "b"), ("b", "c")], before, 10)
    >>> after["a"] == before["a"], math.dist((after["b"].x, after["b"].y), (after["c"].x, after["c"].y)) < 25
    (True, True)
    """
    graph = _graph(pairs)
    room, placed = _Room(apart, stored.values()), dict(stored)
    while beside := {
        node: held for node in graph if node not in placed if (held := _held(graph, node, placed))
    }:
        for node in sorted(beside, key=lambda one: (-len(beside[one]), one)):
            placed[node] = room.nearest(_middle(beside[node]))
    below = max((point.y for point in placed.values()), default=-3 * apart) + 3 * apart
    for node, wanted in _laid_out(graph, placed, apart, below, above).items():
        placed[node] = room.nearest(wanted)
    return placed


def in_columns(
    columns: Sequence[Sequence[str]], pairs: Iterable[Pair], stored: Mapping[str, Point], apart: float
) -> dict[str, Point]:
    """The same with one column for each kind of node; what stands in the last one gathers by its links.

    Args:
        columns: the nodes of each, in their order from above; the last one may be long.
        pairs: as in `settled`.
        stored: as in `settled`.
        apart: as in `settled`.

    >>> places = in_columns([["r"], ["u"], ["e"]], [("r", "u"), ("u", "e")], {}, 10)
    >>> places["r"].x < places["u"].x < places["e"].x
    True
    """
    graph = _graph(pairs)
    room, placed = _Room(apart, stored.values()), dict(stored)
    for column, nodes in enumerate(columns):
        x = COLUMN * apart * column
        for index, node in enumerate(nodes):
            if node in placed:
                continue
            y = 1.1 * apart * (index - (len(nodes) - 1) / 2)
            if column == len(columns) - 1 and (held := _held(graph, node, placed)):
                y = _middle(held).y
            placed[node] = room.nearest(Point(x, y))
    return placed


def _graph(pairs: Iterable[Pair]) -> "nx.Graph[str]":
    import networkx as nx  # noqa: PLC0415 (slow to load)

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted({(min(pair), max(pair)) for pair in pairs}))
    return graph


def _held(graph: "nx.Graph[str]", node: str, placed: Mapping[str, Point]) -> list[Point]:
    if node not in graph:
        return []
    return [placed[other] for other in sorted(graph.adj[node]) if other in placed]


def _middle(points: Sequence[Point]) -> Point:
    return Point(sum(one.x for one in points) / len(points), sum(one.y for one in points) / len(points))


def _laid_out(
    graph: "nx.Graph[str]", placed: Mapping[str, Point], apart: float, top: float, above: float
) -> dict[str, Point]:
    """Places for what has none: each part by itself, the largest first, in rows from `top` downwards."""
    import networkx as nx  # noqa: PLC0415 (slow to load)

    free = graph.subgraph([node for node in graph if node not in placed])
    parts = sorted(nx.connected_components(free), key=lambda part: (-len(part), min(part)))
    reach = [apart * (0.8 + 0.75 * math.sqrt(len(part))) for part in parts]
    width = WIDE * math.sqrt(sum((2 * radius) ** 2 for radius in reach))
    found: dict[str, Point] = {}
    x, y, height = 0.0, top, 0.0
    for part, radius in zip(parts, reach, strict=True):
        if x and x + 2 * radius > width:
            x, y, height = 0.0, y + height + above, 0.0
        local = _unit_places(free.subgraph(sorted(part)))
        for node, (right, down) in local.items():
            scale = radius - 0.6 * apart
            found[node] = Point(x + radius + scale * right, y + radius + scale * down)
        x, height = x + 2 * radius, max(height, 2 * radius)
    return found


def _unit_places(part: "nx.Graph[str]") -> dict[str, tuple[float, float]]:
    """Places within -1 … 1 for nodes that hang together."""
    import networkx as nx  # noqa: PLC0415 (slow to load)

    # The view of a part keeps no order of its own.
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in part.edges))
    if len(ordered) == 2:
        return dict(zip(ordered, ((-1.0, 0.0), (1.0, 0.0)), strict=True))
    if len(ordered) <= SMALL:
        places = nx.kamada_kawai_layout(ordered)
    else:
        places = nx.spring_layout(ordered, seed=SEED, iterations=80)
    return {node: (float(x), float(y)) for node, (x, y) in places.items()}


class _Room:
    """Which places are taken; a node gets the wanted one, or the nearest where none stands too near."""

    def __init__(self, apart: float, taken: Iterable[Point]) -> None:
        self._apart = apart
        self._taken: dict[tuple[int, int], list[Point]] = defaultdict(list)
        for point in taken:
            self._taken[self._cell(point)].append(point)

    def nearest(self, wanted: Point) -> Point:
        for step in itertools.count():
            radius, angle = 0.4 * self._apart * math.sqrt(step), step * GOLDEN_ANGLE
            tried = Point(
                round(wanted.x + radius * math.cos(angle), 2), round(wanted.y + radius * math.sin(angle), 2)
            )
            if self._is_free(tried):
                self._taken[self._cell(tried)].append(tried)
                return tried
        raise AssertionError  # pragma: no cover (there is always room farther out)

    def _is_free(self, point: Point) -> bool:
        column, row = self._cell(point)
        near = itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1))
        return all(
            math.hypot(point.x - other.x, point.y - other.y) >= self._apart
            for cell in near
            for other in self._taken.get(cell, ())
        )

    def _cell(self, point: Point) -> tuple[int, int]:
        return math.floor(point.x / self._apart), math.floor(point.y / self._apart)
