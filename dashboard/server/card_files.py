"""The table of a card as a file, with the selection that its address holds."""

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.stamped_file import StampedTable
from dashboard.reports.state import PageState
from dashboard.server.data_files import TABLES, file_answer


def add_card_files(
    server: Flask,
    path: str,
    make: Callable[[Access, PageState, str], StampedTable],
    access: Callable[[], Access],
) -> None:
    """Add the route of a page's cards.

    Args:
        server: the app's Flask.
        path: the address of the files.
        make: gives the table of the card with a key, for one person and what the address asks for.
        access: tells who asks, for the request that is being answered.
    """

    def card() -> Response:
        form = request.args.get("form", "xlsx")
        if form not in TABLES:
            raise InvalidParameter(_("A card's table is given as xlsx or csv."))
        who = access()
        state = PageState.parse(request.query_string.decode()).checked(who.store.world())
        table = make(who, state, request.args.get("kort", ""))
        write, kind = TABLES[form]
        return file_answer(write(table), f"{table.name}.{form}", kind)

    server.add_url_rule(path, endpoint=f"card{path}", view_func=card)
