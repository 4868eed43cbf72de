"""Pages go with the publication that they were made from, also when it changes while somebody reads."""

from pathlib import Path

from dashboard.data.public_messages import MessageFile
from dashboard.domain.errors import PublicationRefused
from dashboard.domain.publication import Publication
from dashboard.public import site
from dashboard.public.process import create_public_app
from dashboard.public.shelf import AGAIN_S, Shelf
from dashboard.settings import Settings
from tests.public_pages import rich
from tests.published import publication

KEY = ("/", "sv")


class Store:
    """A file whose content is told by the test."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.held: Publication | None = None
        self.locked = False

    def hold(self, held: Publication | None) -> None:
        self.held = held
        self.path.write_text(held.key * 2 if held else "-")

    def read(self, _path: Path) -> Publication | None:
        if self.locked:
            raise PublicationRefused("locked")
        return self.held


def unit(shown: Publication | None) -> str:
    return shown.unit if shown else "nothing"


def test_a_card_is_of_the_publication_that_it_is_shown_with(own_public: Settings) -> None:
    """It is withdrawn between looking for the card and making its page."""
    own_public.publications.write_text("old")

    def read(path: Path) -> Publication | None:
        if path.read_text() != "old":
            return None
        path.write_text("withdrawn")
        return rich()

    desk = MessageFile(own_public.messages)
    client = create_public_app(own_public, read, desk).test_client()
    assert [client.get(f"{site.EMBED}/varar").status_code for _n in range(2)] == [200, 404]


def test_a_store_that_was_locked_is_read_again_though_it_has_not_changed(tmp_path: Path) -> None:
    store, now = Store(tmp_path / "public.db"), [0.0]
    store.hold(publication(key="only", unit="Only"))
    store.locked = True
    shelf = Shelf(store.path, store.read, lambda: now[0])
    assert shelf.page(KEY, unit).plain == b"nothing"
    store.locked, now[0] = False, AGAIN_S / 2
    assert shelf.publication() is None
    now[0] = AGAIN_S
    assert shelf.page(KEY, unit).plain == b"Only"
