"""What a hand-over meeting needs when coaches leave: employers, placements and follow-ups, heir by heir."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.i18n import _, day, sort_key
from dashboard.reports.access import Access
from dashboard.reports.network_answers import answer, leaving, leaving_coaches
from dashboard.reports.network_rows import day_or_none
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class Heir:
    """Who takes over something, and why.

    Attributes:
        coach_id: the coach; empty when nobody is left.
        name: what the coach is called.
        reason: "tie" or "caseload"; empty when nobody is left.
        last_on: the last interaction of the tie.
    """

    coach_id: str
    name: str
    reason: str
    last_on: dt.date | None

    @property
    def why(self) -> str:
        """The reason in words; empty when nobody is left."""
        if self.reason == "tie":
            last = day(self.last_on) if self.last_on else ""
            return _("the strongest tie of those who stay, latest contact {day}").format(day=last)
        return _("nobody who stays has had a warm contact; the lowest caseload") if self.reason else ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who is not leaving and has been in touch with an employer.

    Attributes:
        name: the coach.
        last_on: the last interaction.
        works: whether the coach works here on the day.
    """

    name: str
    last_on: dt.date
    works: bool

    @property
    def told(self) -> str:
        """The name, and when they were last in touch."""
        said = _("{name} (latest {day})") if self.works else _("{name} (has left, latest {day})")
        return said.format(name=self.name, day=day(self.last_on))


@dataclass(frozen=True, slots=True)
class OrphanedEmployer:
    """An employer that nobody would have a living tie with.

    Attributes:
        leaving: the leaving coaches who have one.
        last_on: the last warm contact with anybody.
        others: those who stay, or left before, and have been in touch; the strongest tie first.
        running: placements running there, studies aside.
        due: follow-ups due of placements there.
    """

    employer_id: str
    name: str
    leaving: tuple[str, ...]
    rung: int
    level: str
    strength: float
    warmth: str
    last_on: dt.date | None
    others: tuple[Colleague, ...]
    running: int
    due: int
    heir: Heir


@dataclass(frozen=True, slots=True)
class HandedPlacement:
    """A placement that a leaving coach runs.

    Attributes:
        client: the client's key; empty for one whose key the reader may not see.
        employer: empty for studies without one.
        coach: who leaves.
        due: follow-ups of it that the leaving coaches have due.
    """

    client: str
    employer: str
    kind: str
    coach: str
    started_on: dt.date
    due: int
    heir: Heir


@dataclass(frozen=True, slots=True)
class HandedFollowUp:
    """A follow-up that a leaving coach has due."""

    planned_on: dt.date
    client: str
    employer: str
    coach: str
    heir: Heir


@dataclass(frozen=True, slots=True)
class HeirsPart:
    """What one heir takes over: the strong employers first, the oldest placements and follow-ups first.

    Attributes:
        name: the heir; empty for what nobody is left to take over.
    """

    name: str
    employers: tuple[OrphanedEmployer, ...]
    placements: tuple[HandedPlacement, ...]
    follow_ups: tuple[HandedFollowUp, ...]

    @property
    def strong(self) -> int:
        """How many of the employers are strong relations."""
        return sum(one.level == "strong" for one in self.employers)


@dataclass(frozen=True, slots=True)
class Handover:
    """The hand-over of some coaches.

    Attributes:
        on: the day.
        coaches: who leaves, by name.
        parts: one an heir: who takes over most employers first, what nobody takes over last.
        hidden: how many placements and follow-ups are of clients whose keys the reader may not see.
    """

    on: dt.date
    coaches: tuple[str, ...]
    parts: tuple[HeirsPart, ...]
    hidden: int

    @property
    def strong(self) -> int:
        """How many of the employers are strong relations."""
        return sum(part.strong for part in self.parts)

    @property
    def employers(self) -> tuple[OrphanedEmployer, ...]:
        """All employers, heir by heir."""
        return tuple(one for part in self.parts for one in part.employers)

    @property
    def placements(self) -> tuple[HandedPlacement, ...]:
        """All placements, heir by heir."""
        return tuple(one for part in self.parts for one in part.placements)

    @property
    def follow_ups(self) -> tuple[HandedFollowUp, ...]:
        """All follow-ups, heir by heir."""
        return tuple(one for part in self.parts for one in part.follow_ups)


def handover(access: Access, page: PageState) -> Handover:
    """What would have to be handed over if the page's coaches left.

    The employers are those that the filters leave, as in the question's list; placements and follow-ups are
    all that the coaches have.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    scope = known(access, page)
    # Whose clients have a key here is the reader's own; the rest is the same for everybody.
    key = ("handover", leaving_coaches(scope, page), access.viewer.role, access.viewer.coach_id)
    found: Handover = scope.results.get(key, lambda: _handover(access, page, scope))
    return found


def _handover(access: Access, page: PageState, scope: Known) -> Handover:
    result = leaving(access, page)
    told = _Told(access)
    employers = tuple(_employers(access, page, scope))
    placements = tuple(_placements(result.handovers, told, scope))
    follow_ups = tuple(_follow_ups(result.due_follow_ups, told, scope))
    return Handover(
        on=page.on,
        coaches=tuple(scope.name_of(coach) for coach in result.coach_ids),
        parts=_parts(employers, placements, follow_ups),
        hidden=[*(one.client for one in placements), *(one.client for one in follow_ups)].count(""),
    )


class _Told:
    """What the rows of the world say of a placement, with the client's key where the reader may see it."""

    def __init__(self, access: Access) -> None:
        world = access.store.world()
        self._viewer = access.viewer
        self._coach_of = world.clients.set_index("client_id")["coach_id"]
        self._placements = world.placements.set_index("placement_id")[["client_id", "started_on"]]
        self._names = world.employers.set_index("employer_id")["name"]

    def client(self, placement_id: str) -> str:
        client = str(self._placements.at[placement_id, "client_id"])
        coach = self._coach_of.get(client)
        return client if self._viewer.may_see_client(None if pd.isna(coach) else str(coach)) else ""

    def started(self, placement_id: str) -> dt.date:
        return pd.Timestamp(self._placements.at[placement_id, "started_on"]).date()  # type: ignore[arg-type]  # a cell

    def employer(self, employer_id: Any) -> str:
        return "" if pd.isna(employer_id) else str(self._names.get(employer_id, employer_id))


def _employers(access: Access, page: PageState, scope: Known) -> Iterator[OrphanedEmployer]:
    gone = set(leaving_coaches(scope, page))
    ids = list(answer(access, page, "leaving").employers)
    known_by = _known_by(scope, ids)
    rows, said = leaving(access, page).orphans.loc[ids], scope.employers.loc[ids]
    for key, row, one in zip(ids, _records(rows), _records(said), strict=True):
        tied = known_by[key]
        yield OrphanedEmployer(
            employer_id=key,
            name=one["name"],
            leaving=tuple(scope.name_of(tie.coach_id) for tie in tied if tie.active and tie.coach_id in gone),
            rung=int(one["rung"]),
            level=one["level"],
            strength=float(one["strength"]),
            warmth=one["warmth"],
            last_on=day_or_none(one["last_warm_on"]),
            others=_colleagues((tie for tie in tied if tie.coach_id not in gone), scope),
            running=len(row["running"]),
            due=int(row["due"]),
            heir=_heir(row, scope),
        )


def _records(rows: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return rows.to_dict("records")


def _known_by(scope: Known, employer_ids: list[str]) -> Mapping[str, list[Any]]:
    """The ties of each employer, ended ones too, the strongest first."""
    columns = ["employer_id", "coach_id", "strength", "active", "last_on"]
    ties = scope.state.ties.loc[scope.state.ties["employer_id"].isin(employer_ids), columns]
    rows: Iterable[Any] = ties.sort_values(["strength", "coach_id"], ascending=[False, True]).itertuples()
    found: dict[str, list[Any]] = defaultdict(list)
    for tie in rows:
        found[tie.employer_id].append(tie)
    return found


def _colleagues(ties: Iterable[Any], scope: Known) -> tuple[Colleague, ...]:
    works = scope.state.coaches["works"]
    return tuple(
        Colleague(scope.name_of(tie.coach_id), tie.last_on.date(), bool(works.get(tie.coach_id, False)))
        for tie in ties
    )


def _placements(rows: pd.DataFrame, told: _Told, scope: Known) -> Iterator[HandedPlacement]:
    for key, row in rows.iterrows():
        yield HandedPlacement(
            client=told.client(str(key)),
            employer=told.employer(row["employer_id"]),
            kind=row["kind"],
            coach=scope.name_of(row["coach_id"]),
            started_on=told.started(str(key)),
            due=int(row["due"]),
            heir=_heir(row, scope),
        )


def _follow_ups(rows: pd.DataFrame, told: _Told, scope: Known) -> Iterator[HandedFollowUp]:
    for _key, row in rows.iterrows():
        yield HandedFollowUp(
            planned_on=pd.Timestamp(row["planned_on"]).date(),
            client=told.client(row["placement_id"]),
            employer=told.employer(row["employer_id"]),
            coach=scope.name_of(row["coach_id"]),
            heir=_heir(row, scope),
        )


def _heir(row: Any, scope: Known) -> Heir:
    if pd.isna(row["heir"]):
        return Heir("", "", "", None)
    return Heir(row["heir"], scope.name_of(row["heir"]), row["heir_reason"], day_or_none(row["heir_last_on"]))


def _parts(
    employers: Iterable[OrphanedEmployer],
    placements: Iterable[HandedPlacement],
    follow_ups: Iterable[HandedFollowUp],
) -> tuple[HeirsPart, ...]:
    # The employers stand strongest first already; the strong ones are those with a strong relation.
    ordered = sorted(employers, key=lambda one: one.level != "strong")
    oldest = sorted(placements, key=lambda one: (one.started_on, one.employer, one.client))
    waiting = sorted(follow_ups, key=lambda one: (one.planned_on, one.employer, one.client))
    named = [*(one.heir for one in ordered), *(one.heir for one in oldest), *(one.heir for one in waiting)]
    heirs = {heir.coach_id: heir.name for heir in named}
    parts = [
        HeirsPart(
            name,
            tuple(one for one in ordered if one.heir.coach_id == key),
            tuple(one for one in oldest if one.heir.coach_id == key),
            tuple(one for one in waiting if one.heir.coach_id == key),
        )
        for key, name in sorted(heirs.items())
    ]
    return tuple(sorted(parts, key=_most_first))


def _most_first(part: HeirsPart) -> tuple[bool, int, int, str]:
    return not part.name, -len(part.employers), -len(part.placements), sort_key(part.name)
