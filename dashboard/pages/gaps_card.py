"""The card of a gap: the finding, what to do about it, the picture, and what stands behind the numbers."""

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import graph_card, rich
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.links import link
from dashboard.components.marks import Node, icon
from dashboard.domain.access import KEEPERS
from dashboard.i18n import _
from dashboard.pages.data import PATH as DATA
from dashboard.pages.gaps_ladder import ladder_picture
from dashboard.pages.gaps_occupations import occupation_picture
from dashboard.pages.gaps_pictures import Picture, area_picture
from dashboard.pages.gaps_shares import equality_picture, mix_picture
from dashboard.reports.access import Access
from dashboard.reports.gap_advice import Advice, advice
from dashboard.reports.gap_answers import GapAnswer, gap_answer
from dashboard.reports.gap_findings import finding, picked_finding, title
from dashboard.reports.gap_ground import GapGround, gap_ground
from dashboard.reports.gap_measures import FIGURES
from dashboard.reports.state import DATA_GAPS, PageState
from dashboard.reports.trace import is_traceable

_PICTURES: Mapping[str, Callable[[GapGround, PageState], Picture | None]] = {
    "occupations": occupation_picture,
    "areas": lambda ground, _state: area_picture(ground),
    "mix": lambda ground, _state: mix_picture(ground),
    "equality": lambda ground, _state: equality_picture(ground),
}
_OF_ALL = frozenset({"occupations", "areas", "mix", "equality"})
"""Gaps whose numbers the filters on employers do not touch."""


def gap_card(access: Access, state: PageState) -> Component:
    """The card of the gap that the page is open on."""
    ground, asked = gap_ground(access, state), gap_answer(access, state)
    picture = _picture(ground, state, asked)
    figures = FIGURES[asked.gap]
    notes = [*(picture.notes if picture else []), *_unfiltered(ground, asked.gap)]
    said = [html.P(rich(finding(asked, ground, access.definitions)), className="b-finding")]
    if asked.picked:
        said.append(
            html.P([icon("search"), html.Span(rich(picked_finding(asked, ground)))], className="l-picked")
        )
    return graph_card(
        ids.Gaps.CARD,
        title(asked.gap),
        html.Div(said),
        figure=picture.figure if picture else None,
        caption=[html.P(note) for note in notes] if picture and notes else None,
        control=html.Div([_advice(advice(asked, ground, access.definitions)), *_to_data(access, asked.gap)]),
        table=picture.table if picture else None,
        how=how_counted(*figures, definitions=access.definitions, state=state),
        rows=rows_list(state, *filter(is_traceable, figures)),
        class_name="l-card",
    )


def _picture(ground: GapGround, state: PageState, asked: GapAnswer) -> Picture | None:
    """The gap's own picture; of a list of employers, where on the ladder they stand. None for the records."""
    if asked.gap in _PICTURES:
        return _PICTURES[asked.gap](ground, state)
    if asked.gap in DATA_GAPS:
        return None
    return ladder_picture(ground, asked.gap, tuple(asked.rows["employer_id"]))


def _advice(told: Advice) -> Component:
    parts = [(_("Next step"), told.step, "right"), (_("What closes it"), told.closes, "good")]
    return html.Dl(
        [html.Div([html.Dt([icon(name), term]), html.Dd(text)]) for term, text, name in parts if text],
        className="l-steps",
    )


def _to_data(access: Access, gap: str) -> list[Component]:
    """The way to the quality of all data, for those who may load it."""
    if gap not in DATA_GAPS or access.viewer.role not in KEEPERS:
        return []
    all_of_it = link(_("Everything that is missing, old or odd in the records"), f"{DATA}#{ids.Data.QUALITY}")
    return [html.P(all_of_it, className="b-s l-more")]


def _unfiltered(ground: GapGround, gap: str) -> list[Node]:
    if not ground.known.filtered or gap not in _OF_ALL:
        return []
    return [_("The numbers are of the whole selection; coach, ownership and sector narrow the list.")]
