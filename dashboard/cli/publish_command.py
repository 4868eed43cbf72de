"""`brygga publish`: audit what is to be public, and make it so."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import Stop, examples
from dashboard.cli.whoever import whoever
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import STOCKHOLM, Period
from dashboard.domain.publication import TABLES
from dashboard.domain.publication_choice import CONTACT, Choice
from dashboard.i18n import N_, _
from dashboard.reports.access import Store
from dashboard.reports.publish_audit import audit
from dashboard.reports.publish_choices import half_named, offered_unit
from dashboard.reports.publish_draft import Outcome, outcome_of
from dashboard.reports.publish_keep import Ready, latest_key, make_public
from dashboard.reports.publish_words import hidden_told, table_title, verdict_told
from dashboard.settings import Settings


class Halves(click.ParamType[Period]):
    """A half-year written as 2026-1, or several as 2025-2..2026-1."""

    name = "half-years"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """Read the period."""
        found = re.fullmatch(r"(\d{4}-[12])(?:\.\.(\d{4}-[12]))?", value, re.ASCII)
        if found is None:
            sentence = _("“{value}” is not a half-year. Write 2026-1, or several as 2025-2..2026-1.")
            self.fail(sentence.format(value=value), param, ctx)
        first, last = half_named(found[1]), half_named(found[2] or found[1])
        if last.last < first.first:
            self.fail(_("The period ends before it begins."), param, ctx)
        return Period(first.first, last.last)


@click.command(
    "publish",
    help=N_(
        "Audit declared tables of whole half-years, and make them public: signed, frozen, and only what "
        "nobody can be told from. Nothing is published when the audit finds a leak or cannot finish."
    ),
    epilog=examples(
        "brygga publish --period 2026-1 --dry-run",
        "brygga publish --period 2025-2..2026-1",
        'brygga publish --period 2026-1 --tables people,steps,rungs --name "Enheten"',
    ),
)
@click.option("--period", type=Halves(), required=True, help=N_("A half-year, 2026-1, or several."))
@click.option("--tables", default="", help=N_("Names of tables with commas between; all when left out."))
@click.option(
    "--name", "unit", default="", help=N_("The name that the public sees; the unit's own when left out.")
)
@click.option("--contact", default="", help=N_("Whom the public may ask: an office, never a person."))
@click.option("--email", default="", help=N_("E-mail address of that office."))
@click.option("--phone", default="", help=N_("Telephone of that office."))
@click.option("--costs", is_flag=True, help=N_("Show cost and benefit too."))
@click.option("--dry-run", is_flag=True, help=N_("Audit only; publish nothing."))
@click.pass_obj
def publish_command(settings: Settings, /, period: Period, tables: str, unit: str, **asked: Any) -> None:
    """Audit, tell, and publish."""
    store = Store(ready_engine(settings), settings.data_dir, settings.publications)
    choice = Choice(
        first=period.first,
        last=period.last,
        tables=_tables(tables),
        unit=unit or offered_unit(store),
        costs=asked["costs"],
        contact={name: asked["contact" if name == "name" else name] for name in CONTACT},
    )
    now = dt.datetime.now(dt.UTC)
    after = latest_key(store)
    audited = audit(store, choice, now.astimezone(STOCKHOLM).date())
    outcome = outcome_of(audited)
    for line in told(outcome):
        click.echo(line)
    if not outcome.safe:
        raise Stop(_("Nothing was published."))
    if asked["dry_run"]:
        click.echo(_("Nothing was published: this was a dry run."))
        return
    ready = Ready(outcome.publication, outcome.salt, outcome.private, audited.data_version, after)
    if (
        store.data_version() != audited.data_version
        or (kept := make_public(store, ready, who=whoever(), now=now)) is None
    ):
        raise InvalidParameter(_("The data, or what is public, changed meanwhile. Nothing was published."))
    click.echo(_("Published: {key}, SHA-256 {digest}").format(key=kept.key, digest=kept.digest))


def told(outcome: Outcome) -> Iterator[str]:
    """What the audit says: each table, and the whole."""
    for table in outcome.tables:
        yield _("{table}: {shown} shown, {hidden} hidden").format(
            table=table_title(table.key), shown=table.shown, hidden=len(table.hidden)
        )
        yield from (f"  {line}" for line in hidden_told(table))
    yield verdict_told(outcome.verdict).replace("**", "")


def _tables(text: str) -> tuple[str, ...]:
    wanted = [name.strip() for name in text.split(",") if name.strip()]
    for name in wanted:
        if name not in TABLES:
            sentence = _("There is no table {name}. There are: {tables}.")
            raise InvalidParameter(sentence.format(name=name, tables=", ".join(TABLES)))
    return tuple(name for name in TABLES if not wanted or name in wanted)
