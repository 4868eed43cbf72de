"""The report's areas about what is lacking and how the work is done: `gaps`, `equality`, `fidelity`."""

from dashboard.analysis.equality import non_traditional
from dashboard.analysis.fidelity import fidelity as fidelity_items
from dashboard.analysis.gaps_areas import area_gaps
from dashboard.analysis.gaps_employers import employer_gaps
from dashboard.analysis.gaps_occupations import occupation_gaps
from dashboard.reports.json_values import Json, rounded, share
from dashboard.reports.report_input import ReportInput, homes, women_by_occupation


def gaps(given: ReportInput) -> Json:
    """Occupations, areas and employers where something is lacking."""
    occupations = occupation_gaps(given.basis, given.state)
    areas = area_gaps(given.basis, given.state, homes(given.scope.coded.world))
    found = employer_gaps(given.basis, given.state, occupations)
    return {
        "occupations": [
            {
                "ssyk": gap.ssyk,
                "demand": rounded(gap.demand),
                "supply": rounded(gap.supply),
                "state": gap.state,
            }
            for gap in occupations
        ],
        "areas": {
            "clients": int(areas.named.sum()),
            "municipality_only": int(areas.municipality_only.sum()),
        },
        "dependence": int(found.dependence.sum()),
        "dormant": int(found.dormant.sum()),
        "fading": int(found.fading.sum()),
        "unused": int(found.unused.sum()),
        "dead_ends": int(found.dead_ends.sum()),
        "data": {
            "no_position": int(found.no_position.sum()),
            "no_occupation": int(found.no_occupation.sum()),
            "no_sni": int(found.no_sni.sum()),
        },
    }


def equality(given: ReportInput) -> Json:
    """Placements in occupations where the client's own sex is rare."""
    found = non_traditional(given.basis, women_by_occupation(given.scope.coded.world))
    return {"non_traditional": {sex: share(value) for sex, value in found.items()}}


def fidelity(given: ReportInput) -> list[Json]:
    """The unit's own check of its method."""
    return [
        {"item": item.item, "value": rounded(item.value), "n": item.n, "score": item.score}
        for item in fidelity_items(given.basis)
    ]
