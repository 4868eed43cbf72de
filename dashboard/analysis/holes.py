"""Burt's structural holes: how far a node's contacts are each other's contacts too."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from dashboard.analysis.coded import Codes
from dashboard.analysis.links import Floats, Links

AT_ONCE = 4_000_000
"""Pairs of a link and a third node that are looked at together, so that memory stays bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class Holes:
    """One place a node of the network.

    Attributes:
        constraint: Burt's (1992) constraint, from the strengths: near 0 for many contacts that have nothing
            to do with each other, 1 and more when everything goes through the same few.
        circles: effective size after Borgatti (1997), 2t / n taken from n: how many of the n contacts there
            are when those who are tied to each other, by t ties, count as one.
    """

    constraint: Floats
    circles: Floats


def holes(links: Links) -> Holes:
    """Work out both for each node, of links without direction."""
    links = links.both_ways()
    matrix, count = links.matrix(), len(links.nodes)
    degree = np.diff(matrix.indptr)
    if not count:
        return Holes(np.zeros(0), np.zeros(0))
    shares = csr_array(
        (matrix.data / np.repeat(matrix.sum(axis=1), degree), matrix.indices, matrix.indptr), matrix.shape
    )
    start, end = links.start, links.end
    forth, back, common = _through_others(shares, start, end, degree)
    constraint = np.zeros(count)
    np.add.at(constraint, start, (_at(shares, start, end) + forth) ** 2)
    np.add.at(constraint, end, (_at(shares, end, start) + back) ** 2)
    # Each tie between two contacts of a node closes a triangle, seen from both its other sides.
    twice_ties = np.bincount(start, common, count) + np.bincount(end, common, count)
    return Holes(constraint, degree - twice_ties / degree)


def _through_others(
    shares: csr_array, start: Codes, end: Codes, degree: Codes
) -> tuple[Floats, Floats, Floats]:
    """For each link: what start puts into end through others, end into start, and how many those are."""
    few = np.where(degree[start] <= degree[end], start, end)
    found = np.zeros((3, len(start)))
    for part in _portions(degree[few]):
        link, third = _thirds(shares, few[part], part)
        one, other = start[link], end[link]
        to_third, from_third = _at(shares, one, third), _at(shares, third, other)
        there = (to_third > 0) & (from_third > 0)
        link, third, one, other = link[there], third[there], one[there], other[there]
        forth = to_third[there] * from_third[there]
        back = _at(shares, other, third) * _at(shares, third, one)
        for row, values in enumerate((forth, back, np.ones(len(link)))):
            found[row] += np.bincount(link, values, len(start))
    return found[0], found[1], found[2]


def _portions(sizes: Codes) -> list[Codes]:
    """Places of the links, in portions that are not too large together."""
    portion = np.cumsum(sizes) // AT_ONCE
    return np.split(np.arange(len(sizes)), np.flatnonzero(np.diff(portion)) + 1)


def _thirds(shares: csr_array, few: Codes, part: Codes) -> tuple[Codes, Codes]:
    """Each link of a portion with every contact of that end of it which has fewer."""
    first, sizes = shares.indptr[few], shares.indptr[few + 1] - shares.indptr[few]
    link = np.repeat(part, sizes)
    within = np.arange(len(link)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return link, shares.indices[np.repeat(first, sizes) + within].astype(np.int64)


def _at(shares: csr_array, rows: Codes, columns: Codes) -> Floats:
    """The values at some places, 0 where there is no link."""
    if not len(rows):
        return np.zeros(0)
    width = shares.shape[1]
    keys = np.repeat(np.arange(shares.shape[0]), np.diff(shares.indptr)) * width + shares.indices
    wanted = rows * width + columns
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, shares.data[place], 0.0)
