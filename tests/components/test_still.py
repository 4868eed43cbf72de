"""Markup that travels as a tree: what it holds, and what it refuses."""

import json

import pytest
from dash import dcc, html

from dashboard.components.still import ATTRIBUTE, drawn_still, kept, still


def tree(children):
    return json.loads(drawn_still(children))


def test_a_component_becomes_its_tag_its_attributes_and_its_children():
    link = html.A(
        ["Ek ", html.B(3)], href="/a", className="b-x", disable_n_clicks=True, **{"data-app": "yes"}
    )
    assert tree(link) == [["a", {"href": "/a", "class": "b-x", "data-app": "yes"}, "Ek ", ["b", {}, 3]]]


def test_attributes_have_the_names_of_the_page_and_false_ones_are_left_out():
    parts = [
        html.Label("x", htmlFor="y"),
        html.Time("i dag", dateTime="2026-06-30"),
        html.Details(open=False),
    ]
    assert tree(parts) == [
        ["label", {"for": "y"}, "x"],
        ["time", {"datetime": "2026-06-30"}, "i dag"],
        ["details", {}],
    ]


def test_lists_within_lists_and_nothing_are_kept_in_order():
    assert tree(html.P(["a", None, ["b", html.I()]])) == [["p", {}, "a", ["", {}, "b", ["i", {}]]]]
    assert tree(None) == [None]


def test_text_that_looks_like_markup_stays_text():
    assert tree(html.P("<img onerror=x>")) == [["p", {}, "<img onerror=x>"]]


def test_what_is_more_than_markup_is_refused():
    with pytest.raises(TypeError, match="Graph is more than markup"):
        drawn_still(html.Div(dcc.Graph()))


def test_what_is_kept_is_drawn_as_if_it_were_new():
    part = html.B("x")
    assert tree(html.P([kept(part), " y"])) == tree(html.P([part, " y"]))


def test_the_place_holds_the_tree_in_one_attribute():
    place = still("here", html.P("x"), "e-col").to_plotly_json()["props"]
    assert place["id"] == "here"
    assert place["className"] == "e-col"
    assert json.loads(place[ATTRIBUTE]) == [["p", {}, "x"]]
