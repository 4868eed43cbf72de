"""The page of settings: all that a unit decides stands there, with who changed it and a way back."""

import datetime as dt
import json

import orjson
import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard.analysis.cohort import TERMS
from dashboard.callbacks.unit_settings import draw_settings
from dashboard.data.own_benchmarks import store_benchmark
from dashboard.data.unit_settings import store_settings
from dashboard.data.unit_words import read_wording, store_words
from dashboard.domain.access import KEEPERS
from dashboard.domain.errors import AccessDenied
from dashboard.domain.own_benchmarks import TERMS as TYPED_TERMS
from dashboard.domain.own_benchmarks import OwnBenchmark
from dashboard.domain.setting_catalogue import SETTINGS
from dashboard.domain.unit_words import NAMES, preset
from dashboard.i18n import use_language, use_wording
from dashboard.pages import find_page
from dashboard.pages.definitions import layout as definitions_layout
from dashboard.pages.method import layout as method_layout
from dashboard.pages.unit_settings import layout
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState
from tests.builders import client, coach, stored
from tests.pages.drawn_pages import Tag, as_drawn, tag_of
from tests.reports.employers_small import ADMIN, ANNA, MANAGER, seen_by

NOW = dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC)
STATE = PageState(day=dt.date(2026, 6, 30))


def as_tag(component: object) -> Tag:
    tag = tag_of(json.loads(orjson.dumps(component, default=lambda one: one.to_plotly_json())))
    assert isinstance(tag, Tag)
    return tag


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    stored(sqlite_engine, coach("A"), client("K1", "A", enrolled_on="2024-01-01"))
    return Access(MANAGER, Store(sqlite_engine))


def fields(tag: Tag) -> dict[str, str]:
    inside = (part.attributes for part in tag.within() if part.attributes.get("name"))
    return {str(one["name"]): str(one.get("value", "")) for one in inside}


def test_every_setting_and_every_word_has_its_field_with_the_value_in_force(access: Access) -> None:
    store_settings(access.store.engine, {"active_within": 60}, who="Karin", now=NOW)
    store_words(access.store.engine, {"step.2": "Kartläggning"}, who="Karin", now=NOW)
    found = fields(as_tag(layout(access, STATE)))
    assert set(SETTINGS) <= set(found)
    assert {name for name in NAMES if not name.startswith("client")} <= set(found)
    assert (found["active_within"], found["step.2"], found["tie_window"]) == ("60", "Kartläggning", "365")
    assert len(found) == len(set(found))


def test_what_the_unit_has_changed_says_so_with_who_when_and_the_ways_back(access: Access) -> None:
    store_settings(access.store.engine, {"active_within": 60}, who="Karin", now=NOW)
    store_settings(access.store.engine, {"active_within": 50}, who="Maja", now=NOW + dt.timedelta(days=1))
    text = " ".join(as_tag(layout(access, STATE)).text.split())
    assert "Last changed 2026-07-02 10:00 by Maja." in text
    assert "Back to 90" in text
    assert "Set back to this" in text
    assert "2026-07-01 10:00, Karin" in text


def test_the_examples_are_in_the_words_that_the_unit_has_chosen(access: Access) -> None:
    store_words(access.store.engine, preset("deltagare"), who="Karin", now=NOW)
    use_language("sv")
    use_wording(read_wording(access.store.engine))
    page = as_tag(layout(access, STATE))
    assert "En deltagare börjar, och deltagarens coach hjälper till." in page.text
    chosen = [part for part in page.within() if part.attributes.get("aria-pressed") == "true"]
    assert [part.text.strip() for part in chosen] == ["deltagare"]


def test_a_figure_of_others_stands_beside_the_units_own_on_the_page_of_method(access: Access) -> None:
    figure = OwnBenchmark("Another unit", 0.41, 86, "12", "Its report for 2025", "Young adults only")
    store_benchmark(access.store.engine, "", figure, who="Karin", now=NOW)
    text = " ".join(as_drawn(method_layout(access, STATE), access, STATE).text.split())
    assert "Another unit Young adults only. Its report for 2025 (n = 86)" in text
    assert "within 12 months 41%" in text
    assert "41% within 12 months" in text
    assert set(TYPED_TERMS) == set(TERMS)
    assert "Another unit" in as_tag(layout(access, STATE)).text


def test_the_page_is_reached_by_those_who_may_change_it(access: Access) -> None:
    found = find_page("/installningar")
    assert found is not None
    assert (found[0].roles, found[0].place) == (KEEPERS, "below")
    assert "Another word" in as_tag(layout(seen_by(access, ADMIN), STATE)).text
    with pytest.raises(AccessDenied):
        layout(seen_by(access, ANNA), STATE)
    for make in (method_layout, definitions_layout):
        links = [part.attributes.get("href") for part in as_tag(make(access, STATE)).within()]
        others = [part.attributes.get("href") for part in as_tag(make(seen_by(access, ANNA), STATE)).within()]
        assert "/installningar" in links
        assert "/installningar" not in others


def test_it_is_drawn_anew_when_something_has_been_saved(access: Access) -> None:
    assert "Warm relationships" in draw_settings(access, "now", "/installningar/")
    with pytest.raises(PreventUpdate):
        draw_settings(access, "now", "/metod")
