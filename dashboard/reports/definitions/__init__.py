"""How every figure is counted: one registry, from which all explanations are made."""

from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.registry import (
    AREAS,
    MEASURES,
    Note,
    all_notes,
    is_defined,
    measure_of,
    notes,
)

__all__ = ["AREAS", "MEASURES", "Area", "Measure", "Note", "all_notes", "is_defined", "measure_of", "notes"]
