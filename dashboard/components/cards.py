"""The card: what it is about, the finding in a sentence, the chart, and its twin as a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node, icon
from dashboard.i18n import _

_RICH = re.compile(r"\*\*(.+?)\*\*|\{(.+?)\}", re.DOTALL)

Level = Literal[2, 3]


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a card offers: the text on its button and the address it is fetched from."""

    label: str
    href: str


def rich(text: str) -> list[Node]:
    """Text with `**news**` in bold and `{intervals}` muted, as children.

    >>> [getattr(part, "children", part) for part in rich("**2 av 3** {osäkert}")]
    ['2 av 3', ' ', 'osäkert']
    """
    parts: list[Node] = []
    end = 0
    for match in _RICH.finditer(text):
        if match.start() > end:
            parts.append(text[end : match.start()])
        bold, interval = match.groups()
        parts.append(html.B(bold) if bold else html.Span(interval, className="b-int"))
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    return parts


def finding(text: str) -> Component:
    """The sentence a card says before it draws anything."""
    return html.P(rich(text), className="b-finding")


def heading(level: Level, text: Node, heading_id: str = "") -> Component:
    """A heading of the given level."""
    tag = html.H2 if level == 2 else html.H3
    return tag(text, id=heading_id) if heading_id else tag(text)


def card(
    card_id: str,
    title: str,
    children: Node,
    head: Node = None,
    class_name: str = "",
    *,
    measures: Sequence[str] = (),
) -> Component:
    """A card with a heading and anything in it.

    Args:
        card_id: the card's id; its heading gets `<card_id>-title`.
        title: what the card is about.
        children: what stands in it.
        head: what stands to the right of the heading.
        class_name: more classes for the card.
        measures: the figures that it shows, where no "how it is counted" in it says which.
    """
    top = heading(2, title, f"{card_id}-title")
    if head is not None:
        beside = head if isinstance(head, Component) else html.Div(head)
        top = html.Div([top, beside], className="b-card__head")
    inside = children if isinstance(children, list | tuple) else [children]
    return html.Section(
        [top, *inside],
        id=card_id,
        className=f"b-card {class_name}".strip(),
        **{"aria-labelledby": f"{card_id}-title"},
        **({"data-measures": " ".join(measures)} if measures else {}),
    )


def disclosure(summary: str, icon_name: str, children: Node, is_open: bool = False) -> Component:
    """One of a card's tools: a summary that opens on what it names."""
    return html.Details(
        [html.Summary([icon(icon_name), summary]), html.Div(children, className="b-tools__body")],
        open=is_open,
    )


def _files(downloads: Sequence[Download]) -> Component:
    return html.Div(
        [
            html.A(
                [icon("download"), download.label],
                href=download.href,
                className="b-btn",
                download="",
                disable_n_clicks=True,
            )
            for download in downloads
        ],
        className="b-tools__files",
    )


def tools(
    table: Node = None, downloads: Sequence[Download] = (), how: Node = None, rows: Node = None
) -> list[Component]:
    """The row under a chart: as a table · the rows · download · how it is counted. Empty without any."""
    row = []
    if table is not None:
        row.append(disclosure(_("Show as a table"), "table", table))
    if rows is not None:
        row.append(disclosure(_("Show the rows"), "search", rows))
    if downloads or table is not None:
        files = _files(downloads) if downloads else _file_of_table()
        row.append(disclosure(_("Download"), "download", files))
    if how is not None:
        how_text = html.P(how) if isinstance(how, str) else how
        row.append(disclosure(_("How it is counted"), "help", how_text))
    return [html.Div(row, className="b-tools")] if row else []


def _file_of_table() -> Component:
    """The card's own table as a file; `assets/46-table-file.js` makes it of what is shown."""
    button = html.Button(
        [icon("download"), "csv"], type="button", className="b-btn", **{"data-table-file": "csv"}
    )
    return html.Div(button, className="b-tools__files")


def graph_card(
    card_id: str,
    title: str,
    finding_text: Node,
    figure: Node = None,
    *,
    caption: Node = None,
    table: Node = None,
    downloads: Sequence[Download] = (),
    how: Node = None,
    rows: Node = None,
    control: Node = None,
    below: Node = None,
    class_name: str = "",
) -> Component:
    """A chart as a card, in the order of the look: title, finding, chart with caption, tools.

    Args:
        card_id: the card's id; its heading gets `<card_id>-title`.
        title: what the card is about.
        finding_text: the generated sentence (`**bold**`, `{interval}`), or a component that holds it.
        figure: the drawing: a `Graph`, a `NetworkCanvas`, a list in HTML.
        caption: n, what is left out, how to read it.
        table: the table twin with the same numbers.
        downloads: the files that carry them.
        how: how it is counted, in words.
        rows: the way to the rows behind its figures.
        control: a control of this chart, between finding and chart.
        below: what belongs to the drawing and stands under it (a time slider).
        class_name: more classes for the card.
    """
    said = finding(finding_text) if isinstance(finding_text, str) else finding_text
    drawn = []
    if figure is not None:
        note = [html.Figcaption(caption, className="b-caption")] if caption is not None else []
        drawn = [html.Figure([figure, *note], className="b-figure")]
    inside = [part for part in (said, control, *drawn, below) if part is not None]
    return card(card_id, title, [*inside, *tools(table, downloads, how, rows)], class_name=class_name)
