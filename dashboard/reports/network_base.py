"""The base of the picture: names, places and all ties ever, the same for every question and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.analysis.coded import Codes
from dashboard.analysis.layout import Layout, Point
from dashboard.reports.network_colours import fixed_codes
from dashboard.reports.network_scope import Known


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """What the browser keeps while question and day change.

    Attributes:
        key: changes when anything of it does.
        coaches: `[id, name, x, y]`.
        employers: `[id, name, x, y]`, or on the ladder `[id, name, seat]`.
        ties: `[coach, employer]`, by place in the lists above.
        pairs: the ties' numbers, in the same order: as in `EmployerState.pairs`.
        codes: the codes of `ownership` and `sector`, by employer.
    """

    key: str
    coaches: list[list[Any]]
    employers: list[list[Any]]
    ties: list[list[int]]
    pairs: Codes
    codes: Mapping[str, list[int]]


def web_base(key: str, last: Known, nodes: list[str], layout: Layout, names: Mapping[Any, str]) -> Base:
    """The nodes of the web of ties, each in its place, and every tie there ever was between them."""
    ties = last.state.ties
    drawn = (ties["employer_id"].isin(nodes) & ties["coach_id"].isin(layout.coaches)).to_numpy()
    pairs = ties[drawn]
    coaches = sorted({*pairs["coach_id"], *(set(last.working) & set(layout.coaches))})
    place_of_coach = {coach: index for index, coach in enumerate(coaches)}
    place_of_node = {node: index for index, node in enumerate(nodes)}
    return Base(
        key=key,
        coaches=[[coach, last.name_of(coach), *_whole(layout.coaches[coach])] for coach in coaches],
        employers=[[node, names[node], *_whole(layout.employers[node])] for node in nodes],
        ties=[
            [place_of_coach[coach], place_of_node[employer]]
            for coach, employer in zip(pairs["coach_id"], pairs["employer_id"], strict=True)
        ],
        pairs=last.state.pairs[drawn],
        codes=fixed_codes(last.state.employers, nodes),
    )


def _whole(point: Point) -> tuple[int, int]:
    return round(point.x), round(point.y)


def ladder_base(
    key: str, last: Known, nodes: list[str], order: Mapping[str, int], names: Mapping[Any, str]
) -> Base:
    """The nodes of the ladder, each with its seat instead of a place."""
    rows = [[node, names[node], order[node]] for node in nodes]
    return Base(key, [], rows, [], last.state.pairs[:0], fixed_codes(last.state.employers, nodes))
