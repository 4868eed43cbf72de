"""Which employers may be one: variants of a name, not workplaces that only share a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.same_employer import Named, Reason, pairs_alike
from dashboard.domain.employer_names import plain_name

COOP = "5560000001"
ICA = "5560000002"


def keys(*employers: Named, decided=()) -> list[tuple[str, str]]:
    return [(pair.one.key, pair.other.key) for pair in pairs_alike(employers, decided)]


def test_variants_of_one_name_are_found() -> None:
    found = keys(
        Named("E1", "ICA Maxi", None, "Täby"),
        Named("E2", "Ica Maxi AB", None, "Täby"),
        Named("E3", "ICA  MAXI Ab.", None, "TÄBY"),
    )
    assert found == [("E1", "E2"), ("E1", "E3"), ("E2", "E3")]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (Named("A", "Coop Täby Centr.", COOP), Named("B", "COOP Täby Centrum", COOP), Reason.SAME_NUMBER),
        (Named("A", "Björkens förskola", COOP), Named("B", "Björkans förskola", COOP), Reason.SAME_NUMBER),
        (Named("A", "Skogsgläntans förskola"), Named("B", "Skogsglantans forskola"), Reason.LIKE_NAME),
        (Named("A", "Bageri Vetekornet"), Named("B", "Vetekornet Bageri"), Reason.LIKE_NAME),
        (Named("A", "Kaffe & Co", COOP), Named("B", "Kaffe Co AB", ICA), Reason.SAME_NAME_OTHER_NUMBER),
    ],
)
def test_each_reason_is_named(one: Named, other: Named, reason: Reason) -> None:
    (pair,) = pairs_alike([one, other])
    assert pair.reason is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two workplaces of one organisation.
        (Named("A", "Coop Täby", COOP, "Täby"), Named("B", "Coop Kista", COOP, "Kista")),
        (Named("A", "Vallentuna kommun, Köket", COOP), Named("B", "Vallentuna kommun, Biblioteket", COOP)),
        (Named("A", "Björkens förskola", COOP), Named("B", "Granens förskola", COOP)),
        (Named("A", "Norrskolans kök", COOP), Named("B", "Sörskolans kök", COOP)),
        (Named("A", "Östra hemtjänsten", COOP), Named("B", "Västra hemtjänsten", COOP)),
        (Named("A", "Förskolan 1"), Named("B", "Förskolan 2")),
        (Named("A", "Kaffe & Co", None, "Täby"), Named("B", "Kaffe & Co", None, "Kista")),
        (Named("A", "Lidl"), Named("B", "Lind")),
        (Named("A", "AB"), Named("B", "HB")),
    ],
)
def test_those_that_are_two_are_left_in_peace(one: Named, other: Named) -> None:
    assert keys(one, other) == []


def test_what_was_decided_is_not_suggested_again() -> None:
    employers = [Named("E1", "ICA Maxi"), Named("E2", "Ica Maxi AB")]
    assert keys(*employers, decided=[frozenset(("E1", "E2"))]) == []


@given(st.lists(st.text(max_size=12), max_size=8), st.randoms())
def test_the_order_of_the_employers_does_not_matter(names: list[str], dice) -> None:
    employers = [Named(f"E{place}", name) for place, name in enumerate(names)]
    shuffled = list(employers)
    dice.shuffle(shuffled)
    assert keys(*employers) == keys(*shuffled)


@given(st.text(max_size=30))
def test_a_plain_name_is_plain_already(name: str) -> None:
    assert plain_name(plain_name(name)) == plain_name(name)
