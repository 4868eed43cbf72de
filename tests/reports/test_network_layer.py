"""The networks behind the ties on the network page: what is planted is named, and nothing else."""

import itertools
import threading
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from dashboard.analysis.communities import Communities, communities
from dashboard.analysis.likeness import Likeness
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports import network_layer_picture
from dashboard.reports.access import Access
from dashboard.reports.network_communities import employer_communities
from dashboard.reports.network_layer import shown_layer
from dashboard.reports.network_layer_export import node_file
from dashboard.reports.network_layer_groups import chosen_group, groups
from dashboard.reports.network_layer_holders import holders
from dashboard.reports.network_layer_picture import layer_picture
from dashboard.reports.network_layer_rows import NodeRow, all_nodes, node_page
from dashboard.reports.network_layer_words import (
    holder_words,
    layer_finding,
    nobody_holds,
    stability_words,
)
from dashboard.reports.state import LAYERS
from tests.builders import coach, contact, employer
from tests.reports.layers_small import bridge, offers, senders, shared, stone, two_towns
from tests.reports.network_small import at, opened


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


@pytest.fixture
def towns(sqlite_engine: Engine) -> Access:
    access = opened(sqlite_engine, *two_towns())
    # Found before anybody asks, so that no test depends on how long it takes.
    employer_communities(access, at())
    return access


def said(access: Access, query: str) -> str:
    return layer_finding(access, at(query)).replace(HARD_SPACE, " ")


def held(access: Access, query: str) -> list[str]:
    found = holders(shown_layer(access, at(query)))
    assert found is not None
    return [one.label for one in found.found]


def listed(access: Access, query: str) -> dict[str, NodeRow]:
    return {row.name: row for row in node_page(access, at(query)).rows}


def partners(row: NodeRow) -> list[tuple[str, float]]:
    return [(one.label, one.strength) for one in row.partners]


def test_the_planted_coach_holds_the_others_together_and_the_planted_pair_shares_most(
    sqlite_engine: Engine,
) -> None:
    access = opened(sqlite_engine, *bridge())
    assert said(access, "lager=coaches") == (
        "**5 of 6 coaches share an employer with someone.** Anna and Bo share most: 3 employers. "
        "Without Xenia the network falls apart."
    )
    assert held(access, "lager=coaches") == ["Xenia"]
    view = shown_layer(access, at("lager=coaches"))
    found = holders(view)
    assert found is not None
    # Of the 6 pairs of the other four, 4 go from one pair to the other; each pair counts as one and a half.
    assert found.found[0].between == pytest.approx(4 / 6)
    assert found.found[0].circles == pytest.approx(4 - 2 * 2 / 4)
    assert holder_words(view, found.found[0]).startswith("Without Xenia the network falls apart. 67%")


def test_the_planted_stone_leads_on_and_the_one_between_is_in_the_middle(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *stone())
    assert said(access, "lager=ways") == (
        "**2 employers have led on to jobs at others**, by 3 arrows. From Firm 1 2 clients went on, the most."
    )
    rows = listed(access, "lager=ways")
    assert list(rows) == ["Firm 1", "Firm 2", "Firm 3", "Firm 4"]
    assert partners(rows["Firm 1"]) == [("Firm 2", 1.0), ("Firm 3", 1.0)]
    assert (rows["Firm 1"].went_on, rows["Firm 2"].went_on, rows["Firm 2"].came) == (2, 1, 1)
    assert [one.label for one in rows["Firm 4"].origins] == ["Firm 2"]
    assert held(access, "lager=ways") == ["Firm 2"]
    drawn = layer_picture(access, at("lager=ways"))
    names = [node[1] for node in drawn.nodes]
    assert {(names[int(a)], names[int(b)]) for a, b, _w in drawn.links} == {
        ("Firm 1", "Firm 2"), ("Firm 1", "Firm 3"), ("Firm 2", "Firm 4"),
    }  # fmt: skip
    # No client is named anywhere.
    assert not any(word in str(drawn) + str(rows) for word in ("K1", "K2", "K3"))


def test_the_planted_employer_joins_the_units_and_the_largest_sender_is_named(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *senders())
    assert said(access, "lager=referrers") == (
        "**Most are sent by LSS, daily activities**: 2 of 3 clients. They are placed at 3 employers; most at "
        "Firm 2: 2."
    )
    assert held(access, "lager=referrers") == ["Firm 2"]
    one_unit = shown_layer(access, at("lager=referrers&enhet=U1"))
    found = holders(one_unit)
    assert found is not None
    assert found.found == ()
    assert nobody_holds(one_unit, found) == "With a single unit all ways go through the unit itself."
    rows = listed(access, "lager=referrers")
    assert (rows["LSS, daily activities"].clients, rows["Firm 2"].clients, rows["Norr"].clients) == (2, 2, 0)


def test_the_planted_groups_are_found_and_choosing_one_lists_and_marks_its_members(towns: Access) -> None:
    assert said(towns, "lager=alike") == (
        "**2 groups of alike employers**, the largest Restaurang- och köksbiträden m.fl. in Uppsala, with 4. "
        "2 can be relied on. 1 cannot be compared: occupation or place is missing."
    ).replace("Restaurang- och köksbiträden m.fl.", _field(towns))
    query = "lager=alike&grupp=S2"
    chosen = chosen_group(groups(towns, at(query)), at(query))
    assert chosen is not None
    assert chosen.employer_ids == ("S0", "S1", "S2", "S3")
    assert stability_words(chosen) == "found again to 100%: can be relied on"
    assert list(listed(towns, query)) == SOUTH
    drawn = layer_picture(towns, at(query))
    assert [drawn.nodes[place][0] for place in drawn.meant] == ["employer:S0", "employer:S1", "employer:S2"]
    assert [title[0] for title in drawn.titles] == ["1", "2"]
    assert listed(towns, "lager=alike")["Firm N0"].links == 2
    assert listed(towns, "lager=alike")["Firm S1"].links == 3


def _field(access: Access) -> str:
    """What the largest group is called by, from the register of occupations."""
    found = employer_communities(access, at())
    return found.found[0].name.removesuffix(" in Uppsala")


def test_employers_of_one_kind_alone_are_alike_too(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, offers("S0", 60.5, "0380"), offers("S1", 60.5, "0380"))
    employer_communities(access, at())
    assert said(access, "lager=alike").startswith("**1 group of alike employers**")
    (row,) = all_nodes(access, at("lager=alike"))
    assert (row.name, row.links, row.employers) == ("Firm S0 and 1 more at the same place", 1, ("S0", "S1"))


EMPTY = {
    "ways": "**No client has gone on",
    "alike": "**No two employers are alike**",
    "coaches": "**No coach works on this day**",
    "referrers": "**Neither who sends",
}


def test_of_nothing_something_sensible_is_said(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, employer("E1"))
    for name in LAYERS:
        assert said(access, f"lager={name}").startswith(EMPTY[name])
        assert layer_picture(access, at(f"lager={name}")).nodes == []
        assert all_nodes(access, at(f"lager={name}")) == ()


def test_a_single_coach_is_told_apart_from_several_who_share_nothing(sqlite_engine: Engine) -> None:
    later = coach("B", name="Bo", started_on="2026-06-15")
    rows = [coach("A", name="Anna"), *shared("E1", "A"), later, *shared("E2", "B")]
    access = opened(sqlite_engine, *rows)
    assert said(access, "lager=coaches&per=2026-06-14").startswith("**Only Anna works on this day**")
    assert said(access, "lager=coaches").startswith("**No two coaches share an employer**")


def test_two_coaches_have_nobody_between_them(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *shared("E1", "A", "B"))
    view = shown_layer(access, at("lager=coaches"))
    found = holders(view)
    assert found is not None
    assert nobody_holds(view, found) == "With two coaches nobody stands between others."


def test_a_chosen_node_is_marked_with_what_it_is_linked_to(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *bridge())
    drawn = layer_picture(access, at("lager=coaches&nod=coach:C"))
    names = [node[1] for node in drawn.nodes]
    assert names[drawn.selected] == "Cia"
    assert [names[place] for place in drawn.meant] == ["Dan", "Xenia"]
    assert len(drawn.lit) == 2
    # The employer chosen in the other picture is chosen here too, and what does not exist is not.
    assert layer_picture(access, at("lager=coaches&nod=coach:Nobody")).selected == -1


def test_the_employer_of_another_picture_stays_chosen(towns: Access) -> None:
    drawn = layer_picture(towns, at("lager=alike&arbetsgivare=S3"))
    assert drawn.nodes[drawn.selected][0] == "employer:S0"


def test_nodes_keep_their_places_when_others_come(sqlite_engine: Engine) -> None:
    late = [contact("E9", one, "2026-06-20", kind="visit") for one in ("E", "F")]
    access = opened(sqlite_engine, *bridge(), employer("E9"), *late)
    early = layer_picture(access, at("lager=coaches&per=2026-06-10"))
    before = {node[0]: node[2:4] for node in early.nodes}
    after = {node[0]: node[2:4] for node in layer_picture(access, at("lager=coaches")).nodes}
    assert len(after) == len(before) + 2
    assert {node: after[node] for node in before} == before


def test_what_does_not_fit_the_picture_is_counted_and_stands_in_the_list(
    towns: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_layer_picture, "SHOWN", 2)
    drawn = layer_picture(towns, at("lager=alike&grupp=N0&nod=employer:N1"))
    assert (len(drawn.nodes), drawn.of) == (2, 6)
    assert "employer:N1" in [node[0] for node in drawn.nodes]
    assert node_page(towns, at("lager=alike")).found == 6


NORTH, SOUTH = (
    ["Firm N0", "Firm N1", "Firm N2"],
    ["Firm S0 and 1 more at the same place", "Firm S1", "Firm S2"],
)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("q=firm+n1", ["Firm N1"]),
        ("q=s3", ["Firm S0 and 1 more at the same place"]),
        ("q=byn", NORTH),
        ("sort=name", [*NORTH, *SOUTH]),
        ("sort=-name&grupp=N0", ["Firm N2", "Firm N1", "Firm N0"]),
        ("sort=community", [*SOUTH, *NORTH]),
    ],
)  # fmt: skip
def test_the_list_is_searched_and_sorted(towns: Access, query: str, names: list[str]) -> None:
    assert list(listed(towns, f"lager=alike&{query}")) == names


def test_the_file_holds_every_row_with_all_its_links_and_where_it_comes_from(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *bridge())
    table = node_file(access, at("lager=coaches&coach=A&q=xenia"))
    assert table.rows == [["X", "Xenia", 2, 4, "Anna (1); Bo (1); Cia (1); Dan (1)"]]
    stamp = dict(table.stamp)
    # A coach chosen on the page does not narrow it, so the file does not say that it does.
    assert (stamp["Selection"], stamp["Rows"], stamp["Search"]) == ("everything", "1", "xenia")
    assert "Coaches who both have a living tie" in stamp["Definition"]


def test_none_but_staff_see_any_of_it(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *stone())
    for role, name in itertools.product((Role.VISITOR, Role.ADMIN), LAYERS):
        with pytest.raises(AccessDenied):
            shown_layer(replace(access, viewer=Viewer(9, "x", role)), at(f"lager={name}"))


def test_groups_are_found_once_beside_the_page_however_many_ask(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = opened(sqlite_engine, *two_towns())
    go_on, begun = threading.Event(), []

    def slow(alike: Likeness) -> Communities:
        begun.append(threading.current_thread())
        go_on.wait(20)
        return communities(alike)

    monkeypatch.setattr("dashboard.reports.network_communities.communities", slow)
    page = at("lager=alike")
    assert groups(access, page) is None
    assert groups(access, page) is None
    assert said(access, "lager=alike").endswith("The groups are being worked out.")
    # The rest of the page does not wait for them.
    assert node_page(access, page).found == 6
    assert layer_picture(access, page).titles == []
    go_on.set()
    assert len(employer_communities(access, page).found) == 2
    found = groups(access, page)
    assert found is not None
    assert len(found.found) == 2
    assert len(begun) == 1
    assert begun[0] is not threading.current_thread()
