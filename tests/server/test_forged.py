"""Forged posts to every callback: no error of ours, no colleague's client, nothing of them in the log."""

import json
import logging
import os
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import TestResponse

from dashboard.app import BryggaDash, create_app
from dashboard.data.accounts import add_account
from dashboard.data.edits import Action
from dashboard.data.engine import open_engine
from dashboard.domain.access import Role
from dashboard.pages import PAGES
from dashboard.reports.state import _KEYS, LAYERS, QUESTIONS
from dashboard.reports.writing import FIELDS, TAKE_BACK
from dashboard.settings import Settings
from tests.builders import stored
from tests.reports.clients_small import OF_ANNA, OF_BO, rows
from tests.server.conftest import PASSWORD, UPDATE, Browser
from tests.server.test_callbacks import body_of, server_callbacks
from tests.server.test_client_access import SECRETS, signed_in, told

POSTS = int(os.environ.get("FORGED_POSTS", "300"))
"""How many to each database; a longer run is asked for in the environment."""
NUMBER = "850709-9805"
"""Looks like a personal identity number, and is nobody's."""
KEYS: tuple[str, ...] = (
    OF_ANNA,
    OF_BO,
    "K-FORE",
    "P-1",
    "P-2",
    "P-BO",
    "P-NU",
    "E1",
    "E2",
    "A",
    "B",
    "U1",
    NUMBER,
)
HERS = (OF_ANNA, "E1", "A", NUMBER, "Nära", "Kök")
ODD: tuple[Any, ...] = (
    *(
        "",
        " ",
        "\x00",
        "K-X\x00",
        "\ufeff",
        "\u202e",
        "å" * 5_000,
        "../../etc/passwd",
        "%00",
        "%ff",
        "%5B",
    ),
    *(
        "'; drop table clients; --",
        "<img src=x>",
        "=1+1",
        "http://[",
        "//[",
        "-1",
        "0",
        "9" * 40,
        "1e9",
        "NaN",
    ),
    *("2026-13-40", "0000-00-00", "9999-12-31", "1900-01-01", "2200-12-31", "2026-06-30", "2026-W53", "-5"),
    *(None, True, 0, 1, -1, 10**30, 1.5, float("inf"), [], {}, [[]], ["x"] * 1_000, {"a": {"b": [1]}}),
)
PATHS = (
    *(re.sub("<[^>]+>", "{key}", page.path) for page in PAGES),
    *("/kund/{key}/x/y", "/kund//matchning", "/kund/%00", "/{key}"),
)
PLAIN: dict[str, tuple[str, ...]] = {
    "lager": LAYERS,
    "fraga": QUESTIONS,
    "nod": ("coach:A", "coach:B", "employer:E1", "referrer:lss", "party:lss", OF_BO),
    "matt": ("clients.active", "trials.started", "employer.events", "follow_ups.due", "clients.queue"),
}
PEOPLE: dict[str, tuple[Role, str | None]] = {
    "anna": (Role.COACH, "A"),
    "chef": (Role.MANAGER, None),
    "gast": (Role.VISITOR, None),
    "adm": (Role.ADMIN, None),
}
HIDDEN = {
    "anna": (*SECRETS, OF_BO),
    **dict.fromkeys(("gast", "adm"), (*SECRETS, OF_BO, OF_ANNA, "K-FORE", "P-1", "P-2")),
    "chef": (),
}
"""What an answer must not tell somebody who has not sent it."""
DAYS = ("2026-06-30", "1900-01-01", "2200-12-31", "2026-02-30", "2025-12-31")


BROKEN = (
    ["x.n_clicks"],
    ["n_clicks"],
    [""],
    ["."],
    ['{"a":1}.n_clicks'],
    ['{"type":"x","view":[1]}.n_clicks'],
)
"""What set a callback off, as no page would say it."""


class Forger:
    """Makes posts to all callbacks in turn: some as a page would send them, most not.

    It learns at which addresses each callback answers, and asks more there.
    """

    def __init__(self, app: BryggaDash, seed: int) -> None:
        self.app = app
        self.draw = random.Random(seed)
        self.outputs = server_callbacks(app)
        self.answered: dict[str, set[str]] = {}
        self.known: list[str] = []
        self.keys = KEYS
        self.odd = 0.0

    def body(self, number: int) -> dict[str, Any]:
        body = body_of(self.app, self.outputs[number % len(self.outputs)])
        self.known = sorted(self.answered.get(body["output"], ()))
        # What somebody saves for herself she is shown again: nothing that would look like a colleague's.
        self.keys = HERS if "vyer" in body["output"] else KEYS
        self.odd = self.draw.choice((0.0, 0.05, 0.3))
        known = self.app.callback_map[body["output"]]
        for kind in ("inputs", "state"):
            body[kind] = [
                self.many(spec) if one == [] else one
                for one, spec in zip(body[kind], known[kind], strict=True)
            ]
            for part in flat(body[kind]):
                part["value"] = self.value(part["property"], str(part["id"]))
        names = [f"{written(one['id'])}.{one['property']}" for one in flat(body["inputs"])]
        changed = [name for name in names if self.draw.random() < 0.5]
        body["changedPropIds"] = self.draw.choice((changed, changed, changed, *BROKEN))
        return body

    def many(self, spec: dict[str, Any]) -> list[dict[str, Any]]:
        """A pattern's parts, some with numbers that are somebody else's or nobody's."""
        pattern = json.loads(spec["id"])
        return [
            {
                "id": {name: one if isinstance(value, list) else value for name, value in pattern.items()},
                "property": spec["property"],
            }
            for one in self.draw.sample((0, 1, 2, "1", "x", True, 10**30), k=self.draw.randrange(4))
        ]

    def learn(self, body: dict[str, Any], status: int) -> None:
        for part in flat(body["inputs"] + body["state"]):
            if status == 200 and part["property"] == "pathname":
                self.answered.setdefault(body["output"], set()).add(str(part["value"]))

    def value(self, prop: str, where: str) -> Any:
        if self.draw.random() < self.odd:
            return self.draw.choice(ODD)
        if prop == "pathname":
            return self.path()
        if prop == "search":
            return self.search()
        if prop == "href":
            return f"http://localhost{self.path()}"
        if prop == "id":
            return self.draw.choice(({"type": "x", "view": 1}, {"view": [1]}, {"view": None}, {}, "x"))
        if where == "skriv-begaran":
            return self.asked()
        if prop in {"n_clicks", "n_intervals", "n_submit"}:
            return self.draw.choice((1, 2, None))
        if prop == "data":
            return self.draw.choice((None, "x", {}, {"key": "x"}, *self.keys, "light"))
        return self.draw.choice((1, 2, "x", *self.keys, *DAYS))

    def path(self) -> str:
        if self.known and self.draw.random() < 0.7:
            return self.draw.choice(self.known)
        return self.draw.choice(PATHS).format(key=self.draw.choice(self.keys))

    def search(self) -> str:
        return "?" + "&".join(self.one() for _time in range(self.draw.randrange(5)))

    def one(self) -> str:
        key = self.draw.choice(_KEYS).url
        odd = [str(one) for one in ODD if isinstance(one, str)]
        value = self.draw.choice(
            self.draw.choice((PLAIN.get(key, self.keys), self.keys, DAYS, odd, ("1", "12")))
        )
        return f"{key}={value}"

    def asked(self) -> dict[str, Any]:
        action = self.draw.choice((*Action, TAKE_BACK, "x"))
        names = (*FIELDS.get(action, ()), *self.draw.sample(("source", "client_id", "coach_id"), k=1))
        words = (*self.keys, *DAYS, "client", "visit", "coach", "own_wish", "20", *map(str, ODD))
        return {
            "form": "f",
            "action": str(action),
            "key": self.draw.choice((*self.keys, "1", "2", *(one for one in ODD if isinstance(one, str)))),
            "seen": self.draw.choice(("", "x", "a b", "\x00 b", "K\x00 b")),
            "cells": {name: self.draw.choice(words) for name in names if self.draw.random() < 0.8},
        }


def flat(parts: list[Any]) -> list[dict[str, Any]]:
    return [one for part in parts for one in (part if isinstance(part, list) else [part])]


def written(component_id: Any) -> str:
    """A component's id as Dash's script writes it."""
    if isinstance(component_id, str):
        return component_id
    return json.dumps(component_id, sort_keys=True, separators=(",", ":"))


@pytest.fixture
def app(settings: Settings, address: str) -> Iterator[BryggaDash]:
    engine = open_engine(address)
    stored(engine, *rows())
    for name, (role, coach) in PEOPLE.items():
        add_account(engine, username=name, name=name.title(), role=role, password=PASSWORD, coach_id=coach)
    engine.dispose()
    made = create_app(settings.model_copy(update={"database_url": address}))
    yield made
    made.store.engine.dispose()


@pytest.fixture
def manager(shared_app: BryggaDash) -> Browser:
    return signed_in(shared_app, "manager")


def post(browser: Browser, body: str) -> TestResponse:
    headers = {**browser.headers, "X-CSRFToken": browser.csrf(), "Content-Type": "application/json"}
    return browser.client.post(UPDATE, data=body, headers=headers)


def test_no_forged_post_makes_an_error_or_tells_of_a_colleagues_client(
    app: BryggaDash, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    forger = Forger(app, seed=POSTS)
    browsers = {name: signed_in(app, name) for name in PEOPLE}
    for number in range(POSTS):
        name = forger.draw.choice(("anna", *PEOPLE))
        body = forger.body(number)
        sent = json.dumps(body)
        answer = post(browsers[name], sent)
        assert answer.status_code < 500, (name, sent)
        text = told(answer)
        assert not [one for one in HIDDEN[name] if one in text and one not in sent], (name, sent)
        forger.learn(body, answer.status_code)
    assert not any(one in caplog.text for one in (*SECRETS, OF_ANNA, OF_BO, NUMBER))


@pytest.mark.parametrize("number", [1, "x", 1.5, [1], {"a": 1}, None])
@pytest.mark.parametrize("kind", ["vy-byt-namn", "vy-ta-bort"])
def test_a_forged_number_of_a_saved_view_is_no_error_of_ours(
    shared_app: BryggaDash, manager: Browser, kind: str, number: Any
) -> None:
    output = next(one for one in server_callbacks(shared_app) if kind in str(shared_app.callback_map[one]))
    body = body_of(shared_app, output)
    pressed = {"type": kind, "view": 1}
    field = {"type": "vy-nytt-namn", "view": 1}
    at = [one["id"] for one in shared_app.callback_map[output]["inputs"]].index(
        written(pressed | {"view": ["ALL"]})
    )
    body["inputs"][at] = [{"id": pressed, "property": "n_clicks", "value": 1}]
    body["state"] = [
        [{"id": field, "property": "value", "value": "Ny"}],
        [{"id": field, "property": "id", "value": field | {"view": number}}],
    ]
    body["changedPropIds"] = [f"{written(pressed)}.n_clicks"]
    assert post(manager, json.dumps(body)).status_code in {200, 400}
