"""The rows behind what the page "Side by side" adds."""

from collections.abc import Callable, Mapping

from dashboard.analysis.by_gender import served
from dashboard.analysis.cohort import cohort_clients
from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _served(ground: Ground) -> Found:
    return tables.clients(ground, served(ground.basis))


def _enrolled(ground: Ground) -> Found:
    return tables.clients(ground, cohort_clients(ground.basis))


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {"side.reached": _served, "side.round": _enrolled}
"""Rows that stand behind a figure which is not their number."""
