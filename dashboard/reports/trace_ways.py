"""The rows behind what leads on to jobs elsewhere and where placements gather."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Codes, to_dates
from dashboard.analysis.concentration import started_in
from dashboard.analysis.stepping_stones import spell_ways
from dashboard.reports import trace_tables as tables
from dashboard.reports.access import Access
from dashboard.reports.network_answers import answer
from dashboard.reports.network_placements import clients_placed, largest_of, placements_counted
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import PageState
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _shared(ground: Ground) -> Found:
    """The employers that several know, each with how many do."""
    rows = answer(ground.access, ground.page, "shared").rows
    return tables.employers(ground, list(rows["employer_id"]), "active_ties")


def _stepping(ground: Ground) -> Found:
    return tables.employers(ground, list(answer(ground.access, ground.page, "stepping").employers))


def _placed(ground: Ground) -> Found:
    """The employers where the placement of somebody is over."""
    scope = known(ground.access, ground.page)
    placed = clients_placed(ground.access, ground.page, scope)
    return tables.employers(ground, placed.index[placed > 0])


def _went_on(ground: Ground) -> Found:
    """Each way from a placement to a job elsewhere, made from the rows of both."""
    scope, joined, ways = known(ground.access, ground.page), ground.basis.spells, spell_ways(ground.basis)
    keys = ground.scope.coded.world.employers["employer_id"]
    there = np.append(keys.isin(scope.employers.index).to_numpy(), False)[joined.employer[ways.stone]]
    seen = there & ground.sees[joined.client[ways.stone]]
    stone, job = ways.stone[seen], ways.job[seen]
    parts = zip(tables.rows_of_spells(ground, stone), tables.rows_of_spells(ground, job), strict=True)
    elsewhere = tables.employer_cells(ground, joined.employer[job])["employer"]
    return Found(
        ("client", "kind", "employer", "ended_on", "next_employer", "started_on"),
        pd.DataFrame(
            {
                "client": ground.scope.coded.world.clients["client_id"].array.take(joined.client[stone]),
                "kind": ground.scope.coded.world.placements["kind"].array.take(joined.last_row[stone]),
                **tables.employer_cells(ground, joined.employer[stone]),
                "ended_on": to_dates(joined.end[stone]),
                "next_employer": elsewhere,
                "started_on": to_dates(joined.start[job]),
                "origins": [(*before, *after) for before, after in parts],
            }
        ),
        hidden=int(there.sum()) - len(stone),
    )


def _at_the_largest(ground: Ground) -> Found:
    return _started_at(ground, largest_of(*_asked(ground)))


def _started(ground: Ground) -> Found:
    return _started_at(ground, np.flatnonzero(placements_counted(*_asked(ground))))


def _started_at(ground: Ground, employers: Codes) -> Found:
    started = started_in(ground.scope, ground.page.period)
    there = np.isin(ground.scope.coded.placements.employer, employers)
    return tables.placements(ground, started & there)


def _asked(ground: Ground) -> tuple[Access, PageState, Known]:
    return ground.access, ground.page, known(ground.access, ground.page)


TRACERS: Mapping[str, Tracer] = {
    "questions.shared": _shared,
    "questions.stepping": _stepping,
    "questions.stepping.of": _placed,
    "questions.concentrated": _at_the_largest,
    "questions.concentrated.of": _started,
}
BEHIND: Mapping[str, Tracer] = {
    "questions.went_on": _went_on,
    "questions.equal": _started,
}
"""Rows that stand behind a figure which is not their number."""
