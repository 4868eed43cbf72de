"""`brygga import`: bring a unit's own spreadsheets into the database."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.domain.period import today
from dashboard.i18n import N_, _, ngettext, number, percent
from dashboard.reports.loading import (
    MOST_CLEARED,
    Cleared,
    Finding,
    ImportResult,
    Severity,
    load_file,
    title_of,
)
from dashboard.settings import Settings

HAS_ERRORS, NEEDS_YES = 1, 3
MOST_ON_SCREEN = 50


@click.command(
    "import",
    help=N_(
        "Read an .xlsx workbook, a .csv file, or a folder or .zip of CSV files. All of it goes in, or "
        "nothing: a file with an error changes nothing. Exit code 1: the file has errors; 2: it cannot "
        "be read; 3: much would be cleared, and --yes is needed."
    ),
    epilog=examples(
        "brygga import vallentuna.xlsx --dry-run",
        "brygga import vallentuna.xlsx",
        "brygga import lista.csv --table Kontakter",
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar=N_("FILE_OR_FOLDER"))
@click.option("--dry-run", is_flag=True, help=N_("Only tell what would happen."))
@click.option(
    "--table", default="", help=N_("The table of a file whose name does not tell, for example Kontakter.")
)
@click.option("--yes", is_flag=True, help=N_("Clear values also when they are more than 10 % of a column."))
@click.pass_obj
def import_command(settings: Settings, path: Path, dry_run: bool, table: str, yes: bool) -> None:
    """Import and say what happened."""
    engine = ready_engine(settings)
    with click.progressbar(
        length=1_000, label=_("Reading"), file=sys.stderr, hidden=not sys.stderr.isatty(), show_eta=False
    ) as bar:

        def show(done: int, _total: int) -> None:
            bar.update(done - bar.pos)

        result = load_file(
            engine,
            path,
            who=whoever(),
            today=today(),
            table=table,
            dry_run=dry_run,
            yes=yes,
            backups=settings.data_dir / "backups",
            progress=show,
        )
    engine.dispose()
    for line in lines(result, dry_run=dry_run):
        click.echo(line)
    if result.errors:
        raise SystemExit(HAS_ERRORS)
    if result.needs_yes and not dry_run and not result.applied:
        raise SystemExit(NEEDS_YES)


def lines(result: ImportResult, *, dry_run: bool) -> Iterator[str]:
    """What a person reads about an import: findings, counts, and the outcome last, where the eye is."""
    if result.findings:
        yield from _findings(result)
        yield ""
    if not result.errors:
        yield from _counts(result)
        yield from map(_cleared, result.cleared)
        yield ""
    yield _outcome(result, dry_run=dry_run)


def _findings(result: ImportResult) -> Iterator[str]:
    for finding in result.findings[:MOST_ON_SCREEN]:
        yield _finding(finding)
    hidden = result.errors + result.warnings - min(len(result.findings), MOST_ON_SCREEN)
    if hidden:
        yield _("… and {n} more.").format(n=number(hidden))
    yield ""
    # A rule is named by the words of its first finding.
    rules = {(one.severity, one.code): one.message for one in reversed(result.findings)}
    for (severity, code), count in sorted(result.tallies.items(), key=lambda one: (one[0][0], -one[1])):
        yield f"{number(count):>8}  {_severity(severity)}: {rules.get((severity, code), code)}"


def _finding(finding: Finding) -> str:
    place = finding.sheet
    if finding.row is not None:
        place += ", " + _("row {row}").format(row=finding.row)
    if finding.column:
        place += f", {finding.column}"
    if finding.header:
        place += f" ({finding.header})"
    value = f" “{finding.value}”" if finding.value else ""
    return f"{_severity(finding.severity)}: {place}:{value} {finding.message} {finding.remedy}".rstrip()


def _severity(severity: Severity) -> str:
    return _("Error") if severity is Severity.ERROR else _("Warning")


def _counts(result: ImportResult) -> Iterator[str]:
    heads = ["", _("new"), _("changed"), _("unchanged"), _("removed")]
    rows = [
        [title_of(name), *map(number, (counts.new, counts.changed, counts.unchanged, counts.removed))]
        for name, counts in result.counts.items()
    ]
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads))]
    for row in [heads, *rows]:
        name, *numbers = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([name, *numbers])


def _cleared(cleared: Cleared) -> str:
    return _("{table}, {column}: {n} of {stored} stored values ({share}) are cleared by empty cells.").format(
        table=title_of(cleared.table),
        column=title_of(cleared.table, cleared.column),
        n=number(cleared.cleared),
        stored=number(cleared.stored),
        share=percent(cleared.share),
    )


def _outcome(result: ImportResult, *, dry_run: bool) -> str:
    if result.errors:
        return ngettext(
            "{n} error. Nothing was changed. Correct the file and import it again.",
            "{n} errors. Nothing was changed. Correct the file and import it again.",
            result.errors,
        ).format(n=number(result.errors))
    if result.already_imported:
        return _("Already imported: the database holds exactly what the file says. Nothing was changed.")
    if not result.changes:
        return _("The database already holds everything in the file. Nothing was changed.")
    if dry_run:
        return _("This is what would happen. Nothing was changed.")
    if not result.applied:
        return _(
            "More than {share} of a column's values would be cleared, so nothing was changed. "
            "If that is meant, import again with --yes."
        ).format(share=percent(MOST_CLEARED))
    return _("Imported: {file}. The data version is {version}.").format(
        file=result.file_name, version=result.data_version
    )
