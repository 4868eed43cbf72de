"""Writing in place with the keyboard alone, and taking it back."""

import csv
import io
import zipfile
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def employer_with_a_waiting_follow_up(visit: Visit) -> str:
    """One where something runs and a follow-up waits, found in the export."""
    answer = visit.page.request.get(f"{visit.origin}/data/export?form=zip&sprak=en")
    with zipfile.ZipFile(io.BytesIO(answer.body())) as archive:
        tables = {
            name.rpartition("/")[2].partition(".")[0]: list(
                csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig")))
            )
            for name in archive.namelist()
            if name.endswith(".csv")
        }
    waiting = {
        row["placement_id"]
        for row in tables["follow_ups"]
        if not row["done_on"] and row["cancelled"] not in {"yes", "ja", "true"}
    }
    rows = (row for row in tables["placements"] if row["placement_id"] in waiting and not row["ended_on"])
    return next(row["employer_id"] for row in rows if row["employer_id"])


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


def test_a_follow_up_is_marked_as_done_and_taken_back_by_keyboard(
    open_page: Callable[..., Visit], axe: Callable[[Page], list[str]]
) -> None:
    visit = open_page("/data")
    page = visit.goto(f"/arbetsgivare/{employer_with_a_waiting_follow_up(visit)}")
    summary = page.locator("details[id^=skriv-klar] > summary").first
    waits = page.locator("details[id^=skriv-klar]").count()
    summary.focus()
    page.keyboard.press("Enter")
    form = page.locator("form[id^=skriv-klar]").first
    minutes = form.locator("input[name=minutes]")
    minutes.focus()
    page.keyboard.type("-5")
    page.keyboard.press("Enter")

    # What is wrong stands at its field, which has the focus and still holds what was typed.
    expect(minutes).to_have_attribute("aria-invalid", "true")
    expect(minutes).to_be_focused()
    assert minutes.input_value() == "-5"
    assert axe(page) == []

    page.keyboard.press("Control+A")
    page.keyboard.type("25")
    page.keyboard.press("Enter")
    toast = page.locator("#skriv-rad")
    expect(toast).to_contain_text("Uppföljning markerad som gjord")
    expect(toast).to_be_focused()
    expect(page.locator("details[id^=skriv-klar]")).to_have_count(waits - 1)

    page.keyboard.press("Tab")
    assert focused(page).startswith("Ångra")
    page.keyboard.press("Enter")
    expect(toast).to_contain_text("Ångrat")
    expect(page.locator("details[id^=skriv-klar]")).to_have_count(waits)
