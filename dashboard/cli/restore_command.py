"""`brygga restore`: bring back a copy of a SQLite database."""

import datetime as dt

import click

from dashboard.cli.database import opened
from dashboard.cli.speech import examples
from dashboard.data.backup import IMPORT, Copy, copies
from dashboard.data.restore import restore
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import N_, _, number
from dashboard.settings import Settings


@click.command(
    "restore",
    help=N_(
        "Bring back a copy of a SQLite database that was set aside before an import. Without a name it lists "
        "them. Everything becomes as it was then: rows, settings, accounts and sessions."
    ),
    epilog=examples(
        "brygga restore",
        "brygga restore brygga-20261121T120000000000Z-before-import.db",
    ),
)
@click.argument("name", required=False, metavar=N_("COPY"))
@click.option("--yes", is_flag=True, help=N_("Do not ask first."))
@click.pass_obj
def restore_command(settings: Settings, name: str | None, yes: bool) -> None:
    """List the copies, or bring one back."""
    folder = settings.data_dir / "backups"
    listed = copies(folder)
    if name is None:
        if not listed:
            click.echo(_("There are no copies in {folder}.").format(folder=folder))
        for one in listed:
            click.echo(_line(one))
        return
    chosen = next((one for one in listed if one.path.name == name), None)
    if not yes and not click.confirm(_question(name, chosen)):
        raise InvalidParameter(_("Nothing was done."))
    done = restore(opened(settings), name, folder, dt.datetime.now(dt.UTC))
    click.echo(
        _("Brought back: {name}. What was there is in {aside}.").format(
            name=done.copy.name, aside=done.aside.name if done.aside else "–"
        )
    )
    if done.is_older:
        click.echo(_("Its schema is older. Run: brygga check --upgrade"))


def _line(copy: Copy) -> str:
    before = _("before import") if copy.before == IMPORT else _("before restore")
    size = number(copy.path.stat().st_size / 1e6, 1)
    return f"{copy.path.name}  {_moment(copy)}  {before}  {size} MB"


def _question(name: str, copy: Copy | None) -> str:
    return _(
        "Bring back {name}? Everything since {time} is then gone from the database; it is set aside first."
    ).format(name=name, time=_moment(copy) if copy else "–")


def _moment(copy: Copy) -> str:
    return copy.at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")
