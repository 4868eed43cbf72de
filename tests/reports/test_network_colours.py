"""What colour and shape stand for: the most frequent are told apart, the same on every day, and counted."""

import pytest
from sqlalchemy import Engine

from dashboard.domain.vocabulary import OWNERSHIPS
from dashboard.pages.network_legend import coloured, legend
from dashboard.reports.access import Access
from dashboard.reports.network_colours import CODES, NAMED
from dashboard.reports.network_picture import picture
from dashboard.reports.state import COLOURINGS
from tests.builders import Row, contact, employer
from tests.reports.network_small import at, opened

OWNERS = {"municipal": 5, "regional": 4, "association": 3, "private": 2, "state": 1, None: 6}
SECTIONS = {"85100": 4, "47110": 2, "47190": 1, "56100": 2, "01110": 1}
"""Education 4, trade 3, restaurants 2, farming 1."""


def planted() -> list[Row]:
    owned = [
        employer(f"{owner}{at}", ownership=owner) for owner, many in OWNERS.items() for at in range(many)
    ]
    coded = [
        employer(f"S{code}-{at}", sni_code=code, ownership="municipal")
        for code, many in SECTIONS.items()
        for at in range(many)
    ]
    return [*owned, *coded]


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *planted())


def told(access: Access, query: str) -> list[tuple[str, str, int]]:
    state = at(f"vy=ladder&{query}")
    return [
        (kind.key, kind.look, kind.count) for kind in coloured(access, state, picture(access, state)).kinds
    ]


def test_the_three_most_frequent_owners_have_their_own_look_and_the_rest_share_one(access: Access) -> None:
    # Of the 21 with an owner planted and the 10 municipal ones with a sector; six are not known.
    assert told(access, "farg=ownership") == [
        ("municipal", "own-municipal", 15),
        ("regional", "own-regional", 4),
        ("association", "own-association", 3),
        ("other", "other", 2 + 1 + 6),
    ]


def test_sectors_are_told_apart_by_section_the_most_frequent_first(access: Access) -> None:
    assert told(access, "farg=sector") == [
        ("P", "cat-1", 4),
        ("G", "cat-2", 3),
        ("I", "cat-3", 2),
        ("other", "other", 1 + sum(OWNERS.values())),
    ]


def test_others_of_one_kind_are_called_by_their_name(access: Access) -> None:
    assert told(access, "farg=sector&agarform=unknown") == [("unknown", "other", 6)]


@pytest.mark.parametrize("of", COLOURINGS)
def test_the_browser_gets_one_code_for_each_employer_and_a_look_for_each_code(
    access: Access, of: str
) -> None:
    state = at(f"vy=ladder&farg={of}")
    drawn = picture(access, state)
    by_day = {"rung": "rungs", "warmth": "warmths"}
    codes = drawn.marks[by_day[of]] if of in by_day else drawn.codes[of]
    looks = coloured(access, state, drawn).looks
    assert len(codes) == len(drawn.employers) == len(drawn.marks["shown"])
    assert len(looks) == len(CODES[of])
    assert {looks[code] for code in codes}


def test_an_owner_has_the_same_look_on_every_day_and_in_both_drawings(sqlite_engine: Engine) -> None:
    # Today private, regional and association are the most frequent; in March there was one municipal only.
    early = [contact("M1", "A", "2026-02-01"), employer("M1", ownership="municipal")]
    later = [
        employer(f"{owner}{at}", ownership=owner, registered_on="2026-05-01")
        for owner in ("private", "regional", "association")
        for at in range(2)
    ]
    access = opened(sqlite_engine, *early, *later)
    looks = {
        coloured(access, state, picture(access, state)).looks
        for query in ("per=2026-03-31", "per=2026-06-30", "per=2026-03-31&vy=ladder")
        for state in [at(f"{query}&farg=ownership")]
    }
    assert looks == {
        ("own-private", "other", "own-regional", "other", "other", "own-association", "other"),
    }
    assert sum(look != "other" for look in next(iter(looks))) == NAMED
    assert len(next(iter(looks))) == len(OWNERSHIPS) + 1


def test_warmth_follows_the_day(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, contact("E1", "A", "2026-01-10"), employer("E2"))
    assert told(access, "per=2026-02-01&farg=warmth")[0] == ("active", "warm-active", 1)
    assert told(access, "per=2026-06-30&farg=warmth") == [
        ("active", "warm-active", 0),
        ("cooling", "warm-cooling", 1),
        ("dormant", "warm-dormant", 0),
        ("never", "warm-never", 1),
    ]


def test_the_legend_says_it_in_words_with_how_many_are_drawn(access: Access) -> None:
    state = at("vy=ladder&farg=ownership")
    said = [mark.children[1] for mark in legend(access, state, picture(access, state))]
    assert said == ["Kommunal 15", "Region 4", "Förening 3", "övriga 9"]
    by_sector = at("vy=ladder&farg=sector")
    first = legend(access, by_sector, picture(access, by_sector))[0]
    assert first.children[1] == "Utbildning 4"
