"""Employers that may be one and the same under different keys, for a person to decide about."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix

from dashboard.domain.employer_names import plain_name

LIKE_WITH_NUMBER, LIKE_ALONE, LIKE_ENDS = 80, 92, 70
"""How alike names must be, 0–100: with the same organisation number, without one to go by, and in what is
left when the words that both begin or end with are taken away."""
LONG_ENDING = 4
"""Letters that two words must end alike in for their beginnings to be compared by themselves."""
MOST_IN_A_BLOCK = 400
_DIGITS = re.compile(r"\D+")


class Reason(StrEnum):
    """Why two employers may be one."""

    SAME_NUMBER = "same_number"
    LIKE_NAME = "like_name"
    SAME_NAME_OTHER_NUMBER = "same_name_other_number"


@dataclass(frozen=True, slots=True)
class Named:
    """What an employer is known by.

    Attributes:
        key: its key.
        name: its name.
        org_number: its organisation number; None when unknown.
        locality: where it lies; None when unknown.
    """

    key: str
    name: str
    org_number: str | None = None
    locality: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two employers that may be one, the keys in order.

    Attributes:
        one: the first.
        other: the second.
        score: how alike their names are, 0–100.
        reason: what speaks for it.
    """

    one: Named
    other: Named
    score: int
    reason: Reason

    @property
    def keys(self) -> frozenset[str]:
        """Both keys."""
        return frozenset((self.one.key, self.other.key))


@dataclass(frozen=True, slots=True)
class _Known:
    named: Named
    plain: str
    digits: str
    place: str


def pairs_alike(employers: Iterable[Named], decided: Collection[frozenset[str]] = ()) -> tuple[Pair, ...]:
    """The pairs that may be one employer, the likeliest first.

    Workplaces of one organisation share its number, so a number alone makes no pair: the names must be alike,
    and the localities the same where both are known. Numbers within names must agree ("Förskolan 1" is not
    "Förskolan 2").

    Args:
        employers: the employers.
        decided: pairs of keys that somebody has decided about.

    Example:
        >>> found = pairs_alike([Named("E1", "ICA Maxi"), Named("E2", "Ica Maxi AB"), Named("E3", "Lidl")])
        >>> [(pair.one.key, pair.other.key, pair.score) for pair in found]
        [('E1', 'E2', 100)]
    """
    known = [
        _Known(one, plain_name(one.name), _DIGITS.sub(" ", one.name).strip(), plain_name(one.locality or ""))
        for one in sorted(employers, key=lambda one: one.key)
    ]
    skipped = set(decided)
    found: dict[frozenset[str], Pair] = {}
    for one, other in _candidates(known):
        keys = frozenset((one.named.key, other.named.key))
        if keys not in skipped and keys not in found and (pair := _judge(one, other)):
            found[keys] = pair
    return tuple(sorted(found.values(), key=lambda pair: (-pair.score, pair.one.key, pair.other.key)))


def _candidates(known: list[_Known]) -> Iterator[tuple[_Known, _Known]]:
    """Pairs worth comparing: the same number, or names that begin or end alike."""
    blocks: defaultdict[tuple[str, str], list[_Known]] = defaultdict(list)
    for one in known:
        if one.named.org_number:
            blocks["number", one.named.org_number].append(one)
        joined = one.plain.replace(" ", "")
        if joined:
            blocks["begins", joined[:4]].append(one)
            blocks["sorted", " ".join(sorted(one.plain.split()))[:6]].append(one)
            blocks["ends", joined[-5:]].append(one)
    for block in blocks.values():
        yield from combinations(block[:MOST_IN_A_BLOCK], 2)


def _judge(one: _Known, other: _Known) -> Pair | None:
    if one.digits != other.digits or (one.place and other.place and one.place != other.place):
        return None
    numbers = (one.named.org_number, other.named.org_number)
    reason = _reason(numbers, score := _likeness(one.plain, other.plain))
    return Pair(one.named, other.named, round(score), reason) if reason and one.plain else None


def _likeness(one: str, other: str) -> float:
    """How alike two plain names are, 0–100; what both begin or end with must not hide an unlike rest."""
    score = max(fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")), fuzz.token_sort_ratio(one, other))
    words, others = one.split(), other.split()
    while words and others and words[0] == others[0]:
        words, others = words[1:], others[1:]
    while words and others and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    if not (words and others):
        return score
    apart = max(fuzz.ratio("".join(words), "".join(others)), _sorted(words, others))
    return score if min(apart, _beginnings(words[0], others[0])) >= LIKE_ENDS else 0


def _beginnings(word: str, other: str) -> float:
    """How alike two words begin, when they end alike: "norrskolan" is not "sörskolan"."""
    ending = Postfix.similarity(word, other)
    if ending < LONG_ENDING or ending in {len(word), len(other)}:
        return 100
    return fuzz.ratio(word[:-ending], other[:-ending])


def _sorted(words: list[str], others: list[str]) -> float:
    return fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(others)))


def _reason(numbers: tuple[str | None, str | None], score: float) -> Reason | None:
    if all(numbers):
        if numbers[0] == numbers[1]:
            return Reason.SAME_NUMBER if score >= LIKE_WITH_NUMBER else None
        return Reason.SAME_NAME_OTHER_NUMBER if score == 100 else None
    return Reason.LIKE_NAME if score >= LIKE_ALONE else None
