"""A protected release as the publication that is frozen: what is hidden is gone from here on."""

import datetime as dt
from collections.abc import Mapping

from dashboard.analysis.intervals import wilson
from dashboard.analysis.suppression import SMALLEST_BASE
from dashboard.domain.disclosure import Release
from dashboard.domain.publication import (
    HIDDEN,
    MISSING,
    Cell,
    Language,
    Part,
    Publication,
    Table,
    TargetResult,
)
from dashboard.domain.publication_choice import Choice
from dashboard.reports.publish_beside import TargetPlan, benchmarks, target_name
from dashboard.reports.publish_blocks import PartPlan, TablePlan
from dashboard.reports.publish_material import Material
from dashboard.reports.publish_work import interval_to_steps

Words = Mapping[Language, Mapping[str, str]]
NO_WORDS: Words = {"sv": {}, "en": {}}


def publication_of(
    found: Material,
    release: Release,
    choice: Choice,
    key: str,
    published_on: dt.date,
    *,
    words: Words = NO_WORDS,
    invented: bool = False,
) -> Publication:
    """The publication that a release is shown as.

    Args:
        found: what it was made from; only plans and what was never about persons are taken from it.
        release: what may be shown.
        choice: what the manager chose.
        key: its random name.
        published_on: the day.
        words: the unit's own words, in both languages.
        invented: whether it is the demo's.
    """
    costs = found.costs
    return Publication(
        key=key,
        unit=choice.unit,
        first=choice.first,
        last=choice.last,
        published_on=published_on,
        floor=found.floor,
        words=words,
        tables=tuple(_table(plan, release) for plan in found.block.tables),
        targets=tuple(_target(plan, found, release) for plan in found.targets),
        benchmarks=benchmarks() if choice.benchmarks else (),
        costs=costs.lines if costs else (),
        turns_at=costs.turns_at if costs else None,
        quality=_quality(found, release),
        contact={name: text for name, text in choice.contact.items() if text},
        invented=invented,
    )


def _table(plan: TablePlan, release: Release) -> Table:
    return Table(
        plan.key,
        tuple(_cell(key, release.counts.get(count)) for key, count in plan.cells),
        tuple(part_of(part, release) for part in plan.parts),
    )


def _cell(key: str, count: int | None) -> Cell:
    return Cell(key, None, HIDDEN) if count is None else Cell(key, count)


def part_of(plan: PartPlan, release: Release) -> Part:
    """A share as it will be shown."""
    if plan.ratio not in release.shares:
        return Part(plan.key, None, sign=MISSING)
    shown = release.shares[plan.ratio]
    if shown is None:
        return Part(plan.key, None, sign=HIDDEN)
    per_cent = shown if plan.instead is None else plan.instead
    return Part(plan.key, per_cent, *_limits(per_cent, plan, release))


def _limits(shown: int, plan: PartPlan, release: Release) -> tuple[int | None, int | None]:
    """An interval of what is shown, not of what is true: it must tell nothing that the share does not."""
    base = _base(shown, plan, release)
    return interval_to_steps(wilson(shown / 100 * base, base))


def _base(shown: int, plan: PartPlan, release: Release) -> int:
    """The base for an interval, never larger than what readers can work out themselves.

    Of a share over time it is Peto's: so many as would have begun, had all been followed that long. Where
    neither is told it is what is shown of the base, if only the smallest that any share has. A share that
    stands in no table has its base in whole tens: no other number rests on that.
    """
    told = [release.counts.get(count) for count in plan.told_by]
    known = [count for count in told if count is not None]
    if known and len(known) == len(told):
        return plan.base
    part = release.counts.get(plan.part)
    if part and shown:
        return max(SMALLEST_BASE, 100 * part // shown)
    if plan.told_by or plan.part:
        return max(SMALLEST_BASE, sum(known))
    return plan.base - plan.base % SMALLEST_BASE


def _target(plan: TargetPlan, found: Material, release: Release) -> TargetResult:
    part = part_of(next(one for one in found.block.extra if one.key == plan.key), release)
    return TargetResult(target_name(plan.key), plan.aim, plan.state if part.sign == "" else "open", part)


def _quality(found: Material, release: Release) -> dict[str, int]:
    """How much is known, where that may be told."""
    shares = {
        plan.key.removeprefix("quality."): release.shares.get(plan.ratio)
        for plan in found.block.extra
        if plan.key.startswith("quality.")
    }
    return {key: share for key, share in shares.items() if share is not None}
