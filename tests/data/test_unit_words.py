"""The unit's own words in the database: who and when, all or nothing, and never over somebody else's."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.data.changes import Seen, mark_of
from dashboard.data.edits import ChangedSince
from dashboard.data.engine import data_version
from dashboard.data.unit_words import read_wording, read_words, store_words, words_history
from dashboard.domain.unit_words import WrongWord, preset
from dashboard.wording import OURS

NOW = dt.datetime(2026, 11, 25, 20, tzinfo=dt.UTC)


def store(engine: Engine, words, **options):
    return store_words(engine, words, who="karin", now=NOW, **options)


def test_a_unit_that_has_chosen_nothing_says_what_we_say(sqlite_engine: Engine) -> None:
    assert (read_wording(sqlite_engine), words_history(sqlite_engine)) == (OURS, ())


def test_words_are_kept_with_who_and_when_and_every_page_follows(engine: Engine) -> None:
    before = data_version(engine)
    changed = store(engine, {**preset("deltagare"), "step.2": " Kartläggning "})
    assert changed["step.2"] == "Kartläggning"
    assert data_version(engine) != before
    assert read_wording(engine).text("Kundens", "sv") == "Deltagarens"
    assert store(engine, {"step.2": "Kartläggning"}) == {}
    store(engine, preset("kund"))
    assert read_words(engine) == {"step.2": "Kartläggning"}
    last, first = words_history(engine)
    assert (last.by, last.at, last.words) == ("karin", NOW, {"client": None, "client.en": None})
    assert set(first.words) == {"client", "client.en", "step.2"}


def test_none_is_stored_when_one_cannot_be_used(sqlite_engine: Engine) -> None:
    with pytest.raises(WrongWord):
        store(sqlite_engine, {"step.1": "Avtal", "step.2": "Avtal"})
    assert read_words(sqlite_engine) == {}


def test_a_name_that_files_read_as_another_kind_is_refused(sqlite_engine: Engine) -> None:
    with pytest.raises(WrongWord, match=r"APL.*placement_kind\.internship"):
        store(sqlite_engine, {"placement_kind.work_trial": "APL"})
    store(sqlite_engine, {"placement_kind.internship": "APL"})


def test_the_second_of_two_who_change_the_same_word_is_told(engine: Engine) -> None:
    shown = Seen(("step.1",), mark_of(read_words(engine), ["step.1"]))
    store(engine, {"step.1": "Avtal"}, seen=shown)
    with pytest.raises(ChangedSince):
        store(engine, {"step.1": "Samtal"}, seen=shown)
    assert read_words(engine) == {"step.1": "Avtal"}
