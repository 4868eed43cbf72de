"""Saving, using and removing a set of assumptions on the page."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from dashboard.data.cost_assumptions import mark_of, read_assumptions, store_assumptions
from dashboard.data.cost_scenarios import Scenario, add_scenario, read_scenarios, remove_scenario
from dashboard.data.edits import ChangedSince, Problem
from dashboard.data.full_disk import DiskFull
from dashboard.data.importer.identity import holds_identity_number
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.assumptions import Assumptions
from dashboard.domain.errors import DatabaseUnreachable, InvalidParameter
from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.cost_page import require_manager
from dashboard.reports.cost_scenarios import MOST_SCENARIOS
from dashboard.reports.cost_words import read_value, told_value, typed_value
from dashboard.reports.writing import Answer, Sent

LONGEST_NAME, MOST_LETTERS, LONGEST_NUMBER = 60, 200, 10


class ScenarioDoing(StrEnum):
    """What can be done to a set of assumptions."""

    SAVE = "scenario_save"
    USE = "scenario_use"
    REMOVE = "scenario_remove"


def scenario_answer(access: Access, sent: Sent, *, now: dt.datetime) -> Answer:
    """Do what the page asks.

    Args:
        access: who asks.
        sent: to save, `cells` hold the name and a value an assumption; else `key` is the set's number, and
            `seen` the version of the assumptions in force when it was shown.
        now: the moment, with its zone.

    Raises:
        AccessDenied: when the person is no manager.
        InvalidParameter: when no form of ours sends such a thing.
    """
    require_manager(access)
    doing = ScenarioDoing(sent.action)
    too_long = any(len(text) > MOST_LETTERS for text in sent.cells.values())
    if sent.cells.keys() - {"name", *ASSUMED} or too_long:
        raise _wrong_kind()
    try:
        return _DOES[doing](access, sent, now)
    except (DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))


def _save(access: Access, sent: Sent, now: dt.datetime) -> Answer:
    engine = access.store.engine
    name = " ".join(sent.cells.get("name", "").split())
    problems = (*_name_problems(name), *_value_problems(sent.cells))
    if problems:
        return Answer(_("Nothing was saved. Correct what is marked and save again."), problems=problems)
    if len(read_scenarios(engine)) >= MOST_SCENARIOS:
        told = _("There are {n} scenarios, and more do not fit beside each other. Remove one first.")
        return Answer(told.format(n=number(MOST_SCENARIOS)))
    estimates = _estimates(read_assumptions(engine), sent.cells, name, now.date())
    if not add_scenario(engine, name, estimates, who=access.viewer.name, now=now):
        taken = Problem("name", _("The name is taken."), _("Give it another one."), "scenario")
        return Answer(_("Nothing was saved. Correct what is marked and save again."), problems=(taken,))
    return Answer(_("Saved: the scenario {name}.").format(name=name), done=True)


def _use(access: Access, sent: Sent, now: dt.datetime) -> Answer:
    """Everything becomes as the set has it: what it leaves empty becomes empty."""
    engine, wanted = access.store.engine, _wanted(access, sent.key)
    own = read_assumptions(engine)
    if own.version != sent.seen:
        return Answer(_changed())
    values = {name: wanted.estimates.get(name) for name in {*own.own, *wanted.estimates}}
    seen = {name: mark_of(own.own.get(name)) for name in values}
    try:
        outcome = store_assumptions(engine, values, who=access.viewer.name, now=now, seen=seen)
    except ChangedSince:
        return Answer(_changed())
    if not outcome.changed:
        return Answer(_("Nothing was changed: it already is so."), done=True)
    return Answer(
        _("The unit's own assumptions are now those of {name}.").format(name=wanted.name), done=True
    )


def _remove(access: Access, sent: Sent, _now: dt.datetime) -> Answer:
    wanted = _wanted(access, sent.key)
    remove_scenario(access.store.engine, wanted.number)
    return Answer(_("Removed: the scenario {name}.").format(name=wanted.name), done=True)


_DOES: Mapping[ScenarioDoing, Callable[[Access, Sent, dt.datetime], Answer]] = {
    ScenarioDoing.SAVE: _save,
    ScenarioDoing.USE: _use,
    ScenarioDoing.REMOVE: _remove,
}


def _wanted(access: Access, key: str) -> Scenario:
    if not (key.isascii() and key.isdigit() and len(key) < LONGEST_NUMBER):
        raise _wrong_kind()
    found = [one for one in read_scenarios(access.store.engine) if one.number == int(key)]
    if not found:
        raise InvalidParameter(_("There is no such scenario. It may have been removed already."))
    return found[0]


def _estimates(now: Assumptions, cells: Mapping[str, str], name: str, today: dt.date) -> dict[str, Estimate]:
    """What is typed; a value that was left as it is keeps its range, its day and its source."""
    found = {}
    for key, assumed in ASSUMED.items():
        estimate, typed = now.of(key), cells.get(key, "").strip()
        value = read_value(assumed, typed) if typed else None
        if value is None:
            continue
        if estimate is not None and typed == typed_value(assumed, estimate.value):
            found[key] = estimate
        else:
            ends = [value, *([] if estimate is None else [estimate.low, estimate.high])]
            source = _("the scenario {name}").format(name=name)
            found[key] = Estimate(value, min(ends), max(ends), today, source)
    # What Brygga offers as an example is nothing that the unit has set.
    return {key: one for key, one in found.items() if one != ASSUMED[key].example}


def _name_problems(name: str) -> Iterator[Problem]:
    remedy = _("Give it a name of 1 to {n} letters.").format(n=number(LONGEST_NAME))
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        yield Problem("name", _("The name will not do."), remedy, "scenario")
    elif holds_identity_number(name):
        said = _("It holds what looks like a personal identity number.")
        yield Problem("name", said, remedy, "scenario")


def _value_problems(cells: Mapping[str, str]) -> Iterator[Problem]:
    for key, assumed in ASSUMED.items():
        typed = cells.get(key, "").strip()
        value = read_value(assumed, typed) if typed else None
        if typed and (value is None or not assumed.lowest <= value <= assumed.highest):
            remedy = _("Write a number from {lowest} to {highest}.").format(
                lowest=told_value(assumed, assumed.lowest), highest=told_value(assumed, assumed.highest)
            )
            said = _("“{value}” is not a number.") if value is None else _("The number is out of range.")
            yield Problem(key, said.format(value=typed[:40]), remedy, "scenario")


def _changed() -> str:
    return _("The assumptions have been changed since they were shown. Load the page again.")


def _wrong_kind() -> InvalidParameter:
    return InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
