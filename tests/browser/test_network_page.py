"""The network page in a browser: picture, list and panel in step, by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard import ids
from dashboard.data.demo import stories
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]
PARTNER = stories.COOLING_PARTNER
ELEMENTS = f"document.getElementById('{ids.Network.CANVAS}')._cyreg.cy"
HOLDER = f"document.getElementById('{ids.Network.CANVAS}')"
DRAWN = (
    f"() => Boolean({HOLDER} && {HOLDER}._cyreg && {ELEMENTS}.scratch('fitted') && {ELEMENTS}.nodes().length)"
)
STILL_FRAMES = 4
STILL = f"""employer => new Promise(resolve => {{
    let before = null, same = 0;
    const look = () => {{
        const node = {ELEMENTS}.getElementById('e:' + employer).renderedPosition();
        const canvas = {HOLDER}.getBoundingClientRect();
        const place = [canvas.x + node.x, canvas.y + node.y];
        same = before && place.every((value, at) => Math.abs(value - before[at]) < 0.5) ? same + 1 : 0;
        before = place;
        if (same >= {STILL_FRAMES} && !{ELEMENTS}.animated()) {{ resolve(place); }}
        else {{ requestAnimationFrame(look); }}
    }};
    requestAnimationFrame(look);
}})"""


def ready(page: Page) -> Page:
    """Wait until the picture is drawn and fills its frame."""
    page.wait_for_function(DRAWN)
    return page


def row(page: Page, index: int = 0):
    return page.locator(f"#{ids.Network.TABLE} tbody th a").nth(index)


def panel_title(page: Page):
    return page.locator(f"#{ids.Network.PANEL}-title")


def tap(page: Page, employer: str) -> None:
    """A tap where the employer is drawn, as a finger makes it: once picture and page have come to rest."""
    page.evaluate(f"{HOLDER}.scrollIntoView({{block: 'end'}})")
    x, y = page.evaluate(STILL, employer)
    page.mouse.click(x, y)


def open_spot(page: Page) -> str:
    """An employer of the answer with room around it, so that a tap cannot mean another."""
    found: str = page.evaluate(
        f"""() => {{
            const nodes = {ELEMENTS}.nodes();
            const apart = (one, other) => Math.hypot(
                one.position('x') - other.position('x'), one.position('y') - other.position('y'));
            const room = node => Math.min(
                ...nodes.filter(other => other !== node).map(other => apart(node, other)));
            const meant = nodes.filter('.highlighted').sort((one, other) => room(other) - room(one));
            return meant[0].data('employer');
        }}"""
    )
    return found


def selected(page: Page) -> list[str]:
    found: list[str] = page.evaluate(f"{ELEMENTS}.nodes('.selected').map(node => node.data('employer'))")
    return found


def test_a_question_changes_finding_picture_and_list(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk").page)
    first = page.locator(f"#{ids.Network.FINDING}").inner_text()
    page.get_by_role("link", name="Vilka har svalnat?").click()
    expect(page.locator(f"#{ids.Network.TITLE}")).to_have_text("Vilka har svalnat?")
    expect(page.locator(f"#{ids.Network.FINDING}")).not_to_have_text(first)
    expect(page.locator(f"#{ids.Network.FINDING}")).to_contain_text("har svalnat")
    expect(page.locator(f"#{ids.Network.TABLE} caption")).to_contain_text("som har svalnat")
    page.wait_for_function(f"() => {ELEMENTS}.edges('.highlighted').length === 0")
    number = page.locator('a[aria-current="true"] .b-q__n b').inner_text()
    assert page.evaluate(f"{ELEMENTS}.nodes('.highlighted').length") == int(number)


def test_a_row_selects_its_node_and_the_address_keeps_it(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk").page)
    name = row(page).inner_text()
    row(page).click()
    expect(panel_title(page)).to_have_text(name)
    expect(panel_title(page)).to_be_focused()
    expect(page.locator("tr[aria-selected=true] th")).to_have_text(name)
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.selected').length === 1")
    assert f"arbetsgivare={selected(page)[0]}" in page.url
    page.reload()
    expect(panel_title(page)).to_have_text(name)


def test_a_node_selects_its_row_and_a_second_tap_lets_go(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=cooling").page)
    employer = open_spot(page)
    tap(page, employer)
    expect(panel_title(page)).to_be_visible()
    assert f"arbetsgivare={employer}" in page.url
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.selected').length === 1")
    assert selected(page) == [employer]
    expect(page.locator("tr[aria-selected=true] th")).to_have_text(panel_title(page).inner_text())
    tap(page, employer)
    expect(panel_title(page)).to_have_count(0)
    assert "arbetsgivare" not in page.url


def test_two_coaches_may_leave_together(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=leaving").page)
    boxes = page.locator(f"#{ids.Network.LEAVING}")
    before = int(page.locator('a[aria-current="true"] .b-q__n b').inner_text())
    boxes.get_by_label("Anna").check()
    expect(page.locator(f"#{ids.Network.FINDING}")).to_contain_text("om Anna och")
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.leaving').length === 2")
    after = int(page.locator('a[aria-current="true"] .b-q__n b').inner_text())
    assert after > before
    assert page.evaluate(f"{ELEMENTS}.nodes('.critical').length") == after
    expect(boxes.get_by_label("Anna")).to_be_checked()


def test_a_neighbourhood_holds_the_employer_and_its_coaches(open_page: OpenPage) -> None:
    page = ready(open_page(f"/natverk?arbetsgivare={PARTNER}").page)
    everybody = page.evaluate(f"{ELEMENTS}.nodes('.employer').length")
    page.get_by_role("link", name="Deras coacher", exact=True).click()
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.employer').length === 1")
    page.get_by_role("link", name="Och coachernas andra arbetsgivare").click()
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.employer').length > 1")
    assert page.evaluate(f"{ELEMENTS}.nodes('.employer').length") < everybody
    expect(page.locator(f"#{ids.Network.CAPTION}")).to_contain_text("Visar grannskapet")


def test_an_employer_stands_where_it_stood_before_the_question(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=strongest").page)
    place = f"JSON.stringify({ELEMENTS}.getElementById('e:{PARTNER}').position())"
    before = page.evaluate(place)
    page.get_by_role("link", name="Vad har ändrats?").click()
    expect(page.locator(f"#{ids.Network.TITLE}")).to_have_text("Vad har ändrats?")
    assert page.evaluate(place) == before


def test_the_back_button_goes_back_one_step_at_a_time(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk").page)
    title = page.locator(f"#{ids.Network.TITLE}")
    page.get_by_role("link", name="Vilka är starkast?").click()
    expect(title).to_have_text("Vilka är starkast?")
    row(page).click()
    expect(panel_title(page)).to_be_visible()
    page.go_back()
    expect(panel_title(page)).to_have_count(0)
    page.go_back()
    expect(title).to_have_text("Vilka hänger på en enda coach?")


def test_the_list_is_searched_and_the_search_is_in_the_address(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk").page)
    name = row(page, 3).inner_text()
    page.locator(f"#{ids.Network.SEARCH}").fill(name)
    expect(page.locator(f"#{ids.Network.TABLE} caption")).to_contain_text("1 av 1 som motsvarar sökningen")
    assert row(page).inner_text() == name
    assert "q=" in page.url
    page.locator(f"#{ids.Network.SEARCH}").fill("finns inte alls")
    expect(page.locator(f"#{ids.Network.TABLE}")).to_contain_text("Inget motsvarar sökningen")
    page.get_by_role("link", name="Rensa sökningen").click()
    expect(page.locator(f"#{ids.Network.SEARCH}")).to_have_value("")


def test_the_list_is_downloaded_as_a_workbook_and_as_text(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=leaving").page)
    for button, ending in ((ids.Network.AS_XLSX, ".xlsx"), (ids.Network.AS_CSV, ".csv")):
        with page.expect_download() as started:
            page.locator(f"#{button}").click()
        assert started.value.suggested_filename.endswith(ending)


def test_everything_is_done_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk").page)
    press_until(page, lambda: focused(page).startswith("Vilka är starkast?"))
    page.keyboard.press("Enter")
    expect(page.locator(f"#{ids.Network.TITLE}")).to_have_text("Vilka är starkast?")
    name = row(page).inner_text()
    press_until(page, lambda: focused(page) == name)
    page.keyboard.press("Enter")
    expect(panel_title(page)).to_be_focused()
    press_until(page, lambda: focused(page) == "Stäng")
    page.keyboard.press("Enter")
    expect(panel_title(page)).to_have_count(0)
    page.wait_for_function("name => document.activeElement.textContent === name", arg=name)


def test_the_hand_over_list_is_opened_and_downloaded_by_keyboard(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=leaving").page)
    hand_over = page.locator(f"#{ids.Network.HANDOVER}")
    press_until(page, lambda: focused_id(page) == ids.Network.HANDOVER_XLSX)
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename.startswith("overlamning-")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(hand_over.locator("details[open] tbody th").first).to_be_visible()
    page.locator(f"#{ids.Network.TILES} a").first.click()
    expect(hand_over).to_be_hidden()


def focused_id(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.id")
    return found


def press_until(page: Page, arrived: Callable[[], bool]) -> None:
    for _step in range(150):
        page.keyboard.press("Tab")
        if arrived():
            return
    raise AssertionError("the keyboard does not reach it")


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text


def test_without_the_picture_the_list_still_answers(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=leaving").page)
    page.evaluate("document.querySelector('.b-canvas').remove()")
    name = row(page, 1).inner_text()
    row(page, 1).click()
    expect(panel_title(page)).to_have_text(name)


def test_on_a_phone_the_list_comes_before_the_picture(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk?fraga=leaving", width=320).page)
    top = page.locator(f"#{ids.Network.LIST}").bounding_box()
    picture = page.locator(f"#{ids.Network.CANVAS}").bounding_box()
    finding = page.locator(f"#{ids.Network.FINDING}").bounding_box()
    assert top is not None
    assert picture is not None
    assert finding is not None
    assert finding["y"] < top["y"] < picture["y"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_bars_anyone_with_everything_open(
    open_page: OpenPage, barriers: Callable[[Visit], list[str]], language: str
) -> None:
    visit = open_page(f"/natverk?fraga=leaving&arbetsgivare={PARTNER}", language=language)
    page = ready(visit.page)
    for summary in page.locator(f"#{ids.Network.CARD} summary, #{ids.Network.RESILIENCE} summary").all():
        summary.click()
    assert barriers(visit) == []


def test_what_leads_on_to_jobs_is_asked_in_the_panel_whom_one_may_ask(open_page: OpenPage) -> None:
    page = ready(open_page("/natverk", role="coach").page)
    page.get_by_role("link", name="Vilka leder vidare till jobb?").click()
    expect(page.locator(f"#{ids.Network.FINDING}")).to_contain_text("lett vidare till jobb hos en annan")
    expect(page.locator(f"#{ids.Network.TABLE} thead")).to_contain_text("Vidare till jobb")
    row(page).click()
    panel = page.locator(f"#{ids.Network.PANEL}")
    expect(panel.get_by_role("heading", name="Vägen in")).to_be_visible()
    alike = (
        panel.get_by_role("heading", name="Vilka liknar dem").locator("xpath=..").get_by_role("link").first
    )
    name = alike.inner_text()
    alike.click()
    expect(panel_title(page)).to_have_text(name)


def test_the_same_network_stands_on_the_ladder_and_keeps_its_places(open_page: OpenPage) -> None:
    visit = open_page(f"/natverk?fraga=strongest&arbetsgivare={PARTNER}", reduced_motion="reduce")
    page = ready(visit.page)
    everybody = page.evaluate(f"{ELEMENTS}.nodes('.employer').length")
    page.get_by_role("link", name="Trappa", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Trappa", exact=True)).to_have_attribute("aria-current", "true")
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.row-name').length === 6")
    assert page.evaluate(f"{ELEMENTS}.nodes('.employer').length") > everybody
    assert page.evaluate(f"{ELEMENTS}.nodes('.coach').length") == 0
    assert selected(page) == [PARTNER]
    before = places(page)
    page.get_by_role("link", name="Ägarform", exact=True).click()
    page.wait_for_function(f"() => {ELEMENTS}.nodes('.own-private').length > 0")
    expect(page.locator(f"#{ids.Network.CAPTION}")).to_contain_text("Privat")
    assert places(page) == before
    page.get_by_role("button", name="En månad tidigare").click()
    page.wait_for_url("**per=20*")
    page.wait_for_function(
        f"before => {ELEMENTS}.nodes('.employer').some(node => "
        "before[node.id()] && Math.abs(node.position('y') - before[node.id()][1]) > 20)",
        arg=before,
    )
    moved = {key: place for key, place in places(page).items() if key in before and place != before[key]}
    # Whoever climbs keeps the column, and most do not move at all.
    assert all(place[0] == before[key][0] for key, place in moved.items())
    assert 0 < len(moved) < len(before) / 4


def places(page: Page) -> dict[str, list[float]]:
    found: dict[str, list[float]] = page.evaluate(
        f"Object.fromEntries({ELEMENTS}.nodes('.employer').map(node => "
        "[node.id(), [node.position('x'), node.position('y')]]))"
    )
    return found
