"""Why each hidden number is hidden, as facts that sentences can be made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.analysis.disclosure.attack import QUESTIONS, Attack
from dashboard.analysis.disclosure.case import Case, Hidden, case_of
from dashboard.analysis.disclosure.complement import still_told
from dashboard.analysis.disclosure.hiding import by_rule, placed
from dashboard.analysis.disclosure.worlds import Unfinished
from dashboard.domain.disclosure import Bound, Earlier, Release, System, Why


@dataclass(frozen=True, slots=True)
class Fact:
    """One hidden count or share.

    Attributes:
        key: which.
        is_share: whether it is a share.
        why: the reason.
        bound: what an attacker could still tell of it; None for a share.
        keeps: what would be told if it were shown: keys, and `whole - part` of a difference. Only of what is
            hidden for the sake of others; empty when it was not asked or could not be answered.
    """

    key: str
    is_share: bool
    why: Why
    bound: Bound | None
    keeps: tuple[str, ...] = ()


def facts(
    system: System, floor: int, release: Release, earlier: Sequence[Earlier] = (), questions: int = QUESTIONS
) -> tuple[Fact, ...]:
    """A fact for each hidden key, counts and shares in the order of the system.

    Args:
        system: what was to be released.
        floor: the smallest number of persons that is shown.
        release: what `protect` made of it.
        earlier: the releases that it was protected together with.
        questions: how many integer programs may be solved for the whole.
    """
    case = case_of(system, floor, earlier, frozenset())
    attack = Attack(case.puzzle, floor, questions)
    order = [*case.counts, *case.ratios]
    return tuple(
        Fact(
            key=key,
            is_share=key in case.ratios,
            why=release.why[key],
            bound=release.bounds.get(key),
            keeps=_keeps(case, attack, release, key) if release.why[key] is Why.WORKED_OUT else (),
        )
        for key in sorted(release.why, key=order.index)
    )


def _keeps(case: Case, attack: Attack, release: Release, key: str) -> tuple[str, ...]:
    """What is told when one more is shown."""
    by_itself = by_rule(case)
    rests_on_it = {name for name, ratio in case.ratios.items() if key in {ratio.part, ratio.whole}}
    again = {key, *(rests_on_it - set(by_itself))}
    hidden = {one: why for one, why in release.why.items() if one not in again}
    try:
        told = [leak.target.name for leak in still_told(case, attack, hidden)]
    except Unfinished:
        return ()
    return tuple(dict.fromkeys([*told, *_placed_beside(case, hidden, key)]))


def _placed_beside(case: Case, hidden: Hidden, key: str) -> list[str]:
    """Parts of which it would show that they alone have changed."""
    if not placed(case, hidden):
        return []
    beside = {part for one in case.system.sums if key in one.parts for part in one.parts}
    return [part for part in case.counts if part in beside and hidden.get(part) is Why.CHANGED]
