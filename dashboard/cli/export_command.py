"""`brygga export`: everything the unit has, as files that `brygga import` reads back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.cli.writing import cannot_be_written, write_new
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import today
from dashboard.i18n import LANGUAGES, N_, _, in_language, language, number
from dashboard.settings import Settings

if TYPE_CHECKING:
    from dashboard.reports.export import Export


@click.command(
    "export",
    help=N_(
        "Write every table to an .xlsx workbook, a .zip of CSV files, or a new folder of CSV files. "
        "Reading it back gives the same rows. The file holds clients' keys: keep it where only the unit "
        "can reach it."
    ),
    epilog=examples(
        "brygga export everything.xlsx", "brygga export everything.zip --language en", "brygga export folder"
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar=N_("FILE_OR_FOLDER"))
@click.option("--language", "code", type=click.Choice(LANGUAGES), help=N_("The language of the headings."))
@click.pass_obj
def export_command(settings: Settings, path: Path, code: str | None) -> None:
    """Write the export."""
    from dashboard.reports.access import Access, Store  # noqa: PLC0415 (help answers at once)
    from dashboard.reports.export import export_of  # noqa: PLC0415 (the same)

    form = path.suffix.lower()
    if form not in {"", ".xlsx", ".zip"}:
        raise InvalidParameter(_("Write to an .xlsx workbook, a .zip, or a folder."))
    # Whoever can run commands on the machine can read the whole database.
    whole = Viewer(0, whoever(), Role.MANAGER)
    export = export_of(
        Access(whole, Store(ready_engine(settings))), today(), form.removeprefix(".") or "folder"
    )
    with in_language(code or language()):
        _write(path, form, export)
    click.echo(_("Written: {path}").format(path=path), err=True)
    click.echo(_("{n} rows. The file holds clients' keys.").format(n=number(export.rows)), err=True)


def _write(path: Path, form: str, export: "Export") -> None:
    from dashboard.reports.export import (  # noqa: PLC0415 (help answers at once)
        export_archive,
        export_files,
        export_workbook,
    )

    if form:
        write_new(path, export_workbook(export) if form == ".xlsx" else export_archive(export))
        return
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise cannot_be_written(path, error) from error
    if any(path.iterdir()):
        raise InvalidParameter(_("The folder {path} is not empty. Choose a new one.").format(path=path))
    for name, content in export_files(export):
        write_new(path / name, content)
