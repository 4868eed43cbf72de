"""The cards about the time to a first job: the curve, and the half-years side by side."""

from dashboard.analysis.cohort import EMPLOYED, TERMS, Cohort, cohort, cohort_clients, cohort_curve
from dashboard.analysis.competing import Incidence
from dashboard.analysis.half_years import HalfYear, half_years
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.outcome_curves import grid, incidence_points
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import (
    Column,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import share_finding, uncertain
from dashboard.reports.telling import FEW

TOLD_IN = "12"


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
