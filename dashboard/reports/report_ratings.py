"""Ratings beside their targets as a sheet."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.analysis.ratings import Rated
from dashboard.i18n import N_, _
from dashboard.reports.definitions import measure_of
from dashboard.reports.stamped_file import Cell
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Sheet, Shown

STATES: Mapping[str, str] = MappingProxyType(
    {"reached": N_("reached"), "missed": N_("missed"), "cannot_tell": N_("cannot tell")}
)


def rating_rows(report: WholeReport) -> Sheet:
    """One row for clients and one for employers."""
    found = report.supplement.ratings
    return Sheet(
        _("Ratings and targets"),
        [
            _("Figure"),
            _("Value"),
            _("Number"),
            _("Answers"),
            _("Lower limit, 95 %"),
            _("Upper limit, 95 %"),
            _("Target"),
            _("Against the target"),
            _("More answers at least to show it as reached"),
            _("More answers at least to show it as missed"),
            _("Trials"),
            _("Response rate"),
        ],
        [_row("ratings.client", found.client), _row("ratings.employer", found.employer)],
    )


def state_told(rated: Rated) -> str:
    """Reached, missed, or that it cannot be told."""
    text = STATES[rated.judgement.state]
    return _(text)


def _row(key: str, rated: Rated) -> list[Cell | Shown]:
    judged, share = rated.judgement, rated.judgement.share
    low, high = share.interval or (None, None)
    return [
        _(measure_of(key).name),
        Shown(share.share, Form.PERCENT),
        Shown(share.n, Form.COUNT),
        Shown(share.of, Form.COUNT),
        Shown(low, Form.PERCENT),
        Shown(high, Form.PERCENT),
        Shown(judged.target, Form.PERCENT),
        state_told(rated),
        Shown(judged.to_reach, Form.COUNT),
        Shown(judged.to_miss, Form.COUNT),
        Shown(rated.answered.of, Form.COUNT),
        Shown(rated.answered.share, Form.PERCENT),
    ]
