"""Everything there is to know of one release before it is decided what to hide in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from dashboard.analysis.disclosure.puzzle import Mask, Puzzle, puzzle_of
from dashboard.analysis.disclosure.sound import refuse_unsound
from dashboard.analysis.disclosure.targets import Target, targets
from dashboard.domain.disclosure import Count, Earlier, Ratio, System, Why

Hidden = Mapping[str, Why]
"""Key of each count or share that is hidden for its own sake or for another's → why.

A share whose part or whole is hidden is hidden with it, and not here.
"""
HEADLINE = 1_000.0
TOTAL, SHARE = 4.0, 2.0


@dataclass(frozen=True, slots=True)
class Case:
    """A system with the earlier releases, as a puzzle.

    Attributes:
        headline: keys that sentences need; they are hidden last of all.
        targets: what must not be told in any case.
        counts: key → count of the system.
        ratios: key → share of the system.
    """

    system: System
    floor: int
    earlier: tuple[Earlier, ...]
    headline: frozenset[str]
    puzzle: Puzzle
    targets: tuple[Target, ...]
    counts: Mapping[str, Count]
    ratios: Mapping[str, Ratio]

    def hidden_shares(self, hidden: Hidden) -> dict[str, Why]:
        """Shares that are hidden: those that are named, and those that rest on a hidden count."""
        found = {key: hidden[key] for key in self.ratios if key in hidden}
        for key, ratio in self.ratios.items():
            if ratio.part in hidden or ratio.whole in hidden:
                found.setdefault(key, Why.BASE)
        return found

    def mask(self, hidden: Hidden) -> Mask:
        """What is not told when so much is hidden, in this release and the earlier ones."""
        place = self.puzzle.place
        counts = {place[0, key] for key in self.counts if key in hidden or key in self.system.unshown}
        shares = {(0, key) for key in self.hidden_shares(hidden)}
        for age, one in enumerate(self.earlier, start=1):
            shown = one.release.counts
            counts |= {place[age, count.key] for count in one.system.counts if shown.get(count.key) is None}
            shares |= {(age, key) for key, per_cent in one.release.shares.items() if per_cent is None}
        return Mask(frozenset(counts), frozenset(shares))

    def cost(self, key: str, hidden: Hidden) -> float:
        """How much is lost when it is hidden: more for a large count, a total, a base, a headline."""
        own = HEADLINE if key in self.headline else 0.0
        if key in self.ratios:
            return own + SHARE
        lost = [
            name
            for name, ratio in self.ratios.items()
            if key in {ratio.part, ratio.whole} and name not in hidden
        ]
        totals = sum(one.total == key for one in self.system.sums)
        wholes = sum(one.whole == key for one in self.system.withins)
        shares = sum(SHARE + (HEADLINE if name in self.headline else 0.0) for name in lost)
        return own + 1 + log2(1 + self.counts[key].value) / 4 + TOTAL * totals + wholes + shares


def case_of(system: System, floor: int, earlier: Sequence[Earlier], headline: frozenset[str]) -> Case:
    """A case.

    Raises:
        ValueError: when the numbers contradict what is said of them.
    """
    for one in (system, *(old.system for old in earlier)):
        refuse_unsound(one)
    puzzle = puzzle_of(system, floor, earlier)
    return Case(
        system=system,
        floor=floor,
        earlier=tuple(earlier),
        headline=headline,
        puzzle=puzzle,
        targets=tuple(targets(system, puzzle, floor, earlier)),
        counts={count.key: count for count in system.counts},
        ratios={ratio.key: ratio for ratio in system.ratios},
    )
