"""The networks behind the ties, by hand: G3, the stepping stones of G4, G5 and G6."""

from dashboard.analysis.layers import client_links, coach_links, referrer_links, way_links
from dashboard.analysis.links import Links
from tests.analysis.reporting import basis_of
from tests.analysis.small import ago, state_of
from tests.builders import Row, client, coach, contact, placement, unit

Edge = tuple[str, str, float]


def edges(links: Links) -> set[Edge]:
    """Both keys and the strength of each link."""
    names = [f"{kind} {key}" for kind, key in links.nodes]
    rows = zip(links.start.tolist(), links.end.tolist(), links.strength.tolist(), strict=True)
    return {(names[start], names[end], strength) for start, end, strength in rows}


def job(start: int, end: int | None, employer="E1", key="K1") -> Row:
    return placement(employer, key, ago(start), None if end is None else ago(end), "employment")


def test_a_client_ties_her_coach_to_where_she_is_or_was_within_a_year() -> None:
    rows = (
        client("K1", "A"), job(500, 365, "OLD"), job(500, 364, "RECENT"), job(10, None, "NOW"),
        placement("NOW", "K1", ago(3), ago(3), "study_visit"),
        placement(None, "K1", ago(3), kind="studies"),
        client("K2", "B", closed_on=ago(0)), job(5, None, "E9", "K2"),
    )  # fmt: skip
    assert edges(client_links(basis_of(*rows))) == {
        ("coach A", "client K1", 1.0),
        ("client K1", "employer NOW", 1.0),
        ("client K1", "employer RECENT", 1.0),
    }


def test_a_coach_who_has_left_ties_no_client() -> None:
    rows = (coach("A", ended_on=ago(0)), client("K1", "A"), job(10, None))
    assert edges(client_links(basis_of(*rows))) == {("client K1", "employer E1", 1.0)}


def test_an_arrow_counts_the_clients_who_went_that_way() -> None:
    stones = [placement("E1", key, ago(300), ago(250)) for key in ("K1", "K2", "K3")]
    jobs = [job(240, None, "E2", "K1"), job(200, 100, "E2", "K2"), job(50, None, "E3", "K2")]
    links = way_links(basis_of(*stones, *jobs, job(60, None, "E3", "K3")))
    # K2's way from E2 to E3 began 50 days after; K3 waited 190 days.
    assert edges(links) == {("employer E1", "employer E2", 2.0), ("employer E2", "employer E3", 1.0)}
    assert links.directed
    assert edges(links.both_ways()) == edges(links)


def test_coaches_are_tied_by_the_employers_they_share() -> None:
    rows = (
        contact("E1", "A", ago(1)), contact("E1", "B", ago(1)), contact("E2", "A", ago(1)),
        contact("E2", "B", ago(1)), contact("E3", "C", ago(1)), contact("E2", "C", ago(400)),
        contact("E1", "D", ago(1), kind="email"),
    )  # fmt: skip
    assert edges(coach_links(state_of(*rows))) == {("coach A", "coach B", 2.0)}
    assert coach_links(state_of()).nodes == ()


def involved(party: str, key: str, start: int, end: int | None = None) -> Row:
    days = {"from_on": ago(start), "to_on": None if end is None else ago(end)}
    return Row("cooperation", {"client_id": key, "party": party, "role": "participant", **days})


def test_referrers_parties_units_and_employers_hang_together_by_clients() -> None:
    rows = (
        unit("U1"), coach("A", unit_id="U1"),
        client("K1", "A", referrer="lss"), client("K2", "A", referrer="lss"),
        client("K3", "A", referrer="school", closed_on=ago(365)),
        client("K4", "A", referrer="school", enrolled_on=ago(-1)),
        involved("lss", "K1", 100), involved("school", "K1", 700, 365), involved("school", "K2", -1),
        involved("health_care", "K2", 700, 364), involved("other", "K3", 700),
        job(10, None, "E1", "K1"), job(400, 300, "E1", "K1"), job(9, None, "E1", "K2"),
        job(400, 300, "E9", "K3"),
    )  # fmt: skip
    assert edges(referrer_links(basis_of(*rows))) == {
        ("referrer lss", "unit U1", 2.0),
        ("party lss", "unit U1", 1.0),
        ("party health_care", "unit U1", 1.0),
        ("unit U1", "employer E1", 2.0),
    }


def test_without_the_cooperation_table_there_are_no_parties() -> None:
    found = referrer_links(basis_of(client("K1", "A", referrer="lss")))
    assert edges(found) == {("referrer lss", "unit U1", 1.0)}
