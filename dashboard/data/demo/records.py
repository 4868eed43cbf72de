"""The rows of an invented unit, with the columns of DATA.md, before they are written.

Most fields have defaults, because each part of the invention knows only some of them.
"""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

SOURCE = "påhittade exempeldata"
"""What stands in `source` of every demo row: invented example data, in the unit's own language."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of one table."""

    def row(self) -> dict[str, Any]:
        """The columns and their values, ready to be inserted."""
        return {field.name: getattr(self, field.name) for field in fields(self)} | {"source": SOURCE}


@dataclass(frozen=True, slots=True)
class UnitRecord(Record):
    """A row of `units`."""

    unit_id: str
    name: str
    municipality_code: str
    programme: str


@dataclass(frozen=True, slots=True)
class CoachRecord(Record):
    """A row of `coaches`."""

    coach_id: str
    name: str
    unit_id: str
    fte: float
    started_on: dt.date
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EmployerRecord(Record):
    """A row of `employers`, without the `map_` columns that are derived when it is written."""

    employer_id: str
    name: str
    org_number: str
    ownership: str
    sni_code: str | None
    size_class: str
    group: str | None
    address: str | None
    postal_code: str | None
    locality: str | None
    municipality_code: str | None
    latitude: float | None
    longitude: float | None
    registered_on: dt.date | None
    capacity: int
    occupations: str | None
    adjustments: str | None
    active: bool = True


@dataclass(frozen=True, slots=True)
class ClientRecord(Record):
    """A row of `clients`."""

    client_id: str
    unit_id: str
    coach_id: str | None
    earlier_client_id: str | None
    gender: str | None
    birth_year: int | None
    referrer: str | None
    district: str | None
    applied_on: dt.date | None
    enrolled_on: dt.date | None
    closed_on: dt.date | None
    closing_reason: str | None
    wished_occupations: str | None
    support_needs: str | None
    postal_code: str | None


@dataclass(frozen=True, slots=True)
class CooperationRecord(Record):
    """A row of `cooperation`."""

    client_id: str
    party: str
    from_on: dt.date
    role: str
    to_on: dt.date | None


@dataclass(frozen=True, slots=True)
class StepRecord(Record):
    """A row of `steps`."""

    client_id: str
    step: int
    entered_on: dt.date


@dataclass(frozen=True, slots=True)
class ContactRecord(Record):
    """A row of `contacts`."""

    contact_id: str
    employer_id: str
    coach_id: str
    contacted_on: dt.date
    kind: str
    initiated_by: str = "unit"
    client_id: str | None = None


@dataclass(frozen=True, slots=True)
class PlacementRecord(Record):
    """A row of `placements`."""

    placement_id: str
    client_id: str
    employer_id: str | None
    coach_id: str | None
    kind: str
    occupation: str | None
    started_on: dt.date
    planned_end_on: dt.date | None = None
    ended_on: dt.date | None = None
    outcome: str | None = None
    contract: str | None = None
    hours_per_week: float | None = None
    subsidy: str | None = None
    client_rating: int | None = None
    employer_rating: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRecord(Record):
    """A row of `follow_ups`."""

    follow_up_id: str
    placement_id: str
    coach_id: str | None
    planned_on: dt.date
    done_on: dt.date | None = None
    cancelled: bool = False
    party: str | None = None
    mode: str | None = None
    minutes: int | None = None
    assessment: str | None = None


@dataclass(frozen=True, slots=True)
class InventedUnit:
    """Everything that `brygga demo` makes up, table by table."""

    units: tuple[UnitRecord, ...]
    coaches: tuple[CoachRecord, ...]
    employers: tuple[EmployerRecord, ...]
    clients: tuple[ClientRecord, ...]
    cooperation: tuple[CooperationRecord, ...]
    steps: tuple[StepRecord, ...]
    contacts: tuple[ContactRecord, ...]
    placements: tuple[PlacementRecord, ...]
    follow_ups: tuple[FollowUpRecord, ...]

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {field.name: len(getattr(self, field.name)) for field in fields(self)}
