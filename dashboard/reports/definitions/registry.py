"""All definitions, and how each is told: to the page, the help beside a chart, the workbook and the docs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.domain.definitions import Definitions
from dashboard.domain.setting_catalogue import setting_named, value_of
from dashboard.domain.setting_values import shown
from dashboard.i18n import _
from dashboard.reports.definitions import (
    clients,
    costs,
    employers,
    follow_ups,
    gaps,
    layers,
    method,
    network,
    pages_clients,
    pages_employers,
    pages_follow_ups,
    pages_gaps,
    pages_method,
    pages_network,
    pages_outcomes,
    pages_side,
    pages_today,
    placements,
    quality,
    strength,
    time,
    work,
)
from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.sources import SOURCES

AREAS: tuple[Area, ...] = (
    time.AREA,
    employers.AREA,
    strength.AREA,
    network.AREA,
    layers.AREA,
    clients.AREA,
    placements.AREA,
    follow_ups.AREA,
    gaps.AREA,
    method.AREA,
    work.AREA,
    costs.AREA,
    pages_today.AREA,
    pages_network.AREA,
    pages_employers.AREA,
    pages_clients.AREA,
    pages_gaps.AREA,
    pages_method.AREA,
    pages_follow_ups.AREA,
    pages_outcomes.AREA,
    pages_side.AREA,
    quality.AREA,
)
"""All areas, in the order in which they are read."""
MEASURES: Mapping[str, Measure] = MappingProxyType(
    {measure.key: measure for area in AREAS for measure in area.measures}
)
"""Every definition by its key."""
_BY_PATH = {path: measure for measure in MEASURES.values() for path in (measure.key, *measure.paths)}


@dataclass(frozen=True, slots=True)
class Note:
    """A definition as it is read, in the language in use and with the settings in force.

    Attributes:
        key: the measure's key.
        name: what it is called.
        sentence: what it counts.
        formula: the same in symbols; may be empty.
        source: where the definition comes from.
        settings: what each setting that it depends on decides, and its value in force.
        anchor: its place on the page of definitions.
    """

    key: str
    name: str
    sentence: str
    formula: str
    source: str
    settings: tuple[tuple[str, str], ...]
    anchor: str


def measure_of(path: str) -> Measure:
    """The definition of a key of the report (`trials.success.n`), or of a measure's own key.

    Raises:
        KeyError: when there is none.
    """
    return _BY_PATH[path]


def is_defined(path: str) -> bool:
    """Whether a key has a definition."""
    return path in _BY_PATH


def notes(keys: Iterable[str], definitions: Definitions | None = None) -> tuple[Note, ...]:
    """The definitions of some figures, each once, in the order in which they are asked for.

    Args:
        keys: keys of measures, or of the report.
        definitions: the settings in force; the defaults when left out.

    Raises:
        KeyError: when a figure has no definition.
    """
    in_force = definitions or Definitions()
    wanted = dict.fromkeys(measure_of(key).key for key in keys)
    return tuple(_note(MEASURES[key], in_force) for key in wanted)


def all_notes(definitions: Definitions | None = None) -> Iterator[tuple[Area, tuple[Note, ...]]]:
    """All definitions by area."""
    for area in AREAS:
        yield area, notes((measure.key for measure in area.measures), definitions)


def _note(measure: Measure, definitions: Definitions) -> Note:
    values = {name: shown(value_of(definitions, name)) for name in measure.settings}
    by_word = {name.replace(".", "_"): value for name, value in values.items()}
    return Note(
        key=measure.key,
        name=_(measure.name),
        sentence=_(measure.sentence).format(**by_word),
        formula=measure.formula.format(**by_word),
        source=_(SOURCES[measure.source]),
        settings=tuple((_(setting_named(name).meaning), value) for name, value in values.items()),
        anchor=measure.anchor,
    )
