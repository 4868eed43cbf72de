"""The card of those who come back: how many, how long they were away, and why they left."""

from dashboard.analysis.returns import Returns, returns
from dashboard.i18n import _, ngettext, number
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import (
    Column,
    CountRow,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import share_finding
from dashboard.reports.state import UNKNOWN
from dashboard.reports.telling import days_told
from dashboard.words import word


def came_back(ground: OutcomeGround) -> OutcomeCard:
    """The new clients who had been enrolled before, this period and the one before."""
    found, before = returns(ground.basis), returns(ground.before)
    reasons = {key: _reason(key) for key in found.by_reason}
    shares = ((_("Enrolled before"), found.share), (_("the period before"), before.share))
    return OutcomeCard(
        key="returns",
        title=title_of("returns"),
        finding=_finding(found, before),
        panels=(
            Panel(
                _("Of the new clients"),
                shares=tuple(ShareRow(name, share) for name, share in shares) if found.share.of else (),
            ),
            Panel(
                _("Why they had left"),
                counts=tuple(
                    CountRow(reasons[key], count) for key, count in found.by_reason.items() if count
                ),
            ),
        ),
        columns=(Column(_("Figure")), *share_columns()),
        rows=(
            *(TableRow((name, *share_cells(share))) for name, share in shares),
            TableRow((_("New clients"), found.share.of, *[None] * 4), "clients.enrolled"),
            TableRow((_("of them back again"), found.share.n, *[None] * 4), "clients.re_entries"),
            *(TableRow((reasons[key], count, *[None] * 4)) for key, count in found.by_reason.items()),
        ),
        measures=("outcomes.returns", "clients.enrolled", "clients.re_entries"),
        notes=_notes(found),
    )


def _reason(key: str) -> str:
    return _("Not known") if key == UNKNOWN else word("closing_reason", key)


def _finding(found: Returns, before: Returns) -> str:
    if not found.share.of:
        return _("Nobody was enrolled in the period.")
    if not found.share.n:
        return ngettext(
            "The **{n}** new client had not been enrolled before.",
            "None of the **{n}** new clients had been enrolled before.",
            found.share.of,
        ).format(n=number(found.share.of))
    return share_finding(_("{share} new clients had been enrolled before."), found.share, before.share)


def _notes(found: Returns) -> tuple[str, ...]:
    if found.median_away is None:
        return ()
    said = ngettext(
        "{n} of them has a former enrolment with a closing day; half had been away for {days} or more.",
        "{n} of them have a former enrolment with a closing day; half had been away for {days} or more.",
        found.known,
    )
    return (said.format(n=number(found.known), days=days_told(found.median_away)),)
