"""The page of method and targets, without a browser: what its cards say, and that it is the report."""

import json
from dataclasses import replace

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard.analysis.answers import Answers
from dashboard.analysis.cohort import Cohort
from dashboard.analysis.fidelity import Item
from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import Rated, Ratings
from dashboard.analysis.targets import judge
from dashboard.callbacks import method as callbacks
from dashboard.domain.access import STAFF, Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import HARD_SPACE, number, percent, use_language
from dashboard.pages import find_page
from dashboard.pages.method import layout
from dashboard.pages.method_targets import more_told
from dashboard.reports.access import Access
from dashboard.reports.method_findings import (
    benchmark_finding,
    check_finding,
    ends_finding,
    target_findings,
    unanswered_finding,
)
from dashboard.reports.method_ground import MethodGround, method_ground, strong_relationships
from dashboard.reports.method_words import change_told, item_name, score_told, value_told
from dashboard.reports.whole_report import whole_report
from tests.builders import client, coach, contact, employer, placement
from tests.pages.drawn_pages import Tag, as_drawn, tag_of
from tests.reports.network_small import at, opened

ROWS = (
    coach("A", fte=0.5, started_on="2020-01-01"),
    *(employer(f"E{number}") for number in range(1, 4)),
    *(client(f"K{number}", enrolled_on="2026-01-05", gender="woman") for number in range(1, 13)),
    *(contact("E1", "A", f"2026-0{month}-10", kind="visit") for month in range(1, 6)),
    placement("E1", "K1", "2026-02-01", None, "employment", occupation="9411", contract="permanent"),
    placement("E1", "K2", "2026-03-01", None, "employment", occupation="9411", contract="fixed_term"),
    placement("E2", "K3", "2026-03-01", None, "employment", occupation="5223"),
    *(
        placement("E3", f"K{number}", "2026-02-01", "2026-04-01", client_rating=5 - number % 2)
        for number in range(4, 10)
    ),
    placement("E3", "K10", "2026-02-01", "2026-04-01", outcome="interrupted_client", employer_rating=2),
)


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *ROWS)


def page(access: Access, query: str = "") -> Tag:
    state = at(query)
    return as_drawn(layout(access, state), access, state)


def test_the_page_stands_in_the_menu_for_coaches_and_managers() -> None:
    found = find_page("/metod")
    assert found is not None
    assert found[0].roles == STAFF == callbacks.group.allow


def test_others_are_stopped(access: Access) -> None:
    with pytest.raises(AccessDenied):
        method_ground(replace(access, viewer=Viewer(2, "Ada", Role.ADMIN)), at())


def test_another_page_is_left_alone(access: Access) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.show_choices(access, "", "/luckor")


def test_without_data_the_page_says_what_to_do(sqlite_engine: Engine) -> None:
    drawn = tag_of(as_plain(layout(opened(sqlite_engine), at())))
    assert "brygga import" in str(drawn)


def vars_of(node):
    return node.to_plotly_json()


@pytest.mark.parametrize("query", ["", "fran=2026-03-01&till=2026-06-30"])
def test_every_figure_is_that_of_the_report(access: Access, query: str) -> None:
    state = at(query)
    report = whole_report(access, state.on, state.period)
    ground, text = method_ground(access, state), page(access, query).text
    for row, item in zip(report.values["fidelity"], ground.items, strict=True):
        assert (row["item"], row["n"], row["score"]) == (item.item, item.n, item.score)
        assert row["value"] == (None if item.value is None else round(item.value, 4))
        for told in (item_name(item.item), value_told(item), score_told(item), change_told(item)):
            assert told in text
    assert ground.ratings == report.supplement.ratings
    strength = report.values["employers"]["strength"]
    assert strong_relationships(access, state) == Share(
        strength["strong"], sum(strength.values()) - strength["none"]
    )
    shares = report.values["cohort"]["18"]
    assert (ground.cohort.shares["18"], ground.cohort.clients) == (shares["share"], shares["n"])
    assert (
        sum(one.client.n for one in ground.answers if one.by == "outcome") == ground.ratings.client.answered.n
    )


def test_the_figures_of_others_stand_with_their_source(access: Access) -> None:
    text = page(access).text
    for said in ("46%", "11%", "Bejerholm", "37%", "27%", "Reme", "r = .34", "not the official score"):
        assert said in text


def test_the_page_is_whole_in_swedish(access: Access) -> None:
    use_language("sv")
    text = page(access).text
    for said in ("Egen beräkning efter IPS-25", "Vilka som inte kommer till tals", "går inte att avgöra"):
        assert said in text


def items(*scores: int | None) -> tuple[Item, ...]:
    names = ("caseload", "rapid_search", "employer_contacts", "job_diversity")
    return tuple(
        Item(name, None if score is None else 1.0, 9, score)
        for name, score in zip(names, scores, strict=False)
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (items(None, None), "**There is too little to go on** for every item."),
        (items(5, 5), "**Full points** in the 2 items that can be worked out."),
        (
            items(5, None),
            "**Full points** in the 1 item that can be worked out. 1 item cannot be worked out.",
        ),
        (
            items(4, 2, 2, 5),
            "**2 of 4 items have 4 or 5 points.** The fewest, 2: rapid job search, employer contacts.",
        ),
    ],
)
def test_the_check_says_how_many_are_good_and_which_is_lowest(given: tuple[Item, ...], said: str) -> None:
    assert check_finding(given) == said


def group(n: int, of: int, key: str = "woman") -> Answers:
    return Answers("gender", key, Share(n, of), Share(0, of))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "No trial ended in the period."),
        ((group(0, 4),), "**Too few trials ended** to say whom the answers leave out."),
        (
            (group(5, 5), group(0, 4, "man")),
            "**Every client answered**, in each group with at least 5 trials.",
        ),
        (
            (group(4, 5), group(1, 10, "man")),
            "**Least represented: man.** 1 of 10 clients there answered (10%).",
        ),
    ],
)
def test_who_answered_least_is_named_when_there_are_enough(given: tuple[Answers, ...], said: str) -> None:
    assert unanswered_finding(given) == said


@pytest.mark.parametrize(
    ("spread", "strong", "said"),
    [
        ((None, 0, None), Share(0, 0), "**There is too little to go on**: no employment started"),
        ((0.9, 10, 5), Share(0, 4), "**The employments are spread**: 10 went to 9 employers. None of the 4"),
        (
            (0.6, 10, 3),
            Share(1, 4),
            "**The spread is in between**: 10 employments went to 6 employers. 1 of 4",
        ),
        ((0.2, 10, 1), Share(0, 0), "with few employers: 10 went to 2. There is no relationship yet."),
        (
            (None, 0, None),
            Share(2, 4),
            "No employment started in the period, so there is no spread to see. 2 of",
        ),
    ],
)
def test_the_two_ends_are_told_together(spread, strong: Share, said: str) -> None:
    value, n, points = spread
    assert said in ends_finding(Item("employer_diversity", value, n, points), strong)


def with_cohort(ground: MethodGround, share: float | None) -> MethodGround:
    return replace(ground, cohort=Cohort(40, {"18": share}))


def test_the_units_own_share_is_told_or_that_nobody_has_been_followed(access: Access) -> None:
    ground = method_ground(access, at())
    assert "nobody was enrolled 18 months ago" in benchmark_finding(with_cohort(ground, None))
    assert f"**{percent(0.4)} got a job" in benchmark_finding(with_cohort(ground, 0.4))
    assert f"{number(40)} clients" in benchmark_finding(with_cohort(ground, 0.4))


@pytest.mark.parametrize(
    ("good", "of", "said"),
    [
        (40, 40, ""),
        (0, 40, ""),
        (9, 9, "At least 26 more answers, all of them 4 or 5, to show it as reached."),
    ],
)
def test_how_many_more_answers_it_takes_is_said_while_it_cannot_be_told(
    good: int, of: int, said: str
) -> None:
    rated = Rated(Share(of, of), judge(Share(good, of), 0.9))
    assert more_told(rated).startswith(said)
    assert bool(more_told(rated)) == bool(said)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (Share(1, 30), "It has **risen** since the period before"),
        (Share(30, 30), "It has **fallen** since the period before"),
        (Share(15, 30), "Whether it has changed since the period before (50% of 30) cannot be told."),
        (Share(0, 0), "There is nothing in the period before to compare with."),
    ],
)
def test_a_rating_is_called_changed_only_as_far_as_the_interval_allows(
    access: Access, before: Share, said: str
) -> None:
    ground = method_ground(access, at())
    rated, few = Rated(Share(30, 30), judge(Share(15, 30), 0.9)), Rated(Share(9, 9), judge(Share(9, 9), 0.9))
    earlier = Rated(before, judge(before, 0.9))
    told = replace(ground, ratings=Ratings(rated, few), ratings_before=Ratings(earlier, earlier))
    text = " ".join(target_findings(told)).replace(HARD_SPACE, " ")
    assert said in text
    # Nine answers are too few for a share, and so to call it changed.
    assert text.count("the period before") == 1


def test_no_trial_and_no_answer_are_told_apart(access: Access) -> None:
    nothing = Rated(Share(0, 0), judge(Share(0, 0), 0.9))
    silent = Rated(Share(0, 4), judge(Share(0, 0), 0.9))
    ground = replace(method_ground(access, at()), ratings=Ratings(nothing, silent))
    assert "No employer has answered, of 4 trials that ended." in target_findings(ground)[1]


def test_the_period_before_stands_beside_each_item(access: Access) -> None:
    before = method_ground(access, at("fran=2026-03-01&till=2026-06-30")).items_before
    # 30 October – 28 February: twelve enrolled, two visits, and one employment, 27 days old on its last day.
    assert [item.n for item in before] == [12, 12, 2, 1, 1, 1, 0]
    text = page(access, "fran=2026-03-01&till=2026-06-30").text
    assert f"the period before: {value_told(before[0])}" in text
    assert callbacks.show_choices(access, "fran=2026-03-01&till=2026-06-30", "/metod")[:2] == (
        "2026-03-01",
        "2026-06-30",
    )


def test_each_card_keeps_the_heading_that_its_place_had(access: Access) -> None:
    waiting = [part for part in tag_of(as_plain(layout(access, at()))).within() if is_waiting(part)]
    whole = {part.attributes.get("id"): part for part in page(access).within()}
    assert len(waiting) == len(callbacks.DRAW) - 1
    for card in waiting:
        assert whole[card.attributes["id"]].children[0] == card.children[0]
        assert not is_waiting(whole[card.attributes["id"]])


def as_plain(node):
    return json.loads(json.dumps(node, default=vars_of))


def is_waiting(part: Tag) -> bool:
    return "b-card--waits" in str(part.attributes.get("className", ""))
