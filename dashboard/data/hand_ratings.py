"""Items of the method check that people have rated. Nothing is removed: a rating taken back says by whom."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Engine, insert, select, update

from dashboard.data.engine import keeping, reading
from dashboard.data.models import HandRating


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody rated an item.

    Attributes:
        rating_id: its key.
        item: a key of `HAND_ITEMS`.
        score: 1 to 5 points.
        rated_on: the day of the rating.
        rater: the name of whoever rated it.
        evidence: what it rests on, in words.
        withdrawn_by: the name of whoever took it back; None while it counts.
    """

    rating_id: int
    item: str
    score: int
    rated_on: dt.date
    rater: str
    evidence: str
    withdrawn_by: str | None


def read_ratings(engine: Engine, unit_id: str) -> tuple[Rating, ...]:
    """All ratings of a unit ("" is all units together), the newest first."""
    columns = (
        HandRating.rating_id,
        HandRating.item,
        HandRating.score,
        HandRating.rated_on,
        HandRating.rater,
        HandRating.evidence,
        HandRating.withdrawn_by,
    )
    wanted = (
        select(*columns)
        .where(HandRating.unit_id == unit_id)
        .order_by(HandRating.rated_on.desc(), HandRating.rating_id.desc())
    )
    with reading(engine) as connection:
        return tuple(Rating(*row) for row in connection.execute(wanted))


def add_rating(
    engine: Engine, unit_id: str, item: str, score: int, *, rated_on: dt.date, rater: str, evidence: str
) -> None:
    """Keep a rating."""
    values = {
        "unit_id": unit_id,
        "item": item,
        "score": score,
        "rated_on": rated_on,
        "rater": rater,
        "evidence": evidence,
    }
    with keeping(engine) as connection:
        connection.execute(insert(HandRating).values(values))


def withdraw_rating(engine: Engine, unit_id: str, rating_id: int, by: str) -> bool:
    """Take a rating back; False when the unit has none of that number that still counts."""
    it = (
        HandRating.rating_id == rating_id,
        HandRating.unit_id == unit_id,
        HandRating.withdrawn_by.is_(None),
    )
    with keeping(engine) as connection:
        changed = connection.execute(update(HandRating).where(*it).values(withdrawn_by=by))
    return bool(changed.rowcount)
