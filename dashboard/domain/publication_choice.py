"""What a manager chooses to publish: period, tables, and what stands beside them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from dashboard.domain.publication import TABLES

LONGEST_NAME, LONGEST_CONTACT = 80, 120
CONTACT = ("name", "email", "phone")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice.

    Attributes:
        first: the first day of the period; the start of a half-year.
        last: its last day; the end of a half-year.
        tables: those to show, in the order of TABLES.
        unit: the name that the public sees.
        targets: whether the unit's targets are shown.
        benchmarks: whether figures of studies are.
        costs: whether cost and benefit are.
        contact: whom to ask: `name`, `email`, `phone`.
    """

    first: dt.date
    last: dt.date
    tables: tuple[str, ...] = TABLES
    unit: str = ""
    targets: bool = True
    benchmarks: bool = True
    costs: bool = False
    contact: Mapping[str, str] = field(default_factory=dict)


_ADAPTER = TypeAdapter(Choice)


def choice_as_json(choice: Choice) -> Mapping[str, object]:
    """The choice as it is kept."""
    values: dict[str, object] = _ADAPTER.dump_python(choice, mode="json")
    return values


def choice_from(values: Mapping[str, object]) -> Choice:
    """The choice that was kept."""
    return _ADAPTER.validate_python(dict(values))
