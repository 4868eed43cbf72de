"""`brygga report`: the figures as JSON."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.speech import examples
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import Period, today
from dashboard.i18n import N_, _
from dashboard.reports.report_json import report
from dashboard.settings import Settings


class Day(click.ParamType[dt.date]):
    """A date written as 2026-06-30."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read the date."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(_("“{value}” is not a date. Write it as 2026-06-30.").format(value=value), param, ctx)


DAY = Day()


@click.command(
    "report",
    help=N_("Write the figures of a day and a period, exact, for the unit's own staff."),
    epilog=examples(
        "brygga report",
        "brygga report --on 2026-06-30 --from 2026-01-01 --to 2026-06-30",
        "brygga report --unit U1 --output halvar.json",
    ),
)
@click.option("--format", "form", type=click.Choice(["json"]), default="json", help=N_("How it is written."))
@click.option("--on", type=DAY, help=N_("The day the figures are true for; today when left out."))
@click.option("--from", "first", type=DAY, help=N_("First day of the period; a year back when left out."))
@click.option("--to", "last", type=DAY, help=N_("Last day of the period; the same as --on when left out."))
@click.option("--unit", "units", multiple=True, help=N_("Only this unit; may be given several times."))
@click.option("--programme", help=N_("Only units of this programme."))
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help=N_("File to write; else the screen.")
)
@click.pass_obj
def report_command(settings: Settings, /, output: Path | None, **asked: Any) -> None:
    """Write the report; JSON is the only form so far."""
    on = asked["on"] or today()
    period = _period(on, asked["first"], asked["last"])
    values = report(ready_engine(settings), on, period, asked["units"], asked["programme"])
    text = json.dumps(values, ensure_ascii=False, indent=2)
    if output is None:
        click.echo(text)
        return
    _write(output, text + "\n")
    click.echo(_("Written: {path}").format(path=output), err=True)


def _period(on: dt.date, first: dt.date | None, last: dt.date | None) -> Period:
    end = last or on
    start = first or Period.year_to(end).first
    if start > end:
        raise InvalidParameter(
            _("The period begins on {first}, after it ends on {last}.").format(first=start, last=end)
        )
    return Period(start, end)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        sentence = _("{path} cannot be written: {why}").format(path=path, why=error.strerror)
        raise InvalidParameter(sentence) from error
