"""The cards of time with the groups side by side: to a first contact, and how long employments last."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.retention import job_lengths
from dashboard.analysis.several import Sample
from dashboard.analysis.waiting import ANY_CONTACT, first_contacts, first_placements, lengths_to
from dashboard.i18n import _
from dashboard.reports.outcome_parts import Column
from dashboard.reports.side_dots import lasting_dots, waiting_dots
from dashboard.reports.side_ground import SideGround
from dashboard.reports.side_parts import SideCard
from dashboard.reports.side_table import Made, dotted
from dashboard.reports.side_words import OF_DAYS

HALF_A_YEAR = 182


def first_contact(ground: SideGround) -> SideCard:
    """How soon new clients have a first contact with an employer."""
    samples = [_contacts(group.basis) for group in ground.groups]
    dots = waiting_dots("", ground.names, samples, _contacts(ground.whole).curve)
    made = Made(
        key="first_contact",
        title=_("Time to a first contact with an employer"),
        measures=("waiting.first_contact_median_days", "waiting.n"),
        columns=(
            Column(_("Median days"), "count"),
            Column(_("Lower limit, 95 %"), "count"),
            Column(_("Upper limit, 95 %"), "count"),
            Column(_("New clients"), "count"),
        ),
        cells=dots.cells,
        paths=((0, "waiting.first_contact_median_days"), (3, "waiting.n")),
        notes=(_("Groups are compared with the log-rank test, which counts those who still wait."),),
    )
    return dotted(ground, [dots], made, OF_DAYS)


def lasting(ground: SideGround) -> SideCard:
    """The employments that still run after half a year."""
    samples = [_jobs(group.basis) for group in ground.groups]
    dots = lasting_dots("", ground.names, samples, _jobs(ground.whole).curve, HALF_A_YEAR)
    made = Made(
        key="lasting",
        title=_("Still in the job after half a year"),
        measures=("employments.retention",),
        columns=(
            Column(_("Share"), "percent"),
            Column(_("Lower limit, 95 %"), "percent"),
            Column(_("Upper limit, 95 %"), "percent"),
            Column(_("Still followed"), "count"),
        ),
        cells=dots.cells,
        paths=((0, f"employments.retention.{HALF_A_YEAR}"),),
        notes=(_("All employments begun by the day, whatever the period."),),
    )
    return dotted(ground, [dots], made)


def _contacts(basis: Basis) -> Sample:
    contacted = np.minimum(first_placements(basis), first_contacts(basis, ANY_CONTACT))
    return Sample(*lengths_to(basis, basis.enrolled_in_period, contacted))


def _jobs(basis: Basis) -> Sample:
    return Sample(*job_lengths(basis))
