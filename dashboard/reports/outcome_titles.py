"""What each card of the page of outcomes is called: its place says it before the card is worked out."""

from collections.abc import Mapping

from dashboard.i18n import N_, _

TITLES: Mapping[str, str] = {
    "outcomes": N_("What the trials led to"),
    "split": N_("The trials by group"),
    "coaches": N_("The trials by coach"),
    "interruption": N_("When trials break off"),
    "chain": N_("From visit to job at the same employer"),
    "work": N_("Work and studies"),
    "lasting": N_("Employment that lasts"),
    "waiting": N_("Time to the first contact and placement"),
    "first_job": N_("Time to a first job"),
    "half_years": N_("A first job within a year, by half-year"),
    "steps": N_("The five steps"),
    "equality": N_("Women and men"),
    "queue": N_("The queue, and those who came back"),
    "returns": N_("Those who come back"),
    "around": N_("Who else is involved"),
    "coordination": N_("Who coordinates, and gaps between authorities"),
    "hours": N_("Hours of work by week"),
}
"""The title of each card by its key, as English msgids."""


def title_of(key: str) -> str:
    """The title of a card."""
    return _(TITLES[key])
