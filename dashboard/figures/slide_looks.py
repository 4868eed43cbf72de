"""A presentation in the look: 16:9, the tokens' colours as its theme, and the reader's language."""

from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches

from dashboard.figures.theme import colours
from dashboard.i18n import language

WIDE, HIGH = Inches(13.333), Inches(7.5)
FONT = "Arial"
"""Of the look's font stack, the one that every machine with a presentation program has."""
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_THEME = {
    "dk1": "ink",
    "lt1": "surface",
    "dk2": "muted",
    "lt2": "sunken",
    "accent1": "accent",
    "accent2": "cat-2",
    "accent3": "cat-1",
    "accent4": "cat-3",
    "accent5": "cat-4",
    "accent6": "line-strong",
    "hlink": "accent",
    "folHlink": "accent-hover",
}
"""The places of a theme, and which token stands in each."""


def colour(name: str) -> Any:
    """A token of the light look, which is the one that is printed and projected."""
    return RGBColor.from_string(colours("light")[name].lstrip("#"))


def empty_deck() -> Any:
    """A presentation without slides."""
    deck = Presentation()
    stretch = WIDE / deck.slide_width
    deck.slide_width, deck.slide_height = WIDE, HIGH
    master = deck.slide_master
    for layout in (master, *master.slide_layouts):
        for place in layout.placeholders:
            left, top, wide, high = place.left, place.top, place.width, place.height
            place.left, place.width = Emu(round(left * stretch)), Emu(round(wide * stretch))
            place.top, place.height = top, high
    _dress(master)
    return deck


def speak(deck: Any) -> None:
    """Say in which language all texts and charts are, so that they are read and spelt as it."""
    code = {"sv": "sv-SE", "en": "en-GB"}[language()]
    deck.core_properties.language = code
    for root in _roots(deck):
        for run in root.iter(f"{_MAIN}r"):
            run.get_or_add_rPr()
        for name in ("rPr", "defRPr", "endParaRPr"):
            for part in root.iter(f"{_MAIN}{name}"):
                part.set("lang", code)
    for chart in _charts(deck):
        space = chart._chartSpace
        for old in space.findall(f"{_CHART}lang"):
            space.remove(old)
        told = etree.Element(f"{_CHART}lang")
        told.set("val", code)
        first = space.find(f"{_CHART}date1904")
        space.insert(0 if first is None else 1, told)


def _roots(deck: Any) -> Iterator[Any]:
    yield deck.part._element
    yield deck.slide_master._element
    for slide in deck.slides:
        yield slide._element
        yield slide.notes_slide._element


def _charts(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                yield shape.chart


def _dress(master: Any) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    scheme = theme.find(f".//{_MAIN}clrScheme")
    for place, token in _THEME.items():
        holder = scheme.find(f"{_MAIN}{place}")
        for old in list(holder):
            holder.remove(old)
        etree.SubElement(holder, f"{_MAIN}srgbClr").set("val", str(colour(token)))
    for latin in theme.findall(f".//{_MAIN}fontScheme/*/{_MAIN}latin"):
        latin.set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
