"""What the frame around every page says about the data."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from dashboard.data.reference import attributions
from dashboard.domain.world import World
from dashboard.reports.access import Access


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """The facts in the foot of every page.

    Attributes:
        demo: whether the data is invented.
        latest: the last day up to `on` with anything recorded; None in an empty database.
        attributions: the sources of the reference data, as their licences want them named.
    """

    demo: bool
    latest: dt.date | None
    attributions: tuple[str, ...]


def frame_facts(access: Access, on: dt.date) -> FrameFacts:
    """What the frame says on a day."""
    latest = access.cached(("latest_recorded", on), lambda snapshot: _latest(snapshot.world, on))
    return FrameFacts(access.store.is_demo(), latest, attributions())


def _latest(world: World, on: dt.date) -> dt.date | None:
    recorded = pd.concat(
        [world.contacts["contacted_on"], world.placements["started_on"], world.follow_ups["done_on"]]
    ).dropna()
    latest = recorded[recorded <= pd.Timestamp(on)].max()
    return None if pd.isna(latest) else pd.Timestamp(latest).date()
