"""Choosing the unit's own words, and the figures of others, on the page."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum

from dashboard.data.changes import Seen
from dashboard.data.edits import ChangedSince, Problem
from dashboard.data.full_disk import DiskFull
from dashboard.data.own_benchmarks import benchmarks_history, store_benchmark
from dashboard.data.unit_words import store_words, words_history
from dashboard.domain.client_words import CLIENT, CLIENT_EN, PRESETS, checked_form
from dashboard.domain.errors import DatabaseUnreachable, SettingsError
from dashboard.domain.own_benchmarks import OwnBenchmark, WrongBenchmark
from dashboard.domain.unit_words import RENAMED, WrongWord, preset
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.settings_page import require_keeper, word_names
from dashboard.reports.settings_writing import LONGEST_NUMBER, MOST_LETTERS, who_changed, wrong_kind
from dashboard.reports.writing import Answer, Sent

SWEDISH = ("one", "the", "many", "those", "joined")
ENGLISH = ("en_one", "en_many")
BENCHMARK = ("name", "value", "people", "term", "source", "caveat")
_PER_CENT = 100


class Doing(StrEnum):
    """What can be done to words and to the figures of others on the page."""

    WORDS = "words_set"
    PRESET = "words_preset"
    CLIENT = "words_client"
    BENCHMARK = "benchmark_set"
    NO_BENCHMARK = "benchmark_removed"


def words_answer(access: Access, sent: Sent, *, now: dt.datetime) -> Answer:
    """Do what the page asks with words or with the figures of others.

    Args:
        access: who asks.
        sent: `key` is the vocabulary, the usual word, or the figure's key, empty for a new one.
        now: the moment, with its zone.

    Raises:
        AccessDenied: when the person looks after no settings.
        InvalidParameter: when no form of ours sends such a thing.
    """
    require_keeper(access)
    doing = Doing(sent.action)
    if any(len(text) > MOST_LETTERS for text in sent.cells.values()):
        raise wrong_kind()
    if doing in {Doing.BENCHMARK, Doing.NO_BENCHMARK}:
        return _benchmark(access, doing, sent, now)
    if doing is Doing.PRESET:
        if sent.key not in PRESETS:
            raise wrong_kind()
        return _store(access, CLIENT, preset(sent.key), sent, now)
    if doing is Doing.CLIENT:
        problems = tuple(_form_problems(sent))
        if problems:
            return _refused(problems)
        return _store(access, CLIENT, _client_words(sent.cells), sent, now)
    names = word_names(sent.key) if sent.key in RENAMED else ()
    if not names or sent.cells.keys() - set(names):
        raise wrong_kind()
    return _store(access, sent.key, {name: sent.cells.get(name, "") for name in names}, sent, now)


def _store(
    access: Access, vocabulary: str, words: Mapping[str, str | None], sent: Sent, now: dt.datetime
) -> Answer:
    seen = Seen(word_names(vocabulary), sent.seen)
    try:
        changed = store_words(access.store.engine, words, who=access.viewer.name, now=now, seen=seen)
    except WrongWord as error:
        field = SWEDISH[0] if error.name == CLIENT else ENGLISH[0] if error.name == CLIENT_EN else error.name
        return _refused((Problem(field, str(error), "", "word"),))
    except ChangedSince:
        changes = words_history(access.store.engine)
        return Answer(who_changed(next((one for one in changes if one.words.keys() & set(seen.names)), None)))
    except (SettingsError, DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))
    if not changed:
        return Answer(_("Nothing was changed: it already is so."), done=True)
    said = _("Saved. Everybody sees it on the next page they open; this menu, when it is loaded again.")
    return Answer(said, done=True)


def _form_problems(sent: Sent) -> Iterator[Problem]:
    """What is wrong with each form by itself; the English ones and the start of compounds may be empty."""
    if sent.cells.keys() - {*SWEDISH, *ENGLISH}:
        raise wrong_kind()
    english = any(sent.cells.get(name, "").strip() for name in ENGLISH)
    needed = {*SWEDISH[:-1], *(ENGLISH if english else ())}
    for name in (*SWEDISH, *ENGLISH):
        text = sent.cells.get(name, "").strip()
        if not text and name not in needed:
            continue
        try:
            checked_form(text, english=name in ENGLISH)
        except SettingsError as error:
            yield Problem(name, str(error), "", "word")


def _client_words(cells: Mapping[str, str]) -> dict[str, str | None]:
    swedish = [cells.get(name, "").strip() for name in SWEDISH]
    english = [cells.get(name, "").strip() for name in ENGLISH]
    return {
        CLIENT: ", ".join(swedish if swedish[-1] else swedish[:-1]),
        CLIENT_EN: ", ".join(english) if any(english) else None,
    }


def _benchmark(access: Access, doing: Doing, sent: Sent, now: dt.datetime) -> Answer:
    key = sent.key
    if key and not (key.isascii() and key.isdigit() and len(key) < LONGEST_NUMBER):
        raise wrong_kind()
    if sent.cells.keys() - set(BENCHMARK) or (doing is Doing.NO_BENCHMARK and not key):
        raise wrong_kind()
    seen = Seen((key,), sent.seen) if key else None
    try:
        wanted = None if doing is Doing.NO_BENCHMARK else _typed(sent.cells)
        store_benchmark(access.store.engine, key, wanted, who=access.viewer.name, now=now, seen=seen)
    except WrongBenchmark as error:
        return _refused((Problem(error.field, str(error), "", "benchmark"),))
    except ChangedSince:
        changes = benchmarks_history(access.store.engine)
        return Answer(who_changed(next((one for one in changes if key in one.benchmarks), None)))
    except (DatabaseUnreachable, DiskFull) as error:
        return Answer(str(error))
    if wanted is None:
        return Answer(_("Taken away. The history still has it."), done=True)
    return Answer(_("Saved: {name}. It stands on Method and targets.").format(name=wanted.name), done=True)


def _typed(cells: Mapping[str, str]) -> OwnBenchmark:
    value = read_share(cells.get("value", ""))
    people = "".join(cells.get("people", "").split())
    whole = people.isascii() and people.isdigit() and len(people) < LONGEST_NUMBER
    texts = {name: cells.get(name, "") for name in ("name", "term", "source", "caveat")}
    return OwnBenchmark(value=value, people=int(people) if whole else 0, **texts)


def read_share(text: str) -> float:
    """A share as a person writes it in per cent: `46`, `37,4 %`. What cannot be read is out of range."""
    try:
        return float(text.replace("%", "").replace(",", ".").strip()) / _PER_CENT
    except ValueError:
        return -1.0


def _refused(problems: tuple[Problem, ...]) -> Answer:
    return Answer(_("Nothing was saved. Correct what is marked and save again."), problems=problems)
