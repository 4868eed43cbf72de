"""`brygga settings`: what the unit decides for itself."""

import datetime as dt
from collections.abc import Iterator, Mapping

import click

from dashboard.cli.benchmarks_command import benchmarks_command
from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.cli.words_command import words_command
from dashboard.data.engine import Database
from dashboard.data.unit_settings import Change, read_definitions, settings_history, store_settings
from dashboard.domain.period import STOCKHOLM
from dashboard.domain.setting_catalogue import SETTINGS, Value, value_of
from dashboard.domain.setting_values import read_value, shown
from dashboard.i18n import N_, _
from dashboard.settings import Settings


@click.group(
    "settings",
    help=N_("What the unit decides for itself: thresholds, windows, weights, standards and targets."),
    epilog=examples(
        "brygga settings list",
        "brygga settings set active_within 60",
        "brygga settings set strength_weights.depth 0.30 strength_weights.recency 0.20",
        "brygga settings reset active_within",
        "brygga settings history",
    ),
)
@click.pass_context
def settings_command(ctx: click.Context) -> None:
    """Open the database for the subcommands."""
    ctx.obj = ready_engine(ctx.find_object(Settings) or Settings())


@settings_command.command("list", help=N_("List every setting: its value, its default, and what it decides."))
@click.pass_obj
def list_settings(engine: Database) -> None:
    """List the settings; those that the unit has changed are marked."""
    definitions = read_definitions(engine)
    rows = [("", _("Name"), _("Value"), _("Default"), _("What it decides"))]
    for name, setting in SETTINGS.items():
        value = value_of(definitions, name)
        mark = "*" if value != setting.default else ""
        rows.append((mark, name, shown(value), shown(setting.default), _(setting.meaning)))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        click.echo("  ".join((*cells, row[4])))
    click.echo("")
    click.echo(
        _("* changed by the unit. The version of the definitions is {version}.").format(
            version=definitions.version
        )
    )


@settings_command.command(
    "set",
    help=N_("Set a setting, or several at once: NAME VALUE NAME VALUE. All of them are set, or none."),
    epilog=examples("brygga settings set cooling_within 120 active_within 60"),
)
@click.argument("pairs", nargs=-1, required=True, metavar="NAME VALUE")
@click.pass_obj
def set_settings(engine: Database, pairs: tuple[str, ...]) -> None:
    """Set values."""
    if len(pairs) % 2:
        raise click.UsageError(_("Give a value after each name: brygga settings set NAME VALUE"))
    names, texts = pairs[::2], pairs[1::2]
    _store(engine, {name: read_value(name, text) for name, text in zip(names, texts, strict=True)})


@settings_command.command("reset", help=N_("Take settings back to their defaults."))
@click.argument("names", nargs=-1, metavar="NAME")
@click.option("--all", "everything", is_flag=True, help=N_("Every setting."))
@click.pass_obj
def reset_settings(engine: Database, names: tuple[str, ...], everything: bool) -> None:
    """Reset values."""
    if bool(names) == everything:
        raise click.UsageError(_("Name the settings to reset, or give --all."))
    _store(engine, dict.fromkeys(SETTINGS if everything else names))


@settings_command.command("history", help=N_("List every change: when, who, and what was set."))
@click.pass_obj
def history(engine: Database) -> None:
    """List the changes, the newest first."""
    changes = settings_history(engine)
    if not changes:
        click.echo(_("Nothing has been changed: every setting has its default."))
    for change in changes:
        for line in _change_lines(change):
            click.echo(line)


settings_command.add_command(words_command)
settings_command.add_command(benchmarks_command)


def _store(engine: Database, values: Mapping[str, Value | None]) -> None:
    outcome = store_settings(engine, values, who=whoever(), now=dt.datetime.now(dt.UTC))
    if not outcome.changed:
        click.echo(_("Nothing was changed: the settings already have these values."))
        return
    for line in _value_lines(outcome.changed):
        click.echo(line)
    click.echo(_("The version of the definitions is {version}.").format(version=outcome.definitions.version))


def _value_lines(values: Mapping[str, Value | None]) -> Iterator[str]:
    for name, value in values.items():
        if value is not None:
            yield f"{name} = {shown(value)}"
        elif name in SETTINGS:
            yield _("{name} = {value}, the default").format(name=name, value=shown(SETTINGS[name].default))
        else:
            yield _("{name}: removed").format(name=name)


def _change_lines(change: Change) -> Iterator[str]:
    moment = change.at.astimezone(STOCKHOLM)
    yield _("{number}. {moment:%Y-%m-%d %H:%M}, {who}: definitions {version}").format(
        number=change.number, moment=moment, who=change.by, version=change.version
    )
    for line in _value_lines(change.values):
        yield "   " + line
