"""`brygga settings benchmarks`: figures of others that the unit holds its own against."""

import datetime as dt
from typing import Any

import click

from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.data.engine import Database
from dashboard.data.own_benchmarks import read_benchmarks, store_benchmark
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.own_benchmarks import TERMS, OwnBenchmark
from dashboard.i18n import N_, _, number, percent
from dashboard.reports.words_writing import read_share


@click.group(
    "benchmarks",
    help=N_("Figures of others that the unit holds its own against; they are shown on Method and targets."),
    epilog=examples(
        'brygga settings benchmarks add "Another unit" 41 --people 86 --months 12 '
        '--source "Its report for 2025" --caveat "Young adults only"',
        "brygga settings benchmarks list",
        "brygga settings benchmarks remove 1",
    ),
)
def benchmarks_command() -> None:
    """Hold the subcommands."""


@benchmarks_command.command("list", help=N_("List them with source and caveat."))
@click.pass_obj
def list_benchmarks(engine: Database) -> None:
    """List them."""
    found = read_benchmarks(engine)
    if not found:
        click.echo(_("The unit has put in none."))
    for key, one in found.items():
        click.echo(f"{key}. {one.name}: {_told(one)}")
        click.echo(f"   {one.source}. {one.caveat}")


@benchmarks_command.command(
    "add", help=N_("Put in a figure: whose it is, and the share with a job in per cent.")
)
@click.argument("name")
@click.argument("share")
@click.option("--people", type=int, required=True, help=N_("How many people it is of."))
@click.option("--months", type=click.Choice(TERMS), required=True, help=N_("Within how many months."))
@click.option("--source", required=True, help=N_("Where it can be read."))
@click.option("--caveat", required=True, help=N_("What makes it another thing than the unit's own figure."))
@click.pass_obj
def add_benchmark(engine: Database, /, name: str, share: str, **asked: Any) -> None:
    """Put one in."""
    given = OwnBenchmark(
        name, read_share(share), asked["people"], asked["months"], asked["source"], asked["caveat"]
    )
    store_benchmark(engine, "", given, who=whoever(), now=dt.datetime.now(dt.UTC))
    click.echo(f"{given.name}: {_told(given)}")


@benchmarks_command.command("remove", help=N_("Take one away, by its number in the list."))
@click.argument("key", metavar="NUMBER")
@click.pass_obj
def remove_benchmark(engine: Database, key: str) -> None:
    """Take one away."""
    if key not in read_benchmarks(engine):
        raise InvalidParameter(_("There is no figure with the number {number}.").format(number=key[:20]))
    store_benchmark(engine, key, None, who=whoever(), now=dt.datetime.now(dt.UTC))
    click.echo(_("Taken away. The history still has it."))


def _told(one: OwnBenchmark) -> str:
    return _("{share} of {n} within {months} months").format(
        share=percent(one.value), n=number(one.people), months=number(int(one.term))
    )
