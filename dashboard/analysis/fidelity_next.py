"""What would give an item of the method check more points, at least."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from dashboard.analysis.fidelity import (
    AT_LEAST,
    AT_MOST,
    COMPARED_DECIMALS,
    FEWEST_CONTRACTS,
    HIGHEST,
    Item,
)

CHANGED_BY_NEW = frozenset({"job_diversity", "employer_diversity"})
"""Items whose base grows with what makes them better: every further one is a new one."""


@dataclass(frozen=True, slots=True)
class NextScore:
    """The least that would give an item more points.

    Attributes:
        item: which one.
        score: the points it would give.
        limit: the value it takes.
        amount: how many fewer clients, days sooner, more meetings a week, or more of what the item counts;
            None when it cannot be worked out because the value is not known.
        posts: for the caseload, the full-time posts that would do instead.
        needed: for contracts, how many more must be known before the share counts at all; else 0.
    """

    item: str
    score: int
    limit: float
    amount: float | None = None
    posts: float | None = None
    needed: int = 0


def next_score(item: Item) -> NextScore | None:
    """What gives the next point; None with full points, or nothing to compute them from."""
    if item.score is None or item.score >= HIGHEST:
        return None
    higher = item.score + 1
    if item.item == "permanent_jobs" and item.n < FEWEST_CONTRACTS:
        return NextScore(item.item, higher, _limit(item.item, higher), needed=FEWEST_CONTRACTS - item.n)
    limit = _limit(item.item, higher)
    if item.value is None:
        return NextScore(item.item, higher, limit)
    if item.item == "caseload":
        return _caseload(item, item.value, higher, limit)
    if item.item == "rapid_search":
        return NextScore(item.item, higher, limit, item.value - limit)
    if item.item == "employer_contacts":
        return NextScore(item.item, higher, limit, round(limit - item.value, COMPARED_DECIMALS))
    return NextScore(item.item, higher, limit, _more(item, item.value, limit))


def limits(item: str) -> tuple[float, ...]:
    """The limits of an item, for 5, 4, 3 and 2 points."""
    return AT_MOST[item] if item in AT_MOST else AT_LEAST[item]


def _limit(item: str, score: int) -> float:
    return limits(item)[HIGHEST - score]


def _caseload(item: Item, value: float, score: int, limit: float) -> NextScore:
    posts = item.n / value
    most = floor(round(limit * posts, COMPARED_DECIMALS))
    return NextScore(item.item, score, limit, item.n - most, round(item.n / limit - posts, COMPARED_DECIMALS))


def _more(item: Item, value: float, limit: float) -> int:
    """How many more it takes: exact, as the limits are decimal fractions."""
    exact, good = Fraction(str(limit)), round(value * item.n)
    if item.item in CHANGED_BY_NEW:
        return ceil((exact * item.n - good) / (1 - exact))
    return ceil(exact * item.n) - good
