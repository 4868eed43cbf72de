"""How a client's way and an employer's part in it are planned, in days before the day of the demo.

A plan is written in *ages*: 90 is ninety days ago, 0 the day itself, −14 two weeks ahead. The stories
are written by hand in this form, the rest is drawn at random in the same form, and one place turns
both into rows.
"""

from dataclasses import dataclass
from typing import Literal

Support = Literal["as_planned", "client_only", "lost_sight", "behind"]
"""How a placement is followed up: as the plan says · with the client alone · not for a long time · late."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One placement.

    Attributes:
        kind: as in `placements`.
        start: age on the first day.
        end: age on the day it ended; None while it runs.
        employer_id: where; empty leaves it to be chosen (or none, for studies).
        at_last: at the same employer as the client's stay before it.
        outcome: as in `placements`.
        planned_end: age on the planned last day; negative lies ahead.
        contract: as in `placements`.
        subsidy: as in `placements`.
        support: how it is followed up.
        occupation: SSYK; empty takes one that the employer offers.
        placement_id: a fixed key for a placement that a story is about.
    """

    kind: str
    start: int
    end: int | None = None
    employer_id: str = ""
    at_last: bool = False
    outcome: str | None = None
    planned_end: int | None = None
    contract: str | None = None
    subsidy: str | None = None
    support: Support = "as_planned"
    occupation: str = ""
    placement_id: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A client's way through the unit.

    Attributes:
        coach_id: the coach now, or at the end.
        enrolled: age at enrolment; None while waiting.
        applied: age at application.
        stays: placements, oldest first.
        closed: age at closing.
        reason: closing reason.
        wishes: SSYK codes; empty leaves them to be drawn.
        earlier_coach_id: who the coach was before `changed`.
        changed: age on the day when the coach changed.
        returns: whether this person has been enrolled before.
        may_return: whether a later enrolment may be this person's.
    """

    coach_id: str | None
    enrolled: int | None
    applied: int | None = None
    stays: tuple[Stay, ...] = ()
    closed: int | None = None
    reason: str | None = None
    wishes: tuple[str, ...] = ()
    earlier_coach_id: str | None = None
    changed: int = 0
    returns: bool = False
    may_return: bool = False

    def coach_at(self, age: int) -> str | None:
        """The client's coach on a day."""
        return self.earlier_coach_id if self.earlier_coach_id and age > self.changed else self.coach_id


@dataclass(frozen=True, slots=True)
class Touch:
    """One contact with an employer that a story is about."""

    employer_id: str
    coach_id: str
    age: int
    kind: str
    initiated_by: str = "unit"
