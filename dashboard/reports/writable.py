"""What a person may write in place: rows as forms show them, and nobody else's."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.data.writable_rows import marks_of
from dashboard.domain.access import STAFF, Role
from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.domain.world import World
from dashboard.i18n import _
from dashboard.reports.access import Access, Snapshot

Cell = Any


@dataclass(frozen=True, slots=True)
class WritableFollowUp:
    """A follow-up that the person may mark as done.

    Attributes:
        follow_up_id: its key.
        placement_id: the placement it is of.
        client_id: the client's key.
        employer_id: the employer's key; None for studies.
        kind: a key of PLACEMENT_KINDS: that of the placement.
        planned_on: when it is planned.
        done_on: when it was done; None while it waits.
        cancelled: whether it was cancelled.
        party: with whom; a key of PARTIES or None.
        mode: how; a key of MODES or None.
        minutes: how long; None when not known.
        assessment: a key of ASSESSMENTS or None.
        mark: what the row is known by; a form sends it back, so that nothing newer is written over.
    """

    follow_up_id: str
    placement_id: str
    client_id: str
    employer_id: str | None
    kind: str
    planned_on: dt.date
    done_on: dt.date | None
    cancelled: bool
    party: str | None
    mode: str | None
    minutes: int | None
    assessment: str | None
    mark: str

    @property
    def waits(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self.done_on is None and not self.cancelled


@dataclass(frozen=True, slots=True)
class WritablePlacement:
    """A placement for which the person may plan a follow-up.

    Attributes:
        placement_id: its key.
        client_id: the client's key.
        employer_id: the employer's key; None for studies.
        kind: a key of PLACEMENT_KINDS.
        started_on: when it began.
    """

    placement_id: str
    client_id: str
    employer_id: str | None
    kind: str
    started_on: dt.date


def writable_follow_up(access: Access, follow_up_id: str) -> WritableFollowUp:
    """One follow-up, to somebody who may write in it.

    Raises:
        AccessDenied: to others than the client's coach and managers; to a coach also when there is none.
        NotFound: when there is no such follow-up.
    """
    require_staff(access)
    found = next(writable_follow_ups(access, [follow_up_id]), None)
    if found is None:
        raise _not_there(
            access, _("There is no follow-up with the key “{key}”.").format(key=follow_up_id[:40])
        )
    return found


def writable_follow_ups(access: Access, keys: Iterable[str]) -> Iterator[WritableFollowUp]:
    """Those of some follow-ups in which the person may write, in the order of the table."""
    require_staff(access)
    world = access.store.world()
    frame = world.follow_ups[world.follow_ups["follow_up_id"].isin(list(keys))]
    whose = _placements(world).reindex(frame["placement_id"])
    allowed = [may_write_about(access, client) for client in whose["client_id"]]
    rows, whose = frame[allowed], whose[allowed]
    marks = marks_of(access.store.engine, "follow_ups", rows["follow_up_id"].tolist()) if len(rows) else {}
    for row, placement in zip(rows.to_dict("records"), whose.to_dict("records"), strict=True):
        yield WritableFollowUp(
            follow_up_id=str(row["follow_up_id"]),
            placement_id=str(row["placement_id"]),
            client_id=str(placement["client_id"]),
            employer_id=_text(placement["employer_id"]),
            kind=str(placement["kind"]),
            planned_on=pd.Timestamp(row["planned_on"]).date(),
            done_on=_day(row["done_on"]),
            cancelled=bool(row["cancelled"]),
            party=_text(row["party"]),
            mode=_text(row["mode"]),
            minutes=None if pd.isna(row["minutes"]) else int(row["minutes"]),
            assessment=_text(row["assessment"]),
            mark=marks.get(str(row["follow_up_id"]), ""),
        )


def writable_placement(access: Access, placement_id: str) -> WritablePlacement:
    """One placement, to somebody who may plan its follow-ups.

    Raises:
        AccessDenied: to others than the client's coach and managers; to a coach also when there is none.
        NotFound: when there is no such placement.
    """
    require_staff(access)
    world = access.store.world()
    frame = world.placements[world.placements["placement_id"] == placement_id]
    found = next(_writable(access, frame), None)
    if found is None:
        raise _not_there(
            access, _("There is no placement with the key “{key}”.").format(key=placement_id[:40])
        )
    return found


def writable_placements(access: Access, keys: Iterable[str]) -> Iterator[WritablePlacement]:
    """Those of some placements whose follow-ups the person may plan, in the order of the table."""
    require_staff(access)
    rows = access.store.world().placements
    return _writable(access, rows[rows["placement_id"].isin(list(keys))])


def running_placements(access: Access, employer_id: str, on: dt.date) -> tuple[WritablePlacement, ...]:
    """What runs at an employer on a day and the person may write about, the newest first."""
    require_staff(access)
    world = access.store.world()
    rows, day = world.placements, pd.Timestamp(on)
    runs = (rows["started_on"] <= day) & (rows["ended_on"].isna() | (rows["ended_on"] > day))
    found = _writable(access, rows[runs & (rows["employer_id"] == employer_id).to_numpy(bool)])
    return tuple(sorted(found, key=lambda one: (one.started_on, one.placement_id), reverse=True))


def waiting_follow_ups(
    access: Access, placements: Iterable[WritablePlacement]
) -> tuple[WritableFollowUp, ...]:
    """The follow-ups of some placements that are neither done nor cancelled, by the day they are planned."""
    rows = access.store.world().follow_ups
    wanted = rows["placement_id"].isin([one.placement_id for one in placements]) & rows["done_on"].isna()
    found = writable_follow_ups(access, rows["follow_up_id"][wanted].tolist())
    return tuple(
        sorted((one for one in found if one.waits), key=lambda one: (one.planned_on, one.follow_up_id))
    )


def clients_to_write_about(access: Access, on: dt.date) -> tuple[str, ...]:
    """The clients that a contact may be said to be about: the person's own, enrolled on the day."""
    require_staff(access)
    world = access.store.world()
    rows, day = world.clients, pd.Timestamp(on)
    there = (rows["enrolled_on"] <= day) & (rows["closed_on"].isna() | (rows["closed_on"] > day))
    few = rows[there.to_numpy(bool)]
    pairs = zip(few["client_id"], few["coach_id"], strict=True)
    return tuple(key for key, coach in pairs if access.viewer.may_see_client(_text(coach)))


def coaches_to_write_as(access: Access, on: dt.date) -> tuple[tuple[str, str], ...]:
    """Key and name of those a contact can be logged as: oneself; for a manager, everybody at work."""
    require_staff(access)
    rows, day = access.store.world().coaches, pd.Timestamp(on)
    works = rows["ended_on"].isna() | (rows["ended_on"] >= day)
    here = zip(rows["coach_id"][works], rows["name"][works], strict=True)
    return tuple(
        one for one in here if access.viewer.role is Role.MANAGER or one[0] == access.viewer.coach_id
    )


def may_write_about(access: Access, client_id: Cell) -> bool:
    """Whether the person may write rows about a client: her own coach, and managers."""
    return _text(client_id) in _own_clients(access)


def require_staff(access: Access) -> None:
    """Coaches and managers write in place, nobody else.

    Raises:
        AccessDenied: to others.
    """
    if access.viewer.role not in STAFF:
        raise AccessDenied(_("Your account may not see or do this."))


def denied() -> AccessDenied:
    """What a coach is told about another coach's client, and about what is not there: the same."""
    return AccessDenied(_("Only the client's own coach and managers may write here."))


def _not_there(access: Access, sentence: str) -> AccessDenied | NotFound:
    return NotFound(sentence) if access.viewer.role is Role.MANAGER else denied()


def _own_clients(access: Access) -> frozenset[str]:
    viewer = access.viewer
    if viewer.role not in STAFF:
        return frozenset()

    def make(snapshot: Snapshot) -> frozenset[str]:
        rows = snapshot.world.clients
        pairs = zip(rows["client_id"], rows["coach_id"], strict=True)
        return frozenset(key for key, coach in pairs if viewer.may_see_client(_text(coach)))

    return access.cached(("own_clients", viewer.role, viewer.coach_id), make)


def _placements(world: World) -> pd.DataFrame:
    return world.placements.set_index("placement_id")[["client_id", "employer_id", "kind"]]


def _writable(access: Access, frame: pd.DataFrame) -> Iterator[WritablePlacement]:
    for row in frame.to_dict("records"):
        if may_write_about(access, row["client_id"]):
            yield WritablePlacement(
                placement_id=str(row["placement_id"]),
                client_id=str(row["client_id"]),
                employer_id=_text(row["employer_id"]),
                kind=str(row["kind"]),
                started_on=pd.Timestamp(row["started_on"]).date(),
            )


def _text(cell: Cell) -> str | None:
    return None if cell is None or pd.isna(cell) else str(cell)


def _day(cell: Cell) -> dt.date | None:
    return None if pd.isna(cell) else pd.Timestamp(cell).date()
