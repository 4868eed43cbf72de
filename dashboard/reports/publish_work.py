"""The public tables of what the support led to: trials, and employment that lasts."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from dashboard.analysis.coded import NOBODY, Codes, Flags
from dashboard.analysis.intervals import Interval
from dashboard.analysis.retention import TERMS, Kept, kept, retention_curve
from dashboard.analysis.suppression import STEP
from dashboard.domain.disclosure import Ratio, Sum, Within
from dashboard.domain.vocabulary import OUTCOMES, SUCCESSES
from dashboard.reports.publish_blocks import (
    OTHERS,
    Block,
    Group,
    PartPlan,
    Persons,
    TablePlan,
    coarsened,
)
from dashboard.reports.report_input import ReportInput

INTERRUPTED, UNKNOWN = "interrupted", "unknown"
INTERRUPTIONS = tuple(word for word in OUTCOMES if word.startswith(INTERRUPTED))


def trials(given: ReportInput, who: Persons, floor: int) -> Block:
    """Completed trials by outcome, the few together; shares that led to work or studies, or broke off."""
    found = given.basis
    rows = found.spells
    completed = np.flatnonzero(found.trials & found.within(rows.end))
    clients, outcome = rows.client[completed], rows.outcome[completed]
    base = {word: np.flatnonzero(outcome == place) for place, word in enumerate(OUTCOMES)}
    base[UNKNOWN] = np.flatnonzero(outcome == NOBODY)
    cells = coarsened(_groups(base, clients, floor), clients, floor)
    counts = {key: who.rows(f"trials.{key}", clients[places]) for key, places in base.items()}
    counts |= {key: who.rows(f"trials.{key}", clients[places]) for key, places in cells.items()}
    sums = {"success": SUCCESSES, INTERRUPTED: INTERRUPTIONS, "known": OUTCOMES}
    for key, parts in sums.items():
        counts[key] = who.rows(f"trials.{key}", clients[_all(base, parts)], zero_tells=key != "known")
    counts["completed"] = who.rows("trials.completed", clients)
    shown = tuple(f"trials.{key}" for key in cells)
    known = len(_all(base, OUTCOMES))
    return Block(
        counts=tuple(counts.values()),
        sums=(
            *(Sum(f"trials.{key}", tuple(f"trials.{part}" for part in parts)) for key, parts in sums.items()),
            Sum("trials.completed", ("trials.known", f"trials.{UNKNOWN}")),
            Sum("trials.completed", shown),
            *(
                _merged(key, places, base)
                for key, places in cells.items()
                if key not in base and key not in sums
            ),
        ),
        ratios=tuple(
            Ratio(f"trials.{key}.share", f"trials.{key}", "trials.known") for key in ("success", INTERRUPTED)
        ),
        tables=(
            TablePlan(
                "trials",
                tuple((key, f"trials.{key}") for key in cells),
                tuple(
                    PartPlan(key, f"trials.{key}.share", known, _told_by(cells))
                    for key in ("success", INTERRUPTED)
                ),
            ),
        ),
    )


def _told_by(cells: Mapping[str, Codes]) -> tuple[str, ...]:
    """What trials with a known outcome are the sum of; the others may hold some whose outcome is unknown."""
    mixed = UNKNOWN not in cells and OTHERS in cells
    told = [key for key in cells if key != UNKNOWN and not (mixed and key == OTHERS)]
    return tuple(f"trials.{key}" for key in (*told, *(["known"] if mixed else [])))


def _groups(base: Mapping[str, Codes], clients: Codes, floor: int) -> dict[str, Group]:
    """The outcomes; interruptions as one where one of them is few."""
    few = [word for word in INTERRUPTIONS if 0 < len(np.unique(clients[base[word]])) < floor]
    if not few:
        return {key: Group(key, places) for key, places in base.items()}
    merged = {key: Group(key, places) for key, places in base.items() if key not in INTERRUPTIONS}
    unknown = merged.pop(UNKNOWN)
    together = Group(INTERRUPTED, _all(base, INTERRUPTIONS))
    return merged | {INTERRUPTED: together, UNKNOWN: unknown}


def _merged(key: str, places: Codes, base: Mapping[str, Codes]) -> Sum:
    """What went into a group that was made of few ones."""
    inside = set(places.tolist())
    parts = [word for word, rows in base.items() if len(rows) and set(rows.tolist()) <= inside]
    return Sum(f"trials.{key}", tuple(f"trials.{word}" for word in parts))


def _all(base: Mapping[str, Codes], words: tuple[str, ...]) -> Codes:
    return np.concatenate([base[word] for word in words])


def retention(given: ReportInput, who: Persons) -> Block:
    """Employments followed so long, and the share still there by Kaplan and Meier's curve.

    Whether the share may be told is decided on the plain one: those still there, of all begun so long ago.
    Its interval is not the curve's own, whose width tells how many had begun, and so how many have left.
    """
    found = given.basis
    rows, jobs = found.spells, found.employments
    lengths = np.minimum(rows.end, found.on) - rows.start
    curve = retention_curve(found)
    eligible = {days: jobs & (rows.start <= found.on - days) for days in TERMS}
    at_risk = {days: eligible[days] & (lengths >= days) for days in TERMS}
    counts = tuple(
        count
        for days in TERMS
        for count in (
            who.rows(f"retention.{days}", rows.client[at_risk[days]], zero_tells=True),
            who.rows(f"retention.{days}.begun", rows.client[eligible[days]]),
        )
    )
    nested = [(later, earlier) for earlier, later in pairwise(TERMS)]
    return Block(
        counts=counts,
        withins=tuple(
            Within(f"retention.{later}{what}", f"retention.{earlier}{what}")
            for later, earlier in nested
            for what in ("", ".begun")
        ),
        ratios=tuple(
            Ratio(f"retention.{days}.share", f"retention.{days}", f"retention.{days}.begun") for days in TERMS
        ),
        tables=(
            TablePlan(
                "retention",
                tuple((str(days), f"retention.{days}") for days in TERMS),
                tuple(_kept_part(days, kept(curve, days), eligible[days]) for days in TERMS),
            ),
        ),
    )


def _kept_part(days: int, found: Kept, eligible: Flags) -> PartPlan:
    key, base = f"retention.{days}.share", int(eligible.sum())
    instead = None if found.share is None else to_steps(found.share)
    return PartPlan(str(days), key, base, part=f"retention.{days}", instead=instead)


def to_steps(share: float) -> int:
    """Per cent to the nearest multiple of 5; a half goes up.

    >>> to_steps(0.925), to_steps(0.07)
    (95, 5)
    """
    return STEP * int(np.floor(100 * round(share, 12) / STEP + 0.5))


def interval_to_steps(limits: Interval | None) -> tuple[int | None, int | None]:
    """An interval in the same steps."""
    return (None, None) if limits is None else (to_steps(limits[0]), to_steps(limits[1]))
