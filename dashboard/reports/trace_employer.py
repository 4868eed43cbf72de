"""The rows behind figures about one employer: the one that the address names."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.coded import EMPLOYMENT, NOBODY, STUDIES, Flags
from dashboard.analysis.interactions import Interactions, interactions
from dashboard.analysis.strength import DEPTH_OF_KIND, FREQUENCY_WINDOW, RECIPROCITY_WINDOW, SUCCESS_CODES
from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_flags import taking_places
from dashboard.reports.trace_ground import Found, Ground
from dashboard.reports.trace_interactions import interaction_table

Tracer = Callable[[Ground], Found]


def _ties(ground: Ground) -> Found:
    frame = ground.state.active_ties
    return tables.ties(ground, frame[frame["employer_id"] == ground.employer_id])


def _placements(ground: Ground, wanted: Flags) -> Found:
    return tables.placements(ground, wanted & (ground.scope.coded.placements.employer == ground.employer))


def _running(ground: Ground) -> Found:
    return _placements(ground, ground.basis.runs & (ground.scope.coded.placements.kind != STUDIES))


def _occupied(ground: Ground) -> Found:
    return _placements(ground, taking_places(ground.given))


def _itself(ground: Ground) -> Found:
    return tables.employers(ground, [ground.employer_id], "capacity", "occupied", amount="free")


def _host(ground: Ground) -> Found:
    return tables.employers(ground, [ground.employer_id], "capacity", "occupied", amount="capacity")


def _our_contacts(ground: Ground) -> Found:
    rows, window = ground.scope.coded.contacts, ground.basis.definitions.fatigue_window
    lately = ground.scope.any_contact & rows.by_unit & (rows.day > ground.basis.on - window)
    return tables.contacts(ground, lately & (rows.employer == ground.employer))


def _begun(ground: Ground) -> Found:
    rows, window = ground.scope.coded.placements, ground.basis.definitions.fatigue_window
    lately = ground.scope.any_placement & (rows.start > ground.basis.on - window)
    return _placements(ground, lately & (rows.kind != STUDIES))


def _spells(ground: Ground, wanted: Flags) -> Found:
    return tables.spells(ground, wanted & (ground.basis.spells.employer == ground.employer))


def _all_spells(ground: Ground) -> Found:
    return _spells(ground, ground.basis.own & (ground.basis.spells.kind != STUDIES))


def _known_trials(ground: Ground) -> Flags:
    rows = ground.basis.spells
    known: Flags = (rows.end <= ground.basis.on) & (rows.outcome != NOBODY)
    return ground.basis.trials & known


def _completed(ground: Ground) -> Found:
    return _spells(ground, _known_trials(ground))


def _succeeded(ground: Ground) -> Found:
    return _spells(ground, _known_trials(ground) & np.isin(ground.basis.spells.outcome, SUCCESS_CODES))


def _clients_placed(ground: Ground) -> Found:
    rows = ground.scope.coded.placements
    there = ground.scope.has_placement & (rows.kind != STUDIES) & (rows.employer == ground.employer)
    placed = np.zeros(len(ground.scope.has_client), dtype=bool)
    placed[rows.client[there]] = True
    return tables.clients(ground, placed)


def _recent_contacts(ground: Ground) -> Found:
    rows = ground.scope.coded.contacts
    lately = ground.scope.has_contact & (rows.day > ground.basis.on - RECIPROCITY_WINDOW)
    return tables.contacts(ground, lately & (rows.employer == ground.employer))


def _interactions(choose: Callable[[Interactions, Flags, int], Flags]) -> Tracer:
    def trace(ground: Ground) -> Found:
        rows = interactions(ground.scope)
        here = rows.employer == ground.employer
        return interaction_table(ground, rows, choose(rows, here, ground.basis.on))

    return trace


def _all_of_them(_rows: Interactions, here: Flags, _on: int) -> Flags:
    return here


def _latest_warm(rows: Interactions, here: Flags, _on: int) -> Flags:
    warm = here & rows.warm
    return np.asarray(warm & (rows.day == rows.day[warm].max(initial=0)), dtype=bool)


def _warm_lately(rows: Interactions, here: Flags, on: int) -> Flags:
    return here & rows.warm & (rows.day > on - FREQUENCY_WINDOW)


def _deepest(rows: Interactions, here: Flags, _on: int) -> Flags:
    if (rows.kind[here] == EMPLOYMENT).any():
        return np.asarray(here & (rows.kind == EMPLOYMENT), dtype=bool)
    depth = DEPTH_OF_KIND[rows.kind]
    return np.asarray(here & (depth == depth[here].max(initial=0.0)), dtype=bool)


TRACERS: Mapping[str, Tracer] = {
    "employer.ties": _ties,
    "employer.capacity": _host,
    "employer.occupied": _occupied,
    "employer.free": _itself,
    "employer.running": _running,
    "employer.fatigue_contacts": _our_contacts,
    "employer.fatigue_placements": _begun,
    "employer.placements": _all_spells,
    "employer.trials_completed": _completed,
    "employer.trials_succeeded": _succeeded,
    "employer.clients_placed": _clients_placed,
}
BEHIND: Mapping[str, Tracer] = {
    "employer.events": _interactions(_all_of_them),
    "employer.rhythm": _interactions(_all_of_them),
    "ranking.strength": _interactions(_all_of_them),
    "ranking.parts.recency": _interactions(_latest_warm),
    "ranking.parts.frequency": _interactions(_warm_lately),
    "ranking.parts.depth": _interactions(_deepest),
    "ranking.parts.breadth": _ties,
    "ranking.parts.reciprocity": _recent_contacts,
    "ranking.parts.outcome": _completed,
}
"""Rows that stand behind a figure which is not their number."""
