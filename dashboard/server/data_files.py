"""The template and the export as downloads. Who may have which rows is decided by the report."""

from collections.abc import Callable

from flask import Flask, Response, make_response, request

from dashboard.domain.access import KEEPERS
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.domain.period import today
from dashboard.i18n import LANGUAGES, _, in_language, language
from dashboard.reports.access import Access
from dashboard.reports.export import export_archive, export_of, export_workbook
from dashboard.reports.quiet_file import quiet_file
from dashboard.reports.stamped_file import as_csv, as_xlsx
from dashboard.reports.template_book import template_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLES = {"xlsx": (as_xlsx, XLSX), "csv": (as_csv, "text/csv; charset=utf-8")}
FORMS = {"xlsx": (export_workbook, XLSX), "zip": (export_archive, "application/zip")}


def add_data_files(server: Flask, access: Callable[[], Access]) -> None:
    """Add the routes.

    Args:
        server: the app's Flask.
        access: tells who asks, for the request that is being answered.
    """

    @server.get("/data/mall")
    def template() -> Response:
        if access().viewer.role not in KEEPERS:
            raise AccessDenied(_("Your account may not see or do this."))
        with in_language(_wanted_language()):
            return file_answer(template_book(), _("brygga-template.xlsx"), XLSX)

    @server.get("/data/export")
    def export() -> Response:
        form = request.args.get("form", "xlsx")
        if form not in FORMS:
            raise InvalidParameter(_("Write to an .xlsx workbook, a .zip, or a folder."))
        made = export_of(access(), today(), form)
        write, kind = FORMS[form]
        with in_language(_wanted_language()):
            return file_answer(write(made), f"{made.name}.{form}", kind)

    @server.get("/data/viloperioder")
    def quiet_periods() -> Response:
        form = request.args.get("form", "xlsx")
        if form not in TABLES:
            raise InvalidParameter(_("A list is given as xlsx or csv."))
        write, kind = TABLES[form]
        with in_language(_wanted_language()):
            table = quiet_file(access(), today())
            return file_answer(write(table), f"{table.name}.{form}", kind)


def _wanted_language() -> str:
    wanted = request.args.get("sprak", "")
    return wanted if wanted in LANGUAGES else language()


def file_answer(content: bytes, name: str, kind: str) -> Response:
    """A file that the browser saves under a name of ours, and keeps no copy of."""
    response = make_response(content)
    response.content_type = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
