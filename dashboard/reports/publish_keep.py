"""The step that makes something public: on record in the unit's history, and signed in the public file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.data.publication_records import Record, keep_record, records
from dashboard.data.publications import add_signed, signed, withdraw_publication
from dashboard.domain.publication import Publication
from dashboard.reports.access import Store


@dataclass(frozen=True, slots=True)
class Ready:
    """An audited publication.

    Attributes:
        publication: what becomes public.
        salt: what digests of persons were made with.
        private: what later publications are held against.
        data_version: the data it was made from.
        after: the key of what was published last when it was audited.
    """

    publication: Publication
    salt: bytes
    private: Mapping[str, Any]
    data_version: str
    after: str


def make_public(store: Store, ready: Ready, *, who: str, now: dt.datetime) -> Record | None:
    """Put a publication on record and make it public; both happen, or neither.

    Returns:
        The record; None when somebody else has published since it was audited.

    Raises:
        PublicationRefused: when it holds what may not be public, or cannot be written.
        SettingsError: when the key cannot be read or made.
    """
    publication = ready.publication
    made = signed(store.public, publication, now, store.folder)
    record = Record(
        key=publication.key,
        unit=publication.unit,
        first_on=publication.first,
        last_on=publication.last,
        tables=[table.key for table in publication.tables],
        demo=publication.invented,
        digest=made.kept.digest,
        signature=made.kept.signature,
        data_version=ready.data_version,
        published_at=now,
        published_by=who,
    )
    try:
        ours = keep_record(
            store.engine,
            record,
            after=ready.after,
            salt=ready.salt,
            private=ready.private,
            publish=lambda: add_signed(store.public, made),
        )
    except BaseException:
        # The record was not kept after all: then it must not be public either.
        withdraw_publication(store.public, publication.key, now)
        raise
    return record if ours else None


def latest_key(store: Store) -> str:
    """The key of what was published last, withdrawn or not; empty when nothing ever was."""
    return next((one.key for one in records(store.engine)), "")
