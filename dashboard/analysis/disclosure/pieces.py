"""What hangs together in a puzzle: what is shown cuts it into pieces that tell nothing of each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.analysis.disclosure.puzzle import Mask, Puzzle


@dataclass(frozen=True, slots=True)
class Piece:
    """Unknowns that are not told and hang together, and the numbers of the rows in which they stand."""

    unknowns: tuple[int, ...]
    rows: tuple[int, ...]


def pieces(puzzle: Puzzle, mask: Mask) -> dict[int, Piece]:
    """Each unknown that is not told → the piece it belongs to."""
    leader = {unknown: unknown for unknown in mask.counts}
    touched: dict[int, int] = {}
    for number, row in enumerate(puzzle.rows):
        if row.share in mask.shares:
            continue
        hidden = [unknown for unknown, _times in row.terms if unknown in leader]
        if hidden:
            touched[number] = hidden[0]
            for one in hidden[1:]:
                leader[_lead(leader, one)] = _lead(leader, hidden[0])
    return _gathered(leader, touched)


def _lead(leader: dict[int, int], unknown: int) -> int:
    while leader[unknown] != unknown:
        leader[unknown] = leader[leader[unknown]]
        unknown = leader[unknown]
    return unknown


def _gathered(leader: dict[int, int], touched: dict[int, int]) -> dict[int, Piece]:
    unknowns: dict[int, list[int]] = {}
    rows: dict[int, list[int]] = {}
    for unknown in sorted(leader):
        unknowns.setdefault(_lead(leader, unknown), []).append(unknown)
    for number, unknown in touched.items():
        rows.setdefault(_lead(leader, unknown), []).append(number)
    found = {}
    for first, members in unknowns.items():
        piece = Piece(tuple(members), tuple(rows.get(first, ())))
        found.update(dict.fromkeys(members, piece))
    return found


def neighbours(puzzle: Puzzle, mask: Mask, unknowns: Iterable[int]) -> Mask:
    """The told counts and shares that stand in a row with any of these unknowns, or with their pieces."""
    found = pieces(puzzle, mask)
    wanted = set(unknowns)
    near = wanted.union(*(found[one].unknowns for one in wanted if one in found))
    rows = [
        row
        for row in puzzle.rows
        if row.share not in mask.shares and any(one in near for one, _n in row.terms)
    ]
    counts = near.union(*(dict(row.terms) for row in rows)) - mask.counts
    return Mask(frozenset(counts), frozenset(row.share for row in rows if row.share))
