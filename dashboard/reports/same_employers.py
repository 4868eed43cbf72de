"""Employers that may be one under two keys: suggested, decided by a person, and taken back again."""

import datetime as dt

from dashboard.analysis.same_employer import Named, Pair, Reason, pairs_alike
from dashboard.data.employer_decisions import (
    CannotDecide,
    Decision,
    decide_different,
    decide_same,
    decisions,
    undo_decision,
)
from dashboard.data.engine import Database
from dashboard.data.importer.after import Rows
from dashboard.domain.access import KEEPERS
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.reports.access import Access, Snapshot, Store

__all__ = [
    "CannotDecide",
    "Decision",
    "Named",
    "Pair",
    "Reason",
    "different",
    "duplicates",
    "made_decisions",
    "pairs_in",
    "same",
    "undo_same_or_different",
    "why",
]


def duplicates(access: Access) -> tuple[Pair, ...]:
    """The pairs of employers that may be one and that nobody has decided about, the likeliest first."""
    _require_keeper(access)
    found = access.cached("duplicates", _pairs)
    decided = _decided(access.store.engine)
    return tuple(pair for pair in found if pair.keys not in decided)


def pairs_in(after: Rows, store: Store, new: frozenset[str]) -> tuple[Pair, ...]:
    """The same among rows as an import would leave them, for the pairs with a new employer in them."""
    if not new:
        return ()
    found = pairs_alike(map(_named, after["employers"]), _decided(store.engine))
    return tuple(pair for pair in found if pair.keys & new)


def same(access: Access, kept: str, other: str, now: dt.datetime) -> Decision:
    """Make two employers one: the rows of the other move to the kept key, as do those of files to come.

    Raises:
        CannotDecide: when there are not two such employers.
        ImportUnderWay: when somebody is importing.
    """
    _require_keeper(access)
    return decide_same(access.store.engine, kept, other, who=access.viewer.name, now=now)


def different(access: Access, one: str, other: str, now: dt.datetime) -> Decision:
    """Note that two employers are two, so that nobody is asked again.

    Raises:
        CannotDecide: when there are not two such employers.
    """
    _require_keeper(access)
    return decide_different(access.store.engine, one, other, who=access.viewer.name, now=now)


def made_decisions(access: Access) -> tuple[Decision, ...]:
    """Every decision in force, the oldest first."""
    _require_keeper(access)
    return decisions(access.store.engine)


def undo_same_or_different(access: Access, number: int, now: dt.datetime) -> Decision:
    """Take a decision back.

    Raises:
        InvalidParameter: when there is no such decision.
        CannotDecide: when a later decision builds on it.
    """
    _require_keeper(access)
    return undo_decision(access.store.engine, number, now=now)


def why(pair: Pair) -> str:
    """What speaks for two employers being one, in the language in use."""
    return {
        Reason.SAME_NUMBER: _("the same organisation number and nearly the same name"),
        Reason.LIKE_NAME: _("nearly the same name"),
        Reason.SAME_NAME_OTHER_NUMBER: _("the same name, but different organisation numbers"),
    }[pair.reason]


def suggestions(engine: Database) -> tuple[Pair, ...]:
    """The pairs that nobody has decided about, for the command line."""
    decided = _decided(engine)
    return tuple(pair for pair in _pairs(Store(engine).snapshot()) if pair.keys not in decided)


def _pairs(snapshot: Snapshot) -> tuple[Pair, ...]:
    columns = ["employer_id", "name", "org_number", "locality"]
    records = snapshot.world.employers[columns].to_dict("records")
    return pairs_alike(_named({str(name): cell for name, cell in row.items()}) for row in records)


def _named(row: dict[str, object]) -> Named:
    number, locality = (_text(row[name]) for name in ("org_number", "locality"))
    return Named(str(row["employer_id"]), str(row["name"]), number, locality)


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def _decided(engine: Database) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((one.kept, one.other)) for one in decisions(engine))


def _require_keeper(access: Access) -> None:
    if access.viewer.role not in KEEPERS:
        raise AccessDenied(_("Only managers and administrators may decide about employers."))
