"""Days that contradict each other, or that have not come yet."""

from dashboard.data.importer.columns import Kind
from dashboard.data.importer.rules.reporter import Case, places
from dashboard.i18n import _

_ORDERED = (
    ("coaches", "started_on", "ended_on"),
    ("clients", "applied_on", "enrolled_on"),
    ("clients", "enrolled_on", "closed_on"),
    ("clients", "applied_on", "closed_on"),
    ("cooperation", "from_on", "to_on"),
    ("placements", "started_on", "planned_end_on"),
    ("placements", "started_on", "ended_on"),
    ("quiet_periods", "from_on", "to_on"),
)


def check_order_of_days(case: Case) -> None:
    """An end never comes before its start."""
    for table, first, last in _ORDERED:
        plan = case.plans.get(table)
        if plan is None:
            continue
        start, end = places(plan, first, last)
        titles = {column.name: column.title for column in plan.table.columns}
        for entry in plan.entries:
            begins, ends = entry.whole[start], entry.whole[end]
            if begins is not None and ends is not None and ends < begins:
                case.refuse(
                    plan,
                    entry,
                    last,
                    "end_before_start",
                    _("The day lies before {column}, {day}.").format(column=titles[first], day=begins),
                    remedy=_("Correct one of the two days."),
                )


def warn_of_days_to_come(case: Case) -> None:
    """A day later than that of the import is odd where it is not a plan."""
    for plan in case.plans.values():
        for place, column in enumerate(plan.table.columns):
            if column.kind is not Kind.DATE or column.planned or plan.file.heading(column.name) is None:
                continue
            for entry in plan.entries:
                day = entry.whole[place]
                if day is not None and day > case.today:
                    case.warn(plan, entry, column.name, "day_to_come", _("The day has not come yet."))
