"""Every callback × every role, generated from the groups: a new callback is in the test by itself."""

import json
from typing import Any

import pytest

from dashboard.app import BryggaDash
from dashboard.callbacks import GROUPS
from dashboard.domain.access import Role
from tests.server.conftest import UPDATE, Browser

DECLARED = [one for group in GROUPS for one in group.declared if one.function is not None]


def body_of(app: BryggaDash, output: str) -> dict[str, Any]:
    """What Dash's script would send for a callback, with no values."""
    known = app.callback_map[output]
    outputs = [] if known["no_output"] else known["output"]
    parts = [
        {"id": part(one.component_id_str()), "property": one.component_property}
        for one in (outputs if isinstance(outputs, list | tuple) else [outputs])
    ]
    return {
        "output": output,
        "outputs": parts if isinstance(outputs, list | tuple) else parts[0],
        "inputs": [dependency(one) for one in known["inputs"]],
        "state": [dependency(one) for one in known["state"]],
        "changedPropIds": [],
    }


def dependency(spec: dict[str, Any]) -> Any:
    if '["ALL"]' in spec["id"]:
        return []
    return {"id": part(spec["id"]), "property": spec["property"], "value": None}


def part(component_id: str) -> Any:
    if not component_id.startswith("{"):
        return component_id
    return {key: "x" if isinstance(value, list) else value for key, value in json.loads(component_id).items()}


def server_callbacks(app: BryggaDash) -> list[str]:
    return sorted(output for output, policy in app.policies.items() if not policy.clientside)


def test_every_callback_of_the_app_is_declared_in_a_group(shared_app: BryggaDash) -> None:
    assert set(shared_app.callback_map) == set(shared_app.policies)
    assert len(server_callbacks(shared_app)) == len(DECLARED)


def test_an_anonymous_post_to_every_callback_is_refused(shared_app: BryggaDash, browser: Browser) -> None:
    for output in server_callbacks(shared_app):
        answer = browser.call(body_of(shared_app, output))
        assert answer.status_code == 401, output
        assert "response" not in (answer.json or {})


@pytest.mark.parametrize("role", list(Role))
def test_every_callback_answers_its_roles_and_no_other(shared_app: BryggaDash, signed_in, role: Role) -> None:
    browser = signed_in(role)
    for output in server_callbacks(shared_app):
        status = browser.call(body_of(shared_app, output)).status_code
        if role in shared_app.policies[output].allow:
            # 400: the callback's own types refuse the empty values; what matters is that it was let through.
            assert status in {200, 204, 400}, (output, status)
        else:
            assert status == 403, (output, status)


def test_a_clientside_callback_cannot_be_called_on_the_server(shared_app: BryggaDash, signed_in) -> None:
    browser = signed_in(Role.MANAGER)
    clientside = [output for output, policy in shared_app.policies.items() if policy.clientside]
    for output in clientside:
        assert browser.call(body_of(shared_app, output)).status_code == 400


def test_a_closed_accounts_open_tab_gets_401(own_browser: Browser, own_settings) -> None:
    from dashboard.data.accounts import set_disabled
    from dashboard.data.engine import open_engine

    assert own_browser.sign_in("manager").status_code == 303
    assert own_browser.get("/_dash-layout").status_code == 200
    engine = open_engine(own_settings.database)
    set_disabled(engine, "manager", True)
    engine.dispose()
    assert own_browser.get("/_dash-layout").status_code == 401
    assert own_browser.client.post(UPDATE, json={}, headers=own_browser.headers).status_code == 401
