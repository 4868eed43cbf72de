"""How well the network stands when coaches leave, one after the other."""

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True, slots=True)
class Step:
    """One more coach has left.

    Attributes:
        coach_id: who left; empty at the start, when nobody has.
        kept: employers that still have an active tie.
        of: employers that had one at the start.
    """

    coach_id: str
    kept: int
    of: int

    @property
    def share(self) -> float:
        """Kept as a share of those at the start."""
        return self.kept / self.of


def resilience(ties: pd.DataFrame) -> tuple[Step, ...]:
    """The resilience curve of MEASURES.md: the coach whose leaving leaves most employers alone goes first.

    Of coaches that leave equally many alone, the one with most ties left goes first, then by key.

    Args:
        ties: active ties, one row a pair: `coach_id`, `employer_id`.

    Returns:
        The start and one step a coach, until nobody is left; empty without ties.

    >>> ties = pd.DataFrame({"coach_id": ["A", "A", "B"], "employer_id": ["1", "2", "2"]})
    >>> [(step.coach_id, step.kept) for step in resilience(ties)]
    [('', 2), ('A', 1), ('B', 0)]
    """
    if ties.empty:
        return ()
    coach, coaches = pd.factorize(ties["coach_id"], sort=True)
    employer, employers = pd.factorize(ties["employer_id"], sort=True)
    stays = np.ones(len(coaches), dtype=bool)
    degree = np.bincount(employer, minlength=len(employers))
    # The codes of the coaches who stay with an employer, summed: of one who is left, it is that one's code.
    remaining = np.bincount(employer, weights=coach, minlength=len(employers)).astype(np.int64)
    alone = np.bincount(coach[degree[employer] == 1], minlength=len(coaches))
    left = np.bincount(coach, minlength=len(coaches))
    theirs = np.split(employer[np.argsort(coach, kind="stable")], np.cumsum(left)[:-1])
    steps = [Step("", len(employers), len(employers))]
    for _round in range(len(coaches)):
        # Largest last in lexsort; keys are sorted, so the smaller code is the smaller key.
        worst = int(np.lexsort((-np.arange(len(coaches)), left, alone, stays))[-1])
        stays[worst] = False
        steps.append(Step(str(coaches[worst]), steps[-1].kept - int(alone[worst]), len(employers)))
        met = theirs[worst]
        degree[met] -= 1
        remaining[met] -= worst
        np.add.at(alone, remaining[met[degree[met] == 1]], 1)
    return tuple(steps)
