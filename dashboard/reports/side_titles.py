"""What each card of the page "Side by side" is called: its place says it before the card is worked out."""

from collections.abc import Mapping

from dashboard.i18n import N_, _

TITLES: Mapping[str, str] = {
    "size": N_("How many clients"),
    "reached": N_("To work or studies"),
    "year_after": N_("A year after admission"),
    "success": N_("Trials that led to work or studies"),
    "converted": N_("Trials that became a job at the same employer"),
    "interrupted": N_("Trials that broke off"),
    "to_enrolment": N_("Time from application to enrolment"),
    "first_contact": N_("Time to a first contact with an employer"),
    "lasting": N_("Still in the job after half a year"),
    "on_time": N_("Follow-ups done in time"),
    "single_coach": N_("Employers that hang on a single coach"),
    "rungs": N_("Employers by rung of the ladder"),
}
"""The title of each card by its key, as English msgids."""


def title_of(key: str, grouping: str) -> str:
    """The title of a card; where the employers are parted, what is counted is trials and not clients."""
    return _("How many trials") if (key, grouping) == ("size", "ownership") else _(TITLES[key])
