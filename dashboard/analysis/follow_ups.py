"""Which follow-ups wait to be done, which were done, and whether in time."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Days, Flags
from dashboard.analysis.intervals import Share
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import Spells
from dashboard.domain.definitions import Definitions


@dataclass(frozen=True, slots=True)
class FollowUpNumbers:
    """MEASURES.md, "Follow-ups": those that wait on the day, and those of the period."""

    due: int
    overdue: int
    lapsed: int
    done: int
    on_time: Share


def follow_up_numbers(basis: Basis) -> FollowUpNumbers:
    """The selection's follow-ups in numbers."""
    rows = basis.scope.coded.follow_ups
    due = due_follow_ups(basis.scope, basis.spells, basis.definitions)
    return FollowUpNumbers(
        due=int(due.sum()),
        overdue=int((due & (rows.planned < basis.on)).sum()),
        lapsed=int((open_follow_ups(basis.scope) & ~due).sum()),
        done=int((basis.scope.has_follow_up & basis.within(rows.done)).sum()),
        on_time=on_time(basis),
    )


def open_follow_ups(scope: Scope) -> Flags:
    """The selection's follow-ups planned on or before the day, neither done nor cancelled."""
    rows = scope.coded.follow_ups
    return scope.has_follow_up & (rows.planned <= scope.on) & (rows.done > scope.on) & ~rows.cancelled


def due_follow_ups(scope: Scope, spells: Spells, definitions: Definitions) -> Flags:
    """The selection's follow-ups that are due: MEASURES.md, "Follow-ups".

    The placement of a follow-up is the whole spell when an employment was renewed or a trial extended.

    Returns:
        One flag for each row of the world's follow-ups.
    """
    planned = scope.coded.follow_ups.planned
    end = spell_ends(scope, spells)
    running = end > scope.on
    ended_lately = (end > planned) & (scope.on - end < definitions.due_after_end)
    return open_follow_ups(scope) & (running | ended_lately)


def spell_ends(scope: Scope, spells: Spells) -> Days:
    """The day the spell of each follow-up ended; NEVER for one that runs."""
    ends: Days = np.append(spells.end, 0)[spells.of_row[scope.coded.follow_ups.placement]]
    return ends


def kept_follow_ups(scope: Scope) -> Flags:
    """The selection's follow-ups that were not cancelled; of those both done and cancelled, done wins."""
    rows = scope.coded.follow_ups
    return scope.has_follow_up & (~rows.cancelled | (rows.done <= scope.on))


def planned_follow_ups(basis: Basis) -> Flags:
    """The selection's follow-ups still to come, of what runs on the day."""
    rows, on = basis.scope.coded.follow_ups, basis.on
    ahead = basis.scope.has_follow_up & (rows.planned > on) & (rows.done > on) & ~rows.cancelled
    return ahead & (spell_ends(basis.scope, basis.spells) > on)


def on_time(basis: Basis) -> Share:
    """Of the follow-ups planned in the period whose time has run out, those done in time."""
    rows, grace = basis.scope.coded.follow_ups, basis.definitions.standard.grace
    counted = kept_follow_ups(basis.scope) & basis.within(rows.planned) & (rows.planned + grace <= basis.on)
    return Share(int((counted & (rows.done <= rows.planned + grace)).sum()), int(counted.sum()))
