"""How far two ways of dividing the same things into groups agree."""

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import Codes


def adjusted_rand(one: Codes, other: Codes) -> float:
    """Hubert and Arabie's (1985) adjusted Rand index: 1 when they agree, about 0 by chance alone.

    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    both = np.unique(_crossed(one, other), return_counts=True)[1]
    apart = [np.unique(each, return_counts=True)[1] for each in (one, other)]
    together, first, second = (_pairs(counts) for counts in (both, *apart))
    every = len(one) * (len(one) - 1) / 2
    expected = first * second / every if every else 0.0
    most = (first + second) / 2
    # Everything in one group, or everything alone, in both: there is nothing to disagree about.
    return 1.0 if most == expected else float((together - expected) / (most - expected))


def recovered(one: Codes, other: Codes) -> NDArray[np.float64]:
    """How much of each group of `one` is found again in `other`: Hennig's (2007) Jaccard similarity.

    For each group, what it shares with the group of `other` that is most like it, as a part of all that
    stands in either.
    """
    width = int(other.max(initial=0)) + 1
    cells, shared = np.unique(_crossed(one, other), return_counts=True)
    mine, theirs = cells // width, cells % width
    sizes, their_sizes = np.bincount(one), np.bincount(other)
    best = np.zeros(len(sizes))
    np.maximum.at(best, mine, shared / (sizes[mine] + their_sizes[theirs] - shared))
    return best


def _crossed(one: Codes, other: Codes) -> Codes:
    return one * (int(other.max(initial=0)) + 1) + other


def _pairs(counts: Codes) -> float:
    sizes = counts.astype(np.float64)
    return float((sizes * (sizes - 1) / 2).sum())
