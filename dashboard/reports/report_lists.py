"""The report's lists as sheets: one row a coach, a week, a tie, an occupation, an item or an employer."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType

from dashboard.i18n import N_, _
from dashboard.reports.definitions import measure_of
from dashboard.reports.hand_file import hand_sheet
from dashboard.reports.json_values import Json
from dashboard.reports.reference_words import occupation
from dashboard.reports.report_compared import compared_rows
from dashboard.reports.report_load import forecast_by_week, minutes_by_week
from dashboard.reports.report_network import (
    changed_ties,
    group_members,
    groups,
    ownership_mix,
    positions,
    stones,
    ways_to_work,
)
from dashboard.reports.report_ratings import rating_rows
from dashboard.reports.telling import missing
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Sheet, Shown
from dashboard.words import word

GAP_STATES: Mapping[str, str] = MappingProxyType(
    {"missing": N_("missing"), "thin": N_("thin"), "covered": N_("covered")}
)
PARTS = ("recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
IN_SHARES = frozenset({"job_diversity", "employer_diversity", "permanent_jobs", "time_unlimited_support"})
"""Items of the method check whose value is a share."""


def follow_ups_by_coach(report: WholeReport) -> Sheet:
    """What waits for each coach."""
    keys = ("due", "overdue", "planned_next_4_weeks", "expected_next_4_weeks")
    return Sheet(
        _("Follow-ups by coach"),
        [
            _("Key of the coach"),
            _("Coach"),
            _name("follow_ups.due"),
            _name("follow_ups.overdue"),
            _("Planned in the next 4 weeks"),
            _("Expected in the next 4 weeks"),
        ],
        [[*_coach(report, row), *_counts(row, keys)] for row in report.values["follow_ups"]["by_coach"]],
    )


def load_by_week(report: WholeReport) -> Sheet:
    """Each coach's follow-ups, week by week."""
    keys = ("done", "due", "planned", "expected")
    return Sheet(
        _("Load by week"),
        [
            _("Key of the coach"),
            _("Coach"),
            _("Week"),
            _name("follow_ups.load.done"),
            _name("follow_ups.load.due"),
            _("Planned"),
            _("Expected by the standard"),
        ],
        [
            [*_coach(report, row), row["week"], *_counts(row, keys)]
            for row in report.values["follow_ups"]["load"]
        ],
    )


def if_a_coach_leaves(report: WholeReport) -> Sheet:
    """What hangs on each coach."""
    keys = ("orphaned", "orphaned_strong", "running_at_orphaned", "running_of_coach", "due_of_coach")
    return Sheet(
        _("If a coach leaves"),
        [_("Key of the coach"), _("Coach"), *(_name(f"network.if_leaves.{key}") for key in keys)],
        [[*_coach(report, row), *_counts(row, keys)] for row in report.values["network"]["if_leaves"]],
    )


def ties(report: WholeReport) -> Sheet:
    """The active ties."""
    return Sheet(
        _("Active ties"),
        [
            _("Key of the coach"),
            _("Coach"),
            _("Key of the employer"),
            _("Employer"),
            _name("network.ties_list.strength"),
            _name("network.ties_list.last_on"),
        ],
        [
            [
                *_coach(report, row),
                *_employer(report, row),
                Shown(row["strength"], Form.DECIMAL),
                Shown(dt.date.fromisoformat(row["last_on"]), Form.DAY),
            ]
            for row in report.values["network"]["ties_list"]
        ],
    )


def occupations(report: WholeReport) -> Sheet:
    """Demand and supply of each group of occupations."""
    return Sheet(
        _("Occupations"),
        [
            "SSYK",
            _("Occupation"),
            _name("gaps.occupations.demand"),
            _name("gaps.occupations.supply"),
            _name("gaps.occupations.state"),
        ],
        [
            [
                row["ssyk"],
                occupation(row["ssyk"]),
                Shown(row["demand"], Form.DECIMAL),
                Shown(row["supply"], Form.DECIMAL),
                gap_state(row),
            ]
            for row in report.values["gaps"]["occupations"]
        ],
    )


def method_check(report: WholeReport) -> Sheet:
    """The unit's own check of its method."""
    return Sheet(
        _("Method check"),
        [_("Item"), _("Value"), _("Number"), _("Points, 1–5"), _("Remark")],
        [
            [
                _name(f"fidelity.{row['item']}.value"),
                Shown(row["value"], Form.PERCENT if row["item"] in IN_SHARES else Form.DECIMAL),
                Shown(row["n"], Form.COUNT),
                Shown(row["score"], Form.COUNT),
                missing() if row["score"] is None else "",
            ]
            for row in report.values["fidelity"]
        ],
    )


def ranking(report: WholeReport) -> Sheet:
    """Every employer, the strongest relationship first."""
    return Sheet(
        _("Ranking"),
        [
            _("Key of the employer"),
            _("Employer"),
            _name("ranking.strength"),
            *(word("strength_part", part) for part in PARTS),
            _("Rung"),
            _("Warmth"),
            _name("ranking.free"),
            _("Tired"),
        ],
        [
            [
                *_employer(report, row),
                Shown(row["strength"], Form.DECIMAL),
                *(Shown(row["parts"][part], Form.DECIMAL) for part in PARTS),
                word("rung", row["ladder"]),
                word("warmth", row["warmth"]),
                Shown(row["free"], Form.COUNT),
                _("yes") if row["fatigued"] else _("no"),
            ]
            for row in report.values["ranking"]
        ],
    )


LISTS: Mapping[str, tuple[Callable[[WholeReport], Sheet], ...]] = MappingProxyType(
    {
        "trials": (rating_rows,),
        "follow_ups": (follow_ups_by_coach, load_by_week, minutes_by_week, forecast_by_week),
        "network": (
            if_a_coach_leaves,
            ties,
            changed_ties,
            positions,
            groups,
            group_members,
            ways_to_work,
            stones,
        ),
        "gaps": (occupations, ownership_mix),
        "equality": (compared_rows,),
        "fidelity": (method_check, hand_sheet),
        "ranking": (ranking,),
    }
)
"""Area of the report → its lists."""


def gap_state(row: Json) -> str:
    """The word for how an occupation is covered."""
    text = GAP_STATES[row["state"]]
    return _(text)


def _name(path: str) -> str:
    return _(measure_of(path).name)


def _coach(report: WholeReport, row: Json) -> tuple[str, str]:
    key = row["coach_id"]
    return key, report.coaches.get(key, "")


def _employer(report: WholeReport, row: Json) -> tuple[str, str]:
    key = row["employer_id"]
    return key, report.employers.get(key, "")


def _counts(row: Json, keys: tuple[str, ...]) -> list[Shown]:
    return [Shown(row[key], Form.COUNT) for key in keys]
