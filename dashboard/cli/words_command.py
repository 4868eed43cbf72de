"""`brygga settings words`: what the unit calls its clients, its steps and its kinds."""

import datetime as dt
from collections.abc import Iterator, Mapping

import click

from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.data.engine import Database
from dashboard.data.unit_words import read_words, store_words, words_history
from dashboard.domain.client_words import CLIENT, CLIENT_EN, OUR_FORMS, PRESETS
from dashboard.domain.period import STOCKHOLM
from dashboard.domain.unit_words import ENGLISH, KEYS, NAMES, preset
from dashboard.i18n import N_, _
from dashboard.words import our_word


@click.group(
    "words",
    help=N_("What the unit calls its clients, its steps and its kinds, on every page and in every file."),
    epilog=examples(
        "brygga settings words list",
        "brygga settings words set client deltagare",
        'brygga settings words set client "en brukare, brukaren, brukare, brukarna"',
        "brygga settings words set step.2 Kartläggning step.2.en Mapping",
        "brygga settings words reset client",
    ),
)
def words_command() -> None:
    """Hold the subcommands."""


@words_command.command("list", help=N_("List every word: the unit's own, and ours."))
@click.pass_obj
def list_words(engine: Database) -> None:
    """List the words; those that the unit has chosen are marked."""
    own = read_words(engine)
    rows = [("", _("Name"), _("Word"), _("Ours"))]
    rows += [("*" if name in own else "", name, own.get(name, ""), _ours(name)) for name in NAMES]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        click.echo("  ".join((*cells, row[3])))


@words_command.command(
    "set",
    help=N_("Set a word, or several at once: NAME WORD NAME WORD. All of them are set, or none."),
    epilog=examples("brygga settings words set client klient placement_kind.work_trial Arbetsprov"),
)
@click.argument("pairs", nargs=-1, required=True, metavar="NAME WORD")
@click.pass_obj
def set_words(engine: Database, pairs: tuple[str, ...]) -> None:
    """Set words; one of the usual words for a client brings its forms in both languages."""
    if len(pairs) % 2:
        raise click.UsageError(_("Give a word after each name: brygga settings words set NAME WORD"))
    words: dict[str, str | None] = {}
    for name, text in zip(pairs[::2], pairs[1::2], strict=True):
        chosen = text.strip().casefold()
        words |= preset(chosen) if name == CLIENT and chosen in PRESETS else {name: text}
    _store(engine, words)


@words_command.command("reset", help=N_("Take words back to ours."))
@click.argument("names", nargs=-1, metavar="NAME")
@click.option("--all", "everything", is_flag=True, help=N_("Every word."))
@click.pass_obj
def reset_words(engine: Database, names: tuple[str, ...], everything: bool) -> None:
    """Reset words."""
    if bool(names) == everything:
        raise click.UsageError(_("Name the words to reset, or give --all."))
    _store(engine, dict.fromkeys(read_words(engine) if everything else names))


@words_command.command("history", help=N_("List every change of the words: when, who, and what was set."))
@click.pass_obj
def history(engine: Database) -> None:
    """List the changes, the newest first."""
    changes = words_history(engine)
    if not changes:
        click.echo(_("No word has been changed."))
    for change in changes:
        moment = change.at.astimezone(STOCKHOLM)
        said = _("{number}. {moment:%Y-%m-%d %H:%M}, {who}")
        click.echo(said.format(number=change.number, moment=moment, who=change.by))
        for line in _lines(change.words):
            click.echo("   " + line)


def _store(engine: Database, words: Mapping[str, str | None]) -> None:
    changed = store_words(engine, words, who=whoever(), now=dt.datetime.now(dt.UTC))
    for line in _lines(changed):
        click.echo(line)
    if not changed:
        click.echo(_("Nothing was changed: the words already are so."))


def _lines(words: Mapping[str, str | None]) -> Iterator[str]:
    for name, text in words.items():
        ours = _("{name} = {word}, ours").format(name=name, word=_ours(name)) if name in NAMES else name
        yield f"{name} = {text}" if text else ours


def _ours(name: str) -> str:
    if name in {CLIENT, CLIENT_EN}:
        return OUR_FORMS[name]
    return our_word(*KEYS[name.removesuffix(ENGLISH)], "en" if name.endswith(ENGLISH) else "sv")
