"""The public pages in a real browser: no barrier, without JavaScript, on a screen by keys, and on paper."""

import re
import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from dashboard.cli.public_process import make_public_app
from dashboard.public import site
from tests.browser.conftest import Visit
from tests.public.conftest import public_settings, publish
from tests.public_pages import rich

A4_IN_PX = 297 / 25.4 * 96
NARROW = (f"{site.EMBED}/varar", site.EMBED_HELP, site.ACCESSIBILITY, site.SHEET, site.SCREEN)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The public process's app, served by a thread."""
    settings = public_settings(tmp_path_factory.mktemp("offentligt"))
    publish(settings, rich(invented=True))
    server = make_server("127.0.0.1", 0, make_public_app(settings), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a window of its own; every window must keep to the server and its console clean."""
    visits: list[Visit] = []

    def opened(path: str, **options: object) -> Page:
        context = browser.new_context(locale="sv-SE", **options)  # type: ignore[arg-type]  # Playwright's own
        made = Visit(context.new_page(), origin).watch()
        visits.append(made)
        made.page.goto(origin + path)
        return made.page

    yield opened
    for made in visits:
        made.page.context.close()
    assert [made.foreign for made in visits if made.foreign] == []
    assert [made.complaints for made in visits if made.complaints] == []


def wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def test_no_public_page_bars_anybody(
    visit: Callable[..., Page], axe: Callable[..., list[str]], origin: str
) -> None:
    page = visit("/", viewport={"width": 320, "height": 900}, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = axe(page)
    assert (found, wide(page)) == ([], 320)
    assert page.evaluate("document.getAnimations().length") == 0
    page.set_viewport_size({"width": 1440, "height": 900})
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
    page.goto(f"{origin}/?sprak=en")
    page.set_viewport_size({"width": 320, "height": 900})
    assert (axe(page, contrast=False), wide(page)) == ([], 320)
    for path in NARROW:
        page.goto(origin + path)
        assert (path, axe(page, contrast=False), wide(page)) == (path, [], 320)


def test_they_are_read_without_a_script_shown_by_keys_and_fit_one_paper(
    visit: Callable[..., Page], origin: str
) -> None:
    bare = visit("/", java_script_enabled=False)
    expect(bare.get_by_role("heading", name="312 arbetsgivare bär bron")).to_be_visible()
    bare.locator("#vaxer summary").click()
    expect(bare.locator("#vaxer table")).to_be_visible()
    bare.get_by_role("link", name="Visa på skärm").click()
    assert bare.locator("[data-slide]:visible").count() == 18
    bare.locator("#bild-1").get_by_role("link", name="Nästa").click()
    assert bare.url.endswith("#bild-2")

    page = visit(site.SCREEN, viewport={"width": 1920, "height": 1080}, reduced_motion="reduce")
    shown = page.locator("[data-slide]:visible")
    expect(shown).to_have_attribute("id", "bild-1")
    assert page.evaluate("document.activeElement.id") == "bild-1"
    page.keyboard.press("End")
    expect(shown).to_have_attribute("id", "bild-18")
    page.keyboard.press("Home")
    for _n in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-film-label]")).to_have_text("Första halvåret 2023")
    there = page.locator("#bild-6 use:not(.is-away)")
    assert there.count() == 31 + 22 + 14 + 6
    for _n in range(6):
        page.keyboard.press("PageDown")
    expect(page.locator("[data-film-label]")).to_have_text("Första halvåret 2026")
    assert there.count() == 142 + 71 + 52 + 47
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_attribute("id", "bild-7")
    expect(page.locator("[data-place]")).to_have_text("7 av 18")
    for n in range(1, 19):
        page.evaluate(f"location.hash = 'bild-{n}'")
        expect(shown).to_have_attribute("id", f"bild-{n}")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), f"bild-{n} is taller"
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/\?sprak=sv$"))

    page.goto(origin + site.SHEET)
    expect(page.get_by_role("button", name="Skriv ut, eller spara som pdf")).to_be_visible()
    assert page.locator(".p-sheet__page").evaluate("one => one.scrollHeight") <= A4_IN_PX + 1
    paper = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1
    assert b"/StructTreeRoot" in paper
    assert b"/ToUnicode" in paper
