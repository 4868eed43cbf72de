"""The other kinds of unit: quick to make, the same each time, and with settings and words of their own."""

import re
from dataclasses import fields

import pytest
from sqlalchemy import Engine

from dashboard.data.demo import KINDS, fill_demo, remove_demo
from dashboard.data.demo.kinds import invent_kind
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.reference import is_known_sni, is_known_ssyk
from dashboard.data.unit_settings import read_definitions, settings_history, store_settings
from dashboard.data.unit_words import read_words
from dashboard.domain.access import Role, Viewer
from dashboard.domain.definitions import Definitions
from dashboard.i18n import in_wording
from dashboard.pages import PAGES
from dashboard.reports.access import Access, Store
from dashboard.reports.report_json import report
from dashboard.reports.side_cards import side_card
from dashboard.reports.state import PageState
from tests.demo.cases import LEAP_DAY, SATURDAY
from tests.pages.drawn_pages import drawn
from tests.pages.test_own_words import NOT_OURS, OURS

MAIN_PAGES = ("/idag", "/natverk", "/utfall", "/sida-vid-sida", "/metod")
SAID = {
    "supported": ("arbetssökande", "Yrkesprofil och mål"),
    "course": ("deltagare", "Kurspraktik"),
    "goals": ("Egen förvaltning", "90"),
    "social": ("arbetstagare", "Arbetsintegrerande företag"),
    "steps": ("deltagare", "Kartläggning"),
}
"""Words of each kind's own that stand on its main pages."""


@pytest.mark.parametrize("key", KINDS)
def test_a_kinds_rows_are_the_same_each_time_and_what_they_should_be(key: str) -> None:
    made = invent_kind(KINDS[key], LEAP_DAY, 2)
    assert made == invent_kind(KINDS[key], LEAP_DAY, 2)
    assert made.placements != invent_kind(KINDS[key], LEAP_DAY, 3).placements
    assert len(made.units) == len(KINDS[key].units)
    assert len({client.client_id for client in made.clients}) == len(made.clients)
    for row in (row for table in fields(made) for row in getattr(made, table.name)):
        assert not any(holds_identity_number(str(value)) for value in row.row().values())
    assert all(is_known_sni(one.sni_code or "") for one in made.employers)
    assert all(one.latitude and one.municipality_code for one in made.employers)
    known = {placement.occupation for placement in made.placements if placement.occupation}
    assert all(is_known_ssyk(code) for code in known)
    units = {client.client_id: client.unit_id for client in made.clients}
    for placement in made.placements:
        assert placement.coach_id is None or placement.coach_id.startswith(units[placement.client_id])
        assert placement.employer_id is None or placement.employer_id.startswith(units[placement.client_id])
        assert placement.started_on <= LEAP_DAY
        assert placement.ended_on is None or placement.started_on <= placement.ended_on <= LEAP_DAY


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, sqlite_engine: Engine) -> tuple[str, Access]:
    key: str = request.param
    fill_demo(sqlite_engine, SATURDAY, kind=key)
    return key, Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine)).pinned()


def test_the_main_pages_of_each_kind_are_drawn_in_its_own_words(kind: tuple[str, Access]) -> None:
    key, access = kind
    with in_wording(access.store.wording()):
        parts = [drawn(page, access).text for page in PAGES if page.path in MAIN_PAGES]
        side = next(page for page in PAGES if page.path == "/sida-vid-sida")
        text = " ".join([*parts, drawn(side, access, gruppera="ownership").text])
    assert all(word in text for word in SAID[key])
    if KINDS[key].words.get("client"):
        ours = re.findall(OURS["sv"], text, re.IGNORECASE)
        assert [word for word in ours if not NOT_OURS.fullmatch(word)] == []
    found = report(access, SATURDAY)
    assert found["trials"]["completed"] > 10
    assert found["employers"]["by_ladder"]["4"] > 0
    assert found["clients"]["active"] > 20


def test_a_kind_brings_its_settings_and_they_go_with_it(sqlite_engine: Engine) -> None:
    fill_demo(sqlite_engine, SATURDAY, kind="social")
    assert read_definitions(sqlite_engine).area_km == 8
    now = settings_history(sqlite_engine)[0].at
    store_settings(sqlite_engine, {"spell_gap": 20}, who="karin", now=now)
    fill_demo(sqlite_engine, SATURDAY, replace=True)
    assert read_definitions(sqlite_engine) == Definitions()
    assert read_words(sqlite_engine) == {}
    fill_demo(sqlite_engine, SATURDAY, kind="steps", replace=True)
    remove_demo(sqlite_engine)
    assert (read_definitions(sqlite_engine), read_words(sqlite_engine)) == (Definitions(), {})


def test_a_course_in_six_municipalities_stands_side_by_side(sqlite_engine: Engine) -> None:
    fill_demo(sqlite_engine, SATURDAY, kind="course")
    access = Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine)).pinned()
    page = PageState(day=SATURDAY)
    made = side_card(access, page, "reached")
    assert len(made.groups) == 6
    assert [row.cells[1] for row in made.told.rows][:2] == ["Vallentuna", "Täby"]
    assert {row.verdict for row in made.dots[0].rows} >= {"few", "alike"}
    rounds = side_card(access, page.replace(grouping="round"), "year_after")
    assert len(rounds.groups) >= 3
    assert "2024" in str(rounds.told.rows[0].cells[0])


def test_social_enterprises_are_told_as_a_kind_of_employer_with_many_referrers(sqlite_engine: Engine) -> None:
    fill_demo(sqlite_engine, SATURDAY, kind="social")
    access = Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine)).pinned()
    page = PageState(day=SATURDAY)
    with in_wording(access.store.wording()):
        by_owner = side_card(access, page.replace(grouping="ownership"), "size")
    assert (
        max(by_owner.told.rows, key=lambda row: int(row.cells[1] or 0)).cells[0]
        == "Arbetsintegrerande företag"
    )
    assert len(side_card(access, page.replace(grouping="referrer"), "reached").groups) >= 7
    assert len(side_card(access, page.replace(grouping="district"), "reached").groups) >= 4
