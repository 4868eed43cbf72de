"""A card in its order: heading, finding, chart with caption, tools."""

from dash import html

from dashboard.components.cards import Download, graph_card, rich
from tests.components.drawn import parts, text, walk


def test_bold_and_intervals_are_marked_and_nothing_else_changes():
    said = rich("**7 av 12** ledde till jobb {osäkert: 32–81 %}.")
    assert text(said) == "7 av 12 ledde till jobb osäkert: 32–81 %."
    assert [text(part) for part in parts(said, "B")] == ["7 av 12"]
    assert [text(part) for part in parts(said, "Span", "b-int")] == ["osäkert: 32–81 %"]


def test_text_from_data_is_never_read_as_markup():
    assert text(rich("<b>Ek & Co</b>")) == "<b>Ek & Co</b>"
    assert not parts(rich("<b>Ek & Co</b>"), "B")


def whole_card():
    return graph_card(
        "kort",
        "Rubrik",
        "**Fynd**.",
        html.Div("bild"),
        caption="n = 3",
        table=html.Table(),
        downloads=[Download("csv", "/fil.csv")],
        how="Så här.",
        control=html.Div("val"),
    )


def test_the_parts_of_a_card_stand_in_the_order_of_the_look():
    order = [type(part).__name__ for part in walk(whole_card())]
    tags = [tag for tag in order if tag in {"H2", "P", "Figure", "Figcaption", "Details"}]
    assert tags[:4] == ["H2", "P", "Figure", "Figcaption"]
    assert tags.count("Details") == 3
    assert text(whole_card()).index("val") < text(whole_card()).index("bild")


def test_a_card_is_named_by_its_heading():
    card = whole_card()
    (heading,) = parts(card, "H2")
    assert getattr(card, "aria-labelledby") == heading.id == "kort-title"


def test_a_card_without_tools_has_no_empty_row():
    assert not parts(graph_card("kort", "Rubrik", "Fynd."), class_name="b-tools")
