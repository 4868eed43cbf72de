"""The finder, and the page of one employer."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_employers",
    N_("On the pages about employers"),
    (
        Measure(
            "finder.matching",
            N_("Employers that fit"),
            N_(
                "Employers of the selection that pass all the filters of the page. Each word of a search "
                "stands in the name, group or place, or begins a word in the title of an occupation that "
                "the employer offers; an occupation takes in narrower ones, and wider groups that hold it. "
                "All the adjustments must be met. Earlier success is a completed trial there that led to "
                "employment or studies."
            ),
        ),
        Measure(
            "finder.by_municipality",
            N_("Employers that fit, in each municipality"),
            N_(
                "Those of them that lie in the municipality, by address or, without one, by postal code "
                "or locality."
            ),
        ),
        Measure(
            "finder.without_position",
            N_("Employers that fit and cannot be drawn"),
            N_("Those of them without a position; they stand in the list and not on the map."),
        ),
        Measure(
            "finder.unmeasured",
            N_("Employers that cannot be measured to"),
            N_(
                "Those that pass all the filters but the distance, and whose place is known by the "
                "municipality at best. Distances follow the great circle from the middle of the place that "
                "is named; from a postal code or a locality the employer's own place is approximate."
            ),
        ),
        Measure(
            "employer.ties",
            N_("Coaches who know the employer"),
            N_("Coaches with a living tie to the employer."),
            settings=("tie_window",),
        ),
        Measure(
            "employer.rhythm",
            N_("Contacts by quarter"),
            N_(
                "Contacts, placements begun and follow-ups with the employer, counted by calendar quarter "
                "and coach for two years."
            ),
        ),
        Measure(
            "employer.events",
            N_("What has happened"),
            N_(
                "Everything that has happened with the employer up to the day, from the selection: contacts, "
                "placements that began and that ended, and follow-ups with it."
            ),
        ),
        Measure(
            "employer.capacity",
            N_("Places at the employer"),
            N_("How many people the employer has said that it can host at once."),
        ),
        Measure(
            "employer.occupied",
            N_("Places taken at the employer"),
            N_(
                "Trials, job tastings and study visits that run there, and employments in their first "
                "{employment_occupies} days, from all units."
            ),
            settings=(
                "employment_occupies",
                "tasting_length",
                "spell_gap",
            ),
        ),
        Measure(
            "employer.free",
            N_("Free places at the employer"),
            N_("Its places less those taken; never less than none."),
            formula="max(0, c − o)",
            settings=("employment_occupies",),
        ),
        Measure(
            "employer.running",
            N_("Running placements at the employer"),
            N_("The selection's placements that run there on the day, studies aside."),
            settings=("tasting_length",),
        ),
        Measure(
            "employer.fatigue_contacts",
            N_("Our contacts lately"),
            N_("Contacts that we took with the employer in the last {fatigue_window} days, from all units."),
            settings=(
                "fatigue_window",
                "fatigue_contacts",
            ),
        ),
        Measure(
            "employer.fatigue_placements",
            N_("Placements begun lately"),
            N_(
                "Placements that began at the employer in the last {fatigue_window} days, from all units,"
                " studies aside."
            ),
            settings=("fatigue_window",),
        ),
        Measure(
            "employer.placements",
            N_("Placements at the employer, by kind"),
            N_(
                "All the selection's placements there, studies aside; a renewed employment and an "
                "extended trial count once."
            ),
            settings=("spell_gap",),
        ),
        Measure(
            "employer.trials_completed",
            N_("Completed trials at the employer"),
            N_("The selection's trials there that have ended with a known outcome, since the beginning."),
            settings=("spell_gap",),
        ),
        Measure(
            "employer.trials_succeeded",
            N_("Trials there that led on"),
            N_("Those of them that led to employment or studies."),
            settings=("spell_gap",),
        ),
        Measure(
            "employer.clients_placed",
            N_("Clients placed at the employer"),
            N_("Different clients of the selection who have been placed there, studies aside."),
        ),
    ),
)
