"""The unit's own words as they are stored: one row a change, the newest in force."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from dashboard.data.changes import Seen, Stored, aware, history, in_force, require_unchanged, store_change
from dashboard.data.engine import reading
from dashboard.data.importer.words import key_read_as
from dashboard.data.models import UnitWords
from dashboard.domain.unit_words import (
    ENGLISH,
    KEYS,
    WrongWord,
    checked_words,
    known_name,
    told_key,
    wording_of,
)
from dashboard.i18n import _
from dashboard.wording import Wording


@dataclass(frozen=True, slots=True)
class WordChange:
    """One change of the words.

    Attributes:
        number: the first is 1.
        at: when.
        by: whom the history names.
        words: what was set, by name; None: our own word again.
    """

    number: int
    at: dt.datetime
    by: str
    words: Mapping[str, str | None]


def read_wording(engine: Engine) -> Wording:
    """The words in force, as texts are put into them.

    Raises:
        DatabaseUnreachable: when the database does not answer.
        SettingsError: when what is stored cannot be used.
    """
    with reading(engine) as connection:
        words = in_force(connection, UnitWords)
        ever = connection.execute(select(UnitWords.changed).order_by(UnitWords.change_id)).scalars().all()
    return wording_of(words, ever)


def read_words(engine: Engine) -> dict[str, str]:
    """The words of the unit's own, by name; what it lacks is ours."""
    with reading(engine) as connection:
        return in_force(connection, UnitWords)


def store_words(
    engine: Engine,
    words: Mapping[str, str | None],
    *,
    who: str,
    now: dt.datetime,
    seen: Seen | None = None,
) -> dict[str, str | None]:
    """Set some words, or none of them; the data version moves, so that every page follows at once.

    Args:
        engine: the database.
        words: by name (`domain.unit_words.NAMES`); None or an empty text takes one back to ours.
            `domain.unit_words.preset` gives the forms of the usual words for a client.
        who: whom the history names.
        now: the moment.
        seen: what was shown of them, when a page was.

    Returns:
        What changed; None: ours again. Words that already hold change nothing and leave no row.

    Raises:
        WrongWord: when one of them cannot be used.
        SettingsError: when a name is none of ours.
        ChangedSince: when one of them is no longer what was shown.
        DatabaseUnreachable: when the database does not answer.
    """
    plain = {name: (text or "").strip() or None for name, text in words.items()}
    change = "words " + json.dumps(plain, sort_keys=True)

    def after(before: Stored) -> tuple[Stored, Stored]:
        require_unchanged(before, seen)
        return _after(before, plain), {}

    return store_change(engine, UnitWords, change, after, who=who, now=now)


def words_history(engine: Engine) -> tuple[WordChange, ...]:
    """Every change, the newest first."""
    return tuple(
        WordChange(row.change_id, aware(row.changed_at), row.changed_by, row.changed)
        for row in history(engine, UnitWords)
    )


def _after(before: Stored, words: Mapping[str, str | None]) -> Stored:
    for name in words:
        if name not in before:  # what is stored can always be reset, known or not
            known_name(name)
    after = {**before, **words}
    checked = checked_words({name: text for name, text in after.items() if text}, words)
    for name in words.keys() & checked.keys():
        _require_readable(name, checked[name])
    return checked


def _require_readable(name: str, text: str) -> None:
    """A file says our word for one thing: it cannot be the unit's word for another."""
    plain = name.removesuffix(ENGLISH)
    if plain not in KEYS:
        return
    vocabulary, key = KEYS[plain]
    read_as = key_read_as(vocabulary, text)
    if read_as is not None and read_as != key:
        sentence = _("In files “{word}” is read as {other}. Choose another name.")
        raise WrongWord(name, sentence.format(word=text, other=told_key(vocabulary, read_as)))
