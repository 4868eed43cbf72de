"""The cards of the network with the groups side by side: employers by rung, and those with a single coach."""

from dashboard.analysis.intervals import Share
from dashboard.analysis.ladder_state import LadderState
from dashboard.domain.vocabulary import RUNGS
from dashboard.i18n import _, number, percent
from dashboard.reports.outcome_parts import Column
from dashboard.reports.side_dots import share_dots
from dashboard.reports.side_ground import SideGround
from dashboard.reports.side_groups import Group
from dashboard.reports.side_parts import Grid, SideCard
from dashboard.reports.side_table import Made, card_of, dotted, share_columns
from dashboard.words import word

HIRED = 4
"""The rung from which an employer has hired."""


def rungs(ground: SideGround) -> SideCard:
    """The employers of each group by rung of the ladder."""
    counts = [_by_rung(_employers(ground, group)) for group in ground.groups]
    columns = [f"{rung} {word('rung', rung)}" for rung in RUNGS]
    order = sorted(range(len(counts)), key=lambda place: -sum(counts[place]))
    made = Made(
        key="rungs",
        measures=("employers.by_ladder",),
        columns=tuple(Column(name, "count") for name in columns),
        cells=counts,
        finding=_hired(ground, counts),
        grid=Grid(
            classes=tuple(columns),
            rows=tuple((ground.names[place], counts[place]) for place in order),
            caption=_("Number of employers; the stronger the colour, the larger part of the group's own."),
        )
        if any(map(sum, counts))
        else None,
        paths=tuple((place, f"employers.by_ladder.{rung}") for place, rung in enumerate(RUNGS)),
        notes=_shared(ground),
    )
    return card_of(ground, made)


def single_coach(ground: SideGround) -> SideCard:
    """Of the employers with an active tie: those that hang on one coach."""
    shares = [_single(_employers(ground, group)) for group in ground.groups]
    whole = _single(ground.employers(None))
    dots = share_dots("", ground.names, shares, whole)
    made = Made(
        key="single_coach",
        measures=("employers.single_coach", "network.employers"),
        columns=share_columns(),
        cells=dots.cells,
        notes=_shared(ground),
    )
    return dotted(ground, [dots], made)


def _employers(ground: SideGround, group: Group) -> LadderState:
    """A group's employers; those of a form of ownership are a part of the selection's own."""
    if ground.grouping != "ownership":
        return ground.employers(group)
    return ground.employers(None).owned(group.key)


def _by_rung(found: LadderState) -> tuple[int, ...]:
    return tuple(int((found.rung == rung).sum()) for rung in RUNGS)


def _single(found: LadderState) -> Share:
    ties = found.active_ties
    return Share(int((ties == 1).sum()), int((ties > 0).sum()))


def _shared(ground: SideGround) -> tuple[str, ...]:
    if ground.grouping == "ownership":
        return ()
    return (_("An employer whom several groups know is counted in each of them."),)


def _hired(ground: SideGround, counts: list[tuple[int, ...]]) -> str:
    """A count of what is, not a sample: the numbers are told and no difference is claimed."""
    held = [place for place, row in enumerate(counts) if sum(row)]
    if not held:
        return _("There is nothing to set side by side.")
    parts = {place: Share(sum(counts[place][HIRED:]), sum(counts[place])) for place in held}
    most = max(held, key=lambda place: (parts[place].n, parts[place].of))
    one = parts[most]
    return _("Most employers who have hired: **{name}**, {n} of {of} ({share}).").format(
        name=ground.names[most], n=number(one.n), of=number(one.of), share=percent(one.share or 0.0)
    )
