"""From exact counts to what may be shown of them, with the proof."""

from collections.abc import Sequence

from dashboard.analysis.disclosure.attack import QUESTIONS, Attack
from dashboard.analysis.disclosure.case import Case, Hidden, case_of
from dashboard.analysis.disclosure.complement import complemented, spared, still_told
from dashboard.analysis.disclosure.hiding import by_rule
from dashboard.analysis.disclosure.worlds import Unfinished
from dashboard.analysis.intervals import Share
from dashboard.analysis.suppression import LOWEST_FLOOR, whole_steps
from dashboard.domain.disclosure import Bound, Earlier, Release, System, Why


def protect(
    system: System,
    floor: int,
    earlier: Sequence[Earlier] = (),
    headline: frozenset[str] = frozenset(),
    questions: int = QUESTIONS,
) -> Release:
    """What may be shown of a system while earlier releases are still public.

    Args:
        system: the exact counts and what everybody knows of how they hang together.
        floor: the smallest number of persons that is shown.
        earlier: releases that are still public, the newest first.
        headline: keys of counts and shares that are hidden last of all.
        questions: how many integer programs may be solved; when they do not do, nothing is shown.

    Raises:
        ValueError: when the floor is lower than 5, or the numbers contradict what is said of them.
    """
    if floor < LOWEST_FLOOR:
        raise ValueError(f"{floor} < {LOWEST_FLOOR}")
    case = case_of(system, floor, earlier, headline)
    attack = Attack(case.puzzle, floor, questions)
    try:
        hidden = spared(case, attack, complemented(case, attack, by_rule(case)))
        # A second attacker, who has seen nothing of how it was decided, tries the result.
        return _proved(case, hidden, Attack(case.puzzle, floor, questions))
    except Unfinished:
        return _unproved(case)


def _proved(case: Case, hidden: Hidden, attack: Attack) -> Release:
    mask = case.mask(hidden)
    bounds = {
        key: attack.bound(((case.puzzle.place[0, key], 1),), mask)
        for key in case.counts
        if key in hidden or any(one.name == key for one in case.targets)
    }
    return _release(
        case,
        hidden,
        bounds,
        tuple(dict.fromkeys(one.target.name for one in still_told(case, attack, hidden) if one.grave)),
    )


def _unproved(case: Case) -> Release:
    everything = dict.fromkeys((*case.counts, *case.ratios), Why.WORKED_OUT)
    release = _release(case, everything, {}, ())
    return Release(release.counts, release.shares, release.why, finished=False)


def _release(case: Case, hidden: Hidden, bounds: dict[str, Bound], told: tuple[str, ...]) -> Release:
    tabled = [count for count in case.system.counts if count.key not in case.system.unshown]
    shares = case.hidden_shares(hidden)
    counts = {count.key: None if count.key in hidden else count.value for count in tabled}
    return Release(
        counts=counts,
        shares={
            key: None if key in shares else _per_cent(case, key)
            for key in case.ratios
            if _some(case, key, shares)
        },
        why={key: why for key, why in hidden.items() if key in counts} | shares,
        bounds=bounds,
        leaks=told,
    )


def _some(case: Case, key: str, hidden: Hidden) -> bool:
    """Whether a share is there: one of nobody is only there to hide that it is of nobody."""
    return key in hidden or case.counts[case.ratios[key].whole].value > 0


def _per_cent(case: Case, key: str) -> int:
    ratio = case.ratios[key]
    return whole_steps(Share(case.counts[ratio.part].value, case.counts[ratio.whole].value))
