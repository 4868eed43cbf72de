"""Idag on a phone: where one lands, targets that a thumb hits, and a follow-up done by keyboard alone."""

from collections.abc import Callable

from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]
TARGET = 44
TOO_SMALL = f"""
() => [...document.querySelectorAll('#idag-rader :is(summary, .b-chip, .w-ways > .b-btn)')]
  .filter(one => one.offsetParent && one.getBoundingClientRect().height < {TARGET})
  .map(one => one.textContent)
"""


def test_a_morning_on_a_phone_begins_with_what_is_late_and_ends_with_one_thing_less(
    open_page: OpenPage,
) -> None:
    tab = open_page("/start", role="manager", language="en", width=375, has_touch=True, is_mobile=True).page
    tab.wait_for_url("**/idag")
    chosen = tab.locator("#idag-slag-overdue .b-count")
    before = int(chosen.inner_text())
    assert [text for text in tab.evaluate(TOO_SMALL) if not text.startswith(("Show the", "How it"))] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 375
    opener = tab.locator("#idag-rader summary", has_text="Mark as done").first
    opener.focus()
    tab.keyboard.press("Enter")
    party = tab.locator("#idag-rader form:visible select[name=party]")
    for _press in range(5):
        tab.keyboard.press("Tab")
        if party.evaluate("one => one === document.activeElement"):
            break
    tab.keyboard.press("b")
    for _press in range(8):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.type") == "submit":
            break
    tab.keyboard.press("Enter")
    tab.locator(f"#idag-slag-overdue .b-count:text-is('{before - 1}')").wait_for()
    undo = tab.locator("#skriv-rad button", has_text="Undo")
    undo.focus()
    tab.keyboard.press("Enter")
    tab.locator(f"#idag-slag-overdue .b-count:text-is('{before}')").wait_for()
