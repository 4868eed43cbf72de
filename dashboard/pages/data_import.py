"""The card of the import: where it stands, and what may be done next."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.marks import Node, icon
from dashboard.components.states import state_empty
from dashboard.components.still import element
from dashboard.i18n import _, number
from dashboard.pages.data_forms import choice, form, submit
from dashboard.pages.data_preview import preview_parts, result_parts
from dashboard.reports.access import Access
from dashboard.reports.import_desk import (
    MOST_PACKED_MB,
    MOST_UNPACKED_MB,
    ImportDesk,
    Job,
    table_choices,
)

ENDINGS = ".xlsx,.ods,.csv,.txt,.tsv,.zip"
NAMED_BY_FILE = (".csv", ".txt", ".tsv")


def import_card(access: Access) -> Component:
    """The card."""
    desk = ImportDesk(access.store)
    job = desk.job(access)
    title = _("Import") if job is None else _("Import: {file}").format(file=job.file_name)
    parts = _begin(access, desk) if job is None else _at(job)
    return card(ids.Data.IMPORT_CARD, title, parts, class_name="u-import")


def runs(access: Access) -> bool:
    """Whether something is being done right now, so that the page should ask again."""
    job = ImportDesk(access.store).job(access)
    return job is not None and job.runs


def _begin(access: Access, desk: ImportDesk) -> list[Node]:
    if access.store.is_demo():
        text = _(
            "This is the invented demo, and real rows are never mixed with it. Whoever runs Brygga empties "
            "it with **brygga demo --remove**, or starts it with another folder in **BRYGGA_DATA_DIR**. "
            "The template below can be filled in already."
        )
        return [state_empty(_("Nothing can be imported into the demo"), text, icon_name="lock", level=3)]
    return [
        *(_notice(sentence) for sentence in desk.others(access)),
        html.P(_intro(), className="u-measure"),
        _upload_form(),
    ]


def _intro() -> str:
    return _(
        "Choose your workbook. Brygga reads it and shows what would happen; nothing is changed until you "
        "say so, and the last import can be undone."
    )


def _notice(sentence: str) -> Component:
    return html.P([icon("info"), sentence], className="u-notice", role="status")


def _upload_form() -> Any:
    hint = _("An Excel or LibreOffice workbook, a CSV file, or a .zip of CSV files; at most {n} MB.").format(
        n=number(MOST_PACKED_MB)
    )
    unpacked = _("Packed files at most {n} MB when unpacked.").format(n=number(MOST_UNPACKED_MB))
    field = element(
        "div",
        element("label", _("File"), for_=ids.Data.FILE),
        element(
            "input",
            type="file",
            name="fil",
            id=ids.Data.FILE,
            accept=ENDINGS,
            required=True,
            class_="b-input u-file",
            aria_describedby=ids.Data.FILE_HINT,
        ),
        element("p", f"{hint} {unpacked}", id=ids.Data.FILE_HINT, class_="b-field__hint"),
        class_="b-field",
    )
    too_large = _("The file is larger than {n} MB. Divide it, or let whoever runs Brygga import it.")
    progress = element(
        "div",
        element("label", _("Sending the file"), for_=ids.Data.SENT),
        element("progress", id=ids.Data.SENT, max=100, value=0),
        element("button", _("Cancel"), type="button", class_="b-btn b-btn--quiet", data_cancel_upload="ja"),
        class_="u-progress",
        hidden=True,
    )
    wrong = element("p", class_="u-wrong", role="alert", hidden=True)
    return form(
        "fil",
        field,
        submit([icon("upload"), _("Read the file")], primary=True),
        progress,
        wrong,
        enctype="multipart/form-data",
        data_upload="ja",
        data_most=str(MOST_PACKED_MB * 1_000_000),
        data_too_large=too_large.format(n=number(MOST_PACKED_MB)),
        data_broken=_("The file did not arrive. Check the connection and try again."),
    )


def _at(job: Job) -> list[Node]:
    if job.runs:
        return _running(job)
    if job.state == "ready" and job.outcome is not None:
        return preview_parts(job, job.outcome, _leave(job, _("Choose another file")))
    if job.state == "done" and job.outcome is not None:
        return result_parts(job, job.outcome, _leave(job, _("Ready for the next file")))
    return _failed(job)


def _running(job: Job) -> list[Node]:
    reads = job.state == "reading"
    text = _("Reading and checking the file") if reads else _("Writing the rows")
    bar = element(
        "div",
        element("label", text, for_=ids.Data.PROGRESS),
        element("progress", id=ids.Data.PROGRESS, max=1_000, value=job.done),
        class_="u-progress",
    )
    calm = _("You can leave the page and come back; the import goes on.")
    stop = [form("avbryt", submit(_("Cancel"), quiet=True), job=job.job_id)] if reads else []
    return [bar, html.P(calm, className="b-muted b-s", role="status"), *stop]


def _failed(job: Job) -> list[Node]:
    cut_off = _(
        "The import was cut off before it was done. See the history for whether anything was written."
    )
    stopped = _("The import was stopped. Nothing was changed.")
    said = job.sentence or (cut_off if job.state == "cut_off" else stopped)
    table: list[Any] = []
    if job.file_name.lower().endswith(NAMED_BY_FILE):
        options = [("", _("as the file's name says")), *table_choices()]
        table = [choice("tabell", _("The file is the table"), options, job.options.table)]
    again = form("las", *table, submit(_("Read it again")), job=job.job_id)
    return [
        html.P([icon("critical"), html.Span(said)], className="u-wrong", role="alert"),
        *([again] if job.has_file else []),
        _leave(job, _("Choose another file")),
    ]


def _leave(job: Job, text: str) -> Any:
    return form("avbryt", submit(text, quiet=True), job=job.job_id)
