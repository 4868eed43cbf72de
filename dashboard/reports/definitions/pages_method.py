"""What the page of method and targets adds to the method check and the ratings themselves."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_method",
    N_("On the page of method and targets"),
    (
        Measure(
            "method.next",
            N_("What would change the points"),
            N_(
                "The least that gives an item the next point, all else equal: fewer clients or more posts, "
                "a shorter wait, more meetings, or so many more of what the item counts. Of employments, "
                "every further one is taken to be with an employer, or in an occupation, that is new for "
                "the period. Fidelity explains little of the outcome (r = .34 between sites): it is a check "
                "of how you work, not of what comes of it."
            ),
            source="ips_outcome",
            settings=("spell_gap",),
        ),
        Measure(
            "method.by_hand",
            N_("Items rated by hand"),
            N_(
                "The items of IPS-25 that no record tells, in our own words, rated 1 to 5 by a manager with "
                "the day and what it rests on. The newest rating that has not been taken back is the one in "
                "force; all stay in the history. Not the official score."
            ),
            source="ips_outcome",
        ),
        Measure(
            "method.unanswered",
            N_("Who answered"),
            N_(
                "The trials that ended in the period, by how they ended and by the client's gender, and how "
                "many of them the client and the employer have rated. A group with a low share is not "
                "represented by the answers."
            ),
            formula="k / n",
            settings=("spell_gap",),
        ),
        Measure(
            "method.strong_share",
            N_("Relationships that are strong"),
            N_(
                "Of the employers with whom there is a relationship of any strength, those with a strong "
                "one. It pulls against the diversity of employers: who comes back to the same employers "
                "gets stronger relationships, and fewer employers."
            ),
            formula="k / n",
            source="wilson",
        ),
        Measure(
            "method.benchmark",
            N_("Figures of others"),
            N_(
                "What a study found, beside the unit's own share with a job within the same time after the "
                "enrolment. The groups, the time and what counts as a job are not the same: it tells what "
                "is possible, not whether you are better or worse."
            ),
        ),
    ),
)
