"""The public tables of employers: what kinds the placements are at, how near they are, and where."""

from collections.abc import Iterable, Mapping

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Codes
from dashboard.analysis.concentration import started_in
from dashboard.analysis.gaps_occupations import COVERED, demand_shares, occupation_gaps, seekers
from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.data.reference import sni_section
from dashboard.domain.disclosure import Count, Sum, Within
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import OWNERSHIPS, RUNGS
from dashboard.reports.publish_blocks import OTHERS, Block, Group, Persons, TablePlan, coarsened
from dashboard.reports.publish_people import name_of_half
from dashboard.reports.report_input import ReportInput

SECTORS = "ABCDEFGHIJKLMNOPQRSTU"
LAYERS: Mapping[str, tuple[int, ...]] = {"known": (0, 1), "met": (2,), "trial": (3,), "job": (4, 5)}


def employer_kinds(given: ReportInput, who: Persons, floor: int) -> Block:
    """Placements begun in the period by the employer's ownership and by its trade, the few together."""
    rows = given.scope.coded.placements
    begun = np.flatnonzero(started_in(given.scope, given.period))
    clients, employers = rows.client[begun], rows.employer[begun]
    table = given.scope.coded.world.employers
    ownership = table["ownership"].to_numpy()[employers]
    sections = table["sni_code"].map(lambda code: sni_section(code) if isinstance(code, str) else None)
    sector = sections.to_numpy()[employers]
    total = who.rows("employer_kinds.total", clients)
    block = Block(counts=(total,))
    cells: list[tuple[str, str]] = []
    for name, words, allowed in (("ownership", ownership, OWNERSHIPS), ("sector", sector, tuple(SECTORS))):
        kept = coarsened(_groups(words, allowed, employers), clients, floor)
        counts = tuple(
            who.rows(f"employer_kinds.{name}.{key}", clients[places]) for key, places in kept.items()
        )
        if counts:
            block += Block(counts=counts, sums=(Sum(total.key, tuple(count.key for count in counts)),))
        cells += [(f"{name}.{key}", f"employer_kinds.{name}.{key}") for key in kept]
    return block + Block(tables=(TablePlan("employer_kinds", tuple(cells)),))


def _groups(words: Iterable[object], allowed: tuple[str, ...], employers: Codes) -> dict[str, Group]:
    """Each word's rows; what is not known goes with the others."""
    told = np.array([word if word in allowed else OTHERS for word in words], dtype=object)
    found = {}
    for key in (*allowed, OTHERS):
        rows = np.flatnonzero(told == key)
        found[key] = Group(key, rows, len(np.unique(employers[rows])))
    return found


def rungs(given: ReportInput) -> Block:
    """Employers by rung of the ladder."""
    counts = tuple(Count(f"rungs.{rung}", n) for rung, n in _by_rung(given.state).items())
    return Block(
        counts=counts, tables=(TablePlan("rungs", tuple((str(rung), f"rungs.{rung}") for rung in RUNGS)),)
    )


def growth(given: ReportInput, halves: tuple[Period, ...]) -> Block:
    """Employers by how far they had come at the end of each half-year."""
    counts = []
    for half in halves:
        by_rung = _by_rung(
            given.state
            if half.last == given.on
            else employer_state(given.scope, half.last, given.definitions)
        )
        counts += [
            Count(f"growth.{name_of_half(half)}.{layer}", sum(by_rung[rung] for rung in those))
            for layer, those in LAYERS.items()
        ]
    now = f"growth.{name_of_half(halves[-1])}"
    return Block(
        counts=tuple(counts),
        sums=tuple(
            Sum(f"{now}.{layer}", tuple(f"rungs.{rung}" for rung in those)) for layer, those in LAYERS.items()
        ),
        tables=(
            TablePlan("growth", tuple((count.key.removeprefix("growth."), count.key) for count in counts)),
        ),
    )


def _by_rung(state: EmployerState) -> dict[int, int]:
    found = np.bincount(state.employers["rung"].to_numpy(dtype=np.int64), minlength=len(RUNGS))
    return {rung: int(found[rung]) for rung in RUNGS}


def areas(given: ReportInput, floor: int) -> Block:
    """Employers by municipality, those with few together with those whose place is not known."""
    codes = given.state.employers["map_municipality_code"].fillna(OTHERS)
    found = codes.value_counts()
    kept = {str(code): int(n) for code, n in sorted(found.items()) if code != OTHERS and n >= floor}
    rest = int(found.sum()) - sum(kept.values())
    cells = kept | ({OTHERS: rest} if rest else {})
    return Block(
        counts=tuple(Count(f"areas.{code}", n) for code, n in cells.items()),
        tables=(TablePlan("areas", tuple((code, f"areas.{code}") for code in cells)),),
    )


def wishes(given: ReportInput, who: Persons, floor: int) -> Block:
    """Active clients without a job who wish for an occupation in which the network has too few places."""
    found = given.basis
    wanting = _wanting(found, given.state)
    kept = {group: rows for group, rows in wanting.items() if len(rows) >= floor}
    for field in sorted({group[0] for group in wanting} - set(kept)):
        few = [rows for group, rows in wanting.items() if group[0] == field and group not in kept]
        together = np.unique(np.concatenate(few)) if few else np.array([], dtype=np.int64)
        if len(together) >= floor:
            kept[field] = together
    counts = tuple(who.rows(f"wishes.{group}", rows) for group, rows in sorted(kept.items()))
    return Block(
        counts=counts,
        withins=tuple(Within(count.key, "people.active") for count in counts),
        tables=(
            TablePlan("wishes", tuple((count.key.removeprefix("wishes."), count.key) for count in counts)),
        ),
    )


def _wanting(found: Basis, state: EmployerState) -> dict[str, Codes]:
    """Group of occupations with few places → the clients who seek one."""
    shares, seek = demand_shares(found), seekers(found)
    lacking = [gap.ssyk for gap in occupation_gaps(found, state) if gap.state != COVERED]
    rows = {group: shares.of(group)[0] for group in lacking}
    return {group: clients[seek[clients]] for group, clients in rows.items() if (clients != NOBODY).all()}
