"""What is asked of an import."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.data.importer.names import Names
from dashboard.data.importer.reading.limits import COMMAND_LINE, Limits


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of an import.

    Attributes:
        path: a workbook, a CSV file, or a folder or .zip of CSV files.
        now: the moment of the import, with its zone.
        today: the day of the import.
        who: whom the history names.
        table: the table, where the file's name does not tell.
        dry_run: only tell what would happen.
        yes: answer yes to every question that it stops for.
        backups: where a SQLite database is copied aside first; None for no copy.
        limits: what the file may take of the machine.
        good_rows: leave out rows with errors, and those that refer to them.
        replace: the file is the whole truth for the tables in it.
        file_wins: what the file says replaces what was written in place.
        names: headers and words that are decided for this import; they go before the remembered ones.
        seen: the mark of a preview; when given, only exactly what it showed is written.
        shown_name: the file's name as the history tells it, where the path is not the person's own.
    """

    path: Path
    now: dt.datetime
    today: dt.date
    who: str
    table: str = ""
    dry_run: bool = False
    yes: bool = False
    backups: Path | None = None
    limits: Limits = COMMAND_LINE
    good_rows: bool = False
    replace: bool = False
    file_wins: bool = False
    names: Names = field(default_factory=Names)
    seen: str = ""
    shown_name: str = ""
