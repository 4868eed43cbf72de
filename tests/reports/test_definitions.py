"""Every figure of the report has one definition, and what it says is true of the settings in force."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.definitions import Definitions, Standard
from dashboard.i18n import use_language
from dashboard.reports.definitions import MEASURES, all_notes, is_defined, measure_of, notes
from dashboard.reports.definitions.sources import SOURCES
from dashboard.reports.report_json import report
from tests.reports.test_report_json import import_tiny
from tools.write_definitions import PAGE, page

NAMES_OF_ROWS = {"coach_id", "employer_id", "ssyk", "week", "item"}
"""What tells rows of a list apart: not figures."""
WHOLE = {"units", "interval"}
"""Lists that are one value."""


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Every figure of a report, without the numbers of rows; of the method check, each item by its name."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NAMES_OF_ROWS:
                yield from paths(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and path.rpartition(".")[2] not in WHOLE:
        for row in value:
            yield from paths(row, f"{path}.{row['item']}" if "item" in row else path)
    else:
        yield path


@pytest.fixture
def in_the_report(sqlite_engine: Engine) -> set[str]:
    import_tiny(sqlite_engine)
    return set(paths(report(sqlite_engine, dt.date(2026, 6, 30))))


def test_every_figure_of_the_report_has_its_definition(in_the_report: set[str]) -> None:
    assert len(in_the_report) > 150
    assert sorted(path for path in in_the_report if not is_defined(path)) == []


def test_no_figure_is_defined_twice() -> None:
    everything = [path for measure in MEASURES.values() for path in measure.paths]
    assert len(everything) == len(set(everything))
    anchors = [measure.anchor for measure in MEASURES.values()]
    assert len(anchors) == len(set(anchors))
    for language in ("sv", "en"):
        use_language(language)
        names = [note.name for _area, told in all_notes() for note in told]
        assert len(names) == len(set(names))


def settings(holder: Any, before: str = "") -> Iterator[str]:
    for field in fields(holder):
        value = getattr(holder, field.name)
        if is_dataclass(value):
            yield from settings(value, f"{field.name}.")
        else:
            yield before + field.name


@pytest.mark.parametrize("key", MEASURES)
def test_a_definition_names_real_settings_and_a_real_source(key: str) -> None:
    measure = MEASURES[key]
    assert set(measure.settings) <= set(settings(Definitions()))
    assert measure.source in SOURCES
    named = set(re.findall(r"(?<!\{)\{(\w+)\}", measure.sentence + measure.formula))
    assert named <= {setting.replace(".", "_") for setting in measure.settings}
    assert measure.sentence.endswith(".")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_definition_can_be_read(language: str) -> None:
    use_language(language)
    for _area, told in all_notes():
        for note in told:
            assert not re.search(r"\{\w+\}", note.sentence + note.formula), note.key
            assert note.name
            assert note.source


def test_a_definition_says_the_values_in_force() -> None:
    changed = replace(Definitions(), active_within=45, standard=replace(Standard(), grace=3))
    (warmth, on_time) = notes(["employers.by_warmth.cooling", "follow_ups.on_time.n"], changed)
    assert "inom 45 dagar" in warmth.sentence
    assert warmth.formula.startswith("t ≤ 45")
    assert "3 dagar sent" in on_time.sentence
    assert [value for _meaning, value in on_time.settings] == ["3"]


def test_decimals_follow_the_language() -> None:
    assert "0,25 R" in notes(["ranking.strength"])[0].formula
    use_language("en")
    assert "0.25 R" in notes(["ranking.strength"])[0].formula


def test_notes_tell_each_definition_once_in_the_order_asked_for() -> None:
    told = notes(["trials.success.of", "clients.active", "trials.success.n"])
    assert [note.key for note in told] == ["trials.success", "clients.active"]
    assert measure_of("ranking.free").key == "employers.free_places"
    with pytest.raises(KeyError):
        notes(["clients.shoe_size"])


def test_the_page_in_docs_is_current() -> None:
    assert PAGE.read_text() == page()
