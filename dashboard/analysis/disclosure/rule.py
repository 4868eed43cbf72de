"""The primary rule: what is hidden by itself, whatever else is shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.analysis.suppression import SMALLEST_BASE, Rule
from dashboard.domain.disclosure import Count, Ratio, System, Why


@dataclass(frozen=True, slots=True)
class Difference:
    """Those of a whole who are not in a part of it: who was served, but did not get a job.

    Attributes:
        number: the whole less the part.
        persons: how many persons that is; 0 when the counts are not about persons.
        tells: whether its being nobody tells something: that everybody has what is counted.
    """

    part: str
    whole: str
    number: int
    persons: int
    tells: bool

    def few(self, floor: int) -> bool:
        """Whether it is a group too small to be told of, or that there is none must not be told."""
        if not self.number:
            return self.tells
        return bool(self.persons) and min(self.number, self.persons) < floor


def why_hidden(count: Count, floor: int) -> Why | None:
    """Why a count may not be shown by itself; None when it may.

    A count without members is not about persons. One of placements is hidden also when there are many of
    them, but of few persons.
    """
    if not count.value:
        return Why.ZERO if Rule(floor, count.zero_tells).hides(0) else None
    rule = Rule(floor)
    few = bool(count.members) and (rule.hides(count.value) or rule.hides(len(count.members)))
    return Why.FEW if few else None


def alike(system: System) -> Iterator[str]:
    """Keys of counts that are all of a group, where that tells something of everybody in it."""
    return (one.part for one in differences(system) if one.tells and not one.number)


def differences(system: System) -> list[Difference]:
    """All pairs of a part and its whole that the public can subtract, each once."""
    by_key = {count.key: count for count in system.counts}
    return [_difference(by_key[part], by_key[whole]) for part, whole in parts_and_wholes(system)]


def parts_and_wholes(system: System) -> list[tuple[str, str]]:
    """Keys of each part and its whole, each pair once."""
    pairs = [(one.part, one.whole) for one in system.withins]
    return list(dict.fromkeys(pairs + [(one.part, one.whole) for one in system.ratios]))


def _difference(part: Count, whole: Count) -> Difference:
    return Difference(
        part=part.key,
        whole=whole.key,
        number=whole.value - part.value,
        persons=len(whole.members - part.members),
        tells=part.zero_tells and whole.value > 0,
    )


def why_no_share(ratio: Ratio, system: System, floor: int) -> Why | None:
    """Why a share may not be shown by itself; None when it may, or when it is a share of nobody."""
    by_key = {count.key: count for count in system.counts}
    part, whole = by_key[ratio.part], by_key[ratio.whole]
    if not whole.value:
        return Why.BASE if why_hidden(whole, floor) else None
    if part.zero_tells and part.value in {0, whole.value}:
        return Why.ALIKE
    small = whole.value < SMALLEST_BASE or _difference(part, whole).few(floor)
    return Why.BASE if small or why_hidden(part, floor) or why_hidden(whole, floor) else None
