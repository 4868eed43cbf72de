"""The copy's own secret: made at the first start, readable by its owner alone."""

import os
import secrets
import stat
from pathlib import Path

from dashboard.domain.errors import SettingsError
from dashboard.i18n import _

SHORTEST = 32
FILE = "secret.key"
KNOWN = (
    "changeme",
    "secret",
    "thisisasecret",
    "your-secret-key",
    "this_is_my_secret_key",
    "dev",
    "0123456789",
)
"""Keys that stand in examples on the web; repeated or padded they are no better."""


def secret_key(data_dir: Path) -> bytes:
    """The secret key in the data folder; made there when there is none.

    Raises:
        SettingsError: when it is too short, well known, readable by others, or cannot be read or written.
    """
    path = data_dir / FILE
    try:
        if not path.exists():
            _make(path)
        _require_private(path)
        key = path.read_bytes().strip()
    except OSError as error:
        raise SettingsError(
            _("The secret key {path} cannot be read or made. Check the rights of the folder.").format(
                path=path
            )
        ) from error
    _require_strong(path, key)
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Written aside and linked, so that two processes that start together get one whole key.
    draft = path.with_name(f".{FILE}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_hex(SHORTEST).encode())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()


def _require_private(path: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SettingsError(
            _("The secret key {path} can be read by others. Run: chmod 600 {path}").format(path=path)
        )


def _require_strong(path: Path, key: bytes) -> None:
    if len(key) < SHORTEST:
        sentence = _("The secret key {path} is shorter than {n} characters. Remove it to get a new one.")
        raise SettingsError(sentence.format(path=path, n=SHORTEST))
    folded = key.decode("utf-8", "replace").casefold()
    known = any(not folded.replace(word, "").strip("-_ 0123456789!") for word in KNOWN)
    if known or len(set(folded)) < 8:
        sentence = _("The secret key {path} is one that others know. Remove it to get a new one.")
        raise SettingsError(sentence.format(path=path))
