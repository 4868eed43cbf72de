"""A small invented unit that the template shows beside its columns; a test imports it whole."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dashboard.i18n import _

Example = Mapping[str, Any]


def examples() -> Mapping[str, tuple[Example, Example]]:
    """Two rows a table, by table, with names in the language in use."""
    return {
        "units": (
            {"unit_id": "E1", "name": _("Example unit"), "municipality_code": "0115"},
            {"unit_id": "E2", "name": _("Another unit"), "programme": _("Youth")},
        ),
        "coaches": (
            {"coach_id": "C1", "name": "Exa Mpel", "unit_id": "E1", "fte": 1.0},
            {"coach_id": "C2", "name": "Ann Annan", "unit_id": "E2", "fte": 0.8},
        ),
        "employers": (_cafe(), _shop()),
        "clients": (
            {
                "client_id": "K001",
                "unit_id": "E1",
                "coach_id": "C1",
                "gender": "woman",
                "birth_year": 1996,
                "referrer": "lss",
                "applied_on": dt.date(2026, 1, 12),
                "enrolled_on": dt.date(2026, 2, 2),
                "wished_occupations": "9412;5222",
                "support_needs": "structure;calm",
                "postal_code": "18630",
            },
            {
                "client_id": "K002",
                "coach_id": "C2",
                "referrer": "employment_service",
                "applied_on": dt.date(2026, 3, 9),
            },
        ),
        "cooperation": (
            {
                "client_id": "K001",
                "party": "insurance_agency",
                "role": "participant",
                "from_on": dt.date(2026, 2, 2),
            },
            {
                "client_id": "K001",
                "party": "health_care",
                "role": "coordinator",
                "from_on": dt.date(2026, 2, 2),
                "to_on": dt.date(2026, 5, 29),
            },
        ),
        "steps": (
            {"client_id": "K001", "step": 1, "entered_on": dt.date(2026, 2, 2)},
            {"client_id": "K001", "step": 2, "entered_on": dt.date(2026, 2, 16)},
        ),
        "contacts": (
            {
                "employer_id": "A-001",
                "coach_id": "C1",
                "contacted_on": dt.date(2026, 3, 2),
                "kind": "visit",
                "client_id": "K001",
            },
            {
                "employer_id": "A-002",
                "coach_id": "C2",
                "contacted_on": dt.date(2026, 3, 4),
                "kind": "phone",
                "initiated_by": "employer",
            },
        ),
        "placements": (
            {
                "placement_id": "P1",
                "client_id": "K001",
                "employer_id": "A-001",
                "kind": "work_trial",
                "occupation": "9412",
                "started_on": dt.date(2026, 3, 16),
                "planned_end_on": dt.date(2026, 6, 12),
                "ended_on": dt.date(2026, 6, 12),
                "outcome": "employment",
                "hours_per_week": 20.0,
                "client_rating": 4,
                "employer_rating": 5,
            },
            {
                "placement_id": "P2",
                "client_id": "K001",
                "employer_id": "A-001",
                "kind": "employment",
                "occupation": "9412",
                "started_on": dt.date(2026, 6, 15),
                "contract": "permanent",
                "hours_per_week": 30.0,
                "subsidy": "wage_subsidy",
            },
        ),
        "follow_ups": (
            {
                "placement_id": "P1",
                "planned_on": dt.date(2026, 3, 23),
                "done_on": dt.date(2026, 3, 24),
                "party": "both",
                "mode": "visit",
                "minutes": 45,
                "assessment": "on_track",
            },
            {"placement_id": "P1", "planned_on": dt.date(2026, 3, 30), "cancelled": True, "party": "client"},
        ),
    }


def _cafe() -> Example:
    return {
        "employer_id": "A-001",
        "name": _("Example café"),
        "ownership": "private",
        "sni_code": "56100",
        "size_class": "1-9",
        "address": _("1 Example Street"),
        "postal_code": "18630",
        "locality": "Vallentuna",
        "municipality_code": "0115",
        "registered_on": dt.date(2024, 9, 2),
        "capacity": 2,
        "occupations": "9412;5131",
        "adjustments": "calm;short_hours",
        "active": True,
    }


def _shop() -> Example:
    return {
        "employer_id": "A-002",
        "name": _("Example shop"),
        "ownership": "municipal",
        "sni_code": "47110",
        "size_class": "10-49",
        "municipality_code": "0115",
        "capacity": 1,
        "occupations": "5222",
        "active": True,
    }
