"""The sum from 0 to 100 and its six parts, always shown beside it."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "strength",
    N_("Strength of a relationship"),
    (
        Measure(
            "ranking.strength",
            N_("Strength, 0–100"),
            N_(
                "A weighted sum of six parts: how recently and how often we are in touch, how far we have"
                " come together, how many of us know them, how often they get in touch themselves, and "
                "what came of the trials. It is 0 when nothing has happened."
            ),
            formula=(
                "100 · ({strength_weights_recency} R + {strength_weights_frequency} F + "
                "{strength_weights_depth} D + {strength_weights_breadth} B + "
                "{strength_weights_reciprocity} P + {strength_weights_outcome} O)"
            ),
            settings=(
                "strength_weights.recency",
                "strength_weights.frequency",
                "strength_weights.depth",
                "strength_weights.breadth",
                "strength_weights.reciprocity",
                "strength_weights.outcome",
            ),
        ),
        Measure(
            "ranking.parts.recency",
            N_("How recently"),
            N_("1 on the day of the last warm contact; halves every 180 days."),
            formula="R = 2^(−t / 180)",
        ),
        Measure(
            "ranking.parts.frequency",
            N_("How often"),
            N_("Different days with a warm contact in the last 365; 12 are full marks."),
            formula="F = min(1, n / 12)",
        ),
        Measure(
            "ranking.parts.depth",
            N_("How far we have come"),
            N_(
                "The deepest thing we have done together: a call 0.2, a meeting 0.3, a study visit or job"
                " tasting 0.4, a trial 0.6, an employment 0.8, employments of two different clients 1."
            ),
            formula="D = max d",
        ),
        Measure(
            "ranking.parts.breadth",
            N_("How many of us"),
            N_("Coaches with a living tie; three are full marks."),
            formula="B = min(1, k / 3)",
            settings=("tie_window",),
        ),
        Measure(
            "ranking.parts.reciprocity",
            N_("Their own initiatives"),
            N_(
                "The employer's share of the initiatives among the contacts of the last 730 days, held "
                "down while the contacts are few."
            ),
            formula="P = min(1, 2 i / (n + 2))",
        ),
        Measure(
            "ranking.parts.outcome",
            N_("What the trials led to"),
            N_(
                "The share of the completed trials that led to work or studies, drawn towards the average"
                " of the whole selection while the trials are few."
            ),
            formula="O = (s + 4 p) / (c + 4)",
            source="shrinkage",
        ),
    ),
)
