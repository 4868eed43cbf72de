"""`brygga publications`: what has been made public, by whom, and what became of it."""

from collections.abc import Iterator

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.data.publication_records import Record, records
from dashboard.i18n import N_, _
from dashboard.reports.publish_choices import period_told
from dashboard.reports.publish_words import state_told
from dashboard.settings import Settings


@click.command(
    "publications",
    help=N_("List what has been made public: when, by whom, and its signature."),
    epilog=examples("brygga publications"),
)
@click.pass_obj
def publications_command(settings: Settings) -> None:
    """List them, the latest first."""
    found = records(ready_engine(settings))
    if not found:
        click.echo(_("Nothing has been published yet."))
    for place, one in enumerate(found):
        for line in _lines(one, is_latest=place == 0):
            click.echo(line)


def _lines(one: Record, *, is_latest: bool) -> Iterator[str]:
    yield f"{one.key}  {period_told(one.first_on, one.last_on)}  {one.unit}"
    standing = _("public now") if is_latest else _("replaced by a later one")
    yield f"  {state_told(one)}" + ("" if one.withdrawn_at else f"; {standing}")
    yield f"  SHA-256 {one.digest}"
