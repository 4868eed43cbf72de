"""The questions of a manager and of a coach, each answered within three clicks from sign-in."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

import orjson
import pytest

from dashboard import ids
from dashboard.components.shell import frame
from dashboard.domain.access import Role, Viewer
from dashboard.i18n import use_language
from dashboard.pages import PAGES, find_page
from dashboard.reports.access import Access
from dashboard.reports.state import PageState
from tests.pages.drawn_pages import DAY, Tag, as_drawn, tag_of

MOST = 3
NETWORK = "menu:Network"


@dataclass(frozen=True)
class Walk:
    """A question, the clicks to it, and what then stands on the page.

    Each click is the beginning of a link's text, `menu:` a page in the menu, `tick:` a coach who leaves,
    `row:` the first row of the list, `client:` and `employer:` the first one of the page, or `file:` the
    hand-over list's workbook.
    """

    question: str
    clicks: tuple[str, ...]
    answer: str


WALKS = (
    Walk(
        "Is the network healthier than last quarter?",
        (NETWORK,),
        r"healthier or weaker than on 21 August 2026",
    ),
    Walk("Which relations hang on one coach?", (NETWORK,), r"\d+ of \d+ employers hang on a single coach"),
    Walk("What if Anna is away from Monday?", (NETWORK, "If ", "tick:C1"), r"without a coach if Anna left"),
    Walk(
        "Who takes over what?", (NETWORK, "If ", "tick:C1"), r"\d+ running placements to hand over from Anna"
    ),
    Walk("What do I bring to the meeting?", (NETWORK, "If ", "file:"), r"colleagues are suggested"),
    Walk(
        "Are we spread or concentrated?",
        (NETWORK, "Where are we"),
        r"of the period \(\d+%\) are at the five largest",
    ),
    Walk(
        "Which have cooled?",
        (NETWORK, "Who has cooled"),
        r"\d+ of \d+ strong or medium relationships have cooled",
    ),
    Walk("Which lead on to jobs?", (NETWORK, "Which lead on"), r"employers have led on to a job elsewhere"),
    Walk("What has changed?", (NETWORK, "What has changed"), r"\d+ new ties, .* since 21 August 2026"),
    Walk(
        "Who resembles them, who could be asked?",
        (NETWORK, "row:"),
        r"Who resembles them .* Could be asked next",
    ),
    Walk("Which colleague knows somebody there?", (NETWORK, "row:"), r"The way in Ask \w+"),
    Walk("Which occupations lack employers?", ("menu:Gaps",), r"occupations wished for are missing or thin"),
    Walk(
        "Which areas lack employers?",
        ("menu:Gaps", "Too few near home"),
        r"on a map .* A circle is a post town",
    ),
    Walk("Do women and men get the same chances?", ("menu:Gaps", "Women and men"), r"usual division of work"),
    Walk(
        "Where and when do trials break off?", ("menu:Outcomes",), r"of the trials break off within 12 weeks"
    ),
    Walk(
        "How fast to an employer and to a job?",
        ("menu:Outcomes",),
        r"first contact with an employer within \d+ days",
    ),
    Walk("Do jobs last?", ("menu:Outcomes",), r"of the employments still run after half a year"),
    Walk("Is the follow-up load even, and possible?", ("menu:Follow-up",), r"follow-ups wait"),
    Walk("Do we work by the method?", ("menu:Method and targets",), r"\d of 7 items have 4 or 5 points"),
    Walk("Can I trust the data?", ("menu:Data",), r"\d+ things to mend"),
)


CLIENT = ("menu:Clients", "client:")
EMPLOYER = ("menu:Employers", "employer:")
COACHS = (
    Walk("Whom shall I contact today?", (), r"\d+ things? need"),
    Walk("Which of my placements are at risk?", (), r"may break off, judged|ends in \d+ days"),
    Walk("How does my week look?", (), r"My week"),
    Walk("Which of my relations are cooling?", ("menu:Gaps", "Fading"), r"fading"),
    Walk(
        "Which have succeeded with a goal like my client's?",
        (*CLIENT, "The whole match"),
        r"employers? match(es)?\.|led on",
    ),
    Walk("Does a colleague have a contact there?", ("menu:Employers",), r"ask \w+ first"),
    Walk("Is this employer tired of us?", ("menu:Employers",), r"Tired of us"),
    Walk("What happened there before?", EMPLOYER, r"What has happened"),
    Walk("What did the employer think?", EMPLOYER, r"rating|thought"),
    Walk("Who is unexplored near my client?", ("menu:Gaps", "Unused"), r"unused"),
    Walk("When is the next three-party meeting?", ("menu:Follow-up",), r"Three-party meetings ahead"),
    Walk("How does my client move through the steps?", CLIENT, r"The five steps"),
)


@pytest.mark.parametrize("walk", COACHS, ids=lambda walk: walk.question)
def test_each_question_of_a_coach_is_answered_within_three_clicks(demo_access: Access, walk: Walk) -> None:
    use_language("en")
    coach = replace(demo_access, viewer=Viewer(2, "Anna", Role.COACH, "C1"))
    address = next(page.path for page in PAGES if page.place == "menu" and Role.COACH in page.roles)
    assert len(walk.clicks) <= MOST
    for click in walk.clicks:
        address = followed(coach, address, click)
    assert re.search(walk.answer, " ".join(drawn_at(coach, address).text.split()))


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
    if kind in {"client", "employer"}:
        return href_of(page, "", {"client": "/kund/", "employer": "/arbetsgivare/"}[kind])
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
    state = state_of(address)
    return as_drawn(found[0].layout(access, state, **found[1]), access, state)


def state_of(address: str) -> PageState:
    """The state of an address, on the day of the demo."""
    return PageState.parse(address.partition("?")[2]).replace(day=DAY)


def as_tag(component: Any) -> Tag:
    tag = tag_of(json.loads(orjson.dumps(component, default=lambda one: one.to_plotly_json())))
    assert isinstance(tag, Tag)
    return tag
