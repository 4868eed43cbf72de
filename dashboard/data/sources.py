"""Where rows came from: file, sheet and row, as the import noted it."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Engine, select

from dashboard.data.engine import reading
from dashboard.data.models import UNIT_TABLES

KEYS_AT_ONCE = 500
_TABLES = {model.__tablename__: model.__table__ for model in UNIT_TABLES}


def read_sources(engine: Engine, table: str, keys: Iterable[str]) -> dict[str, str]:
    """The source of each of a table's rows that has one.

    Args:
        engine: the database.
        table: the name of a unit table with a key of one column.
        keys: keys of rows.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    columns = _TABLES[table].c
    (key,) = (column for column in columns if column.primary_key)
    found: dict[str, str] = {}
    with reading(engine) as connection:
        for part in _portions(sorted(set(keys))):
            wanted = select(key, columns.source).where(key.in_(part), columns.source.is_not(None))
            found.update((str(row[0]), str(row[1])) for row in connection.execute(wanted))
    return found


def _portions(keys: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(keys), KEYS_AT_ONCE):
        yield keys[first : first + KEYS_AT_ONCE]
