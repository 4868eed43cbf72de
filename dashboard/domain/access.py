"""Who is looking. Rights are decided from a Viewer and nothing else."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The four kinds of account, from least to most."""

    VISITOR = "visitor"
    COACH = "coach"
    MANAGER = "manager"
    ADMIN = "admin"


STAFF = frozenset({Role.COACH, Role.MANAGER})
"""Those who work with clients and employers."""
MANAGERS = frozenset({Role.MANAGER})
KEEPERS = frozenset({Role.MANAGER, Role.ADMIN})
"""Those who may load data."""
EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in person.

    Attributes:
        user_id: the account's own number.
        name: how the person is greeted.
        role: what the account may do.
        coach_id: the coach that a coach's account belongs to; None for others.
    """

    user_id: int
    name: str
    role: Role
    coach_id: str | None = None

    def may_see_client(self, coach_of_client: str | None) -> bool:
        """Whether this person may see the key of a client who has the given coach.

        A manager sees all; a coach only her own; an administrator and a visitor none.
        """
        if self.role is Role.MANAGER:
            return True
        return self.role is Role.COACH and self.coach_id is not None and coach_of_client == self.coach_id
