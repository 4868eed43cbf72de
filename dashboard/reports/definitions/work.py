"""What was thought of the trials, and how long follow-ups take: not in the JSON, but told beside it."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "work",
    N_("Ratings and load"),
    (
        Measure(
            "ratings.client",
            N_("Trials the client rated 4 or 5"),
            N_(
                "Of the trials that ended in the period and that the client rated, those with a 4 or 5; of "
                "an extended trial, the latest rating. The target, {targets_client_rating} as a fraction, "
                "is reached when the lower limit of the interval is at or above it and missed when the "
                "upper limit is below it; else it cannot be told, and the report says how many more "
                "answers it takes at least."
            ),
            formula="k / n",
            source="wilson",
            settings=("targets.client_rating", "spell_gap"),
        ),
        Measure(
            "ratings.employer",
            N_("Trials the employer rated 4 or 5"),
            N_(
                "The same for employers, beside their own target, {targets_employer_rating} as a fraction. "
                "Below 35 answers a target of 90 % can never be shown as reached."
            ),
            formula="k / n",
            source="wilson",
            settings=("targets.employer_rating", "spell_gap"),
        ),
        Measure(
            "ratings.answered",
            N_("Response rate"),
            N_("Of the trials that ended in the period, those that the client, or the employer, has rated."),
            formula="k / n",
            settings=("spell_gap",),
        ),
        Measure(
            "load.minutes",
            N_("Load in minutes"),
            N_(
                "How long each coach's follow-ups of an ISO week take: those done, due, planned and "
                "expected. Minutes that are stated count; else {minutes_visit} for a visit, "
                "{minutes_video} for a video call, {minutes_phone} for a phone call and {minutes_email} "
                "for an e-mail. One whose form nobody knows takes the mean of those done in the last 365 "
                "days, or a visit's minutes when there are none."
            ),
            settings=("minutes.visit", "minutes.video", "minutes.phone", "minutes.email"),
        ),
        Measure(
            "load.available",
            N_("Time for follow-ups"),
            N_(
                "{hours_per_week} hours a week for a full-time coach, by her part of full time; of a week "
                "in which she comes or goes, the days that she works."
            ),
            formula="60 · {hours_per_week} · f · d / 7",
            settings=("hours_per_week",),
        ),
        Measure(
            "load.forecast",
            N_("Forecast for 12 weeks"),
            N_(
                "Minutes planned or expected in the 12 ISO weeks after the one that holds the day, for all "
                "the selection's clients, beside the time that its coaches have. What no coach has is "
                "counted too."
            ),
            settings=("hours_per_week", "minutes.visit", "minutes.video", "minutes.phone", "minutes.email"),
        ),
    ),
)
