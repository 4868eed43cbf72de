"""The cards of time with the groups side by side: to enrolment, to a first contact, and in employment."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.queue import enrolment_lengths, has_applied, is_waiting
from dashboard.analysis.retention import job_lengths
from dashboard.analysis.several import Sample
from dashboard.analysis.waiting import ANY_CONTACT, first_contacts, first_placements, lengths_to
from dashboard.i18n import N_, _
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
        measures=("waiting.first_contact_median_days", "waiting.n"),
        columns=(*_median_columns(), Column(_("New clients"), "count")),
        cells=dots.cells,
        paths=((0, "waiting.first_contact_median_days"), (3, "waiting.n")),
        notes=(_("Groups are compared with the log-rank test, which counts those who still wait."),),
    )
    return dotted(ground, [dots], made, OF_DAYS)


def to_enrolment(ground: SideGround) -> SideCard:
    """How long it takes from application to enrolment."""
    samples = [_applied(group.basis) for group in ground.groups]
    dots = waiting_dots("", ground.names, samples, _applied(ground.whole).curve, N_("{n} applied"))
    made = Made(
        key="to_enrolment",
        measures=("outcomes.queue",),
        columns=(*_median_columns(), Column(_("Have applied"), "count"), Column(_("Wait now"), "count")),
        cells=[
            (*cells, _still_wait(group.basis)) for cells, group in zip(dots.cells, ground.groups, strict=True)
        ],
        notes=(_("All who have applied by the day, whatever the period; those who still wait are counted."),),
    )
    return dotted(ground, [dots], made, OF_DAYS)


def lasting(ground: SideGround) -> SideCard:
    """The employments that still run after half a year."""
    samples = [_jobs(group.basis) for group in ground.groups]
    dots = lasting_dots("", ground.names, samples, _jobs(ground.whole).curve, HALF_A_YEAR)
    made = Made(
        key="lasting",
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


def _applied(basis: Basis) -> Sample:
    return Sample(*enrolment_lengths(basis, has_applied(basis)))


def _still_wait(basis: Basis) -> int:
    return int((has_applied(basis) & is_waiting(basis)).sum())


def _median_columns() -> tuple[Column, ...]:
    return (
        Column(_("Median days"), "count"),
        Column(_("Lower limit, 95 %"), "count"),
        Column(_("Upper limit, 95 %"), "count"),
    )


def _jobs(basis: Basis) -> Sample:
    return Sample(*job_lengths(basis))
