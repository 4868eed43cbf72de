"""The table of a card of outcomes as a file, with the selection that its address holds."""

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.outcome_cards import outcome_file
from dashboard.reports.stamped_file import as_csv, as_xlsx
from dashboard.reports.state import PageState
from dashboard.server.data_files import XLSX, file_answer

FORMS = {"xlsx": (as_xlsx, XLSX), "csv": (as_csv, "text/csv; charset=utf-8")}


def add_outcome_files(server: Flask, access: Callable[[], Access]) -> None:
    """Add the route.

    Args:
        server: the app's Flask.
        access: tells who asks, for the request that is being answered.
    """

    @server.get("/utfall/fil")
    def outcome() -> Response:
        form = request.args.get("form", "xlsx")
        if form not in FORMS:
            raise InvalidParameter(_("A card's table is given as xlsx or csv."))
        who = access()
        state = PageState.parse(request.query_string.decode()).checked(who.store.world())
        table = outcome_file(who, state, request.args.get("kort", ""))
        write, kind = FORMS[form]
        return file_answer(write(table), f"{table.name}.{form}", kind)
