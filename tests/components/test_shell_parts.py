"""The frame and the filter bar: only what the person may see, only what the data holds."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.callbacks.shell import show_filters, show_page
from dashboard.components.filter_bar import filter_bar
from dashboard.components.shell import frame
from dashboard.domain.access import Role, Viewer
from dashboard.pages import PAGES, find_page
from dashboard.reports.access import Access, Store
from dashboard.reports.filter_choices import CoachChoice, FilterChoices, filter_choices
from dashboard.reports.state import PageState
from tests.builders import coach, contact, employer, stored, unit
from tests.components.drawn import parts, text

CHOICES = FilterChoices(
    units=(("U1", "Ekvik"),),
    programmes=(),
    coaches=(CoachChoice("A", "Anna", None), CoachChoice("B", "Bo", dt.date(2026, 1, 31))),
    ownerships=("private", "municipal"),
    sectors=("G", "I"),
)


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    stored(
        sqlite_engine,
        unit("U1", name="Ekvik"),
        coach("A", name="Anna", unit_id="U1"),
        coach("Å", name="Åsa", unit_id="U1", ended_on="2026-01-31"),
        employer("E1", ownership="municipal", sni_code="56100"),
        employer("E2", ownership="private", sni_code="47.11"),
        contact("E1", "A", "2026-03-01"),
    )
    return Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine))


def seen_by(access: Access, role: Role) -> Access:
    return Access(Viewer(2, "Någon", role), access.store)


def bar(query: str = "", choices: FilterChoices = CHOICES, **more):
    return filter_bar("/natverk", PageState.parse(query), choices, **more)


def test_choices_are_those_of_the_data_in_swedish_order(access: Access):
    found = filter_choices(access)
    assert [one.name for one in found.coaches] == ["Anna", "Åsa"]
    assert found.ownerships == ("private", "municipal")
    assert found.sectors == ("G", "I")
    assert found.units == (("U1", "Ekvik"),)


def test_a_choice_between_units_needs_two_units():
    assert not parts(bar(), id="urval-enhet")
    two = FilterChoices((("U1", "Ekvik"), ("U2", "Sund")), (), (), (), ())
    assert parts(bar(choices=two), id="urval-enhet")


def test_a_coach_who_has_left_is_marked_on_the_days_after():
    assert "Bo (har slutat)" in str(parts(bar("?per=2026-02-01"), id="urval-coach")[0].options)
    assert "har slutat" not in str(parts(bar("?per=2026-01-31"), id="urval-coach")[0].options)


def test_what_is_chosen_is_a_chip_that_leads_to_the_page_without_it():
    drawn = bar("?coach=A&agarform=private&fraga=cooling&sida=3")
    chips = parts(drawn, "A", "b-chip")
    assert [text(one) for one in chips] == ["Coach: Anna ta bort", "Ägarform: Privat ta bort"]
    assert chips[0].href == "/natverk?agarform=private&fraga=cooling"
    assert [one.href for one in parts(drawn, "A", "b-btn")] == ["/natverk"]


def test_nothing_chosen_has_no_chips_and_nothing_to_clear():
    assert not parts(bar(), class_name="b-chips")


def test_what_the_address_held_in_vain_is_said():
    (notice,) = parts(bar("?per=2026-02-30"), class_name="b-notice")
    assert notice.role == "status"
    assert "2026-02-30" in text(notice)


def test_a_page_offers_only_the_filters_that_mean_something_on_it():
    drawn = bar(offered=("day",))
    assert parts(drawn, id="urval-dag")
    assert not parts(drawn, id="urval-coach")


def test_a_coach_whose_own_day_it_is_has_no_coach_to_choose(access: Access):
    shown = {role: show_filters(seen_by(access, role), "", "/idag") for role in (Role.COACH, Role.MANAGER)}
    assert not parts(shown[Role.COACH], id="urval-coach")
    assert parts(shown[Role.COACH], id="urval-dag")
    assert parts(shown[Role.MANAGER], id="urval-coach")


def test_the_menu_leads_only_to_pages_the_person_may_see(access: Access):
    for role in Role:
        links = {one.href for one in parts(frame(seen_by(access, role), PAGES), "A", data_app="yes")} - {"/"}
        assert links <= {page.path for page in PAGES if role in page.roles}, role


def test_the_frame_names_the_person_and_carries_the_token(access: Access):
    drawn = frame(access, PAGES, csrf_token="hemlig")
    assert "MajaEnhetschef" in text(drawn)
    tokens = [one for one in parts(drawn, "Input") if one.name == "csrf_token"]
    assert {one.value for one in tokens} == {"hemlig"}
    assert {one.action for one in parts(drawn, "Form")} == {"/logga-ut", "/sprak"}


def test_the_foot_says_when_something_was_last_recorded(access: Access):
    assert "Senast registrerade händelse: 1 mars 2026." in text(frame(access, PAGES))


def test_an_empty_database_is_a_sentence_and_not_an_error(sqlite_engine: Engine):
    empty = Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine))
    assert "Inget är registrerat än." in text(frame(empty, PAGES))
    assert filter_choices(empty) == FilterChoices((), (), (), (), ())


def test_an_unknown_page_and_a_forbidden_one_look_the_same(access: Access):
    visitor = seen_by(access, Role.VISITOR)
    assert text(show_page(visitor, "/tillstand", "")) == text(show_page(visitor, "/finns-inte", ""))
    assert "Sidan finns inte" in text(show_page(access, "/finns-inte", ""))


def test_a_page_has_one_heading_and_its_filters(access: Access):
    drawn = show_page(access, "/tillstand", "")
    assert [text(one) for one in parts(drawn, "H1")] == ["Tillstånd och tecken"]
    assert not parts(drawn, id="urval")


def test_the_filter_bar_is_nobodys_who_may_not_see_the_page(access: Access):
    assert show_filters(seen_by(access, Role.VISITOR), "?coach=A", "/natverk") is None
    assert show_filters(access, "", "/finns-inte") is None


def test_an_address_is_taken_apart_as_its_page_says():
    found = find_page("/arbetsgivare/A%20017")
    assert found is not None
    assert found[1] == {"employer_id": "A 017"}
    assert find_page("/arbetsgivare/A/B") is None
