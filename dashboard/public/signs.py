"""A protected number in words: never a bare sign, never a guess at what it hides."""

import datetime as dt
from collections.abc import Mapping

from dashboard.domain.publication import HIDDEN, MISSING, Cell, Part, Table
from dashboard.i18n import N_, _, day, number, percent

HIDDEN_WORDS = N_("hidden for secrecy")
_SIGNS: Mapping[str, str] = {HIDDEN: HIDDEN_WORDS, MISSING: N_("not recorded"), ".": N_("not applicable")}
_TEN = (
    N_("not one"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("all ten"),
)


def why(sign: str) -> str:
    """Why a number is not shown. Not "fewer than 5": a larger one may be hidden to protect another."""
    return _(_SIGNS.get(sign, HIDDEN_WORDS))


def said(cell: Cell) -> str:
    """A number, or why it is not there."""
    return number(cell.count) if cell.count is not None else why(cell.sign)


def share(part: Part) -> str:
    """A share, or why it is not there."""
    return (
        _("about {share}").format(share=per_cent(part.per_cent))
        if part.per_cent is not None
        else why(part.sign)
    )


def per_cent(value: int) -> str:
    """Whole per cent as it is written: `40 %` or `40%`."""
    return percent(value / 100)


def range_of(part: Part) -> str:
    """The interval of a share, `25–55 %`; empty when it is not shown."""
    if part.low is None or part.high is None:
        return ""
    return f"{number(part.low)}–{per_cent(part.high)}"


def uncertain(part: Part) -> str:
    """`uncertain: 25–55 %`; empty when no interval is shown."""
    told = range_of(part)
    return _("uncertain: {range}").format(range=told) if told else ""


def of_ten(value: int) -> str:
    """A share in steps of five as people of ten, in words: seven; six to seven.

    >>> from dashboard.i18n import use_language; use_language("en")
    >>> of_ten(70), of_ten(65), of_ten(100)
    ('seven', 'six to seven', 'all ten')
    """
    whole, half = divmod(value, 10)
    if not half:
        return _(_TEN[whole])
    return _("{low} to {high}").format(low=_(_TEN[whole]), high=_(_TEN[whole + 1]))


def total(table: Table, prefix: str = "") -> int | None:
    """The sum of a table's numbers; None when one is not shown, so that no sum tells what it hides."""
    counts = [cell.count for cell in table.cells if cell.key.startswith(prefix)]
    shown = [count for count in counts if count is not None]
    return sum(shown) if shown and len(shown) == len(counts) else None


def half_year(key: str) -> str:
    """`2026-1` in words: the first half of 2026."""
    year, _dash, half = key.partition("-")
    text = _("first half of {year}") if half == "1" else _("second half of {year}")
    return text.format(year=year)


def short_half(key: str) -> str:
    """`2026-1` where there is little room: `2026:1`."""
    return key.replace("-", ":")


def period(first: dt.date, last: dt.date) -> str:
    """The period of a publication: a year when it is one, else its first and last day."""
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    if first.year == last.year:
        return half_year(f"{first.year}-{1 if first.month == 1 else 2}")
    return _("{first} to {last}").format(first=day(first), last=day(last))
