"""The card of who coordinates around the clients, and of the gaps between those who are involved."""

from dashboard.analysis.intervals import Share
from dashboard.analysis.involvement import Involvement, involvement
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
from dashboard.reports.outcome_words import counted, share_finding
from dashboard.reports.telling import days_told
from dashboard.words import word


def coordination(ground: OutcomeGround) -> OutcomeCard:
    """Who coordinates on the day, and who had days with nobody in the period."""
    found, active = involvement(ground.basis), int(ground.basis.scope.active_client.sum())
    parties = sorted(found.coordinates.items(), key=lambda row: -row[1]) if found else []
    shares = _shares(found) if found else ()
    return OutcomeCard(
        key="coordination",
        title=title_of("coordination"),
        finding=_finding(found),
        panels=(
            Panel(_("Of the clients"), shares=tuple(ShareRow(name, share) for name, share in shares)),
            Panel(
                _("Coordinates, by party"),
                counts=tuple(CountRow(word("referrer", party), count) for party, count in parties if count),
            ),
        ),
        columns=(Column(_("Figure")), *share_columns()),
        rows=(
            TableRow((_("Active clients"), active, *[None] * 4), "clients.active"),
            *(TableRow((name, *share_cells(share))) for name, share in shares),
            *(TableRow((word("referrer", party), count, *[None] * 4)) for party, count in parties),
        ),
        measures=("outcomes.coordination", "outcomes.gaps", "clients.active"),
        notes=_notes(found) if found else (),
    )


def _shares(found: Involvement) -> tuple[tuple[str, Share], ...]:
    return (
        (_("Somebody coordinates"), Share(found.coordinated, found.with_somebody)),
        (_("Had a gap in the period"), Share(found.with_gap, found.followed)),
    )


def _finding(found: Involvement | None) -> str:
    if found is None:
        return _("Nothing is recorded of who else is involved.")
    if not found.with_somebody and not found.followed:
        return _("Nobody is recorded as involved around the clients of the period.")
    parts = []
    if found.with_somebody:
        share = counted(Share(found.coordinated, found.with_somebody))
        parts.append(
            _("Somebody coordinates for {share} active clients with others involved.").format(share=share)
        )
    if not found.with_gap:
        parts.append(_("Nobody has had a gap in the period."))
        return " ".join(parts)
    said = _("{share} clients had days in the period when all who had been involved were gone.")
    parts.append(share_finding(said, Share(found.with_gap, found.followed)))
    return " ".join(parts)


def _notes(found: Involvement) -> tuple[str, ...]:
    notes = [_("A gap is the days between the last who left and the next who came, or until the day.")]
    if found.median_gap is not None:
        half = ngettext(
            "Half of the gaps are {days} or longer; {n} client still has nobody.",
            "Half of the gaps are {days} or longer; {n} clients still have nobody.",
            found.still_open,
        )
        notes.append(half.format(days=days_told(found.median_gap), n=number(found.still_open)))
    return tuple(notes)
