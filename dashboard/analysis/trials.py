"""Trials: work trials, work training and internships, and what came of them."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Flags
from dashboard.analysis.intervals import Share
from dashboard.analysis.strength import SUCCESS_CODES
from dashboard.domain.vocabulary import OUTCOMES

CONVERTED_WITHIN = 90
INTERRUPTIONS = tuple(OUTCOMES.index(word) for word in OUTCOMES if word.startswith("interrupted"))


@dataclass(frozen=True, slots=True)
class TrialNumbers:
    """MEASURES.md, "Trials". `by_outcome` has every key and `unknown`, which is in no denominator."""

    started: int
    running: int
    completed: int
    by_outcome: dict[str, int]
    success: Share
    interrupted: Share
    converted: Share
    median_days: float | None


def trial_numbers(basis: Basis) -> TrialNumbers:
    """The selection's trials in numbers, an extended one counted once."""
    rows = basis.spells
    return trials_in_numbers(basis, np.ones(len(rows.start), dtype=bool))


def trials_in_numbers(basis: Basis, wanted: Flags) -> TrialNumbers:
    """The same for some of the spells, such as those of one kind or one coach."""
    rows = basis.spells
    trials = basis.trials & wanted
    completed = trials & basis.within(rows.end)
    outcome = rows.outcome[completed]
    known = int((outcome != NOBODY).sum())
    counts = np.bincount(outcome - NOBODY, minlength=len(OUTCOMES) + 1)
    seasoned = completed & (rows.end <= basis.on - CONVERTED_WITHIN)
    lengths = (rows.end - rows.start)[completed]
    return TrialNumbers(
        started=int((trials & basis.within(rows.start)).sum()),
        running=int((trials & (rows.end > basis.on)).sum()),
        completed=int(completed.sum()),
        by_outcome={
            **{word: int(counts[place + 1]) for place, word in enumerate(OUTCOMES)},
            "unknown": int(counts[0]),
        },
        success=Share(int(np.isin(outcome, SUCCESS_CODES).sum()), known),
        interrupted=Share(int(np.isin(outcome, INTERRUPTIONS).sum()), known),
        converted=Share(int((seasoned & became_employments(basis)).sum()), int(seasoned.sum())),
        median_days=float(np.median(lengths)) if len(lengths) else None,
    )


def became_employments(basis: Basis) -> Flags:
    """Ended trials whose client got an employment there between their start and 90 days after their end.

    Returns:
        One flag a spell.
    """
    rows = basis.spells
    ended = np.flatnonzero(basis.trials & (rows.end <= basis.on))
    jobs = np.flatnonzero(basis.employments)
    # One number orders pairs of client and employer, and days within them.
    base = int(rows.start.min(initial=basis.on))
    span = basis.on - base + CONVERTED_WITHIN + 1
    employers = len(basis.scope.has_employer) + 1
    pair = (rows.client * employers + rows.employer) * span - base
    begins = np.sort(pair[jobs] + rows.start[jobs])
    low = np.searchsorted(begins, pair[ended] + rows.start[ended], side="left")
    high = np.searchsorted(begins, pair[ended] + rows.end[ended] + CONVERTED_WITHIN, side="right")
    found = np.zeros(len(rows.start), dtype=bool)
    found[ended] = high > low
    return found
