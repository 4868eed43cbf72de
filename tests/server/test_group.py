"""CallbackGroup: plain functions, a policy for each, and several apps in one process."""

from dataclasses import dataclass
from typing import Any

import dash
import pytest
from dash import Input, Output, State, html

from dashboard.app import create_app
from dashboard.callbacks.group import CallbackGroup, MissingPolicy, register, require_policies
from dashboard.domain.access import EVERYONE, MANAGERS, STAFF, Role, Viewer
from dashboard.domain.errors import AccessDenied, InvalidParameter


@dataclass(frozen=True)
class Somebody:
    viewer: Viewer


def somebody(role: Role) -> Somebody:
    return Somebody(Viewer(1, "X", role))


def group_with_one() -> tuple[CallbackGroup, Any]:
    group = CallbackGroup(allow=STAFF)

    @group.callback(Output("out", "children"), Input("in", "value"), State("more", "data"))
    def show_value(access: Somebody, value: str | None, more: list[int] | None = None) -> str:
        """Say the value."""
        return f"{access.viewer.role}: {value} {more}"

    return group, show_value


def registered(role: Role) -> tuple[dash.Dash, Any]:
    group, _function = group_with_one()
    app = dash.Dash("tests", pages_folder="")
    app.layout = html.Div()
    register(app, [group], lambda: somebody(role))
    return app, app.callback_map["out.children"]["callback"].__wrapped__


def test_a_declared_function_is_still_the_function_itself() -> None:
    _group, show_value = group_with_one()
    assert show_value(somebody(Role.COACH), "hej", [1]) == "coach: hej [1]"
    assert show_value.__name__ == "show_value"


def test_a_role_outside_the_group_is_denied() -> None:
    _app, call = registered(Role.COACH)
    assert call("hej", [1]) == "coach: hej [1]"
    _app, call = registered(Role.VISITOR)
    with pytest.raises(AccessDenied):
        call("hej", [1])


def test_a_callback_may_be_narrower_than_its_group() -> None:
    group = CallbackGroup(allow=EVERYONE)

    @group.callback(Output("out", "children"), Input("in", "value"), allow=MANAGERS)
    def show(_access: Somebody, value: str) -> str:
        return value

    app = dash.Dash("tests", pages_folder="")
    policies = register(app, [group], lambda: somebody(Role.COACH))
    assert policies["out.children"].allow == MANAGERS


@pytest.mark.parametrize("value", [1, ["hej"], {"a": 1}, True])
def test_a_value_of_the_wrong_kind_never_reaches_the_function(value: object) -> None:
    _app, call = registered(Role.COACH)
    with pytest.raises(InvalidParameter):
        call(value, None)


def test_a_list_of_the_wrong_things_is_refused_too() -> None:
    _app, call = registered(Role.COACH)
    with pytest.raises(InvalidParameter):
        call("hej", ["x"])


def test_inputs_given_by_name_are_checked_by_name() -> None:
    group = CallbackGroup(allow=STAFF)

    @group.callback(Output("out", "children"), inputs={"text": Input("in", "value")})
    def show(_access: Somebody, text: str) -> str:
        return text

    app = dash.Dash("tests", pages_folder="")
    register(app, [group], lambda: somebody(Role.COACH))
    call = app.callback_map["out.children"]["callback"].__wrapped__
    assert call(text="hej") == "hej"
    with pytest.raises(InvalidParameter):
        call(text=3)


def test_ways_around_the_role_check_cannot_be_declared() -> None:
    group = CallbackGroup(allow=STAFF)
    for option in ({"api_endpoint": "/x"}, {"background": True}):
        with pytest.raises(MissingPolicy):
            group.callback(Output("out", "children"), Input("in", "value"), **option)


def test_an_app_does_not_start_with_a_callback_without_a_policy() -> None:
    app, _call = registered(Role.COACH)
    app.callback(Output("stray", "children"), Input("in", "value"))(lambda value: value)
    with pytest.raises(MissingPolicy, match="stray"):
        require_policies(app, ["out.children"])


def test_dashs_own_global_callback_stops_the_start(own_settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from dash import _callback

    dash.callback(Output("stray", "children"), Input("in", "value"))(lambda value: value)
    try:
        with pytest.raises(MissingPolicy, match="stray"):
            create_app(own_settings)
    finally:
        _callback.GLOBAL_CALLBACK_MAP.clear()
        _callback.GLOBAL_CALLBACK_LIST.clear()


def test_a_clientside_callback_is_declared_as_well() -> None:
    group = CallbackGroup(allow=STAFF)
    group.clientside("value => value", Output("out", "children"), Input("in", "value"))
    app = dash.Dash("tests", pages_folder="")
    policies = register(app, [group], lambda: somebody(Role.COACH))
    assert policies["out.children"].clientside
    require_policies(app, policies)


def test_two_apps_in_one_process_have_all_their_callbacks(own_settings) -> None:
    first, second = create_app(own_settings), create_app(own_settings)
    assert set(first.callback_map) == set(second.callback_map) != set()
    assert first.server is not second.server
    for app in (first, second):
        assert app.server.test_client().get("/").status_code == 200
