"""What the page of settings shows: the values in force, what they change, and who has changed them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.data.changes import mark_of
from dashboard.data.own_benchmarks import (
    BenchmarkChange,
    benchmarks_history,
    read_benchmarks,
    stored_benchmarks,
)
from dashboard.data.unit_settings import Change, settings_history, stored_settings
from dashboard.data.unit_words import WordChange, read_words, words_history
from dashboard.domain.access import KEEPERS
from dashboard.domain.client_words import CLIENT, CLIENT_EN
from dashboard.domain.errors import AccessDenied
from dashboard.domain.own_benchmarks import OwnBenchmark
from dashboard.domain.setting_groups import Group
from dashboard.domain.unit_words import NAMES
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.definitions.registry import AREAS

__all__ = [
    "BenchmarkChange",
    "Change",
    "Kept",
    "WordChange",
    "figures_of",
    "kept",
    "own_benchmarks",
    "word_names",
]


@dataclass(frozen=True, slots=True)
class Touched:
    """Who changed something last, and when."""

    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What the unit has decided, as it is stored now, with its history.

    Attributes:
        settings: the values that are not the default ones, by name.
        words: its own words, by name.
        benchmarks: the figures that it holds its own against, by key.
        stored_benchmarks: the same as they are stored.
        setting_changes: every change, the newest first.
        word_changes: the same of words.
        benchmark_changes: the same of the figures of others.
    """

    settings: Mapping[str, object]
    words: Mapping[str, str]
    benchmarks: Mapping[str, OwnBenchmark]
    stored_benchmarks: Mapping[str, object]
    setting_changes: tuple[Change, ...]
    word_changes: tuple[WordChange, ...]
    benchmark_changes: tuple[BenchmarkChange, ...]

    def touched(self, name: str) -> Touched | None:
        """Who changed a setting last; None when nobody has."""
        found = next((one for one in self.setting_changes if name in one.values), None)
        return None if found is None else Touched(found.by, found.at)

    def mark(self, group: Group) -> str:
        """What the values of a group are known by."""
        return mark_of(dict(self.settings), group.names)

    def setting_mark(self, name: str) -> str:
        """What the value of one setting is known by."""
        return mark_of(dict(self.settings), (name,))

    def words_mark(self, vocabulary: str) -> str:
        """What the unit's words of a vocabulary, or for a client, are known by."""
        return mark_of(dict(self.words), word_names(vocabulary))

    def benchmark_mark(self, key: str) -> str:
        """What a figure of others is known by; empty for a new one."""
        return mark_of(dict(self.stored_benchmarks), (key,)) if key else ""


def require_keeper(access: Access) -> None:
    """Refuse whoever does not look after the unit's settings.

    Raises:
        AccessDenied: when the person is neither manager nor administrator.
    """
    if access.viewer.role not in KEEPERS:
        raise AccessDenied(_("Your account may not see or do this."))


def kept(access: Access) -> Kept:
    """All of it.

    Raises:
        AccessDenied: when the person is neither manager nor administrator.
    """
    require_keeper(access)
    engine = access.store.engine
    return Kept(
        stored_settings(engine),
        read_words(engine),
        read_benchmarks(engine),
        stored_benchmarks(engine),
        settings_history(engine),
        words_history(engine),
        benchmarks_history(engine),
    )


def own_benchmarks(access: Access) -> tuple[OwnBenchmark, ...]:
    """The figures that the unit holds its own against, for everybody who sees its method."""
    found: tuple[OwnBenchmark, ...] = access.cached(
        "own_benchmarks", lambda _snapshot: tuple(read_benchmarks(access.store.engine).values())
    )
    return found


def word_names(vocabulary: str) -> tuple[str, ...]:
    """The names of the words of a vocabulary, or of the word for a client."""
    if vocabulary == CLIENT:
        return (CLIENT, CLIENT_EN)
    return tuple(name for name in NAMES if name.startswith(f"{vocabulary}."))


def figures_of(name: str) -> tuple[str, ...]:
    """The names of the figures that a setting is part of, each once."""
    named = (_(measure.name) for area in AREAS for measure in area.measures if name in measure.settings)
    return tuple(dict.fromkeys(named))
