"""`brygga assumptions`: what the unit assumes about cost and benefit."""

import datetime as dt
from collections.abc import Iterator, Mapping

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.day import DAY
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.data.cost_assumptions import (
    AssumptionChange,
    assumptions_history,
    read_assumptions,
    store_assumptions,
)
from dashboard.data.engine import Database
from dashboard.domain.assumption_catalogue import ASSUMED, UNITS, Assumed, Estimate
from dashboard.domain.assumptions import Assumptions, read_estimate, source_told
from dashboard.domain.period import STOCKHOLM, today
from dashboard.domain.setting_values import shown
from dashboard.i18n import N_, _
from dashboard.settings import Settings
from dashboard.words import word


@click.group(
    "assumptions",
    help=N_("What the unit assumes about cost and benefit: each value with a range, a day and a source."),
    epilog=examples(
        "brygga assumptions list",
        'brygga assumptions set wage_per_hour 160 --low 150 --high 175 --source "lönestatistik 2025"',
        "brygga assumptions reset wage_per_hour",
        "brygga assumptions history",
    ),
)
@click.pass_context
def assumptions_command(ctx: click.Context) -> None:
    """Open the database for the subcommands."""
    ctx.obj = ready_engine(ctx.find_object(Settings) or Settings())


@assumptions_command.command(
    "list", help=N_("List every assumption: whether it is empty, an example or set, and what it is.")
)
@click.pass_obj
def list_assumptions(engine: Database) -> None:
    """List the assumptions."""
    assumptions = read_assumptions(engine)
    header = (
        _("Name"),
        _("Value"),
        _("Range"),
        _("Unit of measure"),
        _("State of it"),
        _("True for the day"),
        _("What it is"),
        _("Source"),
    )
    rows = [header, *(_row(assumptions, assumed) for assumed in ASSUMED.values())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header) - 1)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        click.echo("  ".join((*cells, row[-1])).rstrip())
    click.echo("")
    click.echo(_("The version of the assumptions is {version}.").format(version=assumptions.version))


@assumptions_command.command(
    "set",
    help=N_("Set an assumption: its value, the range it may well lie in, its day, and its source."),
    epilog=examples(
        'brygga assumptions set share_without_support 0,25 --low 0,15 --high 0,35 --source "egen jämförelse"'
    ),
)
@click.argument("name")
@click.argument("value")
@click.option("--low", help=N_("The lowest it may well be; the value itself when left out."))
@click.option("--high", help=N_("The highest it may well be; the value itself when left out."))
@click.option("--date", "dated", type=DAY, help=N_("The day it is true for; today when left out."))
@click.option("--source", required=True, help=N_("Where it comes from."))
@click.pass_obj
def set_assumption(engine: Database, /, name: str, value: str, **told: str | dt.date | None) -> None:
    """Set one."""
    low, high, dated, source = (told[key] for key in ("low", "high", "dated", "source"))
    estimate = read_estimate(
        name,
        value,
        None if low is None else str(low),
        None if high is None else str(high),
        dated=dated if isinstance(dated, dt.date) else today(),
        source=str(source),
    )
    _store(engine, {name: estimate})


@assumptions_command.command("reset", help=N_("Take assumptions back to their example, or to nothing."))
@click.argument("names", nargs=-1, metavar="NAME")
@click.option("--all", "everything", is_flag=True, help=N_("Every assumption."))
@click.pass_obj
def reset_assumptions(engine: Database, names: tuple[str, ...], everything: bool) -> None:
    """Reset some."""
    if bool(names) == everything:
        raise click.UsageError(_("Name the assumptions to reset, or give --all."))
    _store(engine, dict.fromkeys(ASSUMED if everything else names))


@assumptions_command.command("history", help=N_("List every change: when, who, and what was set."))
@click.pass_obj
def history(engine: Database) -> None:
    """List the changes, the newest first."""
    changes = assumptions_history(engine)
    if not changes:
        click.echo(_("No assumption has been set."))
    for change in changes:
        for line in _change_lines(change):
            click.echo(line)


def _row(assumptions: Assumptions, assumed: Assumed) -> tuple[str, ...]:
    estimate, state = assumptions.of(assumed.name), assumptions.state(assumed.name)
    asked, told = (_(UNITS[assumed.unit]), word("assumption_state", state)), _(assumed.meaning)
    if estimate is None:
        return assumed.name, "", "", *asked, "", told, ""
    limits = f"{shown(estimate.low)}–{shown(estimate.high)}"
    said = source_told(estimate)
    return assumed.name, shown(estimate.value), limits, *asked, estimate.dated.isoformat(), told, said


def _store(engine: Database, values: Mapping[str, Estimate | None]) -> None:
    outcome = store_assumptions(engine, values, who=whoever(), now=dt.datetime.now(dt.UTC))
    if not outcome.changed:
        click.echo(_("Nothing was changed: the assumptions already are so."))
        return
    for line in _value_lines(outcome.changed):
        click.echo(line)
    click.echo(_("The version of the assumptions is {version}.").format(version=outcome.assumptions.version))


def _value_lines(values: Mapping[str, Estimate | None]) -> Iterator[str]:
    for name, estimate in values.items():
        if estimate is None:
            yield _("{name}: no longer set").format(name=name)
        else:
            yield _("{name} = {value} ({low}–{high}), {day}: {source}").format(
                name=name,
                value=shown(estimate.value),
                low=shown(estimate.low),
                high=shown(estimate.high),
                day=estimate.dated.isoformat(),
                source=source_told(estimate),
            )


def _change_lines(change: AssumptionChange) -> Iterator[str]:
    moment = change.at.astimezone(STOCKHOLM)
    yield _("{number}. {moment:%Y-%m-%d %H:%M}, {who}: assumptions {version}").format(
        number=change.number, moment=moment, who=change.by, version=change.version
    )
    for line in _value_lines(change.values):
        yield "   " + line
