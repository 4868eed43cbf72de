"""The picture: which nodes are drawn, where, and which of them the question is about.

It comes in two parts. The *base* (names, places, ties ever) is the same for every question and day while the
nodes are; a browser that has it already gets only the *marks*: a few lists of numbers.
"""

import hashlib
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dashboard.analysis.coded import Codes
from dashboard.analysis.layout import EMPTY, Point
from dashboard.domain.period import today
from dashboard.reports.access import Access
from dashboard.reports.ladder_seats import ladder_seats
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_answers import answer, leaving_coaches
from dashboard.reports.network_base import Base, ladder_base, web_base
from dashboard.reports.network_colours import warmth_codes
from dashboard.reports.network_labels import free_names
from dashboard.reports.network_ladder import is_ladder, rung_counts, standing
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
        employers: `[id, name, x, y]`; on the ladder `[id, name, seat]`.
        ties: `[coach, employer]`, by place in the lists above: all that there ever were.
        marks: what the question and the selection make of them: `key` (the base they belong to), and by
            place in the lists above: `shown` (with `rungs`, `strengths` and `warmths` in the same
            order), `highlighted`, `critical`, `strong`, `labelled` (employers),
            `selected` (an employer, -1 for none), `leaving`, `coaches` shown, and ties: `ties` shown, `lit`,
            `gone`, `alarm`, `fresh`;
            `faded`: whether the others step back; `view`: changes when the picture should be fitted anew.
            On the ladder also `rows`, how many there are on each rung; the browser writes out those of
            `labelled` that find room.
        drawn: how many employers with an active tie are drawn; on the ladder, with or without one.
        tied: how many have one.
        without: how many employers have none, and are drawn only when the question is about them.
        neighbourhood: whether only the selected employer's surroundings are drawn.
        codes: what each employer is on every day: `ownership` and `sector`, see `network_colours`.
        ladder: whether rows by rung are drawn, without coaches and ties.
        ever: how many employers there are for all days; more than are drawn when they are very many.
        pairs: the numbers of the ties, as in `EmployerState.pairs`.
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
    codes: Mapping[str, list[int]] = field(default_factory=dict)
    ladder: bool = False
    ever: int = 0
    pairs: Codes = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


def picture(access: Access, page: PageState) -> Picture:
    """The picture that the address asks for."""
    scope, asked = known(access, page), answer(access, page)
    key = ("picture", asked, page.employer, page.depth, page.drawing)
    found: Picture = scope.results.get(key, lambda: _picture(access, page, scope, asked))
    return found


def _picture(access: Access, page: PageState, scope: Known, asked: Answer) -> Picture:
    around = neighbourhood(scope, page)
    on_rungs, tied = is_ladder(page), scope.tied.index
    shown = (standing if on_rungs else _shown)(scope, asked, page, around)
    base = _base(access, page, scope, shown)
    return Picture(
        key=base.key,
        coaches=base.coaches,
        employers=base.employers,
        ties=base.ties,
        marks=_marks(base, scope, asked, page, shown) | row_marks(scope, page, around),
        drawn=len(shown) if on_rungs else int(tied.isin(shown).sum()),
        tied=len(tied),
        without=len(scope.employers) - len(tied),
        neighbourhood=around is not None,
        codes=base.codes,
        ladder=on_rungs,
        ever=len(_ever(known(access, latest(page)), page)),
        pairs=base.pairs,
    )


def neighbourhood(scope: Known, page: PageState) -> set[str] | None:
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


def latest(page: PageState) -> PageState:
    """The page on the last day that can be asked for, so that every earlier day shares its nodes."""
    return page.replace(day=max(page.on, today()))


def _ever(last: Known, page: PageState) -> list[str]:
    """The employers of all days: on the ladder all there are, else those with a tie by the last day."""
    if is_ladder(page):
        return last.employers.index.tolist()
    found: list[str] = last.results.get("ever", lambda: last.ties["employer_id"].unique().tolist())
    return found


def _base(access: Access, page: PageState, scope: Known, shown: list[str]) -> Base:
    """The nodes for the browser: all (of the web, all with a tie ever) when few, else those to draw."""
    last = known(access, latest(page))
    ever = _ever(last, page)
    nodes = sorted({*ever, *shown} if len(ever) <= KEPT else shown)
    layout = EMPTY if is_ladder(page) else network_places(access).of(nodes)
    nodes = [node for node in nodes if is_ladder(page) or node in layout.employers]
    data = (access.store.data_version(), access.definitions.version, page.drawing)
    key = hashlib.blake2b(repr((*data, filters(latest(page)), nodes)).encode(), digest_size=8).hexdigest()

    def make() -> Base:
        now, later = (each.employers["name"].reindex(nodes) for each in (scope, last.state))
        names = dict(zip(nodes, now.fillna(later).tolist(), strict=True))
        if is_ladder(page):
            return ladder_base(key, last, nodes, ladder_seats(access).order(nodes), names)
        return web_base(key, last, nodes, layout, names)

    found: Base = last.results.get(("base", key), make)
    return found


def _marks(base: Base, scope: Known, asked: Answer, page: PageState, shown: list[str]) -> dict[str, Any]:
    place = {row[0]: index for index, row in enumerate(base.employers)}
    coach_place = {row[0]: index for index, row in enumerate(base.coaches)}

    def places(employers: Iterable[str]) -> list[int]:
        return [place[employer] for employer in employers if employer in visible]

    visible = set(shown) & set(place)
    meant = [employer for employer in asked.employers if employer in visible]
    leaves = leaving_coaches(scope, page) if asked.question == "leaving" else ()
    strong = scope.employers["level"].reindex(meant) == "strong"
    ties = _tie_marks(base, scope, asked, visible, set(leaves))
    with_ties = {base.ties[index][0] for index in ties["ties"]}
    return {
        "key": base.key,
        **looks(scope, sorted(places(visible)), [row[0] for row in base.employers]),
        "highlighted": places(meant) if asked.question != "leaving" else [],
        "critical": places(meant) if asked.question == "leaving" else [],
        "strong": places(strong.index[strong]) if asked.question == "leaving" else [],
        **_names(base, meant, visible, place, on_rungs=is_ladder(page)),
        "selected": place.get(page.employer, -1) if page.employer in visible else -1,
        "leaving": [coach_place[coach] for coach in leaves if coach in coach_place],
        "coaches": sorted(with_ties | {coach_place[coach] for coach in leaves if coach in coach_place}),
        "faded": bool(meant),
        "view": f"{base.key} {page.employer if page.depth else ''} {page.depth}",
        **ties,
    }


def looks(scope: Known, shown: list[int], nodes: Sequence[str]) -> dict[str, list[int]]:
    """Which employers are shown, and each one's rung, strength and warmth on the day, in the same order."""
    rows = scope.employers.loc[[nodes[place] for place in shown]]
    return {
        "shown": shown,
        "rungs": [int(rung) for rung in rows["rung"]],
        "strengths": [round(strength) for strength in rows["strength"]],
        "warmths": warmth_codes(rows["warmth"]),
    }


def row_marks(scope: Known, page: PageState, around: set[str] | None) -> dict[str, list[int]]:
    """On the ladder, how many there are on each rung."""
    return {"rows": rung_counts(scope, around)} if is_ladder(page) else {}


def _names(
    base: Base, meant: list[str], visible: set[str], place: dict[str, int], *, on_rungs: bool
) -> dict[str, Any]:
    """The first of the answer's employers whose names find room in the picture, and where."""
    if on_rungs:
        return {"labelled": [place[employer] for employer in meant[:TRIED]]}
    at = {row[0]: Point(row[2], row[3]) for row in base.employers if row[0] in visible}
    wanted = ((employer, base.employers[place[employer]][1], at[employer]) for employer in meant[:TRIED])
    named = free_names(wanted, (Point(row[2], row[3]) for row in base.coaches), LABELLED, at.values())
    sides = {str(place[employer]): side for employer, side in named.items() if side}
    return {"labelled": [place[employer] for employer in named], "sides": sides}


def _tie_marks(
    base: Base, scope: Known, asked: Answer, visible: set[str], leaves: set[str]
) -> dict[str, list[int]]:
    """The ties to draw, by what they are: active ones, and ended ones of employers that have no other."""
    meant = set(asked.employers) & visible
    degrees = scope.employers["active_ties"]
    tied = set(degrees.index[degrees > 0]) & visible
    changes = _changes(asked)
    marks: dict[str, list[int]] = {"ties": [], "lit": [], "gone": [], "alarm": [], "fresh": []}
    known_ones, lives = (flags.tolist() for flags in scope.state.living(base.pairs))
    for index, (coach_place, node) in enumerate(base.ties):
        coach, employer, active = base.coaches[coach_place][0], base.employers[node][0], lives[index]
        if employer not in visible or not known_ones[index]:
            continue
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
