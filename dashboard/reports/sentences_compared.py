"""What the report says about the period beside the one before."""

from collections.abc import Iterator

from dashboard.analysis.intervals import Share
from dashboard.i18n import _, day
from dashboard.reports.comparison import Compared
from dashboard.reports.definitions import measure_of
from dashboard.reports.telling import listed, missing, rate_told
from dashboard.reports.whole_report import WholeReport


def compared(report: WholeReport) -> Iterator[str]:
    """Which shares have changed since the period before, and which only look as if they had."""
    found = report.further().comparison
    yield _("The period before: {first} – {last}.").format(
        first=day(found.before.first), last=day(found.before.last)
    )
    told = [each for each in found.shares if each.difference is not None]
    changed = [each for each in told if each.changed]
    for each in changed:
        yield _changed(each)
    alike = listed(
        _("{figure} {before} → {after}").format(
            figure=_name(each), before=_share(each.before), after=_share(each.after)
        )
        for each in told
        if not each.changed
    )
    if alike:
        yield _("No certain change: {figures}.").format(figures=alike)
    unknown = listed(_name(each) for each in found.shares if each.difference is None)
    if unknown:
        yield _("For the rest, {missing}: {items}.").format(missing=missing(), items=unknown)


def _changed(compared: Compared) -> str:
    sentence = (
        _("Up: {figure}, from {before} to {after}.")
        if (compared.difference or 0) > 0
        else _("Down: {figure}, from {before} to {after}.")
    )
    return sentence.format(
        figure=_name(compared), before=_share(compared.before), after=_share(compared.after)
    )


def _name(compared: Compared) -> str:
    return _(measure_of(f"{compared.path}.share").name)


def _share(share: Share) -> str:
    return rate_told(share.share)
