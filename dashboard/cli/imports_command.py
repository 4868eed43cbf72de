"""`brygga imports`: the history of imports, and taking the last one back."""

import datetime as dt
from collections.abc import Iterator

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.data.engine import Database
from dashboard.data.import_history import PastImport, State, history
from dashboard.data.import_undo import forget_old, undo_last
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import N_, _, number
from dashboard.reports.loading import title_of
from dashboard.settings import Settings

_STATES = {
    State.RUNNING: N_("under way"),
    State.DONE: N_("done"),
    State.UNDONE: N_("undone"),
    State.ABORTED: N_("cut off, nothing was changed"),
}


@click.group(
    "imports",
    invoke_without_command=True,
    help=N_("List the imports: when, who, which file and what it changed. Take the last one back."),
    epilog=examples("brygga imports", "brygga imports undo"),
)
@click.pass_context
def imports_command(ctx: click.Context) -> None:
    """Open the database, and list when nothing else is asked."""
    ctx.obj = ready_engine(ctx.find_object(Settings) or Settings())
    if ctx.invoked_subcommand is None:
        forget_old(ctx.obj, dt.datetime.now(dt.UTC))
        past = history(ctx.obj)
        if not past:
            click.echo(_("Nothing has been imported yet."))
        for one in past:
            for line in _lines(one):
                click.echo(line)


@imports_command.command(
    "undo",
    help=N_(
        "Take the last import back: the data is exactly as it was before. Possible for 30 days, and only "
        "while nothing else has changed the data."
    ),
)
@click.pass_obj
def undo(engine: Database) -> None:
    """Undo the last import."""
    undone = undo_last(engine, who=whoever(), now=dt.datetime.now(dt.UTC))
    click.echo(
        _("Undone: {file}, imported {time} by {who}. The data is as it was before.").format(
            file=undone.file_name, time=_moment(undone.at), who=undone.who
        )
    )


def _lines(past: PastImport) -> Iterator[str]:
    yield f"{past.number}. {_moment(past.at)}  {past.who}  {past.file_name}  {_state(past)}"
    if past.sha256:
        yield f"   SHA-256 {past.sha256}"
    for table, counts in past.counts.items():
        told = [f"{number(counts[name])} {word}" for name, word in _words() if counts.get(name)]
        if told:
            yield f"   {title_of(table)}: {', '.join(told)}"


def _state(past: PastImport) -> str:
    if past.undone_at is None:
        return _(_STATES[past.state])
    return _("undone {time} by {who}").format(time=_moment(past.undone_at), who=past.undone_by)


def _words() -> tuple[tuple[str, str], ...]:
    return (
        ("new", _("new")),
        ("changed", _("changed")),
        ("removed", _("removed")),
        ("rejected", _("left out")),
    )


def _moment(at: dt.datetime) -> str:
    return at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")
