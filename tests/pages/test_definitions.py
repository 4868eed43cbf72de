"""How it is counted: the page, the help on every card, and a definition for all that is shown."""

from dataclasses import replace

import pytest

from dashboard.components.definitions import DEFINITIONS, how_counted
from dashboard.domain.access import EVERYONE, Role, Viewer
from dashboard.domain.definitions import Definitions
from dashboard.i18n import use_language
from dashboard.pages import PAGES, find_page
from dashboard.reports.access import Access
from dashboard.reports.definitions import AREAS, MEASURES, is_defined
from dashboard.reports.further import KEYS as FURTHER
from dashboard.reports.report_json import report
from dashboard.reports.state import PageState
from dashboard.reports.supplement import KEYS as BESIDE_THE_JSON
from tests.components.drawn import parts, text
from tests.pages.drawn_pages import DAY, OF_CLIENTS, Tag, cards_of, drawn, shows_numbers
from tests.reports.test_definitions import paths


def page_of(access: Access) -> Tag:
    found = find_page(DEFINITIONS)
    assert found is not None
    return drawn(found[0], access)


def test_every_card_with_a_number_says_which_figures_it_shows(demo_access: Access) -> None:
    cards = cards_of(demo_access)
    assert len(cards) >= 10
    silent = [
        f"{path}: {card.attributes.get('id', card.text[:40])}"
        for path, card in cards
        if shows_numbers(card) and not card.measures
    ]
    assert silent == []


def test_every_figure_that_a_card_shows_has_its_definition(demo_access: Access) -> None:
    shown = {key for _path, card in cards_of(demo_access) for key in card.measures}
    assert sorted(key for key in shown if not is_defined(key)) == []


def test_no_definition_is_without_a_figure(demo_access: Access) -> None:
    known = {key for _path, card in cards_of(demo_access) for key in card.measures}
    known |= {*paths(report(demo_access, DAY)), *BESIDE_THE_JSON, *FURTHER}
    known |= {key for page in PAGES if page.path in OF_CLIENTS for key in drawn(page, demo_access).measures}
    unused = [
        path
        for measure in MEASURES.values()
        if measure.key not in known
        for path in measure.paths
        if path not in known
    ]
    assert unused == []


def test_the_page_holds_every_definition_under_its_own_anchor(demo_access: Access) -> None:
    headings = [
        str(part.attributes["id"])
        for part in page_of(demo_access).within()
        if str(part.attributes.get("id", "")).startswith("matt-")
    ]
    assert headings == [measure.anchor for area in AREAS for measure in area.measures]


def test_the_page_shows_the_settings_in_force(demo_access: Access) -> None:
    tried = replace(demo_access, tried=replace(Definitions(), tie_window=123))
    assert "de senaste 123 dagarna" in page_of(tried).text
    assert tried.definitions.version in page_of(tried).text


@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_is_signed_in_may_read_it_and_staff_may_go_on_to_the_rows(
    demo_access: Access, role: Role
) -> None:
    found = find_page(DEFINITIONS)
    assert found is not None
    assert found[0].roles == EVERYONE
    page = page_of(replace(demo_access, viewer=Viewer(9, "N", role)))
    links = [part for part in page.within() if "/underlag" in str(part.attributes.get("href", ""))]
    assert bool(links) == (role in {Role.COACH, Role.MANAGER})


def test_the_help_on_a_card_leads_to_the_place_on_the_page() -> None:
    use_language("en")
    made = how_counted(
        "trials.success.n", "clients.active", definitions=Definitions(), state=PageState(units=("U1",))
    )
    assert [part.href for part in parts(made, "A")] == [
        "/sa-raknas-det?enhet=U1#matt-trials-success",
        "/sa-raknas-det?enhet=U1#matt-clients-active",
    ]
    assert "Clients who are enrolled and not closed on the day." in text(made)
