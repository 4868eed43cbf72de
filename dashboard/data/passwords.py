"""Passwords: what is allowed, and how they are kept (argon2id)."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _

SHORTEST = 12
LONGEST = 128
DISTINCT = 5
"""Fewer different characters than this is a key held down."""
MUST_REMAIN = 8
"""How many characters must be left when the guessable words are taken away."""

COMMON = frozenset(
    {
        "123456789012", "1234567890123", "123456789123", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3",
        "q1w2e3r4t5y6", "123qweasdzxc", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "qwertyuiopå¨",
        "qwertyuiopåäö", "asdfghjklöä", "asdfghjkl123", "zxcvbnm12345", "abcdefghijkl", "abcdef123456",
        "abc123abc123", "a1b2c3d4e5f6", "correcthorsebatterystaple", "trustno1trustno1", "letmeinletmein",
        "iloveyou1234", "changemechangeme", "hejhejhejhej", "hemligthemligt", "unknownunknown",
    }
)  # fmt: skip
GUESSABLE = frozenset(
    {
        "brygga", "password", "passw0rd", "lösenord", "losenord", "qwerty", "asdfgh", "administrator",
        "admin", "welcome", "välkommen", "valkommen", "sommar", "vinter", "höst", "vår", "kommun",
        "arbete", "sverige", "123456789", "12345678", "1234567", "123456", "12345", "1234", "changeme",
        "letmein", "iloveyou", "hemligt", "coach",
    }
)  # fmt: skip

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def normal(password: str) -> str:
    """The password as it is hashed: å as one character, whatever keyboard wrote it; no half characters."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace").decode()


def refuse_weak(password: str, words: Iterable[str] = ()) -> None:
    """Stop when a password is too short, too long or among the first that anyone would try.

    Args:
        password: as the person wrote it.
        words: what else is guessable here: the person's name, the municipality.

    Raises:
        InvalidParameter: with what is wrong.
    """
    password = normal(password)
    if len(password) < SHORTEST:
        raise InvalidParameter(_("The password must have at least {n} characters.").format(n=SHORTEST))
    if len(password) > LONGEST:
        raise InvalidParameter(_("The password may have at most {n} characters.").format(n=LONGEST))
    if _is_guessable(password.casefold(), words):
        raise InvalidParameter(_("The password is too easy to guess. Put together a few words of your own."))


def _is_guessable(folded: str, words: Iterable[str]) -> bool:
    if folded in COMMON or len(set(folded)) < DISTINCT:
        return True
    rest = folded
    for word in sorted({*GUESSABLE, *(normal(word).casefold() for word in words)}, key=len, reverse=True):
        if len(word) >= 3:
            rest = rest.replace(word, "")
    return len(rest) < MUST_REMAIN and rest != folded


def hashed(password: str) -> str:
    """The argon2id hash that is stored."""
    return _hasher.hash(normal(password))


def matches(stored: str, password: str) -> bool:
    """Whether a password is the one that was stored; never raises."""
    try:
        return _hasher.verify(stored, normal(password)[: LONGEST + 1])
    except (Argon2Error, InvalidHashError):
        return False


def match_nobody(password: str) -> None:
    """Take the time a check takes, so that an unknown name is not answered faster than a known one."""
    matches(_nobodys_hash(), password)


@cache
def _nobodys_hash() -> str:
    return hashed("nobody has this password")
