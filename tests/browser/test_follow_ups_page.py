"""Uppföljning in use: from cell to cell with the arrow keys, a follow-up done, a calendar address."""

from collections.abc import Callable

from dashboard import ids
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]


def test_on_a_phone_the_list_comes_first_and_the_cards_around_it_are_opened_one_by_one(
    open_page: OpenPage,
) -> None:
    tab = open_page("/uppfoljning", role="manager", language="en", width=375).page
    card, loads = tab.locator(".f-heatcard"), tab.locator("table[data-heat]")
    more = card.get_by_role("button", name="Show more")
    more.focus()
    assert tab.locator(".f-page > :first-child").get_attribute("id") == ids.FollowUps.LIST
    assert not loads.is_visible()
    tab.keyboard.press("Enter")
    assert loads.is_visible()
    assert card.get_by_role("button", name="Show less").get_attribute("aria-expanded") == "true"
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.locator(".f-page > .f-loads + .f-list").wait_for()
    assert not card.get_by_role("button", name="Show less").is_visible()


def test_the_load_is_walked_with_arrow_keys_and_a_cell_opens_its_rows(open_page: OpenPage) -> None:
    tab = open_page("/uppfoljning", role="manager", language="en", width=1440).page
    cells = tab.locator("table[data-heat] tbody tr").nth(2).locator("a.f-cell")
    cells.nth(0).focus()
    tab.keyboard.press("ArrowRight")
    assert cells.nth(1).evaluate("cell => cell === document.activeElement")
    tab.keyboard.press("ArrowUp")
    above = tab.evaluate("document.activeElement.closest('tr').rowIndex")
    assert above == cells.nth(1).evaluate("cell => cell.closest('tr').rowIndex") - 1
    tab.keyboard.press("ArrowDown")
    assert tab.locator("table[data-heat] tbody a[tabindex='0']").count() == 1
    tab.keyboard.press("Home")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('table[data-heat]')") is None
    tab.keyboard.press("Shift+Tab")
    assert tab.evaluate("document.activeElement.closest('tr').rowIndex") == above + 1
    cells.nth(1).focus()
    said = cells.nth(1).get_attribute("aria-label") or ""
    assert "Carina, week" in said
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/underlag?*coach=C3*")
    tab.get_by_text("The figure is").wait_for()


def test_a_follow_up_is_done_in_its_row_and_a_calendar_address_is_made_and_withdrawn(
    open_page: OpenPage,
) -> None:
    tab = open_page("/uppfoljning", role="manager", language="en", width=375).page
    late = tab.locator("#fraga-lage-overdue b")
    before = int(late.inner_text())
    tab.locator("#uppf-rader summary", has_text="Mark as done").first.click()
    tab.locator("#uppf-rader form:visible select[name=party]").select_option("both")
    tab.get_by_role("button", name="Save as done").click()
    tab.locator(f"#fraga-lage-overdue b:text-is('{before - 1}')").wait_for()
    tab.locator("#skriv-rad button", has_text="Undo").click()
    tab.locator(f"#fraga-lage-overdue b:text-is('{before}')").wait_for()
    tab.locator("#uppf-kalender").get_by_role("button", name="Show more").click()
    tab.locator("#uppf-kalender-skapa").click()
    address = tab.locator("#uppf-kalender code").inner_text()
    answer = tab.request.get(address)
    assert (answer.status, answer.text()[:15]) == (200, "BEGIN:VCALENDAR")
    tab.locator("#uppf-kalender-dra-in").click()
    tab.get_by_role("button", name="Make an address", exact=True).wait_for()
    assert tab.request.get(address).status == 404
