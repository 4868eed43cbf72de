"""Charts take every colour from the style sheet, and the style sheet keeps its contrasts."""

import re

import pytest

from dashboard.domain.vocabulary import OWNERSHIPS, RUNGS, WARMTHS
from dashboard.figures.employer_map import MapPoint, employer_map_figure
from dashboard.figures.network_style import network_style, node_size
from dashboard.figures.theme import asset_folder, colours, font, layout, see_through
from dashboard.i18n import use_language

THEMES = ("light", "dark")
CSS = (asset_folder() / "10-tokens.css").read_text()
NO_AREAS = {"type": "FeatureCollection", "features": []}


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two hex colours, from its definition."""

    def luminance(colour: str) -> float:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["page", "surface", "sunken"])
@pytest.mark.parametrize(
    "text", ["ink", "muted", "accent", "good", "attention", "critical", "accent-hover", "faint"]
)
def test_text_stands_out_from_every_ground(theme, ground, text):
    c = colours(theme)
    assert contrast(c[text], c[ground]) >= 4.5, (theme, text, ground)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["good", "attention", "critical", "accent"])
def test_a_status_is_read_on_its_own_soft_ground(theme, kind):
    c = colours(theme)
    assert contrast(c[kind], c[f"{kind}-soft"]) >= 4.5
    assert contrast(c["ink"], c[f"{kind}-soft"]) >= 4.5
    assert contrast(c["muted"], c[f"{kind}-soft"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "mark",
    [
        "line-strong",
        "focus",
        *(f"rung-{rung}" for rung in range(6)),
        *(f"cat-{number}" for number in range(1, 5)),
        *(f"warm-{warmth}" for warmth in ("active", "cooling", "dormant", "never")),
        *(f"own-{key.replace('_', '-')}" for key in OWNERSHIPS),
        "other",
        *(f"out-{group}" for group in ("goal", "onward", "none", "broken", "unknown")),
    ],
)
def test_marks_and_borders_stand_out_from_card_and_page(theme, mark):
    c = colours(theme)
    assert contrast(c[mark], c["surface"]) >= 3, (theme, mark)
    assert contrast(c[mark], c["page"]) >= 3, (theme, mark)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_of_the_sheet_is_found_in_both_themes(theme):
    block = CSS.split("/* Light */")[1].split("/* Dark")[0]
    named = set(re.findall(r"--([a-z0-9-]+):\s*#", block))
    assert set(colours(theme)) == named


def test_the_dark_values_for_the_choice_and_for_the_machine_are_the_same():
    chosen, machine = re.findall(r'\[data-theme="dark"\] \{(.*?)\}', CSS, re.DOTALL), []
    machine = re.findall(r':root:not\(\[data-theme="light"\]\) \{(.*?)\}', CSS, re.DOTALL)
    assert [re.sub(r"\s+", "", body) for body in chosen] == [re.sub(r"\s+", "", body) for body in machine]


def test_numbers_in_charts_follow_the_language():
    assert layout("light")["separators"] == ",\u202f"
    use_language("en")
    assert layout("light")["separators"] == ".,"


def test_a_chart_may_change_an_axis_without_losing_the_rest():
    changed = layout("dark", xaxis={"rangemode": "tozero"}, height=200)
    assert changed["xaxis"]["rangemode"] == "tozero"
    assert changed["xaxis"]["gridcolor"] == colours("dark")["line"]
    assert changed["height"] == 200


def test_a_layout_is_ones_own():
    layout("light")["xaxis"]["gridcolor"] = "red"
    assert layout("light")["xaxis"]["gridcolor"] == colours("light")["line"]


def test_alpha_and_font():
    assert see_through("#102030", 0.5) == "rgba(16,32,48,0.5)"
    assert "Segoe UI" in font()


@pytest.mark.parametrize("theme", THEMES)
def test_the_network_uses_only_colours_of_the_theme(theme):
    known = set(colours(theme).values())
    used = {
        value
        for rule in network_style(theme)
        for value in rule["style"].values()
        if isinstance(value, str) and value.startswith("#")
    }
    assert used <= known


LOOKS = {
    "rung": [f"rung-{rung}" for rung in RUNGS],
    "warmth": [f"warm-{warmth}" for warmth in WARMTHS],
    "ownership": [*(f"own-{key.replace('_', '-')}" for key in OWNERSHIPS), "other"],
    "sector": ["cat-1", "cat-2", "cat-3", "other"],
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("of", LOOKS)
def test_nobody_needs_the_hue_to_tell_two_looks_apart(theme, of):
    """Without what is coloured, every look of a colouring still differs: in shape, size or filling."""
    rules = network_style(theme)

    def form(look):
        drawn: dict[str, object] = {}
        for rule in rules:
            if rule["selector"] == f"node.{look}":
                drawn |= {key: value for key, value in rule["style"].items() if "color" not in key}
        return tuple(sorted((key, str(value)) for key, value in drawn.items()))

    forms = [form(look) for look in LOOKS[of]]
    assert all(forms)
    assert len(set(forms)) == len(forms)


def test_every_look_of_the_picture_has_its_icon_in_the_legend():
    icons = (asset_folder() / "15-icons.css").read_text()
    for look in {look for looks in LOOKS.values() for look in looks}:
        assert f".b-i--{look} {{ --i:" in icons, look
        assert f".b-i--{look} {{ color: var(--{look}); }}" in icons, look


def test_a_node_grows_with_strength_and_stops_at_its_bounds():
    assert [node_size(strength) for strength in (-5, 0, 50, 100, 120)] == [12, 12, 17, 22, 22]


def test_a_map_fetches_nothing_and_holds_all_its_points():
    points = [MapPoint("E1", "Ek", 59.5, 18.1, 5), MapPoint("E2", "Al", 59.6, 18.0, 0, selected=True)]
    figure = employer_map_figure(points, NO_AREAS, "light")
    assert "http" not in str(figure["layout"]["map"]["style"])
    assert figure["data"][-1]["customdata"] == ["E1", "E2"]
    centre = figure["layout"]["map"]["center"]
    assert (centre["lat"], centre["lon"]) == (pytest.approx(59.55), pytest.approx(18.05))


def test_a_map_without_points_shows_the_country():
    figure = employer_map_figure([], NO_AREAS, "dark")
    assert figure["layout"]["map"]["zoom"] < 5
