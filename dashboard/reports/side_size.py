"""The card of how many there are in each group, with the counts behind the other cards."""

from collections.abc import Mapping
from typing import Any

from dashboard.analysis.clients import client_numbers
from dashboard.analysis.trials import trial_numbers
from dashboard.i18n import N_, _, ngettext, number
from dashboard.reports.outcome_parts import Column, CountRow, Panel
from dashboard.reports.side_ground import SideGround
from dashboard.reports.side_parts import SideCard
from dashboard.reports.side_table import Made, card_of

OF_CLIENTS: Mapping[str, str] = {
    "active": N_("Active clients"),
    "enrolled": N_("New clients"),
    "served": N_("Served in the period"),
    "closed": N_("Closed in the period"),
    "to_work": N_("Got work in the period"),
    "to_studies": N_("Began to study in the period"),
    "to_work_or_studies": N_("Either of the two"),
    "in_work": N_("In work on the day"),
}
"""Counts of clients, by their key in the report."""
OF_TRIALS: Mapping[str, str] = {
    "started": N_("Started in the period"),
    "running": N_("Running on the day"),
    "completed": N_("Completed in the period"),
}
"""Counts of trials, for what parts the employers and not the clients."""
DRAWN = 2
"""The first of the counts are drawn."""


def size(ground: SideGround) -> SideCard:
    """How many clients each group has; of forms of ownership, how many trials."""
    of_employers = ground.grouping == "ownership"
    names, area = (OF_TRIALS, "trials") if of_employers else (OF_CLIENTS, "clients")
    found: list[Any] = [
        trial_numbers(group.basis) if of_employers else client_numbers(group.basis) for group in ground.groups
    ]
    cells = [tuple(getattr(one, key) for key in names) for one in found]
    made = Made(
        key="size",
        measures=tuple(f"{area}.{key}" for key in names),
        columns=tuple(Column(_(name), "count") for name in names.values()),
        cells=cells,
        finding=_finding(ground, [row[0] for row in cells], of_employers=of_employers),
        panels=tuple(
            Panel(_(name), counts=_bars(ground, [row[place] for row in cells]))
            for place, name in enumerate(list(names.values())[:DRAWN])
        ),
        paths=tuple((place, f"{area}.{key}") for place, key in enumerate(names)),
    )
    return card_of(ground, made)


def _bars(ground: SideGround, counts: list[int]) -> tuple[CountRow, ...]:
    rows = [CountRow(name, count) for name, count in zip(ground.names, counts, strict=True)]
    return tuple(sorted(rows, key=lambda row: -row.count)) if any(counts) else ()


def _finding(ground: SideGround, counts: list[int], *, of_employers: bool) -> str:
    total = sum(counts)
    if not total:
        return _("There is nothing to set side by side.")
    most = max(range(len(counts)), key=lambda place: counts[place])
    held = sum(count > 0 for count in counts)
    said = (
        ngettext(
            "**{n}** trial started in the period in {groups} groups; most in {name}, {most}.",
            "**{n}** trials started in the period in {groups} groups; most in {name}, {most}.",
            total,
        )
        if of_employers
        else ngettext(
            "**{n}** active client in {groups} groups; most in {name}, {most}.",
            "**{n}** active clients in {groups} groups; most in {name}, {most}.",
            total,
        )
    )
    return said.format(
        n=number(total), groups=number(held), name=ground.names[most], most=number(counts[most])
    )
