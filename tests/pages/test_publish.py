"""What is made public is what the report says, without what would tell of somebody, and nothing else."""

import datetime as dt
import json
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Engine, insert, select, update

from dashboard.analysis.disclosure import protect
from dashboard.data.engine import writing
from dashboard.data.models import Client, PublicationDraft, PublicationRecord
from dashboard.data.publication_records import private_parts, records
from dashboard.data.publications import history, read_current
from dashboard.data.unit_settings import store_settings
from dashboard.domain.access import Role
from dashboard.domain.disclosure import System
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.domain.period import Period
from dashboard.domain.publication import TABLES, Publication
from dashboard.i18n import use_language
from dashboard.reports import publish_audit
from dashboard.reports.access import Access, Store
from dashboard.reports.publish_audit import audit, require_choice
from dashboard.reports.publish_blocks import Group, coarsened
from dashboard.reports.publish_desk import PublishDesk
from dashboard.reports.publish_earlier import earlier_of
from dashboard.reports.publish_material import Material, material
from dashboard.reports.publish_words import verdict_told
from dashboard.reports.report_input import report_input
from dashboard.reports.report_json import report
from tests.builders import stored
from tests.publish_world import FIRST, KEY, LAST, NOW, choice, everything, manager

FEW = {"tables": ("people", "rungs"), "targets": False}
PERIODS = ("2025-07-01 2025-12-31", "2025-07-01 2026-06-30", "2024-01-01 2026-06-30")


def desk_at(store: Store, now: dt.datetime = NOW) -> PublishDesk:
    return PublishDesk(store, lambda: now)


def audited(desk: PublishDesk, access: Access, **changed: object) -> str:
    """Begin, wait, and give the draft's name."""
    desk.begin(access, choice(**(FEW | changed)))
    desk.wait()
    draft = desk.draft(access)
    assert draft is not None
    assert draft.state == "ready", (draft.sentence, draft.outcome and draft.outcome.verdict)
    return draft.draft_id


def published(store: Store, access: Access, **changed: object) -> Publication:
    desk = desk_at(store)
    assert desk.publish(access, audited(desk, access, **changed)) is not None
    found = read_current(store.public)
    assert found is not None
    return found


@pytest.fixture
def store(engine: Engine, tmp_path: Path) -> Store:
    """The unit of `tests/publish_world.py`."""
    stored(engine, *everything())
    return Store(engine, tmp_path / "own", tmp_path / "open" / "public.db")


@pytest.fixture
def small(sqlite_engine: Engine, tmp_path: Path) -> Store:
    """The same on SQLite alone, where the database does not matter."""
    stored(sqlite_engine, *everything())
    return Store(sqlite_engine, tmp_path / "own", tmp_path / "open" / "public.db")


@pytest.fixture
def maja(small: Store) -> Access:
    return manager(small.engine, small)


def demo_material(access: Access, days: str) -> tuple[Material, Period]:
    first, last = map(dt.date.fromisoformat, days.split())
    period = Period(first, last)
    return material(
        report_input(access, last, period, (), None), choice(first=first, last=last), b"salt"
    ), period


@pytest.mark.parametrize("days", PERIODS)
def test_every_count_is_the_report_s(demo_access: Access, days: str) -> None:
    found, period = demo_material(demo_access, days)
    value = {count.key: count.value for count in found.block.counts}
    said = report(demo_access, period.last, period)
    clients, trials = said["clients"], said["trials"]
    for key in (
        "served",
        "active",
        "enrolled",
        "closed",
        "to_work",
        "to_studies",
        "to_work_or_studies",
        "in_work",
    ):
        assert value[f"people.{key}"] == clients[key], key
    assert {key: value[f"steps.{key}"] for key in clients["by_step"]} == clients["by_step"]
    assert {key: value[f"trials.{key}"] for key in trials["by_outcome"]} == trials["by_outcome"]
    assert value["trials.completed"] == trials["completed"]
    assert (value["trials.success"], value["trials.known"]) == (
        trials["success"]["n"],
        trials["success"]["of"],
    )
    assert value["trials.interrupted"] == trials["interrupted"]["n"]
    for days_kept, kept in said["employments"]["retention"].items():
        assert value[f"retention.{days_kept}"] == kept["at_risk"]
    assert {key: value[f"rungs.{key}"] for key in said["employers"]["by_ladder"]} == said["employers"][
        "by_ladder"
    ]
    assert sum(n for key, n in value.items() if key.startswith("areas.")) == said["employers"]["total"]
    assert sum(value[f"gender.{key}"] for key in ("woman", "man", "other")) == clients["served"]
    (halves,) = (table for table in found.block.tables if table.key == "half_years")
    for half, count in halves.cells:
        year, _dash, which = half.partition("-")
        ends = ("01-01", "06-30") if which == "1" else ("07-01", "12-31")
        one = Period(*(dt.date.fromisoformat(f"{year}-{end}") for end in ends))
        assert value[count] == report(demo_access, period.last, one)["clients"]["to_work_or_studies"], half


@pytest.mark.parametrize("days", PERIODS)
def test_what_readers_can_work_out_is_declared_and_true(demo_access: Access, days: str) -> None:
    system = demo_material(demo_access, days)[0].system
    by_key = {count.key: count for count in system.counts}
    for one in system.sums:
        assert by_key[one.total].value == sum(by_key[part].value for part in one.parts), one
    for within in system.withins:
        assert by_key[within.part].members <= by_key[within.whole].members, within
    totals = {one.total for one in system.sums}
    assert totals >= {
        "people.active",
        "people.served",
        "people.to_work_or_studies",
        "trials.completed",
        "trials.known",
        "trials.success",
        "employer_kinds.total",
    }
    for key in ("steps", "gender", "trials", "gender_results"):
        shown = {count for table in demo_tables(demo_access, days) if table[0] == key for count in table[1]}
        nobody = {count for count in shown if by_key[count].value == 0 and count.endswith(".other")}
        assert any(shown <= set(one.parts) | nobody for one in system.sums), key


def demo_tables(access: Access, days: str) -> list[tuple[str, list[str]]]:
    found = demo_material(access, days)[0].block.tables
    return [(table.key, [count for _cell, count in table.cells]) for table in found]


def test_the_small_are_put_together_before_anything_is_hidden() -> None:
    clients = np.array([*range(20), *range(20, 27), 30, 31, 31, 32, 33])
    groups = {
        "large": Group("large", np.arange(20)),
        "middle": Group("middle", np.arange(20, 27)),
        "few": Group("few", np.array([27, 28])),
        "one": Group("one", np.array([29, 30, 31])),
        "none": Group("none", np.array([], dtype=np.int64)),
    }
    kept = coarsened(groups, clients, 5)
    # 30, 31, 31, 32, 33 are five rows of four people: the next smallest joins them.
    assert {key: len(rows) for key, rows in kept.items()} == {"large": 20, "others": 12}
    # Twenty rows at two employers would tell what happened at one of them, to the other.
    few = groups | {"large": Group("large", np.arange(20), employers=2)}
    assert "large" not in coarsened(few, clients, 5)


def test_a_publication_is_made_kept_shown_and_withdrawn(store: Store) -> None:
    maja = manager(store.engine, store)
    desk = desk_at(store)
    draft = audited(desk, maja)
    assert read_current(store.public) is None
    record = desk.publish(maja, draft)
    assert record is not None
    assert desk.publish(maja, draft) is None  # a second click
    shown = read_current(store.public)
    assert shown is not None
    assert (shown.unit, shown.published_on, [table.key for table in shown.tables]) == (
        "Solrosen",
        NOW.date(),
        ["people", "rungs"],
    )
    assert (record.published_by, record.published_at, record.digest) == (
        "Maja",
        NOW,
        history(store.public)[0].digest,
    )
    assert desk.history(maja) == (record,)
    with pytest.raises(InvalidParameter):
        desk.withdraw(maja, record.key, "  ")
    assert desk.withdraw(maja, record.key, "Fel period")
    assert not desk.withdraw(maja, record.key, "Fel period")
    assert read_current(store.public) is None
    (kept,) = records(store.engine)
    assert (kept.withdrawn_by, kept.withdrawn_why, kept.withdrawn_at) == ("Maja", "Fel period", NOW)


def test_only_what_is_protected_is_in_the_open_file(small: Store, maja: Access) -> None:
    shown = published(small, maja, tables=TABLES, targets=True)
    assert [table.key for table in shown.tables] == list(TABLES)
    content = small.public.read_bytes() + small.public.with_name("public.db.pub").read_bytes()
    for secret in (KEY[:6], "C-ANNA", "Hemliga", "A-0", "A-1", "Maja"):
        assert secret.encode() not in content, secret
    private = private_parts(small.engine, demo=False)[0]
    exact = {one["key"]: one for one in private.values["system"]["counts"]}
    assert all(member.encode() not in content for one in exact.values() for member in one["members"])
    hidden = [(table.key, cell.key) for table in shown.tables for cell in table.cells if cell.sign == ".."]
    assert hidden
    for name, key in hidden:
        written = f'"count":{exact[f"{name}.{key}"]["value"]},"key":"{key}"'
        assert written.encode() not in content, (name, key)
    for table in shown.tables:
        for cell in table.cells:
            one = exact.get(f"{table.key}.{cell.key}")
            if one is not None and one["members"] and cell.count is not None:
                assert cell.count == one["value"]
                assert len(one["members"]) >= 5, (table.key, cell.key)
    with closing(sqlite3.connect(small.public)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert tables == [("publications",)]


def test_it_is_read_with_the_unit_s_database_gone(small: Store, maja: Access) -> None:
    shown = published(small, maja)
    small.engine.dispose()
    database = Path(str(small.engine.url.database))
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    for path in small.folder.iterdir():
        path.unlink()
    assert read_current(small.public) == shown


def test_clients_can_be_erased_and_still_be_told_apart(small: Store, maja: Access) -> None:
    published(small, maja)
    with small.engine.connect() as connection:
        kept = connection.execute(select(PublicationRecord)).mappings().one()
    assert KEY[:6] not in json.dumps(kept["private"])
    before = earlier_of(private_parts(small.engine, demo=False)[0], Period(FIRST, LAST))
    again = audit(small, choice(**FEW), NOW.date())
    then = {count.key: count.members for count in before.system.counts}
    assert {one["key"]: frozenset(one["members"]) for one in again.private["system"]["counts"]} == then


def enter(store: Store, key: str, **cells: object) -> None:
    """One more person who was there all along, found when a file was read again."""
    values = {
        "client_id": key,
        "coach_id": "C-ANNA",
        "gender": "woman",
        "enrolled_on": dt.date(2024, 5, 6),
        **cells,
    }
    with writing(store.engine, "one more") as connection:
        connection.execute(insert(Client).values(values))


def test_where_one_person_came_in_cannot_be_told(small: Store, maja: Access) -> None:
    tables = ("people", "steps", "gender", "gender_results", "half_years")
    before = published(small, maja, tables=tables)
    enter(small, "HEMLIG-99")
    after = published(small, maja, tables=tables)
    cells = {(table.key, cell.key): cell.count for table in before.tables for cell in table.cells}
    changed = [
        (key, cells[key], cell.count)
        for table in after.tables
        for cell in table.cells
        if None not in (cells[key := (table.key, cell.key)], cell.count) and cells[key] != cell.count
    ]
    assert changed == []
    assert cells["people", "served"] == 40
    people = after.table("people")
    assert people is not None
    assert people.cell("served").sign == ".."


def test_a_limit_raised_above_what_was_shown_is_told_with_the_way_out(small: Store, maja: Access) -> None:
    use_language("en")
    published(small, maja)
    desk = desk_at(small)

    def verdict_at(floor: int | None) -> str:
        store_settings(small.engine, {"published_from": floor}, who="x", now=NOW)
        desk.begin(maja, choice(**FEW))
        desk.wait()
        draft = desk.draft(maja)
        assert draft is not None
        assert draft.outcome is not None
        assert draft.outcome.safe is (floor is None)
        return verdict_told(draft.outcome.verdict)

    raised = verdict_at(6)  # five left, and the first publication says so
    assert raised.startswith("**1 number that the unit's limit would hide now was shown in an earlier")
    assert desk.withdraw(maja, records(small.engine)[0].key, "Fel period")
    assert verdict_at(6) == raised, "it has been seen"
    assert "earlier publication" not in verdict_at(None)


def test_what_was_withdrawn_counts_too(small: Store, maja: Access) -> None:
    """Somebody may have kept a copy."""
    published(small, maja)
    desk = desk_at(small)
    desk.withdraw(maja, desk.history(maja)[0].key, "Fel")
    enter(small, "HEMLIG-99")
    people = published(small, maja).table("people")
    assert people is not None
    assert people.cell("served").sign == ".."


def test_of_two_who_publish_at_once_the_second_is_told(store: Store) -> None:
    maja, karin = (manager(store.engine, store, name) for name in ("Maja", "Karin"))
    desk = desk_at(store)
    hers = audited(desk, karin)
    first = audited(desk, maja)
    assert desk.others(maja) == ("Karin förbereder en publicering sedan 2026-08-03 11:30.",)
    assert desk.publish(maja, first) is not None
    shown = desk.draft(karin)
    assert shown is not None
    assert not shown.can_publish
    with pytest.raises(InvalidParameter, match="Maja publicerade 2026-08-03 11:30"):
        desk.publish(karin, hers)
    assert len(records(store.engine)) == len(history(store.public)) == 1
    desk.again(karin)
    desk.wait()
    again = desk.draft(karin)
    assert again is not None
    assert again.can_publish


def test_nobody_publishes_what_the_data_no_longer_says(small: Store, maja: Access) -> None:
    desk = desk_at(small)
    draft = audited(desk, maja)
    enter(small, "HEMLIG-99")
    with pytest.raises(InvalidParameter, match="Uppgifterna har ändrats"):
        desk.publish(maja, draft)
    assert (read_current(small.public), records(small.engine)) == (None, ())


def test_an_audit_that_cannot_finish_publishes_nothing(
    small: Store, maja: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_audit, "protect", partial(protect, questions=0))
    desk = desk_at(small)
    desk.begin(maja, choice(**FEW))
    desk.wait()
    draft = desk.draft(maja)
    assert draft is not None
    assert (draft.state, draft.can_publish) == ("refused", False)
    assert draft.outcome is not None
    assert not draft.outcome.verdict.finished
    with pytest.raises(InvalidParameter, match="Granskningen tillåter inte"):
        desk.publish(maja, draft.draft_id)


def test_an_audit_that_was_cut_off_says_so(small: Store, maja: Access) -> None:
    desk = desk_at(small)
    audited(desk, maja)
    with small.engine.begin() as connection:
        connection.execute(update(PublicationDraft).values(state="running"))
    late = desk_at(small, NOW + dt.timedelta(minutes=1)).draft(maja)
    assert late is not None
    assert late.state == "cut_off"


def test_only_managers_may(small: Store, maja: Access) -> None:
    desk = desk_at(small)
    for role in (Role.COACH, Role.ADMIN, Role.VISITOR):
        access = manager(small.engine, small, role.value, role)
        for act in (
            partial(desk.begin, access, choice()),
            partial(desk.publish, access, "x"),
            partial(desk.withdraw, access, "x", "y"),
            partial(desk.history, access),
            partial(desk.draft, access),
        ):
            with pytest.raises(AccessDenied):
                act()


@pytest.mark.parametrize(
    "changed",
    [
        {"first": dt.date(2026, 2, 1)},
        {"last": dt.date(2026, 5, 31)},
        {"last": dt.date(2026, 12, 31)},
        {"first": dt.date(2026, 7, 1), "last": dt.date(2026, 6, 30)},
        {"tables": ()},
        {"tables": ("people", "diagnosis")},
        {"unit": " "},
        {"unit": "x" * 81},
        {"unit": "Anna 850709-9805"},
        {"contact": {"phone": "850709 9805"}},
        {"contact": {"address": "Storgatan 1"}},
        {"contact": {"name": "a\u202eb"}},
    ],
)
def test_a_choice_that_cannot_be_published_is_refused(changed: dict[str, object]) -> None:
    require_choice(choice(), NOW.date())
    with pytest.raises(InvalidParameter):
        require_choice(choice(**changed), NOW.date())


def test_fewer_tables_hold_fewer_counts(small: Store) -> None:
    given = report_input(small, LAST, Period(FIRST, LAST), (), None)
    system: System = material(given, choice(tables=("rungs",), targets=False), b"salt").system
    shown = {count.key for count in system.counts} - system.unshown
    assert shown == {f"rungs.{rung}" for rung in range(6)}
