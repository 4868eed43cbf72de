"""Groups of employers that are more alike within than outside, and whether another seed finds them too."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from dashboard.analysis.coded import Codes
from dashboard.analysis.likeness import Likeness
from dashboard.analysis.louvain import louvain
from dashboard.analysis.occupations import SEPARATOR
from dashboard.analysis.partitions import adjusted_rand, recovered

SEEDS = 20
"""The division of the first one is shown."""
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Community:
    """Employers that belong together.

    Attributes:
        employer_ids: its members, by key.
        stability: how much of it the other seeds find again, on average (Hennig, 2007): 0–1.
    """

    employer_ids: tuple[str, ...]
    stability: float


@dataclass(frozen=True, slots=True)
class Communities:
    """The communities of G4's likeness.

    Attributes:
        found: those with two members or more, the largest first, then by the first key.
        stability: mean adjusted Rand index of all pairs of the seeds' divisions; None without employers.
        alone: employers that are like nobody.
        left_out: employers without an occupation or an area.
    """

    found: tuple[Community, ...]
    stability: float | None
    alone: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What most members have in common: the key, and how many of the members have it."""

    key: str
    n: int
    of: int


def communities(alike: Likeness, seeds: int = SEEDS) -> Communities:
    """Divide employers by likeness. Two of one kind always come together.

    Args:
        alike: who is like whom.
        seeds: how many divisions are compared.
    """
    if not len(alike.kind):
        return Communities((), None, 0, alike.left_out)
    weights, loops = _weighed(alike)
    divisions = [louvain(weights, loops, seed)[alike.kind] for seed in range(seeds)]
    shown = _numbered(divisions[0])
    again = np.mean([recovered(shown, other) for other in divisions[1:]], axis=0)
    members = _members(shown, alike.employer_ids)
    found = [
        Community(keys, float(part))
        for keys, part in zip(members, again.tolist(), strict=True)
        if len(keys) >= FEWEST
    ]
    agreements = [
        adjusted_rand(one, other) for place, one in enumerate(divisions) for other in divisions[:place]
    ]
    return Communities(
        found=tuple(sorted(found, key=lambda each: (-len(each.employer_ids), each.employer_ids))),
        stability=float(np.mean(agreements)),
        alone=len(alike.kind) - sum(len(each.employer_ids) for each in found),
        left_out=alike.left_out,
    )


def _weighed(alike: Likeness) -> tuple[csr_array, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """The likeness of all pairs of employers, gathered by kind."""
    start, end = alike.linked[alike.links.start], alike.linked[alike.links.end]
    weight = alike.links.strength * alike.sizes[start] * alike.sizes[end]
    count = len(alike.sizes)
    pairs = (np.concatenate([start, end]), np.concatenate([end, start]))
    matrix = csr_array((np.concatenate([weight, weight]), pairs), shape=(count, count))
    return matrix, alike.sizes * (alike.sizes - 1) / 2


def _numbered(division: Codes) -> Codes:
    return np.unique(division, return_inverse=True)[1].astype(np.int64)


def _members(division: Codes, keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    order = np.argsort(division, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(division[order])) + 1)
    return [tuple(keys[place] for place in part.tolist()) for part in parts]


def most_common(values: "pd.Series[str]", level: int | None = None) -> Shared | None:
    """What most of the cells hold, the first in order when several do; None when they hold nothing.

    Args:
        values: one cell a member.
        level: the cells are lists of occupations, and groups of so many digits are counted.

    >>> most_common(pd.Series(["9412;5120", "9411", None]), level=2)
    Shared(key='94', n=2, of=3)
    """
    counts: Counter[str] = Counter()
    for cell in values.dropna():
        counts.update({code.strip()[:level] for code in cell.split(SEPARATOR)} if level else {cell})
    if not counts:
        return None
    key, n = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return Shared(key, n, len(values))
