"""What a card consists of, whatever it is about: a finding, a drawing and the same numbers as text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.domain.publication import Cell, Publication
from dashboard.public.signs import said


@dataclass(frozen=True, slots=True)
class Twin:
    """A table with what a drawing shows.

    Attributes:
        caption: what it holds.
        head: the headings.
        rows: the cells as text; the first of each is the row's own heading.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thought: it stands on the page, fills a screen, and can be set into another page.

    Attributes:
        key: its name in addresses.
        title: what it is about.
        finding: what the numbers say, in a sentence or two; `**` around what is news.
        figure: the template that draws it.
        data: what that template is given.
        twin: the same numbers as a table; None when the drawing is text already.
        notes: how to read it.
        wide: whether it needs the whole width.
    """

    key: str
    title: str
    finding: str
    figure: str
    data: Mapping[str, Any] = field(default_factory=dict)
    twin: Twin | None = None
    notes: tuple[str, ...] = ()
    wide: bool = False


REST = "others"
Maker = Callable[[Publication], Card | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart.

    Attributes:
        label: what is counted.
        told: the number as text.
        width: per cent of the longest; None when the number is not shown.
    """

    label: str
    told: str
    width: float | None


def bars(labelled: Iterable[tuple[str, Cell]]) -> tuple[Bar, ...]:
    """Numbers as bars, against the greatest of those that are shown."""
    pairs = list(labelled)
    longest = max((cell.count for _label, cell in pairs if cell.count), default=1)
    return tuple(
        Bar(label, said(cell), None if cell.count is None else round(100 * cell.count / longest, 1))
        for label, cell in pairs
    )


def largest_first(cells: Iterable[Cell]) -> list[Cell]:
    """The numbers from the greatest down, then those that are not shown, and what is left last of all."""
    return sorted(cells, key=lambda cell: (is_rest(cell.key), cell.count is None, -(cell.count or 0)))


def is_rest(key: str) -> bool:
    """Whether a number is of what is left when the large ones are told one by one."""
    return key.rpartition(".")[2] == REST
