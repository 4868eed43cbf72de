"""With the unit's own word for a client, no page says ours; what comes from the data is left as it is."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.components.shell import frame
from dashboard.components.still import ATTRIBUTE
from dashboard.domain.access import Role
from dashboard.domain.client_words import CLIENT, CLIENT_EN
from dashboard.domain.unit_words import checked_words, preset, wording_of
from dashboard.i18n import in_wording, use_language
from dashboard.pages import PAGES, Page
from dashboard.reports.access import Access
from tests.pages.drawn_pages import LOOKS, Tag, drawn
from tests.pages.test_walks import as_tag

OURS = {"sv": r"\w*kund\w*", "en": r"(?<![\w.])clients?\b(?!\.\w)"}
NOT_OURS = re.compile(r"sekund(er)?|kunde|kundservice\w*", re.IGNORECASE)
"""Other words, and the names of occupations, which are the data's."""
UNSEEN = frozenset(
    {ATTRIBUTE, "id", "href", "className", "class", "htmlFor", "for", "data-q", "value", "data-measures"}
    | {"aria-labelledby", "aria-describedby", "aria-controls", "name", "data-key", "data-write"}
)
"""Attributes that nobody reads or hears."""
PARTICIPANTS = wording_of(
    checked_words({name: preset("deltagare")[name] or "" for name in (CLIENT, CLIENT_EN)})
)
SHOWN = [page for page in PAGES if Role.MANAGER in page.roles]


def texts(node: Any, name: str = "text") -> Iterator[str]:
    """Everything that is seen or heard of a page: texts, labels, titles, and the texts of pictures."""
    if isinstance(node, Tag):
        # The words to choose between stand as they are.
        if node.attributes.get("role") == "group" and "s-presets" in str(node.attributes):
            return
        for key, value in node.attributes.items():
            yield from texts(value, key)
        for child in node.children:
            yield from texts(child)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from texts(value, key)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts(value, name)
    elif isinstance(node, str) and name not in UNSEEN:
        yield node


def ours_in(tag: Tag, language: str) -> set[str]:
    found = ((word, text) for text in texts(tag) for word in re.findall(OURS[language], text, re.IGNORECASE))
    return {text for word, text in found if not NOT_OURS.fullmatch(word)}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.path)
def test_no_page_says_our_word_for_a_client(demo_access: Access, page: Page, language: str) -> None:
    use_language(language)
    with in_wording(PARTICIPANTS):
        for look in LOOKS.get(page.path, ({},)):
            assert ours_in(drawn(page, demo_access, **look), language) == set()


def test_the_walk_sees_our_word_where_it_stands(demo_access: Access) -> None:
    use_language("sv")
    pages = [page for page in SHOWN if page.path in {"/kunder", "/metod", "/luckor", "/utfall"}]
    for page in pages:
        assert ours_in(drawn(page, demo_access), "sv"), page.path
    with in_wording(PARTICIPANTS):
        menu = as_tag(frame(demo_access, PAGES))
        assert "Deltagare" in menu.text
        assert ours_in(menu, "sv") == set()
