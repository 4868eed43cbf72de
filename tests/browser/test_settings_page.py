"""The page of settings: what would change is told before it is saved, and what is typed stays."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def test_a_value_is_tried_refused_saved_and_taken_back(
    open_page: Callable[..., Visit], axe: Callable[[Page], list[str]]
) -> None:
    page = open_page("/installningar", language="en").page
    card = page.locator("#installningar-relations")
    card.locator("summary").click()
    days = card.locator("input[name=active_within]")
    days.fill("30")
    card.get_by_role("button", name="See what would change").click()
    tried = page.locator("#skriv-installning-relations-verkan")
    expect(tried).to_contain_text("Employers with an active relationship")
    expect(tried).to_be_focused()
    assert axe(page) == []

    days.fill("9000")
    card.get_by_role("button", name="Save").click()
    expect(days).to_have_attribute("aria-invalid", "true")
    expect(tried).to_be_hidden()
    assert days.input_value() == "9000"

    days.fill("60")
    card.get_by_role("button", name="Save").click()
    expect(page.locator("#skriv-rad")).to_contain_text("relation is active: 60")
    expect(card).to_contain_text("Last changed")
    card.get_by_role("button", name="Back to 90").click()
    expect(card.get_by_text("your own")).to_have_count(0)
