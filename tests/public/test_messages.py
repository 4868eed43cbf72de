"""The accessibility statement and its form."""

import datetime as dt
import os
import re
import stat
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.cli.public_process import make_public_app
from dashboard.data.public_messages import MessageFile, add_message, read_messages, remove_message
from dashboard.domain.errors import DatabaseUnreachable
from dashboard.public.messages import PER_COPY, PER_READER, WINDOW_S, Pace
from dashboard.public.statement import ASSESSED
from dashboard.settings import Settings
from tests.public.conftest import publish
from tests.public_pages import rich

PATH = "/tillganglighet"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
MONDAY = dt.date(2026, 8, 17)


def send(client: FlaskClient, text: str = "Kartan går inte att läsa.", **fields: str) -> TestResponse:
    return client.post(PATH, data={"text": text, **fields}, headers=FROM_HERE)


@pytest.fixture
def client(own_public: Settings) -> FlaskClient:
    publish(own_public, rich())
    made: FlaskClient = make_public_app(own_public).test_client()
    return made


def test_the_statement_has_its_eleven_parts(client: FlaskClient) -> None:
    page = client.get(PATH).text
    parts = re.findall(r'data-part="(\w+)"', page)
    assert len(parts) == len(set(parts)) == 11
    for said in (
        "delvis förenliga",
        "12 §",
        "9 §",
        "15 §",
        "https://www.digg.se/tdosanmalan",
        "Senast bedömda den 25 november 2026",
    ):
        assert said in page
    assert (dt.date(2026, 11, 25) - ASSESSED).days < 365


def test_a_message_is_kept_for_the_managers_and_for_nobody_else(
    client: FlaskClient, own_public: Settings
) -> None:
    answer = send(client, answer_to="a@example.se")
    assert answer.status_code == 200
    assert "Ditt meddelande är sparat" in answer.text
    assert [(one.text, one.answer_to) for one in read_messages(own_public.messages)] == [
        ("Kartan går inte att läsa.", "a@example.se")
    ]
    assert stat.S_IMODE(os.stat(own_public.messages).st_mode) == 0o600
    assert "Kartan går inte" not in client.get(PATH).text


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("  ", 400, "Skriv vad som inte fungerar"),
        ("x" * 4_001, 400, "Skriv högst 4"),
        ("Jag heter 850709-9805", 400, "ser ut som ett personnummer"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(
    client: FlaskClient, own_public: Settings, text: str, status: int, said: str
) -> None:
    answer = send(client, text)
    assert answer.status_code == status
    assert said in answer.text
    assert text.strip() in answer.text
    assert read_messages(own_public.messages) == ()


@pytest.mark.parametrize(
    "number",
    [
        "850709\n9805",
        "850709\t9805",
        "(850709) 9805",
        "850709--9805",
        "850709 _9805",
        "<b>850709</b>9805",
        "850709\0" + "9805",
        "\u0668\u0665\u0660\u0667\u0660\u0669\u0669\u0668\u0660\u0665",
    ],
)
def test_a_number_is_seen_however_it_is_written(number: str) -> None:
    desk = MessageFile(Path("nowhere.db"))
    assert desk.names_a_person(f"Jag heter {number}.")
    assert not desk.names_a_person(
        "Ring 070-123 45 67 eller 0701-30 45 62, org.nr 556012-5790. 2026-08-17 10:30"
    )


def test_a_file_of_messages_that_cannot_be_read_is_a_sentence(own_public: Settings) -> None:
    path = own_public.messages
    path.write_bytes(b"no database at all" * 100)
    for asked in (lambda: read_messages(path), lambda: remove_message(path, 1)):
        with pytest.raises(DatabaseUnreachable, match="meddelanden"):
            asked()
    assert not add_message(path, "Hej", "", MONDAY)
    path.unlink()
    assert add_message(path, "Hej", "", MONDAY)
    assert not remove_message(path, 10**30)


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(
    client: FlaskClient, own_public: Settings
) -> None:
    assert "Ditt meddelande är sparat" in send(client, webbplats="https://spam.example").text
    assert read_messages(own_public.messages) == ()


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}]
)
def test_a_form_on_another_site_is_refused(
    client: FlaskClient, own_public: Settings, headers: dict[str, str]
) -> None:
    assert client.post(PATH, data={"text": "Hej"}, headers=headers).status_code == 400
    assert read_messages(own_public.messages) == ()


def test_what_is_written_is_never_read_as_html(client: FlaskClient) -> None:
    answer = client.post(PATH, data={"text": "<script>1</script>" + "x" * 4_000}, headers=FROM_HERE)
    assert "<script>1" not in answer.text
    assert "&lt;script&gt;1" in answer.text


def test_one_reader_may_send_a_few_an_hour_and_all_together_some_more() -> None:
    now = [0.0]
    pace = Pace(clock=lambda: now[0])
    assert [pace.allows("a") for _n in range(PER_READER + 1)] == [True] * PER_READER + [False]
    assert pace.allows("b")
    now[0] = WINDOW_S
    assert pace.allows("a")
    crowd = [pace.allows(str(n)) for n in range(PER_COPY)]
    assert crowd.count(False) == 1
    assert crowd[-1] is False


def test_too_many_messages_are_refused_in_words(client: FlaskClient) -> None:
    answers = [send(client).status_code for _n in range(PER_READER + 1)]
    assert answers == [200] * PER_READER + [429]


def test_a_message_is_removed_by_a_manager_or_after_a_year(own_public: Settings) -> None:
    path = own_public.messages
    assert add_message(path, "Gammalt", "", MONDAY)
    assert add_message(path, "Nytt", "", MONDAY + dt.timedelta(days=366))
    assert [one.text for one in read_messages(path)] == ["Nytt"]
    (left,) = read_messages(path)
    assert remove_message(path, left.number)
    assert not remove_message(path, left.number)
    assert b"Nytt" not in path.read_bytes()


def test_where_nothing_can_be_kept_the_page_names_the_contact_instead(own_public: Settings) -> None:
    publish(own_public, rich())
    nowhere = own_public.model_copy(update={"public_messages": "/proc/finns-inte/messages.db"})
    page = make_public_app(nowhere).test_client().get(PATH).text
    assert "<form" not in page
    assert "stod@ekvik.example" in page
