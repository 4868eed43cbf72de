"""Writing in place as a browser asks: every role, own and others' rows, and what nobody's page sends."""

from typing import Any

import pytest

from dashboard.app import BryggaDash, create_app
from dashboard.cli.database import ready_engine
from dashboard.data.accounts import add_account
from dashboard.data.writable_rows import marks_of
from dashboard.domain.access import Role
from tests.builders import client, coach, contact, follow_up, placement, stored, stored_tables
from tests.server.conftest import PASSWORD, Browser

OUTPUT = "..skriv-svar.data...skriv-rad.data-still...skriv-sparat.data.."
PARTS = [("skriv-svar", "data"), ("skriv-rad", "data-still"), ("skriv-sparat", "data")]
PEOPLE = {"anna": (Role.COACH, "A"), "bo": (Role.COACH, "B"), "maja": (Role.MANAGER, None)}
OTHERS = {"gast": (Role.VISITOR, None), "adm": (Role.ADMIN, None)}


@pytest.fixture
def app(settings) -> BryggaDash:
    engine = ready_engine(settings)
    stored(
        engine,
        *(coach("A"), coach("B"), client("KA", "A"), client("KB", "B"), contact("E1", "A", "2026-01-01")),
        placement("E1", "KA", "2026-01-01", placement_id="PA"),
        follow_up("PA", "2026-01-08", follow_up_id="FA"),
    )
    for name, (role, coach_id) in {**PEOPLE, **OTHERS}.items():
        add_account(engine, username=name, name=name, role=role, password=PASSWORD, coach_id=coach_id)
    engine.dispose()
    return create_app(settings)


def signed_in(app: BryggaDash, name: str) -> Browser:
    browser = Browser(app.server.test_client())
    assert browser.sign_in(name).status_code == 303
    return browser


def ask(browser: Browser, sent: Any) -> Any:
    value = {"id": "skriv-begaran", "property": "data", "value": sent}
    outputs = [{"id": part, "property": name} for part, name in PARTS]
    body = {"output": OUTPUT, "outputs": outputs, "inputs": [value], "state": []}
    return browser.call({**body, "changedPropIds": ["skriv-begaran.data"]})


def done(app: BryggaDash, **more: Any) -> dict[str, Any]:
    seen = marks_of(app.store.engine, "follow_ups", ["FA"])["FA"]
    cells = {"done_on": "2026-01-09", "minutes": "20"}
    sent = {"form": "f", "action": "follow_up_done", "key": "FA", "seen": seen, "cells": cells}
    return sent | more


def taking_back(number: str) -> dict[str, Any]:
    return {"form": "", "action": "take_back", "key": number}


def test_only_the_clients_own_coach_and_a_manager_write_and_take_back(app: BryggaDash) -> None:
    before = stored_tables(app.store.engine)
    for name in ("bo", "gast", "adm"):
        browser = signed_in(app, name)
        plan = done(app, action="follow_up_planned", key="PA", cells={"planned_on": "2026-02-01"})
        for sent in (done(app), plan, done(app, key="F0")):
            assert ask(browser, sent).status_code == 403, name
    assert ask(Browser(app.server.test_client()), done(app)).status_code == 401
    assert stored_tables(app.store.engine) == before

    answer = ask(signed_in(app, "anna"), done(app))
    assert answer.status_code == 200
    assert answer.json["response"]["skriv-svar"]["data"]["done"] is True
    assert "data-take-back" in answer.json["response"]["skriv-rad"]["data-still"]
    for name in ("bo", "gast", "adm"):
        assert ask(signed_in(app, name), taking_back("1")).status_code == 403
    assert ask(signed_in(app, "maja"), taking_back("1")).status_code == 200
    assert stored_tables(app.store.engine) == before


def test_a_form_with_something_wrong_is_answered_beside_its_field(app: BryggaDash) -> None:
    before = stored_tables(app.store.engine)
    answer = ask(signed_in(app, "anna"), done(app, cells={"done_on": "i går", "minutes": "8507099805"}))
    said = answer.json["response"]
    assert [one["column"] for one in said["skriv-svar"]["data"]["problems"]] == ["done_on", "minutes"]
    assert "8507099805" not in answer.text
    assert "skriv-sparat" not in said
    assert stored_tables(app.store.engine) == before


FORGED = (
    {"form": "f"},
    {"form": "f", "action": "take_back", "key": "1; drop"},
    {"form": "f", "action": "take_back", "key": "9" * 30},
    {"form": "f", "action": "follow_up_done", "key": ["FA"]},
    {"form": "f", "action": "follow_up_done", "key": "FA", "cells": {"done_on": 5}},
    {"form": "f", "action": "follow_up_done", "key": "FA", "cells": {"source": "x"}},
    [1],
)


def test_what_no_page_of_ours_sends_is_refused(app: BryggaDash) -> None:
    maja = signed_in(app, "maja")
    assert [ask(maja, sent).status_code for sent in FORGED] == [400] * len(FORGED)
