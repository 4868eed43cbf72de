"""The cards about time: to the first contact and placement, and to a first job."""

import numpy as np

from dashboard.analysis.cohort import EMPLOYED, TERMS, Cohort, cohort, cohort_clients, cohort_curve
from dashboard.analysis.competing import Incidence
from dashboard.analysis.half_years import HalfYear, half_years
from dashboard.analysis.survival import Curve
from dashboard.analysis.waiting import ANY_CONTACT, first_contacts, first_placements, time_to
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.outcome_curves import curve_points, curve_rows, grid, incidence_points
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import Column, OutcomeCard, Panel, ShareRow, TableRow, share_cells
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_trials import share_columns
from dashboard.reports.outcome_words import share_finding, uncertain
from dashboard.reports.telling import FEW, days_told

TOLD_IN = "12"


def waiting(ground: OutcomeGround) -> OutcomeCard:
    """How soon the period's new clients have a first contact with an employer, and a first placement."""
    who = ground.basis.enrolled_in_period
    placed = first_placements(ground.basis)
    contacted = np.minimum(placed, first_contacts(ground.basis, ANY_CONTACT))
    contact, placement = (time_to(ground.basis, who, day) for day in (contacted, placed))
    days = sorted({*grid(contact), *grid(placement)})
    return OutcomeCard(
        key="waiting",
        title=title_of("waiting"),
        finding=_waited(contact, placement),
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
            TableRow((_("New clients"), None, *[None] * 3, int(who.sum()), *[None] * 4), "waiting.n"),
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
        measures=("waiting.first_contact_median_days", "waiting.first_placement_median_days", "waiting.n"),
        notes=(
            _("Clients enrolled in the period. Those who still wait count for as long as they have waited."),
        ),
    )


def first_job(ground: OutcomeGround) -> OutcomeCard:
    """How soon a first job comes, studies and closure being other ways out."""
    who = cohort_clients(ground.basis)
    curve, found = cohort_curve(ground.basis, who), cohort(ground.basis)
    days = sorted({*grid(curve), *TERMS.values()})
    at_term = {days: term for term, days in TERMS.items()}
    return OutcomeCard(
        key="first_job",
        title=title_of("first_job"),
        finding=_got_job(found, curve),
        panels=(Panel(_("Have had a first job"), curve=incidence_points(curve, EMPLOYED)),),
        columns=(
            Column(_("Days since enrolment"), "count"),
            Column(_("Share"), "percent"),
            Column(_("Lower limit, 95 %"), "percent"),
            Column(_("Upper limit, 95 %"), "percent"),
            Column(_("Still followed"), "count"),
        ),
        rows=tuple(
            TableRow(
                (day, *_job_cells(curve, found, day)), f"cohort.{at_term[day]}" if day in at_term else ""
            )
            for day in days
        ),
        measures=("cohort",),
        notes=(
            ngettext(
                "{n} client enrolled in the last {months} months, whatever the period.",
                "{n} clients enrolled in the last {months} months, whatever the period.",
                found.clients,
            ).format(n=number(found.clients), months=number(ground.basis.definitions.cohort_months)),
            _("Studies and closure are other ways out: who has left is not counted as waiting for a job."),
        ),
    )


def by_half_year(ground: OutcomeGround) -> OutcomeCard:
    """The half-years' clients side by side."""
    found = half_years(ground.basis)
    followed = [(_half(one), one.share) for one in found if one.share]
    return OutcomeCard(
        key="half_years",
        title=title_of("half_years"),
        finding=_half_year_finding(found),
        panels=(Panel("", shares=tuple(ShareRow(name, share) for name, share in followed)),),
        columns=(Column(_("Enrolled in")), Column(_("Clients"), "count"), *share_columns()),
        rows=tuple(
            TableRow((_half(one), one.clients, *(share_cells(one.share) if one.share else [None] * 5)))
            for one in found
        ),
        measures=("outcomes.half_years",),
        notes=(_("Half-years that not everybody has been followed through for a year have no share yet."),),
    )


def _job_cells(curve: Incidence, found: Cohort, day: int) -> tuple[float | int | None, ...]:
    """As far as anybody was enrolled that long ago: the report says no more either."""
    term = next((term for term, days in TERMS.items() if days == day), "")
    followed = curve.followed(day)
    if term and found.shares[term] is None:
        return None, None, None, followed
    low, high = curve.interval(day, EMPLOYED) or (None, None)
    return curve.at(day, EMPLOYED), low, high, followed


def _waited(contact: Curve, placement: Curve) -> str:
    count = len(contact.lengths)
    if not count:
        return _("Nobody was enrolled in the period, so there is no waiting time.")
    if count < FEW:
        return ngettext(
            "Only **{n}** client was enrolled in the period: too few to say how long it takes.",
            "Only **{n}** clients were enrolled in the period: too few to say how long it takes.",
            count,
        ).format(n=number(count))
    first, placed = contact.median(), placement.median()
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


def _got_job(found: Cohort, curve: Incidence) -> str:
    if not found.clients:
        return _("Nobody has been enrolled in these years.")
    share, day = found.shares[TOLD_IN], TERMS[TOLD_IN]
    if share is None:
        return _("Nobody has been enrolled for as long as a year.")
    if found.clients < FEW:
        return ngettext(
            "Only **{n}** client: too few to say how soon a job comes.",
            "Only **{n}** clients: too few to say how soon a job comes.",
            found.clients,
        ).format(n=number(found.clients))
    told = _("**{share}** of the clients had a first job within a year of enrolment.").format(
        share=percent(share)
    )
    interval = curve.interval(day, EMPLOYED)
    return f"{told} {uncertain(interval)}" if interval else told


def _half_year_finding(found: tuple[HalfYear, ...]) -> str:
    followed = [one for one in found if one.share is not None and one.share.of]
    if not followed:
        return _("No half-year's clients have all been followed for a year yet.")
    last, before = followed[-1], followed[-2] if len(followed) > 1 else None
    said = _("Of those enrolled in {half}, {{share}} had a first job within a year.").format(half=_half(last))
    if last.share is None:
        return ""
    return share_finding(said, last.share, before.share if before else None)


def _half(one: HalfYear) -> str:
    year = str(one.period.first.year)
    if one.period.first.month == 1:
        return _("the first half of {year}").format(year=year)
    return _("the second half of {year}").format(year=year)
