"""`brygga serve`."""

import sys
from typing import Any

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.public_process import become_public_process
from dashboard.cli.serving import Server
from dashboard.cli.speech import examples
from dashboard.data.accounts import count_accounts
from dashboard.data.demo_accounts import DemoAccount, demo_accounts
from dashboard.data.engine import is_demo
from dashboard.domain.errors import SettingsError
from dashboard.i18n import N_, _
from dashboard.server.secret_key import secret_key
from dashboard.server.start import refuse_dangerous_environment
from dashboard.settings import Settings
from dashboard.words import word


@click.command(
    "serve",
    help=N_("Serve Brygga to browsers."),
    epilog=examples(
        "brygga serve",
        "brygga serve --port 9000",
        "BRYGGA_HTTPS=true BRYGGA_TRUSTED_PROXIES=1 brygga serve",
        "brygga serve --public --port 9001",
    ),
)
@click.option("--host", help=N_("Address to listen on. 127.0.0.1 is this machine alone."))
@click.option("--port", type=click.IntRange(1, 65_535), help=N_("Port to listen on."))
@click.option("--public", is_flag=True, help=N_("Only what is published, without the unit's database."))
@click.pass_obj
def serve_command(settings: Settings, host: str | None, port: int | None, public: bool) -> None:
    """Check what must hold, say where Brygga is, and serve until stopped."""
    changes = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = settings.model_copy(update=changes)
    refuse_dangerous_environment()
    if public:
        click.echo(
            _("Brygga, what is published: {address}  (stop with Ctrl+C)").format(address=address(settings))
        )
        sys.stdout.flush()
        become_public_process(settings)
    for line in prepare(settings):
        click.echo(line)
    Server(settings, lambda: _staff_app(settings)).run()


def _staff_app(settings: Settings) -> Any:
    from dashboard.app import create_app  # noqa: PLC0415 (after the fork: no connection is shared)

    return create_app(settings).server


def prepare(settings: Settings) -> list[str]:
    """Make sure that the server can start, and say what the person who starts it should know.

    Raises:
        SettingsError: when demo data would be served to others than this machine.
    """
    engine = ready_engine(settings)
    demo = is_demo(engine)
    if demo and not settings.only_this_machine:
        raise SettingsError(
            _("A demo is served on this machine alone. Leave out BRYGGA_HOST and BRYGGA_TRUSTED_PROXIES.")
        )
    secret = secret_key(settings.data_dir)
    lines = [_("Brygga: {address}  (stop with Ctrl+C)").format(address=address(settings))]
    lines += warnings(settings, accounts=count_accounts(engine))
    if demo:
        lines += demo_lines(demo_accounts(engine, secret))
    engine.dispose()
    return lines


def address(settings: Settings) -> str:
    """Where a browser on this machine finds it."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def warnings(settings: Settings, accounts: int) -> list[str]:
    """What works, but should be thought about."""
    lines = []
    if not settings.loopback and not settings.https:
        lines.append(
            _("Note: others reach this address without https. Put a proxy before it and set BRYGGA_HTTPS.")
        )
    if not accounts:
        lines.append(_("Note: nobody can sign in yet. Make an account: brygga user add NAME --role manager"))
    return lines


def demo_lines(accounts: tuple[DemoAccount, ...]) -> list[str]:
    """The demo's accounts as a small table."""
    rows = [(word("role", one.role), one.username, one.password) for one in accounts]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    return [
        _("Invented data. Sign in as:"),
        *(f"  {role:<{widths[0]}}  {name:<{widths[1]}}  {password}" for role, name, password in rows),
    ]
