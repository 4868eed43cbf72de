"""The charts of the board report as SVG: sharp on paper, with text that can be selected.

A drawing is 640 wide, which is the width of the text on an A4 page. Its height is known before it is drawn,
so that pages can be filled without measuring in a browser.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Any

from dashboard.components.still import element
from dashboard.i18n import number, percent
from dashboard.reports.board_parts import Bar, Bars, Paired, Unit
from dashboard.reports.rounding import MINUS, kronor

WIDTH = 640
NAME, SAID = 184, 216
"""Room for names to the left and numbers to the right of the bars."""
LETTERS_NAME, LETTERS_SAID = 29, 38
LINE, GAP, BAR, TITLE, SCALE = 14, 8, 11, 22, 18
EVEN = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
"""What an axis may end at, times a power of ten."""
LETTER = 6.2
"""About how wide a letter of the numbers is."""
LEFT, RIGHT = NAME + 10, WIDTH - SAID - 10


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn, and how high it is where it is 640 wide."""

    parts: tuple[Any, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Axis:
    """From the lowest to the highest value, on so much of the drawing's width."""

    low: float
    high: float
    left: float = LEFT
    right: float = RIGHT

    def at(self, value: float) -> float:
        """Where a value lies."""
        part = (min(max(value, self.low), self.high) - self.low) / ((self.high - self.low) or 1)
        return self.left + part * (self.right - self.left)


def bars(chart: Bars) -> Drawing:
    """A row a bar: its name, the bar with its ends, and the numbers in words."""
    axis = _axis(chart.unit, [value for bar in chart.bars for value in _values(bar)], chart.top)
    drawn: list[Any] = []
    down: float = TITLE if chart.title else 0
    for bar in chart.bars:
        names, said = wrapped(bar.name, LETTERS_NAME), wrapped(bar.said, LETTERS_SAID)
        high = LINE * max(len(names), len(said)) + GAP
        drawn += [*_lines(names, 0, down, "r-name"), *_lines(said, RIGHT + 10, down, "r-said")]
        drawn += _marks(chart.unit, bar, axis, down + 2)
        down += high
    scale = _scale(axis, chart.unit, down, TITLE if chart.title else 0)
    return Drawing((*_title(chart.title), *scale, *drawn), down + SCALE)


def paired(chart: Paired) -> Drawing:
    """Two bars a row; from a base of their own they lie on one line, one to each side."""
    base = chart.base or 0.0
    axis = _axis(chart.unit, [base, *(value for _name, *both in chart.rows for value in both)], None)
    drawn: list[Any] = []
    down: float = TITLE + LINE
    for name, one, other in chart.rows:
        names = wrapped(name, LETTERS_NAME)
        said = [told(chart.unit, one), told(chart.unit, other)]
        apart = 0 if chart.base is not None else BAR + 1
        drawn += [*_lines(names, 0, down, "r-name"), *_lines(said, RIGHT + 10, down, "r-said")]
        drawn += [
            _bar(axis, base, one, down + 2, "r-bar"),
            _bar(axis, base, other, down + 2 + apart, "r-bar r-bar--2"),
        ]
        down += max(LINE * max(len(names), 2), 2 * BAR) + GAP
    scale = _scale(axis, chart.unit, down, TITLE + LINE)
    title = chart.title or " · ".join(chart.names)
    keys = _keys(chart.names, TITLE)
    return Drawing((*_title(title if chart.title else ""), *keys, *scale, *drawn), down + SCALE)


def told(unit: Unit, value: float) -> str:
    """A value as it stands beside its bar."""
    if unit == "share":
        return percent(value)
    if unit == "kronor":
        return kronor(value)
    return number(value, 0 if value == int(value) else 1).replace("-", MINUS)


def wrapped(text: str, letters: int) -> list[str]:
    """The text in lines that fit."""
    return textwrap.wrap(text, letters) or [""]


def svg(drawing: Drawing, alternative: str, wide: float = WIDTH) -> Any:
    """The drawing as a picture as wide as its place, with what it says to whoever does not see it."""
    return element(
        "svg",
        *drawing.parts,
        viewBox=f"0 0 {wide:g} {drawing.height:g}",
        role="img",
        aria_label=alternative,
        class_="r-svg",
    )


def text(words: str, across: float, down: float, class_: str, anchor: str = "start") -> Any:
    """Words whose first line's base is so far down."""
    return element("text", words, x=f"{across:g}", y=f"{down:g}", class_=class_, text_anchor=anchor)


def line(from_: tuple[float, float], to: tuple[float, float], class_: str) -> Any:
    """A straight line."""
    (x1, y1), (x2, y2) = from_, to
    return element("line", x1=f"{x1:.2f}", y1=f"{y1:.2f}", x2=f"{x2:.2f}", y2=f"{y2:.2f}", class_=class_)


def _values(bar: Bar) -> list[float]:
    return [*([] if bar.value is None else [bar.value]), *(bar.ends or ())]


def _axis(unit: Unit, values: Sequence[float], top: float | None) -> Axis:
    if unit == "share":
        return Axis(0, 1)
    return Axis(-even(-min(0.0, *values)), top or even(max(0.0, *values)) or 1)


def even(most: float) -> float:
    """A round number that holds it: where an axis ends.

    >>> even(32.1), even(18), even(0), even(130_000)
    (40.0, 20.0, 0.0, 150000.0)
    """
    if most <= 0:
        return 0.0
    size = 10 ** floor(log10(most))
    return float(next(step * size for step in EVEN if most <= step * size))


def _marks(unit: Unit, bar: Bar, axis: Axis, down: float) -> list[Any]:
    """A share is a point on the band of its interval, as on the pages; all else a bar from zero."""
    if unit != "share" or (bar.value is not None and bar.ends is None):
        marks = [] if bar.value is None else [_bar(axis, 0.0, bar.value, down, _kind(unit, bar.value))]
        middle = down + BAR / 2
        ends = (
            [line((axis.at(bar.ends[0]), middle), (axis.at(bar.ends[1]), middle), "r-ends")]
            if bar.ends
            else []
        )
        return [*marks, *ends]
    if bar.ends is None:
        return []
    left, right = map(axis.at, bar.ends)
    band = element(
        "rect", x=f"{left:.2f}", y=f"{down:g}", width=f"{right - left:.2f}", height=BAR, class_="r-band"
    )
    if bar.value is None:
        return [band]
    point = element("circle", cx=f"{axis.at(bar.value):.2f}", cy=f"{down + BAR / 2:g}", r=5, class_="r-dot")
    return [band, point]


def _kind(unit: Unit, value: float) -> str:
    return "r-bar r-bar--loss" if unit == "kronor" and value < 0 else "r-bar"


def _bar(axis: Axis, base: float, value: float, down: float, class_: str) -> Any:
    left, right = sorted((axis.at(base), axis.at(value)))
    return element(
        "rect", x=f"{left:.2f}", y=f"{down:g}", width=f"{right - left:.2f}", height=BAR, class_=class_
    )


def _title(title: str) -> list[Any]:
    return [text(title, 0, LINE, "r-title")] if title else []


def _keys(names: tuple[str, str], down: float) -> list[Any]:
    """What the two colours are."""
    parts = []
    for place, name in enumerate(names):
        across = LEFT + place * (40 + LETTER * len(names[0]))
        class_ = "r-bar" if not place else "r-bar r-bar--2"
        parts += [
            element("rect", x=f"{across:g}", y=f"{down - 9:g}", width=10, height=10, class_=class_),
            text(name, across + 15, down, "r-said"),
        ]
    return parts


def _lines(words: Sequence[str], across: float, down: float, class_: str) -> list[Any]:
    return [text(one, across, down + 11 + LINE * place, class_) for place, one in enumerate(words)]


def _scale(axis: Axis, unit: Unit, down: float, top: float) -> list[Any]:
    """The lines behind the bars, and what they are."""
    ticks = [0.0, 0.25, 0.5, 0.75, 1.0] if unit == "share" else [axis.low, 0.0, axis.high]
    if unit == "count" and axis.low == 0 and axis.high <= 5:
        ticks = [float(tick) for tick in range(int(axis.high) + 1)]
    drawn = []
    for tick in sorted(set(ticks)):
        across = axis.at(tick)
        drawn += [
            line((across, top), (across, down), "r-zero" if tick == 0 else "r-grid"),
            text(told(unit, tick), across, down + 13, "r-tick", "middle"),
        ]
    return drawn
