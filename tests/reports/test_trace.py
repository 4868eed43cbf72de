"""The rows behind a figure are as many as it says, whoever asks; a coach sees her own clients' only."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from dashboard.data.demo import fill_demo, stories
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, InvalidParameter, NotFound
from dashboard.i18n import use_language
from dashboard.reports import trace_employer, trace_follow, trace_outcomes, trace_today
from dashboard.reports.access import Access, Store
from dashboard.reports.employer import employer_profile
from dashboard.reports.employer_record import employer_record
from dashboard.reports.finder import finder
from dashboard.reports.network_answers import answer
from dashboard.reports.network_health import health
from dashboard.reports.network_panels import resilience_curve
from dashboard.reports.report_json import report
from dashboard.reports.state import PageState
from dashboard.reports.trace import BEHIND, COUNTED, trace, with_sources
from dashboard.reports.trace_words import COLUMNS, plain_cell
from tests.builders import SAMPLES, client, contact, placement, stored
from tests.reports.test_report_json import EXPECTED, asked, import_tiny

DEMO_DAY = dt.date(2026, 11, 21)
MANAGER = Viewer(1, "Maja", Role.MANAGER)
ONE_EMPLOYER = {*trace_employer.TRACERS, *trace_employer.BEHIND}
OF_PAGES = {key for key in COUNTED if key.startswith(("questions.", "health.", "finder.", "resilience."))}
OF_PLACEMENTS = ("stepping", "concentrated")
OF_QUALITY = {key for key in COUNTED if key.startswith("quality.")}
BY_COACH = {
    key
    for key in COUNTED
    if key.startswith(("network.if_leaves.", "follow_ups.by_coach.", "follow_ups.load."))
}
OF_OTHER_PAGES = {*trace_follow.TRACERS, *trace_today.TRACERS, *trace_outcomes.TRACERS}
IN_THE_REPORT = COUNTED.keys() - ONE_EMPLOYER - OF_PAGES - OF_QUALITY - BY_COACH - OF_OTHER_PAGES
STORIES = (*stories.STRONG_ON_ANNA, stories.TIRED_OF_CONTACTS, stories.TIRED_OF_GUESTS, stories.DEAD_END)


def coach_of(coach_id: str | None) -> Viewer:
    return Viewer(2, "Coach", Role.COACH, coach_id)


@pytest.fixture(scope="module")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The invented unit, made once."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'brygga.db'}")
    upgrade(engine)
    fill_demo(engine, DEMO_DAY)
    yield Store(engine)
    engine.dispose()


def figure(made: dict[str, Any], path: str) -> Any:
    value: Any = made
    for step in path.split("."):
        value = value[step]
    return value


def seen(access: Access, page: PageState, key: str) -> int:
    """What the rows of a figure come to; what may not be seen is checked on the way."""
    found = trace(access, page, key)
    if access.viewer.role is Role.MANAGER:
        assert found.hidden == 0, key
    if "client" in found.columns:
        told = set(found.rows["client"].dropna())
        assert told <= own_clients(access), key
    assert set(found.columns) <= set(found.rows) & set(COLUMNS), key
    return found.figure


def own_clients(access: Access) -> set[str]:
    clients = access.store.world().clients
    if access.viewer.role is Role.MANAGER:
        return set(clients["client_id"])
    return set(clients["client_id"][clients["coach_id"] == access.viewer.coach_id])


@pytest.mark.parametrize(
    "viewer", [MANAGER, coach_of("C1"), coach_of(None)], ids=["manager", "coach", "nobody"]
)
def test_every_figure_of_the_report_of_tiny_is_its_rows(sqlite_engine: Engine, viewer: Viewer) -> None:
    import_tiny(sqlite_engine)
    access = Access(viewer, Store(sqlite_engine))
    for path in EXPECTED if viewer == MANAGER else EXPECTED[::4]:
        on, period = asked(path)
        page = (
            PageState(day=on) if period is None else PageState(day=on, first=period.first, last=period.last)
        )
        expected = json.loads(path.read_text())
        for key in IN_THE_REPORT:
            wanted = item_of(expected, key)
            assert seen(access, page, key) == wanted, f"{path.name}: {key}"
        by_coach_is_its_rows(access, page, expected)


def item_of(made: dict[str, Any], key: str) -> Any:
    """The figure of a key; of the method check, whose items are a list, the one that the key names."""
    if not key.startswith("fidelity."):
        return figure(made, key)
    _area, item, part = key.split(".")
    return next(one[part] for one in made["fidelity"] if one["item"] == item)


def by_coach_is_its_rows(access: Access, page: PageState, made: dict[str, Any]) -> None:
    for key in BY_COACH:
        area, table, column = key.split(".")
        for row in made[area][table]:
            week = row.get("week")
            narrowed = page.replace(coach=row["coach_id"], leaving=(row["coach_id"],), week=week)
            assert seen(access, narrowed, key) == row[column], f"{key} {row['coach_id']}"


@pytest.mark.parametrize("viewer", [MANAGER, coach_of(stories.OVERLOADED_COACH)], ids=["manager", "coach"])
def test_every_figure_of_the_demo_is_its_rows(demo_store: Store, viewer: Viewer) -> None:
    access, page = Access(viewer, demo_store), PageState(day=DEMO_DAY)
    made = report(access, DEMO_DAY)
    for key in IN_THE_REPORT:
        assert seen(access, page, key) == item_of(made, key), key
    by_coach_is_its_rows(access, page, made)


@pytest.mark.parametrize("viewer", [MANAGER, coach_of(stories.OVERLOADED_COACH)], ids=["manager", "coach"])
@pytest.mark.parametrize("query", ["", "coach=C1", "agarform=private&fraga=leaving", "q=ab&steg=3"])
def test_every_number_of_the_pages_is_its_rows(demo_store: Store, viewer: Viewer, query: str) -> None:
    access = Access(viewer, demo_store)
    page = PageState.parse(f"per={DEMO_DAY}&{query}").checked(demo_store.world())
    changed = answer(access, page, "changed")
    shown = {
        **{f"questions.{name}": answer(access, page, name).number for name in ("single_coach", "leaving")},
        **{f"questions.{name}": answer(access, page, name).number for name in ("cooling", "strongest")},
        **{f"questions.{name}": answer(access, page, name).number for name in ("shared", *OF_PLACEMENTS)},
        **{
            f"questions.{name}.of": answer(access, page, name).of
            for name in ("leaving", "cooling", "strongest", *OF_PLACEMENTS)
        },
        "questions.tied": answer(access, page, "single_coach").of,
        "questions.gained": changed.number,
        "questions.lost": changed.counts["lost"],
        "questions.kept": changed.counts["kept"],
        "health.ties": health(access, page).ties.after,
        "health.hosted": next(
            each.after.n for each in health(access, page).shares if each.path == "health.hosted"
        ),
        "resilience.kept": resilience_curve(access, page).points[len(page.leaving)].kept,
        "finder.matching": finder(access, page).matching,
        "finder.without_position": finder(access, page).without_position,
        "finder.unmeasured": finder(access, page).unmeasured,
    }
    assert shown.keys() == OF_PAGES
    for key, number in shown.items():
        assert seen(access, page, key) == number, key


@pytest.mark.parametrize("viewer", [MANAGER, coach_of(stories.OVERLOADED_COACH)], ids=["manager", "coach"])
@pytest.mark.parametrize("employer_id", STORIES)
def test_every_number_of_an_employers_page_is_its_rows(
    demo_store: Store, viewer: Viewer, employer_id: str
) -> None:
    access, page = Access(viewer, demo_store), PageState(day=DEMO_DAY, employer=employer_id)
    profile, record = employer_profile(access, page, employer_id), employer_record(access, page, employer_id)
    state = access.employer_state((), None, DEMO_DAY).employers.loc[employer_id]
    shown = {
        "employer.ties": sum(tie.active for tie in profile.coaches),
        "employer.capacity": profile.line.capacity,
        "employer.occupied": profile.line.occupied,
        "employer.free": profile.line.free,
        "employer.running": profile.running,
        "employer.fatigue_contacts": profile.tiredness.contacts,
        "employer.fatigue_placements": profile.tiredness.placements,
        "employer.placements": sum(kind.placements for kind in record.kinds),
        "employer.trials_completed": record.trials_completed,
        "employer.trials_succeeded": record.trials_succeeded,
        "employer.clients_placed": profile.clients_placed,
    }
    assert shown.keys() == trace_employer.TRACERS.keys()
    for key, number in shown.items():
        assert seen(access, page, key) == number, key
    days = trace(access, page, "ranking.parts.frequency").rows["happened_on"]
    assert min(1, days.nunique() / 12) == pytest.approx(state["frequency"])
    latest = trace(access, page, "ranking.parts.recency").rows["happened_on"]
    assert set(latest) == {state["last_warm_on"]}
    theirs = trace(access, page, "ranking.parts.reciprocity").rows["initiator"]
    assert min(1, 2 * (theirs == "employer").sum() / (len(theirs) + 2)) == pytest.approx(state["reciprocity"])
    assert len(trace(access, page, "ranking.strength").rows) == interactions_of(access, employer_id)


def interactions_of(access: Access, employer_id: str) -> int:
    """Counted anew from the tables."""
    world, on = access.store.world(), pd.Timestamp(DEMO_DAY)
    contacts = world.contacts[world.contacts["contacted_on"] <= on]
    placed = world.placements[
        (world.placements["started_on"] <= on) & (world.placements["kind"] != "studies")
    ]
    here = placed[placed["employer_id"] == employer_id]
    met = world.follow_ups[world.follow_ups["party"].isin(["employer", "both", "three_party"])]
    met = met[(met["done_on"] <= on) & met["placement_id"].isin(here["placement_id"])]
    return int((contacts["employer_id"] == employer_id).sum()) + len(here) + len(met)


def test_every_figure_behind_which_rows_stand_opens(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    page = PageState(day=DEMO_DAY, employer=stories.STRONG_ON_ANNA[0])
    for key in BEHIND:
        found = trace(access, page.replace(leaving=("C1",)), key)
        assert not found.is_count
        assert set(found.columns) <= set(found.rows), key
        # The demo rates nothing by hand.
        assert len(found.rows) or key == "method.by_hand", key


def test_a_coach_is_told_how_many_rows_are_of_others_clients(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        *(client(f"K{n}", "A", enrolled_on="2026-01-01") for n in range(3)),
        *(client(f"L{n}", "B", enrolled_on="2026-01-01") for n in range(5)),
    )
    found = trace(Access(coach_of("A"), Store(sqlite_engine)), PageState(day=DEMO_DAY), "clients.active")
    assert sorted(found.rows["client"]) == ["K0", "K1", "K2"]
    assert (found.hidden, found.figure) == (5, 8)


def test_a_coach_sees_that_we_called_about_anothers_client_but_not_whom_nor_in_which_row(
    sqlite_engine: Engine,
) -> None:
    stored(
        sqlite_engine,
        client("K1", "A"),
        client("L1", "B"),
        contact("E1", "B", "2026-11-01", client_id="L1"),
        contact("E1", "A", "2026-11-02", client_id="K1"),
        contact("E1", "A", "2026-11-03"),
        placement("E1", "L1", "2026-11-04", coach_id="B", placement_id="P1"),
    )
    access = Access(coach_of("A"), Store(sqlite_engine))
    page = PageState(day=DEMO_DAY, employer="E1")
    rows = trace(access, page, "ranking.strength").rows
    assert [plain_cell("client", cell) for cell in rows["client"]] == [None, None, "K1", None]
    assert [len(origins) for origins in rows["origins"]] == [0, 1, 1, 0]
    contacts = trace(access, page, "employer.fatigue_contacts").rows
    assert [len(origins) for origins in contacts["origins"]] == [0, 1, 1]
    assert trace(access, page, "employer.running").hidden == 1


def test_a_figure_leads_back_to_file_sheet_and_row(sqlite_engine: Engine) -> None:
    import_tiny(sqlite_engine)
    access = Access(MANAGER, Store(sqlite_engine))
    found = trace(access, PageState(day=dt.date(2026, 6, 30)), "employments.started")
    told = with_sources(access, found, found.rows)
    lines = (SAMPLES / "tiny" / "placements.csv").read_text().splitlines()
    for origins, source in zip(told["origins"], told["source"], strict=True):
        rows = [int(part.rpartition(" ")[2]) for part in source.split("; ")]
        assert len(rows) == len(origins)
        for (_table, key), row in zip(origins, rows, strict=True):
            assert lines[row - 1].startswith(f"{key},")


def test_an_extended_trial_is_one_row_made_from_two(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        placement("E1", "K1", "2026-10-01", "2026-10-20", outcome="extended", placement_id="P1"),
        placement("E1", "K1", "2026-10-22", "2026-11-10", outcome="studies", placement_id="P2"),
    )
    found = trace(Access(MANAGER, Store(sqlite_engine)), PageState(day=DEMO_DAY), "trials.success")
    assert found.key == "trials.success.n"
    (row,) = found.rows.to_dict("records")
    assert row["origins"] == (("placements", "P1"), ("placements", "P2"))
    assert (row["parts"], row["outcome"]) == (2, "studies")
    assert (row["started_on"].date(), row["ended_on"].date()) == (dt.date(2026, 10, 1), dt.date(2026, 11, 10))


def test_what_had_not_happened_on_the_day_is_not_told(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        client("K1", "A", enrolled_on="2026-01-01", closed_on="2026-12-01"),
        placement("E1", "K1", "2026-10-01", "2026-12-01", outcome="employment"),
    )
    access, page = Access(MANAGER, Store(sqlite_engine)), PageState(day=DEMO_DAY)
    (trial,) = trace(access, page, "employers.running").rows.to_dict("records")
    assert plain_cell("ended_on", trial["ended_on"]) is plain_cell("outcome", trial["outcome"]) is None
    (active,) = trace(access, page, "clients.active").rows.to_dict("records")
    assert plain_cell("closed_on", active["closed_on"]) is None


def test_a_title_says_which_part_and_whom(demo_store: Store) -> None:
    access, page = Access(MANAGER, demo_store), PageState(day=DEMO_DAY, employer=stories.DEAD_END)
    assert trace(access, page, "employers.by_warmth.cooling").title == "Arbetsgivare efter värme: Svalnar"
    name = access.store.world().employers.set_index("employer_id")["name"][stories.DEAD_END]
    assert trace(access, page, "employer.free").title == f"Lediga platser hos arbetsgivaren: {name}"
    use_language("en")
    assert trace(access, page, "clients.by_step.3").title == "Clients by step: step 3"


@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMIN])
def test_only_coaches_and_managers_see_rows(demo_store: Store, role: Role) -> None:
    with pytest.raises(AccessDenied):
        trace(Access(Viewer(3, "Vera", role), demo_store), PageState(day=DEMO_DAY), "employers.total")


def test_a_figure_that_is_none_or_lacks_its_employer_says_so(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    with pytest.raises(NotFound, match=r"clients\.shoe_size"):
        trace(access, PageState(day=DEMO_DAY), "clients.shoe_size")
    with pytest.raises(InvalidParameter):
        trace(access, PageState(day=DEMO_DAY), "employer.running")
    with pytest.raises(NotFound):
        trace(access, PageState(day=DEMO_DAY), "employer.running", employer="A-000")
