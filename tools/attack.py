"""Try the audit on many invented units: what it hides, and what a second attacker finds out about them.

`python -m tools.attack [populations]`: each has 20 to 200 persons in twelve tables, and is published once
more when a few have come and gone. Ends with 1 when anything is found out.
"""

import sys
import time
from collections.abc import Sequence

import numpy as np

from dashboard.analysis.disclosure import protect
from dashboard.analysis.disclosure.case import case_of
from dashboard.analysis.disclosure.hiding import by_rule
from dashboard.domain.disclosure import Earlier, Release, System
from tests.analysis.published_units import Person, invented_persons, unit
from tests.analysis.second_attack import placed_by, recovered, rounded

FLOOR = 5
POPULATIONS = 200
MUST_BE_NONE = ("small groups found out", "found out from both, protected together", "refused")


def main() -> int:
    """Print the figures, summed over all populations."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else POPULATIONS
    seconds: list[float] = []
    each = [_population(seed, seconds) for seed in range(wanted)]
    total = {name: sum(one[name] for one in each) for name in each[0]}
    for name, number in (("populations", wanted), *total.items()):
        print(f"{name:48}{number:8}")
    print(f"{'seconds a release, median and longest':48}{np.median(seconds):8.2f}{max(seconds):8.2f}")
    return int(any(total[name] for name in MUST_BE_NONE))


def _population(seed: int, seconds: list[float]) -> dict[str, int]:
    dice = np.random.default_rng(seed)
    persons = invented_persons(int(dice.integers(20, 201)), seed)
    first, now = unit(persons, seed), unit(_later(persons, dice), seed)
    shown = _timed(first, (), seconds)
    alone, together = protect(now, FLOOR), _timed(now, (Earlier(first, shown),), seconds)
    by_itself = _by_rule(first)
    about = [count.key for count in first.counts if count.members and count.key in shown.counts]
    return {
        "counts of persons": len(about),
        "  hidden by the rule": sum(by_itself.counts[key] is None for key in about),
        "  hidden in all": sum(shown.counts[key] is None for key in about),
        "shares": len(shown.shares),
        "  shares hidden by the rule": sum(share is None for share in by_itself.shares.values()),
        "  shares hidden in all": sum(share is None for share in shown.shares.values()),
        "small groups found out from the rule alone": len(recovered(first, by_itself, FLOOR)),
        "small groups found out": len(recovered(first, shown, FLOOR)),
        "counts hidden in the second publication": sum(together.counts[key] is None for key in about),
        "found out from both, each protected by itself": len(placed_by(first, shown, now, alone, FLOOR)),
        "found out from both, protected together": len(placed_by(first, shown, now, together, FLOOR)),
        "refused": sum(not one.safe for one in (shown, together)),
    }


def _later(persons: tuple[Person, ...], dice: np.random.Generator) -> tuple[Person, ...]:
    """The same unit when up to three have left and up to three have come."""
    gone, come = int(dice.integers(4)), int(dice.integers(4))
    return persons[gone:] + invented_persons(come, int(dice.integers(10_000)), first=10_000)


def _timed(system: System, earlier: Sequence[Earlier], seconds: list[float]) -> Release:
    started = time.perf_counter()
    release = protect(system, FLOOR, earlier)
    seconds.append(time.perf_counter() - started)
    return release


def _by_rule(system: System) -> Release:
    """What would be shown if nothing were hidden for the sake of others."""
    case = case_of(system, FLOOR, (), frozenset())
    hidden = by_rule(case)
    shares = case.hidden_shares(hidden)
    values = {count.key: count.value for count in system.counts}
    return Release(
        {key: None if key in hidden else value for key, value in values.items() if key not in system.unshown},
        {
            key: None if key in shares else rounded(values[ratio.part], values[ratio.whole])
            for key, ratio in case.ratios.items()
            if key in shares or values[ratio.whole]
        },
    )


if __name__ == "__main__":
    sys.exit(main())
