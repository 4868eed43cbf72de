"""The card of the items rated by hand: which points each has, who gave them and on what, and the form."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import Download, card, disclosure, finding, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.fields import select, text_input
from dashboard.components.marks import hidden_text, icon
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.access import MANAGERS
from dashboard.domain.hand_items import HAND_ITEMS
from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.hand_file import KEY, MEASURE
from dashboard.reports.hand_ratings import (
    LONGEST_EVIDENCE,
    SCORES,
    Rating,
    hand_finding,
    in_force,
    ratings_of,
)
from dashboard.reports.state import PageState

FILE = "/metod/fil"


def hand_card(access: Access, state: PageState) -> Component:
    """The ratings, the form for managers, and how it is meant."""
    how = how_counted(MEASURE, definitions=access.definitions, state=state)
    form = [_form(state)] if access.viewer.role in MANAGERS else []
    place = html.Div(
        ratings_list(access, state), id=ids.Method.HAND_PLACE, className="m-hand", **{"aria-live": "polite"}
    )
    here = state.replace(day=state.on).query()
    files = [Download(kind, f"{FILE}?kort={KEY}&form={kind}&{here}") for kind in ("xlsx", "csv")]
    foot = tools(downloads=files, how=how, rows=rows_list(state, MEASURE))
    return card(ids.Method.HAND, _("Items rated by hand"), [place, *form, *foot])


def ratings_list(access: Access, state: PageState, said: str = "") -> list[Component]:
    """What to say about what was just done, the points in force, and all that was given before."""
    ratings = ratings_of(access, state)
    notice = [html.P(said, className="b-note")] if said else []
    parts = [*notice, finding(hand_finding(ratings))]
    if ratings:
        may_undo = access.viewer.role in MANAGERS
        counted = tuple(in_force(ratings).values())
        parts += [_table("nu", _("Points in force"), counted, may_undo)] if counted else []
        history = _table("historik", _("All ratings, the newest first"), ratings, may_undo=False)
        parts.append(html.Div([disclosure(_("History"), "clock", history)], className="b-tools"))
    return parts


def _table(key: str, caption: str, ratings: tuple[Rating, ...], may_undo: bool) -> Component:
    columns = [
        Column("item", _("Item")),
        Column("score", _("Points, 1–5"), number=True),
        Column("day", _("Day")),
        Column("rater", _("Rated by")),
        Column("evidence", _("What it rests on")),
        Column("undo", _("Take back") if may_undo else _("Taken back by")),
    ]
    rows = [
        Row(
            {
                "item": _item(rating.item),
                "score": number(rating.score),
                "day": day(rating.rated_on),
                "rater": rating.rater,
                "evidence": rating.evidence,
                "undo": _undo(rating) if may_undo else rating.withdrawn_by,
            }
        )
        for rating in ratings
    ]
    return data_table(f"{ids.Method.HAND}-{key}", caption, columns, rows)


def _item(key: str) -> str:
    text = HAND_ITEMS.get(key, key)
    return _(text)


def _undo(rating: Rating) -> Component:
    return html.Button(
        [_("Take back"), " ", hidden_text(_item(rating.item))],
        id={"type": ids.Method.HAND_UNDO, "rating": rating.rating_id},
        type="button",
        className="b-btn b-btn--quiet",
    )


def _form(state: PageState) -> Component:
    items = [(key, _(text)) for key, text in HAND_ITEMS.items()]
    fields = [
        select(ids.Method.HAND_ITEM, _("Item"), items, items[0][0]),
        select(ids.Method.HAND_SCORE, _("Points"), [(score, score) for score in SCORES], "3"),
        text_input(ids.Method.HAND_DAY, _("Day of the rating"), state.on.isoformat(), kind="date"),
        text_input(
            ids.Method.HAND_EVIDENCE,
            _("What it rests on"),
            hint=_("No names, and nothing about a single person."),
            maxLength=LONGEST_EVIDENCE,
            autoComplete="off",
        ),
        html.Button(
            [icon("check"), _("Save the rating")],
            id=ids.Method.HAND_SAVE,
            type="button",
            className="b-btn b-btn--primary",
        ),
    ]
    return html.Div(fields, className="m-form b-noprint")
