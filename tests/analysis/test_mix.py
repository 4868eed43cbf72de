"""The mix of employers by hand."""

from dashboard.analysis.intervals import Share
from dashboard.analysis.mix import MixRow, mix
from tests.analysis.reporting import basis_of
from tests.analysis.small import ago, state_of
from tests.builders import Row, contact, employer, placement


def mixed(*rows: Row) -> dict[str, MixRow]:
    return {row.ownership: row for row in mix(basis_of(*rows), state_of(*rows))}


def test_each_form_of_ownership_has_its_part_of_employers_warm_ones_and_placements() -> None:
    rows = (
        employer("E1", ownership="private"), employer("E2", ownership="private"),
        employer("E3", ownership="municipal"), employer("E4"),
        employer("E5", ownership="association", active=False),
        contact("E1", "A", ago(180)), contact("E3", "A", ago(181)),
        placement("E3", "K1", ago(0)), placement("E3", "K2", ago(364)), placement("E5", "K1", ago(9)),
        placement("E2", "K1", ago(365)), placement("E4", "K2", ago(9)),
        placement(None, "K1", ago(9), kind="studies"),
    )  # fmt: skip
    found = mixed(*rows)
    assert (found["private"].employers, found["municipal"].employers) == (Share(2, 3), Share(1, 3))
    # E3's first placement warms it; E4 is warm and of no known form.
    assert (found["private"].warm, found["municipal"].warm) == (Share(1, 2), Share(1, 2))
    assert found["municipal"].placements == Share(2, 3)
    assert found["association"] == MixRow("association", Share(0, 3), Share(0, 2), Share(1, 3))
    assert found["unknown"] == MixRow("unknown", Share(1, 0), Share(1, 0), Share(1, 0))
    assert found["private"].placements == Share(0, 3)


def test_a_mix_of_nothing_has_no_shares() -> None:
    found = mixed()
    assert list(found) == [
        "private", "municipal", "regional", "state", "social_enterprise", "association", "unknown",
    ]  # fmt: skip
    assert {row.employers.share for row in found.values()} == {None}
