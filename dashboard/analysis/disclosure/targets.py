"""What must not be told by what is shown, and when it counts as told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.analysis.disclosure.attack import Attack
from dashboard.analysis.disclosure.puzzle import Mask, Puzzle, Terms, changed_by_few, pairs
from dashboard.analysis.disclosure.rule import differences, why_hidden
from dashboard.analysis.disclosure.worlds import Reader
from dashboard.domain.disclosure import Bound, Earlier, System

WIDTH = 3
"""The greatest value that a hidden count can have is at least so much more than the least."""


@dataclass(frozen=True, slots=True)
class Target:
    """A count, or a difference of two, that must not be told.

    Attributes:
        name: the key, `whole - part` of a difference, and with `@1` when it is of the first earlier release.
        terms: the sum of unknowns that it is.
    """

    name: str
    terms: Terms


def told(bound: Bound, floor: int) -> bool:
    """Whether a bound is so narrow that it tells, or tells that it is about few.

    >>> told(Bound(0, 3), 5), told(Bound(0, 2), 5), told(Bound(1, 4), 5), told(Bound(-4, -1), 5)
    (False, True, True, True)
    """
    few = 0 < bound.low <= bound.high < floor or -floor < bound.low <= bound.high < 0
    return few or narrow(bound)


def narrow(bound: Bound) -> bool:
    """Whether a bound is too narrow by itself."""
    return bound.high - bound.low < WIDTH


def targets(system: System, puzzle: Puzzle, floor: int, earlier: Sequence[Earlier]) -> list[Target]:
    """Everything that is told of a small group, whether or not it stands in a table.

    They are: counts that are few, differences that are few, and the coming and going of few since an earlier
    release. Counts of employers are none.
    """
    found: list[Target] = []
    for age, one in enumerate((system, *(one.system for one in earlier))):
        found += _within_a_release(one, puzzle, age, floor)
    for now, then in pairs(earlier, puzzle.place):
        if changed_by_few(puzzle.counts[now], puzzle.counts[then], floor):
            found.append(Target(f"{_name(puzzle, now)} - {_name(puzzle, then)}", ((now, 1), (then, -1))))
    return found


def _within_a_release(system: System, puzzle: Puzzle, age: int, floor: int) -> Iterator[Target]:
    for count in system.counts:
        if why_hidden(count, floor):
            unknown = puzzle.place[age, count.key]
            yield Target(_name(puzzle, unknown), ((unknown, 1),))
    for one in differences(system):
        if one.few(floor):
            part, whole = puzzle.place[age, one.part], puzzle.place[age, one.whole]
            yield Target(f"{_name(puzzle, whole)} - {_name(puzzle, part)}", ((whole, 1), (part, -1)))


def hidden_targets(puzzle: Puzzle, mask: Mask) -> list[Target]:
    """Every count that stands in a table and is hidden there, for whatever reason, and shown nowhere else."""
    hidden = [one for one in sorted(mask.counts & puzzle.tabled) if not puzzle.told_elsewhere(one, mask)]
    return [Target(_name(puzzle, one), ((one, 1),)) for one in hidden]


def leaks(attack: Attack, mask: Mask, of: Iterable[Target], reader: Reader) -> list[Target]:
    """Those that are told to a reader.

    That a count hidden by itself lies between 1 and the floor is what the rule says to everybody. So whoever
    guesses may come to know that much, but nothing narrower.
    """
    return [one for one in of if leaking(attack, mask, one, reader)]


def leaking(attack: Attack, mask: Mask, target: Target, reader: Reader) -> bool:
    """Whether a target is told to a reader."""
    bounds = attack.bounds_seen(target.terms, mask, reader)
    if reader is Reader.SUMS:
        return all(told(bound, attack.floor) for bound in bounds)
    return all(narrow(bound) for bound in bounds)


def _name(puzzle: Puzzle, unknown: int) -> str:
    age, key = puzzle.names[unknown]
    return f"{key}@{age}" if age else key
