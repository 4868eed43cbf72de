"""Makes the whole invented unit up, from a seed and a day."""

import datetime as dt
import random

from dashboard.data.demo.clients import invent_clients, invent_cooperation
from dashboard.data.demo.coaches import invent_coaches, invent_unit
from dashboard.data.demo.contacts import invent_contacts
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.employers import invent_employers
from dashboard.data.demo.follow_ups import invent_follow_ups
from dashboard.data.demo.journeys import invent_journeys
from dashboard.data.demo.records import InventedUnit
from dashboard.data.demo.relations import invent_relations
from dashboard.data.demo.steps import invent_steps
from dashboard.data.demo.stories import WAYS
from dashboard.data.demo.ways import invent_ways


def invent(on: dt.date, seed: int) -> InventedUnit:
    """The rows of a unit that does not exist; the same seed and day always give the same rows.

    Args:
        on: the day that everything is relative to.
        seed: chooses among units that are alike and yet different.
    """
    rng = random.Random(f"brygga demo {seed}")  # noqa: S311 (repeatable, and nothing secret)
    days = Calendar(on)
    employers, sectors = invent_employers(rng, days)
    relations = invent_relations(rng, days, employers, sectors)
    people = invent_clients(rng, days, (*WAYS, *invent_ways(rng)))
    by_id = {employer.employer_id: employer for employer in employers}
    journeys = invent_journeys(rng, days, people, by_id, relations)
    return InventedUnit(
        units=(invent_unit(),),
        coaches=invent_coaches(days),
        employers=employers,
        clients=tuple(person.client for person in people),
        cooperation=invent_cooperation(rng, days, people),
        steps=invent_steps(rng, days, people),
        contacts=invent_contacts(rng, days, people, journeys, relations),
        placements=tuple(journey.placement for journey in journeys),
        follow_ups=invent_follow_ups(rng, days, journeys),
    )
