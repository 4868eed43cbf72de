"""What only several cells together can tell: references, the order of days, and everything that is odd."""

from collections.abc import Callable

from dashboard.data.importer.rules.clients import check_clients, warn_before_enrolment
from dashboard.data.importer.rules.days import check_order_of_days, warn_of_days_to_come
from dashboard.data.importer.rules.employers import warn_of_positions_elsewhere, warn_of_twins
from dashboard.data.importer.rules.placements import (
    check_placements,
    warn_of_odd_follow_ups,
    warn_of_overlapping_employments,
)
from dashboard.data.importer.rules.references import check_references
from dashboard.data.importer.rules.reporter import Case

RULES = (
    check_references,
    check_order_of_days,
    check_clients,
    check_placements,
    warn_before_enrolment,
    warn_of_days_to_come,
    warn_of_overlapping_employments,
    warn_of_odd_follow_ups,
    warn_of_twins,
    warn_of_positions_elsewhere,
)


def check_rules(case: Case, tick: Callable[[int], None]) -> None:
    """Note everything that is wrong or odd about the rows together."""
    for rule in RULES:
        tick(0)
        rule(case)
