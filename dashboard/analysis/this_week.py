"""What was done with employers in the ISO week that holds the day, so far."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import KINDS, Flags
from dashboard.analysis.load import WEEKS, load_window
from dashboard.analysis.minutes import WEEK
from dashboard.analysis.open_follow_ups import three_party_ahead

VISITS = tuple(KINDS.index(kind) for kind in ("visit", "workplace_analysis"))
"""Contacts for which one goes there."""


def monday_of(basis: Basis) -> int:
    """The first day of the ISO week that holds the day."""
    return load_window(basis)[0] + WEEKS * WEEK


def contacts_this_week(basis: Basis) -> Flags:
    """The selection's contacts from Monday to the day: one flag a contact."""
    day = basis.scope.coded.contacts.day
    lately: Flags = basis.scope.has_contact & (day >= monday_of(basis)) & (day <= basis.on)
    return lately


def visits_this_week(basis: Basis) -> Flags:
    """Those of them that were visits or workplace analyses."""
    return contacts_this_week(basis) & np.isin(basis.scope.coded.contacts.kind, VISITS)


def meetings_this_week(basis: Basis) -> Flags:
    """The three-party meetings of the week that are still to be held: one flag a follow-up."""
    planned = basis.scope.coded.follow_ups.planned
    left: Flags = three_party_ahead(basis) & (planned < monday_of(basis) + WEEK)
    return left
