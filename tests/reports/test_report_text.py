"""The report in sentences: none, one, many and too few, in plain Swedish and English."""

import copy
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports import sentences_clients as people
from dashboard.reports import sentences_employers as places
from dashboard.reports.report_text import SECTIONS, report_text
from dashboard.reports.whole_report import WholeReport, whole_report
from tests.reports.test_report_json import import_tiny

ON = dt.date(2026, 6, 30)
SCREEN = 66

Tell = Callable[[WholeReport], Iterator[str]]


@pytest.fixture
def tiny(sqlite_engine: Engine) -> WholeReport:
    import_tiny(sqlite_engine)
    return whole_report(sqlite_engine, ON, Period.year_to(ON))


@pytest.fixture
def empty(sqlite_engine: Engine) -> WholeReport:
    return whole_report(sqlite_engine, ON, Period.year_to(ON))


def with_values(report: WholeReport, area: str, **values: Any) -> WholeReport:
    changed = copy.deepcopy(report.values)
    changed[area] |= values
    return replace(report, values=changed, definitions=Definitions())


def told(tell: Tell, report: WholeReport) -> str:
    return " ".join(tell(report)).replace(HARD_SPACE, " ")


def test_tiny_in_swedish(tiny: WholeReport) -> None:
    text = report_text(tiny).replace(HARD_SPACE, " ").replace("\n  ", " ")
    assert text.startswith("Rapport per 30 juni 2026, för 1 juli 2025 – 30 juni 2026\n")
    for sentence in (
        "8 arbetsgivare (aktiva 3, svalnar 1, vilande 1, aldrig i kontakt 3).",
        "2 relationer är starka.",
        "4 arbetsgivare hänger på en enda coach.",
        "1 arbetsgivare är trött och bör få vila.",
        "Inskrivna under perioden: 5 (intervall 2–12), varav 1 för att de återvänt.",
        "Avslutade: 1 (intervall 0–6).",
        "1 kund började ett jobb under perioden (intervall 0–6).",
        "I arbete under kvartalet, av dem som fick stöd: 2 av 7 (29 %, intervall 8–64 %).",
        "Hälften av de nya kunderna hade en första kontakt med en arbetsgivare inom 35 dagar.",
        "47 % inom 6 månader, 47 % inom 12 månader, underlag saknas inom 18 månader.",
        "Ledde till arbete eller studier: 0 av 3 (0 %, intervall 0–56 %).",
        "Hälften av dem varade 45 dagar eller kortare.",
        "Hur länge de varar: underlag saknas (1 följda i 90 dagar, det behövs 5).",
        "3 uppföljningar väntar, varav 2 försenade.",
        "2 placeringar har varit utan uppföljning för länge.",
        "Önskade yrken utan ledig plats: Serviceyrken",
        "Kvinnor i yrken med få kvinnor: 2 av 3 (67 %, intervall 21–94 %).",
    ):
        assert sentence in text


def test_tiny_in_english_is_about_one_screen(tiny: WholeReport) -> None:
    use_language("en")
    lines = report_text(tiny).splitlines()
    assert lines[0] == "Report as of 30 June 2026, for 1 July 2025 – 30 June 2026"
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= 110
    assert [line for line in lines[4:] if not line.startswith("  ")] == [
        "Employers", "Network", "Clients", "Trials", "Ways to work", "Ratings and targets", "Employments",
        "Follow-ups", "Load", "Gaps", "Equality", "Compared with the period before", "Method check",
        "Cost and benefit",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_at_all_is_said_in_words(empty: WholeReport, language: str) -> None:
    use_language(language)
    text = report_text(empty)
    assert ("underlag saknas" if language == "sv" else "too little to go on") in text
    assert "None" not in text
    assert "{" not in text


def test_an_empty_unit_says_no_rather_than_nought(empty: WholeReport) -> None:
    use_language("en")
    assert told(places.employers, empty) == "There is no employer in the selection."
    assert told(places.network, empty) == "No coach has an active tie with an employer."
    assert told(people.trials, empty) == "No trial has started, run or ended."
    assert told(places.method, empty) == "There is too little to go on for every item."
    assert "No client is active." in told(people.clients, empty)
    assert "Clients per full-time coach: too little to go on." in told(people.clients, empty)
    assert "Nobody was enrolled in the period" in told(people.clients, empty)
    assert "No follow-up is waiting." in told(people.follow_ups, empty)


@pytest.mark.parametrize(
    ("tell", "area", "key", "none", "one", "many"),
    [
        (places.employers, "employers", "single_coach",
         "No employer hangs on a single coach.", "1 employer hangs on a single coach.",
         "7 employers hang on a single coach."),
        (places.employers, "employers", "free_places",
         "No place is free.", "1 place is free.", "7 places are free."),
        (people.clients, "clients", "active",
         "No client is active.", "1 client is active.", "7 clients are active."),
        (people.clients, "clients", "to_work",
         "Nobody began a job in the period (interval 0–4).",
         "1 client began a job in the period (interval 0–6).",
         "7 clients began a job in the period (interval 3–14)."),
        (people.clients, "clients", "to_studies",
         "Nobody began to study (interval 0–4).", "1 client began to study (interval 0–6).",
         "7 clients began to study (interval 3–14)."),
        (people.follow_ups, "follow_ups", "due",
         "No follow-up is waiting.", "1 follow-up is waiting, 2 overdue.",
         "7 follow-ups are waiting, 2 overdue."),
        (people.follow_ups, "follow_ups", "unseen",
         "Nobody who is out has been left unseen for too long.",
         "1 placement has been left unseen for too long.",
         "7 placements have been left unseen for too long."),
    ],
)  # fmt: skip
def test_none_one_and_many(
    tiny: WholeReport, tell: Tell, area: str, key: str, none: str, one: str, many: str
) -> None:
    use_language("en")
    for count, sentence in ((0, none), (1, one), (7, many)):
        assert sentence in told(tell, with_values(tiny, area, **{key: count}))


def test_a_tired_employer_is_mentioned_only_when_there_is_one(tiny: WholeReport) -> None:
    use_language("en")
    assert "tired" not in told(places.employers, with_values(tiny, "employers", fatigued=0))
    assert "2 employers are tired" in told(places.employers, with_values(tiny, "employers", fatigued=2))


def test_the_strongest_are_named_with_their_strength(tiny: WholeReport) -> None:
    use_language("en")
    names = [tiny.employers[row["employer_id"]] for row in tiny.values["ranking"][:3]]
    strongest = told(places.employers, tiny).partition("The strongest: ")[2]
    assert [part.partition(" (")[0] for part in strongest.rstrip(".").split(", ")] == names


def test_waiting_that_half_have_not_ended_is_said(tiny: WholeReport) -> None:
    use_language("en")
    changed = with_values(tiny, "waiting", first_contact_median_days=None, first_placement_median_days=1)
    assert (
        "Fewer than half of the new clients have had a first contact with an employer. "
        "Half of them had a first placement within 1 day." in told(people.clients, changed)
    )
    changed = with_values(tiny, "waiting", first_placement_median_days=None)
    assert "Fewer than half of them have had a first placement." in told(people.clients, changed)


def test_trials_that_have_not_ended_have_no_shares(tiny: WholeReport) -> None:
    use_language("en")
    running = with_values(tiny, "trials", started=1, completed=0, running=1)
    assert (
        told(people.trials, running)
        == "Started: 1 (interval 0–6). Ended: 0 (interval 0–4). Running on the day: 1."
    )
    half = with_values(tiny, "trials", median_days=45.5)
    assert "Half of them lasted 45.5 days or less." in told(people.trials, half)


def test_retention_is_told_as_far_as_it_is_known(tiny: WholeReport) -> None:
    use_language("en")
    curve = {
        "90": {"share": 1.0, "interval": None, "at_risk": 6},
        "182": {"share": 0.8, "interval": [0.5, 0.9], "at_risk": 5},
        "365": {"share": None, "interval": None, "at_risk": 4},
    }
    assert told(people.employments, with_values(tiny, "employments", retention=curve)).endswith(
        "Still employed after 90 days: 100% (6 followed so long). "
        "Still employed after 182 days: 80% (interval 50–90%, 5 followed so long). "
        "Still employed after 365 days: too little to go on (4 followed so long, 5 are needed)."
    )


def test_one_client_in_the_cohort_is_one(tiny: WholeReport) -> None:
    use_language("en")
    terms = {term: {"share": 1.0, "n": 1} for term in ("6", "12", "18")}
    assert "for the 1 client enrolled" in told(people.clients, with_values(tiny, "cohort", **terms))
    nobody = {term: {"share": None, "n": 0} for term in ("6", "12", "18")}
    assert "A first job" not in told(people.clients, with_values(tiny, "cohort", **nobody))


def test_the_coach_whose_leaving_costs_most_is_named(tiny: WholeReport) -> None:
    use_language("en")
    rows = tiny.values["network"]["if_leaves"]
    name = tiny.coaches[rows[0]["coach_id"]]
    alone = [{**rows[0], "orphaned": 1, "orphaned_strong": 0}]
    assert f"If {name} leaves, 1 employer has no coach left, 0 of them strong." in told(
        places.network, with_values(tiny, "network", if_leaves=alone)
    )
    nobody = [{**row, "orphaned": 0} for row in rows]
    for leaving in (nobody, []):
        assert "Whichever coach leaves, no employer is left without one." in told(
            places.network, with_values(tiny, "network", if_leaves=leaving)
        )
    assert "five largest" not in told(places.network, with_values(tiny, "network", top5_share=None))


def test_occupations_that_are_missing_are_named_a_few_at_a_time(tiny: WholeReport) -> None:
    use_language("en")

    def gap(code: str, state: str = "missing") -> dict[str, Any]:
        return {"ssyk": code, "demand": 1.0, "supply": 0.0, "state": state}

    covered = with_values(tiny, "gaps", occupations=[gap("51", "covered")])
    assert "Every occupation that is wished for has a free place" in told(places.gaps, covered)
    many = with_values(tiny, "gaps", occupations=[gap(code) for code in ("51", "52", "53", "91", "92", "93")])
    assert " and 1 more." in told(places.gaps, many)
    near = with_values(tiny, "gaps", areas={"clients": 1, "municipality_only": 0})
    assert "1 client has fewer than 3 warm employers within 15 km." in told(places.gaps, near)
    none = with_values(tiny, "gaps", areas={"clients": 0, "municipality_only": 0})
    assert "warm employers within" not in told(places.gaps, none)


def test_items_without_points_are_named_apart(tiny: WholeReport) -> None:
    use_language("en")
    rows = [{**row, "score": None if place else 4} for place, row in enumerate(tiny.values["fidelity"])]
    changed = replace(tiny, values={**tiny.values, "fidelity": rows})
    assert told(places.method, changed).startswith(
        "Points of 5, by the unit's own count: caseload 4. For the rest"
    )
    full = [{**row, "score": 5} for row in rows]
    changed = replace(tiny, values={**tiny.values, "fidelity": full})
    assert "For the rest" not in told(places.method, changed)


def test_every_area_of_the_report_is_told() -> None:
    assert len(SECTIONS) == 14
