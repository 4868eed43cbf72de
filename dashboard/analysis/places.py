"""Who is at an employer now, how many more it can take, and whether it is tired of us."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import EMPLOYMENT, NOBODY, STUDIES, TASTINGS, TRIALS, Codes, Flags
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import Spells, known_ends
from dashboard.domain.definitions import Definitions


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """One row an employer of the world.

    Attributes:
        running: the selection's placements running there, studies aside.
        occupied: places taken, by any unit.
        free: places left.
        fatigued: more than it can bear, from all units together.
    """

    running: Codes
    occupied: Codes
    free: Codes
    fatigued: Flags


def running_rows(scope: Scope, definitions: Definitions) -> Flags:
    """Every unit's placements that run on the day, studies too: one flag a row of the world."""
    ends = known_ends(scope.coded.placements, scope.on, definitions)
    return scope.any_placement & (scope.on < ends)


def places(scope: Scope, spells: Spells, definitions: Definitions) -> Places:
    """Running, occupied and free places, and fatigue: MEASURES.md, "Employers"."""
    rows = scope.coded.placements
    capacity = scope.coded.employers.capacity
    runs = running_rows(scope, definitions) & (rows.kind != STUDIES)
    spell_age = scope.on - np.append(spells.start, scope.on)[spells.of_row]
    new_job = (rows.kind == EMPLOYMENT) & (spell_age < definitions.employment_occupies)
    takes_a_place = runs & (np.isin(rows.kind, (*TRIALS, *TASTINGS)) | new_job)
    occupied = count_by(rows.employer[takes_a_place], len(capacity))
    return Places(
        running=count_by(rows.employer[runs & scope.has_placement], len(capacity)),
        occupied=occupied,
        free=np.maximum(0, capacity - occupied),
        fatigued=(occupied > capacity) | _worn_by_contacts(scope, definitions),
    )


def _worn_by_contacts(scope: Scope, definitions: Definitions) -> Flags:
    placements = scope.coded.placements
    count = len(scope.coded.employers.capacity)
    since = scope.on - definitions.fatigue_window
    started = scope.any_placement & (placements.start > since) & (placements.kind != STUDIES)
    often = own_contacts(scope, definitions) > definitions.fatigue_contacts
    worn: Flags = often & (count_by(placements.employer[started], count) == 0)
    return worn


def own_contacts(scope: Scope, definitions: Definitions) -> Codes:
    """How often each employer of the world has been contacted lately on any unit's initiative."""
    contacts = scope.coded.contacts
    lately = scope.any_contact & (contacts.day > scope.on - definitions.fatigue_window) & contacts.by_unit
    return count_by(contacts.employer[lately], len(scope.coded.employers.capacity))


def count_by(codes: Codes, length: int) -> Codes:
    """How often each code from 0 to `length` stands in `codes`; NOBODY is not counted."""
    return np.bincount(codes[codes != NOBODY], minlength=length)
