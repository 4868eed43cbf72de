"""The report to the board as a presentation or a workbook, with what its address holds."""

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.domain.errors import InvalidParameter
from dashboard.figures.slides import slides
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.board import board
from dashboard.reports.board_book import board_book
from dashboard.reports.state import PageState
from dashboard.server.data_files import XLSX, file_answer

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FORMS = {"pptx": (slides, PPTX), "xlsx": (board_book, XLSX)}


def add_board_files(server: Flask, access: Callable[[], Access]) -> None:
    """Add the route.

    Args:
        server: the app's Flask.
        access: tells who asks, for the request that is being answered.
    """

    @server.get("/rapport/fil")
    def board_file() -> Response:
        form = request.args.get("form", "pptx")
        if form not in FORMS:
            raise InvalidParameter(_("The report is given as pptx or xlsx."))
        who = access()
        state = PageState.parse(request.query_string.decode()).checked(who.store.world())
        report = board(who, state)
        write, kind = FORMS[form]
        return file_answer(write(report, who.definitions), f"rapport-{report.on.isoformat()}.{form}", kind)
