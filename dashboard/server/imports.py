"""The steps of an import as plain forms: each answers with the page, which shows where the import stands.

So the back button, a second click and a page loaded again in the middle do no harm: a step that no longer
applies does nothing, and the page tells what is so.
"""

from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from dashboard.domain.access import KEEPERS
from dashboard.domain.errors import AccessDenied, FileRefused
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.import_desk import MOST_PACKED_MB, ImportDesk, wanted_table
from dashboard.reports.import_forms import decided
from dashboard.server.data_files import XLSX, file_answer
from dashboard.server.request_state import viewer

PAGE = "/data"
BEGIN = "/data/import/"
UPLOAD = BEGIN + "fil"
_FORM_AROUND = 64_000
"""Bytes that the form may take beside the file."""


def guard_uploads(server: Flask) -> None:
    """Let a file through that is larger than other requests, from those who may load data alone.

    It is decided before anything of the body is read.
    """

    @server.before_request
    def allow() -> None:
        if not request.path.startswith(BEGIN):
            return
        if viewer().role not in KEEPERS:
            raise AccessDenied(_("Only managers and administrators may load data."))
        if request.path == UPLOAD and request.method == "POST":
            most = MOST_PACKED_MB * 1_000_000 + _FORM_AROUND
            request.max_content_length = most
            if (request.content_length or 0) > most:
                raise RequestEntityTooLarge(too_large())


def too_large() -> str:
    """What is said of a file that is past the limit."""
    sentence = _("The file is larger than {n} MB. Divide it, or let whoever runs Brygga import it.")
    return sentence.format(n=MOST_PACKED_MB)


def add_imports(server: Flask, desk: ImportDesk, access: Callable[[], Access]) -> None:
    """Add the routes.

    Args:
        server: the app's Flask.
        desk: where imports are done.
        access: tells who asks, for the request that is being answered.
    """

    @server.post(UPLOAD)
    def import_file() -> AnyResponse:
        given = request.files.get("fil")
        if given is None or not given.filename:
            raise FileRefused(_("Choose a file first."))

        def save(path: Path) -> None:
            given.save(path)
            given.close()

        desk.receive(access(), given.filename, save)
        return _back()

    @server.post(BEGIN + "las")
    def import_read_again() -> AnyResponse:
        who = access()
        job = desk.job(who)
        if job is not None and job.job_id == _job_id():
            options = decided(job, request.form, wanted_table(request.form.get("tabell", "")))
            if request.form.get("minns") == "ja" and options.meanings:
                desk.remember(who, options)
            desk.read_again(who, job.job_id, options)
        return _back()

    @server.post(BEGIN + "skriv")
    def import_write() -> AnyResponse:
        desk.write(access(), _job_id(), yes=request.form.get("ja") == "ja")
        return _back()

    @server.post(BEGIN + "avbryt")
    def import_leave() -> AnyResponse:
        desk.leave(access(), _job_id())
        return _back()

    @server.post(BEGIN + "angra")
    def import_undo() -> AnyResponse:
        desk.undo(access(), _number())
        return _back()

    @server.post(BEGIN + "samma")
    def import_decide() -> AnyResponse:
        one, other = request.form.get("ett", ""), request.form.get("annat", "")
        desk.decide(access(), one, other, request.form.get("svar", ""))
        return _back()

    @server.post(BEGIN + "samma-angra")
    def import_take_back() -> AnyResponse:
        desk.take_back(access(), _number())
        return _back()

    @server.get(BEGIN + "fel.xlsx")
    def import_findings() -> Response:
        return _kept(desk.findings_file(access()), _("findings.xlsx"))

    @server.get(BEGIN + "kvar.xlsx")
    def import_rejected() -> Response:
        return _kept(desk.rejected_file(access()), _("left-out-rows.xlsx"))


def _job_id() -> str:
    return request.form.get("jobb", "")


def _number() -> int:
    number = request.form.get("nummer", "")
    return int(number) if number.isascii() and number.isdigit() else 0


def _back() -> AnyResponse:
    # See Other: loading the page again must not send the form again.
    return redirect(PAGE, code=303)


def _kept(content: bytes, name: str) -> Response:
    if not content:
        raise NotFound(_("There is no such file any more."))
    return file_answer(content, name, XLSX)
