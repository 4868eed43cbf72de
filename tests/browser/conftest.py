"""A real browser on a real server with the demo data.

`open_page(path, role=…, language=…, theme=…, width=…)` gives a `Visit`; when the test ends, every visit must
have kept to this machine and left the browser's console clean.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from dashboard.data.demo_accounts import USERNAMES

ROOT = Path(__file__).parents[2]
STARTS_WITHIN_S = 60
SETTLES_WITHIN_S = 60
LOOK_EVERY_MS = 40
QUIET_LOOKS = 4
# A page that Dash draws begins empty, and its parts say when they wait for a callback.
DRAWN = """() => {
  return !document.querySelector('._dash-loading, [data-dash-is-loading]');
}"""
LEFT_WHILE_DRAWN = "Cannot read properties of undefined (reading '_rangeSliderData')"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # WebGL without a graphics card, for the map.
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
Role = Literal["visitor", "coach", "manager", "admin"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser, and says so."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@dataclass(eq=False)
class Visit:
    """One page in one browser window, and what it did behind our back.

    Attributes:
        page: Playwright's page.
        foreign: addresses asked for outside the server's own origin.
        complaints: errors and warnings in the console, and exceptions in scripts.
    """

    page: Page
    origin: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    _waiting: set[Request] = field(default_factory=set)

    def watch(self) -> "Visit":
        """Start to listen."""
        for event, listener in self._listeners():
            self.page.on(event, listener)
        return self

    def leave(self) -> None:
        """Listen no longer."""
        for event, listener in self._listeners():
            self.page.remove_listener(event, listener)

    def _listeners(self) -> tuple[tuple[Any, Callable[[Any], None]], ...]:
        return (
            ("request", self._note_request),
            ("requestfinished", self._note_answer),
            ("requestfailed", self._note_answer),
            ("console", self._note_message),
            ("pageerror", self._note_exception),
        )

    def goto(self, path: str) -> Page:
        """Open a path of the server, and wait until the page has drawn itself."""
        self.page.goto(self.origin + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page has drawn itself and no request or callback is under way."""
        self.page.wait_for_function(DRAWN)
        deadline, quiet = time.monotonic() + SETTLES_WITHIN_S, 0
        while quiet < QUIET_LOOKS:
            assert time.monotonic() < deadline, f"still waiting for {[one.url for one in self._waiting]}"
            self.page.wait_for_timeout(LOOK_EVERY_MS)
            busy = self._waiting or not self.page.evaluate(DRAWN)
            quiet = 0 if busy else quiet + 1

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        # A worker's own script is a blob:, and the end of such a request is not always told.
        if parts.scheme in {"http", "https"}:
            self._waiting.add(request)
        if (
            parts.scheme in {"http", "https", "ws", "wss"}
            and f"{parts.scheme}://{parts.netloc}" != self.origin
        ):
            self.foreign.append(request.url)

    def _note_answer(self, request: Request) -> None:
        self._waiting.discard(request)

    def _note_exception(self, error: PlaywrightError) -> None:
        # Plotly draws in several steps, and goes on with the next when the page with its picture has been
        # left in between. Nobody sees it: the picture is gone.
        if LEFT_WHILE_DRAWN not in str(error):
            self.complaints.append(str(error))

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


@dataclass(frozen=True, slots=True)
class Server:
    """A running Brygga with demo data.

    Attributes:
        origin: scheme, host and port.
        accounts: role → user name and password, as `brygga serve` prints them.
    """

    origin: str
    accounts: dict[str, tuple[str, str]]


def chromium_path() -> str | None:
    """The browser to use: the one named, one on the path, or None for Playwright's own."""
    named = os.environ.get("BRYGGA_TEST_BROWSER")
    candidates = (named,) if named else ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in candidates if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; fetched by Playwright when the machine has none."""
    path = chromium_path()
    with sync_playwright() as playwright:
        if path is None and not Path(playwright.chromium.executable_path).exists():
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
        running = playwright.chromium.launch(executable_path=path, headless=True, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`brygga demo` and `brygga serve` as a person runs them, on a free port of this machine."""
    folder = tmp_path_factory.mktemp("live")
    port = _free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("BRYGGA_", "DASH_"))},
        "BRYGGA_DATA_DIR": str(folder / "data"),
        "BRYGGA_PORT": str(port),
    }
    brygga = [sys.executable, "-c", "from dashboard.cli import main; main()"]
    subprocess.run([*brygga, "demo"], env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    output = folder / "serve.txt"
    with output.open("w") as file:
        process = subprocess.Popen(
            [*brygga, "serve"], env=environment, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT
        )
    origin = f"http://127.0.0.1:{port}"
    try:
        _wait_for(origin, process, output)
        yield Server(origin, _printed_accounts(output.read_text()))
    finally:
        process.terminate()
        process.wait(20)


@dataclass(slots=True)
class Windows:
    """Windows that tests use one after the other.

    What a window has compiled for one page serves the next, which opens in a third of the time. What a test
    leaves in a window is cleared before the next gets it; a test that wants a second window, or one of a
    special kind, gets a new one.
    """

    browser: Browser
    _free: dict[str, Page] = field(default_factory=dict)
    _language: dict[Page, str] = field(default_factory=dict)

    def take(self, origin: str, language: str, *, own: bool = False, **options: Any) -> Page:
        """A window that remembers nobody, in a language; `own` when what is done to it cannot be undone."""
        own = own or bool(options)
        page = None if own else self._free.pop(language, None)
        if page is None:
            locale = "sv-SE" if language == "sv" else "en-GB"
            page = self.browser.new_context(
                locale=locale, timezone_id="Europe/Stockholm", **options
            ).new_page()
            if not own:
                self._language[page] = language
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "brygga_language", "value": language, "url": origin}])
        return page

    def put_back(self, page: Page, origin: str) -> None:
        """Clear what a test left, and keep the window for the next that wants one of its language."""
        language = self._language.get(page)
        if language is None or language in self._free or page.is_closed():
            page.context.close()
            return
        if page.url.startswith(origin):
            page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
        page.emulate_media(reduced_motion="no-preference", media="null", forced_colors="none")
        for other in page.context.pages:
            if other is not page:
                other.close()
        self._free[language] = page


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of this run."""
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows, live_server: Server) -> Iterator[Callable[..., Visit]]:
    """Open a page: `open_page("/natverk", role="coach", language="en", theme="dark", width=320)`."""
    visits: list[Visit] = []

    def opened(
        path: str = "/",
        *,
        role: Role | None = "manager",
        language: Literal["sv", "en"] = "sv",
        theme: Literal["light", "dark"] = "light",
        width: int = 1440,
        height: int = 900,
        own: bool = False,
        **options: Any,
    ) -> Visit:
        page = windows.take(live_server.origin, language, own=own, **options)
        visit = Visit(page, live_server.origin).watch()
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.emulate_media(color_scheme=theme)
        visits.append(visit)
        if role is not None:
            sign_in(visit.page, role, live_server)
        visit.goto(path)
        return visit

    yield opened
    for visit in visits:
        visit.leave()
        windows.put_back(visit.page, live_server.origin)
    assert [visit.foreign for visit in visits if visit.foreign] == []
    assert [visit.complaints for visit in visits if visit.complaints] == []


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """What axe finds on a page, one line a violation; an empty list is what we want."""

    def violations(page: Page, context: str | None = None, *, contrast: bool = True) -> list[str]:
        found = Axe().run(
            page,
            context,
            {
                "runOnly": {"type": "tag", "values": WCAG},
                "resultTypes": ["violations"],
                "rules": {"color-contrast": {"enabled": contrast}},
            },
        )
        return [
            f"{rule['id']} ({rule['impact']}): "
            + " | ".join(str(node["target"]) for node in rule["nodes"][:5])
            for rule in found.response["violations"]
        ]

    return violations


Theme = Literal["light", "dark"]
Looks = tuple[tuple[Theme, int], ...]
EVERY_LOOK: Looks = (("light", 320), ("light", 1440), ("dark", 1440), ("dark", 320))
# Either theme and either width in Swedish; English in the narrow, where longer words have least room.
LOOKS: dict[str, Looks] = {
    "sv": (("light", 320), ("dark", 1440)),
    "en": (("dark", 320),),
}


@pytest.fixture
def barriers(axe: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """What bars someone from an open page, narrow and wide, light and dark: axe's findings, and overflow.

    The page is loaded once; screen and theme change under it, as when a phone is turned or evening comes.
    A test that opens a page in both languages needs no more; one with a single language asks for every look.
    Contrast, half the work, is a matter of the theme: the Swedish looks hold both.
    """

    def found(visit: Visit, looks: Looks = ()) -> list[str]:
        page, lines = visit.page, []
        language = page.get_attribute("html", "lang") or ""
        contrast = bool(looks) or language == "sv"
        for theme, width in looks or LOOKS[language]:
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 900})
            if page.get_attribute("html", "data-theme") != theme:
                page.reload()
            assert page.get_attribute("html", "data-theme") == theme
            visit.settle()
            lines += [f"{theme} {width}: {line}" for line in axe(page, contrast=contrast)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            lines += [f"{theme} {width}: {wide} px wide"] if wide > width else []
        return lines

    return found


_signed_in: dict[tuple[str, str], list[Any]] = {}


def sign_in(page: Page, role: Role, server: Server) -> None:
    """Sign in by the form, once for each role; later windows get the same session."""
    key = (server.origin, role)
    if key not in _signed_in:
        username, password = server.accounts[role]
        page.goto(f"{server.origin}/logga-in")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", password)
        page.click("form[action='/logga-in'] button[type=submit]")
        page.wait_for_url(lambda address: "/logga-in" not in address)
        _signed_in[key] = [
            cookie for cookie in page.context.cookies() if "session" in str(cookie.get("name", "")).lower()
        ]
    page.context.add_cookies(_signed_in[key])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(origin: str, process: subprocess.Popen[bytes], output: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline:
        assert process.poll() is None, output.read_text()
        try:
            urllib.request.urlopen(origin, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"no answer within {STARTS_WITHIN_S} s:\n{output.read_text()}")


def _printed_accounts(text: str) -> dict[str, tuple[str, str]]:
    """The demo accounts in what `brygga serve` prints: each line ends in a user name and a password."""
    words = [line.split() for line in text.splitlines() if len(line.split()) >= 3]
    printed = {line[-2]: line[-1] for line in words}
    return {
        role.value: (username, printed[username])
        for role, (username, _name) in USERNAMES.items()
        if username in printed
    }
