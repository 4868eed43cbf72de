"""The key that publications are signed with.

Ed25519, not a shared secret: whoever shows publications needs only the public half, and can then tell a
changed one from a true one without being able to make one.
"""

import base64
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from dashboard.domain.errors import PublicationRefused, SettingsError
from dashboard.i18n import _

FILE = "publication.key"
READABLE_BY_ALL = 0o644


def public_half(store: Path) -> Path:
    """Where the public halves lie: beside the store, one a line, the newest last."""
    return store.with_name(f"{store.name}.pub")


def sign(message: bytes, data_dir: Path, store: Path) -> bytes:
    """Sign a message; the key is made when there is none.

    Args:
        message: what is signed.
        data_dir: the folder of the private half, which never leaves the staff's process.
        store: the file of publications, beside which the public half is put.

    Raises:
        SettingsError: when the key cannot be read or made, or others can read it.
    """
    path = data_dir / FILE
    try:
        if not path.exists():
            _make(path)
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise SettingsError(
                _("The secret key {path} can be read by others. Run: chmod 600 {path}").format(path=path)
            )
        key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(path.read_bytes(), validate=True))
        _tell(key.public_key(), public_half(store))
    except (OSError, ValueError) as error:
        raise SettingsError(
            _("The secret key {path} cannot be read or made. Check the rights of the folder.").format(
                path=path
            )
        ) from error
    return key.sign(message)


def require_signed(message: bytes, signature: bytes, store: Path) -> None:
    """Refuse a message that none of our keys has signed.

    Raises:
        PublicationRefused: when it has been changed, or the public half of the key is not there.
    """
    for key in _public_keys(public_half(store)):
        try:
            key.verify(signature, message)
        except InvalidSignature:
            continue
        return
    raise PublicationRefused(
        _("The publication does not match its signature: somebody has changed it. It is not shown.")
    )


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    written = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw())
    draft = path.with_name(f".{FILE}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(written)
    try:
        # Linked, not moved: of two that begin together, both get the key of the first.
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def _tell(key: Ed25519PublicKey, path: Path) -> None:
    """Add the public half, if it is not there: what an earlier key has signed can still be read."""
    line = base64.b64encode(key.public_bytes_raw()).decode()
    known = path.read_text().split() if path.exists() else []
    if line in known:
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text("".join(f"{one}\n" for one in (*known, line)))
    draft.chmod(READABLE_BY_ALL)
    draft.replace(path)


def _public_keys(path: Path) -> Iterator[Ed25519PublicKey]:
    try:
        lines = path.read_text().split()
        yield from [Ed25519PublicKey.from_public_bytes(base64.b64decode(line)) for line in lines]
    except (OSError, ValueError) as error:
        raise PublicationRefused(
            _("The key that tells true publications from changed ones, {path}, cannot be read.").format(
                path=path
            )
        ) from error
