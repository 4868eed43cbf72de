"""How a card of groups side by side is put together: its finding, its table with a row a group, its notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.i18n import N_, _
from dashboard.reports.outcome_parts import Column, OutcomeCard, Panel, TableRow, Value
from dashboard.reports.side_dots import Dots
from dashboard.reports.side_ground import SideGround
from dashboard.reports.side_groups import OF_UNITS, Group
from dashboard.reports.side_parts import DotPanel, Grid, SideCard
from dashboard.reports.side_titles import title_of
from dashboard.reports.side_words import (
    OF_SHARES,
    Phrases,
    apart_in,
    compared_in_words,
    how_compared,
    said_of,
)

GROUP_NAMES: Mapping[str, str] = {
    "unit": N_("Unit"),
    "programme": N_("Programme"),
    "district": N_("District"),
    "referrer": N_("Referrer"),
    "ownership": N_("Ownership"),
    "round": N_("Round of admission"),
}
"""What one of the groups is called, as English msgids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a card holds, before its groups are named.

    Attributes:
        key: its name in addresses and ids.
        measures: the figures that it shows.
        columns: the columns of its table after the group's name.
        cells: a row of those for each group.
        groups: the groups, when not all of the ground's have a row.
        finding: what the numbers say.
        notes: what is said under the pictures.
        panels: pictures with bars.
        dots: pictures with dots.
        grid: a picture that is a table.
        paths: the columns that the report of one group has too: (place in `columns`, key of the report).
    """

    key: str
    measures: tuple[str, ...]
    columns: tuple[Column, ...]
    cells: Sequence[tuple[Value, ...]]
    groups: Sequence[Group] | None = None
    finding: str = ""
    notes: tuple[str, ...] = ()
    panels: tuple[Panel, ...] = ()
    dots: tuple[DotPanel, ...] = ()
    grid: Grid | None = None
    paths: tuple[tuple[int, str], ...] = ()


def dotted(ground: SideGround, dots: Sequence[Dots], made: Made, phrases: Phrases = OF_SHARES) -> SideCard:
    """A card of dots; its finding is that of the first picture, and who stands apart in the others.

    Args:
        ground: the groups.
        dots: the pictures.
        made: all the rest.
        phrases: how a difference is said.
    """
    first = dots[0]
    return card_of(
        ground,
        replace(
            made,
            finding=" ".join(
                [
                    compared_in_words(first.told, first.whole, phrases),
                    *(_apart(one, phrases) for one in dots[1:] if apart_in(one.told)),
                ]
            ),
            measures=(*made.measures, "side.apart"),
            notes=(*how_compared(first.told, len(dots)), *made.notes),
            dots=tuple(one.panel for one in dots if one.panel.rows),
        ),
    )


def _apart(dots: Dots, phrases: Phrases) -> str:
    """What is said of another picture than the first: its title, and who stands apart in it."""
    return _("{title}: {finding}").format(
        title=dots.panel.title, finding=" ".join(said_of(apart_in(dots.told), phrases))
    )


def card_of(ground: SideGround, made: Made) -> SideCard:
    """The card, a row a group; units are told with their municipality."""
    groups = ground.groups if made.groups is None else made.groups
    in_places = ground.grouping in OF_UNITS
    before = [Column(_(GROUP_NAMES[ground.grouping])), *([Column(_("Municipality"))] if in_places else [])]
    rows = tuple(
        TableRow((ground.name(group), *((ground.where(group),) if in_places else ()), *cells))
        for group, cells in zip(groups, made.cells, strict=True)
    )
    told = OutcomeCard(
        key=made.key,
        title=title_of(made.key, ground.grouping),
        finding=made.finding,
        panels=made.panels,
        columns=(*before, *made.columns),
        rows=rows,
        measures=made.measures,
        notes=made.notes,
    )
    return SideCard(
        told,
        made.dots,
        made.grid,
        groups=tuple(group.key for group in groups),
        paths=tuple((len(before) + place, path) for place, path in made.paths),
    )


def share_columns(title: str = "") -> tuple[Column, ...]:
    """Number, of, share and limits; with the picture's title before, when a card has several."""
    before = f"{title}: " if title else ""
    named = (
        (_("Number"), "count"),
        (_("Of"), "count"),
        (_("Share"), "percent"),
        (_("Lower limit, 95 %"), "percent"),
        (_("Upper limit, 95 %"), "percent"),
    )
    return tuple(Column(f"{before}{name.lower() if before else name}", kind) for name, kind in named)
