"""What a parser answers when a cell is not simply a value."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dashboard.data.importer.columns import Column
from dashboard.data.importer.reading.sheet import Raw

__all__ = ["KEPT", "Kept", "Parsed", "Parser", "Raw", "Setting", "Trouble", "Value"]

Value = str | int | float | bool | dt.date | None
"""What is stored; None is empty."""


class Kept:
    """Stands in a row for a cell that could not be read and is left as it is stored."""

    __slots__ = ()


KEPT: Final = Kept()


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that is wrong (an error), or read with a warning.

    Attributes:
        code: the rule's name.
        message: what is wrong.
        remedy: what would be right.
        value: what is read all the same; only meaningful for a warning.
        warning: whether the value may stand.
        secret: whether the cell's digits must be masked wherever it is shown.
    """

    code: str
    message: str
    remedy: str = ""
    value: Value | Kept = None
    warning: bool = False
    secret: bool = False


Parsed = Value | Trouble


@dataclass(frozen=True, slots=True)
class Setting:
    """What the meaning of a cell depends on beside the cell.

    Attributes:
        today: the day of the import.
        from_1904: whether the workbook counts its days from 1904.
        headers: headers of the unit's own for this table, folded, and the column that each is read as.
        words: words of the unit's own by column, folded, and the key that each stands for.
    """

    today: dt.date
    from_1904: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


Parser = Callable[[Raw, Column, Setting], Parsed]
