"""The finder and the page of one employer in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

PATH = "/arbetsgivare"
PATIENCE = 20_000
"""Milliseconds: a map drawn without a graphics card on a busy machine takes its time."""
expect.set_options(timeout=PATIENCE)
MAP_READY = """() => {
    const plot = document.querySelector("#ag-karta .js-plotly-plot");
    const map = plot && plot._fullLayout && plot._fullLayout.map;
    return Boolean(map && map._subplot && map._subplot.map.loaded() && plot.data.length === 5);
}"""
POINT = """(wanted) => {
    const plot = document.querySelector("#ag-karta .js-plotly-plot"), trace = plot.data[2];
    const at = trace.customdata.findIndex((key, i) => trace.lat[i] !== null && (!wanted || key === wanted));
    const place = plot._fullLayout.map._subplot.map.project([trace.lon[at], trace.lat[at]]);
    const box = plot.getBoundingClientRect();
    return { key: trace.customdata[at], x: box.left + place.x, y: box.top + place.y };
}"""


def loaded_map(page: Page) -> None:
    page.wait_for_function(MAP_READY, timeout=PATIENCE)
    page.locator("#ag-karta").scroll_into_view_if_needed()
    page.wait_for_timeout(400)


def count_sentence(page: Page) -> str:
    return page.locator("#ag-rubrik h2").inner_text()


def first_name(page: Page) -> str:
    return page.locator(".a-row h3 a").first.inner_text()


def test_filters_narrow_the_list_and_stand_in_the_address(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH, role="coach").page
    everything = count_sentence(page)
    page.fill("#ag-text", "kok")
    expect(page.locator("#ag-rubrik h2")).not_to_have_text(everything)
    expect(page).to_have_url(re.compile(r"q=kok"))
    expect(page.locator("#ag-rubrik")).to_contain_text("Sök: kok")
    page.select_option("#ag-sektor", "I")
    expect(page).to_have_url(re.compile(r"sektor=I"))
    expect(page.locator("#ag-rubrik .a-crit .b-chip")).to_have_count(2)
    narrowed = count_sentence(page)
    page.reload()
    expect(page.locator("#ag-rubrik h2")).to_have_text(narrowed)
    assert count_sentence(page) == narrowed
    assert page.input_value("#ag-text") == "kok"
    page.locator("#ag-rubrik .a-crit .b-chip", has_text="Bransch").click()
    expect(page.locator("#ag-rubrik .a-crit .b-chip")).to_have_count(1)
    expect(page.locator("#ag-sektor")).to_have_value("*")
    page.go_back()
    expect(page.locator("#ag-sektor")).to_have_value("I")
    expect(page.locator("#ag-rubrik h2")).to_have_text(narrowed)


def test_whoever_types_fast_loses_no_letter(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH).page
    page.locator("#ag-text").press_sequentially("vallentuna skola", delay=110)
    expect(page).to_have_url(re.compile(r"q=vallentuna(%20|\+)skola"))
    expect(page.locator("#ag-text")).to_have_value("vallentuna skola")
    expect(page.locator("#ag-text")).to_be_focused()


def test_an_empty_list_says_what_to_loosen_and_one_click_does_it(open_page: Callable[..., Visit]) -> None:
    page = open_page(f"{PATH}?q=finnsinte&varme=active").page
    expect(page.locator("#ag-lista")).to_contain_text("Ingen arbetsgivare passar")
    page.locator("#ag-lista .b-chip").first.click()
    expect(page.locator(".a-row").first).to_be_visible()


def test_a_click_on_the_map_chooses_an_employer_and_shows_its_row(open_page: Callable[..., Visit]) -> None:
    page = open_page(f"{PATH}?ort=Karby").page
    loaded_map(page)
    point = page.evaluate(POINT, "")
    page.mouse.click(point["x"], point["y"])
    expect(page).to_have_url(re.compile(r"arbetsgivare=A-"))
    chosen = page.locator(".a-row--sel")
    expect(chosen).to_have_count(1)
    expect(page.locator(".a-sel h3")).to_have_text(chosen.locator("h3").inner_text())


def test_a_click_on_the_ground_narrows_to_the_municipality(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH).page
    loaded_map(page)
    box = page.locator("#ag-karta").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 30, box["y"] + 30)
    expect(page).to_have_url(re.compile(r"kommun=\d{4}"))
    expect(page.locator("#ag-rubrik .a-crit .b-chip")).to_contain_text("Kommun:")
    page.locator("#ag-rubrik .a-crit .b-chip").click()
    expect(page).not_to_have_url(re.compile("kommun"))


def test_a_row_points_itself_out_on_the_map_and_keeps_focus(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH).page
    loaded_map(page)
    number = page.locator(".a-row__no").nth(3)
    number.click()
    expect(page.locator(".a-row--sel h3")).to_have_text(page.locator(".a-row h3").nth(3).inner_text())
    page.wait_for_function(
        '() => document.querySelector("#ag-karta .js-plotly-plot").data[4].lat.length === 1'
    )
    expect(number).to_be_focused()
    page.locator("#ag-slapp").click()
    expect(page.locator(".a-row--sel")).to_have_count(0)


def test_list_and_map_point_at_each_other_under_the_pointer(open_page: Callable[..., Visit]) -> None:
    page = open_page(f"{PATH}?ort=Karby", height=1600).page
    loaded_map(page)
    ring, near, link = (
        page.locator("#ag-karta .a-ring"),
        page.locator(".a-row--near"),
        page.locator(".a-row h3 a"),
    )
    key = re.search(r"/arbetsgivare/([^?]+)", link.first.get_attribute("href") or "")
    assert key is not None
    point = page.evaluate(POINT, f"e:{key[1]}")
    link.first.hover()
    expect(ring).to_be_visible()
    box = ring.bounding_box()
    assert box is not None
    assert abs(box["x"] + box["width"] / 2 - point["x"]) < 3
    assert abs(box["y"] + box["height"] / 2 - point["y"]) < 3
    page.mouse.move(0, 0)
    expect(ring).to_be_hidden()
    link.first.focus()
    expect(ring).to_be_visible()
    page.mouse.move(point["x"] + 1, point["y"] + 1)
    page.mouse.move(point["x"], point["y"])
    expect(near).to_have_count(1)
    assert "arbetsgivare=" not in page.url


def test_names_and_marks_in_the_data_stay_text(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH).page
    page.evaluate(
        """() => document.getElementById("ag-lista").setAttribute("data-still", JSON.stringify([
            ["p", {}, "<img src=x onerror='window.__x=1'>"], ["script", {}, "window.__x=1"],
            ["a", {href: "javascript:window.__x=1", onclick: "window.__x=1"}, "länk"]]))"""
    )
    expect(page.locator("#ag-lista p")).to_have_text("<img src=x onerror='window.__x=1'>")
    assert (
        page.locator("#ag-lista img, #ag-lista script, #ag-lista a[href], #ag-lista a[onclick]").count() == 0
    )
    page.locator("#ag-lista a").click()
    assert page.evaluate("window.__x") is None


def test_the_map_follows_the_theme(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH, theme="light").page
    loaded_map(page)
    colour = 'document.querySelector("#ag-karta .js-plotly-plot").data[1].marker.color'
    before = page.evaluate(colour)
    page.locator("[data-theme-choice=dark]").click()
    page.wait_for_function(f"() => {colour} !== '{before}'", timeout=PATIENCE)


def test_the_map_can_be_zoomed_by_buttons(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH).page
    loaded_map(page)
    zoom = 'document.querySelector("#ag-karta .js-plotly-plot")._fullLayout.map.zoom'
    before = page.evaluate(zoom)
    page.locator("[data-map-zoom=in]").click()
    page.wait_for_function(f"() => {zoom} > {before}")
    page.locator("[data-map-zoom=fit]").click()
    page.wait_for_function(f"() => Math.abs({zoom} - {before}) < 0.01")


def test_the_list_keeps_its_state_on_the_way_to_an_employer_and_back(open_page: Callable[..., Visit]) -> None:
    page = open_page(f"{PATH}?sort=name&sida=2").page
    name = page.locator(".a-row h3 a").nth(4).inner_text()
    page.locator(".a-row h3 a").nth(4).click()
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator("h1")).to_be_focused()
    page.locator(".e-back").click()
    expect(page.locator(".a-row--sel h3")).to_have_text(name)
    expect(page.locator(".a-list")).to_have_attribute("start", "26")
    page.go_back()
    expect(page.locator("h1")).to_have_text(name)


def test_the_timeline_is_narrowed_and_turned_without_drawing_the_page_again(
    open_page: Callable[..., Visit],
) -> None:
    page = open_page(f"{PATH}/A-012").page
    page.locator("#e-styrka").evaluate("one => { one.dataset.same = 'yes'; }")
    page.locator("#e-tidslinje-follow_up").click()
    expect(page).to_have_url(re.compile("handelse=follow_up"))
    expect(page.locator(".e-events li").first).to_contain_text("Uppföljning")
    expect(page.locator("#e-tidslinje-follow_up")).to_be_focused()
    page.locator("#e-tidslinje-page-on").click()
    expect(page).to_have_url(re.compile("sida=2"))
    expect(page.locator("#e-styrka")).to_have_attribute("data-same", "yes")


def test_everything_can_be_done_with_the_keyboard(open_page: Callable[..., Visit]) -> None:
    page = open_page(PATH, role="coach").page
    page.focus("#ag-text")
    page.keyboard.type("skola")
    expect(page).to_have_url(re.compile("q=skola"))
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.a-row h3') !== null"):
            break
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


def test_three_clicks_on_a_phone_from_the_start_to_the_right_employer(
    open_page: Callable[..., Visit],
) -> None:
    page = open_page("/start", role="coach", width=320, height=640).page
    page.locator(".b-menu > summary").click()
    page.locator(".b-menu .b-nav a", has_text="Arbetsgivare").click()
    expect(page.locator("h1")).to_have_text("Arbetsgivare")
    name = first_name(page)
    # plotly complains in the console about a chart that is taken away while it is being drawn.
    page.wait_for_function(MAP_READY, timeout=PATIENCE)
    page.locator(".a-row h3 a").first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_without_webgl_the_list_is_the_answer(open_page: Callable[..., Visit]) -> None:
    visit = open_page("/tillstand", own=True)
    visit.page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return /webgl/.test(kind) ? null : get.call(this, kind, ...rest); };"
    )
    page = visit.goto(PATH)
    expect(page.locator(".b-map__off")).to_be_visible()
    expect(page.locator(".b-map__on")).to_be_hidden()
    expect(page.locator(".a-row").first).to_be_visible()
    page.locator("#ag-sektor").select_option("I")
    expect(page.locator("#ag-rubrik .a-crit .b-chip")).to_have_count(1)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "path", [f"{PATH}?arbetsgivare=A-012&sektor=G", f"{PATH}?q=finnsinte", f"{PATH}/A-012", f"{PATH}/saknas"]
)
def test_nothing_bars_anyone(open_page: Callable[..., Visit], barriers, path: str, language: str) -> None:
    assert barriers(open_page(path, role="coach", language=language)) == []


def test_a_search_by_occupation_and_distance_is_saved_opened_and_removed(
    open_page: Callable[..., Visit],
) -> None:
    page = open_page(PATH, role="coach").page
    page.fill("#ag-text", "lager")
    expect(page.locator("#ag-rubrik")).to_contain_text("läses också som yrke")
    page.fill("#ag-nara", "Vallentuna")
    expect(page).to_have_url(re.compile(r"nara=Vallentuna"))
    page.select_option("#ag-km", "15")
    expect(page.locator("#ag-rubrik .a-crit")).to_contain_text("Högst 15 km från Vallentuna")
    page.fill("#vyer-namn", "Lager nära")
    page.press("#vyer-namn", "Enter")
    view = page.locator("#vyer-plats li > a")
    expect(view).to_have_text("Lager nära")
    page.get_by_text("Rensa allt").first.click()
    expect(page.locator("#ag-km")).to_have_value("*")
    view.click()
    expect(page.locator("#ag-nara")).to_have_value("Vallentuna")
    expect(page.locator("#ag-rubrik .a-crit")).to_contain_text("Högst 15 km från Vallentuna")
    page.locator("#vyer-plats summary").click()
    page.get_by_role("button", name="Ta bort Lager nära").click()
    expect(page.locator("#vyer-plats")).to_contain_text("Inga än")
