"""From a unit's rows to the bytes that anybody gets: no key, no name, and no trace of a hidden number."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.cli.public_process import make_public_app
from dashboard.data.engine import open_engine
from dashboard.domain.publication import HIDDEN, Publication
from dashboard.reports.access import Store
from dashboard.reports.publish_audit import audit
from dashboard.reports.publish_draft import outcome_of
from dashboard.settings import Settings
from tests.builders import Row, stored
from tests.public.conftest import public_settings, publish
from tests.public.test_pages import EVERYTHING
from tests.publish_world import KEY, choice, everything

TODAY = dt.date(2026, 8, 3)
SECRETS = (b"HEMLIG", b"Hemliga", b"C-ANNA", b"A-0", b"A-1")
SPLITS = ((1, 4), (2, 3), (3, 2), (4, 1))
"""Of the five on steps 1 and 2, so many on each: the two are hidden, and all other numbers the same."""


def step(n: int, place: int) -> Row:
    return Row("steps", {"client_id": KEY.format(n=n), "step": place, "entered_on": "2026-02-02"})


def audited(rows: Iterable[Row], address: str) -> Publication:
    engine: Engine = open_engine(address)
    stored(engine, *rows)
    outcome = outcome_of(audit(Store(engine), choice(), TODAY))
    engine.dispose()
    assert outcome.safe
    return replace(outcome.publication, key="0f3c9a")


def answers(settings: Settings, publication: Publication) -> dict[str, bytes]:
    publish(settings, publication)
    client = make_public_app(settings).test_client()
    got = {path: client.get(path) for path in EVERYTHING}
    heads = {path: str(answer.headers).encode() for path, answer in got.items()}
    return {path: heads[path] + answer.data for path, answer in got.items() if answer.status_code == 200}


@pytest.fixture(scope="module")
def bytes_of(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What the public process answers for each of the splits."""
    found = []
    for few, more in SPLITS:
        folder = tmp_path_factory.mktemp("spar")
        database = folder / "brygga.db"
        database.write_bytes(sqlite_template.read_bytes())
        places = [1] * few + [2] * more + [5] * 35
        steps = [step(n, place) for n, place in enumerate(places, 1) if n % 8]
        publication = audited([*everything(), *steps], f"sqlite:///{database}")
        table = publication.table("steps")
        assert table is not None
        assert [table.cell(key).sign for key in ("1", "2")] == [HIDDEN] * 2
        found.append(answers(public_settings(folder / "public"), publication))
    return found


def test_no_answer_holds_a_key_or_a_name(bytes_of: list[dict[str, bytes]]) -> None:
    assert len(bytes_of[0]) > 10
    for path, content in bytes_of[0].items():
        assert [secret for secret in SECRETS if secret in content] == [], path


def test_answers_are_the_same_to_the_byte_whatever_is_hidden(bytes_of: list[dict[str, bytes]]) -> None:
    """Headers too: neither length nor fingerprint tells one hidden number from another."""
    assert bytes_of[1:] == [bytes_of[0]] * 3
