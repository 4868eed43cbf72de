"""The first and the last day of a page's period, kept in the address."""

from dash.development.base_component import Component

from dashboard.components.fields import text_input
from dashboard.domain.period import Period
from dashboard.i18n import _


def period_fields(first_id: str, last_id: str, period: Period) -> list[Component]:
    """Two fields for a day each."""
    return [
        text_input(first_id, _("Period from"), period.first.isoformat(), kind="date", query_key="fran"),
        text_input(last_id, _("Period to"), period.last.isoformat(), kind="date", query_key="till"),
    ]
