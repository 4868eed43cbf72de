"""What is wrong or odd about placements and their follow-ups."""

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from typing import Any

from dashboard.data.importer.columns import PLACEMENTS
from dashboard.data.importer.file_table import Key
from dashboard.data.importer.merge import Entry, TablePlan
from dashboard.data.importer.rules.reporter import Case, places
from dashboard.domain.period import year_before
from dashboard.domain.vocabulary import TRIAL_KINDS
from dashboard.i18n import _


def check_placements(case: Case) -> None:
    """Each placement, studies aside, has an employer; ends and outcomes agree."""
    plan = case.plans.get("placements")
    if plan is None:
        return
    employer, kind = places(plan, "employer_id", "kind")
    for entry in plan.entries:
        if entry.whole[employer] is None and entry.whole[kind] != "studies":
            case.refuse(
                plan,
                entry,
                "employer_id",
                "no_employer",
                _("The placement has no employer."),
                remedy=_("Write the employer's key. Only studies have none."),
            )
        _look_at_end(case, plan, entry)


def _look_at_end(case: Case, plan: TablePlan, entry: Entry) -> None:
    kind, started, planned, ended, outcome = (
        entry.whole[place]
        for place in places(plan, "kind", "started_on", "planned_end_on", "ended_on", "outcome")
    )
    if outcome is not None and ended is None:
        case.warn(
            plan, entry, "outcome", "outcome_without_end", _("There is an outcome but no end; it still runs.")
        )
    if kind not in TRIAL_KINDS:
        return
    if ended is not None and outcome is None:
        case.warn(plan, entry, "outcome", "end_without_outcome", _("The trial has ended without an outcome."))
    last = ended or max(case.today, planned or case.today)
    if started < year_before(last):
        case.warn(plan, entry, "started_on", "long_trial", _("The trial is longer than 12 months."))


def warn_of_overlapping_employments(case: Case) -> None:
    """Two employments of one client at the same time are odd."""
    plan = case.plans.get("placements")
    if plan is None:
        return
    who, kind, started, ended = places(plan, "client_id", "kind", "started_on", "ended_on")
    in_file = {entry.key: entry for entry in plan.entries if entry.whole[kind] == "employment"}
    clients = {entry.whole[who] for entry in in_file.values()}
    employments: defaultdict[Any, list[tuple[Any, Any, Key]]] = defaultdict(list)
    for key, whole in case.rows("placements").items():
        if whole[kind] == "employment" and whole[who] in clients:
            employments[whole[who]].append((whole[started], whole[ended] or dt.date.max, key))
    for spells in employments.values():
        for earlier, later in pairwise(sorted(spells, key=lambda spell: spell[:2])):
            entry = in_file.get(later[2]) or in_file.get(earlier[2])
            if later[0] < earlier[1] and entry is not None:
                other = earlier[2] if entry.key == later[2] else later[2]
                case.warn(
                    plan,
                    entry,
                    "started_on",
                    "overlapping_employments",
                    _("The client has another employment at the same time, {key}.").format(key=other),
                )


def warn_of_odd_follow_ups(case: Case) -> None:
    """A follow-up both done and cancelled, or done before its placement began, is odd."""
    plan = case.plans.get("follow_ups")
    if plan is None:
        return
    placement, done, cancelled = places(plan, "placement_id", "done_on", "cancelled")
    started = PLACEMENTS.index("started_on")
    placements = case.rows("placements")
    for entry in plan.entries:
        whole = entry.whole
        if whole[done] is None:
            continue
        if whole[cancelled]:
            case.warn(
                plan,
                entry,
                "cancelled",
                "done_and_cancelled",
                _("The follow-up is both done and cancelled; done counts."),
            )
        about = placements.get(whole[placement])
        if about is not None and whole[done] < about[started]:
            case.warn(
                plan,
                entry,
                "done_on",
                "done_before_placement",
                _("The follow-up was done before its placement began, {day}.").format(day=about[started]),
            )
