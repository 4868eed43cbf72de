"""How women's and men's placements are spread over occupations."""

from collections.abc import Mapping

from dashboard.analysis.equality import non_traditional
from dashboard.analysis.intervals import Share
from dashboard.reports.gap_ground import GapGround
from dashboard.reports.report_input import women_by_occupation


def non_traditional_of(ground: GapGround) -> Mapping[str, Share]:
    """Placements of women and of men in occupations where their own sex is rare."""
    basis = ground.gaps.basis
    made: Mapping[str, Share] = ground.results.get(
        "non_traditional", lambda: non_traditional(basis, women_by_occupation(basis.scope.coded.world))
    )
    return made
