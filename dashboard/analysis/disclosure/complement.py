"""Complementary suppression: what else is hidden, so that nothing hidden can be worked out from the rest.

Greedy: while something is told, that is hidden which costs least of what would mend it. Then everything
hidden in this way is tried again, the dearest first, and shown if all else holds without it.
"""

from dataclasses import dataclass

from dashboard.analysis.disclosure.attack import Attack
from dashboard.analysis.disclosure.case import Case, Hidden
from dashboard.analysis.disclosure.hiding import placed
from dashboard.analysis.disclosure.pieces import neighbours
from dashboard.analysis.disclosure.targets import Target, hidden_targets, leaking, leaks
from dashboard.analysis.disclosure.worlds import Reader
from dashboard.domain.disclosure import Why


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that is told, and to whom."""

    target: Target
    reader: Reader

    @property
    def grave(self) -> bool:
        """Whether it must not be published so; not when it takes a blind guess that happens to be right."""
        return self.reader is not Reader.ALL_ARE_FEW


def still_told(case: Case, attack: Attack, hidden: Hidden) -> list[Leak]:
    """What is told when so much is hidden."""
    mask = case.mask(hidden)
    wanted = {one.terms: one for one in (*hidden_targets(case.puzzle, mask), *case.targets)}
    return [Leak(one, reader) for reader in Reader for one in leaks(attack, mask, wanted.values(), reader)]


def complemented(case: Case, attack: Attack, hidden: Hidden) -> dict[str, Why]:
    """What is hidden, with what has to be hidden beside it.

    Raises:
        Unfinished: when the attack could not be carried to its end.
    """
    found = dict(hidden)
    while groups := placed(case, found):
        found[min(groups[0], key=lambda key: _price(case, key, found))] = Why.WORKED_OUT
    beyond_help: set[Leak] = set()
    while told := [one for one in still_told(case, attack, found) if one not in beyond_help]:
        key = _remedy(case, attack, found, told)
        if key:
            found[key] = Why.WORKED_OUT
        else:
            beyond_help.add(told[0])
    return found


def spared(case: Case, attack: Attack, hidden: Hidden) -> dict[str, Why]:
    """What is hidden, without what proves not to be needed for the sake of others.

    Raises:
        Unfinished: when the attack could not be carried to its end.
    """
    found = dict(hidden)
    before = set(still_told(case, attack, found))
    tried = [key for key, why in found.items() if why is Why.WORKED_OUT]
    for key in sorted(tried, key=lambda key: _price(case, key, {}), reverse=True):
        without = {one: why for one, why in found.items() if one != key}
        if before.issuperset(still_told(case, attack, without)) and not placed(case, without):
            found = without
    return found


def _remedy(case: Case, attack: Attack, hidden: Hidden, told: list[Leak]) -> str | None:
    """The cheapest count or share that mends the first thing told; else the one that mends most."""
    first, best = told[0], None
    for key in sorted(_near(case, hidden, first.target), key=lambda key: _price(case, key, hidden)):
        tried = {**hidden, key: Why.WORKED_OUT}
        mended = not leaking(attack, case.mask(tried), first.target, first.reader)
        left = len(still_told(case, attack, tried)) if mended else len(told) + 1
        if mended and left < len(told):
            return key
        if best is None or left < best[0]:
            best = (left, key)
    return best[1] if best else None


def _near(case: Case, hidden: Hidden, target: Target) -> list[str]:
    """Keys of what is shown in this release and bears on a target."""
    mask = case.mask(hidden)
    near = neighbours(case.puzzle, mask, (one for one, _times in target.terms))
    counts = [one for one in near.counts if not case.puzzle.told_elsewhere(one, mask)]
    return [
        key for age, key in sorted({*(case.puzzle.names[one] for one in counts), *near.shares}) if age == 0
    ]


def _price(case: Case, key: str, hidden: Hidden) -> tuple[float, str]:
    return case.cost(key, hidden), key
