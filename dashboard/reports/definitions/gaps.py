"""Where the network does not reach, and where it is about to lose its grip."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "gaps",
    N_("Gaps"),
    (
        Measure(
            "gaps.occupations.demand",
            N_("Demand for an occupation"),
            N_(
                "Active clients without a running employment who wish for the occupation, each shared "
                "equally over what she wishes for. Occupations are compared by their first {ssyk_level} "
                "digits."
            ),
            formula="Σ 1 / w",
            settings=("ssyk_level",),
        ),
        Measure(
            "gaps.occupations.supply",
            N_("Supply of an occupation"),
            N_(
                "Free places at employers that we have met and that are active or cooling, each "
                "employer's shared equally over those of its occupations that somebody wishes for."
            ),
            formula="Σ f / g",
            settings=(
                "ssyk_level",
                "active_within",
                "cooling_within",
            ),
        ),
        Measure(
            "gaps.occupations.state",
            N_("Occupation: missing, thin or covered"),
            N_("Missing when there is no supply, thin when it is less than the demand, otherwise covered."),
            settings=("ssyk_level",),
        ),
        Measure(
            "gaps.areas.clients",
            N_("Clients with too few near home"),
            N_(
                "Active clients without a running employment who have fewer than {area_employers} warm "
                "employers of a wished occupation within {area_km} km of home."
            ),
            settings=(
                "area_employers",
                "area_km",
                "ssyk_level",
                "active_within",
                "cooling_within",
            ),
        ),
        Measure(
            "gaps.areas.municipality_only",
            N_("Clients whose home is not known well enough"),
            N_(
                "Clients whose postal code tells no more than the municipality, so that no distance can "
                "be measured."
            ),
        ),
        Measure(
            "gaps.dependence",
            N_("Strong, and on one coach"),
            N_("Strong relationships with exactly one living tie."),
            settings=(
                "strong_from",
                "strong_from_rung",
                "tie_window",
            ),
        ),
        Measure(
            "gaps.dormant",
            N_("Dormant employers"),
            N_("Employers whose last warm contact was more than {cooling_within} days ago."),
            settings=("cooling_within",),
        ),
        Measure(
            "gaps.fading",
            N_("Fading relationships"),
            N_(
                "Strong and medium relationships that have been silent for more than twice their usual "
                "gap between contacts, and for more than 60 days."
            ),
            formula="t > 2 · med(Δ) ∧ t > 60",
            settings=(
                "strong_from",
                "medium_from",
            ),
        ),
        Measure(
            "gaps.unused",
            N_("Unused employers"),
            N_(
                "Employers known for more than 180 days that have come no further than being met, that "
                "have been silent for 180 days, and that offer an occupation somebody wishes for."
            ),
            settings=("ssyk_level",),
        ),
        Measure(
            "gaps.dead_ends",
            N_("Dead ends"),
            N_("Employers with at least three completed trials and never an employment."),
            settings=("spell_gap",),
        ),
        Measure(
            "gaps.data.no_position",
            N_("Employers without a position"),
            N_("Employers that cannot be placed on a map."),
        ),
        Measure(
            "gaps.data.no_occupation",
            N_("Employers without an occupation"),
            N_("Employers for which nobody has recorded what they can offer."),
        ),
        Measure(
            "gaps.data.no_sni",
            N_("Employers without a sector"),
            N_("Employers for which no SNI code is recorded."),
        ),
    ),
)
