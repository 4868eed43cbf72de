"""What one public table is made of: exact counts, whom they are about, and what everybody knows of them.

A block is private. Members are digests of clients' keys: the same person has the same one in every
publication of this copy, and no key can be read out of it.
"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np

from dashboard.analysis.coded import Codes, Flags
from dashboard.domain.disclosure import Count, Ratio, Sum, System, Within
from dashboard.reports.report_input import ReportInput

DIGEST = 16
"""Letters of a digest: 64 bits tell a unit's clients apart."""
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A share that a table will show.

    Attributes:
        key: its key in the table.
        ratio: the key of the ratio that decides whether it may be shown.
        base: how many it is a share of.
        told_by: counts that the base is the sum of: they tell it when all of them are shown.
        part: the count of those who are the share; it tells the base where `told_by` does not.
        instead: per cent to show in its place, when it is not the plain share.
    """

    key: str
    ratio: str
    base: int
    told_by: tuple[str, ...] = ()
    part: str = ""
    instead: int | None = None


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table as it will be shown: its cells' keys and the counts that they show, and its shares."""

    key: str
    cells: tuple[tuple[str, str], ...]
    parts: tuple[PartPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Counts with what is known of them, and the tables that show some of them.

    Attributes:
        extra: shares that stand outside the tables: targets and quality.
    """

    counts: tuple[Count, ...] = ()
    sums: tuple[Sum, ...] = ()
    withins: tuple[Within, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    tables: tuple[TablePlan, ...] = ()
    extra: tuple[PartPlan, ...] = ()

    def __add__(self, other: "Block") -> "Block":
        """Both; the same count is there once."""
        return Block(
            counts=tuple(dict.fromkeys((*self.counts, *other.counts))),
            sums=tuple(dict.fromkeys((*self.sums, *other.sums))),
            withins=tuple(dict.fromkeys((*self.withins, *other.withins))),
            ratios=tuple(dict.fromkeys((*self.ratios, *other.ratios))),
            tables=(*self.tables, *other.tables),
            extra=(*self.extra, *other.extra),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Persons:
    """Clients of the world as members of counts.

    Attributes:
        digests: one a client of the world.
    """

    digests: Sequence[str]

    def of(self, flags: Flags) -> frozenset[str]:
        """Those with a flag: one flag a client of the world."""
        return frozenset(self.digests[place] for place in np.flatnonzero(flags).tolist())

    def count(self, key: str, flags: Flags, *, zero_tells: bool = False) -> Count:
        """How many clients have a flag."""
        return Count(key, int(flags.sum()), self.of(flags), zero_tells)

    def rows(self, key: str, clients: Codes, *, zero_tells: bool = False) -> Count:
        """How many rows (placements, trials …) there are, each of one client."""
        members = frozenset(self.digests[place] for place in clients)
        return Count(key, len(clients), members, zero_tells)


def persons(given: ReportInput, salt: bytes) -> Persons:
    """The clients of the world under their digests."""
    keys = given.scope.coded.world.clients["client_id"]
    return Persons([hmac.new(salt, key.encode(), hashlib.sha256).hexdigest()[:DIGEST] for key in keys])


def joined(blocks: Iterable[Block]) -> Block:
    """All blocks as one."""
    return reduce(lambda one, other: one + other, blocks, Block())


def system_of(block: Block) -> System:
    """What is to be public at once: relations between counts that are there, and who is shown."""
    there = {count.key for count in block.counts}
    shown = {count for table in block.tables for _key, count in table.cells}
    return System(
        counts=block.counts,
        sums=tuple(one for one in block.sums if {one.total, *one.parts} <= there),
        withins=tuple(one for one in block.withins if {one.part, one.whole} <= there),
        ratios=block.ratios,
        unshown=frozenset(there - shown),
    )


def same_or(known: Count, other: Count) -> Count:
    """The known count when the other is the same rows of the same people: two names would be two secrets."""
    same = known.value == other.value and known.members == other.members
    return known if same else other


def within_where_true(counts: Iterable[Count], part: str, whole: str) -> tuple[Within, ...]:
    """That one is in the other, when it is so: a reader takes it for granted, and is then right."""
    by_key = {count.key: count for count in counts}
    one, other = by_key[part], by_key[whole]
    true = one.members <= other.members and one.value <= other.value
    return (Within(part, whole),) if true else ()


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rows of one category: which, and of how many employers when that matters."""

    key: str
    rows: Codes
    employers: int | None = field(default=None)


FEWEST_EMPLOYERS = 3
"""A group of fewer employers would tell what happened at one of them."""


def coarsened(groups: Mapping[str, Group], clients: Codes, floor: int) -> dict[str, Codes]:
    """Groups large enough to show, and all others together as one.

    Args:
        groups: the rows of each category, as places in `clients`.
        clients: whose each row is.
        floor: the smallest number of persons that is shown.

    Returns:
        The kept groups in their order, then the others; a group of nothing is left out.
    """

    def small(group: Group, rows: Codes) -> bool:
        few = len(np.unique(clients[rows])) < floor
        return few or (group.employers is not None and group.employers < FEWEST_EMPLOYERS)

    there = {key: group for key, group in groups.items() if len(group.rows)}
    few = [key for key, group in there.items() if key == OTHERS or small(group, group.rows)]
    rest = [key for key in there if key not in few]
    # One that is few alone would be hidden, and another with it: then the next smallest joins it.
    while few and rest and len(np.unique(clients[_rows_of(there, few)])) < floor:
        least = min(rest, key=lambda key: len(there[key].rows))
        few.append(least)
        rest.remove(least)
    kept = {key: there[key].rows for key in rest}
    return kept | ({OTHERS: _rows_of(there, few)} if few else {})


def _rows_of(groups: Mapping[str, Group], keys: Iterable[str]) -> Codes:
    return np.concatenate([groups[key].rows for key in keys])
