"""Every figure of the staff pages opens on its rows: from its card, its page, or the page of its employer."""

import json
import re
from collections.abc import Iterator

import orjson

from dashboard.domain.access import STAFF
from dashboard.pages import PAGES, find_page
from dashboard.pages.employers_map import map_side
from dashboard.reports.access import Access
from dashboard.reports.employer_map import employer_map
from dashboard.reports.state import QUESTIONS, PageState
from dashboard.reports.trace import trace, traceable_parts
from tests.pages.drawn_pages import DAY, EXPLAINING, LOOKS, Tag, drawn, tag_of

MARKS = {
    "employers.by_ladder": "ranking.strength",
    "employers.strength": "ranking.strength",
    "employers.by_warmth": "ranking.parts.recency",
    "picture.look": "ranking.strength",
    "picture.ladder": "ranking.strength",
    "employers.fatigued": "employer.fatigue_contacts",
    "network.ties_list.last_on": "network.ties_list.strength",
    # The row of a municipality narrows the list to it, and its rows are those of the list.
    "finder.by_municipality": "finder.matching",
    # Worked out from the items, the unit's cohort and the strong relationships, whose rows are linked.
    "method.next": "fidelity.caseload.n",
    "method.benchmark": "cohort.18.n",
    "method.strong_share": "employers.strength.strong",
    # How groups are compared: what is compared is on the same card.
    "side.apart": "trials.success.of",
    # Of one employer in the list: the selection's are on the page of follow-ups.
    "follow_ups.due": "network.if_leaves.due_of_coach",
}
"""What is a mark on one employer, or a cell of a list, and what opens on the rows that decide it."""


def rows_linked(part: Tag) -> set[str]:
    """The figures whose rows a part of a page leads to."""
    hrefs = [str(tag.attributes.get("href", "")) for tag in part.within()]
    return {found[1] for href in hrefs if (found := re.match(r"/underlag\?.*\bmatt=([a-z0-9_.]+)", href))}


def pages(access: Access) -> Iterator[tuple[str, Tag]]:
    """Every staff page, the network once a question and the gaps once a gap."""
    for page in PAGES:
        if page.path in EXPLAINING or not STAFF & page.roles:
            continue
        questions = [{"fraga": question} for question in QUESTIONS if page.path == "/natverk"]
        for look in (*questions, *LOOKS.get(page.path, ({},))):
            yield page.path, drawn(page, access, **look)


def test_every_figure_of_a_page_opens_on_its_rows(demo_access: Access) -> None:
    shown: dict[str, set[str]] = {}
    opened: dict[str, set[str]] = {"/arbetsgivare": {"finder.without_position", "finder.unmeasured"}}
    for path, page in pages(demo_access):
        shown.setdefault(path, set()).update(page.measures)
        opened.setdefault(path, set()).update(rows_linked(page))
    assert min(len(keys) for keys in opened.values()) > 1
    employers_own = opened["/arbetsgivare/<employer_id>"]
    for path, keys in shown.items():
        within_reach = {part for key in opened[path] | employers_own for part in traceable_parts(key)}
        lost = {
            key
            for key in keys
            if not within_reach & {*traceable_parts(key), *traceable_parts(MARKS.get(key, key))}
        }
        # A kind of trouble that there is none of has no line on the page of data.
        trouble = {key for key in lost if key.startswith("quality.")}
        assert lost == trouble, path
        assert all(trace(demo_access, PageState(day=DAY), key).figure == 0 for key in trouble)


def test_the_map_leads_to_the_rows_of_what_cannot_be_drawn(demo_access: Access) -> None:
    state = PageState(day=DAY)
    parts = map_side(employer_map(demo_access, state), None, state)
    side = tag_of(json.loads(orjson.dumps(parts, default=lambda one: one.to_plotly_json())))
    assert {"finder.matching", "finder.without_position"} <= rows_linked(side)


def test_each_coach_at_an_employer_opens_on_what_the_tie_is_made_of(demo_access: Access) -> None:
    (page, _named) = find_page("/arbetsgivare/A-012") or (None, {})
    assert page is not None
    hrefs = [str(part.attributes.get("href", "")) for part in drawn(page, demo_access).within()]
    ties = [href for href in hrefs if "matt=network.ties_list.strength" in href]
    assert ties
    assert all("coach=C" in href and "arbetsgivare=A-012" in href for href in ties)
