"""Clients: who they are, who came and went, and who got to work."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis, flags_at, runs_between
from dashboard.analysis.coded import EMPLOYMENT, NOBODY, STUDIES, Codes, Flags, day_number
from dashboard.analysis.intervals import Share
from dashboard.domain.period import quarter_of
from dashboard.domain.vocabulary import GENDERS, REFERRERS, STEPS, SUBSIDIES

UNKNOWN, NO_STEP = "unknown", "none"
UNSUBSIDISED = SUBSIDIES.index("none")


@dataclass(frozen=True, slots=True)
class ClientNumbers:
    """MEASURES.md, "Clients and outcomes". Each `by_…` is over the active clients, every key present."""

    active: int
    served: int
    enrolled: int
    closed: int
    re_entries: int
    by_step: dict[str, int]
    by_gender: dict[str, int]
    by_referrer: dict[str, int]
    to_work: int
    to_studies: int
    to_work_or_studies: int
    in_work: int
    in_work_unsubsidised: int
    in_work_subsidy_unknown: int
    per_fte: float | None
    quarterly_rate: Share


def client_numbers(basis: Basis) -> ClientNumbers:
    """The selection's clients in numbers."""
    scope, clients = basis.scope, basis.scope.coded.clients
    active = scope.active_client
    enrolled = basis.enrolled_in_period
    to_work, to_studies = went_to_work(basis), went_to_studies(basis)
    unsubsidised = _in_work_with(basis, UNSUBSIDISED)
    return ClientNumbers(
        active=int(active.sum()),
        served=int((scope.has_client & basis.runs_within(clients.enrolled, clients.closed)).sum()),
        enrolled=int(enrolled.sum()),
        closed=int((scope.has_client & basis.within(clients.closed)).sum()),
        re_entries=int((enrolled & clients.returns).sum()),
        by_step=_by_step(latest_steps(basis)[active]),
        by_gender=_by_word(clients.gender[active], GENDERS),
        by_referrer=_by_word(clients.referrer[active], REFERRERS),
        to_work=int(to_work.sum()),
        to_studies=int(to_studies.sum()),
        to_work_or_studies=int((to_work | to_studies).sum()),
        in_work=int(basis.employed_now.sum()),
        in_work_unsubsidised=int(unsubsidised.sum()),
        in_work_subsidy_unknown=int((_in_work_with(basis, NOBODY) & ~unsubsidised).sum()),
        per_fte=int(active.sum()) / basis.fte if basis.fte else None,
        quarterly_rate=quarterly_rate(basis),
    )


def went_to_work(basis: Basis) -> Flags:
    """Clients with an employment spell that started in the period: one flag a client of the world."""
    rows = basis.spells
    return flags_at(rows.client[basis.employments & basis.within(rows.start)], len(basis.scope.has_client))


def went_to_studies(basis: Basis) -> Flags:
    """Clients with studies that started in the period."""
    rows = basis.scope.coded.placements
    started = basis.scope.has_placement & (rows.kind == STUDIES) & basis.within(rows.start)
    return flags_at(rows.client[started], len(basis.scope.has_client))


def quarterly_rate(basis: Basis) -> Share:
    """Of the clients served in the period's last calendar quarter, those who worked in it.

    It is the quarter that holds the period's last day, or the day if that is earlier, cut at the day.
    """
    quarter = quarter_of(min(basis.period.last, basis.scope.date))
    first, end = day_number(quarter.first), min(day_number(quarter.end), basis.on + 1)
    clients, rows = basis.scope.coded.clients, basis.spells
    served = basis.scope.has_client & runs_between(clients.enrolled, clients.closed, first, end)
    worked = basis.employments & runs_between(rows.start, rows.end, first, end)
    in_work = served & flags_at(rows.client[worked], len(served))
    return Share(int(in_work.sum()), int(served.sum()))


def latest_steps(basis: Basis) -> Codes:
    """The step that each client of the world entered last, the highest of one day; 0 without any."""
    rows = basis.scope.coded.steps
    known = np.flatnonzero(rows.day <= basis.on)
    ordered = known[np.lexsort((rows.step[known], rows.day[known]))]
    latest = np.zeros(len(basis.scope.has_client), dtype=np.int64)
    latest[rows.client[ordered]] = rows.step[ordered]  # the last of several is what stays
    return latest


def _in_work_with(basis: Basis, subsidy: int) -> Flags:
    rows = basis.scope.coded.placements
    wanted = basis.runs & (rows.kind == EMPLOYMENT) & (rows.subsidy == subsidy)
    return flags_at(rows.client[wanted], len(basis.scope.has_client))


def _by_step(steps: Codes) -> dict[str, int]:
    counts = np.bincount(steps, minlength=len(STEPS) + 1)
    return {**{str(step): int(counts[step]) for step in STEPS}, NO_STEP: int(counts[0])}


def _by_word(codes: Codes, words: tuple[str, ...]) -> dict[str, int]:
    """How many of each word; NOBODY is unknown."""
    counts = np.bincount(codes - NOBODY, minlength=len(words) + 1)
    return {**{word: int(counts[place + 1]) for place, word in enumerate(words)}, UNKNOWN: int(counts[0])}
