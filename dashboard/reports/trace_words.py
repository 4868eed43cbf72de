"""What the columns of a trace are called, and how their cells are read."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.i18n import N_, _, number
from dashboard.words import word

DECIMALS: Mapping[str, int] = MappingProxyType({"count": 0, "decimal": 1, "hundredths": 2})
"""The kinds of number, and how many decimals each is shown with."""


@dataclass(frozen=True, slots=True)
class TraceColumn:
    """A column: its label (an English msgid), and what its cells are.

    Attributes:
        kind: "text", "day", a key of DECIMALS, or the vocabulary whose words the cells are.
    """

    label: str
    kind: str = "text"

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in DECIMALS


COLUMNS: Mapping[str, TraceColumn] = MappingProxyType(
    {
        "employer": TraceColumn(N_("Employer")),
        "coach": TraceColumn(N_("Coach")),
        "client": TraceColumn(N_("Client")),
        "placement": TraceColumn(N_("Placement")),
        "follow_up": TraceColumn(N_("Follow-up")),
        "rung": TraceColumn(N_("Rung"), "rung"),
        "warmth": TraceColumn(N_("Warmth"), "warmth"),
        "level": TraceColumn(N_("Level"), "level"),
        "strength": TraceColumn(N_("Strength"), "decimal"),
        "tie_strength": TraceColumn(N_("Strength of the tie"), "decimal"),
        "free": TraceColumn(N_("Free"), "count"),
        "capacity": TraceColumn(N_("Can host"), "count"),
        "occupied": TraceColumn(N_("Taken"), "count"),
        "caseload": TraceColumn(N_("Active clients"), "count"),
        "active_ties": TraceColumn(N_("Living ties"), "count"),
        "parts": TraceColumn(N_("Rows in it"), "count"),
        "kind": TraceColumn(N_("Kind"), "placement_kind"),
        "contact_kind": TraceColumn(N_("Kind"), "contact_kind"),
        "interaction": TraceColumn(N_("What"), "interaction"),
        "initiator": TraceColumn(N_("Initiative"), "initiator"),
        "outcome": TraceColumn(N_("Outcome"), "outcome"),
        "party": TraceColumn(N_("With whom"), "party"),
        "first_on": TraceColumn(N_("First contact"), "day"),
        "last_on": TraceColumn(N_("Latest contact"), "day"),
        "happened_on": TraceColumn(N_("Day"), "day"),
        "contacted_on": TraceColumn(N_("Day"), "day"),
        "started_on": TraceColumn(N_("Started"), "day"),
        "ended_on": TraceColumn(N_("Ended"), "day"),
        "enrolled_on": TraceColumn(N_("Enrolled"), "day"),
        "closed_on": TraceColumn(N_("Closed"), "day"),
        "planned_on": TraceColumn(N_("Planned"), "day"),
        "done_on": TraceColumn(N_("Done"), "day"),
        "hand_item": TraceColumn(N_("Item")),
        "points": TraceColumn(N_("Points, 1–5"), "count"),
        "rated_on": TraceColumn(N_("Day"), "day"),
        "rater": TraceColumn(N_("Rated by")),
        "evidence": TraceColumn(N_("What it rests on")),
        "withdrawn_by": TraceColumn(N_("Taken back by")),
        "table": TraceColumn(N_("Table")),
        "row_key": TraceColumn(N_("Key")),
        "said": TraceColumn(N_("What is odd")),
        "change": TraceColumn(N_("Change"), "tie_change"),
        "next_employer": TraceColumn(N_("Went on to")),
        "expected_on": TraceColumn(N_("Expected"), "day"),
        "to_do": TraceColumn(N_("What"), "work_to_do"),
        "minutes": TraceColumn(N_("Minutes"), "count"),
        "rule": TraceColumn(N_("Rule of the standard")),
        "counted_from": TraceColumn(N_("Counted from"), "day"),
        "heir": TraceColumn(N_("Could take over")),
        "heir_reason": TraceColumn(N_("Because of"), "heir_reason"),
        "fte": TraceColumn(N_("Full-time posts"), "hundredths"),
        "per_fte": TraceColumn(N_("Clients per full-time post"), "decimal"),
        "weight": TraceColumn(N_("Weight"), "count"),
        "weighs": TraceColumn(N_("Weighs now"), "hundredths"),
        "share": TraceColumn(N_("Share"), "hundredths"),
        "source": TraceColumn(N_("Stands in")),
    }
)
_PARTS_ARE = {
    "employers.by_warmth": "warmth",
    "employers.by_ladder": "rung",
    "employers.by_ownership": "ownership",
    "employers.strength": "level",
    "clients.by_gender": "gender",
    "clients.by_referrer": "referrer",
    "trials.by_outcome": "outcome",
}


def plain_cell(column: str, value: Any) -> str | int | float | dt.date | None:
    """A cell as it stands in a file: a word, a number, a day; None when it is empty."""
    kind = COLUMNS[column].kind
    if value is None or pd.isna(value) or value == "":
        return None
    if kind == "day":
        return pd.Timestamp(value).date()
    if kind == "count":
        return int(value)
    if kind in DECIMALS:
        return round(float(value), DECIMALS[kind])
    return str(value) if kind == "text" else _worded(kind, value)


def _worded(kind: str, value: Any) -> str:
    if kind != "interaction":
        return word(kind, value)
    if value == "follow_up":
        return _("Follow-up")
    contact = word("contact_kind", value)
    return contact if contact != value else word("placement_kind", value)


def part_word(measure: str, part: str) -> str:
    """The name of a part of a figure: a category, or what a share is made of."""
    if measure == "clients.by_step":
        return _("no step") if part == "none" else _("step {n}").format(n=part)
    if measure in _PARTS_ARE:
        known = word(_PARTS_ARE[measure], part)
        return known if known != part else _("not known")
    if measure.startswith("fidelity."):
        return _("those it is worked out from")
    if measure == "questions.heir":
        return _("why that one")
    days, _point, last = part.rpartition(".")
    if last == "at_risk":
        return _("followed for {n} days").format(n=number(int(days)))
    if measure == "cohort":
        return _("within {n} months").format(n=days)
    return {"n": _("those it is"), "of": _("of these")}.get(last, part)
