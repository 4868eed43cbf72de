"""Writing in place, on whatever page: what a form asks is written or refused, and the answer is told."""

import datetime as dt
from typing import Any

from dash import ClientsideFunction, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE
from dashboard.components.writing_forms import told
from dashboard.domain.access import KEEPERS, STAFF
from dashboard.domain.period import today
from dashboard.reports import settings_writing, words_writing
from dashboard.reports.access import Access
from dashboard.reports.cost_writing import Doing, assumption_answer
from dashboard.reports.scenario_writing import ScenarioDoing, scenario_answer
from dashboard.reports.writing import Sent, answer_to

group = CallbackGroup(allow=STAFF | KEEPERS)
"""An administrator sets the unit's settings here; what each form asks decides who may."""


@group.callback(
    Output(ids.Writing.ANSWER, "data"),
    Output(ids.Writing.TOAST, ATTRIBUTE),
    Output(ids.Writing.SAVED, "data"),
    Input(ids.Writing.ASKED, "data"),
    prevent_initial_call=True,
)
def save_in_place(access: Access, sent: Sent | None) -> tuple[Any, ...]:
    """Write what a form asks, or take something back."""
    if sent is None:
        raise PreventUpdate
    now = dt.datetime.now(dt.UTC)
    if sent.action in set(Doing):
        answer = assumption_answer(access, sent, now=now)
    elif sent.action in set(settings_writing.Doing):
        answer = settings_writing.settings_answer(access, sent, now=now, today=today())
    elif sent.action in set(words_writing.Doing):
        answer = words_writing.words_answer(access, sent, now=now)
    elif sent.action in set(ScenarioDoing):
        answer = scenario_answer(access, sent, now=now)
    else:
        answer = answer_to(access, sent, now=now, today=today())
    said = told(answer, in_form=bool(sent.form))
    return answer.for_form(sent), said, now.isoformat() if answer.done else no_update


group.clientside(
    ClientsideFunction("brygga_writing", "answered"),
    Output(ids.Writing.TOLD, "data"),
    Input(ids.Writing.ANSWER, "data"),
    State(ids.Writing.TOAST, "id"),
    prevent_initial_call=True,
)
