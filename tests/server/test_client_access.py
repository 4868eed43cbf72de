"""A coach reaches no other coach's client: through no page, callback, download or guessed address."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import TestResponse

from dashboard.app import BryggaDash, create_app
from dashboard.callbacks import GROUPS
from dashboard.cli.database import ready_engine
from dashboard.data.access_log import read_log
from dashboard.data.accounts import add_account
from dashboard.domain.access import Role
from dashboard.settings import Settings
from tests.builders import stored
from tests.reports.clients_small import OF_ANNA, OF_BO, rows
from tests.server.conftest import PASSWORD, Browser
from tests.server.test_callbacks import body_of, server_callbacks

NOBODYS = "K-XXXX"
"""A key of the same length that no client has."""
SECRETS = ("Hemligby", "P-BO", "P-NU")
"""What stands in rows about Bo's client and nowhere else."""
ADDRESSES = (
    *(("/kund/{key}", ""), ("/kund/{key}", "?coach=B"), ("/kund/{key}/", ""), ("/kund/{key}/matchning", "")),
    *(("/kund/{key}/matchning", "?yrke=94&km=50"), ("/kunder", "?q={key}"), ("/kunder", "?coach=B")),
    *(("/logg", "?kund={key}"), ("/underlag", "?matt=clients.active&coach=B&q={key}")),
    *(
        ("/underlag", "?matt=trials.started&kund={key}"),
        ("/underlag", "?matt=employer.events&arbetsgivare=E1"),
    ),
    *(("/arbetsgivare/E1", "?kund={key}"), ("/{key}", "")),
    *(("/uppfoljning", "?coach=B&q={key}"), ("/uppfoljning", "?borta=B&veckor=4")),
    *(("/idag", "?coach=B"), ("/natverk", "?lager=referrers&nod={key}")),
    *(("/natverk", "?fraga=leaving&om=B"), ("/arbetsgivare", "?q={key}&coach=B")),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BryggaDash]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("access") / "data")
    engine = ready_engine(settings)
    stored(engine, *rows())
    for name, role, coach in (("anna", Role.COACH, "A"), ("chef", Role.MANAGER, None)):
        add_account(engine, username=name, name=name.title(), role=role, password=PASSWORD, coach_id=coach)
    engine.dispose()
    made = create_app(settings)
    yield made
    made.store.engine.dispose()


@pytest.fixture(scope="module")
def anna(app: BryggaDash) -> Browser:
    return signed_in(app, "anna")


def signed_in(app: BryggaDash, name: str) -> Browser:
    browser = Browser(app.server.test_client())
    assert browser.sign_in(name).status_code == 303
    return browser


def asked(app: BryggaDash, output: str, path: str, query: str) -> dict[str, Any]:
    """A callback's body with an address in it, each of its inputs as if it had set it off."""
    body = body_of(app, output)
    for part in (*body["inputs"], *body["state"]):
        if isinstance(part, dict):
            known = {"pathname": path, "search": query, "n_clicks": 1}
            part["value"] = known.get(part["property"], part["value"])
    single = [part for part in body["inputs"] if isinstance(part, dict)]  # a pattern is a list of controls
    body["changedPropIds"] = [f"{part['id']}.{part['property']}" for part in single[-1:]]
    return body


def told(answer: TestResponse) -> str:
    """What an answer tells, a file in it as its text."""
    found = re.search(r'"content":"([^"]+)","filename"', answer.text)
    if not found:
        return answer.text
    content = base64.b64decode(json.loads(f'"{found[1]}"'))
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return " ".join(book.read(part).decode() for part in book.namelist() if part.startswith("xl/"))


def test_no_callback_tells_a_coach_more_of_a_colleagues_client_than_of_nobody(
    app: BryggaDash, anna: Browser
) -> None:
    # Callbacks that look at the address at all: the others cannot be asked about a client.
    looking = [output for output in server_callbacks(app) if "adress" in str(app.callback_map[output])]
    assert len(looking) > len(GROUPS)
    for output in looking:
        for path, query in ADDRESSES:
            answer, nothing = (
                anna.call(asked(app, output, path.format(key=key), query.format(key=key)))
                for key in (OF_BO, NOBODYS)
            )
            where = f"{output} {path}{query}"
            assert answer.status_code == nothing.status_code < 500, where
            assert told(answer).replace(OF_BO, NOBODYS) == told(nothing), where
            assert not any(secret in told(answer) for secret in SECRETS), where


@pytest.mark.parametrize(
    "path", ["/kund/{key}", "/kund/{key}/", "/kund/{key}/matchning", "/kund/{key}?per=2026-06-30"]
)
def test_a_guessed_address_is_refused_whether_or_not_there_is_such_a_client(anna: Browser, path: str) -> None:
    answers = [anna.get(path.format(key=key)) for key in (OF_BO, NOBODYS)]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert answers[0].text.replace(OF_BO, NOBODYS) == answers[1].text


def test_the_coachs_own_client_and_all_of_the_managers_open(app: BryggaDash, anna: Browser) -> None:
    chef = signed_in(app, "chef")
    for browser, key in ((anna, OF_ANNA), (chef, OF_ANNA), (chef, OF_BO)):
        assert browser.get(f"/kund/{key}").status_code == 200
        page = browser.call(asked(app, "sida.children", f"/kund/{key}", ""))
        assert page.status_code == 200
        assert key in page.text
    assert chef.get(f"/kund/{NOBODYS}").status_code == 404
    assert chef.get("/logg").status_code == 200
    assert anna.get("/logg").status_code == 403
    logged = {(one.who, one.what, one.client_id) for one in read_log(app.store.engine).entries}
    assert {("Anna", "client", OF_ANNA), ("Chef", "client", OF_BO), ("Anna", "refused", OF_BO)} <= logged


def test_nothing_about_a_client_travels_with_a_link_to_elsewhere(anna: Browser) -> None:
    policy = anna.get(f"/kund/{OF_ANNA}").headers["Referrer-Policy"]
    assert policy in {"same-origin", "no-referrer"}
