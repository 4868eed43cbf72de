"""The picture: which nodes are drawn, where, and which of them the question is about.

It comes in two parts. The *base* (names, places, ties) is the same for every question while the nodes are;
a browser that has it already gets only the *marks*: a few lists of numbers.
"""

import hashlib
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.layout import Layout, Point
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_answers import answer, leaving_coaches
from dashboard.reports.network_labels import free_names
from dashboard.reports.network_scope import Known, filters, known
from dashboard.reports.positions import network_places
from dashboard.reports.state import PageState

SHOWN = 300
"""Employers drawn at once: more are a grey cloud, and slow."""
KEPT = 400
"""Up to this many nodes go to the browser once, and questions only show and hide them."""
LABELLED = 8
"""How many of the answer's employers have their name written out."""
TRIED = 24
"""How many are tried for a place to write it."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """What is drawn.

    Attributes:
        key: changes when the base does.
        coaches: `[id, name, x, y]`.
        employers: `[id, name, x, y, rung, strength]`.
        ties: `[coach, employer, active]`, by place in the lists above; active is 1 or 0.
        marks: what the question and the selection make of them: `key` (the base they belong to), and by
            place in the lists above: `shown`, `highlighted`, `critical`, `strong`, `labelled` (employers),
            `selected` (an employer, -1 for none), `leaving`, `coaches` shown, and ties: `ties` shown, `lit`,
            `gone`, `alarm`, `fresh`;
            `faded`: whether the others step back; `view`: changes when the picture should be fitted anew.
        drawn: how many employers with an active tie are drawn.
        tied: how many have one.
        without: how many employers have none, and are drawn only when the question is about them.
        neighbourhood: whether only the selected employer's surroundings are drawn.
    """

    key: str
    coaches: list[list[Any]]
    employers: list[list[Any]]
    ties: list[list[int]]
    marks: dict[str, Any]
    drawn: int
    tied: int
    without: int
    neighbourhood: bool


def picture(access: Access, page: PageState) -> Picture:
    """The picture that the address asks for."""
    scope, asked = known(access, page), answer(access, page)
    key = ("picture", asked.question, asked.coaches, asked.period, page.employer, page.depth)
    found: Picture = scope.results.get(key, lambda: _picture(access, page, scope, asked))
    return found


def _picture(access: Access, page: PageState, scope: Known, asked: Answer) -> Picture:
    around = _neighbourhood(scope, page)
    shown = _shown(scope, asked, page, around)
    tied = scope.tied.index
    base = _base(access, page, scope, shown)
    return Picture(
        key=base.key,
        coaches=base.coaches,
        employers=base.employers,
        ties=base.ties,
        marks=_marks(base, scope, asked, page, shown),
        drawn=int(tied.isin(shown).sum()),
        tied=len(tied),
        without=len(scope.employers) - len(tied),
        neighbourhood=around is not None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Base:
    key: str
    coaches: list[list[Any]]
    employers: list[list[Any]]
    ties: list[list[int]]
    pairs: pd.DataFrame
    """The ties' own rows, in the same order: `coach_id`, `employer_id`, `active`."""


def _neighbourhood(scope: Known, page: PageState) -> set[str] | None:
    """The employers at the asked depth around the selected one; None for the whole picture."""
    if not page.depth or page.employer not in scope.state.employers.index:
        return None
    ties = scope.active if page.employer in set(scope.active["employer_id"]) else scope.ties
    coaches = set(ties["coach_id"][ties["employer_id"] == page.employer])
    others = scope.active["employer_id"][scope.active["coach_id"].isin(coaches)] if page.depth > 1 else ()
    return {str(page.employer), *others}


def _shown(scope: Known, asked: Answer, page: PageState, around: set[str] | None) -> list[str]:
    """The employers to draw: the selected, then those of the answer, then the strongest others."""
    selected = [page.employer] if page.employer and page.employer in scope.employers.index else []
    wanted = dict.fromkeys([*selected, *asked.employers[:SHOWN], *scope.strongest_tied])
    near = (employer for employer in wanted if around is None or employer in around)
    return list(itertools.islice(near, SHOWN))


def _base(access: Access, page: PageState, scope: Known, shown: list[str]) -> _Base:
    """The nodes for the browser: all that ever had a tie when they are few, else those to draw."""
    ever = scope.ties["employer_id"].unique()
    nodes = sorted({*ever, *shown} if len(ever) <= KEPT else shown)
    layout = network_places(access).of(nodes)
    nodes = [node for node in nodes if node in layout.employers]
    version = (access.store.data_version(), access.definitions.version, filters(page), nodes)
    key = hashlib.blake2b(repr(version).encode(), digest_size=8).hexdigest()
    found: _Base = scope.results.get(("base", key), lambda: _make_base(key, scope, nodes, layout))
    return found


def _make_base(key: str, scope: Known, nodes: list[str], layout: Layout) -> _Base:
    pairs = scope.ties[scope.ties["employer_id"].isin(nodes)][["coach_id", "employer_id", "active"]]
    pairs = pairs[pairs["coach_id"].isin(layout.coaches)].reset_index(drop=True)
    coaches = sorted({*pairs["coach_id"], *(set(scope.working) & set(layout.coaches))})
    rows = scope.employers.loc[nodes]
    place_of_coach = {coach: index for index, coach in enumerate(coaches)}
    place_of_node = {node: index for index, node in enumerate(nodes)}
    return _Base(
        key=key,
        coaches=[[coach, scope.name_of(coach), *_whole(layout.coaches[coach])] for coach in coaches],
        employers=[
            [node, name, *_whole(layout.employers[node]), rung, round(strength)]
            for node, name, rung, strength in zip(
                nodes, rows["name"], rows["rung"].tolist(), rows["strength"].tolist(), strict=True
            )
        ],
        ties=[
            [place_of_coach[coach], place_of_node[employer], int(active)]
            for coach, employer, active in zip(
                pairs["coach_id"], pairs["employer_id"], pairs["active"], strict=True
            )
        ],
        pairs=pairs,
    )


def _whole(point: Point) -> tuple[int, int]:
    return round(point.x), round(point.y)


def _marks(base: _Base, scope: Known, asked: Answer, page: PageState, shown: list[str]) -> dict[str, Any]:
    place = {row[0]: index for index, row in enumerate(base.employers)}
    coach_place = {row[0]: index for index, row in enumerate(base.coaches)}

    def places(employers: Iterable[str]) -> list[int]:
        return [place[employer] for employer in employers if employer in visible]

    visible = set(shown) & set(place)
    meant = [employer for employer in asked.employers if employer in visible]
    leaves = leaving_coaches(scope, page) if asked.question == "leaving" else ()
    strong = scope.employers["level"].reindex(meant) == "strong"
    ties = _tie_marks(base, asked, visible, set(meant), set(leaves))
    with_ties = {base.ties[index][0] for index in ties["ties"]}
    return {
        "key": base.key,
        "shown": sorted(places(visible)),
        "highlighted": places(meant) if asked.question != "leaving" else [],
        "critical": places(meant) if asked.question == "leaving" else [],
        "strong": places(strong.index[strong]) if asked.question == "leaving" else [],
        "labelled": places(_named(base, meant, place)),
        "selected": place.get(page.employer, -1) if page.employer in visible else -1,
        "leaving": [coach_place[coach] for coach in leaves if coach in coach_place],
        "coaches": sorted(with_ties | {coach_place[coach] for coach in leaves if coach in coach_place}),
        "faded": bool(meant),
        "view": f"{base.key} {page.employer if page.depth else ''} {page.depth}",
        **ties,
    }


def _named(base: _Base, meant: list[str], place: dict[str, int]) -> list[str]:
    """The first of the answer's employers whose names find room in the picture."""
    rows = (base.employers[place[employer]] for employer in meant[:TRIED])
    wanted = ((row[0], row[1], Point(row[2], row[3])) for row in rows)
    return free_names(wanted, (Point(row[2], row[3]) for row in base.coaches), LABELLED)


def _tie_marks(
    base: _Base, asked: Answer, visible: set[str], meant: set[str], leaves: set[str]
) -> dict[str, list[int]]:
    """The ties to draw, by what they are: active ones, and ended ones of employers that have no other."""
    pairs = base.pairs[base.pairs["employer_id"].isin(visible)]
    tied = set(pairs["employer_id"][pairs["active"]])
    changes = _changes(asked)
    marks: dict[str, list[int]] = {"ties": [], "lit": [], "gone": [], "alarm": [], "fresh": []}
    for index, coach, employer, active in pairs.itertuples():
        change = changes.get((coach, employer), "")
        if not active and employer in tied and change != "lost":
            continue
        marks["ties"].append(index)
        if coach in leaves:
            marks["alarm" if employer in meant else "gone"].append(index)
        elif change in {"new", "revived"}:
            marks["fresh"].append(index)
        elif not active:
            marks["alarm" if change == "lost" else "gone"].append(index)
        elif employer in meant and asked.question in {"single_coach", "shared"}:
            marks["lit"].append(index)
    return marks


def _changes(asked: Answer) -> dict[tuple[str, str], str]:
    if asked.question != "changed":
        return {}
    rows = asked.rows
    return dict(zip(zip(rows["coach_id"], rows["employer_id"], strict=True), rows["change"], strict=True))
