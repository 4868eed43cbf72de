"""Setting what the unit decides on the page: who may, what is refused beside which field, and two at once."""

import datetime as dt
from collections.abc import Mapping

import pytest
from sqlalchemy import Engine

from dashboard.callbacks import writing as callbacks
from dashboard.data.own_benchmarks import read_benchmarks
from dashboard.data.unit_settings import read_definitions, settings_history, store_settings
from dashboard.data.unit_words import read_words, store_words
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.domain.setting_catalogue import SETTINGS
from dashboard.domain.setting_groups import GROUPS, group_named
from dashboard.domain.setting_values import shown
from dashboard.domain.unit_settings import values_of
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.settings_page import figures_of, kept, own_benchmarks
from dashboard.reports.settings_writing import Doing, settings_answer
from dashboard.reports.words_writing import Doing as Words
from dashboard.reports.words_writing import words_answer
from dashboard.reports.writing import Answer, Sent
from tests.builders import client, coach, contact, employer, placement, stored
from tests.reports.employers_small import ADMIN, ANNA, MANAGER, VISITOR, seen_by

NOW = dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 6, 30)
FIGURE = {
    "name": "Another unit",
    "value": "37,4 %",
    "people": "1 20",
    "term": "12",
    "source": "Its report for 2025",
    "caveat": "Young adults only",
}


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    stored(
        sqlite_engine,
        *(employer("E1"), employer("E2"), coach("A"), client("K1", "A")),
        *(contact("E1", "A", "2026-05-01"), contact("E2", "A", "2026-06-25")),
        placement("E1", "K1", "2026-04-01", "2026-05-01", outcome="no_job", client_rating=5),
    )
    return Access(MANAGER, Store(sqlite_engine))


def ask(
    access: Access, group: str, changes: Mapping[str, str], doing: Doing = Doing.SET, seen: str | None = None
) -> Answer:
    """What the form of a group sends when some of its fields are changed."""
    found = group_named(group)
    assert found is not None
    values = values_of(read_definitions(access.store.engine))
    cells = {name: shown(values[name]) for name in found.names} | dict(changes)
    mark = kept(access).mark(found) if seen is None else seen
    return settings_answer(access, Sent("form", doing.value, group, mark, cells), now=NOW, today=DAY)


def one(access: Access, doing: Doing, key: str) -> Answer:
    mark = kept(access).setting_mark(key.rpartition(" ")[2])
    return settings_answer(access, Sent("form", doing.value, key, mark, {}), now=NOW, today=DAY)


def say(access: Access, doing: Words, key: str, cells: Mapping[str, str], seen: str | None = None) -> Answer:
    found = kept(access)
    of_word = found.words_mark("client" if doing in {Words.PRESET, Words.CLIENT} else key)
    of_figure = found.benchmark_mark(key) if doing in {Words.BENCHMARK, Words.NO_BENCHMARK} else of_word
    mark = of_figure if seen is None else seen
    return words_answer(access, Sent("form", doing.value, key, mark, dict(cells)), now=NOW)


def test_every_setting_stands_in_one_group_and_says_what_it_is_part_of() -> None:
    assert sorted(name for group in GROUPS for name in group.names) == sorted(SETTINGS)
    assert [name for name in SETTINGS if not figures_of(name)] == ["published_from"]


def test_a_group_is_saved_together_with_who_and_when(access: Access) -> None:
    answer = ask(access, "relations", {"active_within": "60", "half_life": "90"})
    assert answer.done
    assert "days since the last interaction while a relation is active: 60" in answer.sentence
    assert read_definitions(access.store.engine).half_life == 90
    touched = kept(access).touched("half_life")
    assert touched is not None
    assert (touched.by, touched.at) == (MANAGER.name, NOW)
    assert kept(access).touched("tie_window") is None
    assert "already is so" in ask(access, "relations", {}).sentence


def test_what_would_change_is_told_and_nothing_is_saved(access: Access) -> None:
    answer = ask(access, "relations", {"active_within": "30"}, Doing.TRY)
    assert not answer.done
    assert answer.tried == (
        "Employers with an active relationship: 2 → 1",
        "Employers whose relationship is cooling: 0 → 1",
    )
    assert answer.for_form(Sent("f", "", ""))["tried"] == [*answer.tried]
    assert settings_history(access.store.engine) == ()
    assert "None of the headline figures" in ask(access, "published", {}, Doing.TRY).sentence


@pytest.mark.parametrize(
    ("group", "changes", "field", "sentence"),
    [
        ("relations", {"half_life": "0"}, "half_life", "The value must be between 1 and 3650, not 0."),
        ("relations", {"half_life": "half a year"}, "half_life", "The value must be a whole number"),
        ("relations", {"active_within": "200"}, "active_within", "must not be higher than “days since the"),
        ("strength", {"strength_weights.depth": "0.5"}, "strength_weights.recency", "they sum to 1.25"),
        (
            "published",
            {"published_from": "4"},
            "published_from",
            "The value can be raised but never go below 5",
        ),
        ("follow_ups", {"standard.first_days": "14, 7"}, "standard.first_days", "numbers that rise"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_in_words_and_nothing_is_saved(
    access: Access, group: str, changes: dict[str, str], field: str, sentence: str
) -> None:
    for doing in (Doing.SET, Doing.TRY):
        answer = ask(access, group, changes, doing)
        assert not answer.done
        assert [one.column for one in answer.problems] == [field]
        assert sentence in answer.problems[0].message
        assert field not in answer.problems[0].message
    assert settings_history(access.store.engine) == ()


def test_the_second_of_two_is_told_who_was_first_and_overwrites_nothing(access: Access) -> None:
    seen = kept(access).mark(GROUPS[0])
    store_settings(access.store.engine, {"active_within": 50}, who="Karin", now=NOW)
    answer = ask(access, "relations", {"active_within": "60"}, seen=seen)
    assert (answer.done, answer.sentence.startswith("Karin changed this 2026-07-01 10:00.")) == (False, True)
    assert read_definitions(access.store.engine).active_within == 50
    assert ask(access, "gaps", {"area_km": "10"}, seen=kept(access).mark(GROUPS[6])).done

    words = kept(access).words_mark("step")
    store_words(access.store.engine, {"step.1": "Avtal"}, who="Karin", now=NOW)
    assert say(access, Words.WORDS, "step", {"step.1": "Samtal"}, seen=words).sentence.startswith("Karin")
    assert read_words(access.store.engine) == {"step.1": "Avtal"}


def test_a_setting_goes_back_to_its_default_and_to_what_it_was(access: Access) -> None:
    ask(access, "relations", {"active_within": "60", "cooling_within": "100"})
    assert one(access, Doing.RESET, "active_within").done
    assert read_definitions(access.store.engine).active_within == 90
    ask(access, "relations", {"active_within": "80"})
    assert one(access, Doing.BACK, "1 active_within").done
    assert read_definitions(access.store.engine).active_within == 60
    ask(access, "relations", {"cooling_within": "70"})
    refused = one(access, Doing.RESET, "active_within")
    assert not refused.done
    assert "must not be higher" in refused.sentence


def test_a_usual_word_and_another_in_all_its_forms(access: Access) -> None:
    assert say(access, Words.PRESET, "deltagare", {}).done
    assert read_words(access.store.engine)["client.en"] == "a participant, participants"
    forms = {"one": "en brukare", "the": "brukaren", "many": "brukare", "those": "brukarna", "joined": ""}
    assert say(access, Words.CLIENT, "client", {**forms, "en_one": "", "en_many": ""}).done
    assert read_words(access.store.engine) == {"client": "brukare, brukaren, brukare, brukarna, brukar"}
    wrong = say(access, Words.CLIENT, "client", {**forms, "the": "", "en_one": "us3r"})
    assert [one.column for one in wrong.problems] == ["the", "en_one", "en_many"]
    assert [
        one.column for one in say(access, Words.CLIENT, "client", {**forms, "one": "ett barn"}).problems
    ] == ["one"]


def test_a_name_that_is_taken_is_told_at_its_field(access: Access) -> None:
    wrong = say(access, Words.WORDS, "step", {"step.1": "Avtal", "step.2": "Jobbsökande"})
    assert [one.column for one in wrong.problems] == ["step.2"]
    assert say(access, Words.WORDS, "step", {"step.1": "Avtal", "step.2.en": "Mapping"}).done
    assert say(access, Words.WORDS, "step", {"step.1": "", "step.2.en": "Mapping"}).done
    assert read_words(access.store.engine) == {"step.2.en": "Mapping"}


def test_a_figure_of_others_needs_its_source_and_its_caveat(access: Access) -> None:
    for field, text in {"caveat": " ", "source": "", "value": "120", "people": "many", "term": "7"}.items():
        wrong = say(access, Words.BENCHMARK, "", {**FIGURE, field: text})
        assert [one.column for one in wrong.problems] == [field]
    number = {**FIGURE, "caveat": "se 19850709-9805"}
    assert "identity number" in say(access, Words.BENCHMARK, "", number).problems[0].message
    assert say(access, Words.BENCHMARK, "", FIGURE).done
    assert [(one.value, one.people) for one in own_benchmarks(access)] == [(0.374, 120)]
    seen = kept(access).benchmark_mark("1")
    assert say(access, Words.BENCHMARK, "1", {**FIGURE, "value": "40"}).done
    assert not say(access, Words.NO_BENCHMARK, "1", {}, seen=seen).done
    assert say(access, Words.NO_BENCHMARK, "1", {}).done
    assert read_benchmarks(access.store.engine) == {}
    assert own_benchmarks(access) == ()


def test_managers_and_administrators_set_and_others_do_not(access: Access) -> None:
    for who in (ANNA, VISITOR):
        other = seen_by(access, who)
        for sent in (Sent("f", "settings_set", "relations"), Sent("f", "words_preset", "klient")):
            with pytest.raises(AccessDenied):
                callbacks.save_in_place(other, sent)
    keeper = seen_by(access, ADMIN)
    assert ask(keeper, "targets", {"targets.client_rating": "0.8"}).done
    answer, _toast, saved = callbacks.save_in_place(
        keeper, Sent("f", "words_preset", "klient", kept(keeper).words_mark("client"))
    )
    assert (answer["done"], isinstance(saved, str)) == (True, True)
    # What is not a setting stays closed to an administrator.
    with pytest.raises(AccessDenied):
        callbacks.save_in_place(keeper, Sent("f", "contact_logged", "E1"))


@pytest.mark.parametrize(
    "sent",
    [
        Sent("f", "settings_set", "nothing"),
        Sent("f", "settings_set", "relations", "", {"area_km": "3"}),
        Sent("f", "settings_set", "relations", "", {"half_life": "9" * 401}),
        Sent("f", "settings_reset", "no_such"),
        Sent("f", "settings_back", "7 half_life"),
        Sent("f", "words_set", "outcome"),
        Sent("f", "words_set", "step", "", {"mode.visit": "x"}),
        Sent("f", "words_preset", "patient"),
        Sent("f", "words_client", "client", "", {"four": "x"}),
        Sent("f", "benchmark_set", "x"),
        Sent("f", "benchmark_removed", ""),
    ],
    ids=lambda sent: f"{sent.action} {sent.key}"[:30],
)
def test_what_no_form_of_ours_sends_is_refused(access: Access, sent: Sent) -> None:
    with pytest.raises(InvalidParameter):
        callbacks.save_in_place(access, sent)
