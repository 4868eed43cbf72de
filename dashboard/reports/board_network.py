"""The network's health in the board report: the page's own numbers, now and three months earlier."""

from collections.abc import Mapping

from dashboard.i18n import _, day, day_short
from dashboard.reports import network_health_words as words
from dashboard.reports.access import Access
from dashboard.reports.board_parts import Bars, BoardCard, plain, share_bar
from dashboard.reports.network_health import health
from dashboard.reports.outcome_parts import Column, TableRow, share_cells, share_columns
from dashboard.reports.state import PageState

PATHS: Mapping[str, str] = {
    "questions.single_coach": "employers.single_coach",
    "questions.strongest": "employers.strength.strong",
}
"""The shares whose number the report has under a key of its own."""


def network_health(access: Access, state: PageState) -> BoardCard:
    """Whether the network is healthier than a quarter ago; no coach is named before a board."""
    found = health(access, state)
    bars = [
        share_bar(words.share_name(each.path), each.after, words.change_words(each)) for each in found.shares
    ]
    return BoardCard(
        key="network_health",
        title=_("Is the network healthier?"),
        finding=plain(words.health_finding(found)),
        charts=(Bars("", "share", tuple(bars)),) if found.verdict != "nothing" else (),
        columns=(
            Column(_("Figure")),
            *share_columns(),
            Column(day_short(found.before), "percent"),
            Column(_("What can be said")),
        ),
        rows=tuple(
            TableRow(
                (
                    words.share_name(each.path),
                    *share_cells(each.after),
                    each.before.share,
                    words.change_words(each),
                ),
                PATHS.get(each.path, ""),
            )
            for each in found.shares
        ),
        measures=("health.verdict", "health.ties", *(each.path for each in found.shares)),
        notes=(
            words.ties_sentence(found),
            *([words.equal_sentence(found)] if found.equal else []),
            _("Compared with {day}, three months earlier.").format(day=day(found.before)),
        ),
        of_people=False,
    )
