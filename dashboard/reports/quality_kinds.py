"""The kinds of things to mend in the stored rows: where to look, what to do, which figures they hurt."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.i18n import N_

GROUPS: Mapping[str, str] = MappingProxyType(
    {"missing": N_("What is missing"), "stale": N_("What is old"), "odd": N_("What cannot be right")}
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing to mend; its definition is `quality.<key>`.

    Attributes:
        key: its name.
        group: a key of GROUPS.
        tables: where it is looked for.
        remedy: what to do, an English msgid.
        hurts: the figures that are wrong because of it.
    """

    key: str
    group: str
    tables: tuple[str, ...]
    remedy: str
    hurts: tuple[str, ...]


KINDS: tuple[Kind, ...] = (
    Kind(
        "no_position",
        "missing",
        ("employers",),
        N_("Write the postal code or the locality."),
        (
            "gaps.data.no_position",
            "gaps.areas.clients",
        ),
    ),
    Kind(
        "rough_position",
        "missing",
        ("employers",),
        N_("Write the postal code: without it no distance can be measured."),
        ("gaps.areas.clients",),
    ),
    Kind(
        "no_occupation",
        "missing",
        ("employers",),
        N_("Write the occupations, as SSYK."),
        (
            "gaps.occupations.supply",
            "gaps.areas.clients",
            "gaps.unused",
        ),
    ),
    Kind(
        "no_sni",
        "missing",
        ("employers",),
        N_("Write the SNI code."),
        ("gaps.data.no_sni",),
    ),
    Kind(
        "no_coach",
        "missing",
        ("clients",),
        N_("Write who the coach is."),
        (
            "clients.active",
            "fidelity.caseload",
        ),
    ),
    Kind(
        "no_wish",
        "missing",
        ("clients",),
        N_("Write what the client wants to work with, as SSYK."),
        (
            "gaps.occupations.demand",
            "gaps.areas.clients",
        ),
    ),
    Kind(
        "no_postal_code",
        "missing",
        ("clients",),
        N_("Write the postal code; it is only used for distances."),
        ("gaps.areas.clients",),
    ),
    Kind(
        "no_outcome",
        "missing",
        ("placements",),
        N_("Write how it ended."),
        (
            "trials.success",
            "trials.by_outcome",
        ),
    ),
    Kind(
        "no_trade",
        "missing",
        ("placements",),
        N_("Write the occupation, as SSYK."),
        (
            "fidelity.job_diversity",
            "equality.non_traditional.woman",
            "equality.non_traditional.man",
        ),
    ),
    Kind(
        "no_contract",
        "missing",
        ("placements",),
        N_("Write the form of the contract."),
        ("fidelity.permanent_jobs",),
    ),
    Kind(
        "silent",
        "stale",
        ("clients",),
        N_("Write what has happened, or close the client."),
        (
            "clients.active",
            "fidelity.caseload",
        ),
    ),
    Kind(
        "past_plan",
        "stale",
        ("placements",),
        N_("Write the end and the outcome, or move the planned end."),
        (
            "employers.free_places",
            "trials.success",
        ),
    ),
    Kind(
        "left_open",
        "stale",
        ("follow_ups",),
        N_("Write the day it was done, or that it was cancelled."),
        (
            "follow_ups.overdue",
            "follow_ups.on_time",
        ),
    ),
    Kind(
        "outcome_without_end",
        "odd",
        ("placements",),
        N_("Write the end, or take the outcome away."),
        (
            "trials.success",
            "employers.free_places",
        ),
    ),
    Kind(
        "long_trial",
        "odd",
        ("placements",),
        N_("Check start and end."),
        ("employers.occupied",),
    ),
    Kind(
        "overlapping_employments",
        "odd",
        ("placements",),
        N_("Write the end of the first."),
        ("clients.in_work",),
    ),
    Kind(
        "before_enrolment",
        "odd",
        (
            "placements",
            "steps",
        ),
        N_("Check the day, and the day of enrolment."),
        ("clients.to_work",),
    ),
    Kind(
        "reason_without_placement",
        "odd",
        ("clients",),
        N_("Write the placement, or another reason."),
        (
            "clients.to_work",
            "cohort",
        ),
    ),
    Kind(
        "done_and_cancelled",
        "odd",
        ("follow_ups",),
        N_("Take one of the two away."),
        ("follow_ups.on_time",),
    ),
    Kind(
        "done_before_placement",
        "odd",
        ("follow_ups",),
        N_("Check both days."),
        ("follow_ups.on_time",),
    ),
    Kind(
        "twin_employers",
        "odd",
        ("employers",),
        N_("If it is one workplace, keep one of the rows."),
        (
            "employers.total",
            "employers.single_coach",
        ),
    ),
    Kind(
        "outside_municipality",
        "odd",
        ("employers",),
        N_("Check latitude and longitude, and that they have not changed places."),
        ("gaps.areas.clients",),
    ),
    Kind(
        "unknown_code",
        "odd",
        (
            "employers",
            "clients",
            "placements",
        ),
        N_("Check the code."),
        (
            "gaps.occupations.supply",
            "gaps.occupations.demand",
        ),
    ),
    Kind(
        "day_to_come",
        "odd",
        (
            "coaches",
            "employers",
            "clients",
            "cooperation",
            "steps",
            "contacts",
            "placements",
            "follow_ups",
        ),
        N_("Check the year."),
        ("meta.on",),
    ),
)
