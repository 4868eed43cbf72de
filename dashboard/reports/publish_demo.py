"""The demo's own publication, so that there is something public to look at: invented, and said to be."""

import datetime as dt

from dashboard.analysis.suppression import half_year
from dashboard.data.publication_records import forget_demo
from dashboard.data.publications import withdraw_publication
from dashboard.domain.publication_choice import Choice
from dashboard.reports.access import Store
from dashboard.reports.publish_audit import audit
from dashboard.reports.publish_choices import offered_unit
from dashboard.reports.publish_keep import Ready, latest_key, make_public

CONTACT = {"name": "Brovalla kommun", "email": "fraga@brovalla.example", "phone": "0123-45 67 89"}


def publish_demo(store: Store, on: dt.date, who: str, now: dt.datetime) -> bool:
    """Publish the demo's last whole year; False when the audit would not have it.

    Args:
        store: the demo's data.
        on: the day that everything is counted back from.
        who: whom the history names.
        now: the moment.
    """
    last = half_year(half_year(on).first - dt.timedelta(days=1))
    first = half_year(last.first - dt.timedelta(days=1))
    name = offered_unit(store) or str(store.world().units["programme"].iloc[0])
    choice = Choice(first.first, last.last, unit=name, contact=CONTACT)
    after, found = latest_key(store), audit(store, choice, on)
    if not found.release.safe:
        return False
    ready = Ready(found.publication, found.salt, found.private, found.data_version, after)
    return make_public(store, ready, who=who, now=now) is not None


def withdraw_demo(store: Store, now: dt.datetime) -> None:
    """Take what was published of the demo away, and forget it."""
    for key in forget_demo(store.engine):
        withdraw_publication(store.public, key, now)
