"""Cost and benefit: figures that rest on the unit's own assumptions, and say so."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "costs",
    N_("Cost and benefit"),
    (
        Measure(
            "costs.person_months",
            N_("Months in work"),
            N_(
                "The months in work that the clients had in the period: of each employment the days from "
                "its start to the day before its end, each as its part of its own calendar month. A whole "
                "calendar month is 1. Of a client with two employments at once, each day counts once."
            ),
            formula="M = Σ d / D",
            settings=("spell_gap",),
        ),
        Measure(
            "costs.additionality",
            N_("Additionality"),
            N_(
                "The part of those in work who would not have been in work without the support: one less "
                "the share who would have got work anyway over the share who get work with it. Nobody can "
                "observe it, so the result is shown for several."
            ),
            formula="a = 1 − p0 / p1",
        ),
        Measure(
            "costs.net",
            N_("Net for society"),
            N_(
                "What the extra months in work produce, and the resources that they save, less what the "
                "unit costs for as many months as the period has come. Transfers are not in it. It is "
                "empty while an assumption that it needs is, and shown in two figures."
            ),
            formula="M · a · h · w · (1 + s) + R − C",
            settings=("spell_gap",),
        ),
        Measure(
            "costs.actors",
            N_("Net by actor"),
            N_(
                "What the same months come to for the municipality, the region, central government, the "
                "individuals and the employers: wage, contributions, taxes, benefits no longer paid, wage "
                "subsidies, savings, and the actor's part of the cost. Transfers cancel, so that the "
                "actors sum to society."
            ),
            formula="M · a · k − c",
            settings=("spell_gap",),
        ),
        Measure(
            "costs.turn",
            N_("When the result turns"),
            N_(
                "The additionality at which the net would be 0, and the months in work at which it would "
                "be, everything else as it is. Above 100 % no additionality is enough."
            ),
            formula="a* = c / (M · k),  M* = c / (a · k)",
            settings=("spell_gap",),
        ),
        Measure(
            "costs.tornado",
            N_("What matters most"),
            N_(
                "How far society's net moves when one assumption goes from its low to its high and the "
                "others stay, the largest first."
            ),
            formula="|net(high) − net(low)|",
            settings=("spell_gap",),
        ),
        Measure(
            "costs.years",
            N_("Over years"),
            N_(
                "What the employments begun in the period give, month by month, as long as they last by "
                "the retention curve, discounted to the start, against the cost of the period. It stops "
                "where fewer than 5 have been followed, or at the years assumed; paid back is the month in "
                "which the benefit reaches the cost."
            ),
            formula="n · a · k · Σ S(t) / (1 + r)^t − c",
            source="kaplan_meier",
            settings=("spell_gap",),
        ),
    ),
)
