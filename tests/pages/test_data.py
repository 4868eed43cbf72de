"""The page Data: what it says of a unit's data, and to whom."""

from dataclasses import replace

from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.pages import find_page
from dashboard.reports.access import Access, Store
from tests.builders import client, employer, placement, stored
from tests.pages.drawn_pages import Tag, drawn

MANAGER = Viewer(1, "Maja", Role.MANAGER)


def page_of(access: Access) -> Tag:
    found = find_page("/data")
    assert found is not None
    return drawn(found[0], access)


def test_an_empty_database_says_what_will_be_here(sqlite_engine: Engine) -> None:
    text = page_of(Access(MANAGER, Store(sqlite_engine))).text
    assert "Inget är inläst än" in text
    assert "att rätta" not in text


def test_each_kind_says_how_many_of_how_many_what_to_do_and_where(sqlite_engine: Engine) -> None:
    tidy = {"position_precision": "locality", "occupations": "9412", "sni_code": "56100"}
    stored(
        sqlite_engine,
        employer("E1", **tidy),
        client("K1", "A", "2026-11-01", wished_occupations="9412", postal_code="18630"),
        placement("E1", "K1", "2026-11-02", None, outcome="no_job", placement_id="P1", occupation="9412"),
    )
    page = page_of(Access(MANAGER, Store(sqlite_engine)))

    assert "1 sak att rätta" in page.text
    assert "Utfall utan slut 1 av 1 (100\u00a0%)" in page.text
    assert "Skriv slutet, eller ta bort utfallet." in page.text
    assert "P1" in page.text
    links = {part.attributes.get("href") for part in page.within()}
    assert any("matt=quality.outcome_without_end" in str(link) for link in links)


def test_an_administrator_sees_no_clients_key_and_no_way_to_rows_she_may_not_open(
    sqlite_engine: Engine,
) -> None:
    stored(sqlite_engine, client("K-HEMLIG", None, "2026-11-01"))
    access = Access(MANAGER, Store(sqlite_engine))
    assert "K-HEMLIG" in page_of(access).text

    page = page_of(replace(access, viewer=Viewer(2, "Adam", Role.ADMIN)))
    assert "Kunder utan coach 1 av 1" in page.text
    assert "K-HEMLIG" not in page.text
    assert "en kund du inte får se" in page.text
    assert not [part for part in page.within() if "/underlag" in str(part.attributes.get("href", ""))]
