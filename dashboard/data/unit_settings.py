"""The unit's own definitions as they are stored: one row a change, the newest in force."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from dashboard.data.changes import Seen, Stored, aware, history, in_force, require_unchanged, store_change
from dashboard.data.engine import reading
from dashboard.data.models import UnitSettings
from dashboard.domain.definitions import Definitions
from dashboard.domain.setting_catalogue import Value, setting_named
from dashboard.domain.unit_settings import definitions_of, own_values


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the definitions.

    Attributes:
        number: the first is 1.
        at: when.
        by: whom the history names.
        values: what was set, by name; None: back to the default.
        version: the version of the definitions after it, which reports are stamped with.
    """

    number: int
    at: dt.datetime
    by: str
    values: Mapping[str, Value | None]
    version: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of storing values.

    Attributes:
        definitions: what is in force now.
        changed: the values that were not so before; None: back to the default. Empty: nothing was changed.
    """

    definitions: Definitions
    changed: Mapping[str, Value | None]


def read_definitions(engine: Engine) -> Definitions:
    """The definitions in force.

    Raises:
        DatabaseUnreachable: when the database does not answer.
        SettingsError: when what is stored cannot be used.
    """
    with reading(engine) as connection:
        return definitions_on(connection)


def definitions_on(connection: Connection) -> Definitions:
    """The definitions in force, read on a connection that is at hand.

    Raises:
        SettingsError: when what is stored cannot be used.
    """
    return definitions_of(in_force(connection, UnitSettings))


def stored_settings(engine: Engine) -> Stored:
    """The values that are not the default ones, as they are stored."""
    with reading(engine) as connection:
        return in_force(connection, UnitSettings)


def store_settings(
    engine: Engine,
    values: Mapping[str, Value | None],
    *,
    who: str,
    now: dt.datetime,
    seen: Seen | None = None,
) -> Outcome:
    """Set some values, or none of them; the data version moves, so that every figure follows at once.

    Args:
        engine: the database.
        values: by name; None takes a setting back to its default.
        who: whom the history names.
        now: the moment.
        seen: what was shown of them, when a page was.

    Returns:
        What is in force, and what changed. Values that already hold change nothing and leave no row.

    Raises:
        SettingsError: when a value, or the values together, cannot be used.
        ChangedSince: when one of them is no longer what was shown.
        DatabaseUnreachable: when the database does not answer.
    """
    change = "settings " + json.dumps(values, sort_keys=True)

    def after(before: Stored) -> tuple[Stored, Stored]:
        require_unchanged(before, seen)
        return _after(before, values)

    changed = store_change(engine, UnitSettings, change, after, who=who, now=now)
    return Outcome(read_definitions(engine), _values(changed))


def settings_history(engine: Engine) -> tuple[Change, ...]:
    """Every change, the newest first."""
    return tuple(
        Change(
            row.change_id,
            aware(row.changed_at),
            row.changed_by,
            _values(row.changed),
            row.definitions_version,
        )
        for row in history(engine, UnitSettings)
    )


def _after(before: Stored, values: Mapping[str, Value | None]) -> tuple[Stored, Stored]:
    for name in values:
        if name not in before:  # what is stored can always be reset, known or not
            setting_named(name)
    after = {**before, **values}
    definitions = definitions_of({name: value for name, value in after.items() if value is not None})
    return _plain(definitions), {"definitions_version": definitions.version}


def _plain(definitions: Definitions) -> Stored:
    """The values that are not the default ones, as JSON gives them back."""
    own = own_values(definitions)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in own.items()}


def _values(stored: Stored) -> dict[str, Value | None]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
