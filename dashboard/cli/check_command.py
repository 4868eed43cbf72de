"""`brygga check`: is everything in order, and if not, what to do."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from dashboard.cli.database import opened
from dashboard.cli.speech import examples
from dashboard.data import schema
from dashboard.data.accounts import count_accounts
from dashboard.data.engine import Database, is_demo
from dashboard.domain.errors import BryggaError
from dashboard.i18n import N_, _, number
from dashboard.server.secret_key import secret_key
from dashboard.server.start import refuse_dangerous_environment
from dashboard.settings import Settings

ENOUGH_SPACE, LITTLE_SPACE = 200_000_000, 50_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check: "ok", "attention" or "error", and a sentence."""

    state: str
    sentence: str


STATES = {"ok": N_("ok"), "attention": N_("attention"), "error": N_("error")}
COLOURS = {"ok": "green", "attention": "yellow", "error": "red"}


@click.command(
    "check",
    help=N_("Check settings, data folder, database and accounts; each line says what to do."),
    epilog=examples("brygga check", "brygga check --upgrade"),
)
@click.option("--upgrade", is_flag=True, help=N_("Bring the database's schema to this version first."))
@click.pass_context
def check_command(ctx: click.Context, upgrade: bool) -> None:
    """Print the findings; exit with 1 when one is an error."""
    settings = ctx.find_object(Settings) or Settings()
    if upgrade:
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        schema.upgrade(opened(settings))
    findings = list(look(settings))
    words = {state: _(text) for state, text in STATES.items()}
    width = max(map(len, words.values()))
    for finding in findings:
        mark = click.style(f"{words[finding.state]:<{width}}", COLOURS[finding.state])
        click.echo(f"{mark}  {finding.sentence}")
    if any(finding.state == "error" for finding in findings):
        ctx.exit(1)


def look(settings: Settings) -> Iterator[Finding]:
    """Everything that is checked, in the order in which it is needed."""
    yield from _guarded(lambda: _environment(settings))
    yield from _guarded(lambda: _folder(settings))
    yield from _guarded(lambda: _database(settings))


def _guarded(part: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from part()
    except BryggaError as error:
        yield Finding("error", str(error))


def _environment(settings: Settings) -> Iterator[Finding]:
    refuse_dangerous_environment()
    where = f"{settings.host}:{settings.port}"
    if settings.loopback or settings.https:
        yield Finding("ok", _("Settings: listens on {where}.").format(where=where))
    else:
        sentence = _(
            "Settings: listens on {where} without https. Put a proxy before it and set BRYGGA_HTTPS."
        )
        yield Finding("attention", sentence.format(where=where))


def _folder(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not (existing.is_dir() and os.access(existing, os.W_OK)):
        yield Finding("error", _("Data folder: {path} cannot be written.").format(path=folder))
        return
    yield Finding("ok", _("Data folder: {path} can be written.").format(path=folder))
    free = shutil.disk_usage(existing).free
    state = "ok" if free > ENOUGH_SPACE else "attention" if free > LITTLE_SPACE else "error"
    yield Finding(state, _("Disk: {n} MB free.").format(n=number(free / 1e6)))
    if folder.exists():
        secret_key(folder)
        yield Finding("ok", _("Secret key: in place, and for its owner alone."))


def _database(settings: Settings) -> Iterator[Finding]:
    engine = _opened(settings)
    if engine is None:
        yield Finding("attention", _("Database: not made yet. The first import, demo or serve makes it."))
        return
    schema.require_current(engine)
    sentence = _("Database: {kind} answers, with the schema of this version.")
    yield Finding("ok", sentence.format(kind=_kind(engine)))
    if is_demo(engine):
        yield Finding("attention", _("Data: invented demo data. It is served on this machine alone."))
    else:
        yield Finding("ok", _("Data: the unit's own."))
    accounts = count_accounts(engine)
    if accounts:
        yield Finding("ok", _("Accounts: {n} can sign in.").format(n=number(accounts)))
    else:
        yield Finding(
            "attention", _("Accounts: nobody can sign in yet. Make one: brygga user add NAME --role manager")
        )


def _kind(engine: Database) -> str:
    return {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[engine.dialect.name]


def _opened(settings: Settings) -> Database | None:
    # Looking must not make an empty database where one is missing.
    if not settings.database_url and not (settings.data_dir / "brygga.db").exists():
        return None
    return opened(settings)
