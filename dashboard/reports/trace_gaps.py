"""The rows behind what the page of gaps adds to the gaps themselves."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.coded import NOBODY, Flags
from dashboard.reports import trace_tables as tables
from dashboard.reports.gap_ground import GapGround, ask_first, gap_ground
from dashboard.reports.gap_occupations import picked, proposals, unwished
from dashboard.reports.trace_flags import placements_of_period
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _page(ground: Ground) -> GapGround:
    return gap_ground(ground.access, ground.page)


def _nearest(ground: Ground) -> Found:
    """The employers of the list: for the occupation that the address names, or for all that are lacking."""
    page = _page(ground)
    rows = proposals(page, picked(page.gaps, ground.page))
    return tables.employers(ground, rows["employer_id"].unique())


def _unwished(ground: Ground) -> Found:
    page = _page(ground)
    field = page.gaps.field
    columns = [field.groups.index(one.ssyk) for one in unwished(page.gaps)]
    offering = field.offers[:, columns].any(axis=1) & field.supplies
    return tables.employers(ground, offering & page.left)


def _too_few(ground: Ground) -> Found:
    return tables.clients(ground, _page(ground).gaps.areas.named)


def _could(ground: Ground) -> Found:
    return tables.clients(ground, _page(ground).gaps.reach.could)


def _touched(ground: Ground) -> Found:
    touched = ground.state.employers["last_on"].notna().to_numpy()
    return tables.employers(ground, touched & _page(ground).left)


def _contacts(ground: Ground) -> Found:
    """Every unit's contacts that `places.own_contacts` counts, with the employers that the filters leave."""
    rows, scope = ground.scope.coded.contacts, ground.scope
    lately = (
        scope.any_contact & (rows.day > scope.on - ground.given.definitions.fatigue_window) & rows.by_unit
    )
    return tables.contacts(ground, lately & _at_left(ground)[rows.employer])


def _placements(ground: Ground) -> Found:
    here = ground.scope.coded.placements.employer != NOBODY
    return tables.placements(ground, placements_of_period(ground.basis) & here)


def _with_a_form(ground: Ground) -> Found:
    return tables.employers(ground, ground.state.employers["ownership"].notna().to_numpy())


def _ask_first(ground: Ground) -> Found:
    first = ask_first(ground.state)
    first = first[first.index.isin(_page(ground).known.employers.index)]
    pairs = set(zip(first["coach_id"], first.index, strict=True))
    ties = ground.state.ties
    chosen = [pair in pairs for pair in zip(ties["coach_id"], ties["employer_id"], strict=True)]
    return tables.ties(ground, ties[chosen])


def _at_left(ground: Ground) -> Flags:
    """The employers that the filters leave: one flag an employer of the world, and one for nobody."""
    keys = ground.scope.coded.world.employers["employer_id"]
    return np.append(keys.isin(_page(ground).known.employers.index).to_numpy(dtype=bool), False)


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {
    "gap_lists.nearest": _nearest,
    "gap_lists.unwished": _unwished,
    "gap_lists.helps": _too_few,
    "gap_lists.closes": _too_few,
    "gap_lists.could": _could,
    "gap_lists.silence": _touched,
    "gap_lists.usual": _touched,
    "gap_lists.contacts": _contacts,
    "gap_lists.placements_by_form": _placements,
    "gap_lists.ask_first": _ask_first,
    "mix.share": _with_a_form,
}
"""Rows that stand behind a figure which is not their number."""
