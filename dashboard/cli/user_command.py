"""`brygga user`: accounts."""

import sys
from typing import Any

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.data import accounts
from dashboard.data.engine import Database
from dashboard.domain.access import Role
from dashboard.i18n import N_, _
from dashboard.settings import Settings
from dashboard.words import word

ROLES = click.Choice([role.value for role in Role])
MAY = {
    Role.VISITOR: N_("sees what the unit has published"),
    Role.COACH: N_("sees employers and the network, and own clients' keys"),
    Role.MANAGER: N_("sees everything, and loads data"),
    Role.ADMIN: N_("loads data and looks after accounts; sees no client's key"),
}
EXAMPLES = examples(
    "brygga user add anna --role coach --coach C01",
    "brygga user list",
    "brygga user disable anna",
)


@click.group("user", help=N_("Make and look after the accounts that can sign in."), epilog=EXAMPLES)
@click.pass_context
def user_command(ctx: click.Context) -> None:
    """Open the database for the subcommands."""
    ctx.obj = ready_engine(ctx.find_object(Settings) or Settings())


def _asked_password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt(_("Password"), hide_input=True, confirmation_prompt=_("The same again")))


PASSWORD_STDIN = click.option(
    "--password-stdin", is_flag=True, help=N_("Read the password from standard input instead of asking.")
)


@user_command.command(
    "add",
    help=N_("Make an account. The password is asked for twice; it needs at least 12 characters."),
    epilog=examples("brygga user add karin --name 'Karin Ek' --role manager"),
)
@click.argument("username")
@click.option(
    "--role", type=ROLES, required=True, help=N_("What the account may do; see “brygga user roles”.")
)
@click.option("--name", default="", help=N_("The person's name, as it is shown."))
@click.option("--coach", "coach_id", help=N_("For a work coach: the key of the coach in the data."))
@PASSWORD_STDIN
@click.pass_obj
def add(engine: Database, /, username: str, role: str, password_stdin: bool, **details: Any) -> None:
    """Make an account."""
    password = _asked_password(password_stdin)
    made = accounts.add_account(engine, username=username, role=Role(role), password=password, **details)
    click.echo(_("{name} can now sign in as {role}.").format(name=made.username, role=word("role", role)))
    if made.role is Role.COACH and made.coach_id is None:
        click.echo(_("The account is not tied to a coach: it shows no client's key. Give --coach to tie it."))


@user_command.command("list", help=N_("List the accounts."))
@click.pass_obj
def list_accounts(engine: Database) -> None:
    """List the accounts."""
    listed = accounts.accounts(engine)
    if not listed:
        click.echo(_("There are no accounts yet. Make one: brygga user add NAME --role manager"))
    for one in listed:
        state = _("is closed") if one.disabled else _("demo account") if one.demo else _("can sign in")
        coach = f"  {one.coach_id}" if one.coach_id else ""
        click.echo(f"{one.username:<20}  {word('role', one.role):<20}  {state:<14}  {one.name}{coach}")


@user_command.command("disable", help=N_("Close an account and end its sessions at once."))
@click.argument("username")
@click.pass_obj
def disable(engine: Database, username: str) -> None:
    """Close an account."""
    accounts.set_disabled(engine, username, True)
    click.echo(_("{name} can no longer sign in, and has been signed out.").format(name=username))


@user_command.command("enable", help=N_("Open a closed account again."))
@click.argument("username")
@click.pass_obj
def enable(engine: Database, username: str) -> None:
    """Open an account."""
    accounts.set_disabled(engine, username, False)
    click.echo(_("{name} can sign in again.").format(name=username))


@user_command.command("password", help=N_("Give an account a new password and end its sessions."))
@click.argument("username")
@PASSWORD_STDIN
@click.pass_obj
def password(engine: Database, username: str, password_stdin: bool) -> None:
    """Change a password."""
    accounts.find_account(engine, username)
    accounts.set_password(engine, username, _asked_password(password_stdin))
    click.echo(_("{name} has a new password, and has been signed out.").format(name=username))


@user_command.command(
    "roles",
    help=N_("Say what the roles may do, or give an account another role."),
    epilog=examples("brygga user roles", "brygga user roles anna manager"),
)
@click.argument("username", required=False)
@click.argument("role", type=ROLES, required=False)
@click.option("--coach", "coach_id", help=N_("For a work coach: the key of the coach in the data."))
@click.pass_obj
def roles(engine: Database, username: str | None, role: str | None, coach_id: str | None) -> None:
    """Explain the roles, or change one."""
    if username is None:
        for one in Role:
            click.echo(f"{one.value:<8}  {word('role', one)}: {_(MAY[one])}")
        return
    if role is None:
        raise click.UsageError(_("Say which role: visitor, coach, manager or admin."))
    accounts.set_role(engine, username, Role(role), coach_id)
    click.echo(
        _("{name} is now {role}, and has been signed out.").format(name=username, role=word("role", role))
    )
