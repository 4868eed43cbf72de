"""The comparison with the period before, as a sheet."""

from dashboard.i18n import _
from dashboard.reports.comparison import Compared
from dashboard.reports.definitions import measure_of
from dashboard.reports.stamped_file import Cell
from dashboard.reports.telling import missing
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Sheet, Shown


def compared_rows(report: WholeReport) -> Sheet:
    """One row a share: now, before, the difference and what may be said of it."""
    found = report.further().comparison
    period, before = (f"{each.first} – {each.last}" for each in (report.period, found.before))
    return Sheet(
        _("Compared with before"),
        [
            _("Figure"),
            period,
            _("Number"),
            _("Of"),
            before,
            _("Number"),
            _("Of"),
            _("Difference"),
            _("Lower limit, 95 %"),
            _("Upper limit, 95 %"),
            _("What can be said"),
        ],
        [_row(each) for each in found.shares],
    )


def verdict(compared: Compared) -> str:
    """What may be said of the difference."""
    if compared.difference is None:
        return missing()
    if not compared.changed:
        return _("no certain change")
    return _("up") if compared.difference > 0 else _("down")


def _row(compared: Compared) -> list[Cell | Shown]:
    low, high = compared.interval or (None, None)
    return [
        _(measure_of(f"{compared.path}.share").name),
        *(
            cell
            for share in (compared.after, compared.before)
            for cell in (
                Shown(share.share, Form.PERCENT),
                Shown(share.n, Form.COUNT),
                Shown(share.of, Form.COUNT),
            )
        ),
        Shown(compared.difference, Form.PERCENT),
        Shown(low, Form.PERCENT),
        Shown(high, Form.PERCENT),
        verdict(compared),
    ]
