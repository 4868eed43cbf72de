"""Rows written in place: checked as an import checks them, on record, able to be taken back, never lost."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, delete, select, update

from dashboard.data.edits import (
    Action,
    Author,
    CannotTakeBack,
    ChangedSince,
    Edit,
    NotWritten,
)
from dashboard.data.engine import data_version, writing
from dashboard.data.import_undo import forget_old
from dashboard.data.in_place.quiet import read_quiet
from dashboard.data.in_place.take_back import take_back
from dashboard.data.in_place.write import write_edit
from dashboard.data.models import Contact, FollowUp, Writing
from dashboard.data.writable_rows import marks_of
from dashboard.data.writings import past_writings
from dashboard.i18n import use_language
from tests.builders import contact, follow_up, placement, stored, stored_tables
from tests.importer.helpers import dump

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=1)
TODAY = dt.date(2026, 11, 21)
ANNA, BO = Author(7, "Anna"), Author(8, "Bo")


@pytest.fixture
def unit(engine: Engine) -> Engine:
    """Anna's client at an employer, with one follow-up to do and a contact."""
    return with_unit(engine)


@pytest.fixture
def sqlite_unit(sqlite_engine: Engine) -> Engine:
    return with_unit(sqlite_engine)


def with_unit(engine: Engine) -> Engine:
    stored(
        engine,
        placement(placement_id="P1", started_on="2026-10-01"),
        follow_up("P1", "2026-11-20", party="client", follow_up_id="F1", minutes=20),
        contact(contact_id="X1"),
    )
    return engine


def write(engine: Engine, edit: Edit, author: Author = ANNA, now: dt.datetime = NOW):
    return write_edit(engine, edit, author, now=now, today=TODAY)


def done(engine: Engine, **cells: str) -> Edit:
    seen = marks_of(engine, "follow_ups", ["F1"])["F1"]
    given = {"done_on": "2026-11-21", "party": "both", "mode": "besök", **cells}
    return Edit(Action.FOLLOW_UP_DONE, "follow_ups", given, "F1", seen, needed=("done_on",))


def visit(**cells: str) -> Edit:
    given = {"employer_id": "E1", "coach_id": "A", "contacted_on": "2026-11-21", "kind": "visit", **cells}
    return Edit(Action.CONTACT_LOGGED, "contacts", given)


def quiet(**cells: str) -> Edit:
    given = {"employer_id": "E1", "from_on": "2026-11-21", "to_on": "2026-12-20", "reason": "workload"}
    return Edit(Action.QUIET_SET, "quiet_periods", given | cells)


def row(engine: Engine, table: str, key: str) -> dict[str, Any]:
    """The stored row whose key, in the first of its own columns, is this one."""
    name = {"follow_ups": "follow_up_id", "contacts": "contact_id"}[table]
    return next(one for one in stored_tables(engine)[table] if one[name] == key)


def problems(engine: Engine, edit: Edit) -> set[tuple[str, str]]:
    before = dump(engine, traces=True), data_version(engine)
    with pytest.raises(NotWritten) as caught:
        write(engine, edit)
    assert (dump(engine, traces=True), data_version(engine)) == before
    assert past_writings(engine, 10) == ((), 0)
    return {(one.column, one.code) for one in caught.value.problems}


def test_a_follow_up_marked_as_done_says_what_was_written_and_keeps_the_rest(unit: Engine) -> None:
    version = data_version(unit)

    saved = write(unit, done(unit, assessment="går bra"))

    found = row(unit, "follow_ups", "F1")
    assert (found["done_on"], found["party"], found["mode"]) == ("2026-11-21", "both", "visit")
    assert (found["assessment"], found["minutes"], found["planned_on"]) == ("on_track", 20, "2026-11-20")
    assert found["source"] == "i Brygga"
    assert data_version(unit) != version
    assert saved.warnings == ()
    (made,), total = past_writings(unit, 10)
    assert (made.who, made.user_id, made.at, made.action, made.key, total) == (
        "Anna", 7, NOW, "follow_up_done", "F1", 1,
    )  # fmt: skip


def test_taken_back_it_is_what_it_was_to_its_time_and_source(unit: Engine) -> None:
    before = dump(unit, traces=True)
    saved = write(unit, done(unit))
    assert dump(unit, traces=True) != before

    gone = take_back(unit, saved.written.number, who="Bo", now=LATER)

    assert dump(unit, traces=True) == before
    assert (gone.undone_by, gone.undone_at) == ("Bo", LATER)
    with pytest.raises(CannotTakeBack, match="Bo"):
        take_back(unit, saved.written.number, who="Anna", now=LATER)


def test_a_contact_and_a_planned_follow_up_are_new_rows_that_can_be_taken_back(sqlite_unit: Engine) -> None:
    before = dump(sqlite_unit, traces=True)
    plan = Edit(Action.FOLLOW_UP_PLANNED, "follow_ups", {"placement_id": "P1", "planned_on": "2026-12-24"})
    logged, planned = write(sqlite_unit, visit(client_id="K1")), write(sqlite_unit, plan)

    found = row(sqlite_unit, "contacts", logged.written.key)
    assert (found["kind"], found["initiated_by"], found["client_id"]) == ("visit", "unit", "K1")
    assert (found["own_id"], found["source"]) == (True, "i Brygga")
    assert row(sqlite_unit, "follow_ups", planned.written.key)["planned_on"] == "2026-12-24"

    for saved in (planned, logged):
        take_back(sqlite_unit, saved.written.number, who="Anna", now=LATER)
    assert dump(sqlite_unit, traces=True) == before


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"done_on": ""}, ("done_on", "required")),
        ({"done_on": "\u200b"}, ("done_on", "required")),
        ({"done_on": "#SAKNAS!"}, ("done_on", "required")),
        ({"done_on": "21/11 2026"}, ("done_on", "no_date")),
        ({"party": "grannen"}, ("party", "unknown_word")),
        ({"minutes": "1,5"}, ("minutes", "no_whole_number")),
        ({"minutes": "850709-9805"}, ("minutes", "identity_number")),
        ({"assessment": "8507099805"}, ("assessment", "identity_number")),
    ],
)
def test_what_a_file_may_not_say_nobody_writes(sqlite_unit: Engine, cells, found) -> None:
    assert problems(sqlite_unit, done(sqlite_unit, **cells)) == {found}


def test_references_are_checked_as_in_a_file(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, contact())
    wrong = visit(client_id="K99", coach_id="B")
    assert problems(sqlite_engine, wrong) == {
        ("client_id", "unknown_reference"),
        ("coach_id", "unknown_reference"),
    }
    assert problems(sqlite_engine, quiet(to_on="2026-11-20")) == {("to_on", "end_before_start")}
    assert problems(sqlite_engine, quiet(reason="\u200b")) == {("reason", "required")}
    assert problems(sqlite_engine, quiet(reason="Kalle är sjuk")) == {("reason", "unknown_word")}


def test_what_an_import_warns_of_is_written_and_told(sqlite_unit: Engine) -> None:
    saved = write(sqlite_unit, done(sqlite_unit, done_on="2026-11-22"))
    assert [(one.column, one.code) for one in saved.warnings] == [("done_on", "day_to_come")]


def test_what_cannot_be_seen_takes_nothing_away(sqlite_unit: Engine) -> None:
    write(sqlite_unit, done(sqlite_unit, minutes="\u200b", party="#SAKNAS!"))
    kept = row(sqlite_unit, "follow_ups", "F1")
    assert (kept["minutes"], kept["party"]) == (20, "client")


def test_a_form_that_is_sent_twice_adds_one_row(unit: Engine) -> None:
    write(unit, visit())
    with pytest.raises(ChangedSince, match="alldeles nyss"):
        write(unit, visit(), now=NOW + dt.timedelta(seconds=59))
    assert past_writings(unit, 10)[1] == 1

    write(unit, visit(), BO)
    write(unit, visit(kind="phone"))
    taken = write(unit, visit(), now=NOW + dt.timedelta(seconds=61))
    take_back(unit, taken.written.number, who="Anna", now=LATER)
    write(unit, visit(), now=NOW + dt.timedelta(seconds=62))
    assert past_writings(unit, 10)[1] == 5


def test_of_two_who_set_a_quiet_period_at_the_same_moment_one_is_told(unit: Engine) -> None:
    ready = Barrier(2)

    def save(author: Author) -> bool:
        ready.wait()
        try:
            write(unit, quiet(), author)
        except ChangedSince:
            return False
        return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(save, (ANNA, BO))) == [False, True]
    assert len(read_quiet(unit)) == 1


def test_the_second_of_two_is_told_who_was_first_and_nothing_is_overwritten(unit: Engine) -> None:
    annas, bos = done(unit, party="client"), done(unit, party="employer")
    write(unit, annas)
    before = dump(unit, traces=True)

    with pytest.raises(ChangedSince, match=r"Anna .* 2026-11-21 13:00"):
        write(unit, bos, BO, LATER)

    assert dump(unit, traces=True) == before
    assert row(unit, "follow_ups", "F1")["party"] == "client"


def test_of_two_who_save_at_the_same_moment_one_is_told(unit: Engine) -> None:
    edits = {ANNA: done(unit, party="client"), BO: done(unit, party="employer")}
    ready = Barrier(len(edits))

    def save(author: Author) -> bool:
        ready.wait()
        try:
            write(unit, edits[author], author)
        except ChangedSince:
            return False
        return True

    with ThreadPoolExecutor(len(edits)) as people:
        assert sorted(people.map(save, edits)) == [False, True]
    assert past_writings(unit, 10)[1] == 1


def test_a_row_that_an_import_has_changed_is_not_written_over_either(sqlite_unit: Engine) -> None:
    use_language("en")
    edit = done(sqlite_unit)
    with writing(sqlite_unit, "an import") as connection:
        connection.execute(update(FollowUp).values(minutes=45))
    with pytest.raises(ChangedSince, match="since the page was loaded"):
        write(sqlite_unit, edit)


def test_what_is_built_upon_is_taken_back_last(sqlite_unit: Engine) -> None:
    plan = Edit(Action.FOLLOW_UP_PLANNED, "follow_ups", {"placement_id": "P1", "planned_on": "2026-11-21"})
    planned = write(sqlite_unit, plan)
    key = planned.written.key
    mark = Edit(
        Action.FOLLOW_UP_DONE,
        "follow_ups",
        {"done_on": "2026-11-21"},
        key,
        marks_of(sqlite_unit, "follow_ups", [key])[key],
    )
    marked = write(sqlite_unit, mark, BO)

    with pytest.raises(CannotTakeBack, match="Bo"):
        take_back(sqlite_unit, planned.written.number, who="Anna", now=LATER)
    take_back(sqlite_unit, marked.written.number, who="Bo", now=LATER)
    take_back(sqlite_unit, planned.written.number, who="Anna", now=LATER)
    assert [one["follow_up_id"] for one in stored_tables(sqlite_unit)["follow_ups"]] == ["F1"]


def test_a_quiet_period_is_set_changed_ended_and_taken_back(engine: Engine) -> None:
    stored(engine, contact())
    write(engine, quiet())
    (period,) = read_quiet(engine)
    assert (period.employer_id, period.from_on, period.to_on) == (
        "E1", dt.date(2026, 11, 21), dt.date(2026, 12, 20),
    )  # fmt: skip
    assert [period.covers(dt.date(2026, 12, day)) for day in (20, 21)] == [True, False]

    ended = write(
        engine,
        Edit(Action.QUIET_CLEARED, "quiet_periods", {}, period.quiet_id, period.mark, removes=True),
    )
    assert read_quiet(engine) == ()
    take_back(engine, ended.written.number, who="Anna", now=LATER)
    assert read_quiet(engine) == (period,)


def test_what_takes_back_is_emptied_after_thirty_days(unit: Engine) -> None:
    saved = write(unit, done(unit))
    forget_old(unit, NOW + dt.timedelta(days=30))
    with unit.connect() as connection:
        assert connection.execute(select(Writing.before)).scalar_one()
    forget_old(unit, NOW + dt.timedelta(days=31))
    with unit.connect() as connection:
        assert connection.execute(select(Writing.before)).scalar_one() == []
        # What was written still holds against files for as long as the row is there.
        assert connection.execute(select(Writing.cells)).scalar_one()["done_on"] == "2026-11-21"
    with pytest.raises(CannotTakeBack, match="30 dagar"):
        take_back(unit, saved.written.number, who="Anna", now=NOW + dt.timedelta(days=31))


def test_of_a_row_that_is_gone_nothing_is_kept_after_thirty_days(unit: Engine) -> None:
    write(unit, visit(client_id="K1"))
    with writing(unit, "an import") as connection:
        connection.execute(delete(Contact).where(Contact.source == "i Brygga"))
    forget_old(unit, NOW + dt.timedelta(days=31))
    with unit.connect() as connection:
        assert connection.execute(select(Writing.cells)).scalar_one() == {}
