"""Communities by Louvain's method: Blondel and others (2008), with the queue of Ozaki and others (2016).

networkx has the method too, and is what it is compared with; but it looks at every node in every round, and
twenty seeds over some thousand employers would keep a person waiting for minutes.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from dashboard.analysis.coded import Codes
from dashboard.analysis.links import Floats

LEAST_GAIN = 1e-10
"""Below it a move only follows the last digit of a sum."""


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """A network at one level: symmetric weights, no diagonal, and what each node holds within itself."""

    weights: csr_array
    loops: Floats


def louvain(weights: csr_array, loops: Floats, seed: int) -> Codes:
    """The community of each node, numbered in the order in which they first occur.

    Args:
        weights: a symmetric matrix with an empty diagonal.
        loops: the weight within each node, counted once.
        seed: decides the order in which nodes are looked at.

    >>> pairs = csr_array(np.array([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]))
    >>> louvain(pairs, np.zeros(4), seed=0).tolist()
    [0, 0, 1, 1]
    """
    dice = np.random.default_rng(seed)
    level = _Level(weights, loops)
    community = np.arange(len(loops))
    while True:
        moved = _in_order(np.array(_move(level, dice.permutation(len(level.loops)).tolist()), dtype=np.int64))
        community = moved[community]
        if len(level.loops) in {0, moved.max(initial=0) + 1}:
            return _in_order(community)
        level = _together(level, moved)


def _move(level: _Level, order: list[int]) -> list[int]:
    """Move each node to where it gains most, and again those whose neighbours have moved."""
    ends, others, weights = (
        part.tolist() for part in (level.weights.indptr, level.weights.indices, level.weights.data)
    )
    degrees = (level.weights.sum(axis=1) + 2 * level.loops).tolist()
    whole = sum(degrees) or 1.0
    label, total = list(range(len(order))), list(degrees)
    waits, queue = [True] * len(order), deque(order)
    while queue:
        node = queue.popleft()
        waits[node] = False
        here, degree = label[node], degrees[node]
        near = range(ends[node], ends[node + 1])
        toward = {here: 0.0}
        for place in near:
            there = label[others[place]]
            toward[there] = toward.get(there, 0.0) + weights[place]
        total[here] -= degree
        best, most = here, toward[here] - total[here] * degree / whole
        for there, weight in toward.items():
            gain = weight - total[there] * degree / whole
            if gain > most + LEAST_GAIN:
                best, most = there, gain
        total[best] += degree
        if best == here:
            continue
        label[node] = best
        for place in near:
            other = others[place]
            if not waits[other] and label[other] != best:
                waits[other] = True
                queue.append(other)
    return label


def _together(level: _Level, label: Codes) -> _Level:
    """Each community as one node."""
    count = int(label.max()) + 1
    pairs = level.weights.tocoo()
    start, end = label[pairs.coords[0]], label[pairs.coords[1]]
    within = start == end
    loops = np.bincount(label, level.loops, count) + np.bincount(start[within], pairs.data[within] / 2, count)
    between = coo_array((pairs.data[~within], (start[~within], end[~within])), shape=(count, count))
    return _Level(between.tocsr(), loops.astype(np.float64))


def _in_order(label: Codes) -> Codes:
    _labels, first, place = np.unique(label, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[place]
