"""`brygga duplicates`: employers that may be one under two keys."""

import datetime as dt

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.data.employer_decisions import (
    Decision,
    decide_different,
    decide_same,
    decisions,
    undo_decision,
)
from dashboard.data.engine import Database
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import N_, _, ngettext, number
from dashboard.reports.same_employers import Named, suggestions, why
from dashboard.settings import Settings


@click.group(
    "duplicates",
    help=N_("Employers that may be one under two keys: see them, decide, and take a decision back."),
    epilog=examples(
        "brygga duplicates list",
        "brygga duplicates same A-017 A-203",
        "brygga duplicates different A-017 A-204",
        "brygga duplicates undo 1",
    ),
)
@click.pass_context
def duplicates_command(ctx: click.Context) -> None:
    """Open the database for the subcommands."""
    ctx.obj = ready_engine(ctx.find_object(Settings) or Settings())


@duplicates_command.command(
    "list", help=N_("List those that nobody has decided about, and what was decided.")
)
@click.pass_obj
def list_duplicates(engine: Database) -> None:
    """List pairs and decisions."""
    pairs = suggestions(engine)
    if not pairs:
        click.echo(_("No two employers look like one."))
    for pair in pairs:
        click.echo(f"{_told(pair.one)}  =?  {_told(pair.other)}: {why(pair)}")
    for decision in decisions(engine):
        click.echo(_decision(decision))


@duplicates_command.command(
    "same",
    help=N_("Two keys are one employer: everything of OTHER moves to KEPT, also in files to come."),
)
@click.argument("kept")
@click.argument("other")
@click.pass_obj
def same(engine: Database, kept: str, other: str) -> None:
    """Make two one."""
    made = decide_same(engine, kept, other, who=whoever(), now=dt.datetime.now(dt.UTC))
    click.echo(
        ngettext(
            "{other} is {kept} from now on. {n} row was moved.",
            "{other} is {kept} from now on. {n} rows were moved.",
            made.moved,
        ).format(other=other, kept=kept, n=number(made.moved))
    )
    click.echo(_("To take it back: {command}").format(command=f"brygga duplicates undo {made.number}"))


@duplicates_command.command("different", help=N_("Two employers are two; they are not suggested again."))
@click.argument("one")
@click.argument("other")
@click.pass_obj
def different(engine: Database, one: str, other: str) -> None:
    """Keep two apart."""
    made = decide_different(engine, one, other, who=whoever(), now=dt.datetime.now(dt.UTC))
    click.echo(_decision(made))


@duplicates_command.command("undo", help=N_("Take a decision back, by its number in the list."))
@click.argument("decision", type=int)
@click.pass_obj
def undo(engine: Database, decision: int) -> None:
    """Take one back."""
    undone = undo_decision(engine, decision, now=dt.datetime.now(dt.UTC))
    click.echo(_("Taken back: {decision}").format(decision=_decision(undone)))


def _told(named: Named) -> str:
    place = f", {named.locality}" if named.locality else ""
    return f"{named.key} ({named.name}{place})"


def _decision(decision: Decision) -> str:
    sentence = _("{number}. {other} is {kept}") if decision.same else _("{number}. {other} is not {kept}")
    told = sentence.format(number=decision.number, other=decision.other, kept=decision.kept)
    return f"{told}  ({decision.at.astimezone(STOCKHOLM):%Y-%m-%d}, {decision.who})"
