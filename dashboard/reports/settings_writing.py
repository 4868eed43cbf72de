"""Setting what the unit decides, on the page: who may, what is wrong with what was typed, what came of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from dashboard.data.changes import Seen
from dashboard.data.edits import ChangedSince, Problem
from dashboard.data.full_disk import DiskFull
from dashboard.data.unit_settings import settings_history, store_settings, stored_settings
from dashboard.domain.definitions import Definitions
from dashboard.domain.errors import DatabaseUnreachable, InvalidParameter, SettingsError
from dashboard.domain.period import STOCKHOLM
from dashboard.domain.setting_catalogue import SETTINGS, Value, value_of
from dashboard.domain.setting_groups import Group, group_named
from dashboard.domain.setting_values import read_value, shown
from dashboard.domain.unit_settings import contradictions, definitions_of
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.setting_effect import settings_effect
from dashboard.reports.settings_page import require_keeper
from dashboard.reports.writing import Answer, Sent

MOST_LETTERS = 400
LONGEST_NUMBER = 10


class Doing(StrEnum):
    """What can be done to settings on the page."""

    SET = "settings_set"
    TRY = "settings_try"
    RESET = "settings_reset"
    BACK = "settings_back"


def settings_answer(access: Access, sent: Sent, *, now: dt.datetime, today: dt.date) -> Answer:
    """Do what the page asks with settings.

    Args:
        access: who asks.
        sent: `key` is the group; to reset, the setting; to set back, a change, a space and the setting.
        now: the moment, with its zone.
        today: the day whose figures tell what would change.

    Raises:
        AccessDenied: when the person looks after no settings.
        InvalidParameter: when no form of ours sends such a thing.
    """
    require_keeper(access)
    doing = Doing(sent.action)
    if doing in {Doing.SET, Doing.TRY}:
        return _group(access, doing, _group_of(sent), sent, now=now, today=today)
    name = sent.key.rpartition(" ")[2]
    if name not in SETTINGS:
        raise wrong_kind()
    value = None if doing is Doing.RESET else _earlier(access, sent.key)
    problems = _together(access, {name: value})
    if problems:
        return Answer(" ".join(f"{one.message} {one.remedy}" for one in problems))
    return _store(access, {name: value}, Seen((name,), sent.seen), now)


def _group(
    access: Access, doing: Doing, group: Group, sent: Sent, *, now: dt.datetime, today: dt.date
) -> Answer:
    values, problems = _read(group, sent.cells)
    problems = problems or _together(access, values)
    if problems:
        return Answer(_("Nothing was saved. Correct what is marked and save again."), problems=problems)
    if doing is Doing.TRY:
        return _tried(access, values, today)
    return _store(access, values, Seen(group.names, sent.seen), now)


def _read(group: Group, cells: Mapping[str, str]) -> tuple[dict[str, Value | None], tuple[Problem, ...]]:
    if cells.keys() - set(group.names) or any(len(text) > MOST_LETTERS for text in cells.values()):
        raise wrong_kind()
    values: dict[str, Value | None] = {}
    problems = []
    for name in group.names:
        try:
            values[name] = read_value(name, cells.get(name, ""), called=_("The value"))
        except SettingsError as error:
            problems.append(Problem(name, str(error), "", "setting"))
    return values, tuple(problems)


def _together(access: Access, values: Mapping[str, Value | None]) -> tuple[Problem, ...]:
    return tuple(_contradicting(_after(access, values), values))


def _contradicting(after: Definitions, values: Mapping[str, Value | None]) -> Iterator[Problem]:
    for found in contradictions(after):
        first = next((name for name in found.names if name in values), "")
        if found.total is not None:
            said = _("The weights must sum to 1, and they sum to {total}.").format(total=shown(found.total))
            yield Problem(first, said, _("Change another of them as much the other way."), "setting")
        else:
            low, high = found.names
            said = _("It must not be higher than “{other}”, which is {value}.")
            told = said.format(other=_(SETTINGS[high].meaning), value=shown(value_of(after, high)))
            yield Problem(low if low in values else first, told, "", "setting")


def _after(access: Access, values: Mapping[str, Value | None]) -> Definitions:
    """The definitions with some values set, whether they contradict each other or not."""
    stored: dict[str, Any] = {**stored_settings(access.store.engine), **values}
    known = {name: value for name, value in stored.items() if value is not None and name in SETTINGS}
    return definitions_of(known, together=False)


def _tried(access: Access, values: Mapping[str, Value | None], today: dt.date) -> Answer:
    moved = settings_effect(access, _after(access, values), today)
    if not moved:
        return Answer(
            _("None of the headline figures would change today. Nothing has been saved yet."), tried=("",)
        )
    line = _("{figure}: {before} → {after}")
    told = tuple(line.format(figure=one.name, before=one.before, after=one.after) for one in moved)
    return Answer(_("This would change, as of today. Nothing has been saved yet."), tried=told)


def _store(access: Access, values: Mapping[str, Value | None], seen: Seen, now: dt.datetime) -> Answer:
    try:
        outcome = store_settings(access.store.engine, values, who=access.viewer.name, now=now, seen=seen)
    except ChangedSince:
        return Answer(_who_changed(access, seen))
    except (SettingsError, DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))
    if not outcome.changed:
        return Answer(_("Nothing was changed: it already is so."), done=True)
    told = "; ".join(
        f"{_(SETTINGS[name].meaning)}: {shown(value_of(outcome.definitions, name))}"
        for name in outcome.changed
        if name in SETTINGS
    )
    return Answer(_("Saved. {what}.").format(what=told), done=True)


def _who_changed(access: Access, seen: Seen) -> str:
    changes = settings_history(access.store.engine)
    change = next((one for one in changes if one.values.keys() & set(seen.names)), None)
    return who_changed(change)


def who_changed(change: Any) -> str:
    """That somebody else has changed it since the page was shown; a change has who and when."""
    if change is None:
        return _("It has been changed since it was shown. Nothing was saved.")
    return _(
        "{who} changed this {moment}. Nothing was saved, and what you wrote stays here. "
        "Load the page again to see what is so now."
    ).format(who=change.by, moment=change.at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M"))


def _group_of(sent: Sent) -> Group:
    found = group_named(sent.key)
    if found is None:
        raise wrong_kind()
    return found


def _earlier(access: Access, key: str) -> Value | None:
    """What a setting was made by an earlier change."""
    number, _space, name = key.partition(" ")
    if not (number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER):
        raise wrong_kind()
    for change in settings_history(access.store.engine):
        if change.number == int(number) and name in change.values:
            return change.values[name]
    raise wrong_kind()


def wrong_kind() -> InvalidParameter:
    """What no form of ours sends."""
    return InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
