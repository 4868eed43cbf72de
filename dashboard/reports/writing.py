"""Writing in place: the one door that every form goes through. Who may write what is decided here."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.data.edits import (
    Action,
    Author,
    CannotTakeBack,
    ChangedSince,
    Edit,
    NotWritten,
    Problem,
)
from dashboard.data.full_disk import DiskFull
from dashboard.data.in_place.quiet import read_quiet
from dashboard.data.in_place.take_back import take_back
from dashboard.data.in_place.write import write_edit
from dashboard.data.writings import Written, one_writing
from dashboard.domain.access import Role
from dashboard.domain.errors import AccessDenied, DatabaseUnreachable, InvalidParameter, NotFound
from dashboard.i18n import _, day
from dashboard.reports.access import Access
from dashboard.reports.pace import may_write_more, too_much
from dashboard.reports.writable import (
    denied,
    may_write_about,
    require_staff,
    writable_follow_up,
    writable_placement,
)
from dashboard.words import word

__all__ = ["Action", "Answer", "Asked", "Problem", "Sent", "answer_to", "take_back_written", "write_in_place"]

MOST_LETTERS = 200
LONGEST_NUMBER = 10
TAKE_BACK = "take_back"
FIELDS: Mapping[Action, tuple[str, ...]] = {
    Action.FOLLOW_UP_DONE: ("done_on", "party", "mode", "minutes", "assessment"),
    Action.FOLLOW_UP_PLANNED: ("planned_on", "party", "mode"),
    Action.FOLLOW_UP_CANCELLED: (),
    Action.CONTACT_LOGGED: ("contacted_on", "kind", "initiated_by", "client_id", "coach_id"),
    Action.QUIET_SET: ("from_on", "to_on", "reason"),
    Action.QUIET_CLEARED: (),
}
"""What each form asks for, in its order; nothing else can be written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form sends.

    Attributes:
        action: a key of Action.
        key: the row it is about: a follow-up to mark, a placement to plan for, an employer otherwise.
        seen: what the row was known by when it was shown; empty for a new row.
        cells: the form's values as texts.
    """

    action: str
    key: str
    seen: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sent:
    """What the browser sends: what is asked, and the form that it is answered in.

    Attributes:
        form: the form's id.
        action: a key of Action, or TAKE_BACK.
        key: as in `Asked`; for TAKE_BACK, the number.
        seen: as in `Asked`.
        cells: as in `Asked`.
    """

    form: str
    action: str
    key: str
    seen: str = ""
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it, in the reader's language.

    Attributes:
        sentence: what was done, or why nothing was.
        done: whether anything was written or taken back.
        number: what it can be taken back by; None when nothing can.
        problems: what is wrong or odd, by field.
        tried: what would change, line by line, where somebody only wanted to know; empty otherwise.
    """

    sentence: str
    done: bool = False
    number: int | None = None
    problems: tuple[Problem, ...] = ()
    tried: tuple[str, ...] = ()

    def for_form(self, sent: Sent) -> dict[str, Any]:
        """What the form needs to show it, as JSON."""
        problems = [{"column": one.column, "text": f"{one.message} {one.remedy}"} for one in self.problems]
        told = {"form": sent.form, "done": self.done, "sentence": self.sentence, "problems": problems}
        return {**told, "tried": [*self.tried]} if self.tried else told


def answer_to(access: Access, sent: Sent, *, now: dt.datetime, today: dt.date) -> Answer:
    """What comes of what a browser sends: as `write_in_place` and `take_back_written`."""
    if sent.action != TAKE_BACK:
        return write_in_place(
            access, Asked(sent.action, sent.key, sent.seen, sent.cells), now=now, today=today
        )
    if not (sent.key.isascii() and sent.key.isdigit() and len(sent.key) < LONGEST_NUMBER):
        raise InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
    return take_back_written(access, int(sent.key), now=now)


def write_in_place(access: Access, asked: Asked, *, now: dt.datetime, today: dt.date) -> Answer:
    """Write what a form sends, if it is right and the person may.

    Args:
        access: who writes.
        asked: what.
        now: the moment, with its zone.
        today: the day.

    Returns:
        What was done; or, when nothing was, why, and what to correct.

    Raises:
        AccessDenied: when the person may not write that.
        NotFound: when the row is not there.
        InvalidParameter: when no form of ours sends such a thing.
    """
    require_staff(access)
    make = _EDITS[_action(asked)]
    if not may_write_more(access, now):
        return Answer(too_much())
    author = Author(access.viewer.user_id, access.viewer.name)
    try:
        edit = make(access, asked, today)
        saved = write_edit(access.store.engine, edit, author, now=now, today=today)
    except NotWritten as error:
        return Answer(str(error), problems=error.problems)
    except (ChangedSince, DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))
    return Answer(said_of(saved.written), True, saved.written.number, saved.warnings)


def take_back_written(access: Access, number: int, *, now: dt.datetime) -> Answer:
    """Take back what was written: one's own, and for a manager anybody's.

    Raises:
        AccessDenied: when the person may not.
    """
    require_staff(access)
    written = one_writing(access.store.engine, number)
    if written is None or not may_take_back(access, written):
        raise denied()
    try:
        gone = take_back(access.store.engine, number, who=access.viewer.name, now=now)
    except (CannotTakeBack, DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))
    said = _("Taken back: {what}. It is as it was before.").format(what=word("written", gone.action))
    return Answer(said, True)


def may_take_back(access: Access, written: Written) -> bool:
    """Whether the person may take this back: her own about her own clients; a manager everything."""
    if access.viewer.role is Role.MANAGER:
        return True
    if access.viewer.role is not Role.COACH or written.user_id != access.viewer.user_id:
        return False
    world = access.store.world()
    clients: list[str] = []
    if written.table == "follow_ups":
        placements = world.follow_ups["placement_id"][world.follow_ups["follow_up_id"] == written.key]
        clients = world.placements["client_id"][world.placements["placement_id"].isin(placements)].tolist()
    elif written.cells.get("client_id"):
        clients = [written.cells["client_id"]]
    return all(may_write_about(access, client) for client in clients)


def said_of(written: Written) -> str:
    """What was done, as the confirmation says it."""
    days = [dt.date.fromisoformat(written.cells[name]) for name in _DAYS if written.cells.get(name)]
    said = word("written", written.action)
    return f"{said}: {'–'.join(map(day, days))}." if days else f"{said}."


_DAYS = ("contacted_on", "done_on", "planned_on", "from_on", "to_on")


def _action(asked: Asked) -> Action:
    if asked.action not in set(Action):
        raise InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
    action = Action(asked.action)
    too_long = any(len(text) > MOST_LETTERS for text in asked.cells.values())
    if too_long or asked.cells.keys() - set(FIELDS[action]):
        raise InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
    return action


def _mark_done(access: Access, asked: Asked, _today: dt.date) -> Edit:
    found = writable_follow_up(access, asked.key)
    return Edit(
        Action.FOLLOW_UP_DONE, "follow_ups", asked.cells, found.follow_up_id, asked.seen, needed=("done_on",)
    )


def _cancel(access: Access, asked: Asked, _today: dt.date) -> Edit:
    found = writable_follow_up(access, asked.key)
    return Edit(Action.FOLLOW_UP_CANCELLED, "follow_ups", {"cancelled": "ja"}, found.follow_up_id, asked.seen)


def _plan(access: Access, asked: Asked, _today: dt.date) -> Edit:
    found = writable_placement(access, asked.key)
    cells = {**asked.cells, "placement_id": found.placement_id}
    return Edit(Action.FOLLOW_UP_PLANNED, "follow_ups", cells)


def _log_contact(access: Access, asked: Asked, _today: dt.date) -> Edit:
    _require_employer(access, asked.key)
    cells = {**asked.cells, "employer_id": asked.key}
    if access.viewer.role is not Role.MANAGER:
        own = access.viewer.coach_id or ""
        if not own or cells.get("coach_id", own) != own:
            raise AccessDenied(_("You log contacts as yourself."))
        cells["coach_id"] = own
        client = cells.get("client_id", "").strip()
        if client and not may_write_about(access, client):
            raise denied()
    return Edit(Action.CONTACT_LOGGED, "contacts", cells)


def _set_quiet(access: Access, asked: Asked, _today: dt.date) -> Edit:
    """A new quiet period; with a mark, the one that was shown is changed."""
    _require_employer(access, asked.key)
    cells = {**asked.cells, "employer_id": asked.key}
    if asked.seen:
        return Edit(Action.QUIET_SET, "quiet_periods", cells, *_shown_quiet(access, asked))
    return Edit(Action.QUIET_SET, "quiet_periods", cells)


def _clear_quiet(access: Access, asked: Asked, _today: dt.date) -> Edit:
    _require_employer(access, asked.key)
    return Edit(Action.QUIET_CLEARED, "quiet_periods", {}, *_shown_quiet(access, asked), removes=True)


def _shown_quiet(access: Access, asked: Asked) -> tuple[str, str]:
    """Key and mark of the quiet period that the form showed: `seen` holds both."""
    key, _space, mark = asked.seen.partition(" ")
    known = {one.quiet_id: one for one in read_quiet(access.store.engine)}
    if not key or not mark or (key in known and known[key].employer_id != asked.key):
        raise InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
    return key, mark


def _require_employer(access: Access, key: str) -> None:
    if not bool((access.store.world().employers["employer_id"] == key).any()):
        raise NotFound(_("There is no employer with the key “{key}”.").format(key=key[:40]))


_EDITS: Mapping[Action, Callable[[Access, Asked, dt.date], Edit]] = {
    Action.FOLLOW_UP_DONE: _mark_done,
    Action.FOLLOW_UP_PLANNED: _plan,
    Action.FOLLOW_UP_CANCELLED: _cancel,
    Action.CONTACT_LOGGED: _log_contact,
    Action.QUIET_SET: _set_quiet,
    Action.QUIET_CLEARED: _clear_quiet,
}
