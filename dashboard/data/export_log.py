"""What was taken out: when, by whom, in which form."""

import datetime as dt

from sqlalchemy import Engine, insert

from dashboard.data.engine import keeping
from dashboard.data.models import ExportRun


def remember_export(
    engine: Engine, *, now: dt.datetime, who: str, role: str, form: str, rows: int, version: str
) -> None:
    """Put an export on record."""
    record = {"exported_at": now, "exported_by": who, "role": role, "form": form, "rows": rows}
    with keeping(engine) as connection:
        connection.execute(insert(ExportRun).values(record | {"data_version": version}))
