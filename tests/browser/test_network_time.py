"""The network's time in a browser: by play, by keyboard and by steps, and the day in the address."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from dashboard import ids
from tests.browser.conftest import Visit
from tests.browser.test_network_page import ELEMENTS, ready

OpenPage = Callable[..., Visit]
DRAWN = f"{ELEMENTS}.edges().length"
SAID = f"#{ids.Network.TIME} .n-time__said"


def slider(page: Page):
    found = ready(page).get_by_role("slider", name="Dag")
    expect(found).to_be_enabled()
    return found


def ties_said(page: Page) -> int:
    return int(page.locator(SAID).inner_text().split()[0])


def test_play_starts_at_the_beginning_and_a_pause_lands_in_the_address(open_page: OpenPage) -> None:
    page = open_page("/natverk").page
    handle = slider(page)
    whole = ties_said(page)
    page.get_by_role("button", name="Spela från början").click()
    pause = page.get_by_role("button", name="Pausa")
    expect(pause).to_be_visible()
    page.wait_for_function(f"() => {DRAWN} < {whole} / 4")
    pause.click()
    page.wait_for_url("**per=20*")
    assert handle.input_value() != handle.get_attribute("max")
    page.wait_for_function(
        f"() => document.querySelector('{SAID}').textContent.split(' ')[0] === String({DRAWN})"
    )
    page.go_back()
    page.wait_for_function(f"() => document.querySelector('{SAID}').textContent.startsWith('{whole} ')")
    assert handle.input_value() == handle.get_attribute("max")


def test_the_slider_is_moved_by_keys_and_says_its_date(open_page: OpenPage) -> None:
    page = open_page("/natverk?per=2026-03-31").page
    handle = slider(page)
    expect(handle).to_have_attribute("aria-valuetext", "31 mars 2026")
    handle.press("ArrowLeft")
    expect(handle).to_have_attribute("aria-valuetext", "30 mars 2026")
    page.wait_for_url("**per=2026-03-30*")
    expect(handle).to_be_focused()
    page.get_by_role("button", name="En månad tidigare").click()
    page.wait_for_url("**per=2026-02-28*")
    expect(handle).to_have_attribute("aria-valuetext", "28 februari 2026")


def test_nothing_plays_with_reduced_motion(open_page: OpenPage) -> None:
    page = open_page("/natverk", reduced_motion="reduce").page
    slider(page)
    expect(page.get_by_role("button", name="Spela från början")).to_be_hidden()
    expect(page.get_by_role("button", name="En månad tidigare")).to_be_visible()
