"""Rating by hand what no record tells: by managers, with the day, who it was, and what it rests on."""

import datetime as dt
import unicodedata

from dashboard.data.hand_ratings import Rating, add_rating, read_ratings, withdraw_rating
from dashboard.data.importer.identity import holds_identity_number
from dashboard.domain.access import MANAGERS
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.domain.hand_items import HAND_ITEMS
from dashboard.i18n import _, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.state import PageState

__all__ = [
    "LONGEST_EVIDENCE",
    "SCORES",
    "Rating",
    "hand_finding",
    "in_force",
    "rate",
    "ratings_of",
    "take_back",
]

LONGEST_EVIDENCE = 500
SCORES = ("1", "2", "3", "4", "5")


def ratings_of(access: Access, page: PageState) -> tuple[Rating, ...]:
    """All ratings of the page's unit, the newest first; those taken back too.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
    """
    require_staff(access)
    return read_ratings(access.store.engine, _unit(page))


def in_force(ratings: tuple[Rating, ...]) -> dict[str, Rating]:
    """The rating of each item that counts: the newest that has not been taken back."""
    found: dict[str, Rating] = {}
    for rating in ratings:
        if rating.withdrawn_by is None:
            found.setdefault(rating.item, rating)
    return found


def hand_finding(ratings: tuple[Rating, ...]) -> str:
    """How many of the items have points, and how many have 4 or 5."""
    counted = in_force(ratings)
    if not counted:
        return _("**No item has been rated yet.** What no record tells is rated by a person who looks.")
    good = sum(rating.score >= 4 for rating in counted.values())
    return ngettext(
        "**{n} of {of} items is rated**, {good} of them 4 or 5.",
        "**{n} of {of} items are rated**, {good} of them 4 or 5.",
        len(counted),
    ).format(n=number(len(counted)), of=number(len(HAND_ITEMS)), good=number(good))


def rate(access: Access, page: PageState, item: str, score: str, *, rated_on: str, evidence: str) -> None:
    """Keep a rating of the page's unit, by whoever is signed in.

    Raises:
        AccessDenied: to others than managers.
        InvalidParameter: when something will not do, in words.
    """
    _require_manager(access)
    if item not in HAND_ITEMS:
        raise InvalidParameter(_("Choose an item."))
    if score not in SCORES:
        raise InvalidParameter(_("Choose 1 to 5 points."))
    day, told = _day(rated_on, page.on), _evidence(evidence)
    name = access.viewer.name
    add_rating(access.store.engine, _unit(page), item, int(score), rated_on=day, rater=name, evidence=told)


def take_back(access: Access, page: PageState, asked: object) -> None:
    """Let a rating count no more; it stays in the history.

    Raises:
        AccessDenied: to others than managers.
        InvalidParameter: when there is none, or it has been taken back already.
    """
    _require_manager(access)
    # What a browser sends may be anything: only a number that is one of the unit's own reaches the database.
    own = [one.rating_id for one in ratings_of(access, page) if one.rating_id == asked]
    if not own or not withdraw_rating(access.store.engine, _unit(page), own[0], access.viewer.name):
        raise InvalidParameter(_("There is no such rating. It may have been taken back already."))


def _require_manager(access: Access) -> None:
    if access.viewer.role not in MANAGERS:
        raise AccessDenied(_("Only managers may rate the method."))


def _unit(page: PageState) -> str:
    """The one unit that the page shows; "" for several or all of them, which are rated as one."""
    return page.units[0] if len(page.units) == 1 else ""


def _day(text: str, on: dt.date) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise InvalidParameter(_("Give the day of the rating.")) from error
    if day > on:
        raise InvalidParameter(_("The day of the rating lies after the day of the page."))
    return day


def _evidence(text: str) -> str:
    told = " ".join(text.split())
    if not told or len(told) > LONGEST_EVIDENCE or any(unicodedata.category(one)[0] == "C" for one in told):
        raise InvalidParameter(
            _("Say what the rating rests on, in 1 to {n} letters.").format(n=number(LONGEST_EVIDENCE))
        )
    if holds_identity_number(told):
        raise InvalidParameter(_("That looks like a personal identity number. Leave it out."))
    return told
