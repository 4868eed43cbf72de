"""A check of how the work is done: our own computation after IPS-25, never the official score."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.report_parts import ITEM, SHARE

AREA = Area(
    "method",
    N_("Method and equality"),
    (
        Measure(
            "equality.non_traditional.woman",
            N_("Women in occupations with few women"),
            N_(
                "Of the women's placements that started in the period, studies aside, in an occupation "
                "that the register knows: those where fewer than 40 % are women."
            ),
            formula="k / n",
            source="scb",
            parts=SHARE,
        ),
        Measure(
            "equality.non_traditional.man",
            N_("Men in occupations with few men"),
            N_(
                "Of the men's placements that started in the period, studies aside, in an occupation that"
                " the register knows: those where more than 60 % are women."
            ),
            formula="k / n",
            source="scb",
            parts=SHARE,
        ),
        Measure(
            "fidelity.caseload",
            N_("Method: caseload"),
            N_(
                "Active clients for each full-time post. At most 20 gives 5 points, 25 gives 4, 30 gives "
                "3, 40 gives 2."
            ),
            formula="n / Σ f",
            source="ips",
            parts=ITEM,
        ),
        Measure(
            "fidelity.rapid_search",
            N_("Method: rapid job search"),
            N_(
                "The median number of days from enrolment to the first meeting, visit or analysis about "
                "the client, or placement. At most 30 gives 5 points, 60 gives 4, 150 gives 3, 270 gives "
                "2."
            ),
            formula="min{{t : S(t) ≤ ½}}",
            source="ips",
            parts=ITEM,
        ),
        Measure(
            "fidelity.employer_contacts",
            N_("Method: employer contacts"),
            N_(
                "Meetings, visits and analyses in the period for each full-time coach and week. At least "
                "6 gives 5 points, 5 gives 4, 4 gives 3, 2 gives 2."
            ),
            formula="n / Σ (f · d / 7)",
            source="ips",
            parts=ITEM,
        ),
        Measure(
            "fidelity.job_diversity",
            N_("Method: diversity of jobs"),
            N_(
                "Different occupations among the employments started in the period. At least 85 % gives 5"
                " points, 70 gives 4, 60 gives 3, 50 gives 2."
            ),
            formula="k / n",
            source="ips",
            settings=("spell_gap",),
            parts=ITEM,
        ),
        Measure(
            "fidelity.employer_diversity",
            N_("Method: diversity of employers"),
            N_(
                "Different employers among the employments started in the period. The limits are those "
                "for jobs. Strong relationships pull the other way: look at both."
            ),
            formula="k / n",
            source="ips",
            settings=("spell_gap",),
            parts=ITEM,
        ),
        Measure(
            "fidelity.permanent_jobs",
            N_("Method: permanent jobs"),
            N_(
                "Permanent contracts among the running employments whose contract is known. At least 95 %"
                " gives 5 points, 85 gives 4, 75 gives 3, 65 gives 2; fewer than 10 known gives 1."
            ),
            formula="k / n",
            source="ips",
            settings=("spell_gap",),
            parts=ITEM,
        ),
        Measure(
            "fidelity.time_unlimited_support",
            N_("Method: support without a time limit"),
            N_(
                "Running employments at least 28 days old that were followed up in three of their first "
                "four weeks and have had at most one gap that is too long since. At least 90 % gives 5 "
                "points, 75 gives 4, 50 gives 3, 25 gives 2."
            ),
            formula="k / n",
            source="ips",
            settings=("spell_gap",),
            parts=ITEM,
        ),
    ),
)
