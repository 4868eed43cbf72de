"""The networks behind the ties, what a place in them means, and the ways through them."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "layers",
    N_("Behind the ties"),
    (
        Measure(
            "layers.clients",
            N_("Network of coaches, clients and employers"),
            N_(
                "Every active client, tied to her coach when the coach works on the day, and to the "
                "employers where she is placed or was in the last {tie_window} days, studies aside. For "
                "staff only."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "layers.ways",
            N_("Network of stepping stones"),
            N_(
                "Arrows from an employer where a client was placed to the one that employed her within 180 "
                "days after. An arrow is as strong as the number of clients who went that way."
            ),
        ),
        Measure(
            "layers.alike",
            N_("Network of alike employers"),
            N_(
                "Employers share an occupation by its first {ssyk_level} digits, and lie within {area_km} km "
                "of each other, or in the same municipality where no more is known. Those with the same "
                "occupations at the same place are one kind, and each kind is tied to the six nearest in "
                "each of its occupations. A tie is as strong as what the two share is of all that they "
                "offer."
            ),
            formula="|A ∩ B| / |A ∪ B|",
            settings=("ssyk_level", "area_km"),
        ),
        Measure(
            "layers.coaches",
            N_("Network of coaches"),
            N_(
                "Coaches who both have a living tie with an employer. A tie is as strong as the number of "
                "employers that they share."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "layers.referrers",
            N_("Network of referrers, units and employers"),
            N_(
                "Who sends clients to a unit, who works with it around them where that is recorded, and the "
                "employers where it places them. A tie is as strong as the number of clients, among those "
                "enrolled in the last {tie_window} days."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "layers.node.links",
            N_("Ties in the network"),
            N_("How many others it is tied to."),
        ),
        Measure(
            "layers.node.holds_together",
            N_("Holds parts together"),
            N_(
                "Without it, some that can be reached through the network could no longer be: it is an "
                "articulation point."
            ),
        ),
        Measure(
            "layers.node.between",
            N_("Stands between others"),
            N_(
                "The part of all pairs of others whose shortest way goes through it. A strong tie is a short "
                "way. In a network of more than 500 it is estimated, from 100 starting points."
            ),
            formula="Σ σ(s,t|v) / σ(s,t), d = 1 / w",
            source="freeman",
        ),
        Measure(
            "layers.node.constraint",
            N_("Bound to one circle"),
            N_(
                "Near 0 when its contacts have little to do with each other, near 1 or more when all it has "
                "goes through the same few."
            ),
            formula="Σ (p₁ + Σ p₂ · p₃)²",
            source="burt",
        ),
        Measure(
            "layers.node.circles",
            N_("Separate circles"),
            N_("How many contacts it has when those who are tied to each other count as one."),
            formula="n − 2t / n",
            source="borgatti",
        ),
        Measure(
            "communities.found",
            N_("Groups of alike employers"),
            N_(
                "Employers that are more alike within the group than outside it. A group is called by what "
                "at least half of its members share, and its number says how much of it twenty tries find "
                "again, on average: from 0.75 on it can be relied on, below 0.5 it cannot."
            ),
            source="louvain",
            settings=("ssyk_level", "area_km"),
        ),
        Measure(
            "communities.stability",
            N_("Found again"),
            N_(
                "How well twenty divisions agree in all: 1 when they are the same, about 0 when they agree "
                "no more than by chance."
            ),
            source="hubert_arabie",
            settings=("ssyk_level", "area_km"),
        ),
        Measure(
            "change.ties",
            N_("Changed ties"),
            N_(
                "Living ties on the day beside those one period ago: new when the two had never been warm, "
                "revived when they once had, kept, and lost."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "ways.conversion",
            N_("From visit to job"),
            N_(
                "Of the clients who came to one rung at an employer, those who came to the next there on the "
                "same day or later: study visit, job tasting, trial, employment. Of all time; a pair of "
                "client and employer counts once."
            ),
            formula="k / n",
            source="wilson",
            settings=("spell_gap",),
        ),
        Measure(
            "ways.stones",
            N_("Stepping stone for clients"),
            N_(
                "Different clients who were placed at the employer, studies aside, and were employed by "
                "another within 180 days after."
            ),
            settings=("spell_gap",),
        ),
        Measure(
            "mix.share",
            N_("Mix of employers"),
            N_(
                "The part of each form of ownership among all employers, among those that are active or "
                "cooling, and among the placements that started in the period, studies aside. Those whose "
                "form is not known are counted beside."
            ),
            formula="k / n",
            settings=("active_within", "cooling_within"),
        ),
    ),
)
