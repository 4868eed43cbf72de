"""What must be true of every page: no barrier found, nothing wider than the screen, one language."""

from collections.abc import Callable, Iterator

import pytest
from babel.messages.pofile import read_po

from dashboard.data.demo import stories
from dashboard.data.demo_accounts import USERNAMES
from dashboard.domain.access import Role
from dashboard.i18n import locale_folder
from dashboard.pages import PAGES
from tests.browser.conftest import LOOKS, Looks, Visit

OpenPage = Callable[..., Visit]
FIRST_PAGES = ("/", "/logga-in")
A_CLIENT = "K-BV29"
"""One of the demo's clients, who has the same key on every day."""
UNFOLDED = (
    ("/natverk?fraga=leaving&om=C1,C2&vy=ladder&farg=warmth", "sv"),
    (f"/natverk?lager=alike&grupp={stories.COOLING_PARTNER}", "en"),
    ("/luckor?lucka=areas", "sv"),
    ("/luckor?lucka=dependence", "en"),
)
"""States with parts that the bare pages do not have, looked at with everything unfolded."""
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
        path = page.path.replace("<employer_id>", stories.COOLING_PARTNER)
        yield path.replace("<client_id>", A_CLIENT), role.value


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


EVERY_PAGE = pytest.mark.parametrize(("path", "role"), [pytest.param(*one, id=one[0]) for one in paths()])


@EVERY_PAGE
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_bars_nobody_and_speaks_one_language(
    open_page: OpenPage,
    barriers: Callable[..., list[str]],
    path: str,
    role: str | None,
    language: str,
) -> None:
    visit = open_page(path, role=role, language=language, width=320)
    bars_nobody_and_speaks(visit, barriers, language)


@pytest.mark.parametrize(("path", "language"), UNFOLDED)
def test_a_page_bars_nobody_with_everything_unfolded(
    open_page: OpenPage, barriers: Callable[..., list[str]], path: str, language: str
) -> None:
    visit = open_page(path, language=language, width=320)
    visit.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    bars_nobody_and_speaks(visit, barriers, language, LOOKS[language])


def bars_nobody_and_speaks(
    visit: Visit, barriers: Callable[..., list[str]], language: str, looks: Looks = ()
) -> None:
    tab = visit.page
    assert tab.get_attribute("html", "lang") == language
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    pairs = catalogue()
    own, other = set(pairs.values()), set(pairs)
    if language == "en":
        own, other = other, own
    assert sorted(set(tab.evaluate(VISIBLE_TEXTS)) & other - own) == []
    assert "\n".join(barriers(visit, looks)) == ""
