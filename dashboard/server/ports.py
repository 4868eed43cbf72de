"""What the server needs from the layers below it; `app.create_app` hands it over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard.domain.access import Role, Viewer
from dashboard.wording import Wording


class SignedIn(Protocol):
    """A session that holds right now."""

    @property
    def viewer(self) -> Viewer:
        """The signed-in person."""

    @property
    def csrf_token(self) -> str:
        """What a form or a callback must carry."""


class Sessions(Protocol):
    """The signed-in browsers."""

    def open(self, user_id: int) -> str:
        """Begin a session and give the token for the cookie."""

    def find(self, token: str) -> SignedIn | None:
        """The session of a token, if it holds."""

    def close(self, token: str) -> None:
        """End one session."""

    def close_all(self, user_id: int) -> None:
        """End every session of an account."""


class HasViewer(Protocol):
    """An account that may sign in."""

    @property
    def viewer(self) -> Viewer:
        """The person."""


class Answer(Protocol):
    """What came of an attempt to sign in."""

    @property
    def account(self) -> HasViewer | None:
        """The account, when name and password belong together."""

    @property
    def wait(self) -> int:
        """Seconds to wait when it was too soon to check."""


class SignIn(Protocol):
    """Checks names and passwords."""

    def attempt(self, username: str, password: str, address: str) -> Answer:
        """Check a name and a password, unless it is too soon."""


class ReadyAccount(Protocol):
    """An account that the first page of a demo shows together with its password."""

    @property
    def username(self) -> str:
        """What to type."""

    @property
    def password(self) -> str:
        """What to type."""

    @property
    def role(self) -> Role:
        """What it may do."""


class Database(Protocol):
    """The little that the server asks the database directly."""

    def ready(self) -> bool:
        """Whether it answers and has this version's schema."""

    def wording(self) -> Wording:
        """The unit's own words, as they are now."""

    def demo_accounts(self) -> Sequence[ReadyAccount]:
        """The accounts of a demo on this machine; none anywhere else."""


@dataclass(frozen=True, slots=True)
class Ports:
    """All of them together."""

    sessions: Sessions
    sign_in: SignIn
    database: Database
