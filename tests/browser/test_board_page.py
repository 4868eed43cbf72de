"""The report to the board in a browser: what is chosen is printed, and cost and benefit takes one page."""

import io
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dashboard import ids
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]


def printed(page: Page) -> list[str]:
    """The text of each page as it is printed."""
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in pdf.pages} == {(595, 842)}
    return [re.sub(r"\s+", " ", one.extract_text()) for one in pdf.pages]


def test_what_is_chosen_is_what_is_printed_with_each_card_whole(open_page: OpenPage) -> None:
    page = open_page("/rapport?valda=outcomes,work,lasting,method_check&rubrik=Halv%C3%A5ret").page
    paper = page.locator(f"#{ids.Board.PAGES}")
    expect(paper).to_contain_text("Metodkontroll")
    page.get_by_role("link", name="ta bort: Metodkontroll").click()
    expect(paper).not_to_contain_text("Metodkontroll")
    page.locator(f"#{ids.Board.INTRODUCTION}").fill("Ett halvår med fler jobb.")
    expect(paper).to_contain_text("Ett halvår med fler jobb.")
    pages = printed(page)
    drawn = page.locator(".r-page")
    assert len(pages) == drawn.count()
    for place, text in enumerate(pages):
        assert f"Sida {place + 1} av {len(pages)}" in text
        for title in drawn.nth(place).locator("h3").all_inner_texts():
            assert title in text
    assert "Halvåret" in pages[0]
    assert "Ett halvår med fler jobb." in pages[0]
    assert "Metodkontroll" not in " ".join(pages)
    page.emulate_media(media="print")
    overflowing = "(pages) => pages.filter((one) => one.scrollHeight > one.clientHeight).length"
    assert drawn.evaluate_all(overflowing) == 0
    page.emulate_media(media="screen")


def test_cost_and_benefit_prints_on_one_page(open_page: OpenPage) -> None:
    page = open_page("/kostnad").page
    expect(page.locator(f"#{ids.Costs.LIST}")).to_contain_text("bara exempel")
    (text,) = printed(page)
    assert "Vad som betyder mest" in text
    assert "Antagandenas version" in text
