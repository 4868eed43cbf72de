"""The rows behind what the network's side panel suggests about one employer."""

from collections.abc import Callable, Mapping

from dashboard.reports import trace_tables as tables
from dashboard.reports.layers import alike_employers
from dashboard.reports.network_alike import could_be_asked
from dashboard.reports.network_scope import known
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _alike(ground: Ground) -> Found:
    found = alike_employers(ground.access, ground.page).alike(ground.employer_id)
    return tables.employers(ground, list(found))


def _next(ground: Ground) -> Found:
    scope = known(ground.access, ground.page)
    return tables.employers(
        ground, list(could_be_asked(ground.access, ground.page, scope, ground.employer_id))
    )


def _way_in(ground: Ground) -> Found:
    """The living ties at the employer: somebody behind one of them is whom to ask."""
    ties = ground.state.active_ties
    return tables.ties(ground, ties[ties["employer_id"] == ground.employer_id])


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {"panel.way_in": _way_in, "panel.alike": _alike, "panel.next": _next}
"""Rows that stand behind a suggestion."""
