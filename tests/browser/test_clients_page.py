"""From the list of clients to whom to ask for one of them, with the keyboard alone."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_every_page import A_CLIENT


def test_a_coach_comes_from_her_list_to_whom_to_ask_with_keys_alone(open_page: Callable[..., Visit]) -> None:
    visit = open_page("/kunder", role="coach", width=375)
    tab = visit.page
    tab.get_by_role("link", name=A_CLIENT).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/kund/{A_CLIENT}")
    tab.get_by_role("heading", name="De fem stegen").wait_for()
    assert A_CLIENT not in tab.title()
    expect(tab.locator("h1")).to_be_focused()

    tab.get_by_role("link", name="Hela matchningen").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/kund/{A_CLIENT}/matchning")
    first = tab.locator(".k-ranked__row").first
    first.wait_for()
    assert first.locator(".b-parts dt").count() == 7
    before = tab.locator("#match-lista .b-finding").inner_text()

    tab.get_by_label("Avstånd").select_option("5")
    tab.wait_for_url("**km=5")
    tab.wait_for_function(
        "before => document.querySelector('#match-lista .b-finding').innerText !== before", arg=before
    )
    assert "inom filtren" in tab.locator("#match-lista .b-finding").inner_text()
    assert A_CLIENT not in tab.title()
