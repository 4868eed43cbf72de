"""What a set of tables that are to be public together consists of, before and after protection.

A *system* is private: it has exact counts and whom they are about. A *release* is what may be shown of it.
The same count is one `Count` wherever it is shown, so that what is hidden in one table is hidden in all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Why(StrEnum):
    """Why a number is not shown."""

    FEW = "few"
    """It is about fewer than the floor."""
    ZERO = "zero"
    """It is a zero that tells something about someone."""
    ALIKE = "alike"
    """Everybody, or nobody, of a shown group has what is counted."""
    BASE = "base"
    """A share whose numerator, complement or base is hidden, or whose base is under 10."""
    WORKED_OUT = "worked_out"
    """Others that are shown would tell it, or nearly."""
    CHANGED = "changed"
    """Too few came or went since an earlier release for the difference to be told."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count.

    Attributes:
        key: names it in the whole system, such as `steps.2` or `people.active`.
        value: the exact count.
        members: keys of the persons it is about; empty for a count of employers. They never leave
            the unit's store.
        zero_tells: whether a zero tells something about someone.
    """

    key: str
    value: int
    members: frozenset[str] = frozenset()
    zero_tells: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A count is the sum of others: everybody who reads the tables knows it."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """A count is at most another, since whoever is in it is in that one too."""

    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """One count as a share of another, published in whole steps of 5 %.

    Attributes:
        key: names the share.
        part: the numerator's count, which may itself be shown nowhere (`System.unshown`).
        whole: the base's count.
    """

    key: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class System:
    """Everything that is to be public at once.

    Attributes:
        unshown: keys of counts that stand in no table themselves: they are only there because shares rest on
            them.
    """

    counts: tuple[Count, ...]
    sums: tuple[Sum, ...] = ()
    withins: tuple[Within, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    unshown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bound:
    """The least and greatest value that a hidden count can have, given all that is shown."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Release:
    """What may be shown, and the proof.

    Attributes:
        counts: each shown count's value; None where it is hidden.
        shares: each share in per cent, a multiple of 5; None where it is hidden. A share of nobody is not
            there.
        why: key of each hidden count or share → why.
        bounds: key of each hidden count → what the attack could tell of it.
        leaks: keys of hidden counts that can be worked out exactly or narrowly; a release with any is
            refused.
        finished: whether every attack came to its end; a release that did not is refused.
    """

    counts: Mapping[str, int | None]
    shares: Mapping[str, int | None]
    why: Mapping[str, Why] = field(default_factory=dict)
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    leaks: tuple[str, ...] = ()
    finished: bool = True

    @property
    def safe(self) -> bool:
        """Whether it may be published."""
        return self.finished and not self.leaks


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release that is still public, with what the unit alone knows of it.

    Attributes:
        system: the exact counts as they were then, and whom they were about.
        release: what was shown of them.
        other: keys that count something else now, such as a flow over a period that has no day in common
            with that one: the difference between the two is nobody's coming or going.
        same: key now → key then of a count that goes under another name now, such as a half-year that was
            the whole period then.
    """

    system: System
    release: Release
    other: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
