"""What somebody wants to write in place, and the ways in which it can fail to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.domain.errors import BryggaError
from dashboard.i18n import _


class Action(StrEnum):
    """What can be written in place."""

    FOLLOW_UP_DONE = "follow_up_done"
    FOLLOW_UP_PLANNED = "follow_up_planned"
    FOLLOW_UP_CANCELLED = "follow_up_cancelled"
    CONTACT_LOGGED = "contact_logged"
    QUIET_SET = "quiet_set"
    QUIET_CLEARED = "quiet_cleared"


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the account's number, and the name that the history tells."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One row to write.

    Attributes:
        action: what is done.
        table: the row's table.
        cells: texts as somebody typed or chose them, by column; an empty one says nothing.
        key: the row's key; empty for a new row.
        seen: what the row was known by when it was shown; only that row is written over.
        needed: columns that this action needs besides those that the table does.
        removes: whether the row is taken away.
    """

    action: Action
    table: str
    cells: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    seen: str = ""
    needed: tuple[str, ...] = ()
    removes: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, or odd, about a value.

    Attributes:
        column: the column; empty when it is about the row.
        message: what is wrong, in the reader's language.
        remedy: what to do.
        code: the rule's name, as in an import.
    """

    column: str
    message: str
    remedy: str
    code: str


class NotWritten(BryggaError):
    """Nothing was written, because values are wrong."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(_("Nothing was saved. Correct what is marked and save again."))
        self.problems = problems


class ChangedSince(BryggaError):
    """Nothing was written, because the row is no longer what was shown; the sentence says who changed it."""


class CannotTakeBack(BryggaError):
    """What was written cannot be taken back; the sentence says why."""
