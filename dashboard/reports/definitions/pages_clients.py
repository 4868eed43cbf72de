"""What the pages about clients count: the match and its parts."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

_WEIGHTS = tuple(
    f"match_weights.{part}"
    for part in ("occupation", "adjustments", "distance", "relation", "success", "places", "rest")
)

AREA = Area(
    "pages_clients",
    N_("Matching and clients"),
    (
        Measure(
            "match.score",
            N_("Match, 0–100"),
            N_(
                "A weighted sum of seven parts, always shown beside it: occupation, adjustments, distance, "
                "the relation, what trials of others with similar needs led to, free places, and breathing "
                "space. A part about which nothing is known for the client (no wish, no need, no home) is "
                "left out, and the others share its weight. Equals stand by occupation, then distance, then "
                "key. Gender and age are not in it."
            ),
            formula=(
                "100 · ({match_weights_occupation} Y + {match_weights_adjustments} A + "
                "{match_weights_distance} D + {match_weights_relation} R + {match_weights_success} U + "
                "{match_weights_places} L + {match_weights_rest} V)"
            ),
            source="wishes",
            settings=_WEIGHTS,
        ),
        Measure(
            "match.occupation",
            N_("Match: occupation"),
            N_(
                "The most digits of SSYK that an occupation on offer shares with a wished one: four are "
                "full marks, three 0.75, two 0.5. One digit is a level of skill and no occupation in common."
            ),
            formula="Y = 1, 0.75, 0.5",
            source="wishes",
        ),
        Measure(
            "match.adjustments",
            N_("Match: adjustments"),
            N_("Of the client's support needs, those that the employer's adjustments meet."),
            formula="A = |S ∩ A| / |S|",
        ),
        Measure(
            "match.distance",
            N_("Match: distance"),
            N_(
                "Along the great circle from the client's postal code: 1 at home, halved every {area_km} km. "
                "Where one of the two is known by its municipality alone it counts as {area_km} km at least; "
                "without a position it is 0."
            ),
            formula="D = 2^(−d / {area_km})",
            settings=("area_km",),
        ),
        Measure(
            "match.relation",
            N_("Match: relation"),
            N_("The strength of the relationship, which fades when we are not in touch."),
            formula="R = s / 100",
            settings=("half_life",),
        ),
        Measure(
            "match.success",
            N_("Match: similar needs"),
            N_(
                "Of the completed trials there of others who share a support need with the client, those "
                "that led to work or studies, drawn towards the average of the selection while they are few. "
                "For a client without needs all others count. Shown as 2 of 3, never as a share."
            ),
            formula="U = (s + 4 p) / (c + 4)",
            source="shrinkage",
        ),
        Measure(
            "match.places",
            N_("Match: free places"),
            N_("Two free places or more are full marks, one is half."),
            formula="L = min(1, f / 2)",
            settings=("employment_occupies",),
        ),
        Measure(
            "match.rest",
            N_("Match: breathing space"),
            N_(
                "1 without any contact on our initiative in the last {fatigue_window} days; falls evenly to "
                "0 at one more than the {fatigue_contacts} that an employer bears."
            ),
            formula="V = 1 − min(1, k / ({fatigue_contacts} + 1))",
            settings=("fatigue_window", "fatigue_contacts"),
        ),
        Measure(
            "match.ruled_out",
            N_("Ruled out"),
            N_(
                "Employers that are not ranked, with every reason: no longer active, the client is there "
                "now, a placement of the same client there was interrupted, no free place, tired of us, a "
                "quiet period, no occupation recorded, or none in common with the wishes."
            ),
            settings=("fatigue_window", "fatigue_contacts"),
        ),
        Measure(
            "client.step_days",
            N_("Days in a step"),
            N_(
                "From the entry into a step to the next entry, or to the day, or to the closing. Going back "
                "is allowed: each stay is counted by itself."
            ),
            source="steps",
        ),
    ),
)
