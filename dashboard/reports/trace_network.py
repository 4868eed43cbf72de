"""The rows behind figures of the network: ties, what happens if a coach leaves, the ready questions."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Flags
from dashboard.reports import trace_tables as tables
from dashboard.reports.employer_filters import filter_masks, passing, unmeasured
from dashboard.reports.employer_index import employer_index
from dashboard.reports.network_answers import answer, leaving, leaving_coaches
from dashboard.reports.network_health import HOSTED, living
from dashboard.reports.network_scope import known
from dashboard.reports.trace_ground import Found, Ground
from dashboard.reports.trace_interactions import tie_table

Tracer = Callable[[Ground], Found]


def _ties(ground: Ground) -> Found:
    return tables.ties(ground, ground.state.active_ties)


def _tie(ground: Ground) -> Found:
    """What a tie is made of, when the address names its coach and its employer; else the ties."""
    if ground.page.coach and ground.page.employer:
        return tie_table(ground, ground.page.coach)
    return _ties(ground)


def _kept_by_others(ground: Ground) -> Found:
    """Employers that keep a tie when the chosen coaches leave; all that have one when none is chosen."""
    scope = known(ground.access, ground.page)
    stays = scope.active[~scope.active["coach_id"].isin(ground.page.leaving)]
    return tables.employers(ground, scope.employers.index[scope.employers.index.isin(stays["employer_id"])])


def _coaches(ground: Ground) -> Found:
    return tables.coaches(ground, ground.state.active_ties["coach_id"].unique())


def _tied(ground: Ground) -> Found:
    return tables.employers(ground, (ground.state.employers["active_ties"] > 0).to_numpy())


def _orphaned(ground: Ground) -> Found:
    return tables.employers(ground, leaving(ground.access, ground.page).orphans.index)


def _orphaned_strong(ground: Ground) -> Found:
    orphans = leaving(ground.access, ground.page).orphans
    return tables.employers(ground, orphans.index[orphans["level"] == "strong"])


def _running_at_orphaned(ground: Ground) -> Found:
    orphans = leaving(ground.access, ground.page).orphans
    return tables.placements(ground, _named(ground, {key for keys in orphans["running"] for key in keys}))


def _running_of_coach(ground: Ground) -> Found:
    return tables.placements(ground, _named(ground, set(leaving(ground.access, ground.page).handovers.index)))


def _due_of_coach(ground: Ground) -> Found:
    due = leaving(ground.access, ground.page).due_follow_ups.index
    keys = ground.scope.coded.world.follow_ups["follow_up_id"]
    return tables.follow_ups(ground, keys.isin(due).to_numpy())


def _named(ground: Ground, keys: set[str]) -> Flags:
    return np.asarray(ground.scope.coded.world.placements["placement_id"].isin(keys), dtype=bool)


def _question(name: str) -> Tracer:
    def trace(ground: Ground) -> Found:
        return tables.employers(ground, list(answer(ground.access, ground.page, name).employers))

    return trace


def _single_coach(ground: Ground) -> Found:
    """The employers, each with the coach on whom it hangs."""
    rows = answer(ground.access, ground.page, "single_coach").rows
    found = tables.employers(ground, list(rows["employer_id"]))
    names = ground.state.coaches["name"].reindex(rows["coach_id"])
    employer, *others = found.columns
    return Found((employer, "coach", *others), found.rows.assign(coach=names.array))


def _of_those_who_leave(ground: Ground) -> Found:
    """Employers with a living tie to the coaches in question."""
    scope = known(ground.access, ground.page)
    theirs = scope.active[scope.active["coach_id"].isin(leaving_coaches(scope, ground.page))]
    return tables.employers(ground, scope.employers.index[scope.employers.index.isin(theirs["employer_id"])])


def _of_level(*levels: str) -> Tracer:
    """Employers within the filters with a relation of some levels."""

    def trace(ground: Ground) -> Found:
        employers = known(ground.access, ground.page).employers
        return tables.employers(ground, employers.index[employers["level"].isin(levels)])

    return trace


def _tied_in_filters(ground: Ground) -> Found:
    return tables.employers(ground, known(ground.access, ground.page).tied.index)


def _changed(*kinds: str) -> Tracer:
    def trace(ground: Ground) -> Found:
        chosen = answer(ground.access, ground.page.replace(change="all"), "changed").rows
        chosen = chosen[chosen["change"].isin(kinds)]
        found = _pairs(ground, chosen)
        return Found((*found.columns, "change"), found.rows.assign(change=chosen["change"].array))

    return trace


def _pairs(ground: Ground, pairs: pd.DataFrame) -> Found:
    """The ties of some pairs of coach and employer."""
    ties = ground.state.ties.set_index(["coach_id", "employer_id"])
    wanted = pd.MultiIndex.from_frame(pairs[["coach_id", "employer_id"]])
    return tables.ties(ground, ties.reindex(wanted).reset_index())


def _living(ground: Ground) -> Found:
    pairs = living(known(ground.access, ground.page))
    return _pairs(ground, pd.DataFrame(pairs, columns=["coach_id", "employer_id"], dtype="str"))


def _hosted(ground: Ground) -> Found:
    employers = known(ground.access, ground.page).employers
    return tables.employers(ground, employers.index[employers["rung"] >= HOSTED])


def _in_filters(ground: Ground) -> Found:
    return tables.employers(ground, known(ground.access, ground.page).employers.index)


def _matching(ground: Ground) -> Found:
    index = employer_index(ground.access, ground.page)
    return tables.employers(
        ground, index.ids[passing(index, filter_masks(ground.access, index, ground.page))]
    )


def _without_position(ground: Ground) -> Found:
    index = employer_index(ground.access, ground.page)
    found = passing(index, filter_masks(ground.access, index, ground.page)) & ~index.placed
    return tables.employers(ground, index.ids[found])


def _unmeasured(ground: Ground) -> Found:
    index = employer_index(ground.access, ground.page)
    return tables.employers(ground, index.ids[unmeasured(ground.access, index, ground.page)])


TRACERS: Mapping[str, Tracer] = {
    "network.ties": _ties,
    "network.coaches": _coaches,
    "network.employers": _tied,
    "network.if_leaves.orphaned": _orphaned,
    "network.if_leaves.orphaned_strong": _orphaned_strong,
    "network.if_leaves.running_at_orphaned": _running_at_orphaned,
    "network.if_leaves.running_of_coach": _running_of_coach,
    "network.if_leaves.due_of_coach": _due_of_coach,
    "questions.tied": _tied_in_filters,
    "questions.single_coach": _single_coach,
    "questions.leaving": _question("leaving"),
    "questions.leaving.of": _of_those_who_leave,
    "questions.cooling": _question("cooling"),
    "questions.cooling.of": _of_level("strong", "medium"),
    "questions.strongest": _question("strongest"),
    "questions.strongest.of": _of_level("strong", "medium", "weak"),
    "questions.gained": _changed("new", "revived"),
    "questions.lost": _changed("lost"),
    "questions.kept": _changed("kept"),
    "health.ties": _living,
    "health.hosted": _hosted,
    "resilience.kept": _kept_by_others,
    "finder.matching": _matching,
    "finder.without_position": _without_position,
    "finder.unmeasured": _unmeasured,
}
BEHIND: Mapping[str, Tracer] = {
    "health.verdict": _in_filters,
    "network.density": _ties,
    "network.components": _ties,
    "network.ties_list.strength": _tie,
    "network.ties_list.last_on": _tie,
    "finder.by_municipality": _matching,
}
"""Rows that stand behind a figure which is not their number."""
