"""What must be true of every page: no barrier found, nothing wider than the screen, one language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page as Tab

from dashboard.data.demo import stories
from dashboard.data.demo_accounts import USERNAMES
from dashboard.domain.access import Role
from dashboard.i18n import locale_folder
from dashboard.pages import PAGES
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]
FIRST_PAGES = ("/", "/logga-in")
VISIBLE_TEXTS = """
() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const apart = parent.closest('script, style, noscript, [lang]:not(html)');
    if (!apart) found.push(walker.currentNode.data.trim());
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const one of document.querySelectorAll(`[${name}]`))
      if (!one.closest('[lang]:not(html)')) found.push(one.getAttribute(name).trim());
  return found.filter(text => text.length > 1);
}
"""


def paths() -> Iterator[tuple[str, str | None]]:
    """Each page's address, and a role that may open it (None for those before sign-in)."""
    for path in FIRST_PAGES:
        yield path, None
    for page in PAGES:
        role = Role.MANAGER if Role.MANAGER in page.roles else min(page.roles)
        yield page.path.replace("<employer_id>", stories.COOLING_PARTNER), role.value


def catalogue() -> dict[str, str]:
    """English → Swedish, for texts without placeholders that differ between the two."""
    pairs = {}
    for path in (locale_folder() / "sv" / "LC_MESSAGES").glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                if isinstance(message.id, str) and isinstance(message.string, str) and "{" not in message.id:
                    pairs[message.id] = message.string
    # The demo accounts were named when the demo was made; a name does not change with the reader.
    names = {name for _username, name in USERNAMES.values()}
    return {english: swedish for english, swedish in pairs.items() if english not in {"", swedish, *names}}


@dataclass(frozen=True, slots=True)
class Look:
    """What a page showed, opened once for all tests that ask the same.

    Attributes:
        language: what the page says it is written in.
        width: how wide its content is.
        texts: all that can be read on it, labels included.
        barriers: what axe finds.
    """

    language: str | None
    width: int
    texts: frozenset[str]
    barriers: list[str]


_looks: dict[tuple[object, ...], Look] = {}


@pytest.fixture
def look(open_page: OpenPage, axe: Callable[[Tab], list[str]]) -> Callable[..., Look]:
    """Open a page and look at it; a page that has been looked at is not opened again."""

    def looked(
        path: str, role: str | None, language: str = "sv", theme: str = "light", width: int = 320
    ) -> Look:
        key = (path, role, language, theme, width)
        if key not in _looks:
            tab = open_page(path, role=role, language=language, theme=theme, width=width).page
            _looks[key] = Look(
                language=tab.get_attribute("html", "lang"),
                width=tab.evaluate("document.documentElement.scrollWidth"),
                texts=frozenset(tab.evaluate(VISIBLE_TEXTS)),
                barriers=axe(tab),
            )
        return _looks[key]

    return looked


EVERY_PAGE = pytest.mark.parametrize(("path", "role"), [pytest.param(*one, id=one[0]) for one in paths()])


@EVERY_PAGE
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 320])
def test_axe_finds_nothing(look, path: str, role: str | None, language: str, theme: str, width: int) -> None:
    assert "\n".join(look(path, role, language, theme, width).barriers) == ""


@EVERY_PAGE
@pytest.mark.parametrize("width", [1440, 320])
def test_nothing_is_wider_than_the_screen(look, path: str, role: str | None, width: int) -> None:
    assert look(path, role, width=width).width <= width


@EVERY_PAGE
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_says_which_language_it_is_in(look, path: str, role: str | None, language: str) -> None:
    assert look(path, role, language).language == language


@EVERY_PAGE
def test_a_swedish_page_has_no_english(look, path: str, role: str | None) -> None:
    swedish = set(catalogue().values())
    assert sorted(look(path, role, "sv").texts & set(catalogue()) - swedish) == []


@EVERY_PAGE
def test_an_english_page_has_no_swedish(look, path: str, role: str | None) -> None:
    english = set(catalogue())
    assert sorted(look(path, role, "en").texts & set(catalogue().values()) - english) == []
