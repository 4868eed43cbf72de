"""The page of outcomes in a browser: a choice redraws its card, and the file is of the same selection."""

from collections.abc import Callable

from playwright.sync_api import expect

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
