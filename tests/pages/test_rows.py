"""The page of rows behind a figure: which rows, in which order, a page at a time, and as a file."""

from dataclasses import replace
from typing import Any

import pytest
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks import rows as callbacks
from dashboard.components.definitions import ROWS
from dashboard.data.demo import stories
from dashboard.domain.access import STAFF, Role, Viewer
from dashboard.pages import find_page
from dashboard.reports.access import Access
from dashboard.reports.stamped_file import as_csv
from dashboard.reports.state import PageState
from dashboard.reports.trace import COUNTED, trace
from dashboard.reports.trace_rows import PAGE_SIZE, trace_file, trace_page
from tests.pages.drawn_pages import DAY, Tag, drawn


def page_of(access: Access, **changes: str) -> Tag:
    found = find_page(ROWS)
    assert found is not None
    return drawn(found[0], access, **changes)


def state(query: str = "") -> PageState:
    return PageState.parse(f"per={DAY}&{query}")


def hrefs(page: Tag) -> list[str]:
    return [str(part.attributes["href"]) for part in page.within() if "href" in part.attributes]


def coach(access: Access) -> Access:
    return replace(access, viewer=Viewer(2, "C", Role.COACH, stories.OVERLOADED_COACH))


def test_the_page_is_for_staff_and_stands_in_the_foot() -> None:
    found = find_page(ROWS)
    assert found is not None
    assert found[0].roles == STAFF == callbacks.group.allow
    assert found[0].place == "foot"


def test_without_a_figure_the_page_offers_all_that_can_be_opened(demo_access: Access) -> None:
    page = page_of(demo_access)
    assert f"/underlag?per={DAY}&matt=clients.active" in hrefs(page)
    assert not [href for href in hrefs(page) if "matt=employer." in href]
    (files,) = [part for part in page.within() if part.attributes.get("id") == ids.Rows.FILES]
    assert files.attributes["hidden"] is True


@pytest.mark.parametrize("key", sorted(COUNTED))
def test_every_figure_can_be_opened(demo_access: Access, key: str) -> None:
    page = page_of(demo_access, matt=key, arbetsgivare=stories.STRONG_ON_ANNA[0])
    assert "Siffran är" in page.text


def test_a_coach_reads_how_many_rows_she_may_not_see(demo_access: Access) -> None:
    access = coach(demo_access)
    found = trace(access, state(), "clients.active")
    said = page_of(access, matt="clients.active").text
    assert f"Siffran är {found.figure}." in said
    assert f"{found.hidden} rader gäller andra coachers kunder och visas inte." in said


def test_the_parts_of_a_figure_are_a_step_away(demo_access: Access) -> None:
    found = hrefs(page_of(demo_access, matt="employers.by_warmth.cooling"))
    assert f"/underlag?per={DAY}&matt=employers.by_warmth.dormant" in found


def test_an_employers_name_leads_to_its_page(demo_access: Access) -> None:
    found = hrefs(page_of(demo_access, matt="employers.running"))
    assert [href for href in found if href.startswith("/arbetsgivare/A-")]


def test_the_rows_come_a_page_at_a_time_and_no_page_is_beyond_the_last(demo_access: Access) -> None:
    whole = trace(demo_access, state(), "employers.total").rows
    first = trace_page(demo_access, state("matt=employers.total"))
    last = trace_page(demo_access, state("matt=employers.total&sida=999"))
    assert len(first.rows) == PAGE_SIZE
    assert last.page == -(-len(whole) // PAGE_SIZE)
    assert len(last.rows) == len(whole) - (last.page - 1) * PAGE_SIZE


def test_the_rows_can_be_sorted_names_the_swedish_way(demo_access: Access) -> None:
    falling = trace_page(demo_access, state("matt=employers.total&sort=-strength")).rows["strength"]
    assert falling.is_monotonic_decreasing
    names = trace_file(demo_access, state("matt=employers.total&sort=employer")).rows
    starts = [str(row[0])[0] for row in names]
    assert starts.index("Å") > max(place for place, letter in enumerate(starts) if letter == "V")
    assert trace_page(demo_access, state("matt=employers.total&sort=shoe_size")).sort == ""


def test_a_file_holds_all_rows_their_sources_and_what_they_are(demo_access: Access) -> None:
    table = trace_file(demo_access, state("matt=follow_ups.overdue"))
    assert table.name == f"underlag-follow_ups-overdue-{DAY}"
    assert len(table.rows) == trace(demo_access, state(), "follow_ups.overdue").figure
    assert all(len(row) == len(table.header) for row in table.rows)
    assert "Påhittade exempeldata" in as_csv(table).decode("utf-8-sig")
    assert dict(table.stamp)["Urval"] == "allt"


def test_a_file_for_a_coach_says_what_it_leaves_out(demo_access: Access) -> None:
    found = trace(coach(demo_access), state(), "clients.active")
    table = trace_file(coach(demo_access), state("matt=clients.active"))
    assert len(table.rows) == len(found.rows)
    assert dict(table.stamp)["Visas inte"] == str(found.hidden)


@pytest.mark.parametrize("query", ["matt=clients.shoe_size", "matt=employer.running"])
def test_a_figure_that_cannot_be_opened_is_said_with_a_way_on(demo_access: Access, query: str) -> None:
    key, value = query.split("=")
    page = page_of(demo_access, **{key: value})
    assert "Inga rader att visa" in page.text
    assert f"/underlag?per={DAY}" in hrefs(page)


def called(access: Access, query: str, path: str = ROWS) -> Any:
    return callbacks.show_rows(access, f"?per={DAY}&{query}", path)


def test_the_table_follows_the_address_and_leaves_other_pages_alone(demo_access: Access) -> None:
    body, hidden = called(demo_access, "matt=clients.active")
    assert "Aktiva kunder" in body
    assert hidden is False
    assert called(demo_access, "")[1] is True
    with pytest.raises(PreventUpdate):
        called(demo_access, "matt=clients.active", "/natverk")
