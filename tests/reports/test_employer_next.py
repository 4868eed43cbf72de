"""One employer: what to do next follows from what is planted, and ratings are told as counts, unless few."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.data.in_place.quiet import Quiet
from dashboard.i18n import in_language
from dashboard.pages.employer import layout
from dashboard.reports.access import Access, Store
from dashboard.reports.employer import employer_profile
from dashboard.reports.employer_next import next_steps, way_to_raise
from dashboard.reports.employer_ratings import employer_ratings
from dashboard.reports.employer_record import employer_record
from tests.builders import client, coach, contact, employer, placement, stored
from tests.pages.test_employers import as_json
from tests.reports.employers_small import MANAGER, ON, small, state

PLACED = {"map_latitude": 59.53, "map_longitude": 18.08, "map_municipality_code": "0115",
          "position_precision": "exact", "occupations": "9412"}  # fmt: skip


def steps(access: Access, key: str, quiet: Quiet | None = None) -> tuple[str, ...]:
    page = state()
    with in_language("en"):
        return next_steps(employer_profile(access, page, key), employer_record(access, page, key), quiet)


def quiet(first: str, last: str) -> Quiet:
    return Quiet("Q", "E1", dt.date.fromisoformat(first), dt.date.fromisoformat(last), "asked", "")


def planted(engine: Engine) -> Access:
    people = [client(f"K{at}", "A") for at in range(6)]
    trials = [
        placement(
            "RATED", f"K{at}", "2026-01-01", "2026-02-01", outcome="no_job",
            client_rating=rating, employer_rating=5 if at < 2 else None,
        )
        for at, rating in enumerate((5, 4, 2, None))
    ]  # fmt: skip
    stored(
        engine,
        coach("A", name="Anna"),
        *people,
        employer("RATED", name="Betygsatt", capacity=3, **PLACED),
        employer("LIKE", name="Tvillingen", capacity=1, **PLACED),
        employer("OPEN", name="Utan utfall"),
        *trials,
        placement("OPEN", "K5", "2026-01-01", "2026-02-01"),
        placement("RATED", "K4", "2026-06-01", client_rating=1, employer_rating=1),
        contact("RATED", "A", "2026-02-15", kind="visit"),
    )
    return Access(MANAGER, Store(engine))


def test_whoever_is_in_a_quiet_period_is_asked_for_nothing_on_its_days(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine)
    assert steps(access, "E1", quiet("2026-06-01", ON)) == (
        "Leave them in peace until 30 June 2026: a quiet period is set.",
    )
    assert steps(access, "E1", quiet("2026-07-01", "2026-07-31")) == steps(access, "E1")
    assert steps(access, "E1") == ("Ask about the 1 free place.",)


def test_whoever_is_tired_is_not_asked(sqlite_engine: Engine) -> None:
    (only,) = steps(small(sqlite_engine), "E6")
    assert only.startswith("Wait with asking")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        # E3 was known by Cecilia, who has left; nobody has ever been in touch with E4.
        ("E3", "Decide who of you gets in touch: nobody who works here knows them."),
        ("E4", "Decide who of you gets in touch: nobody who works here knows them."),
    ],
)
def test_where_nobody_knows_them_somebody_is_to_be_chosen(sqlite_engine: Engine, key: str, said: str) -> None:
    assert steps(small(sqlite_engine), key) == (said,)


def test_a_trial_without_an_outcome_is_to_be_entered(sqlite_engine: Engine) -> None:
    assert steps(planted(sqlite_engine), "OPEN")[0] == "Enter what came of 1 trial that has ended."


def test_ratings_are_counted_over_ended_trials_and_not_told_while_few(sqlite_engine: Engine) -> None:
    """Clients: 5, 4 and 2 of four ended trials; the employer: 5 and 5. The running one's are not counted."""
    clients, theirs = employer_ratings(planted(sqlite_engine), state(), "RATED")
    assert (clients.answers, clients.good) == (3, 2)
    assert (theirs.answers, theirs.good) == (2, None)


def test_the_page_says_who_resembles_them_and_how_to_raise_the_strength(sqlite_engine: Engine) -> None:
    access = planted(sqlite_engine)
    page = as_json(layout(access, state("sektor=A&q=annat"), "RATED"))
    assert "Tvillingen" in page
    assert "2 av 3 gav 4 eller 5 av 5" in page
    assert "2 svar, för få för att säga" in page
    assert way_to_raise(employer_profile(access, state(), "RATED").weakest_part) in page
