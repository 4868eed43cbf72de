"""The rows behind figures about clients."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.basis import flags_at
from dashboard.analysis.clients import UNSUBSIDISED, latest_steps, went_to_studies, went_to_work
from dashboard.analysis.coded import EMPLOYMENT, NOBODY, Codes, Flags
from dashboard.analysis.cohort import TERMS, cohort_clients
from dashboard.domain.vocabulary import GENDERS, REFERRERS, STEPS
from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_flags import quarter_clients
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]
Chosen = Callable[[Ground], Flags]


def _those(chosen: Chosen) -> Tracer:
    return lambda ground: tables.clients(ground, chosen(ground))


def _active(ground: Ground) -> Flags:
    return ground.scope.active_client


def _served(ground: Ground) -> Flags:
    clients = ground.scope.coded.clients
    return ground.scope.has_client & ground.basis.runs_within(clients.enrolled, clients.closed)


def _enrolled(ground: Ground) -> Flags:
    return ground.basis.enrolled_in_period


def _closed(ground: Ground) -> Flags:
    return ground.scope.has_client & ground.basis.within(ground.scope.coded.clients.closed)


def _returned(ground: Ground) -> Flags:
    return ground.basis.enrolled_in_period & ground.scope.coded.clients.returns


def _at_step(step: int) -> Chosen:
    return lambda ground: ground.scope.active_client & (latest_steps(ground.basis) == step)


def _active_with(column: str, code: int) -> Chosen:
    def chosen(ground: Ground) -> Flags:
        codes: Codes = getattr(ground.scope.coded.clients, column)
        return np.asarray(ground.scope.active_client & (codes == code), dtype=bool)

    return chosen


def _to_work(ground: Ground) -> Flags:
    return went_to_work(ground.basis)


def _to_studies(ground: Ground) -> Flags:
    return went_to_studies(ground.basis)


def _to_either(ground: Ground) -> Flags:
    return went_to_work(ground.basis) | went_to_studies(ground.basis)


def _in_work(ground: Ground) -> Flags:
    return ground.basis.employed_now


def _unsubsidised(ground: Ground) -> Flags:
    return _in_work_with(ground, UNSUBSIDISED)


def _subsidy_unknown(ground: Ground) -> Flags:
    return _in_work_with(ground, NOBODY) & ~_unsubsidised(ground)


def _in_work_with(ground: Ground, subsidy: int) -> Flags:
    rows = ground.scope.coded.placements
    wanted = ground.basis.runs & (rows.kind == EMPLOYMENT) & (rows.subsidy == subsidy)
    return flags_at(rows.client[wanted], len(ground.scope.has_client))


def _cohort(ground: Ground) -> Flags:
    return cohort_clients(ground.basis)


def _quarter(place: int) -> Chosen:
    return lambda ground: quarter_clients(ground.basis)[place]


def _vocabulary(key: str, column: str, words: tuple[str, ...]) -> dict[str, Tracer]:
    codes = {**{word: place for place, word in enumerate(words)}, "unknown": NOBODY}
    return {f"{key}.{word}": _those(_active_with(column, code)) for word, code in codes.items()}


TRACERS: Mapping[str, Tracer] = {
    "clients.active": _those(_active),
    "clients.served": _those(_served),
    "clients.enrolled": _those(_enrolled),
    "clients.closed": _those(_closed),
    "clients.re_entries": _those(_returned),
    **{f"clients.by_step.{step}": _those(_at_step(step)) for step in STEPS},
    "clients.by_step.none": _those(_at_step(0)),
    **_vocabulary("clients.by_gender", "gender", GENDERS),
    **_vocabulary("clients.by_referrer", "referrer", REFERRERS),
    "clients.to_work": _those(_to_work),
    "clients.to_studies": _those(_to_studies),
    "clients.to_work_or_studies": _those(_to_either),
    "clients.in_work": _those(_in_work),
    "clients.in_work_unsubsidised": _those(_unsubsidised),
    "clients.in_work_subsidy_unknown": _those(_subsidy_unknown),
    "clients.quarterly_rate.n": _those(_quarter(1)),
    "clients.quarterly_rate.of": _those(_quarter(0)),
    "waiting.n": _those(_enrolled),
    **{f"cohort.{term}.n": _those(_cohort) for term in TERMS},
    "fidelity.caseload.n": _those(_active),
    "fidelity.rapid_search.n": _those(_enrolled),
}
BEHIND: Mapping[str, Tracer] = {
    "clients.per_fte": _those(_active),
    "waiting.first_contact_median_days": _those(_enrolled),
    "waiting.first_placement_median_days": _those(_enrolled),
}
"""Rows that stand behind a figure which is not their number."""
