"""Dates as people write them. What can be read in two ways is an error, never a guess."""

import datetime as dt
import re

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import Parsed, Raw, Setting, Trouble
from dashboard.data.importer.columns import Column
from dashboard.data.importer.folding import fold
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import N_, _

_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's days have no zone)
_DAYS_TO_1904 = 1_462
FIRST_YEAR, LAST_YEAR = 1950, 2100
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_415  # 1990-01-01 and 2100-12-31
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb febr",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_DASHED = re.compile(r"(\d{4}|\d{2})[-–‑−](\d{1,2})[-–‑−](\d{1,2})")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_IN_WORDS = re.compile(r"(?:den )?(\d{1,2})\.? ?([^\W\d_]+)\.?,? (\d{4})", re.IGNORECASE)
_STAMP = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})[ T](\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?"
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")

_OPEN_ENDED = frozenset(
    map(
        fold,
        (
            "tills vidare",
            "tv",
            "pågående",
            "pågår",
            "löpande",
            "ongoing",
            "okänt",
            "okänd",
            "-",
            "?",
            "inget",
        ),
    )
)
_EMPTY = N_("Leave the cell empty when there is no date.")
_WRITE = N_("Write it as year-month-day, for example 2026-03-01.")


def parse_date(raw: Raw, _column: Column, setting: Setting) -> Parsed:
    """A calendar day, from a date cell, a text in one of the known forms, or a spreadsheet's day number."""
    if isinstance(raw, dt.datetime):
        return _without_time(raw)
    if isinstance(raw, dt.date):
        return _within(raw)
    if isinstance(raw, bool | dt.time | dt.timedelta):
        return Trouble("no_date", _("This is not a date."), _(_WRITE))
    if isinstance(raw, int | float):
        return _number(float(raw), setting)
    return _text(as_text(raw), setting)


def _text(text: str, setting: Setting) -> Parsed:
    if found := _DASHED.fullmatch(text) or _SLASHED.fullmatch(text) or _SOLID.fullmatch(text):
        year, month, day = found.groups()
        return _day(year if len(year) == 4 else "20" + year, month, day)
    if found := _DOTTED.fullmatch(text):
        day, month, year = found.groups()
        return _day(year, month, day)
    if found := _IN_WORDS.fullmatch(text):
        day, word, year = found.groups()
        return _day(year, str(_MONTHS.get(word.casefold(), 0)), day)
    if found := _STAMP.fullmatch(text):
        return _stamp(*found.groups())
    if _SERIAL.fullmatch(text):
        return _number(float(text.replace(",", ".")), setting)
    if fold(text) in _OPEN_ENDED:
        return Trouble("no_date", _("This is a word, not a date."), _(_EMPTY))
    return Trouble("no_date", _unreadable(text), _(_WRITE))


def _unreadable(text: str) -> str:
    if re.fullmatch(r"\d{6}", text):
        return _("Six digits can be read as a date in more than one way.")
    if "/" in text:
        return _("With slashes only year/month/day is certain.")
    return _("This is not a date that can be read with certainty.")


def _day(year: str, month: str, day: str) -> Parsed:
    try:
        return _within(dt.date(int(year), int(month), int(day)))
    except ValueError:
        return Trouble("no_such_day", _("There is no such day."), _(_WRITE))


def _within(day: dt.date) -> Parsed:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    return Trouble(
        "far_date",
        _("The year must lie between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR),
        _(_EMPTY),
    )


def _without_time(moment: dt.datetime) -> Parsed:
    day = _within(moment.date())
    if isinstance(day, Trouble) or moment.time() == dt.time():
        return day
    return Trouble(
        "time_of_day",
        _("The time of day is not kept."),
        _("Only the date {day} is read.").format(day=moment.date().isoformat()),
        value=day,
        warning=True,
    )


def _stamp(day: str, time: str, zone: str | None) -> Parsed:
    year, month, number = (int(part) for part in day.split("-"))
    hour, minute, *second = re.split(r"[:.,]", time)
    try:
        moment = dt.datetime(year, month, number, int(hour), int(minute), int(second[0]) if second else 0)  # noqa: DTZ001 (as written)
    except ValueError:
        return Trouble("no_such_day", _("There is no such day."), _(_WRITE))
    if zone is None:
        return _without_time(moment)
    aware = dt.datetime.fromisoformat(moment.isoformat() + zone.replace("Z", "+00:00"))
    return _without_time(aware.astimezone(STOCKHOLM).replace(tzinfo=None))


def _number(number: float, setting: Setting) -> Parsed:
    if number.is_integer() and 19_500_101 <= number <= 21_001_231:
        return _text(str(int(number)), setting)
    serial = number + (_DAYS_TO_1904 if setting.from_1904 else 0)
    if _FIRST_SERIAL <= serial < _LAST_SERIAL + 1:
        return _without_time(_EPOCH + dt.timedelta(days=serial))
    return Trouble("no_date", _unreadable(as_text(number)), _(_WRITE))
