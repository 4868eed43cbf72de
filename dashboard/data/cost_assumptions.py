"""The unit's assumptions about cost and benefit as they are stored."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from sqlalchemy import Connection, Engine

from dashboard.data.changes import Stored, aware, history, in_force, store_change
from dashboard.data.edits import ChangedSince
from dashboard.data.engine import reading
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.models import CostAssumptions
from dashboard.domain.assumption_catalogue import Estimate, assumption_named
from dashboard.domain.assumptions import Assumptions, assumptions_of
from dashboard.domain.errors import SettingsError
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class AssumptionChange:
    """One change of the assumptions.

    Attributes:
        number: the first is 1.
        at: when.
        by: whom the history names.
        values: what was set, by name; None: no longer set.
        version: the version of the assumptions after it, which results are stamped with.
    """

    number: int
    at: dt.datetime
    by: str
    values: Mapping[str, Estimate | None]
    version: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of storing assumptions.

    Attributes:
        assumptions: what is in force now.
        changed: those that were not so before; None: no longer set. Empty: nothing was changed.
    """

    assumptions: Assumptions
    changed: Mapping[str, Estimate | None]


def read_assumptions(engine: Engine) -> Assumptions:
    """The assumptions in force.

    Raises:
        DatabaseUnreachable: when the database does not answer.
        SettingsError: when what is stored cannot be used.
    """
    with reading(engine) as connection:
        return assumptions_on(connection)


def assumptions_on(connection: Connection) -> Assumptions:
    """The assumptions in force, read on a connection that is at hand.

    Raises:
        SettingsError: when what is stored cannot be used.
    """
    return assumptions_of(estimates_of(in_force(connection, CostAssumptions)))


def store_assumptions(
    engine: Engine,
    values: Mapping[str, Estimate | None],
    *,
    who: str,
    now: dt.datetime,
    seen: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Set some assumptions, or none of them; the data version moves.

    Args:
        engine: the database.
        values: by name; None takes one back to its example, or to nothing.
        who: whom the history names.
        now: the moment.
        seen: the mark (`mark_of`) of what was shown, by name: only that is written over.

    Returns:
        What is in force, and what changed. Estimates that already hold change nothing and leave no row.

    Raises:
        SettingsError: when a name or an estimate cannot be used.
        ChangedSince: when one of them is no longer what was shown.
        DatabaseUnreachable: when the database does not answer.
    """
    _refuse_identity_numbers(values)
    change = "assumptions " + json.dumps(plain_assumptions(values), sort_keys=True)
    changed = store_change(
        engine, CostAssumptions, change, lambda before: _after(before, values, seen), who=who, now=now
    )
    return Outcome(read_assumptions(engine), _changes(changed))


def assumptions_history(engine: Engine) -> tuple[AssumptionChange, ...]:
    """Every change, the newest first."""
    return tuple(
        AssumptionChange(
            row.change_id,
            aware(row.changed_at),
            row.changed_by,
            _changes(row.changed),
            row.assumptions_version,
        )
        for row in history(engine, CostAssumptions)
    )


def mark_of(estimate: Estimate | None) -> str:
    """What the unit's own estimate is known by: it changes when anything of it does. None: it has none."""
    return hashlib.sha256(json.dumps(plain_assumptions({"": estimate})).encode()).hexdigest()[:12]


def _after(
    before: Stored, values: Mapping[str, Estimate | None], seen: Mapping[str, str]
) -> tuple[Stored, Stored]:
    own = estimates_of(before)
    if any(mark_of(own.get(name)) != mark for name, mark in seen.items()):
        raise ChangedSince(_("It has been changed since it was shown. Nothing was saved."))
    for name in values:
        if name not in before:  # what is stored can always be reset, known or not
            assumption_named(name)
    stored = {**before, **plain_assumptions(values)}
    found = assumptions_of(estimates_of({name: each for name, each in stored.items() if each is not None}))
    return plain_assumptions(found.own), {"assumptions_version": found.version}


def _refuse_identity_numbers(values: Mapping[str, Estimate | None]) -> None:
    for name, estimate in values.items():
        if estimate is not None and holds_identity_number(estimate.source):
            sentence = _("{name}: the source holds what looks like a personal identity number.")
            raise SettingsError(sentence.format(name=name))


def plain_assumptions(values: Mapping[str, Estimate | None]) -> Stored:
    """Estimates as JSON has them."""
    return {
        name: None if each is None else {**asdict(each), "dated": each.dated.isoformat()}
        for name, each in values.items()
    }


def estimates_of(stored: Stored) -> dict[str, Estimate]:
    """What is stored, as estimates."""
    return {name: each for name, each in _changes(stored).items() if each is not None}


def _changes(stored: Stored) -> dict[str, Estimate | None]:
    return {
        name: None if each is None else Estimate(**{**each, "dated": dt.date.fromisoformat(each["dated"])})
        for name, each in stored.items()
    }
