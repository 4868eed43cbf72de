"""The page of outcomes in a browser: a choice redraws its card, and the file is of the same selection."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from dashboard import ids
from dashboard.pages.outcomes import place_id
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]


def test_the_trials_are_divided_anew_and_loaded_down(open_page: OpenPage) -> None:
    page = open_page("/utfall").page
    card = page.locator(f"#{place_id('split')}")
    expect(card).to_contain_text("Praktik")
    page.locator(f"#{ids.Outcomes.SPLIT}").select_option("gender")
    expect(card).to_contain_text("Kvinna")
    expect(card).not_to_contain_text("Praktik")
    assert "uppdelat=gender" in page.url
    card.get_by_text("Ladda ner").click()
    with page.expect_download() as waiting:
        card.get_by_role("link", name="xlsx").click()
    assert waiting.value.suggested_filename.startswith("utfall-split-")
    page.go_back()
    expect(card).to_contain_text("Praktik")
    expect(page.locator(f"#{ids.Outcomes.SPLIT}")).to_have_value("kind")


BROKEN = "lasting"


def test_a_card_that_fails_says_so_and_is_asked_for_again(open_page: OpenPage) -> None:
    visit = open_page("/metod")
    page = visit.page
    answer_once_with_an_error(page, place_id(BROKEN))
    page.get_by_role("link", name="Utfall").first.click()
    card = page.locator(f"#{place_id(BROKEN)}")
    again = card.get_by_role("button", name="Försök igen")
    expect(again).to_be_visible()
    expect(card.get_by_role("heading")).to_have_text("Anställningar som håller")
    expect(card).to_contain_text("1a2b3c4d")
    expect(page.locator("#b-answer")).to_be_hidden()
    visit.settle()
    assert page.locator(".b-card--waits, .b-err").count() == 1
    assert page.locator(".b-place .b-finding").count() == page.locator(".b-place").count() - 1
    again.click()
    expect(card).to_contain_text("av anställningarna pågår fortfarande")
    # The browser itself has told of the answer that we broke.
    visit.complaints.clear()


def answer_once_with_an_error(page: Page, place: str) -> None:
    broken: list[str] = []

    def answer(route: Route) -> None:
        if f'"output":"{place}.' in (route.request.post_data or "") and not broken:
            broken.append(place)
            route.fulfill(status=500, json={"error": "Det gick inte.", "id": "1a2b3c4d", "status": 500})
        else:
            route.continue_()

    page.route(lambda address: "_dash-update-component" in address, answer)
