"""The finder and the page of one employer, without a browser."""

import datetime as dt
import gzip
import json
from typing import Any

import orjson
import pytest
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks import employer as employer_callbacks
from dashboard.callbacks import employers as finder_callbacks
from dashboard.components.still import drawn_still
from dashboard.figures.employer_map import employer_map_figure
from dashboard.figures.finder_map import CIRCLES, CLASSES, class_bounds, finder_map, finder_map_changes
from dashboard.i18n import in_language, use_language
from dashboard.pages import employer, employers, find_page
from dashboard.pages.employer_words import ask_first, away_words
from dashboard.pages.employer_writing import writing_parts
from dashboard.pages.employers_filters import sort_field
from dashboard.reports.access import Access, Store
from dashboard.reports.employer_map import AreaCount, employer_map, ground_in
from dashboard.reports.finder import finder
from tests.builders import employer as employer_row
from tests.builders import stored
from tests.reports.employers_small import ANNA, BO, MANAGER, OF_ANNA, OF_BO, ON, seen_by, small, state

PATH = "/arbetsgivare"
QUERY = f"?per={ON}"


@pytest.fixture
def access(sqlite_engine):
    return small(sqlite_engine)


def as_json(component: Any) -> str:
    return orjson.dumps(component, default=lambda one: one.to_plotly_json()).decode()


def everything_sent(access) -> str:
    """All that the two pages and their callbacks send to a browser."""
    parts: list[Any] = [employers.layout(access, state())]
    for query in (QUERY, f"{QUERY}&arbetsgivare=E1", f"{QUERY}&q=kok"):
        parts.append(finder_callbacks.fill_list(access, query, PATH))
        parts.append(finder_callbacks.draw_map(access, query, "light", PATH, ""))
    for key in ("E1", "E2", "E3", "E6"):
        path = f"{PATH}/{key}"
        parts.append(employer.layout(access, state(), key))
        parts.append(employer_callbacks.show_employer(access, QUERY, None, path, ""))
        parts += [
            employer_callbacks.fill_timeline(access, f"{QUERY}&handelse={group}", path)
            for group in ("contact", "placement", "follow_up")
        ]
        if key == "E1":
            parts.append(employer_callbacks.draw_place(access, "dark", "", QUERY, path))
    return " ".join(as_json(part) for part in parts)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_sent_to_a_coach_holds_the_key_of_another_coachs_client(access, language):
    use_language(language)
    assert OF_BO not in everything_sent(seen_by(access, ANNA))
    assert OF_ANNA not in everything_sent(seen_by(access, BO))
    assert OF_BO in everything_sent(seen_by(access, MANAGER))


def test_the_pages_are_in_the_table_of_pages():
    found = find_page("/arbetsgivare/A%2F17%20%C3%A5")
    assert found is not None
    assert found[1] == {"employer_id": "A/17 å"}
    finder_page = find_page(PATH)
    assert finder_page is not None
    assert finder_page[0].layout is employers.layout


def test_the_list_says_how_many_fit_and_offers_to_take_each_filter_away(access):
    head, _rows, badge, localities = finder_callbacks.fill_list(access, f"{QUERY}&sektor=I&steg=4", PATH)
    said = as_json(head)
    assert "1 av 6 arbetsgivare passar" in said
    assert f"{PATH}?per={ON}&steg=4" in said
    assert f"{PATH}?per={ON}&sektor=I" in said
    assert '"2"' in as_json(badge)
    assert type(localities).__name__ == "NoUpdate"


def test_an_empty_list_says_what_to_loosen(access):
    rows = as_json(finder_callbacks.fill_list(access, f"{QUERY}&q=artans&agarform=municipal", PATH)[1])
    assert "Ingen arbetsgivare passar" in rows
    assert "Utan Sök: artans: 1" in rows


def test_a_row_leads_to_the_employer_and_keeps_the_state(access):
    rows = as_json(finder_callbacks.fill_list(access, f"{QUERY}&sektor=I", PATH)[1])
    assert f"{PATH}/E1?per={ON}&sektor=I&arbetsgivare=E1" in rows


def test_the_way_back_leads_to_the_list_as_it_was(access):
    page = as_json(employer.layout(access, state("sektor=I&sida=2&handelse=contact"), "E1"))
    assert f"{PATH}?per={ON}&sektor=I&arbetsgivare=E1" in page


def test_turning_the_page_lets_go_of_the_chosen_employer(sqlite_engine):
    stored(sqlite_engine, *(employer_row(f"M{number:03}") for number in range(60)))
    rows = as_json(
        finder_callbacks.fill_list(Access(MANAGER, Store(sqlite_engine)), f"{QUERY}&arbetsgivare=M030", PATH)[
            1
        ]
    )
    assert f"{PATH}?per={ON}&sida=3" in rows
    assert "arbetsgivare=M030&sida=3" not in rows


def test_an_employer_that_is_not_there_is_said_kindly(access):
    page = as_json(employer.layout(access, state(), "saknas"))
    assert "Det finns ingen arbetsgivare med nyckeln ”saknas”." in page
    assert "Alla arbetsgivare" in page


def _show(access, search, pathname):
    return employer_callbacks.show_employer(access, search, None, pathname, "")


def test_callbacks_leave_the_addresses_of_other_pages_alone(access):
    with pytest.raises(PreventUpdate):
        finder_callbacks.fill_list(access, "", "/natverk")
    with pytest.raises(PreventUpdate):
        finder_callbacks.draw_map(access, "", "light", f"{PATH}/E1", "")
    for callback in (employer_callbacks.fill_timeline, _show):
        with pytest.raises(PreventUpdate):
            callback(access, "", PATH)
    with pytest.raises(PreventUpdate):
        employer_callbacks.draw_place(access, "light", "", QUERY, f"{PATH}/saknas")
    with pytest.raises(PreventUpdate):
        employer_callbacks.draw_place(access, "light", "", QUERY, f"{PATH}/E5")


def test_turning_the_timelines_page_does_not_draw_the_rest_again(access):
    shown = employer.shown_key(access, state())
    assert {
        type(part).__name__
        for part in employer_callbacks.show_employer(access, QUERY, None, f"{PATH}/E1", shown)
    } == {"NoUpdate"}
    assert "kontakter" in as_json(employer_callbacks.fill_timeline(access, QUERY, f"{PATH}/E1")).lower()


def test_a_filter_change_sends_no_polygons(access):
    figure, _side, ground = finder_callbacks.draw_map(access, QUERY, "light", PATH, "")
    assert "coordinates" in as_json(figure)
    changed, _side, again = finder_callbacks.draw_map(access, f"{QUERY}&q=kok", "light", PATH, ground)
    assert again == ground
    assert "coordinates" not in as_json(changed)
    other, _side, _ground = finder_callbacks.draw_map(access, QUERY, "dark", PATH, ground)
    assert "coordinates" in as_json(other)


def test_a_filter_change_is_under_twelve_kilobytes_at_three_hundred_employers(sqlite_engine):
    towns = ("Vallentuna", "Täby", "Åkersberga", "Märsta")
    rows = [
        employer_row(
            f"A-{number:03}", name=f"Arbetsgivaren nummer {number}", locality=towns[number % 4],
            sni_code="56100", position_precision="exact", map_municipality_code="0115",
            map_latitude=59.4 + number / 1000, map_longitude=18 + number / 999,
        )
        for number in range(300)
    ]  # fmt: skip
    stored(sqlite_engine, *rows)
    access = Access(MANAGER, Store(sqlite_engine))
    ground = finder_callbacks.draw_map(access, QUERY, "light", PATH, "")[2]
    sent = [
        finder_callbacks.fill_list(access, f"{QUERY}&q=nummer+1", PATH),
        finder_callbacks.draw_map(access, f"{QUERY}&q=nummer+1", "light", PATH, ground),
    ]
    assert sum(len(gzip.compress(as_json(part).encode())) for part in sent) < 12_000


def test_a_browser_without_webgl_gets_the_text_and_no_figure(access):
    figure, side, ground = finder_callbacks.draw_map(access, QUERY, "", PATH, "")
    assert (type(figure).__name__, ground) == ("NoUpdate", "")
    assert "Arbetsgivare som passar, per kommun" in as_json(side)
    with pytest.raises(PreventUpdate):
        employer_callbacks.draw_place(access, "", "", QUERY, f"{PATH}/E1")


def test_the_changes_and_the_whole_figure_say_the_same(access):
    report = employer_map(access, state("q=zetas&arbetsgivare=E1"))
    figure = finder_map(report, "light")
    before = finder_map(employer_map(access, state()), "light")
    for path, value in finder_map_changes(report, "light"):
        place: Any = before
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
    assert json.loads(as_json(before)) == json.loads(as_json(figure))


def test_the_map_asks_nobody_else_for_anything(access):
    for theme in ("light", "dark"):
        drawn = as_json(finder_map(employer_map(access, state()), theme))
        assert "http" not in drawn
    assert "http" not in as_json(
        employer_map_figure([], {"type": "FeatureCollection", "features": []}, "light")
    )


def test_the_grounds_name_changes_with_theme_and_language(access):
    report = employer_map(access, state())
    names = {ground_in(report, theme) for theme in ("light", "dark")}
    use_language("en")
    assert len(names | {ground_in(report, "light")}) == 3


def test_names_with_tags_are_shown_as_they_stand(sqlite_engine):
    stored(sqlite_engine, employer_row("X", name="<b>Fet</b>", map_latitude=59.5, map_longitude=18.0))
    figure = finder_map(employer_map(Access(MANAGER, Store(sqlite_engine)), state()), "light")
    assert figure["data"][CIRCLES]["text"][0].startswith("&lt;b&gt;Fet&lt;/b&gt;")


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, ()), (1, ((1, 1),)), (3, ((1, 2), (3, 3))), (208, ((1, 4), (5, 15), (16, 55), (56, 208)))],
)
def test_the_classes_of_the_shading_hold_every_count(most, expected):
    counts = [AreaCount("0115", "Vallentuna", most, 59.5, 18.0)] if most else []
    assert class_bounds(counts) == expected
    assert len(expected) <= CLASSES


def test_a_map_of_counts_shows_each_municipality_once(access, monkeypatch):
    monkeypatch.setattr("dashboard.reports.employer_map.MOST_POINTS", 3)
    figure, side, _ground = finder_callbacks.draw_map(access, QUERY, "light", PATH, "")
    assert figure["data"][CIRCLES]["customdata"] == ["k:0115", "k:0160"]
    assert "för många att rita" in as_json(side)


def test_the_table_twin_holds_all_that_fit(access):
    side = as_json(finder_callbacks.draw_map(access, QUERY, "light", PATH, "")[1])
    assert "Arbetsgivare som passar, per kommun" in side
    assert "Utan position" in side
    assert f"{PATH}?per={ON}&kommun=0160" in side
    assert f"{PATH}?per={ON}&kommun=0000" in side


def test_an_order_that_the_menu_does_not_offer_is_shown_as_another(access):
    assert "Annan ordning" in as_json(sort_field("-name"))
    assert ids.Employers.SORT in as_json(sort_field("-strength"))


def test_the_forms_of_an_employer_are_about_ones_own_clients_alone(access):
    on = dt.date(2026, 6, 30)
    forms = {
        viewer: drawn_still(writing_parts(seen_by(access, viewer), key, on))
        for viewer, key in ((ANNA, "E2"), (BO, "E2"), (MANAGER, "E1"))
    }
    assert OF_BO not in forms[ANNA]
    assert "skriv-plan-P-PAGAR" in forms[BO]
    assert {key: key in forms[MANAGER] for key in (OF_ANNA, OF_BO, "skriv-plan-P-JOBB")} == {
        OF_ANNA: True,
        OF_BO: True,
        "skriv-plan-P-JOBB": True,
    }


def test_on_a_past_day_nothing_is_written(access):
    assert "skriv-kontakt" not in as_json(employer.layout(access, state(), "E2"))


def test_the_finder_says_how_far_roughly_and_whom_to_ask(access):
    with in_language("sv"):
        found = finder(access, state("nara=Vallentuna"))
        by_key = {line.employer_id: away_words(line, found) for line in found.lines}
        assert by_key["E5"] == "avståndet är inte känt"
        assert by_key["E2"] == "ungefär på samma plats"
        assert by_key["E1"].endswith(" km bort")
        assert [ask_first(line) for line in found.lines if line.employer_id == "E1"] == ["fråga Anna först"]


def test_those_that_cannot_be_measured_to_open_on_their_rows(access):
    page = as_json(employers.layout(access, state("nara=Vallentuna&km=5")))
    assert "matt=finder.unmeasured" in page


@pytest.mark.parametrize("look", ["list", "cards", "table"])
def test_every_look_holds_the_same_employers_and_the_same_links(access, look):
    page = as_json(employers.layout(access, state(f"visa={look}")))
    for key in ("E1", "E2", "E3", "E4", "E5", "E6"):
        assert f"/arbetsgivare/{key}?" in page
        assert f"&arbetsgivare={key}" in page or f"?arbetsgivare={key}" in page


def test_what_a_word_was_read_as_can_be_taken_away(access):
    assert "las=names" in as_json(employers.layout(access, state("q=lager")))
    alone = as_json(employers.layout(access, state("q=lager&las=names")))
    assert "Läs också som yrken" in alone
