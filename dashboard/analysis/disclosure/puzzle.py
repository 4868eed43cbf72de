"""What the public knows of the counts, as rows of whole numbers: the puzzle that an attacker has to solve.

An unknown is a count, shown or not; which of them have been told is a `Mask`. All releases that are public at
once are one puzzle: the system that is to be released comes first (age 0), then the earlier ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.analysis.intervals import Share
from dashboard.analysis.suppression import LOWEST_FLOOR, SMALLEST_BASE, STEP, whole_steps
from dashboard.domain.disclosure import Count, Earlier, System

NO_LIMIT = 10**9
Name = tuple[int, str]
"""The age of the release (0: the one at hand) and the key."""
Terms = tuple[tuple[int, int], ...]
"""Pairs of an unknown and what it is multiplied by."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that everybody knows: a sum of unknowns lies between two limits, which are included.

    Attributes:
        share: the share that tells it, when it is told only where that share is shown.
    """

    terms: Terms
    low: int
    high: int
    share: Name | None = None


@dataclass(frozen=True, slots=True)
class Puzzle:
    """All counts of all releases, and what is known of them.

    Attributes:
        names: of each unknown.
        counts: of each unknown.
        rows: all that may be known.
        place: name → unknown.
        tabled: unknowns that stand in a table themselves.
        ceiling: a number that no attacker thinks any count exceeds.
        twins: unknown → those of other releases that nobody entered or left between the two.
    """

    names: tuple[Name, ...]
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    place: Mapping[Name, int]
    tabled: frozenset[int]
    ceiling: int
    twins: Mapping[int, frozenset[int]]

    def told_elsewhere(self, unknown: int, mask: "Mask") -> bool:
        """Whether the very same number is shown in another release, so that to hide it hides nothing."""
        return bool(self.twins.get(unknown, frozenset()) - mask.counts)


@dataclass(frozen=True, slots=True)
class Mask:
    """What is not told.

    Attributes:
        counts: unknowns that are hidden, or stand in no table.
        shares: names of shares that are hidden.
    """

    counts: frozenset[int]
    shares: frozenset[Name]


def puzzle_of(system: System, floor: int, earlier: Sequence[Earlier] = ()) -> Puzzle:
    """The puzzle of a system and the earlier releases that are public beside it."""
    systems = (system, *(one.system for one in earlier))
    names = tuple((age, count.key) for age, one in enumerate(systems) for count in one.counts)
    counts = tuple(count for one in systems for count in one.counts)
    place = {name: unknown for unknown, name in enumerate(names)}
    # The floor of an earlier release may have been lower, but never lower than the lowest.
    floors = (floor, *(LOWEST_FLOOR for _one in earlier))
    rows = [row for age, one in enumerate(systems) for row in _rows(one, age, place, floors[age])]
    twins = [(now, then) for now, then in pairs(earlier, place) if _same(counts, now, then)]
    twins += _same_among(earlier, place, counts)
    # An attacker may happen to know that nobody came and nobody went; what that tells is counted in.
    rows += [Row(((one, 1), (other, -1)), 0, 0) for one, other in twins]
    return Puzzle(
        names=names,
        counts=counts,
        rows=tuple(rows),
        place=place,
        tabled=frozenset(n for n, (age, key) in enumerate(names) if key not in systems[age].unshown),
        ceiling=max(1000, 2 * max((count.value for count in counts), default=0)),
        twins=_alike(twins),
    )


def pairs(earlier: Sequence[Earlier], place: Mapping[Name, int]) -> Iterator[tuple[int, int]]:
    """Unknowns of the release at hand beside what they were in an earlier one."""
    for age, one in enumerate(earlier, start=1):
        then = {count.key for count in one.system.counts}
        found = dict.fromkeys([(key, key) for key in then - one.other] + list(one.same.items()))
        for now, before in sorted(found):
            if (0, now) in place and before in then:
                yield place[0, now], place[age, before]


def changed_by_few(now: Count, then: Count, floor: int) -> bool:
    """Whether a count has changed, but so few persons came or went that the change is theirs.

    Where it is of placements, it has also changed when those who were in it already have got one more.
    """
    persons = len(now.members ^ then.members)
    changed = bool(persons) or (now.value != then.value and bool(now.members or then.members))
    return changed and persons < floor


def _same(counts: Sequence[Count], now: int, then: int) -> bool:
    one, other = counts[now], counts[then]
    return one.value == other.value and one.members == other.members and (bool(one.members) or not one.value)


def _same_among(
    earlier: Sequence[Earlier], place: Mapping[Name, int], counts: Sequence[Count]
) -> Iterator[tuple[int, int]]:
    for old in range(2, len(earlier) + 1):
        for key in sorted(count.key for count in earlier[old - 1].system.counts):
            for newer in range(1, old):
                one, other = place.get((newer, key)), place[old, key]
                if one is not None and counts[one].members and _same(counts, one, other):
                    yield one, other


def _alike(twins: Sequence[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for one, other in twins:
        both = found.get(one, frozenset({one})) | found.get(other, frozenset({other}))
        found.update(dict.fromkeys(both, both))
    return {one: others - {one} for one, others in found.items()}


def _rows(system: System, age: int, place: Mapping[Name, int], floor: int) -> Iterator[Row]:
    for one in system.sums:
        yield Row(((place[age, one.total], 1), *((place[age, part], -1) for part in one.parts)), 0, 0)
    for within in system.withins:
        yield _at_most(place[age, within.part], place[age, within.whole])
    by_key = {count.key: count for count in system.counts}
    for ratio in system.ratios:
        part, whole = place[age, ratio.part], place[age, ratio.whole]
        yield _at_most(part, whole)
        share = Share(by_key[ratio.part].value, by_key[ratio.whole].value)
        least = floor if by_key[ratio.whole].members else 0
        if share.of:
            yield from _share_rows(share, least, (age, ratio.key), part, whole)
        else:
            # A share that is not there tells that its base is nobody.
            yield Row(((whole, 1),), 0, 0, (age, ratio.key))


def _at_most(part: int, whole: int) -> Row:
    return Row(((whole, 1), (part, -1)), 0, NO_LIMIT)


def _share_rows(share: Share, least: int, name: Name, part: int, whole: int) -> Iterator[Row]:
    """What a shown share tells: the inverse of `whole_steps`, and what is public of the primary rule."""
    twice, step = 2 * (100 // STEP), whole_steps(share) // STEP
    yield Row(((part, twice), (whole, 1 - 2 * step)), 0, NO_LIMIT, name)
    yield Row(((part, twice), (whole, -1 - 2 * step)), -NO_LIMIT, -1, name)
    yield Row(((whole, 1),), SMALLEST_BASE, NO_LIMIT, name)
    if step > 0:
        yield Row(((part, 1),), least, NO_LIMIT, name)
    if step < 100 // STEP:
        yield Row(((whole, 1), (part, -1)), least, NO_LIMIT, name)
