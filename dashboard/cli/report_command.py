"""`brygga report`: the figures as JSON, as a workbook, or in sentences."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from dashboard.cli.database import ready_engine
from dashboard.cli.day import DAY
from dashboard.cli.speech import examples
from dashboard.cli.whoever import whoever
from dashboard.cli.writing import cannot_be_written
from dashboard.data.engine import Database
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import Period, today
from dashboard.i18n import N_, _
from dashboard.reports.state import BOARD_CARDS, PageState
from dashboard.reports.whole_report import WholeReport, whole_report
from dashboard.settings import Settings


def as_json(report: WholeReport) -> bytes:
    """The figures for a program."""
    return (json.dumps(report.values, ensure_ascii=False, indent=2) + "\n").encode()


def as_text(report: WholeReport) -> bytes:
    """The figures in sentences."""
    from dashboard.reports.report_text import report_text  # noqa: PLC0415 (JSON needs no words)

    return report_text(report).encode()


def as_xlsx(report: WholeReport) -> bytes:
    """The figures as a workbook."""
    from dashboard.reports.report_book import report_book  # noqa: PLC0415 (only a workbook needs openpyxl)

    return report_book(report)


def as_pptx(database: Database, state: PageState) -> bytes:
    """The report to the board as a presentation."""
    from dashboard.figures.slides import slides  # noqa: PLC0415 (only a presentation needs python-pptx)
    from dashboard.reports.access import Access, Store  # noqa: PLC0415 (the same)
    from dashboard.reports.board import board  # noqa: PLC0415 (the same)

    # Whoever can run commands on the machine can read the whole database.
    access = Access(Viewer(0, whoever(), Role.MANAGER), Store(database)).pinned()
    return slides(board(access, state), access.definitions)


FORMS: Mapping[str, Callable[[WholeReport], bytes]] = MappingProxyType(
    {"json": as_json, "xlsx": as_xlsx, "text": as_text}
)


PPTX = "pptx"


@click.command(
    "report",
    help=N_("Write the figures of a day and a period, exact, for the unit's own staff."),
    epilog=examples(
        "brygga report --format text",
        "brygga report --on 2026-06-30 --from 2026-01-01 --to 2026-06-30",
        "brygga report --unit U1 --unit U2 --format xlsx --output halvar.xlsx",
        "brygga report --format pptx --card outcomes --card lasting --output board.pptx",
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS, PPTX]),
    default="json",
    show_default=True,
    help=N_("How it is written."),
)
@click.option("--on", type=DAY, help=N_("The day the figures are true for; today when left out."))
@click.option("--from", "first", type=DAY, help=N_("First day of the period; a year back when left out."))
@click.option("--to", "last", type=DAY, help=N_("Last day of the period; the same as --on when left out."))
@click.option("--unit", "units", multiple=True, help=N_("Only this unit; may be given several times."))
@click.option("--programme", help=N_("Only units of this programme."))
@click.option(
    "--card",
    "cards",
    multiple=True,
    type=click.Choice(BOARD_CARDS),
    metavar=N_("CARD"),
    help=N_("A card of the presentation, in the order given; the usual ones when left out."),
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help=N_("File to write; else the screen.")
)
@click.pass_obj
def report_command(settings: Settings, /, form: str, output: Path | None, **asked: Any) -> None:
    """Write the report."""
    on = asked["on"] or today()
    period = _period(on, asked["first"], asked["last"])
    if form in {"xlsx", PPTX} and output is None and on_a_screen():
        raise InvalidParameter(
            _("Such a file cannot be shown on the screen. Give --output report.{form}").format(form=form)
        )
    if asked["cards"] and form != PPTX:
        raise InvalidParameter(_("--card goes with --format pptx."))
    if form == PPTX:
        state = PageState(
            units=asked["units"],
            programme=asked["programme"],
            day=on,
            first=period.first,
            last=period.last,
            cards=tuple(dict.fromkeys(asked["cards"])),
        )
        written = as_pptx(ready_engine(settings), state)
    else:
        report = whole_report(ready_engine(settings), on, period, asked["units"], asked["programme"])
        written = FORMS[form](report)
    if output is None:
        click.echo(written, nl=False)
        return
    _write(output, written)
    click.echo(_("Written: {path}").format(path=output), err=True)


def on_a_screen() -> bool:
    """Whether what is written to standard output meets somebody's eyes."""
    return sys.stdout.isatty()


def _period(on: dt.date, first: dt.date | None, last: dt.date | None) -> Period:
    end = last or on
    start = first or Period.year_to(end).first
    if start > end:
        raise InvalidParameter(
            _("The period begins on {first}, after it ends on {last}.").format(first=start, last=end)
        )
    return Period(start, end)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise cannot_be_written(path, error) from error
