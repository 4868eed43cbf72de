"""The page of gaps in a browser: from a tile to its list and on to an employer, and back."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from dashboard import ids
from dashboard.data.demo import stories
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]


def heading(page: Page):
    return page.locator(f"#{ids.Gaps.CARD}-title")


def rows(page: Page):
    return page.locator(f"#{ids.Gaps.TABLE} tbody tr")


def test_a_tile_leads_to_its_list_and_the_list_to_an_employer(open_page: OpenPage) -> None:
    page = open_page("/luckor").page
    expect(heading(page)).to_have_text("Yrken som saknas eller är tunna")
    tile = page.get_by_role("link", name="Återvändsgränder")
    number = tile.locator("b").inner_text()
    tile.click()
    expect(heading(page)).to_have_text("Återvändsgränder")
    expect(tile).to_have_attribute("aria-current", "true")
    expect(rows(page)).to_have_count(int(number))
    expect(page.locator(f"#{ids.Gaps.CARD}")).to_contain_text("Nästa steg")
    name = rows(page).first.locator("th a").inner_text()
    rows(page).first.locator("th a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.go_back()
    expect(heading(page)).to_have_text("Återvändsgränder")


def test_the_heat_map_is_one_stop_and_is_walked_with_the_arrow_keys(open_page: OpenPage) -> None:
    page = open_page("/luckor", width=1440).page
    links = page.locator("table[data-heat] tbody a")
    expect(page.locator("table[data-heat] tbody a:not([tabindex='-1'])")).to_have_count(1)
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("End")
    end = page.evaluate("document.activeElement.closest('td').cellIndex")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.closest('td').cellIndex") < end
    expect(page.locator("table[data-heat] tbody a:not([tabindex='-1'])")).to_be_focused()


def test_an_occupation_is_picked_in_the_picture_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/luckor").page
    before = rows(page).count()
    pick = page.locator(f"#{ids.Gaps.CARD}-yrke-{stories.MISSING_OCCUPATION}")
    pick.focus()
    page.keyboard.press("Enter")
    expect(pick).to_have_attribute("aria-current", "true")
    expect(pick).to_be_focused()
    assert f"yrke={stories.MISSING_OCCUPATION}" in page.url
    expect(page.locator(f"#{ids.Gaps.TABLE}")).to_contain_text("Uppger att den erbjuder det")
    page.keyboard.press("Enter")
    expect(pick).not_to_have_attribute("aria-current", "true")
    expect(rows(page)).to_have_count(before)


def test_the_list_is_searched_and_loaded_down(open_page: OpenPage) -> None:
    page = open_page("/luckor?lucka=fading").page
    name = rows(page).nth(2).locator("th").inner_text()
    page.locator(f"#{ids.Gaps.SEARCH}").fill(name)
    expect(rows(page)).to_have_count(1)
    assert "q=" in page.url
    with page.expect_download() as waiting:
        page.locator(f"#{ids.Gaps.AS_CSV}").click()
    assert waiting.value.suggested_filename.startswith("luckor-fading-")
    page.get_by_role("link", name="Vilande").click()
    expect(page.locator(f"#{ids.Gaps.SEARCH}")).to_have_value("")
