"""The page "Side by side" in a browser: another way of grouping brings its own cards and files."""

from collections.abc import Callable

from playwright.sync_api import expect

from dashboard import ids
from dashboard.pages.side import place_id
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]


def test_groups_are_chosen_anew_and_a_card_is_loaded_down(open_page: OpenPage) -> None:
    page = open_page("/sida-vid-sida").page
    card = page.locator(f"#{place_id('success')}")
    expect(card).to_contain_text("Försörjningsstöd")
    expect(page.locator(f"#{place_id('rungs')} section")).to_have_count(0)
    page.locator(f"#{ids.Side.GROUPING}").select_option("ownership")
    expect(card).to_contain_text("Kommunal")
    expect(card).not_to_contain_text("Försörjningsstöd")
    expect(page.locator(f"#{place_id('rungs')}")).to_contain_text("Arbetsgivare per trappsteg")
    expect(page.locator(f"#{place_id('reached')} section")).to_have_count(0)
    assert "gruppera=ownership" in page.url
    card.get_by_text("Ladda ner").click()
    with page.expect_download() as waiting:
        card.get_by_role("link", name="xlsx").click()
    assert waiting.value.suggested_filename.startswith("sida-vid-sida-success-")
    page.go_back()
    expect(card).to_contain_text("Försörjningsstöd")
    expect(page.locator(f"#{ids.Side.GROUPING}")).to_have_value("referrer")
