"""Every row as it is stored: what an export is made from, with nothing filled in and nothing worked out."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from dashboard.data.importer.columns import TABLES
from dashboard.data.importer.stored import Stored, Whole
from dashboard.data.models import DataState
from dashboard.data.readers import one_moment

Tables = Mapping[str, list[Whole]]
"""By table, in the order of the tables: whole rows, by key."""


@dataclass(frozen=True, slots=True)
class StoredRows:
    """The unit's tables at one data version."""

    version: str
    demo: bool
    tables: Tables


def read_stored(engine: Engine) -> StoredRows:
    """Read every table at one moment.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    with one_moment(engine) as connection:
        state = connection.execute(select(DataState.version, DataState.demo)).one()
        stored = Stored(connection)
        tables = {
            table.name: [
                row for _key, row in sorted(stored.rows(table.name).items(), key=lambda one: str(one[0]))
            ]
            for table in TABLES
        }
    return StoredRows(state.version, bool(state.demo), tables)
