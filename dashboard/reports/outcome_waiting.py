"""The card of the time to the first contact with an employer, and to the first placement."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.several import Sample, compare_waits
from dashboard.analysis.waiting import ANY_CONTACT, first_contacts, first_placements, lengths_to
from dashboard.i18n import _, ngettext, number
from dashboard.reports.outcome_curves import curve_points, curve_rows, grid
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import Column, OutcomeCard, Panel, TableRow
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.telling import FEW, days_told


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """How long a period's new clients waited.

    Attributes:
        contact: for the first contact with an employer, or placement.
        placement: for the first placement.
    """

    contact: Sample
    placement: Sample

    @property
    def clients(self) -> int:
        """How many were enrolled in the period."""
        return len(self.contact.lengths)


def waiting(ground: OutcomeGround) -> OutcomeCard:
    """How soon the period's new clients have a first contact with an employer, and a first placement."""
    now, before = _waits(ground.basis), _waits(ground.before)
    contact, placement = now.contact.curve, now.placement.curve
    days = sorted({*grid(contact), *grid(placement)})
    return OutcomeCard(
        key="waiting",
        title=title_of("waiting"),
        finding=waited(now, before),
        panels=(
            Panel(_("First contact with an employer"), curve=curve_points(contact, rising=True)),
            Panel(_("First placement"), curve=curve_points(placement, rising=True)),
        ),
        columns=(
            Column(_("Figure")),
            Column(_("Days since enrolment"), "count"),
            Column(_("First contact: share"), "percent"),
            Column(_("First contact: lower"), "percent"),
            Column(_("First contact: upper"), "percent"),
            Column(_("First contact: still waiting"), "count"),
            Column(_("First placement: share"), "percent"),
            Column(_("First placement: lower"), "percent"),
            Column(_("First placement: upper"), "percent"),
            Column(_("First placement: still waiting"), "count"),
        ),
        rows=(
            *(
                TableRow((name, curve.median(), *[None] * 8), f"waiting.{key}")
                for name, curve, key in (
                    (_("Half have had a first contact"), contact, "first_contact_median_days"),
                    (_("Half have had a first placement"), placement, "first_placement_median_days"),
                )
            ),
            TableRow((_("New clients"), None, *[None] * 3, now.clients, *[None] * 4), "waiting.n"),
            *(
                TableRow((f"{name} ({_('the period before')})", median, *[None] * 8))
                for name, median in (
                    (_("Half have had a first contact"), before.contact.curve.median()),
                    (_("Half have had a first placement"), before.placement.curve.median()),
                )
            ),
            *(
                TableRow(
                    (
                        _("Within {days}").format(days=days_told(day)),
                        day,
                        *curve_rows(contact, day, rising=True),
                        *curve_rows(placement, day, rising=True),
                    )
                )
                for day in days
            ),
        ),
        measures=(
            "waiting.first_contact_median_days",
            "waiting.first_placement_median_days",
            "waiting.n",
            "outcomes.waiting_change",
        ),
        notes=(
            _("Clients enrolled in the period. Those who still wait count for as long as they have waited."),
        ),
    )


def _waits(basis: Basis) -> Waits:
    who, placed = basis.enrolled_in_period, first_placements(basis)
    contacted = np.minimum(placed, first_contacts(basis, ANY_CONTACT))
    return Waits(Sample(*lengths_to(basis, who, contacted)), Sample(*lengths_to(basis, who, placed)))


def waited(now: Waits, before: Waits) -> str:
    """How long half have waited, and whether it was longer or shorter one period earlier."""
    count, contact, placement = now.clients, now.contact.curve, now.placement.curve
    if not count:
        return _("Nobody was enrolled in the period, so there is no waiting time.")
    if count < FEW:
        return ngettext(
            "Only **{n}** client was enrolled in the period: too few to say how long it takes.",
            "Only **{n}** clients were enrolled in the period: too few to say how long it takes.",
            count,
        ).format(n=number(count))
    return f"{_half(count, contact.median(), placement.median())} {_changed(now.contact, before.contact)}"


def _half(count: int, first: int | None, placed: int | None) -> str:
    if first is None:
        return _(
            "Fewer than half of the **{n}** new clients have had a first contact with an employer."
        ).format(n=number(count))
    told = _(
        "Half of the **{n}** new clients had a first contact with an employer within **{days}**."
    ).format(n=number(count), days=days_told(first))
    if placed is None:
        return f"{told} " + _("Fewer than half of them have had a first placement.")
    return f"{told} " + _("Half of them had a first placement within **{days}**.").format(
        days=days_told(placed)
    )


def _changed(now: Sample, before: Sample) -> str:
    """Longer, shorter, cannot tell, or too few to compare with."""
    verdict, _other = compare_waits([now, before], FEW)
    if verdict == "few":
        return _("There were too few new clients in the period before to compare with.")
    median = before.curve.median()
    was = _("then: {days}").format(days=_("not reached by half") if median is None else days_told(median))
    told = {
        "lower": _("The first contact comes **sooner** than in the period before ({was})."),
        "higher": _("The first contact comes **later** than in the period before ({was})."),
        "alike": _(
            "Whether the first contact comes sooner or later than in the period before ({was}) cannot be "
            "told."
        ),
    }
    return told[verdict].format(was=was)
