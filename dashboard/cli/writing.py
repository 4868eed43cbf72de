"""Files that commands write: never over one that somebody may have filled in."""

import os
from pathlib import Path

from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _


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
        sentence = _("{path} cannot be written: {why}").format(path=path, why=error.strerror)
        raise InvalidParameter(sentence) from error
