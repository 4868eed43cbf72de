"""The finder: occupation words, distance, adjustments, earlier success, and those left in peace."""

import datetime as dt
from math import acos, cos, degrees, radians, sin

import pytest
from sqlalchemy import insert

from dashboard.data.engine import writing
from dashboard.data.models import QuietPeriod
from dashboard.data.reference import occupations_with_word
from dashboard.i18n import in_language
from dashboard.reports.access import Access, Store
from dashboard.reports.finder import finder
from dashboard.reports.nearby import Origin, origin_of
from dashboard.reports.occupation_words import reading_words, readings
from tests.builders import client, coach, employer, placement, stored
from tests.reports.employers_small import ANNA, ON, state

HERE = Origin("Vallentuna", 59.5344, 18.0776, "locality")
KM_PER_DEGREE = 111.19492664
"""Of latitude, on a globe of 6,371.0088 km: 2 π r / 360."""


def north(kilometres: float, precision: str = "exact") -> dict[str, object]:
    """A place straight north of the middle of Vallentuna."""
    return {
        "map_latitude": HERE.latitude + kilometres / KM_PER_DEGREE,
        "map_longitude": HERE.longitude,
        "map_municipality_code": "0115",
        "position_precision": precision,
    }


def rows():
    return [
        coach("A", name="Anna"),
        client("K1", "A"),
        client("K2", "A"),
        employer("N3", name="Tre norrut", occupations="4322;9412", adjustments="calm;short_hours",
                 **north(3)),
        employer("N12", name="Tolv norrut", occupations="43", adjustments="calm", **north(12, "locality")),
        employer("N29", name="Tjugonio norrut", occupations="5120", **north(29)),
        employer("TOWN", name="Bara kommun", occupations="9412", **north(0, "municipality")),
        employer("NONE", name="Ingenstans"),
        employer("LAGER", name="Lagerlöfs", **north(60)),
        placement("N3", "K1", "2026-01-01", "2026-03-01", outcome="employment", occupation="4322"),
        placement("N3", "K2", "2026-01-01", "2026-03-01", outcome="no_job", occupation="4322"),
        placement("N12", "K2", "2026-03-02", "2026-05-01", outcome="interrupted_client", occupation="4322"),
    ]  # fmt: skip


@pytest.fixture
def access(sqlite_engine):
    stored(sqlite_engine, *rows())
    return Access(ANNA, Store(sqlite_engine))


def keys(access, query: str) -> set[str]:
    return {line.employer_id for line in finder(access, state(query)).lines}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # 4322 is Lager- och terminalpersonal; 43 is the wider group, and Lagerlöfs has the word as its name.
        ("q=lager", {"N3", "N12", "LAGER"}),
        ("q=LAGER", {"N3", "N12", "LAGER"}),
        ("q=lager tre", {"N3"}),
        ("q=lager&las=names", {"LAGER"}),
        ("q=kock", {"N29"}),
        ("q=cook", {"N29"}),
        ("q=koc", set()),
        ("yrke=4322", {"N3", "N12"}),
        ("yrke=43", {"N3", "N12"}),
        ("yrke=9", {"N3", "TOWN"}),
        ("yrke=9412", {"N3", "TOWN"}),
        ("anpassning=calm", {"N3", "N12"}),
        ("anpassning=calm,short_hours", {"N3"}),
        ("anpassning=calm,language", set()),
        ("lyckat=1", {"N3"}),
        ("nara=Vallentuna&km=5", {"N3"}),
        ("nara=Vallentuna&km=15", {"N3", "N12"}),
        ("nara=vallentuna&km=30", {"N3", "N12", "N29"}),
        ("nara=Vallentuna&km=30&yrke=5120", {"N29"}),
        ("km=5", {"N3", "N12", "N29", "TOWN", "NONE", "LAGER"}),
    ],
)
def test_a_filter_leaves_what_it_says(access, query, expected):
    assert keys(access, query) == expected


def test_distances_are_those_of_another_formula(access):
    """The spherical law of cosines, which the product does not use."""
    found = finder(access, state("nara=18630"))
    place = found.origin
    assert place is not None
    assert place.precision in {"postal_code", "municipality"}
    for key, away in found.away.items():
        there = {"N3": 3, "N12": 12, "N29": 29, "LAGER": 60}[key]
        one, other = radians(place.latitude), radians(HERE.latitude + there / KM_PER_DEGREE)
        turn = radians(HERE.longitude - place.longitude)
        angle = acos(min(1.0, sin(one) * sin(other) + cos(one) * cos(other) * cos(turn)))
        assert away == pytest.approx(degrees(angle) * KM_PER_DEGREE, abs=0.01)


def test_straight_north_it_is_as_far_as_planted(access):
    away = finder(access, state("nara=Vallentuna")).away
    assert {key: round(value, 3) for key, value in away.items()} == {
        "N3": 3,
        "N12": 12,
        "N29": 29,
        "LAGER": 60,
    }


def test_who_is_known_by_the_municipality_alone_is_never_near_and_told_as_a_number(access):
    """TOWN has the very point that is measured from, and NONE has no point."""
    found = finder(access, state("nara=Vallentuna&km=5"))
    assert found.unmeasured == 2
    assert "TOWN" not in finder(access, state("nara=Vallentuna")).away
    assert finder(access, state("nara=Vallentuna&km=5&yrke=9412")).unmeasured == 1
    assert finder(access, state("nara=Vallentuna")).unmeasured == 0


def test_the_nearest_first_and_what_cannot_be_measured_last(access):
    listed = [line.employer_id for line in finder(access, state("nara=Vallentuna&sort=distance")).lines]
    assert listed[:4] == ["N3", "N12", "N29", "LAGER"]
    assert set(listed[4:]) == {"TOWN", "NONE"}
    far = [line.employer_id for line in finder(access, state("nara=Vallentuna&sort=-distance")).lines]
    assert far[:4] == ["LAGER", "N29", "N12", "N3"]


def test_without_a_place_nothing_is_sorted_by_distance_and_it_is_said(access):
    found = finder(access, state("sort=distance"))
    assert (found.sort, len(found.notices)) == ("-strength", 1)


def test_a_place_that_is_none_filters_nothing_and_is_said(access):
    found = finder(access, state("nara=Ingenstansby&km=5"))
    assert found.matching == 6
    assert "Ingenstansby" in found.notices[0]
    assert found.criteria == ()


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Vallentuna", "locality"),
        ("186 30", "postal_code"),
        ("SE-18630", "postal_code"),
        ("Vallentuna kommun", "municipality"),
    ],
)
def test_a_place_is_a_postal_code_a_locality_or_a_municipality(text, precision):
    found = origin_of(state().replace(near=text))
    assert found is not None
    assert found.precision == precision


def test_what_a_word_was_read_as_is_said():
    with in_language("sv"):
        found = readings(state("q=lager vallentuna"))
        assert [one.word for one in found] == ["lager"]
        assert "4322" in found[0].codes
        assert reading_words(found[0]).startswith("”lager” läses också som yrke: ")


def test_a_word_of_too_many_occupations_is_read_as_none():
    assert len(occupations_with_word("chef")) > 12
    assert readings(state("q=chef")) == ()
    assert readings(state("q=it")) == ()


def test_each_adjustment_can_be_taken_away_by_itself(access):
    found = finder(access, state("anpassning=calm,language"))
    assert {one.name: one.empty for one in found.criteria} == {"calm": ("language",), "language": ("calm",)}
    assert [(one.criterion.name, one.matching) for one in found.loosened] == [("language", 2)]


def test_those_in_a_quiet_period_can_be_left_out_on_its_days_alone(access):
    with writing(access.store.engine, "quiet") as connection:
        connection.execute(
            insert(QuietPeriod).values(
                quiet_id="V1", employer_id="N3", from_on=dt.date(2026, 6, 1), to_on=dt.date.fromisoformat(ON),
                reason="asked", source="here", updated_at=dt.datetime(2026, 6, 1, tzinfo=dt.UTC),
            )
        )  # fmt: skip
    fresh = Access(ANNA, Store(access.store.engine))
    assert "N3" not in keys(fresh, "utom=quiet")
    assert finder(fresh, state()).quiet == {"N3": dt.date.fromisoformat(ON)}
    assert "N3" in {
        line.employer_id for line in finder(fresh, state("utom=quiet").replace(day=dt.date(2026, 7, 1))).lines
    }
