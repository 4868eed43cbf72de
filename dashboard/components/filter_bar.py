"""The filter bar: one state for all pages, kept in the address."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.fields import Options, select, text_input
from dashboard.components.links import chip, link
from dashboard.components.marks import count, icon
from dashboard.i18n import _, day
from dashboard.reports.filter_choices import FilterChoices
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.words import choices as words
from dashboard.words import word

ALL_FILTERS = ("unit", "programme", "coach", "ownership", "sector", "day")
"""What a page's filter bar may offer, in this order."""


def filter_bar(
    path: str, state: PageState, choices: FilterChoices, offered: Sequence[str] = ALL_FILTERS
) -> Component:
    """The controls, what is chosen as chips that can be removed, and what the address held in vain.

    Args:
        path: the page's own address.
        state: what is chosen.
        choices: what the data holds.
        offered: the filters that mean something on this page.
    """
    controls = [control for control in _controls(state, choices, offered) if control is not None]
    chips = _chips(path, state, choices)
    summary = html.Summary(
        [
            html.Span(_("As of {day}").format(day=day(state.on)), className="b-filter__sum"),
            html.Span(
                [icon("filter"), _("Selection"), *([count(len(chips))] if chips else [])],
                className="b-btn b-btn--quiet",
            ),
        ],
        className="b-filter__narrow",
    )
    form = html.Div(
        [html.Details([summary, html.Div(controls, className="b-filter__row")]), *_chip_row(path, chips)],
        className="b-filter b-noprint",
        role="search",
        **{"aria-label": _("Selection")},
    )
    return html.Div([form, *_notices(state), _printed(state, choices)])


def _controls(state: PageState, choices: FilterChoices, offered: Sequence[str]) -> list[Component | None]:
    made: dict[str, Component | None] = {
        "unit": _unit(state, choices),
        "programme": _programme(state, choices),
        "coach": _coach(state, choices),
        "ownership": _known(
            "ownership",
            ids.Filter.OWNERSHIP,
            _("Ownership"),
            query_key="agarform",
            value=state.ownership,
            keys=choices.ownerships,
        ),
        "sector": _known(
            "sector",
            ids.Filter.SECTOR,
            _("Sector"),
            query_key="sektor",
            value=state.sector,
            keys=choices.sectors,
        ),
        "day": text_input(ids.Filter.DAY, _("As of"), state.on.isoformat(), kind="date", query_key="per"),
    }
    return [made[name] for name in ALL_FILTERS if name in offered]


def _unit(state: PageState, choices: FilterChoices) -> Component | None:
    if len(choices.units) < 2:
        return None
    options = [("", _("All")), *choices.units]
    chosen = ",".join(state.units)
    if len(state.units) > 1:
        names = dict(choices.units)
        options.append((chosen, ", ".join(names.get(key, key) for key in state.units)))
    return select(ids.Filter.UNIT, _("Unit"), options, chosen, "enhet")


def _programme(state: PageState, choices: FilterChoices) -> Component | None:
    if len(choices.programmes) < 2:
        return None
    options = [("", _("All")), *((label, label) for label in choices.programmes)]
    return select(ids.Filter.PROGRAMME, _("Programme"), options, state.programme or "", "program")


def _coach(state: PageState, choices: FilterChoices) -> Component:
    left = _("{name} (has left)")
    names = [
        (coach.coach_id, left.format(name=coach.name) if coach.has_left(state.on) else coach.name)
        for coach in choices.coaches
    ]
    return select(ids.Filter.COACH, _("Coach"), [("", _("All")), *names], state.coach or "", "coach")


def _known(
    vocabulary: str, control_id: str, label: str, *, query_key: str, value: str | None, keys: tuple[str, ...]
) -> Component:
    held: Options = words(vocabulary, keys) if keys else []
    options = [("", _("All")), *held, (UNKNOWN, _("Not known"))]
    if value and value not in {key for key, _label in options}:
        options.append((value, word(vocabulary, value)))
    return select(control_id, label, options, value or "", query_key)


def _chosen(state: PageState, choices: FilterChoices) -> list[tuple[str, Any, str]]:
    """(attribute, what it becomes when removed, words) of all that is chosen beyond the ordinary."""
    coaches = {coach.coach_id: coach.name for coach in choices.coaches}
    units = dict(choices.units)
    named = [
        ("units", (), _("Unit"), ", ".join(units.get(key, key) for key in state.units)),
        ("programme", None, _("Programme"), state.programme),
        ("coach", None, _("Coach"), coaches.get(state.coach or "", state.coach)),
        ("ownership", None, _("Ownership"), _word("ownership", state.ownership)),
        ("sector", None, _("Sector"), _word("sector", state.sector)),
        ("rung", None, _("Rung"), _word("rung", state.rung)),
        ("warmth", None, _("Warmth"), _word("warmth", state.warmth)),
        ("follow_state", None, _("How it stands"), _word("follow_up_state", state.follow_state)),
        ("need", None, _("Only"), _word("need", state.need)),
        ("party", None, _("With whom"), _word("party", state.party)),
        ("kind", None, _("Kind"), _word("placement_kind", state.kind)),
        ("locality", None, _("Locality"), state.locality),
        ("municipality", None, _("Municipality"), state.municipality),
        ("text", "", _("Search"), state.text),
        ("day", None, _("As of"), day(state.day) if state.day else None),
    ]
    return [(attribute, empty, f"{label}: {text}") for attribute, empty, label, text in named if text]


def _word(vocabulary: str, key: object) -> str | None:
    if key is None:
        return None
    return _("Not known") if key == UNKNOWN else word(vocabulary, key)


def _chips(path: str, state: PageState, choices: FilterChoices) -> list[Component]:
    return [
        chip(text, state.href(path, page=1, **{attribute: empty}))
        for attribute, empty, text in _chosen(state, choices)
    ]


def _chip_row(path: str, chips: list[Component]) -> list[Component]:
    if not chips:
        return []
    clear = link(_("Clear all"), path, "b-btn b-btn--quiet b-s")
    return [html.Div([*chips, clear], className="b-chips b-chips--below")]


def _notices(state: PageState) -> list[Component]:
    if not state.notices:
        return []
    return [
        html.Div(
            [icon("attention"), html.Ul([html.Li(sentence) for sentence in state.notices])],
            className="b-notice b-notice--attention",
            role="status",
        )
    ]


def _printed(state: PageState, choices: FilterChoices) -> Component:
    chosen = "; ".join(text for _attribute, _empty, text in _chosen(state, choices)) or _("everything")
    text = _("Selection: {chosen}. Data as of {day}.").format(chosen=chosen, day=day(state.on))
    return html.P(text, className="b-print")
