"""The reader's own named selections of a page: kept, renamed and taken away, and nobody else's."""

import unicodedata
from urllib.parse import unquote

from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.saved_views import View, add_view, count_views, read_views, remove_view, rename_view
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.state import PageState

__all__ = ["MOST_VIEWS", "View", "call_view", "forget_view", "keep_view", "own_views"]

MOST_VIEWS = 30
LONGEST_NAME = 60
LONGEST_QUERY = 2_000


def own_views(access: Access, path: str) -> tuple[View, ...]:
    """The reader's views of a page, the oldest first."""
    return read_views(access.store.engine, access.viewer.user_id, path)


def keep_view(access: Access, path: str, name: str, search: str) -> None:
    """Keep what an address selects, under a name.

    Args:
        access: whose it will be.
        path: the page.
        name: what to call it.
        search: the address's query; what it holds beside a selection is not kept.

    Raises:
        InvalidParameter: when the name or the selection will not do, or there are too many, in words.
    """
    called = _checked(name)
    query = PageState.parse(search).replace(page=1).query()
    _require_no_identity_number(unquote(query))
    if len(query) > LONGEST_QUERY:
        raise InvalidParameter(_("The selection is too long to be saved."))
    if count_views(access.store.engine, access.viewer.user_id) >= MOST_VIEWS:
        text = _("You have {n} saved views, and there is no room for more. Remove one first.")
        raise InvalidParameter(text.format(n=number(MOST_VIEWS)))
    if not add_view(access.store.engine, access.viewer.user_id, path, called, query):
        raise InvalidParameter(_taken(called))


def call_view(access: Access, view_id: int, name: str) -> None:
    """Give one of the reader's own views another name.

    Raises:
        InvalidParameter: when the name will not do, or the reader has no such view, in words.
    """
    called = _checked(name)
    if not rename_view(access.store.engine, access.viewer.user_id, view_id, called):
        raise InvalidParameter(_taken(called))


def forget_view(access: Access, view_id: int) -> None:
    """Take one of the reader's own views away.

    Raises:
        InvalidParameter: when the reader has no such view.
    """
    if not remove_view(access.store.engine, access.viewer.user_id, view_id):
        raise InvalidParameter(_("There is no such saved view. It may have been removed already."))


def _checked(name: str) -> str:
    called = " ".join(name.split())
    unreadable = any(unicodedata.category(letter).startswith("C") for letter in called)
    if not called or len(called) > LONGEST_NAME or unreadable:
        raise InvalidParameter(_("Give the view a name of 1 to {n} letters.").format(n=number(LONGEST_NAME)))
    _require_no_identity_number(called)
    return called


def _require_no_identity_number(text: str) -> None:
    if holds_identity_number(text):
        raise InvalidParameter(
            _("This looks like a personal identity number. Brygga never stores one.")
            + " "
            + _("Remove it, and use a key of your own instead.")
        )


def _taken(name: str) -> str:
    return _(
        "“{name}” could not be used: you have a view of that name already, or it has been removed."
    ).format(name=name)
