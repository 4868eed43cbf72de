"""How often something lies on the shortest way between two others."""

import numpy as np
from scipy.sparse import coo_array, csr_array, eye_array
from scipy.sparse.csgraph import dijkstra
from scipy.sparse.linalg import spsolve_triangular

from dashboard.analysis.coded import Codes
from dashboard.analysis.links import Floats, Links

EXACT_UP_TO, PIVOTS, SEED = 500, 100, 0
TOLERANCE = 1e-9


def betweenness(links: Links) -> Floats:
    """Freeman's (1977) betweenness of each node as a part of the pairs of others, by Brandes's sums (2001).

    Shortest means by distance, 1 / strength. In a network of more than EXACT_UP_TO nodes only the ways from
    PIVOTS of them, drawn with a fixed seed, are followed (Brandes and Pich, 2007).
    """
    count = len(links.nodes)
    total = np.zeros(count)
    if count < 3:
        return total
    matrix = links.matrix().tocoo()
    start, end = (np.asarray(side, dtype=np.int64) for side in matrix.coords)
    length = 1 / matrix.data
    distances = csr_array((length, (start, end)), shape=(count, count))
    sources = starting_points(count)
    for source in sources.tolist():
        away = dijkstra(distances, indices=source)
        total += _dependencies(away, start, end, length, source)
    return total * (count / len(sources)) / ((count - 1) * (count - 2))


def starting_points(count: int) -> Codes:
    """The nodes whose ways are followed: all of a small network."""
    if count <= EXACT_UP_TO:
        return np.arange(count)
    return np.sort(np.random.default_rng(SEED).choice(count, PIVOTS, replace=False))


def _dependencies(away: Floats, start: Codes, end: Codes, length: Floats, source: int) -> Floats:
    """How much of the source's shortest ways to all others goes through each node."""
    reached = np.flatnonzero(np.isfinite(away))
    order = reached[np.argsort(away[reached], kind="stable")]
    rank = np.full(len(away), -1)
    rank[order] = np.arange(len(order))
    shortest = np.isfinite(away[start]) & np.isclose(
        away[start] + length, away[end], rtol=TOLERANCE, atol=TOLERANCE
    )
    before, after = rank[start[shortest]], rank[end[shortest]]
    size = (len(order), len(order))
    # Sorted by distance, the ways only lead down: counting them, and summing back, is solving a triangle.
    leads = coo_array((np.ones(len(before)), (after, before)), shape=size)
    down = csr_array(eye_array(len(order)) - leads)
    first = np.zeros(len(order))
    first[0] = 1.0
    ways = spsolve_triangular(down, first, lower=True, unit_diagonal=True)
    share = spsolve_triangular(csr_array(down.T), 1 / ways, lower=False, unit_diagonal=True)
    through = np.zeros(len(away))
    through[order] = ways * share - 1
    through[source] = 0.0
    return through
