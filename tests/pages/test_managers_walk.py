"""A manager's questions about the network and its gaps, each answered within three clicks from sign-in."""

import json
import re
from dataclasses import dataclass
from typing import Any

import orjson
import pytest

from dashboard import ids
from dashboard.components.shell import frame
from dashboard.domain.access import Role
from dashboard.i18n import use_language
from dashboard.pages import PAGES, find_page
from dashboard.reports.access import Access
from dashboard.reports.state import PageState
from tests.pages.drawn_pages import DAY, Tag, tag_of

MOST = 3


@dataclass(frozen=True)
class Walk:
    """A question, the clicks to it, and what then stands on the page.

    Each click is the beginning of a link's text, `menu:` a page in the menu, `tick:` a coach who leaves,
    `row:` the first row of the list, or `file:` the hand-over list's workbook.
    """

    question: str
    clicks: tuple[str, ...]
    answer: str


WALKS = (
    Walk("Is the network healthier than last quarter?", (), r"healthier or weaker than on 21 August 2026"),
    Walk("Which relations hang on one coach?", (), r"\d+ of \d+ employers hang on a single coach"),
    Walk("What if Anna is away from Monday?", ("If ", "tick:C1"), r"without a coach if Anna left"),
    Walk("Who takes over what?", ("If ", "tick:C1"), r"\d+ running placements to hand over from Anna"),
    Walk("What do I bring to the meeting?", ("If ", "tick:C1", "file:"), r"colleagues are suggested"),
    Walk(
        "Are we spread or concentrated?", ("Where are we",), r"of the period \(\d+%\) are at the five largest"
    ),
    Walk("Which have cooled?", ("Who has cooled",), r"\d+ of \d+ strong or medium relationships have cooled"),
    Walk("Which lead on to jobs?", ("Which lead on",), r"employers have led on to a job elsewhere"),
    Walk("What has changed?", ("What has changed",), r"\d+ new ties, .* since 21 August 2026"),
    Walk("Who resembles them, who could be asked?", ("row:",), r"Who resembles them .* Could be asked next"),
    Walk("Which colleague knows somebody there?", ("row:",), r"The way in Ask \w+"),
    Walk("Which occupations lack employers?", ("menu:Gaps",), r"occupations wished for are missing or thin"),
    Walk(
        "Which areas lack employers?",
        ("menu:Gaps", "Too few near home"),
        r"on a map .* A circle is a post town",
    ),
    Walk("Do women and men get the same chances?", ("menu:Gaps", "Women and men"), r"usual division of work"),
    Walk("Can I trust the data?", ("menu:Data",), r"\d+ things to mend"),
)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.question)
def test_each_question_is_answered_within_three_clicks(demo_access: Access, walk: Walk) -> None:
    use_language("en")
    assert len(walk.clicks) <= MOST
    # Sign-in leads to the first page of the menu that a manager may see.
    address = next(page.path for page in PAGES if page.place == "menu" and Role.MANAGER in page.roles)
    for click in walk.clicks:
        address = followed(demo_access, address, click)
    assert re.search(walk.answer, " ".join(drawn_at(demo_access, address).text.split()))


def followed(access: Access, address: str, click: str) -> str:
    """Where a click on the page leads."""
    kind, _colon, wanted = click.rpartition(":")
    if kind == "menu":
        return href_of(as_tag(frame(access, PAGES)), wanted)
    page = drawn_at(access, address)
    if kind == "tick":
        assert wanted in str(part_of(page, ids.Network.LEAVING).attributes["options"])
        return state_of(address).href("/natverk", leaving=[wanted])
    if kind == "file":
        assert part_of(page, ids.Network.HANDOVER_XLSX)
        return address
    if kind == "row":
        return href_of(part_of(page, ids.Network.TABLE), "", "arbetsgivare=")
    return href_of(page, wanted)


def part_of(page: Tag, part_id: str) -> Tag:
    """The part of a page with an id."""
    return next(part for part in page.within() if part.attributes.get("id") == part_id)


def href_of(part: Tag, text: str, holding: str = "") -> str:
    """The address of the first link that begins with a text."""
    links = [one for one in part.within() if one.attributes.get("href")]
    found = (
        str(one.attributes["href"])
        for one in links
        if one.text.strip().startswith(text) and holding in str(one.attributes["href"])
    )
    return next(found)


def drawn_at(access: Access, address: str) -> Tag:
    path = address.partition("?")[0]
    found = find_page(path)
    assert found is not None
    return as_tag(found[0].layout(access, state_of(address), **found[1]))


def state_of(address: str) -> PageState:
    """The state of an address, on the day of the demo."""
    return PageState.parse(address.partition("?")[2]).replace(day=DAY)


def as_tag(component: Any) -> Tag:
    tag = tag_of(json.loads(orjson.dumps(component, default=lambda one: one.to_plotly_json())))
    assert isinstance(tag, Tag)
    return tag
