"""The frame around every page, and the page that shows every part: reached, read, heard and kept."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

STATES = "/tillstand"
Open = Callable[..., Visit]

# Machines that build are shared and slow; what is right comes anyway.
expect.set_options(timeout=20_000)

FOCUSABLE = (
    "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), "
    "summary, [tabindex='0']"
)
NAME = """(element) => {
  if (!element.dataset.stop) { element.dataset.stop = String(Math.random()); }
  return element.dataset.stop;
}"""


def drawn(visit: Visit) -> Page:
    """The page once its heading, its pictures and its title are there."""
    page = visit.page
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("#tillstand-karta canvas").first).to_be_attached(timeout=20_000)
    visit.settle()
    return page


def test_the_parts_are_in_the_language_of_the_page(open_page: Open):
    page = drawn(open_page(STATES, language="en"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_open_tools_and_menus_are_accessible_too(open_page: Open, axe: Callable[[Page], list[str]]):
    page = drawn(open_page(STATES, width=320))
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_keyboard_reaches_every_control_in_order(open_page: Open):
    page = drawn(open_page(STATES))
    shown = page.locator(FOCUSABLE).element_handles()
    # One stop is enough for a set of radio buttons; there are none here, so each visible control is one.
    wanted = {handle.evaluate(NAME) for handle in shown if handle.is_visible()}
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    visited: list[str] = []
    for _stop in range(len(wanted) + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(f"({NAME})(document.activeElement)")
        if stop in visited or page.evaluate("document.activeElement === document.body"):
            break
        visited.append(stop)
    assert wanted - set(visited) == set()


def test_the_first_stop_skips_to_the_content(open_page: Open):
    page = drawn(open_page(STATES))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Hoppa till innehållet")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_heading_landmarks_and_title_are_in_place(open_page: Open):
    page = drawn(open_page(STATES))
    assert page.title() == "Tillstånd och tecken – Brygga"
    levels = page.eval_on_selector_all("h1, h2, h3", "all => all.map(one => Number(one.tagName[1]))")
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for landmark in ("main", "footer", "nav[aria-label='Huvudmeny']"):
        assert page.locator(landmark).locator("visible=true").count() == 1, landmark


def test_the_language_is_switched_and_one_stays_on_the_page(open_page: Open):
    page = drawn(open_page(f"{STATES}?q=x"))
    page.get_by_role("button", name="In English").click()
    expect(page.locator("h1")).to_have_text("States and signs")
    assert page.url.endswith(f"{STATES}?q=x")
    page.get_by_role("button", name="På svenska").click()
    expect(page.locator("h1")).to_have_text("Tillstånd och tecken")


def test_the_theme_is_kept_and_the_charts_follow_it(open_page: Open):
    page = drawn(open_page(STATES, theme="light"))
    colour = "() => document.querySelector('#tillstand-graf .js-plotly-plot').data[0].marker.color"
    assert page.evaluate(colour) == "#0B5968"
    page.get_by_role("button", name="Mörkt").click()
    page.wait_for_function(f"() => ({colour})() === '#74C6D2'")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.reload()
    page.wait_for_function("() => document.querySelector('#tillstand-graf .js-plotly-plot')?.data")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    expect(page.get_by_role("button", name="Mörkt")).to_have_attribute("aria-pressed", "true")


def test_sorting_and_paging_live_in_the_address_and_keep_focus(open_page: Open):
    page = drawn(open_page(STATES))
    table = page.locator("#tillstand-lista")
    first = table.locator("tbody tr").first
    expect(table.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    table.get_by_role("link", name="Styrka").focus()
    page.keyboard.press("Enter")
    expect(table.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    expect(first).to_contain_text("Arbetsplats 10")
    expect(table.get_by_role("link", name="Styrka")).to_be_focused()
    assert "sort=strength" in page.url
    table.get_by_role("link", name="Nästa").click()
    expect(table.locator(".b-pager__at")).to_have_text("5–8 av 10")
    page.go_back()
    expect(table.locator(".b-pager__at")).to_have_text("1–4 av 10")
    page.go_back()
    expect(table.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")


def test_a_choice_in_a_control_stands_in_the_address(open_page: Open):
    page = drawn(open_page(STATES))
    page.get_by_label("Värme", exact=True).select_option("cooling")
    page.wait_for_url("**varme=cooling")
    page.get_by_label("Sök", exact=True).fill("bageri")
    page.wait_for_url("**q=bageri")
    assert "varme=cooling" in page.url
    page.get_by_label("Värme", exact=True).select_option(label="Alla")
    page.wait_for_function("() => !location.search.includes('varme')")


def test_the_menu_opens_and_closes_with_the_keyboard_on_a_phone(open_page: Open):
    page = drawn(open_page(STATES, width=320))
    page.get_by_text("Meny", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Logga ut")).not_to_be_visible()
    expect(page.locator("details.b-menu > summary")).to_be_focused()


def test_zooming_the_network_needs_no_mouse_wheel(open_page: Open):
    page = drawn(open_page(STATES))
    level = "document.getElementById('tillstand-nat')._cyreg.cy.zoom()"
    whole = page.evaluate(level)
    page.get_by_role("button", name="Zooma in").press("Enter")
    assert page.evaluate(level) == pytest.approx(whole * 1.4)
    page.get_by_role("button", name="Visa hela nätverket").press("Enter")
    assert page.evaluate(level) == pytest.approx(whole)


def test_without_webgl_the_list_is_the_answer(open_page: Open):
    visit = open_page("/healthz", role="manager", own=True)
    visit.page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return kind === 'webgl2' ? null : get.call(this, kind, ...rest); };"
    )
    visit.complaints.clear()
    visit.goto(STATES)
    expect(visit.page.locator(".b-map__off")).to_be_visible()
    expect(visit.page.locator(".b-map__on")).not_to_be_visible()
    visit.complaints.clear()


def test_an_address_that_leads_nowhere_says_so_and_leads_on(open_page: Open):
    visit = open_page(STATES)
    page = drawn(visit)
    page.evaluate("history.pushState({}, '', '/finns-inte'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.locator("h1")).to_have_text("Sidan finns inte")
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_role("main").get_by_role("link")).not_to_have_count(0)


def test_invented_data_is_said_to_be_invented_on_every_screen(open_page: Open):
    for width in (1440, 320):
        page = drawn(open_page(STATES, width=width))
        expect(page.get_by_role("main").get_by_text("Påhittade exempeldata.")).to_be_visible()
        expect(page.get_by_role("contentinfo")).to_contain_text("påhittade exempeldata")


def test_no_motion_where_none_is_wanted(open_page: Open):
    page = drawn(open_page(STATES, reduced_motion="reduce"))
    assert page.evaluate("document.getAnimations().length") == 0


def test_wider_text_spacing_cuts_nothing_off(open_page: Open):
    page = drawn(open_page(STATES, width=320))
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = page.eval_on_selector_all(
        "button, a, p, h1, h2, h3, label, summary",
        "all => all.filter(one => one.offsetParent && !one.closest('.b-vh, .b-scroll, .b-chips--below')"
        " && getComputedStyle(one).overflow === 'hidden' && one.scrollHeight > one.clientHeight + 2)"
        ".map(one => one.textContent)",
    )
    assert cut == []


def test_a_finger_on_the_network_and_on_the_map_scrolls_the_page(open_page: Open):
    page = drawn(open_page(STATES, width=320, has_touch=True, is_mobile=True))
    touch = page.context.new_cdp_session(page)
    for part in (".b-canvas", ".b-map"):
        page.locator(part).evaluate("part => part.scrollIntoView({block: 'center', behavior: 'instant'})")
        page.wait_for_timeout(500)
        before = page.evaluate("scrollY")
        for step in range(12):
            kind = "touchMove" if step else "touchStart"
            points = [{"x": 120, "y": 400 - 10 * step}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_function(f"() => scrollY > {before} + 50")


def test_a_filter_is_an_address_and_the_way_back_undoes_it(open_page: Open):
    visit = open_page("/natverk")
    page, chips = visit.page, visit.page.locator(".b-filter a.b-chip")
    page.get_by_label("Ägarform").select_option("municipal")
    expect(chips).to_have_text(["Ägarform: Kommunal ta bort"])
    assert page.url.endswith("/natverk?agarform=municipal")
    page.get_by_label("Coach", exact=True).select_option(label="Anna")
    expect(chips).to_have_count(2)
    page.go_back()
    expect(chips).to_have_count(1)
    expect(page.get_by_label("Coach", exact=True)).to_have_value("*")
    visit.settle()


def test_a_chip_is_removed_with_the_keyboard_and_focus_stays_with_the_filters(open_page: Open):
    visit = open_page("/natverk?agarform=municipal")
    page = visit.page
    page.locator(".b-filter a.b-chip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".b-filter a.b-chip")).to_have_count(0)
    page.wait_for_function("() => document.getElementById('urval').contains(document.activeElement)")
    visit.settle()


def test_a_new_finding_is_spoken_and_only_then(open_page: Open):
    visit = open_page("/natverk")
    spoken = visit.page.locator("#meddelande")
    expect(spoken).to_have_text("")
    visit.page.get_by_label("Ägarform").select_option("municipal")
    expect(spoken).not_to_have_text("")
    finding = visit.page.locator("#innehall [data-announce], #innehall .b-finding").first
    expect(spoken).to_have_text(finding.inner_text())
    visit.settle()


def test_a_broken_address_opens_the_page_and_says_what_was_left_out(open_page: Open):
    visit = open_page("/natverk?per=2026-02-30&coach=finns-inte")
    notice = visit.page.get_by_role("status").filter(has_text="2026-02-30")
    expect(notice).to_contain_text("finns-inte")
    expect(visit.page.locator("h1")).to_have_text("Nätverk")


def test_going_to_another_page_moves_focus_to_its_heading(open_page: Open):
    visit = open_page("/natverk")
    page = visit.page
    page.get_by_role("link", name="Arbetsgivare", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Arbetsgivare")
    expect(page.locator("h1")).to_be_focused()
    page.wait_for_function("() => document.title === 'Arbetsgivare – Brygga'")
    current = page.locator(".b-side .b-nav a[aria-current=page]")
    expect(current).to_have_text(["Arbetsgivare"])
    visit.settle()
