"""How good the stored data is: each thing to mend, how many rows it concerns, and which figures it hurts."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.quality import Lacking, lacking
from dashboard.data.importer.columns import TABLE_BY_NAME
from dashboard.data.recheck import Odd, recheck
from dashboard.domain.access import KEEPERS, STAFF
from dashboard.domain.errors import AccessDenied
from dashboard.domain.world import World
from dashboard.i18n import _, language
from dashboard.reports.access import Access
from dashboard.reports.quality_kinds import KINDS, Kind

PREFIX = "quality."


@dataclass(frozen=True, slots=True)
class OddRow:
    """One row to mend.

    Attributes:
        table: its table.
        key: its key as text.
        client: the client it is about; empty when it is about none.
        message: what is odd about this very row; empty where the kind says it all.
    """

    table: str
    key: str
    client: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Quality:
    """One kind of thing to mend, with its rows.

    Attributes:
        kind: which.
        rows: every row, whoever may see it.
        of: how many rows were looked at.
    """

    kind: Kind
    rows: tuple[OddRow, ...]
    of: int

    @property
    def n(self) -> int:
        """How many rows."""
        return len(self.rows)

    @property
    def share(self) -> float | None:
        """The share of those looked at; None when there are none."""
        return self.n / self.of if self.of else None


def quality(access: Access, on: dt.date) -> Mapping[str, Quality]:
    """Everything to mend on a day, by kind, over everything that is stored.

    Raises:
        AccessDenied: to a visitor.
    """
    if access.viewer.role not in KEEPERS | STAFF:
        raise AccessDenied(_("Your account may not see or do this."))
    key = ("quality", on, language())
    return access.cached(key, lambda snapshot: _all(access, snapshot.world, on))


def may_see(access: Access, row: OddRow) -> bool:
    """Whether the person may see which row it is."""
    if not row.client:
        return True
    clients = access.cached("coach_of_client", lambda snapshot: _coaches(snapshot.world))
    return access.viewer.may_see_client(clients.get(row.client))


def _all(access: Access, world: World, on: dt.date) -> Mapping[str, Quality]:
    missing = lacking(world, pd.Timestamp(on))
    odd: dict[str, list[Odd]] = {}
    for one in recheck(access.store.engine, on):
        odd.setdefault(one.code, []).append(one)
    clients = _clients_of(world)
    found: dict[str, Quality] = {}
    for kind in KINDS:
        if kind.key in missing:
            one_kind = missing[kind.key]
            found[kind.key] = Quality(kind, _lacking_rows(world, one_kind, clients), one_kind.of)
        else:
            rows = tuple(_odd_row(one, clients) for one in odd.get(kind.key, ()) if one.table in kind.tables)
            found[kind.key] = Quality(kind, rows, sum(len(getattr(world, table)) for table in kind.tables))
    return found


def _lacking_rows(
    world: World, found: Lacking, clients: Mapping[str, Mapping[str, str]]
) -> tuple[OddRow, ...]:
    (key,) = TABLE_BY_NAME[found.table].key
    keys = getattr(world, found.table)[key].to_numpy()[found.rows]
    of_row = clients.get(found.table, {})
    return tuple(OddRow(found.table, str(one), of_row.get(str(one), "")) for one in keys)


def _odd_row(one: Odd, clients: Mapping[str, Mapping[str, str]]) -> OddRow:
    if isinstance(one.key, tuple):
        # Steps and cooperation have no key of their own; the client's is the first of its parts.
        return OddRow(one.table, ", ".join(map(str, one.key)), str(one.key[0]), one.message)
    key = str(one.key)
    return OddRow(one.table, key, clients.get(one.table, {}).get(key, ""), one.message)


def _clients_of(world: World) -> Mapping[str, Mapping[str, str]]:
    """The client that each row is about, by table and key."""
    placements = dict(zip(world.placements["placement_id"], world.placements["client_id"], strict=True))
    contacts = world.contacts.dropna(subset=["client_id"])
    follow_ups = zip(world.follow_ups["follow_up_id"], world.follow_ups["placement_id"], strict=True)
    return {
        "clients": {key: key for key in world.clients["client_id"]},
        "placements": placements,
        "contacts": dict(zip(contacts["contact_id"], contacts["client_id"], strict=True)),
        "follow_ups": {key: placements.get(placement, "") for key, placement in follow_ups},
    }


def _coaches(world: World) -> Mapping[str, str]:
    known = world.clients.dropna(subset=["coach_id"])
    return dict(zip(known["client_id"], known["coach_id"], strict=True))
