"""What takes longer to work out than the JSON needs: told in the workbook and in sentences alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.analysis.change import TieChange, change_between
from dashboard.analysis.likeness import likeness
from dashboard.analysis.mix import MixRow, mix
from dashboard.analysis.structure import structure
from dashboard.reports.comparison import Comparison, comparison
from dashboard.reports.layers import LAYERS, Layer, measure, named
from dashboard.reports.network_communities import NamedCommunities, communities_of
from dashboard.reports.network_ways import Ways, ways_of
from dashboard.reports.report_input import ReportInput, earlier_input


@dataclass(frozen=True, slots=True, eq=False)
class Further:
    """Figures that only people read.

    Attributes:
        comparison: the period beside the one before.
        change: the ties on the report's day beside those that long before, one period ago.
        layers: the networks behind the ties, by their names in LAYERS.
        communities: groups of employers that are alike.
        ways: how clients come to work.
        mix: forms of ownership.
    """

    comparison: Comparison
    change: TieChange
    layers: Mapping[str, Layer]
    communities: NamedCommunities
    ways: Ways
    mix: tuple[MixRow, ...]


KEYS = (
    "compared.share",
    "compared.count",
    "change.ties",
    *(f"layers.{name}" for name in LAYERS),
    *(f"layers.node.{figure}" for figure in ("links", "holds_together", "between", "constraint", "circles")),
    "communities.found",
    "communities.stability",
    "ways.conversion",
    "ways.stones",
    "mix.share",
)
"""The keys of their definitions."""


def further(given: ReportInput) -> Further:
    """Compute them for a selection on a day and in a period."""
    earlier = earlier_input(given)
    world, alike = given.scope.coded.world, likeness(given.state, given.definitions)
    measured = {name: measure(name, given.basis, given.state) for name in LAYERS if name != "alike"}
    measured["alike"] = structure(alike.links)
    return Further(
        comparison=comparison(given, earlier),
        change=change_between(earlier.state, given.state),
        layers={name: named(name, measured[name], world, alike) for name in LAYERS},
        communities=communities_of(alike, given.state, given.definitions),
        ways=ways_of(given.basis),
        mix=mix(given.basis, given.state),
    )
