"""From a number to how it is counted and to the rows behind it, in a browser."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.data.demo import stories
from tests.browser.conftest import EVERY_LOOK, Visit

OpenPage = Callable[..., Visit]
PLACES = ("/underlag?matt=employers.total", "/underlag?matt=follow_ups.due")


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_bars_anyone(
    open_page: OpenPage, barriers: Callable[[Visit], list[str]], path: str, language: str
) -> None:
    assert barriers(open_page(path, language=language)) == []


def test_nothing_bars_anyone_with_every_help_open(
    open_page: OpenPage, barriers: Callable[..., list[str]]
) -> None:
    visit = open_page(f"/arbetsgivare/{stories.DEAD_END}")
    for summary in visit.page.locator(".b-tools summary").all():
        summary.click()
    assert barriers(visit, EVERY_LOOK) == []


def test_the_help_on_a_card_leads_to_the_definition_and_back(open_page: OpenPage) -> None:
    visit = open_page(f"/arbetsgivare/{stories.DEAD_END}")
    tab = visit.page
    card = tab.locator("#e-utfall")
    card.get_by_text("Så räknas det", exact=True).click()
    card.get_by_role("link", name="Prövningar där som ledde vidare").last.click()
    visit.settle()
    heading = tab.locator("#matt-employer-trials_succeeded")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    tab.go_back()
    visit.settle()
    card.get_by_text("Visa raderna", exact=True).click()
    card.get_by_role("link", name="Avslutade prövningar hos arbetsgivaren").first.click()
    visit.settle()
    expect(tab.locator(".b-finding")).to_have_text("Siffran är 4.")
    expect(tab.locator("tbody tr")).to_have_count(4)


def test_a_linked_definition_opens_where_it_stands(open_page: OpenPage) -> None:
    tab = open_page("/sa-raknas-det#matt-network-density", role="visitor").page
    expect(tab.locator("#matt-network-density")).to_be_in_viewport()


def test_a_number_opens_its_rows_which_go_into_a_file(open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page("/arbetsgivare?varme=cooling")
    tab = visit.page
    tab.get_by_role("link", name="Visa raderna").click()
    visit.settle()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Underlag till en siffra")
    figure = tab.locator(".b-finding b").inner_text().removeprefix("Siffran är ").removesuffix(".")
    with tab.expect_download() as asked:
        tab.get_by_role("button", name="Ladda ner raderna som csv").click()
    file = tmp_path / "underlag.csv"
    asked.value.save_as(file)
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    assert rows.index([]) - 1 == int(figure)


def test_a_coach_is_told_what_is_left_out(open_page: OpenPage) -> None:
    visit = open_page("/underlag?matt=clients.active", role="coach")
    expect(visit.page.get_by_text("rader gäller andra coachers kunder och visas inte.")).to_be_visible()


def test_another_part_of_the_figure_is_a_click_away(open_page: OpenPage) -> None:
    visit = open_page("/underlag?matt=employers.by_warmth.active")
    tab = visit.page
    tab.get_by_label("Siffrans delar").get_by_role("link", name="Vilande").click()
    visit.settle()
    expect(tab.get_by_role("heading", level=2)).to_have_text("Arbetsgivare efter värme: Vilande")
