"""The days of a page's period, and by what its trials are divided: kept in the address."""

from dash.development.base_component import Component

from dashboard.components.fields import select, text_input
from dashboard.domain.period import Period
from dashboard.i18n import _
from dashboard.reports.outcome_split import NAMES


def period_fields(first_id: str, last_id: str, period: Period) -> list[Component]:
    """Two fields for a day each."""
    return [
        text_input(first_id, _("Period from"), period.first.isoformat(), kind="date", query_key="fran"),
        text_input(last_id, _("Period to"), period.last.isoformat(), kind="date", query_key="till"),
    ]


def split_field(field_id: str, split: str) -> Component:
    """By what the trials are divided into groups."""
    return select(
        field_id,
        _("Divide the trials by"),
        [(key, _(name)) for key, name in NAMES.items()],
        split,
        "uppdelat",
    )
