"""Setting an assumption on the page: who may, what is wrong with what was typed, and what came of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum

from dashboard.data.cost_assumptions import assumptions_history, mark_of, store_assumptions
from dashboard.data.edits import ChangedSince, Problem
from dashboard.data.full_disk import DiskFull
from dashboard.data.importer.identity import holds_identity_number
from dashboard.domain.assumption_catalogue import ASSUMED, Assumed, Estimate
from dashboard.domain.assumptions import LONGEST_SOURCE
from dashboard.domain.errors import DatabaseUnreachable, InvalidParameter
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.cost_page import require_manager
from dashboard.reports.cost_words import read_value, told_value
from dashboard.reports.writing import Answer, Sent

__all__ = ["Doing", "assumption_answer", "mark_of"]


class Doing(StrEnum):
    """What can be done to an assumption on the page."""

    SET = "assumption_set"
    RESET = "assumption_reset"
    BACK = "assumption_back"


NUMBERS = ("value", "low", "high")
FIELDS = (*NUMBERS, "dated", "source")
MOST_LETTERS = 1_000
"""What a field can send at all; a source that is too long for the table is told so in its form."""
LONGEST_NUMBER = 10


def assumption_answer(access: Access, sent: Sent, *, now: dt.datetime) -> Answer:
    """Do what the page asks with an assumption.

    Args:
        access: who asks.
        sent: `key` is the assumption's name; to set it back, the number of a change, a space and the name.
        now: the moment, with its zone.

    Raises:
        AccessDenied: when the person is no manager.
        InvalidParameter: when no form of ours sends such a thing.
    """
    require_manager(access)
    doing, assumed = Doing(sent.action), _assumed(sent.key)
    if sent.cells.keys() - set(FIELDS) or any(len(text) > MOST_LETTERS for text in sent.cells.values()):
        raise _wrong_kind()
    if doing is Doing.SET:
        problems = tuple(_problems(assumed, sent.cells))
        if problems:
            return Answer(_("Nothing was saved. Correct what is marked and save again."), problems=problems)
        return _store(access, assumed, _estimate(assumed, sent.cells), sent.seen, now)
    wanted = None if doing is Doing.RESET else _earlier(access, sent.key)
    return _store(access, assumed, wanted, sent.seen, now)


def _store(
    access: Access, assumed: Assumed, estimate: Estimate | None, seen: str, now: dt.datetime
) -> Answer:
    engine = access.store.engine
    try:
        outcome = store_assumptions(
            engine,
            {assumed.name: estimate},
            who=access.viewer.name,
            now=now,
            seen={assumed.name: seen},
        )
    except ChangedSince:
        return Answer(_who_changed(access, assumed))
    except (DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))
    if not outcome.changed:
        return Answer(_("Nothing was changed: it already is so."), done=True)
    if estimate is None:
        said = _("No longer set by the unit: {name}.").format(name=_(assumed.meaning))
    else:
        said = _("Saved: {name} is {value}.").format(
            name=_(assumed.meaning), value=told_value(assumed, estimate.value)
        )
    return Answer(said, done=True)


def _who_changed(access: Access, assumed: Assumed) -> str:
    change = next(one for one in assumptions_history(access.store.engine) if assumed.name in one.values)
    estimate = change.values[assumed.name]
    return _(
        "{who} changed it {moment}, to: {value}. Nothing was saved, and what you wrote stays here. "
        "Load the page again to see what is so now."
    ).format(
        who=change.by,
        moment=change.at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M"),
        value=_("no longer set") if estimate is None else told_value(assumed, estimate.value),
    )


def _assumed(key: str) -> Assumed:
    found = ASSUMED.get(key.rpartition(" ")[2])
    if found is None:
        raise _wrong_kind()
    return found


def _earlier(access: Access, key: str) -> Estimate | None:
    """What an assumption was set to by an earlier change."""
    number, _space, name = key.partition(" ")
    if not (number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER):
        raise _wrong_kind()
    for change in assumptions_history(access.store.engine):
        if change.number == int(number) and name in change.values:
            return change.values[name]
    raise _wrong_kind()


def _problems(assumed: Assumed, cells: Mapping[str, str]) -> Iterator[Problem]:
    numbers = {name: _number(assumed, cells, name) for name in NUMBERS}
    typed = [name for name in NUMBERS if name == "value" or cells.get(name, "").strip()]
    wrong = [problem for name in typed for problem in _number_problems(assumed, cells, name)]
    yield from wrong
    value, low, high = (numbers[name] for name in NUMBERS)
    if not wrong and value is not None and low is not None and high is not None:
        if low > value:
            yield _problem("low", _("The low is above the value."), _("Give the lowest it may well be."))
        if high < value:
            yield _problem("high", _("The high is below the value."), _("Give the highest it may well be."))
    if _day(cells) is None:
        yield _problem("dated", _("This is not a day."), _("Give the day it is true for."))
    yield from _source_problems(_source(cells))


def _number_problems(assumed: Assumed, cells: Mapping[str, str], name: str) -> Iterator[Problem]:
    number = _number(assumed, cells, name)
    lowest, highest = (told_value(assumed, limit) for limit in (assumed.lowest, assumed.highest))
    remedy = _("Write a number from {lowest} to {highest}.").format(lowest=lowest, highest=highest)
    if number is None:
        typed = cells.get(name, "").strip()
        said = _("“{value}” is not a number.").format(value=typed[:40]) if typed else _("A value is missing.")
        yield _problem(name, said, remedy)
    elif not assumed.lowest <= number <= assumed.highest:
        yield _problem(name, _("The number is out of range."), remedy)


def _source_problems(source: str) -> Iterator[Problem]:
    remedy = _("Say in at most {n} letters where the value comes from.").format(n=LONGEST_SOURCE)
    if not source:
        yield _problem("source", _("The source is missing."), remedy)
    elif len(source) > LONGEST_SOURCE:
        yield _problem("source", _("The source is too long."), remedy)
    elif holds_identity_number(source):
        yield _problem("source", _("It holds what looks like a personal identity number."), remedy)


def _estimate(assumed: Assumed, cells: Mapping[str, str]) -> Estimate:
    """What was typed, once nothing is wrong with it."""
    value, low, high = (_number(assumed, cells, name) for name in NUMBERS)
    dated = _day(cells)
    if value is None or low is None or high is None or dated is None:
        raise _wrong_kind()
    return Estimate(value, low, high, dated, _source(cells))


def _number(assumed: Assumed, cells: Mapping[str, str], name: str) -> float | None:
    """A number of the form; a low or high that is left empty is the value itself."""
    text = cells.get(name, "").strip() or cells.get("value", "")
    return read_value(assumed, text)


def _day(cells: Mapping[str, str]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(cells.get("dated", ""))
    except ValueError:
        return None


def _source(cells: Mapping[str, str]) -> str:
    return " ".join(cells.get("source", "").split())


def _problem(column: str, message: str, remedy: str) -> Problem:
    return Problem(column, message, remedy, "assumption")


def _wrong_kind() -> InvalidParameter:
    return InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
