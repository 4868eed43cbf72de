"""A person's follow-ups as a calendar file: keys and employers, and no client's name.

There are no times of day in the data, so everything is an all-day event on its day in Stockholm.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from icalendar import Calendar, Event

from dashboard import __version__
from dashboard.analysis.coded import NEVER, TRIALS
from dashboard.data.access_log import log_opening
from dashboard.data.calendar_feeds import feed_made_at, find_feed, make_feed, withdraw_feed
from dashboard.domain.access import STAFF, Role
from dashboard.domain.errors import AccessDenied
from dashboard.domain.period import STOCKHOLM, today
from dashboard.i18n import _, in_language, in_wording, language
from dashboard.reports.access import Access, Store
from dashboard.reports.follow_ground import FollowGround, follow_ground
from dashboard.reports.follow_list import all_rows, day_of
from dashboard.reports.state import PageState
from dashboard.words import word

STATES = ("overdue", "due", "planned")
"""The open follow-ups that stand in a calendar; a lapsed one is nothing to go to."""
EVERY_HOURS = 6
"""How often a calendar is asked to fetch its copy anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One all-day event.

    Attributes:
        uid: the same for the same thing every time the file is made, whatever else changes.
        on: its day.
        title: what it is, with whom and where.
        text: what else there is to know.
        place: the employer; empty for studies.
    """

    uid: str
    on: dt.date
    title: str
    text: str
    place: str


def may_have_feed(access: Access) -> bool:
    """Whether the person can have a calendar address: a coach with a key of her own, or a manager."""
    viewer = access.viewer
    return viewer.role in STAFF and (viewer.role is Role.MANAGER or viewer.coach_id is not None)


def feed_since(access: Access) -> dt.date | None:
    """The day in Stockholm on which the person's address was made; None without one."""
    made = feed_made_at(access.store.engine, access.viewer.user_id)
    return None if made is None else made.astimezone(STOCKHOLM).date()


def new_feed(access: Access) -> str:
    """Make the person an address of her own, and give its secret, which is not told again.

    Raises:
        AccessDenied: when she cannot have one.
    """
    if not may_have_feed(access):
        raise AccessDenied(_("Only coaches and managers can have a calendar address."))
    engine, now = access.store.engine, dt.datetime.now(dt.UTC)
    secret = make_feed(engine, access.viewer.user_id, language(), now)
    log_opening(engine, access.viewer, "calendar", "", now)
    return secret


def no_feed(access: Access) -> bool:
    """Withdraw the person's address; whether she had one."""
    engine, had = access.store.engine, withdraw_feed(access.store.engine, access.viewer.user_id)
    if had:
        log_opening(engine, access.viewer, "no_calendar", "", dt.datetime.now(dt.UTC))
    return had


def feed_file(store: Store, secret: str, query: str, *, demo_allowed: bool) -> bytes | None:
    """The calendar file of a secret; None when the secret opens nothing.

    Args:
        store: the data.
        secret: what the address holds.
        query: what narrows it to some units, as in the address of a page.
        demo_allowed: whether demo accounts may be used here.
    """
    found = find_feed(store.engine, secret, demo_allowed=demo_allowed)
    if found is None:
        return None
    access = Access(found.viewer, store).pinned()
    if not may_have_feed(access):
        return None
    asked = PageState.parse(query).checked(access.store.world())
    with in_language(found.language), in_wording(store.wording()):
        return calendar_file(access, PageState(units=asked.units, programme=asked.programme, day=today()))


def calendar_file(access: Access, state: PageState) -> bytes:
    """The person's planned and due follow-ups, and the planned ends of trials, as a calendar file."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Brygga//Brygga {__version__}//{language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _name(access))
    calendar.add("x-wr-timezone", STOCKHOLM.key)
    calendar.add("refresh-interval", dt.timedelta(hours=EVERY_HOURS), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{EVERY_HOURS}H")
    stamp = dt.datetime.combine(state.on, dt.time(), dt.UTC)
    for entry in entries(access, state):
        calendar.add_component(_event(entry, stamp))
    written: bytes = calendar.to_ical()
    return written


def entries(access: Access, state: PageState) -> tuple[Entry, ...]:
    """What stands in the calendar, by day: of a coach her own, of a manager everybody's in the selection."""
    own = access.viewer.coach_id if access.viewer.role is Role.COACH else None
    page = follow_ground(access, state.replace(coach=own))
    found = [*_follow_ups(page), *_ends(page)]
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.uid)))


def _name(access: Access) -> str:
    if access.viewer.role is Role.COACH:
        return _("Brygga: my follow-ups")
    return _("Brygga: the unit's follow-ups")


def _event(entry: Entry, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + dt.timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.text)
    # It takes no time of the day: the person is not shown as busy.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    return event


def _follow_ups(page: FollowGround) -> Iterator[Entry]:
    for row in all_rows(page):
        planned = day_of(row["planned_on"])
        if row["state"] in STATES and planned is not None:
            yield Entry(
                uid=_uid("follow-up", row["follow_up_id"]),
                on=planned,
                title=_title(_what(row), row["client"], row["employer"]),
                text=_text(page, word("placement_kind", row["kind"]), row["coach"]),
                place=_held(row["employer"]),
            )


def _what(row: Any) -> str:
    if row["party"] == "three_party":
        return _("Three-party meeting")
    if not _held(row["party"]):
        return _("Follow-up")
    return _("Follow-up {party}").format(party=word("party", row["party"]))


def _ends(page: FollowGround) -> Iterator[Entry]:
    """The planned ends of the trials that run, today's and later ones."""
    basis, world = page.ground.basis, page.ground.scope.coded.world
    spells, placed = basis.spells, page.ground.scope.coded.placements
    last = spells.last_row
    wanted = basis.spell_runs & np.isin(spells.kind, TRIALS) & page.ground.sees[spells.client]
    wanted &= (placed.planned_end[last] >= basis.on) & (placed.planned_end[last] < NEVER)
    if page.page.coach is not None:
        wanted &= np.append(page.coach_ids.to_numpy() == page.page.coach, False)[placed.coach[last]]
    for row in last[wanted]:
        placement = world.placements.iloc[row]
        employer, coach = placed.employer[row], placed.coach[row]
        name = "" if employer < 0 else str(world.employers["name"].iloc[employer])
        kind = word("placement_kind", placement["kind"])
        yield Entry(
            uid=_uid("planned-end", placement["placement_id"]),
            on=placement["planned_end_on"].date(),
            title=_title(_("{kind} ends as planned").format(kind=kind), placement["client_id"], name),
            text=_text(page, kind, "" if coach < 0 else page.name(coach)),
            place=name,
        )


def _title(what: str, client: str, employer: Any) -> str:
    if not _held(employer):
        return _("{what}: {client}").format(what=what, client=client)
    return _("{what}: {client}, {employer}").format(what=what, client=client, employer=employer)


def _text(page: FollowGround, kind: str, coach: Any) -> str:
    if page.page.coach is not None or not _held(coach):
        return kind
    return _("{kind}. Coach: {coach}").format(kind=kind, coach=coach)


def _held(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _uid(what: str, key: str) -> str:
    return f"{what}-{hashlib.sha256(f'{what} {key}'.encode()).hexdigest()[:32]}@brygga"
