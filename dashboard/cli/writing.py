"""Files that commands write: never over one that somebody may have filled in."""

import os
from collections.abc import Mapping
from pathlib import Path

from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import N_, _

REASONS: Mapping[type[OSError], str] = {
    FileNotFoundError: N_("there is no such folder"),
    NotADirectoryError: N_("there is no such folder"),
    FileExistsError: N_("a file with that name is in the way"),
    IsADirectoryError: N_("it is a folder"),
    PermissionError: N_("that is not allowed"),
}


def write_new(path: Path, content: bytes) -> None:
    """Write a file where there is none.

    Raises:
        InvalidParameter: when there is one, or it cannot be written.
    """
    try:
        # For its owner alone: an export holds clients' keys.
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
    except FileExistsError as error:
        raise InvalidParameter(
            _("{path} exists already, and is left as it is. Choose another name.").format(path=path)
        ) from error
    except OSError as error:
        raise cannot_be_written(path, error) from error


def cannot_be_written(path: Path, error: OSError) -> InvalidParameter:
    """Why a file or folder cannot be written, in the reader's language for what people usually meet."""
    why = next((_(told) for kind, told in REASONS.items() if isinstance(error, kind)), error.strerror)
    return InvalidParameter(_("{path} cannot be written: {why}").format(path=path, why=why))
