"""`brygga template`: a workbook to fill in."""

from pathlib import Path

import click

from dashboard.cli.database import speak_as_the_unit
from dashboard.cli.speech import examples
from dashboard.cli.writing import write_new
from dashboard.i18n import LANGUAGES, N_, _, in_language, language
from dashboard.settings import Settings


@click.command(
    "template",
    help=N_("Write an .xlsx workbook to fill in: every table, lists to choose from, and instructions."),
    epilog=examples("brygga template", "brygga template our-unit.xlsx --language en"),
)
@click.argument("path", required=False, type=click.Path(dir_okay=False, path_type=Path), metavar=N_("FILE"))
@click.option("--language", "code", type=click.Choice(LANGUAGES), help=N_("The language of the headings."))
@click.pass_obj
def template_command(settings: Settings, path: Path | None, code: str | None) -> None:
    """Write the template, in the unit's words where there is a database that has them."""
    from dashboard.reports.template_book import template_book  # noqa: PLC0415 (only here openpyxl is needed)

    speak_as_the_unit(settings)
    with in_language(code or language()):
        target = path or Path(_("brygga-template.xlsx"))
        written = template_book()
    write_new(target, written)
    click.echo(_("Written: {path}").format(path=target), err=True)
