"""A publication as bytes and back: one way to write it, so that a signature of it means something."""

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dashboard.domain.errors import PublicationRefused
from dashboard.domain.publication import FORMAT, Publication
from dashboard.i18n import _

_ADAPTER = TypeAdapter(Publication)


def as_bytes(publication: Publication) -> bytes:
    """The publication as canonical JSON: UTF-8, keys sorted, no spaces."""
    values = _ADAPTER.dump_python(publication, mode="json")
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def from_bytes(body: bytes) -> Publication:
    """The publication that the bytes are, exactly.

    Raises:
        PublicationRefused: when they are another version's, or anything that this version would not have
            written to the letter.
    """
    _require_known_format(body)
    try:
        publication = _ADAPTER.validate_json(body)
    except ValidationError as error:
        raise _unreadable() from error
    # What reading leaves out, such as a field that we do not know, must not lie about in what is public.
    if as_bytes(publication) != body:
        raise _unreadable()
    return publication


def _require_known_format(body: bytes) -> None:
    try:
        values: Any = json.loads(body)
    except ValueError as error:
        raise _unreadable() from error
    if not isinstance(values, dict):
        raise _unreadable()
    if values.get("format") != FORMAT:
        raise PublicationRefused(
            _("The publication was made by another version of Brygga. Publish anew with this one.")
        )


def _unreadable() -> PublicationRefused:
    return PublicationRefused(_("The publication cannot be read, and is not shown."))
