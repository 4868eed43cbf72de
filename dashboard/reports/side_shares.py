"""The cards of shares with the groups side by side: work and studies, trials, follow-ups, a year after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.analysis.basis import Basis
from dashboard.analysis.by_gender import served
from dashboard.analysis.clients import went_to_studies, went_to_work
from dashboard.analysis.follow_ups import on_time
from dashboard.analysis.intervals import Share
from dashboard.analysis.rounds import within_a_year
from dashboard.analysis.several import pooled
from dashboard.analysis.trials import trial_numbers
from dashboard.i18n import _, number
from dashboard.reports.side_dots import share_dots
from dashboard.reports.side_ground import SideGround
from dashboard.reports.side_parts import SideCard
from dashboard.reports.side_table import Made, dotted, share_columns


@dataclass(frozen=True, slots=True)
class ShareOf:
    """A share of the report that is set side by side.

    Attributes:
        path: the key of the report.
        get: works it out.
    """

    path: str
    get: Callable[[Basis], Share]


SHARES: Mapping[str, ShareOf] = {
    "success": ShareOf("trials.success", lambda basis: trial_numbers(basis).success),
    "converted": ShareOf("trials.converted", lambda basis: trial_numbers(basis).converted),
    "interrupted": ShareOf("trials.interrupted", lambda basis: trial_numbers(basis).interrupted),
    "on_time": ShareOf("follow_ups.on_time", on_time),
}
"""Each by the key of its card."""


def share_card(key: str) -> Callable[[SideGround], SideCard]:
    """What makes the card of one of SHARES."""

    def make(ground: SideGround) -> SideCard:
        one = SHARES[key]
        names, shares = ground.names, [one.get(group.basis) for group in ground.groups]
        dots = share_dots("", names, shares, one.get(ground.whole))
        made = Made(
            key=key,
            measures=(one.path,),
            columns=share_columns(),
            cells=dots.cells,
            paths=((0, one.path),),
        )
        return dotted(ground, [dots], made)

    return make


def reached(ground: SideGround) -> SideCard:
    """Of those served in the period: who got work or began to study, and each apart."""
    titles = (_("Work or studies"), _("Work"), _("Studies"))
    found, whole = [_reached(group.basis) for group in ground.groups], _reached(ground.whole)
    dots = [
        share_dots(title, ground.names, [shares[place] for shares in found], whole[place], len(titles))
        for place, title in enumerate(titles)
    ]
    made = Made(
        key="reached",
        measures=("side.reached", "clients.served"),
        columns=tuple(column for title in titles for column in share_columns(title)),
        cells=[tuple(cell for one in dots for cell in one.cells[place]) for place in range(len(found))],
        paths=((1, "clients.served"),),
    )
    return dotted(ground, dots, made)


def year_after(ground: SideGround) -> SideCard:
    """Of each round that has been followed for a year: who had got work by then, and who begun to study."""
    found = [(group, within_a_year(ground.whole, group.round)) for group in ground.groups if group.round]
    followed = [(group, one) for group, one in found if one is not None]
    names = [ground.name(group) for group, _one in followed]
    parts = ([one.work for _group, one in followed], [one.studies for _group, one in followed])
    titles = (_("Work"), _("Studies"))
    dots = [
        share_dots(title, names, shares, pooled(shares), len(titles))
        for title, shares in zip(titles, parts, strict=True)
    ]
    made = Made(
        key="year_after",
        measures=("side.round",),
        columns=tuple(column for title in titles for column in share_columns(title)),
        cells=[tuple(cell for one in dots for cell in one.cells[place]) for place in range(len(followed))],
        groups=[group for group, _one in followed],
        notes=(
            _("Rounds that not everybody has been followed through for a year have no share yet."),
            *([_together(ground)] if ground.by_day else []),
        ),
    )
    return dotted(ground, dots, made)


def _reached(basis: Basis) -> tuple[Share, Share, Share]:
    mine, work, studies = served(basis), went_to_work(basis), went_to_studies(basis)
    of = int(mine.sum())
    either, worked, studied = (int((mine & flags).sum()) for flags in (work | studies, work, studies))
    return Share(either, of), Share(worked, of), Share(studied, of)


def _together(ground: SideGround) -> str:
    return _(
        "A round is a day on which at least four were enrolled. {n} of the same time came on other days and "
        "are in none."
    ).format(n=number(ground.outside))
