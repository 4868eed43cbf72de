"""All pages as they are drawn with the demo's data, and which figures their cards say that they show.

Cards that callbacks of their own draw are drawn too: a page here is what its reader sees in the end.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from dashboard.callbacks import method, outcomes, side
from dashboard.components.still import ATTRIBUTE
from dashboard.data.demo import stories
from dashboard.pages import PAGES, Page
from dashboard.pages import method as method_page
from dashboard.pages import outcomes as outcomes_page
from dashboard.pages import side as side_page
from dashboard.reports.access import Access
from dashboard.reports.state import DATA_GAPS, GAPS, PageState

DAY = dt.date(2026, 11, 21)
OF_CLIENTS = frozenset({"/kunder", "/kund/<client_id>", "/kund/<client_id>/matchning", "/logg"})
"""Pages that are the rows themselves."""
EXPLAINING = frozenset(
    {"/sa-raknas-det", "/installningar", "/underlag", "/tillstand", "/rapport", "/publicera", *OF_CLIENTS}
)
"""Pages whose figures are examples, are explained where they stand, or are those of other pages or rows."""
SELECTED = {"/natverk": f"arbetsgivare={stories.DEAD_END}"}
LOOKS: Mapping[str, tuple[dict[str, str], ...]] = {
    "/natverk": ({}, {"fraga": "leaving"}, {"vy": "ladder"}),
    "/luckor": tuple({"lucka": gap} for gap in (*GAPS, *DATA_GAPS)),
    "/sida-vid-sida": tuple({"gruppera": grouping} for grouping in ("unit", "round")),
}
"""Pages whose cards differ with what the address asks for."""


PLACES = {
    **{outcomes_page.place_id(key): (outcomes_page.PATH, draw) for key, draw in outcomes.DRAW.items()},
    **{side_page.place_id(key): (side_page.PATH, draw) for key, draw in side.DRAW.items()},
    **{method_page.place_id(key): (method_page.PATH, draw) for key, draw in method.DRAW.items()},
}
"""The page and the callback of each card that is drawn by itself, by its place."""


@dataclass(frozen=True)
class Tag:
    """A part of a page: its attributes, and what stands in it."""

    attributes: Mapping[str, Any]
    children: tuple[Any, ...]

    def within(self) -> Iterator["Tag"]:
        """It and every part below it."""
        yield self
        for child in self.children:
            if isinstance(child, Tag):
                yield from child.within()

    @property
    def text(self) -> str:
        """All its text."""
        return " ".join(child.text if isinstance(child, Tag) else child for child in self.children)

    @property
    def measures(self) -> set[str]:
        """The figures that it says it shows."""
        return {key for part in self.within() for key in part.attributes.get("data-measures", "").split()}


def tag_of(node: Any) -> Any:
    """A drawn component, or a part of still markup, as a Tag; a text as text."""
    if isinstance(node, dict) and "props" in node:
        props = dict(node["props"])
        inside = props.pop("children", None)
        still = json.loads(props[ATTRIBUTE]) if ATTRIBUTE in props else []
        parts = inside if isinstance(inside, list) else [inside]
        return Tag(props, tuple(tag_of(part) for part in [*parts, *still] if part is not None))
    if isinstance(node, list):
        if node and isinstance(node[0], str) and len(node) > 1 and isinstance(node[1], dict):
            attributes = {"className": node[1].get("class", ""), **node[1]}
            return Tag(attributes, tuple(tag_of(part) for part in node[2:] if part is not None))
        return Tag({}, tuple(tag_of(part) for part in node if part is not None))
    return str(node)


def drawn(page: Page, access: Access, **changes: str) -> Tag:
    """A page as it is first drawn, for one person."""
    asked = "&".join(f"{key}={value}" for key, value in {"per": str(DAY), **changes}.items())
    keys = access.store.world().clients["client_id"]
    known = {"employer_id": stories.STRONG_ON_ANNA[0], "client_id": next(iter(keys), "")}
    named = {name: key for name, key in known.items() if f"<{name}>" in page.path}
    state = PageState.parse(f"{asked}&{SELECTED.get(page.path, '')}")
    return as_drawn(page.layout(access, state, **named), access, state)


def as_drawn(layout: Any, access: Access, state: PageState) -> Tag:
    """A page as its reader sees it when all its cards have come."""
    plain = json.loads(orjson.dumps(layout, default=lambda one: one.to_plotly_json()))
    tag = tag_of(_filled(plain, access, state))
    assert isinstance(tag, Tag)
    return tag


def _filled(node: Any, access: Access, state: PageState) -> Any:
    if isinstance(node, list):
        return [_filled(one, access, state) for one in node]
    if not isinstance(node, dict):
        return node
    filled = {key: _filled(value, access, state) for key, value in node.items()}
    place = filled.get("id")
    if isinstance(place, str) and place in PLACES and ATTRIBUTE in filled:
        path, draw = PLACES[place]
        filled[ATTRIBUTE] = draw(access, state.query(), None, path)
    return filled


def cards_of(access: Access) -> list[tuple[str, Tag]]:
    """Every card of every page that shows figures of its own, with the page's address."""
    return [
        (page.path, part)
        for page in PAGES
        if page.path not in EXPLAINING and access.viewer.role in page.roles
        for look in LOOKS.get(page.path, ({},))
        for part in drawn(page, access, **look).within()
        if "b-card" in str(part.attributes.get("className", "")).split()
    ]


def shows_numbers(card: Tag) -> bool:
    """Whether a reader sees a digit in it."""
    return bool(re.search(r"\d", card.text))
