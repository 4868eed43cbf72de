"""Several groups beside each other: which of them differ from the others by more than chance.

Of many groups some will stick out by chance alone. Each is therefore set against all the others together, and
at a risk of 5 % shared by all comparisons (Bonferroni): with six of them an interval is one of 99.2 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from dashboard.analysis.coded import Days, Flags
from dashboard.analysis.intervals import Share, difference, newcombe
from dashboard.analysis.survival import Curve, kaplan_meier

Verdict = Literal["higher", "lower", "alike", "few"]
RISK = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """How long it took for each in a group, and whether it happened or was only followed so far."""

    lengths: Days
    happened: Flags

    @property
    def curve(self) -> Curve:
        """Kaplan and Meier's curve of it."""
        return kaplan_meier(self.lengths, self.happened)


def comparisons(enough: int, others: int) -> int:
    """How many comparisons are made: of two groups that are all there is, one and not two.

    Args:
        enough: groups that are large enough.
        others: groups that are not, which are among "the others" of each.
    """
    return 1 if enough == 2 and not others else enough


def deviate(count: int) -> float:
    """The normal deviate of one of so many two-sided intervals that are right together at 95 %.

    >>> round(deviate(1), 3), round(deviate(6), 3)
    (1.96, 2.638)
    """
    return NormalDist().inv_cdf(1 - RISK / (2 * max(1, count)))


def compare_shares(shares: Sequence[Share], fewest: int, times: int = 1) -> tuple[Verdict, ...]:
    """Each share beside that of all other groups together.

    Args:
        shares: of groups that have nobody in common.
        fewest: a group, and the others of it, are compared from so many.
        times: how many shares of the same groups are compared, and share the risk too.
    """
    whole = pooled(shares)
    others = [Share(whole.n - share.n, whole.of - share.of) for share in shares]
    compared = [min(one.of, other.of) >= fewest for one, other in zip(shares, others, strict=True)]
    at = deviate(times * _count(compared, [share.of for share in shares]))
    return tuple(
        _verdict(newcombe(one, other, at)) if enough else "few"
        for one, other, enough in zip(shares, others, compared, strict=True)
    )


def compare_lasting(samples: Sequence[Sample], day: int, fewest: int) -> tuple[Verdict, ...]:
    """What still holds on a day in each group, beside all the others together.

    Args:
        samples: how long it lasted.
        day: the day.
        fewest: a group, and the others of it, are compared from so many followed that far.
    """
    curves = [sample.curve for sample in samples]
    others = [rest(samples, place).curve for place in range(len(samples))]
    pairs = list(zip(curves, others, strict=True))
    compared = [min(one.followed(day), other.followed(day)) >= fewest for one, other in pairs]
    at = deviate(_count(compared, [one.followed(day) for one in curves]))
    return tuple(
        _lasts(one, other, day, at) if enough else "few"
        for (one, other), enough in zip(pairs, compared, strict=True)
    )


def compare_waits(samples: Sequence[Sample], fewest: int) -> tuple[Verdict, ...]:
    """How long it takes in each group beside the others: "higher" is longer. The log-rank test.

    Args:
        samples: how long it took.
        fewest: a group, and the others of it, are compared from so many.
    """
    sizes = [len(sample.lengths) for sample in samples]
    compared = [min(size, sum(sizes) - size) >= fewest for size in sizes]
    risk = RISK / max(1, _count(compared, sizes))
    return tuple(
        _waits(sample, rest(samples, place), risk) if enough else "few"
        for place, (sample, enough) in enumerate(zip(samples, compared, strict=True))
    )


def pooled(shares: Sequence[Share]) -> Share:
    """All the groups together."""
    return Share(sum(share.n for share in shares), sum(share.of for share in shares))


def rest(samples: Sequence[Sample], place: int) -> Sample:
    """All samples but one, together."""
    others = [sample for each, sample in enumerate(samples) if each != place]
    if not others:
        return Sample(np.empty(0, dtype=np.int64), np.empty(0, dtype=bool))
    return Sample(
        np.concatenate([sample.lengths for sample in others]),
        np.concatenate([sample.happened for sample in others]),
    )


def _count(compared: Sequence[bool], sizes: Sequence[int]) -> int:
    """The number of comparisons; groups of nobody are none."""
    enough = sum(compared)
    return comparisons(enough, sum(size > 0 for size in sizes) - enough)


def _verdict(limits: tuple[float, float] | None) -> Verdict:
    if limits is None or limits[0] <= 0 <= limits[1]:
        return "alike"
    return "higher" if limits[0] > 0 else "lower"


def _lasts(one: Curve, other: Curve, day: int, at: float) -> Verdict:
    mine, theirs = one.interval(day, at), other.interval(day, at)
    if mine is None or theirs is None:
        # Where a curve is still at 1, or at 0, there are no limits to compare.
        return "alike"
    return _verdict(difference(one.at(day), mine, other.at(day), theirs))


def _waits(one: Sample, other: Sample, risk: float) -> Verdict:
    # Here, as what it needs is slow to load.
    from dashboard.analysis.log_rank import log_rank  # noqa: PLC0415

    tested = log_rank(
        np.concatenate([one.lengths, other.lengths]),
        np.concatenate([one.happened, other.happened]),
        np.repeat([0, 1], [len(one.lengths), len(other.lengths)]),
    )
    if tested is None or tested.probability > risk:
        return "alike"
    return "lower" if tested.surplus > 0 else "higher"
