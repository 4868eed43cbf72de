"""The report as sheets: one for each area with its figures, and one for each long list.

What a figure is called comes from the registry of definitions, so that the workbook says what the pages say.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from dashboard.analysis.poisson import poisson
from dashboard.i18n import N_, _
from dashboard.reports.definitions import measure_of
from dashboard.reports.definitions.report_parts import OUTCOMES_UNKNOWN
from dashboard.reports.json_values import Json
from dashboard.reports.report_costs import COST_SHEETS
from dashboard.reports.report_lists import LISTS
from dashboard.reports.telling import missing
from dashboard.reports.trace_words import part_word
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Row, Sheet, Shown

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "employers": N_("Employers"),
        "clients": N_("Clients"),
        "waiting": N_("Waiting times"),
        "trials": N_("Trials"),
        "employments": N_("Employments"),
        "cohort": N_("Cohort"),
        "follow_ups": N_("Follow-ups"),
        "network": N_("Network"),
        "gaps": N_("Gaps"),
        "equality": N_("Equality"),
    }
)
"""The areas that have a sheet of figures. The rest of the report is lists."""
SHARES = frozenset({"network.top5_share", "network.density"})
"""Decimals that are shares."""

COUNTS_PER_PERIOD = frozenset(
    {
        *(f"clients.{key}" for key in ("enrolled", "closed", "re_entries")),
        *(f"clients.{key}" for key in ("to_work", "to_studies", "to_work_or_studies")),
        "trials.started",
        "trials.completed",
        *(f"trials.by_outcome.{key}" for key in OUTCOMES_UNKNOWN),
        "employments.started",
        "follow_ups.done",
    }
)
"""What happened in the period, one by one: these counts have an interval of their own."""


def report_sheets(report: WholeReport) -> list[Sheet]:
    """The sheets, in the order of the report: a list comes after its area, cost and benefit last."""
    sheets: list[Sheet] = []
    for area in report.values:
        if area in TITLES:
            sheets.append(_figures(area, report.values[area]))
        sheets += [make(report) for make in LISTS.get(area, ())]
    return sheets + [make(report.supplement.costs) for make in COST_SHEETS]


def _figures(area: str, values: Json) -> Sheet:
    header = [
        _("Figure"),
        _("Category"),
        _("Value"),
        _("Number"),
        _("Of"),
        _("Lower limit, 95 %"),
        _("Upper limit, 95 %"),
        _("Remark"),
    ]
    return Sheet(_(TITLES[area]), header, list(_rows(values, area)))


def _rows(value: Any, path: str) -> Iterator[Row]:
    if isinstance(value, list):
        return
    if not isinstance(value, dict):
        yield _row(path, value)
    elif "share" in value:
        yield _share_row(path, value)
    else:
        for key, each in value.items():
            yield from _rows(each, f"{path}.{key}")


def _row(path: str, value: float | None) -> Row:
    form = Form.PERCENT if path in SHARES else Form.DECIMAL if isinstance(value, float) else Form.COUNT
    limits = _limits_of_count(path, value)
    return [*_label(path, path), Shown(value, form), None, None, *limits, _remark(value)]


def _limits_of_count(path: str, value: float | None) -> Row:
    if path not in COUNTS_PER_PERIOD or value is None:
        return [None, None]
    return [Shown(limit, Form.DECIMAL) for limit in poisson(int(value))]


def _share_row(path: str, value: Json) -> Row:
    low, high = value.get("interval") or (None, None)
    # A share is over its base, a survival curve over those at risk, a cohort over its clients.
    of = value.get("of", value.get("at_risk", value.get("n")))
    number = value["n"] if "of" in value else None
    return [
        *_label(path, f"{path}.share"),
        Shown(value["share"], Form.PERCENT),
        Shown(number, Form.COUNT),
        Shown(of, Form.COUNT),
        Shown(low, Form.PERCENT),
        Shown(high, Form.PERCENT),
        _remark(value["share"]),
    ]


def _remark(value: float | None) -> str:
    return missing() if value is None else ""


def _label(path: str, figure: str) -> tuple[str, str]:
    """What the figure is called, and which category of it this is."""
    measure = measure_of(figure)
    name = _(measure.name)
    if measure.key == "employments.retention":
        return name, _("after {n} days").format(n=path.rpartition(".")[2])
    if path == measure.key:
        return name, ""
    return name, part_word(measure.key, figure.removeprefix(measure.key + "."))
