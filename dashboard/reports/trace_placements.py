"""The rows behind figures about trials, employments and follow-ups."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.coded import NOBODY, Flags
from dashboard.analysis.fidelity import first_occupations
from dashboard.analysis.fidelity_support import STARTED_BEFORE
from dashboard.analysis.follow_ups import due_follow_ups, open_follow_ups
from dashboard.analysis.ratings import latest_ratings
from dashboard.analysis.retention import TERMS
from dashboard.analysis.strength import SUCCESS_CODES
from dashboard.analysis.trials import CONVERTED_WITHIN, INTERRUPTIONS, became_employments
from dashboard.analysis.unseen import unseen
from dashboard.analysis.waiting import MEETINGS
from dashboard.domain.vocabulary import OUTCOMES
from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_flags import (
    both_party_spells,
    non_traditional_rows,
    placements_of_period,
    timely_follow_ups,
)
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]
Chosen = Callable[[Ground], Flags]


def _spells(chosen: Chosen) -> Tracer:
    return lambda ground: tables.spells(ground, chosen(ground))


def _follow_ups(chosen: Chosen) -> Tracer:
    return lambda ground: tables.follow_ups(ground, chosen(ground))


def _trials_started(ground: Ground) -> Flags:
    return ground.basis.trials & ground.basis.within(ground.basis.spells.start)


def _trials_running(ground: Ground) -> Flags:
    return ground.basis.trials & ground.basis.spell_runs


def _completed(ground: Ground) -> Flags:
    return ground.basis.trials & ground.basis.within(ground.basis.spells.end)


def _ended_with(*codes: int) -> Chosen:
    return lambda ground: _completed(ground) & np.isin(ground.basis.spells.outcome, codes)


def _outcome_known(ground: Ground) -> Flags:
    known: Flags = ground.basis.spells.outcome != NOBODY
    return _completed(ground) & known


def _rated(column: str) -> Chosen:
    def chosen(ground: Ground) -> Flags:
        given: Flags = ~np.isnan(latest_ratings(ground.basis, column))
        return _completed(ground) & given

    return chosen


def _seasoned(ground: Ground) -> Flags:
    return _completed(ground) & (ground.basis.spells.end <= ground.basis.on - CONVERTED_WITHIN)


def _converted(ground: Ground) -> Flags:
    return _seasoned(ground) & became_employments(ground.basis)


def _jobs_started(ground: Ground) -> Flags:
    return ground.basis.employments & ground.basis.within(ground.basis.spells.start)


def _jobs_running(ground: Ground) -> Flags:
    return ground.basis.employments & ground.basis.spell_runs


def _jobs_of_known_occupation(ground: Ground) -> Flags:
    known: Flags = first_occupations(ground.basis) != NOBODY
    return _jobs_started(ground) & known


def _jobs_of_known_contract(ground: Ground) -> Flags:
    contract = ground.scope.coded.placements.contract[ground.basis.spells.last_row]
    return np.asarray(_jobs_running(ground) & (contract != NOBODY), dtype=bool)


def _jobs_for_a_while(ground: Ground) -> Flags:
    return np.asarray(
        _jobs_running(ground) & (ground.basis.on - ground.basis.spells.start >= STARTED_BEFORE), dtype=bool
    )


def _followed(days: int) -> Chosen:
    def chosen(ground: Ground) -> Flags:
        rows = ground.basis.spells
        length = np.minimum(rows.end, ground.basis.on) - rows.start
        return ground.basis.employments & (length >= days)

    return chosen


def _both_parties(place: int) -> Chosen:
    return lambda ground: both_party_spells(ground.basis)[place]


def _unseen(ground: Ground) -> Flags:
    return unseen(ground.basis)


def _due(ground: Ground) -> Flags:
    return due_follow_ups(ground.scope, ground.basis.spells, ground.basis.definitions)


def _overdue(ground: Ground) -> Flags:
    return _due(ground) & (ground.scope.coded.follow_ups.planned < ground.basis.on)


def _lapsed(ground: Ground) -> Flags:
    return open_follow_ups(ground.scope) & ~_due(ground)


def _done(ground: Ground) -> Flags:
    return ground.scope.has_follow_up & ground.basis.within(ground.scope.coded.follow_ups.done)


def _on_time(place: int) -> Chosen:
    return lambda ground: timely_follow_ups(ground.basis)[place]


def _non_traditional(sex: str, place: int) -> Tracer:
    return lambda ground: tables.placements(ground, non_traditional_rows(ground.given, sex)[place])


def _of_period(ground: Ground) -> Found:
    return tables.placements(ground, placements_of_period(ground.basis))


def _meetings(ground: Ground) -> Found:
    rows = ground.scope.coded.contacts
    met = ground.scope.has_contact & ground.basis.within(rows.day) & np.isin(rows.kind, MEETINGS)
    return tables.contacts(ground, met)


TRACERS: Mapping[str, Tracer] = {
    "trials.started": _spells(_trials_started),
    "trials.running": _spells(_trials_running),
    "trials.completed": _spells(_completed),
    **{
        f"trials.by_outcome.{word}": _spells(_ended_with(code))
        for code, word in [*enumerate(OUTCOMES), (NOBODY, "unknown")]
    },
    "trials.success.n": _spells(_ended_with(*SUCCESS_CODES)),
    "trials.success.of": _spells(_outcome_known),
    "trials.interrupted.n": _spells(_ended_with(*INTERRUPTIONS)),
    "trials.interrupted.of": _spells(_outcome_known),
    "trials.converted.n": _spells(_converted),
    "trials.converted.of": _spells(_seasoned),
    "employments.started": _spells(_jobs_started),
    "employments.running": _spells(_jobs_running),
    **{f"employments.retention.{days}.at_risk": _spells(_followed(days)) for days in TERMS},
    "follow_ups.due": _follow_ups(_due),
    "follow_ups.overdue": _follow_ups(_overdue),
    "follow_ups.lapsed": _follow_ups(_lapsed),
    "follow_ups.done": _follow_ups(_done),
    "follow_ups.on_time.n": _follow_ups(_on_time(1)),
    "follow_ups.on_time.of": _follow_ups(_on_time(0)),
    "follow_ups.unseen": _spells(_unseen),
    "follow_ups.both_parties.n": _spells(_both_parties(1)),
    "follow_ups.both_parties.of": _spells(_both_parties(0)),
    **{
        f"equality.non_traditional.{sex}.{part}": _non_traditional(sex, place)
        for sex in ("woman", "man")
        for part, place in (("n", 1), ("of", 0))
    },
    "fidelity.employer_contacts.n": _meetings,
    "fidelity.job_diversity.n": _spells(_jobs_of_known_occupation),
    "fidelity.employer_diversity.n": _spells(_jobs_started),
    "fidelity.permanent_jobs.n": _spells(_jobs_of_known_contract),
    "fidelity.time_unlimited_support.n": _spells(_jobs_for_a_while),
}
BEHIND: Mapping[str, Tracer] = {
    "trials.median_days": _spells(_completed),
    "ratings.client": _spells(_rated("client_rating")),
    "ratings.employer": _spells(_rated("employer_rating")),
    "ratings.answered": _spells(_completed),
    "method.unanswered": _spells(_completed),
    "network.hhi_placements": _of_period,
    "network.top5_share": _of_period,
    "health.equal_employers": _of_period,
}
"""Rows that stand behind a figure which is not their number."""
