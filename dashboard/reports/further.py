"""What takes longer to work out than the JSON needs: told in the workbook and in sentences alone."""

from dataclasses import dataclass

from dashboard.reports.comparison import Comparison, comparison
from dashboard.reports.report_input import ReportInput


@dataclass(frozen=True, slots=True)
class Further:
    """Figures that only people read.

    Attributes:
        comparison: the period beside the one before.
    """

    comparison: Comparison


KEYS = ("compared.share", "compared.count")
"""The keys of their definitions."""


def further(given: ReportInput) -> Further:
    """Compute them for a selection on a day and in a period."""
    return Further(comparison=comparison(given))
