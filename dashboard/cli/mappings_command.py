"""`brygga mappings`: what the unit's own headers and words mean."""

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.data.engine import Database
from dashboard.data.import_names import Meaning, forget_name, remembered_names
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import N_, _
from dashboard.reports.loading import title_of, word_title
from dashboard.settings import Settings


@click.group(
    "mappings",
    help=N_(
        "What the unit's own headers and words mean, as decided with brygga import --map or on the page."
    ),
    epilog=examples("brygga mappings list", "brygga mappings remove 3"),
)
@click.pass_context
def mappings_command(ctx: click.Context) -> None:
    """Open the database for the subcommands."""
    ctx.obj = ready_engine(ctx.find_object(Settings) or Settings())


@mappings_command.command("list", help=N_("List them: what is written, what it means, who decided and when."))
@click.pass_obj
def list_mappings(engine: Database) -> None:
    """List what is remembered."""
    remembered = remembered_names(engine)
    if not remembered:
        click.echo(_("Nothing is remembered about headers and words."))
    for one in remembered:
        when = one.at.astimezone(STOCKHOLM).strftime("%Y-%m-%d")
        click.echo(f"{one.number}. {told(one.meaning)}  ({when}, {one.who})")


@mappings_command.command("remove", help=N_("Revoke one, by its number in the list."))
@click.argument("number", type=int)
@click.pass_obj
def remove(engine: Database, number: int) -> None:
    """Forget one."""
    click.echo(_("Removed: {mapping}").format(mapping=told(forget_name(engine, number).meaning)))


def told(meaning: Meaning) -> str:
    """A decision as a person reads it."""
    place = title_of(meaning.table)
    if meaning.column:
        place += f", {title_of(meaning.table, meaning.column)}"
        ours = word_title(meaning.table, meaning.column, meaning.meaning)
    else:
        ours = title_of(meaning.table, meaning.meaning) if meaning.meaning else _("is not read")
    return f"{place}: “{meaning.written}” → {ours}"
