"""`brygga withdraw`: take a publication away from the public."""

import datetime as dt

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import N_, _
from dashboard.reports.access import Store
from dashboard.reports.publish_desk import take_away
from dashboard.reports.publish_keep import latest_key
from dashboard.settings import Settings


@click.command(
    "withdraw",
    help=N_(
        "Take a publication away from the public at once. Its content is overwritten; that it was there, and "
        "why it was withdrawn, stays in the history. An earlier one does not come back by itself."
    ),
    epilog=examples(
        'brygga withdraw --reason "Fel period"', 'brygga withdraw 4b1f0c22d7a89e10 --reason "Fel period"'
    ),
)
@click.argument("key", required=False, default="")
@click.option("--reason", required=True, help=N_("Why; it stays in the history."))
@click.pass_obj
def withdraw_command(settings: Settings, key: str, reason: str) -> None:
    """Withdraw one, or the latest."""
    store = Store(ready_engine(settings), settings.data_dir, settings.publications)
    wanted = key or latest_key(store)
    if not wanted or not take_away(store, wanted, why=reason, who=whoever(), now=dt.datetime.now(dt.UTC)):
        raise InvalidParameter(_("There is no such publication, or it is withdrawn already."))
    click.echo(_("Withdrawn: {key}").format(key=wanted))
