"""Selections with a name: kept for their owner alone, on both databases."""

import datetime as dt

import pytest
from sqlalchemy import Engine, insert, select

from dashboard import ids
from dashboard.callbacks.saved_views import changed, save_view
from dashboard.data.engine import keeping
from dashboard.data.models import User
from dashboard.data.saved_views import add_view, count_views, read_views, remove_view, rename_view
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import InvalidParameter
from dashboard.pages.saved_views import views_list
from dashboard.reports.access import Access, Store
from dashboard.reports.saved_views import MOST_VIEWS, call_view, forget_view, keep_view, own_views
from tests.pages.test_employers import as_json

PATH = "/arbetsgivare"


def account(engine: Engine, name: str) -> Access:
    """An account without a password that anybody has: hashing one takes longer than the test."""
    made = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    with keeping(engine) as connection:
        connection.execute(
            insert(User).values(username=name, name=name, role="manager", password_hash="-", created_at=made)
        )
        number = connection.execute(select(User.user_id).where(User.username == name)).scalar_one()
    return Access(Viewer(number, name, Role.MANAGER), Store(engine))


def names(access: Access) -> list[str]:
    return [view.name for view in own_views(access, PATH)]


def test_nobody_reads_renames_or_removes_another_s(engine: Engine) -> None:
    anna, bo = account(engine, "anna").viewer.user_id, account(engine, "bo").viewer.user_id
    assert add_view(engine, anna, PATH, "Lager nära", "q=lager")
    assert add_view(engine, bo, PATH, "Lager nära", "q=kock")
    (hers,) = read_views(engine, anna, PATH)
    assert hers.query == "q=lager"
    assert not rename_view(engine, bo, hers.view_id, "Min nu")
    assert not remove_view(engine, bo, hers.view_id)
    assert read_views(engine, anna, PATH) == (hers,)
    assert rename_view(engine, anna, hers.view_id, "Ny")
    assert remove_view(engine, anna, hers.view_id)
    assert (count_views(engine, anna), count_views(engine, bo)) == (0, 1)


def test_a_name_stands_once_a_page(engine: Engine) -> None:
    anna = account(engine, "anna").viewer.user_id
    assert add_view(engine, anna, PATH, "A", "")
    assert not add_view(engine, anna, PATH, "A", "q=kock")
    assert add_view(engine, anna, "/natverk", "A", "")
    assert add_view(engine, anna, PATH, "B", "")
    second = read_views(engine, anna, PATH)[1]
    assert not rename_view(engine, anna, second.view_id, "A")


def test_what_is_kept_is_the_selection_alone_and_can_be_read(sqlite_engine: Engine) -> None:
    access = account(sqlite_engine, "anna")
    keep_view(
        access, PATH, "  Lager   nära ", "?q=lager&sida=3&km=15&nara=Vallentuna&okant=1&steg=99&<script>"
    )
    (view,) = own_views(access, PATH)
    assert (view.name, view.query) == ("Lager nära", "q=lager&nara=Vallentuna&km=15")


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\x00b", "a\u202eb"])
def test_a_name_that_will_not_do_is_refused(sqlite_engine: Engine, name: str) -> None:
    access = account(sqlite_engine, "anna")
    with pytest.raises(InvalidParameter):
        keep_view(access, PATH, name, "")
    assert names(access) == []


@pytest.mark.parametrize(
    ("name", "search"),
    [
        ("850709-9805", ""),
        ("Lager åt 19850709 9805", ""),
        ("Lager", "?q=850709-9805"),
        ("Lager", "?q=19850709%2D9805"),
        ("Lager", "?nara=8507099805&km=5"),
    ],
)
def test_a_personal_identity_number_is_never_kept(sqlite_engine: Engine, name: str, search: str) -> None:
    access = account(sqlite_engine, "anna")
    with pytest.raises(InvalidParameter, match="personnummer") as caught:
        keep_view(access, PATH, name, search)
    assert "9805" not in str(caught.value)
    keep_view(access, PATH, "Lager", "?q=lager")
    (view,) = own_views(access, PATH)
    with pytest.raises(InvalidParameter, match="personnummer"):
        call_view(access, view.view_id, "850709-9805")
    assert [(one.name, one.query) for one in own_views(access, PATH)] == [("Lager", "q=lager")]


def test_there_is_room_for_thirty(sqlite_engine: Engine) -> None:
    access = account(sqlite_engine, "anna")
    for at in range(MOST_VIEWS):
        keep_view(access, PATH, f"Nr {at}", "")
    with pytest.raises(InvalidParameter, match="30"):
        keep_view(access, PATH, "En till", "")
    assert len(names(access)) == 30


def test_a_selection_that_is_too_long_is_refused(sqlite_engine: Engine) -> None:
    access = account(sqlite_engine, "anna")
    units = ",".join(f"{'U' * 100}{at}" for at in range(30))
    with pytest.raises(InvalidParameter):
        keep_view(access, PATH, "Lång", f"enhet={units}")


def test_another_s_number_does_nothing_through_the_page(sqlite_engine: Engine) -> None:
    anna, bo = account(sqlite_engine, "anna"), account(sqlite_engine, "bo")
    keep_view(anna, PATH, "Hennes", "q=lager")
    (hers,) = own_views(anna, PATH)
    for asked in (hers.view_id, "1", None, 10**30):
        changed(bo, PATH, ids.Views.REMOVE, asked, {})
        changed(bo, PATH, ids.Views.RENAME, asked, {asked: "Hans"})
    with pytest.raises(InvalidParameter):
        forget_view(bo, hers.view_id)
    with pytest.raises(InvalidParameter):
        call_view(bo, hers.view_id, "Hans")
    assert names(anna) == ["Hennes"]
    assert "Hennes" not in as_json(views_list(bo, PATH))


def test_saved_renamed_and_removed_on_the_page(sqlite_engine: Engine) -> None:
    access = account(sqlite_engine, "anna")
    drawn, cleared = save_view(access, 1, None, "Kockar", "?yrke=5120", PATH)
    assert cleared == ""
    assert f"{PATH}?yrke=5120" in as_json(drawn)
    refused, kept = save_view(access, 2, None, "Kockar", "?yrke=9412", PATH)
    assert "Kockar" in as_json(refused)
    assert kept != ""
    (view,) = own_views(access, PATH)
    changed(access, PATH, ids.Views.RENAME, view.view_id, {view.view_id: "Kök"})
    assert names(access) == ["Kök"]
    changed(access, PATH, ids.Views.REMOVE, view.view_id, {})
    assert names(access) == []
