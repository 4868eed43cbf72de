"""Setting assumptions on the page: who may, what is refused and why, and that two people do not overwrite."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from sqlalchemy import Engine

from dashboard.callbacks import writing as callbacks
from dashboard.data.cost_assumptions import assumptions_history, read_assumptions, store_assumptions
from dashboard.domain.access import Role, Viewer
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.cost_words import read_value, told_value, typed_value
from dashboard.reports.cost_writing import Doing, assumption_answer, mark_of
from dashboard.reports.writing import Answer, Sent
from tests.reports.employers_small import ADMIN, ANNA, MANAGER, VISITOR, seen_by

NOW = dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 6, 30)
RIGHT = {
    "value": "160,5",
    "low": "150",
    "high": "1 75",
    "dated": "2026-06-30",
    "source": " lönestatistik  2025 ",
}
STORED = Estimate(160.5, 150.0, 175.0, DAY, "lönestatistik 2025")
WAGE = "wage_per_hour"


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    return Access(MANAGER, Store(sqlite_engine))


def own(access: Access) -> dict[str, Estimate]:
    return dict(read_assumptions(access.store.engine).own)


def ask(
    access: Access,
    typed: Mapping[str, str] = MappingProxyType({}),
    *,
    key: str = WAGE,
    doing: Doing = Doing.SET,
    seen: str | None = None,
) -> Answer:
    """What the form sends, by one who has just loaded the page unless `seen` says otherwise."""
    mark = mark_of(own(access).get(key.rpartition(" ")[2])) if seen is None else seen
    cells = {**RIGHT, **typed} if doing is Doing.SET else {}
    return assumption_answer(access, Sent("form", doing.value, key, mark, cells), now=NOW)


def test_what_is_typed_with_a_decimal_comma_is_stored_with_its_range_day_and_source(access: Access) -> None:
    answer = ask(access)
    assert (answer.done, answer.sentence) == (True, "Saved: wage for an hour, before tax (w) is 160.50.")
    assert own(access) == {WAGE: STORED}
    assert assumptions_history(access.store.engine)[0].by == MANAGER.name
    assert ask(access).sentence == "Nothing was changed: it already is so."


def test_a_range_that_is_left_out_is_the_value_itself(access: Access) -> None:
    ask(access, {"low": "", "high": " "})
    assert (own(access)[WAGE].low, own(access)[WAGE].high) == (160.5, 160.5)


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"value": "mycket"}, ["value"]),
        ({"value": "", "low": "", "high": ""}, ["value"]),
        ({"value": "0"}, ["value"]),
        ({"low": "161"}, ["low"]),
        ({"high": "160"}, ["high"]),
        ({"high": "många"}, ["high"]),
        ({"dated": "31 juni"}, ["dated"]),
        ({"source": "  "}, ["source"]),
        ({"source": "x" * 201}, ["source"]),
        ({"source": "enligt 19121212-1212"}, ["source"]),
        ({"value": "x", "low": "y", "dated": "", "source": ""}, ["value", "low", "dated", "source"]),
    ],
)
def test_what_is_wrong_is_told_by_its_field_and_nothing_is_stored(
    access: Access, cells: dict[str, str], columns: list[str]
) -> None:
    answer = ask(access, cells)
    assert not answer.done
    assert [problem.column for problem in answer.problems] == columns
    assert all(problem.message and problem.remedy for problem in answer.problems)
    assert own(access) == {}


def test_the_second_of_two_is_told_who_was_first_and_overwrites_nothing(access: Access) -> None:
    before = mark_of(None)
    other = Access(Viewer(7, "Maja", Role.MANAGER), access.store)
    assert ask(other, seen=before).done
    answer = ask(access, {"value": "170"}, seen=before)
    assert not answer.done
    assert answer.sentence.startswith("Maja changed it 2026-07-01 10:00, to: 160.50. Nothing was saved")
    assert own(access) == {WAGE: STORED}


def test_it_is_taken_back_and_set_back_from_the_history(access: Access) -> None:
    ask(access)
    ask(access, {"value": "170"})
    assert (
        ask(access, doing=Doing.RESET).sentence
        == "No longer set by the unit: wage for an hour, before tax (w)."
    )
    assert own(access) == {}
    assert ask(access, key=f"1 {WAGE}", doing=Doing.BACK).done
    assert own(access) == {WAGE: STORED}
    assert [change.number for change in assumptions_history(access.store.engine)] == [4, 3, 2, 1]


@pytest.mark.parametrize("viewer", [ANNA, ADMIN, VISITOR], ids=["coach", "admin", "visitor"])
def test_managers_alone_set_them(access: Access, viewer: Viewer) -> None:
    with pytest.raises(AccessDenied):
        ask(seen_by(access, viewer))
    assert own(access) == {}


@pytest.mark.parametrize(
    "sent",
    [
        Sent("f", "assumption_set", "wages", "", RIGHT),
        Sent("f", "assumption_set", WAGE, "", {**RIGHT, "who": "x"}),
        Sent("f", "assumption_set", WAGE, "", {**RIGHT, "source": "x" * 2_000}),
        Sent("f", "assumption_back", f"x {WAGE}"),
        Sent("f", "assumption_back", f"7 {WAGE}"),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(access: Access, sent: Sent) -> None:
    with pytest.raises(InvalidParameter):
        assumption_answer(access, sent, now=NOW)


def test_the_door_of_all_forms_leads_there(access: Access) -> None:
    told, _line, saved = callbacks.save_in_place(
        access, Sent("f", "assumption_set", WAGE, mark_of(None), RIGHT)
    )
    assert (told["done"], own(access)) == (True, {WAGE: STORED})
    assert isinstance(saved, str)


def test_a_share_is_typed_in_per_cent_or_as_a_part_and_read_back_exactly() -> None:
    use_language("sv")
    share = ASSUMED["social_contributions"]
    assert [read_value(share, text) for text in ("31,42 %", "0,3142", "31.42%", "x %")] == [
        0.3142, 0.3142, 0.3142, None,
    ]  # fmt: skip
    for assumed in ASSUMED.values():
        for value in (assumed.lowest, assumed.highest, 0.035 if assumed.highest <= 1 else 12.5):
            assert read_value(assumed, typed_value(assumed, value)) == value
    assert told_value(share, 0.3142).replace("\N{NO-BREAK SPACE}", " ") == "31,42 %"


def test_a_mark_differs_when_anything_does(access: Access) -> None:
    store_assumptions(access.store.engine, {WAGE: STORED}, who="x", now=NOW)
    assert mark_of(own(access)[WAGE]) == mark_of(STORED) != mark_of(None)
    assert mark_of(Estimate(160.5, 150.0, 175.0, DAY, "annan källa")) != mark_of(STORED)
