"""One employer: why the relation is as strong as it is, who knows it, and what has happened."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.definitions import Counted
from dashboard.components.links import link
from dashboard.components.marks import Node, icon, mark_level, mark_rung, mark_warmth, status
from dashboard.components.shell import page_head
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.domain.errors import NotFound
from dashboard.i18n import _, day
from dashboard.pages import employer_cards, employer_history
from dashboard.pages.employer_alike import alike_card, next_card
from dashboard.pages.employer_words import where_and_what
from dashboard.pages.employer_writing import writing_card
from dashboard.reports.access import Access
from dashboard.reports.employer import EmployerProfile, employer_profile
from dashboard.reports.employer_next import next_steps
from dashboard.reports.employer_ratings import employer_ratings
from dashboard.reports.employer_record import employer_record
from dashboard.reports.employer_timeline import employer_timeline
from dashboard.reports.quiet import quiet_period
from dashboard.reports.state import PageState
from dashboard.words import word

FINDER = "/arbetsgivare"
FIRST, SIDE, RHYTHM = "e-forst", "e-sidan", "e-takten"
"""Places for markup on this page."""


def layout(access: Access, state: PageState, employer_id: str) -> Node:
    """The page of one employer."""
    return html.Div(
        [
            html.Div(body(access, state, employer_id), id=ids.Employer.BODY),
            dcc.Store(id=ids.Employer.SHOWN, data=shown_key(access, state)),
            dcc.Store(id=ids.Employer.MAP_THEME),
        ]
    )


def shown_key(access: Access, state: PageState) -> str:
    """What the page depends on besides the employer: turning a page of its timeline does not change it."""
    return f"{','.join(sorted(state.units))} {state.programme} {state.on} {access.store.data_version()}"


def body(access: Access, state: PageState, employer_id: str) -> list[Node]:
    """Everything on the page; what to do instead when there is no such employer."""
    try:
        profile = employer_profile(access, state, employer_id)
    except NotFound as error:
        return [page_head(_("No such employer"), above=_back(state, None)), _missing(str(error), state)]
    timeline = employer_timeline(access, state, employer_id)
    weights = access.definitions.strength_weights
    counted = Counted(state, access.definitions, employer_id)
    record = employer_record(access, state, employer_id)
    first = still(
        FIRST,
        [
            next_card(next_steps(profile, record, quiet_period(access, employer_id, state.on)), counted),
            employer_cards.strength_card(profile, weights, access.definitions, counted),
            writing_card(access, state, employer_id),
        ],
        "e-col",
    )
    side = [
        employer_cards.coaches_card(profile, counted),
        employer_cards.places_card(profile, counted),
        employer_cards.record_card(record, employer_ratings(access, state, employer_id), counted),
        alike_card(access, state, employer_id, counted),
        employer_cards.about_card(profile, counted),
    ]
    # On a phone they stand in this order: what one came for, then the history.
    columns = [
        first,
        html.Div(
            [still(SIDE, side, "e-col"), employer_cards.place_card(profile)], className="e-col e-col--side"
        ),
        html.Div(
            [
                still(RHYTHM, employer_history.rhythm_card(timeline.rhythm, counted)),
                still(
                    ids.Employer.TIMELINE, employer_history.timeline_card(timeline, profile, state, counted)
                ),
            ],
            className="e-col",
        ),
    ]
    return [_head(profile, state), html.Div(columns, className="e-lay")]


def _head(profile: EmployerProfile, state: PageState) -> Component:
    line = profile.line
    facts = [where_and_what(line)]
    if profile.municipality and profile.municipality != line.place:
        facts.append(profile.municipality)
    facts += [word("ownership", profile.ownership)] if profile.ownership else []
    facts += [word("size_class", profile.size_class)] if profile.size_class else []
    facts += [_("part of {group}").format(group=profile.group)] if profile.group else []
    marks: list[Component] = [
        mark_rung(line.rung),
        mark_warmth(line.warmth),
        mark_level(line.level, line.strength),
    ]
    if line.fatigued:
        marks.append(status("attention", _("Tired of us")))
    return html.Div(
        [
            page_head(line.name, " · ".join(facts), above=_back(state, line.employer_id)),
            html.P(marks, className="e-marks"),
            *_as_of(state),
        ]
    )


def _as_of(state: PageState) -> list[Component]:
    if state.day is None:
        return []
    text = _("As it was known on {day}.").format(day=day(state.day))
    today = link(_("See today"), state.href("", day=None) or "?")
    return [html.P([icon("clock"), html.Span([text, " ", today])], className="b-notice e-asof")]


def _back(state: PageState, employer_id: str | None) -> Component:
    """The way back to the list as it was, with this employer chosen in it."""
    href = state.href(FINDER, employer=employer_id, page=1, event=None)
    return link([icon("right"), _("All employers")], href, "e-back")


def _missing(text: str, state: PageState) -> Component:
    ways: list[Any] = [
        link(_("All employers"), state.href(FINDER, employer=None, page=1, event=None), "b-btn")
    ]
    if state.units or state.programme or state.day:
        whole = state.href("", units=(), programme=None, day=None) or "?"
        ways.append(link(_("Look in everything, today"), whole, "b-btn"))
    return html.Section(state_empty(_("The employer is not here"), text, ways, level=2), className="b-card")
