"""Numbers with a decimal comma or point, and the forms that only look like numbers."""

import datetime as dt
import math
import re

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import Parsed, Raw, Setting, Trouble
from dashboard.data.importer.columns import Column
from dashboard.data.importer.folding import fold
from dashboard.data.importer.words import NO, YES
from dashboard.i18n import N_, _
from dashboard.i18n import number as written

_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_YES = frozenset(map(fold, YES))
_NO = frozenset(map(fold, NO))
_SPOILED = N_("The spreadsheet has turned the value into a date.")


def to_number(raw: Raw) -> float | None:
    """The number in a cell; None when it holds something else."""
    if isinstance(raw, bool | dt.date | dt.time | dt.timedelta):
        return None
    if isinstance(raw, int | float):
        return float(raw) if math.isfinite(raw) else None
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", as_text(raw)).replace("\u2212", "-")
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def parse_decimal(raw: Raw, column: Column, _setting: Setting) -> Parsed:
    """A number, within the column's limits."""
    found = to_number(raw)
    if found is None:
        return _no_number(raw)
    return _limited(found, column, found)


def parse_whole(raw: Raw, column: Column, _setting: Setting) -> Parsed:
    """A whole number, within the column's limits; `1,000` can be one or a thousand, and is an error."""
    found = to_number(raw)
    if found is None:
        return _no_number(raw)
    if not found.is_integer() or (isinstance(raw, str) and _THOUSANDS.fullmatch(as_text(raw))):
        return Trouble(
            "no_whole_number", _("This is not a whole number."), _("Write a whole number without separators.")
        )
    return _limited(found, column, int(found))


def parse_year(raw: Raw, column: Column, setting: Setting) -> Parsed:
    """A year of four digits that has come."""
    found = to_number(raw)
    if found is None or not found.is_integer() or not column.lowest <= found <= setting.today.year:
        return Trouble(
            "no_year",
            _("This is not a year between {first} and {last}.").format(
                first=int(column.lowest), last=setting.today.year
            ),
            _("Write four digits, for example 1990."),
        )
    return int(found)


def parse_fte(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """A share of full time: 0–1 is a fraction, 2–100 and anything with a per cent sign is per cent."""
    text = as_text(raw)
    with_sign = isinstance(raw, str) and text.endswith("%")
    found = to_number(text[:-1].strip() if with_sign else raw)
    if found is not None and with_sign and 0 <= found <= 100:
        return found / 100
    if found is not None and not with_sign:
        if 0 <= found <= 1:
            return found
        if 2 <= found <= 100:
            return found / 100
    return Trouble(
        "no_share",
        _("This is not a share of full time."),
        _("Write it as 0.8, 80 % or 80."),
    )


def parse_yes_no(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """Yes or no, in the words of DATA.md."""
    if isinstance(raw, bool):
        return raw
    word = fold(as_text(raw))
    if word in _YES:
        return True
    if word in _NO:
        return False
    return Trouble("no_yes_no", _("This is neither yes nor no."), _("Write ja or nej."))


def _limited(found: float, column: Column, value: float) -> Parsed:
    if column.lowest <= found <= column.highest:
        return value
    return Trouble(
        "out_of_range",
        _("The number is out of range."),
        _("It must lie between {lowest} and {highest}.").format(
            lowest=written(column.lowest), highest=written(column.highest)
        ),
    )


def _no_number(raw: Raw) -> Trouble:
    spoiled = isinstance(raw, dt.date)
    return Trouble(
        "no_number",
        _(_SPOILED) if spoiled else _("This is not a number."),
        _("Write digits only; decimals after a comma or a point."),
    )
