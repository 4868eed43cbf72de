"""What a choice comes to before it is protected: exact, and for the unit's own process alone."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.domain.disclosure import System
from dashboard.domain.publication import TABLES
from dashboard.domain.publication_choice import Choice
from dashboard.reports import publish_beside as beside
from dashboard.reports import publish_employers as employers
from dashboard.reports import publish_people as people
from dashboard.reports import publish_work as work
from dashboard.reports.publish_beside import CostPlan, TargetPlan
from dashboard.reports.publish_blocks import Block, joined, persons, system_of
from dashboard.reports.report_input import ReportInput

HEADLINE = frozenset(
    {
        "people.served",
        "people.active",
        "people.to_work_or_studies",
        "people.to_work_or_studies.share",
        "people.in_work",
        "trials.success.share",
        "retention.182.share",
    }
)
"""What the page begins with, and is hidden last of all."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that will be public, as it is.

    Attributes:
        block: counts, relations and the plans of the tables.
        system: the same, for the audit.
        targets: targets to show, when their shares may be.
        costs: cost and benefit; None when it is not to be shown, or cannot be.
        floor: the smallest number of persons that is shown.
    """

    block: Block
    system: System
    targets: tuple[TargetPlan, ...]
    costs: CostPlan | None
    floor: int


def material(given: ReportInput, choice: Choice, salt: bytes) -> Material:
    """Count what a choice holds, by the same functions as the report.

    Args:
        given: the whole unit on the last day of the period.
        choice: what is to be public.
        salt: what digests of persons are made with.
    """
    who, floor = persons(given, salt), given.definitions.published_from
    halves = people.halves_to(given.period.last, _since(given))
    makers: Mapping[str, Callable[[], Block]] = {
        "people": lambda: people.people(given, who),
        "steps": lambda: people.steps(given, who),
        "gender": lambda: people.gender(given, who),
        "gender_results": lambda: people.gender_results(given, who),
        "trials": lambda: work.trials(given, who, floor),
        "retention": lambda: work.retention(given, who),
        "half_years": lambda: people.half_years(given, who, halves),
        "employer_kinds": lambda: employers.employer_kinds(given, who, floor),
        "rungs": lambda: employers.rungs(given),
        "growth": lambda: employers.growth(given, halves),
        "areas": lambda: employers.areas(given, floor),
        "wishes": lambda: employers.wishes(given, who, floor),
    }
    blocks = [makers[table]() for table in TABLES if table in choice.tables]
    aims, plans = beside.targets(given, who) if choice.targets else (Block(), ())
    block = joined([*blocks, aims, beside.quality(given, who)])
    costs = beside.costs(given, floor) if choice.costs else None
    return Material(block, system_of(block), plans, costs, floor)


def _since(given: ReportInput) -> dt.date:
    """The first day of anything the unit did: a half-year before it would be a row of zeros."""
    world = given.scope.coded.world
    first = min(world.clients["enrolled_on"].min(), world.placements["started_on"].min())
    return given.period.first if pd.isna(first) else min(first.date(), given.period.first)
