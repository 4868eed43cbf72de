"""Names and numbers that no real organisation has."""

import random
import re

import pytest

from dashboard.data.demo import invent
from dashboard.data.demo.names import BEGINNINGS, ENDINGS, SERIES, check_digit, invented_words
from dashboard.data.demo.places import LOCALITIES
from dashboard.data.reference import job_titles, locate, municipalities, sni_sections, ssyk_titles
from dashboard.data.reference.localities import find_locality
from tests.demo.cases import SATURDAY

HANDED_OUT = ("556", "557", "559", "802", "769", "716", "212", "202", "232", "916", "969")
"""Beginnings of organisation numbers that are in use for the forms that the demo has."""
KNOWN_NAMES = re.compile(
    "ahlsell|arla|assa|atlas|axfood|bilia|bravida|byggmax|clas|coop|coor|dagab|dustin|elgiganten|electrolux|"
    "ericsson|essity|fazer|getinge|godel|hemköp|hemtex|humana|ica|ikea|indiska|intersport|jula|kappahl|"
    "lantmännen|lidl|lindab|lindex|mekonomen|nobina|norrmejerier|ncc|oatly|pågen|peab|polarbröd|postnord|"
    "pressbyrån|rusta|saab|samhall|sandvik|scandic|skanska|skistar|sodexo|stadium|swedbank|systembolaget|"
    "telia|vattenfall|willys|volvo|åhléns"
)


@pytest.fixture(scope="module", params=(1, 2, 3))
def names(request: pytest.FixtureRequest) -> list[str]:
    return [employer.name for employer in invent(SATURDAY, request.param).employers]


def test_every_workplace_has_a_name_of_its_own(names: list[str]) -> None:
    assert len({name.casefold() for name in names}) == len(names) == 300


def test_every_name_holds_an_invented_word(names: list[str]) -> None:
    invented = re.compile(rf"({'|'.join(BEGINNINGS)})({'|'.join(ENDINGS)})\b")
    assert [name for name in names if not invented.search(name)] == []


def test_no_invented_word_is_a_place_or_a_word_of_working_life() -> None:
    taken = " ".join((*job_titles(), *ssyk_titles(4).values(), *sni_sections().values()))
    known = set(re.findall(r"\w+", taken.casefold()))
    known |= {place.name.casefold() for place in municipalities().values()}
    words = invented_words(random.Random(1))
    assert len(set(words)) == len(words) == len(BEGINNINGS) * len(ENDINGS)
    assert [word for word in words if word.casefold() in known or find_locality(word)] == []
    assert [word for word in words if KNOWN_NAMES.search(word.casefold())] == []


def test_the_check_digit_is_that_of_a_known_number() -> None:
    """Municipal numbers are printed on every invoice: 212000-0076 is a well-known valid one."""
    assert check_digit("212000007") == "6"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_organisation_numbers_are_valid_and_not_handed_out(seed: int) -> None:
    employers = invent(SATURDAY, seed).employers
    for employer in employers:
        number = employer.org_number
        assert len(number) == 10
        assert number[-1] == check_digit(number[:-1])
        assert int(number[2]) >= 2
        assert number.startswith(SERIES[employer.ownership])
        assert not number.startswith(HANDED_OUT)
    shared = {employer.org_number for employer in employers if employer.group}
    assert len(shared) < 6
    alone = [employer.org_number for employer in employers if not employer.group]
    assert len(alone) == len(set(alone))


def test_points_lie_in_the_municipality_of_their_locality() -> None:
    rng = random.Random(4)
    for place in LOCALITIES:
        here = locate(locality=place.name, municipality_code=place.municipality_code)
        assert here.municipality_code == place.municipality_code
        for _ in range(20):
            latitude, longitude = place.point(rng)
            assert abs(latitude - place.latitude) < 0.03
            assert abs(longitude - place.longitude) < 0.06
