"""The legend of the picture: what each colour and shape says, and how many of it are drawn."""

from dash.development.base_component import Component

from dashboard.components.marks import mark_look
from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.network_colours import OTHER, Colouring, Kind, colouring, section_title
from dashboard.reports.network_picture import Picture, latest
from dashboard.reports.network_scope import known
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.words import word


def coloured(access: Access, state: PageState, drawn: Picture) -> Colouring:
    """What the marks of the picture stand for."""
    of = state.colour
    by_day = {"rung": "rungs", "warmth": "warmths"}
    codes = (
        drawn.marks[by_day[of]]
        if of in by_day
        else [drawn.codes[of][place] for place in drawn.marks["shown"]]
    )
    return colouring(of, known(access, latest(state)), codes)


def legend(access: Access, state: PageState, drawn: Picture) -> list[Component]:
    """A mark, its word and its count for everything that colour and shape tell apart."""
    found = coloured(access, state, drawn)
    return [mark_look(kind.look, f"{_word(found.of, kind)} {number(kind.count)}") for kind in found.kinds]


def _word(of: str, kind: Kind) -> str:
    if kind.key == OTHER:
        return _("others")
    if kind.key == UNKNOWN:
        return _("not known")
    if of == "sector":
        return section_title(kind.key)
    return word(of, kind.key)
