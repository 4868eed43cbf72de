"""The attack: the least and the greatest value that something hidden can have, given all that is shown.

Each question is an integer program (HiGHS). Every answer is a whole world that fits what is shown; worlds are
kept, since one that was found for one count often shows that another is safe as well, also when a little more
or less is hidden.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from dashboard.analysis.disclosure.pieces import Piece, pieces
from dashboard.analysis.disclosure.puzzle import Mask, Puzzle, Terms
from dashboard.analysis.disclosure.worlds import Few, Numbers, Reader, Unfinished, Worlds
from dashboard.domain.disclosure import Bound

QUESTIONS = 20_000
"""Programs that may be solved for one release: minutes; a release of twelve tables takes some hundreds."""


@dataclass(slots=True)
class Attack:
    """An attacker at work on one puzzle.

    Attributes:
        floor: the smallest number of persons that is shown, which is public.
        questions: how many more may be asked.
    """

    puzzle: Puzzle
    floor: int
    questions: int = QUESTIONS
    _worlds: dict[tuple[Piece, Reader], Worlds] = field(default_factory=dict)
    _pieces: dict[Mask, dict[int, Piece]] = field(default_factory=dict)
    _known: list[Numbers] = field(default_factory=list)

    def bound(self, terms: Terms, mask: Mask) -> Bound:
        """What a sum of unknowns can be: exactly.

        Raises:
            Unfinished: when too many questions have been asked, or one took too long.
        """
        *_others, exact = self.bounds_seen(terms, mask)
        return exact

    def bounds_seen(self, terms: Terms, mask: Mask, reader: Reader = Reader.SUMS) -> Iterator[Bound]:
        """Bounds that grow: in the worlds found so far, after one more question, … the last one is exact.

        Args:
            terms: the sum.
            mask: what is not told.
            reader: who attacks. A guess is only made of a piece of which it is right.
        """
        constant, parts = self._parts(terms, mask, reader)

        def seen() -> Bound:
            ends = [worlds.seen(part) for worlds, part in parts]
            return Bound(constant + sum(low for low, _ in ends), constant + sum(high for _, high in ends))

        yield seen()
        for sign in (1, -1):
            for worlds, part in parts:
                worlds.most(part, sign)
                yield seen()

    def _count(self) -> None:
        self.questions -= 1
        if self.questions < 0:
            raise Unfinished("too many questions")

    def _parts(self, terms: Terms, mask: Mask, reader: Reader) -> tuple[int, list[tuple[Worlds, Terms]]]:
        """A sum as what is told of it, and a part for each piece: pieces tell nothing of each other."""
        found = self.pieces(mask)
        constant = sum(times * self.puzzle.counts[one].value for one, times in terms if one not in found)
        by_piece: dict[Piece, list[tuple[int, int]]] = {}
        for one, times in terms:
            if one in found:
                by_piece.setdefault(found[one], []).append((one, times))
        return constant, [(self._worlds_of(piece, reader), tuple(part)) for piece, part in by_piece.items()]

    def pieces(self, mask: Mask) -> dict[int, Piece]:
        """Each unknown that is not told → its piece."""
        if mask not in self._pieces:
            self._pieces[mask] = pieces(self.puzzle, mask)
        return self._pieces[mask]

    def _worlds_of(self, piece: Piece, reader: Reader) -> Worlds:
        if (piece, reader) not in self._worlds:
            if not self._known:
                self._known.append(np.array([count.value for count in self.puzzle.counts], dtype=np.int64))
            known = np.unique(np.array(self._known)[:, list(piece.unknowns)], axis=0)
            few = self._guess(piece, reader)
            self._worlds[piece, reader] = Worlds(self.puzzle, piece, few, known, self._found(piece))
        return self._worlds[piece, reader]

    def _found(self, piece: Piece) -> Callable[[Numbers], None]:
        """Keeps a world of a piece: all the rest as it truly is."""

        def keep(world: Numbers) -> None:
            self._count()
            whole = self._known[0].copy()
            whole[list(piece.unknowns)] = world
            self._known.append(whole)

        return keep

    def _guess(self, piece: Piece, reader: Reader) -> Few:
        """What a reader guesses of a piece, if it is right."""
        counts = self.puzzle.counts
        least = {one: int(not counts[one].zero_tells) for one in piece.unknowns if one in self.puzzle.tabled}
        is_few = [low <= counts[one].value < self.floor for one, low in least.items()]
        every = reader is Reader.ALL_ARE_FEW
        right = all(is_few) if every else any(is_few)
        return Few(least if right and reader is not Reader.SUMS else {}, self.floor - 1, every)
