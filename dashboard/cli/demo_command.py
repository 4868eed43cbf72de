"""`brygga demo`: an invented unit to try Brygga with."""

import datetime as dt
from collections.abc import Iterator

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.day import DAY
from dashboard.cli.serve_command import demo_lines
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.data.demo import KINDS, Filled, fill_demo, remove_demo, stories
from dashboard.data.demo.coaches import ANNA
from dashboard.data.demo_accounts import add_demo_accounts
from dashboard.domain.period import today
from dashboard.i18n import N_, _, day, number
from dashboard.reports.access import Store
from dashboard.reports.publish_demo import publish_demo, withdraw_demo
from dashboard.server.secret_key import secret_key
from dashboard.settings import Settings


@click.command(
    "demo",
    help=N_(
        "Fill an empty database with an invented unit: 5 coaches, 300 employers and 95 clients over three "
        "years. A unit's own data is never touched."
    ),
    epilog=examples(
        "brygga demo",
        "brygga demo --kind course",
        "brygga demo --seed 7 --force",
        "brygga demo --remove",
        "brygga serve",
    ),
)
@click.option("--seed", type=int, default=1, show_default=True, help=N_("Another number gives another unit."))
@click.option("--on", type=DAY, help=N_("The day that everything is counted back from; today when left out."))
@click.option(
    "--kind",
    type=click.Choice(tuple(KINDS)),
    help=N_(
        "Another kind of unit, with its own settings: supported employment; a course in several "
        "municipalities; public and private employers with goals; social enterprises in city districts; "
        "the five steps under other names."
    ),
)
@click.option("--force", is_flag=True, help=N_("Replace an earlier demo."))
@click.option("--remove", is_flag=True, help=N_("Empty the demo database and remove its accounts."))
@click.pass_obj
def demo_command(
    settings: Settings, *, seed: int, on: dt.date | None, kind: str | None, force: bool, remove: bool
) -> None:
    """Make the demo and say what is in it, or remove it."""
    engine = ready_engine(settings)
    store, now = Store(engine, settings.data_dir, settings.publications), dt.datetime.now(dt.UTC)
    if remove:
        remove_demo(engine)
        withdraw_demo(store, now)
        engine.dispose()
        click.echo(_("The demo data and the demo accounts are gone. Next: brygga import FILE"))
        return
    filled = fill_demo(engine, on or today(), seed, replace=force, kind=kind)
    withdraw_demo(store, now)
    shown = publish_demo(store, filled.on, whoever(), now)
    accounts = add_demo_accounts(engine, secret_key(settings.data_dir), None if kind else ANNA)
    engine.dispose()
    public = [_("Published: the figures of the last whole year, for anybody to see.")] if shown else []
    for line in (*summary(filled), *public, "", *demo_lines(accounts)):
        click.echo(line)


def summary(filled: Filled) -> Iterator[str]:
    """What was made, and where to look first."""
    counts = {name: number(count) for name, count in filled.counts.items()}
    yield _("Made: {unit}").format(unit=filled.unit)
    yield _("Everything is invented and counted back from {day} (seed {seed}).").format(
        day=day(filled.on), seed=filled.seed
    )
    if filled.kind:
        yield _(
            "{units} units, {coaches} coaches, {employers} employers, {clients} clients, {contacts} "
            "contacts, {placements} placements and {follow_ups} follow-ups."
        ).format(**counts)
        return
    yield _(
        "{coaches} coaches, one of whom has left, {employers} employers, {clients} clients, "
        "{contacts} contacts, {placements} placements and {follow_ups} follow-ups."
    ).format(**counts)
    yield _("Worth a look:")
    yield "  " + _("{employers}: strong, and only Anna knows them").format(
        employers=", ".join(stories.STRONG_ON_ANNA)
    )
    yield "  " + _("{employer}: a partner that is cooling").format(employer=stories.COOLING_PARTNER)
    yield "  " + _("{employer}: tired of us").format(employer=stories.TIRED_OF_CONTACTS)
    yield "  " + _("{employer}: a stepping stone to jobs elsewhere").format(employer=stories.STEPPING_STONE)
    yield "  " + _("{employer}: close to the clients, and never contacted").format(
        employer=stories.NEVER_CONTACTED
    )
