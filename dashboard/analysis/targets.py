"""Whether a share has reached its target, missed it, or is still too uncertain to tell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dashboard.analysis.intervals import Share, wilson

State = Literal["reached", "missed", "cannot_tell"]
MOST_ANSWERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Judgement:
    """A share beside its target: MEASURES.md, "Targets".

    Attributes:
        share: the answers.
        target: the share that is aimed for.
        state: "reached", "missed" or "cannot_tell".
        to_reach: how many more answers, all of them good, it takes at least to show it as reached; None
            when it is reached, or no number would do.
        to_miss: how many more, none of them good, to show it as missed; None when it is missed.
    """

    share: Share
    target: float
    state: State
    to_reach: int | None
    to_miss: int | None


def judge(share: Share, target: float) -> Judgement:
    """Compare a share's Wilson limits with a target between 0 and 1."""
    reached, missed = is_reached(share, target), is_missed(share, target)
    return Judgement(
        share=share,
        target=target,
        state="reached" if reached else "missed" if missed else "cannot_tell",
        to_reach=None if reached else _fewest(lambda more: _with(share, more, more), target, is_reached),
        to_miss=None if missed else _fewest(lambda more: _with(share, 0, more), target, is_missed),
    )


def is_reached(share: Share, target: float) -> bool:
    """The lower limit is at or above the target."""
    limits = wilson(share.n, share.of)
    return limits is not None and limits[0] >= target


def is_missed(share: Share, target: float) -> bool:
    """The upper limit is below the target."""
    limits = wilson(share.n, share.of)
    return limits is not None and limits[1] < target


def _with(share: Share, good: int, answers: int) -> Share:
    return Share(share.n + good, share.of + answers)


def _fewest(after: Callable[[int], Share], target: float, test: Callable[[Share, float], bool]) -> int | None:
    """The least number of further answers that passes the test: the more there are, the surer it is."""
    high = 1
    while not test(after(high), target):
        high *= 2
        if high > MOST_ANSWERS:
            return None
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if test(after(middle), target) else (middle, high)
    return high
