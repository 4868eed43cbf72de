"""`brygga import`: bring a unit's own spreadsheets into the database."""

import sys
from itertools import count
from pathlib import Path
from typing import Any

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.import_lines import lines
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.cli.writing import write_new
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import today
from dashboard.i18n import N_, _, ngettext, number
from dashboard.reports.loading import Loaded, Request, load, typed_meanings
from dashboard.settings import Settings

HAS_ERRORS, NEEDS_YES = 1, 3


@click.command(
    "import",
    help=N_(
        "Read an .xlsx or .ods workbook, a .csv file, or a folder or .zip of CSV files. All of it goes in, "
        "or nothing: a file with an error changes nothing. Exit code 1: the file has errors; 2: it cannot "
        "be read; 3: there are questions, and --yes is needed."
    ),
    epilog=examples(
        "brygga import vallentuna.xlsx --dry-run",
        "brygga import vallentuna.xlsx",
        "brygga import lista.csv --table Kontakter",
        "brygga import vallentuna.xlsx --accept-good-rows",
        'brygga import vallentuna.xlsx --map "Placeringar:Slutdatum=slut"',
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar=N_("FILE_OR_FOLDER"))
@click.option("--dry-run", is_flag=True, help=N_("Only tell what would happen."))
@click.option(
    "--table", default="", help=N_("The table of a file whose name does not tell, for example Kontakter.")
)
@click.option(
    "--yes",
    is_flag=True,
    help=N_(
        "Answer yes to what it asks: much is cleared, changed or removed, the file is much smaller, or it "
        "differs from what was written in Brygga."
    ),
)
@click.option(
    "--accept-good-rows",
    "good_rows",
    is_flag=True,
    help=N_("Leave out rows with errors, and those that refer to them; they are written to a workbook."),
)
@click.option(
    "--rejected",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("Where the rows that are left out are written; beside the file when it is not said."),
)
@click.option(
    "--replace",
    is_flag=True,
    help=N_("The file is the whole truth for the tables in it: what it lacks is removed."),
)
@click.option(
    "--file-wins",
    is_flag=True,
    help=N_("What the file says replaces what was written in Brygga; otherwise that stays."),
)
@click.option(
    "--map",
    "mappings",
    multiple=True,
    metavar="HEADER=COLUMN",
    help=N_("What a header, or a word (column:word=word), means; remembered until it is revoked."),
)
@click.pass_obj
def import_command(
    settings: Settings,
    /,
    path: Path,
    mappings: tuple[str, ...],
    rejected: Path | None,
    table: str,
    **options: Any,
) -> None:
    """Import and say what happened."""
    dry_run, yes = options.pop("dry_run"), options.pop("yes")
    if rejected is not None and rejected.exists():
        raise InvalidParameter(_("{path} exists already. Choose another name.").format(path=rejected))
    meanings = tuple(one for text in mappings for one in typed_meanings(text))
    backups = settings.data_dir / "backups"
    request = Request(path, today(), table=table, meanings=meanings, backups=backups, **options)
    loaded = _loaded(settings, request, dry_run=dry_run, yes=yes)
    for line in lines(loaded, dry_run=dry_run):
        click.echo(line)
    if loaded.rejected and not dry_run:
        _give_back(loaded, rejected or _beside(path))
    if loaded.result.blocked:
        raise SystemExit(HAS_ERRORS)
    if loaded.result.needs_yes and not dry_run and loaded.result.changes:
        raise SystemExit(NEEDS_YES)


def _loaded(settings: Settings, request: Request, *, dry_run: bool, yes: bool) -> Loaded:
    engine = ready_engine(settings)
    with click.progressbar(
        length=1_000, label=_("Reading"), file=sys.stderr, hidden=not sys.stderr.isatty(), show_eta=False
    ) as bar:

        def show(done: int, _total: int) -> None:
            bar.update(done - bar.pos)

        loaded = load(engine, request, who=whoever(), dry_run=dry_run, yes=yes, progress=show)
    engine.dispose()
    return loaded


def _give_back(loaded: Loaded, path: Path) -> None:
    write_new(path, loaded.rejected)
    click.echo(
        ngettext(
            "{n} row was left out. It is in {path}, with the reason.",
            "{n} rows were left out. They are in {path}, with the reasons.",
            loaded.rejected_rows,
        ).format(n=number(loaded.rejected_rows), path=path)
    )


def _beside(path: Path) -> Path:
    """A name beside the file that nothing has yet."""
    stem = path.name if path.is_dir() else path.stem
    name = "-".join((stem, _("left-out")))
    names = (f"{name}.xlsx" if n == 1 else f"{name}-{n}.xlsx" for n in count(1))
    folder = path.absolute().parent
    return next(folder / name for name in names if not (folder / name).exists())
