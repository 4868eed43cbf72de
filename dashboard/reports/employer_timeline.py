"""Everything that has happened with an employer; a client's key only to those who may see it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import NOBODY, STUDIES
from dashboard.analysis.selection import Scope
from dashboard.data.reference import ssyk_title
from dashboard.domain.access import Viewer
from dashboard.domain.vocabulary import TRIAL_KINDS
from dashboard.i18n import language
from dashboard.reports.access import Access
from dashboard.reports.employer import day_or_none, employer_code, employer_row
from dashboard.reports.employer_index import Flags, employer_index, text_or_none
from dashboard.reports.employer_rhythm import Rhythm, contact_rhythm
from dashboard.reports.state import EVENTS, PageState

PAGE_SIZE = 15


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        on: the day.
        group: a key of EVENTS.
        kind: a kind of contact or placement; the mode of a follow-up, if it has one.
        ends: whether it is a placement's end.
        coach: the coach's name; None without one.
        client: the client's key, when the person may see it.
        about_client: whether it was about a client.
        initiator: who took the initiative to a contact.
        occupation: the title of a placement's occupation.
        outcome: a placement's outcome; `unknown` for a trial that ended without one.
        party: with whom a follow-up was.
        assessment: how it went, when the person may see the client.
    """

    on: dt.date
    group: str
    kind: str
    ends: bool = False
    coach: str | None = None
    client: str | None = None
    about_client: bool = False
    initiator: str | None = None
    occupation: str | None = None
    outcome: str | None = None
    party: str | None = None
    assessment: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of what has happened, newest first, and how often we have been in touch.

    Attributes:
        events: those of the page.
        group: what it is narrowed to; None for everything.
        counts: how many there are of each group.
        matching: how many there are of what is shown.
        page: the page, from 1.
        rhythm: interactions by quarter and coach.
    """

    events: tuple[Event, ...]
    group: str | None
    counts: Mapping[str, int]
    matching: int
    page: int
    rhythm: Rhythm


def employer_timeline(access: Access, page: PageState, employer_id: str) -> Timeline:
    """What has happened with one employer up to the page's day, in the selection.

    Raises:
        AccessDenied: to others than coaches and managers.
        NotFound: when the employer is not in the selection.
        InvalidParameter: when there is no such unit or programme.
    """
    employer_row(access, page, employer_index(access, page), employer_id)
    scope = access.scope(page.units, page.programme, page.on)
    happened = _Happened(scope, access.viewer, employer_code(scope, employer_id))
    events = sorted(happened.events(), key=lambda event: (event.on, event.ends), reverse=True)
    wanted = [event for event in events if page.event in (None, event.group)]
    shown = min(page.page, max(1, -(-len(wanted) // PAGE_SIZE)))
    return Timeline(
        events=tuple(wanted[(shown - 1) * PAGE_SIZE : shown * PAGE_SIZE]),
        group=page.event,
        counts={group: sum(event.group == group for event in events) for group in EVENTS},
        matching=len(wanted),
        page=shown,
        rhythm=contact_rhythm([(event.on, event.coach) for event in events if not event.ends], page.on),
    )


class _Happened:
    """Reads one employer's rows of a scope, for one person.

    Args:
        scope: the selection on the day.
        viewer: decides which keys are told.
        employer: the employer's code.
    """

    def __init__(self, scope: Scope, viewer: Viewer, employer: int) -> None:
        self._scope = scope
        self._viewer = viewer
        self._employer = employer
        world = scope.coded.world
        self._coach_of = dict(zip(world.clients["client_id"], scope.coded.clients.coach, strict=True))
        self._coach_ids: list[str] = world.coaches["coach_id"].tolist()
        self._coach_names: dict[str | None, str] = dict(
            zip(self._coach_ids, world.coaches["name"], strict=True)
        )

    def events(self) -> Iterator[Event]:
        """All events, in no order."""
        yield from self._contacts()
        yield from self._placements()
        yield from self._follow_ups()

    def _contacts(self) -> Iterator[Event]:
        coded = self._scope.coded
        rows = np.flatnonzero(self._scope.has_contact & (coded.contacts.employer == self._employer))
        for cell in _cells(coded.world.contacts, rows):
            client = text_or_none(cell("client_id"))
            yield Event(
                on=_day(cell("contacted_on")),
                group="contact",
                kind=str(cell("kind")),
                coach=self._coach(cell("coach_id")),
                client=self._told(client),
                about_client=client is not None,
                initiator=str(cell("initiated_by")),
            )

    def _placement_rows(self) -> Flags:
        rows = self._scope.coded.placements
        here: Flags = self._scope.has_placement & (rows.employer == self._employer) & (rows.kind != STUDIES)
        return here

    def _placements(self) -> Iterator[Event]:
        coded = self._scope.coded
        for cell in _cells(coded.world.placements, np.flatnonzero(self._placement_rows())):
            client = str(cell("client_id"))
            common: dict[str, Any] = {
                "group": "placement",
                "kind": str(cell("kind")),
                "coach": self._coach(cell("coach_id")),
                "client": self._told(client),
                "about_client": True,
                "occupation": _occupation(text_or_none(cell("occupation"))),
            }
            yield Event(on=_day(cell("started_on")), **common)
            ended = day_or_none(cell("ended_on"))
            # A study visit of one day has come and gone with its start.
            if ended is not None and ended <= self._scope.date and cell("kind") != "study_visit":
                expected = "unknown" if cell("kind") in TRIAL_KINDS else None
                outcome = text_or_none(cell("outcome")) or expected
                yield Event(on=ended, ends=True, outcome=outcome, **common)

    def _follow_ups(self) -> Iterator[Event]:
        coded = self._scope.coded
        follow_ups = coded.follow_ups
        here = self._placement_rows()[follow_ups.placement] & (follow_ups.done <= self._scope.on)
        rows = np.flatnonzero(here & self._scope.has_follow_up & follow_ups.meets_employer)
        clients = coded.world.placements["client_id"].array.take(follow_ups.placement[rows])
        for client, cell in zip(clients, _cells(coded.world.follow_ups, rows), strict=True):
            told = self._told(str(client))
            yield Event(
                on=_day(cell("done_on")),
                group="follow_up",
                kind=text_or_none(cell("mode")) or "",
                coach=self._coach(cell("coach_id")),
                client=told,
                about_client=True,
                party=text_or_none(cell("party")),
                assessment=text_or_none(cell("assessment")) if told else None,
            )

    def _told(self, client: str | None) -> str | None:
        """The key of a client, to a person who may see it."""
        if client is None:
            return None
        coach = int(self._coach_of[client])
        coach_id = None if coach == NOBODY else self._coach_ids[coach]
        return client if self._viewer.may_see_client(coach_id) else None

    def _coach(self, key: Any) -> str | None:
        return self._coach_names.get(text_or_none(key))


def _cells(frame: pd.DataFrame, rows: Any) -> Iterator[Callable[[str], Any]]:
    """For each of the rows, a way to its cells."""
    few = {name: frame[name].array.take(rows) for name in frame.columns}
    for at in range(len(rows)):
        yield lambda name, at=at: few[name][at]  # type: ignore[misc]  # the default binds this round's row


def _day(value: Any) -> dt.date:
    return pd.Timestamp(value).date()


def _occupation(code: str | None) -> str | None:
    return None if code is None else ssyk_title(code, "en" if language() == "en" else "sv") or code
