"""The network page and its callbacks, without a browser."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from dash import no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard import ids
from dashboard.callbacks import handover as handover_callbacks
from dashboard.callbacks import network as callbacks
from dashboard.domain.access import STAFF, Role, Viewer
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.network import layout
from dashboard.pages.network_card import left_out
from dashboard.pages.network_ladder import row_texts
from dashboard.reports.access import Access
from dashboard.reports.network_picture import Picture, picture
from dashboard.reports.state import COLOURINGS, QUESTIONS
from tests.builders import contact, employer
from tests.reports.network_small import ON, anna_and_bo, at, opened

TILES, TITLE, FINDING, WHO, CHOICES, CAPTION, NODES, MARKS, PANEL, TABLE, WELL, STAND, DRAWN = range(13)


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


def plain(component: Any) -> Any:
    def read_back(part: dict[str, Any]) -> dict[str, Any]:
        """What is drawn still stands as text in an attribute."""
        return {**part, "data-still": json.loads(part["data-still"])} if "data-still" in part else part

    text = orjson.dumps(component, default=lambda one: one.to_plotly_json())
    return json.loads(text, object_hook=read_back)


def texts(component: Any) -> Iterator[str]:
    if isinstance(component, dict):
        component = [*component["props"].values()] if "props" in component else [*component.values()]
    if isinstance(component, list):
        for part in component:
            yield from texts(part)
    elif isinstance(component, str):
        yield component


def words(component: Any) -> str:
    return " ".join(texts(plain(component)))


def hrefs(component: Any) -> list[str]:
    found = plain(component)
    if isinstance(found, dict):
        own = [found["href"]] if isinstance(found.get("href"), str) else []
        return own + [href for value in found.values() for href in hrefs(value)]
    return [href for part in found for href in hrefs(part)] if isinstance(found, list) else []


def drawn(access: Access, query: str = "", had: dict[str, str] | None = None) -> tuple[Any, ...]:
    """What the callback answers; what is drawn still comes as text, and is read back as a tree."""
    answer = callbacks.draw_network(access, f"?per={ON}&{query}", "/natverk", had)
    return tuple(json.loads(part) if place in {TILES, TABLE} else part for place, part in enumerate(answer))


def test_the_page_stands_in_the_menu_for_coaches_and_managers() -> None:
    found = find_page("/natverk")
    assert found is not None
    assert found[0].roles == STAFF == callbacks.group.allow


def test_the_page_holds_everything_its_callbacks_fill(access: Access) -> None:
    page = layout(access, at())
    assert isinstance(page, Component)
    held = {name for name in page if isinstance(name, str)}
    names = {value for name, value in vars(ids.Network).items() if name.isupper()}
    assert names - held == {ids.Network.LEAVING, ids.Network.COMPARE}


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_drawn_first_and_what_a_callback_draws_are_the_same(access: Access, question: str) -> None:
    first = words(layout(access, at(f"fraga={question}&arbetsgivare=E1")))
    later = drawn(access, f"fraga={question}&arbetsgivare=E1")
    for part in (TITLE, FINDING, CAPTION, PANEL, TABLE):
        assert words(later[part]) in first


def test_no_nested_lists_reach_the_browser_as_children(access: Access) -> None:
    # Dash does not turn lists within lists into components: the page would stay blank.
    def nested(node: Any) -> bool:
        if isinstance(node, dict):
            children = node.get("props", {}).get("children")
            if isinstance(children, list) and any(isinstance(one, list) for one in children):
                return True
            return any(nested(value) for value in node.values())
        return isinstance(node, list) and any(nested(one) for one in node)

    for question in QUESTIONS:
        assert not nested(plain(layout(access, at(f"fraga={question}&arbetsgivare=E1&om=A"))))


def test_an_empty_database_says_what_to_do_first(sqlite_engine: Engine) -> None:
    said = words(layout(opened(sqlite_engine), at()))
    assert "Inga arbetsgivare än" in said
    assert "brygga import" in said


def test_employers_without_any_tie_give_a_page_that_says_so(sqlite_engine: Engine) -> None:
    said = words(layout(opened(sqlite_engine, employer("E1")), at()))
    assert "Ingen arbetsgivare har ett levande band den här dagen." in said
    assert "Det finns inget levande band, så inget kan brista." in said


def test_a_single_coach_is_a_network_too(sqlite_engine: Engine) -> None:
    said = words(layout(opened(sqlite_engine, contact("E1", "A", "2026-06-01")), at("fraga=leaving")))
    assert "Allt hänger på Coach A" in said
    assert "ingen är kvar" in said


def test_nodes_that_the_browser_has_are_not_sent_again(access: Access) -> None:
    first = drawn(access)
    assert first[NODES]["key"] == first[MARKS]["key"]
    second = drawn(access, "fraga=leaving", first[DRAWN])
    assert second[NODES] is no_update
    assert second[WELL] is second[STAND] is no_update
    assert second[MARKS]["critical"]
    assert drawn(access, "coach=B", first[DRAWN])[NODES] is not no_update


def test_another_page_is_not_drawn(access: Access) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.draw_network(access, "?fraga=leaving", "/arbetsgivare", None)


def test_coaches_are_ticked_only_where_it_is_asked_who_leaves(access: Access) -> None:
    assert drawn(access)[WHO] is None
    boxes = plain(drawn(access, "fraga=leaving&om=B")[WHO])
    assert '"value": ["B"]' in json.dumps(boxes)
    assert '"data-q-many": "om"' in json.dumps(boxes)


def test_change_is_asked_since_a_chosen_day_and_of_a_chosen_kind(access: Access) -> None:
    parts = drawn(access, "fraga=changed&jamfor=2026-01-01&andring=new")
    controls = parts[WHO]
    assert '"data-q": "jamfor"' in json.dumps(plain(controls))
    assert '"value": "2026-01-01"' in json.dumps(plain(controls))
    # Anna met E1 before the new year; E2, E3 twice and E4 came after.
    shown = ("Ändrade 4", "Nya 4", "Återupptagna 0", "Förlorade 0", "Kvar 1", "Alla fyra 5")
    assert [kind for kind in shown if kind not in words(controls).replace("  ", " ")] == []
    since = f"per={ON}&fraga=changed&jamfor"
    assert f"/natverk?per={ON}&fraga=changed&andring=new" in hrefs(controls)
    assert f"/natverk?{since}=2024-06-15&andring=new" in hrefs(controls)
    assert f"/natverk?{since}=2026-01-01&andring=kept" in hrefs(controls)
    assert "1 januari 2026" in words(parts[FINDING])
    kept = drawn(access, "fraga=changed&jamfor=2026-01-01&andring=kept")
    assert "Åkra bageri" in words(kept[TABLE])
    assert "Kvar" in words(kept[TABLE])
    assert "Backa livs" not in words(kept[TABLE])


def test_a_row_selects_and_a_selected_row_lets_go(access: Access) -> None:
    assert f"/natverk?per={ON}&arbetsgivare=E1" in hrefs(drawn(access)[TABLE])
    rows = drawn(access, "arbetsgivare=E1")[TABLE]
    assert f"/natverk?per={ON}" in hrefs(rows)
    assert '"aria-selected": "true"' in json.dumps(plain(rows))


def test_a_row_leads_to_the_employers_own_page(access: Access) -> None:
    found = hrefs(drawn(access, "fraga=single_coach")[TABLE])
    assert any(href.startswith("/arbetsgivare/E1") for href in found)


def test_a_question_opens_with_an_empty_search_on_the_first_page(access: Access) -> None:
    tiles = hrefs(drawn(access, "q=verk&sida=2&sort=name&arbetsgivare=E1")[TILES])
    assert f"/natverk?per={ON}&fraga=cooling&arbetsgivare=E1" in tiles


def test_a_search_that_finds_nothing_offers_the_way_back(access: Access) -> None:
    table = drawn(access, "q=finns+inte")[TABLE]
    assert "finns inte" in words(table)
    assert hrefs(table) == [f"/natverk?per={ON}"]


def test_the_panel_says_who_takes_over(access: Access) -> None:
    said = words(drawn(access, "fraga=leaving&om=A&arbetsgivare=E1")[PANEL])
    assert "Blir utan coach" in said
    assert "Föreslagen arvtagare: Bo" in said
    assert "1 pågående placering" in said
    assert "1 av 2 platser upptagna" in said


def test_the_panel_says_whom_to_ask_and_that_nobody_is_alike(access: Access) -> None:
    said = words(drawn(access, "arbetsgivare=E1")[PANEL])
    assert "Vägen in Fråga Anna , som träffade dem 25 juni 2026." in said
    assert "Ingen: ingen annan i närheten erbjuder samma sak" in said


def test_no_client_key_is_on_the_page_but_in_the_hand_over_of_who_may_see_it(access: Access) -> None:
    for question in QUESTIONS:
        shown = "K1" in words(layout(access, at(f"fraga={question}&arbetsgivare=E1")))
        assert shown == (question == "leaving"), question
    bo = Access(Viewer(2, "Bo", Role.COACH, "B"), access.store)
    assert "K1" not in words(layout(bo, at("fraga=leaving&om=A")))


def sentence(drawn_ones: int, tied: int, without: int = 0, *, neighbourhood: bool = False) -> str:
    return left_out(Picture("", [], [], [], {}, drawn_ones, tied, without, neighbourhood))


def test_what_is_left_out_of_the_picture_is_said() -> None:
    assert sentence(0, 0) == "Ingen arbetsgivare har ett levande band den här dagen."
    assert sentence(1, 1) == "Visar den enda arbetsgivaren med levande band."
    assert sentence(120, 120, 51) == (
        "Visar alla 120 arbetsgivare med levande band. "
        "51 utan levande band är med bara när frågan gäller dem."
    )
    assert sentence(300, 812, 1) == (
        "Visar 300 av 812 arbetsgivare med levande band: först de som frågan gäller, sedan de starkaste. "
        "1 utan levande band är med bara när frågan gäller den."
    )
    assert sentence(3, 9, neighbourhood=True) == "Visar grannskapet: 3 av 9 arbetsgivare med levande band."
    use_language("en")
    assert sentence(300, 812) == (
        "Shows 300 of 812 employers with a living tie: those of the question first, then the strongest."
    )


def test_what_play_shows_is_said_where_not_everybody_fits(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *(contact(f"E{n:03}", "A", "2026-06-01") for n in range(401)))
    assert "visar de här 300 av de 401 arbetsgivare" in words(drawn(access)[CAPTION])
    assert "visar de här 400 av alla 401 arbetsgivare" in words(drawn(access, "vy=ladder")[CAPTION])
    assert "uppspelningen" not in words(drawn(access, "arbetsgivare=E001&djup=1")[CAPTION])


def test_the_signs_of_the_picture_follow_the_question(access: Access) -> None:
    said = {question: words(drawn(access, f"fraga={question}")[CAPTION]) for question in QUESTIONS}
    assert "blir utan coach" in said["leaving"]
    assert "förlorat band" in said["changed"]
    assert "tidigare band" in said["cooling"]


def test_switching_question_sends_little(sqlite_engine: Engine) -> None:
    many = [contact(f"E{n:03}", f"C{n % 5}", "2026-06-01") for n in range(300)]
    more = [contact(f"E{n:03}", f"C{(n + 1) % 5}", "2026-06-01") for n in range(0, 300, 2)]
    access = opened(sqlite_engine, *many, *more)
    first = drawn(access)
    answer = [part for part in drawn(access, "fraga=leaving", first[DRAWN]) if part is not no_update]
    assert len(picture(access, at()).marks["shown"]) == 300
    assert len(gzip.compress(orjson.dumps(plain(answer)))) < 12_000


def test_files_are_made_of_the_whole_list(access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    class Context:
        triggered_id = ids.Network.AS_CSV

    monkeypatch.setattr(callbacks, "ctx", Context)
    sent = callbacks.export_list(access, None, 1, f"?per={ON}")
    assert (sent["filename"], sent["base64"]) == (f"natverk-single_coach-{ON}.csv", True)
    Context.triggered_id = ids.Network.AS_XLSX
    assert callbacks.export_list(access, 1, None, f"?per={ON}")["filename"].endswith(".xlsx")


def test_the_hand_over_is_a_file_under_its_own_question(
    access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Context:
        triggered_id = ids.Network.HANDOVER_CSV

    monkeypatch.setattr(handover_callbacks, "ctx", Context)
    sent = handover_callbacks.export_handover(access, None, 1, f"?per={ON}&fraga=leaving")
    assert sent["filename"] == f"overlamning-{ON}.csv"
    Context.triggered_id = ids.Network.HANDOVER_XLSX
    sent = handover_callbacks.export_handover(access, 1, None, f"?per={ON}&fraga=leaving")
    assert sent["filename"] == f"overlamning-{ON}.xlsx"
    with pytest.raises(PreventUpdate):
        handover_callbacks.export_handover(access, 1, None, f"?per={ON}")


def test_the_ways_to_draw_are_links_that_keep_the_rest_of_the_address(access: Access) -> None:
    ways = plain(drawn(access, "fraga=leaving&om=A&arbetsgivare=E1&vy=ladder&farg=warmth")[CHOICES])
    kept = f"/natverk?per={ON}&fraga=leaving&om=A&arbetsgivare=E1"
    assert hrefs(ways)[:2] == [f"{kept}&farg=warmth", f"{kept}&vy=ladder&farg=warmth"]
    assert f"{kept}&vy=ladder&farg=sector" in hrefs(ways)
    said = json.dumps(ways)
    assert said.count('"aria-current": "true"') == 2
    assert all(word in words(ways) for word in ("Rita som", "Väv", "Trappa", "Färg och form", "Ägarform"))


def test_the_rungs_of_the_ladder_are_told_with_number_name_and_count(access: Access) -> None:
    marks = drawn(access, "vy=ladder")[MARKS]
    assert (marks["drawing"], marks["rows"]) == (
        "ladder",
        [
            "0 Känd · 1",
            "1 Kontaktad · 4",
            "2 Träffad · 0",
            "3 Tagit emot · 1",
            "4 Anställt · 0",
            "5 Partner · 0",
        ],
    )
    assert row_texts({"rungs": [0, 0, 1], "rows": [1204, 1, 0, 0, 0, 0]})["rows"][:2] == [
        "0 Känd · 2 av 1\u202f204",
        "1 Kontaktad · 1",
    ]


def test_another_colour_sends_no_nodes_and_plays_the_same_film(access: Access) -> None:
    first = drawn(access, "vy=ladder")
    second = drawn(access, "vy=ladder&farg=sector", first[DRAWN])
    assert second[NODES] is second[WELL] is no_update
    assert second[MARKS]["colour"]["of"] == "sector"
    assert first[MARKS]["view"] == second[MARKS]["view"]
    assert drawn(access, "", first[DRAWN])[NODES] is not no_update


@pytest.mark.parametrize("colour", COLOURINGS)
def test_what_the_colours_stand_for_is_explained(access: Access, colour: str) -> None:
    said = words(drawn(access, f"vy=ladder&farg={colour}")[CAPTION])
    assert "Visar alla 6 arbetsgivare, med och utan levande band." in said
    assert "Vad färg och form betyder" in said
    assert "Trappan" in said


def test_what_is_left_out_of_the_ladder_is_said() -> None:
    def said(drawn_ones: int, of: int) -> str:
        return left_out(Picture("", [], [], [], {}, drawn_ones, of, 0, neighbourhood=False, ladder=True))

    assert said(0, 0) == "Filtren lämnar ingen arbetsgivare kvar."
    assert said(1, 1) == "Visar den enda arbetsgivaren, med eller utan levande band."
    assert said(400, 3000).startswith("Visar 400 av 3\u202f000 arbetsgivare: först de som frågan gäller")


def test_a_ladder_of_employers_that_nobody_has_met_stands(sqlite_engine: Engine) -> None:
    page = layout(opened(sqlite_engine, employer("E1")), at("vy=ladder&farg=ownership"))
    assert "Visar den enda arbetsgivaren, med eller utan levande band." in words(page)
