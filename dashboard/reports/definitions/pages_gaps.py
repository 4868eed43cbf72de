"""What the page of gaps adds to the gaps themselves: who is near, and what would help."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_gaps",
    N_("On the page of gaps"),
    (
        Measure(
            "gap_lists.nearest",
            N_("Nearest to offering an occupation"),
            N_(
                "First employers whose own record says that they offer the occupation, and that we have "
                "not met, that are not warm, or that are full; the fewest of these lacking first. Then "
                "employers that once were warm and have a free place, by what others in the data tell: "
                "how many of the others in the same branch (the first two digits of SNI), or of the "
                "others that offer another occupation that the employer offers, also offer this one. "
                "Employers that are tired of us, or are to be left in peace, are never proposed, and "
                "nothing is guessed from what the occupation is."
            ),
            formula="k / (n + 2)",
            settings=("ssyk_level", "active_within", "cooling_within"),
        ),
        Measure(
            "gap_lists.unwished",
            N_("Offered, and wished for by nobody"),
            N_(
                "Occupations that no active client without an employment wishes for, offered by employers "
                "that we have met, that are warm and have a free place."
            ),
            settings=("ssyk_level", "active_within", "cooling_within"),
        ),
        Measure(
            "gap_lists.helps",
            N_("Clients whom a colder employer would help"),
            N_(
                "Of the clients with too few near home, those within {area_km} km of the employer who "
                "wish for something that it offers. The employer is not warm now, and its place is known "
                "better than its municipality."
            ),
            settings=("area_km", "ssyk_level", "cooling_within"),
        ),
        Measure(
            "gap_lists.closes",
            N_("Clients for whom it would be enough"),
            N_("Of the clients it would help, those who lack one employer only of {area_employers}."),
            settings=("area_employers", "area_km"),
        ),
        Measure(
            "gap_lists.could",
            N_("Clients for whom the colder ones would be enough"),
            N_(
                "Of the clients with too few near home, those who would have {area_employers} if every "
                "colder employer of a wished occupation within {area_km} km were warm."
            ),
            settings=("area_employers", "area_km"),
        ),
        Measure(
            "gap_lists.silence",
            N_("Silent for"),
            N_("Days since the last interaction with the employer, cold ones too."),
        ),
        Measure(
            "gap_lists.usual",
            N_("The usual gap"),
            N_("The median number of days from one day with an interaction to the next."),
        ),
        Measure(
            "gap_lists.contacts",
            N_("Contacts by us"),
            N_("Contacts in the last {fatigue_window} days that any unit took the initiative to."),
            settings=("fatigue_window",),
        ),
        Measure(
            "gap_lists.ask_first",
            N_("Who to ask first"),
            N_(
                "The coach at work with the strongest living tie to the employer; without a living one, "
                "the coach at work whose tie was the strongest."
            ),
            settings=("half_life", "tie_window"),
        ),
        Measure(
            "gap_lists.placements_by_form",
            N_("Placements by form of ownership"),
            N_(
                "Placements that started in the period, studies aside, by the employer's form of ownership, "
                "inactive employers too."
            ),
        ),
    ),
)
