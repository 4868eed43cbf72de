"""An attacker written a second time, to try what the audit lets through. It shares no code with the audit.

It knows what any reader knows: the numbers that are shown, how they hang together, that a share is rounded to
the nearest 5 % and that none is shown of which part or rest is small. One integer program a question, over
everything at once; for systems of a few counts it can also try all worlds one by one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import floor as whole

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from dashboard.domain.disclosure import Ratio, Release, Sum, System, Within

MOST = 2_000
Form = Mapping[str, int]


@dataclass(frozen=True)
class Recovered:
    """A small group of which too much was found out."""

    what: str
    low: int
    high: int
    true: int


def rounded(n: int, of: int) -> int:
    """Per cent in whole steps of 5, a half going up."""
    return 5 * whole(Fraction(20 * n, of) + Fraction(1, 2))


class Reader:
    """What a reader of one release knows, as a linear program."""

    def __init__(self, system: System, release: Release, smallest: int) -> None:
        self.keys = [count.key for count in system.counts]
        at = {key: n for n, key in enumerate(self.keys)}
        self.low, self.high = [0] * len(at), [MOST] * len(at)
        for key, value in release.counts.items():
            if value is not None:
                self.low[at[key]] = self.high[at[key]] = value
        self.equal = [{one.total: 1, **dict.fromkeys(one.parts, -1)} for one in system.sums]
        self.most: list[tuple[dict[str, int], int]] = [
            ({one.part: 1, one.whole: -1}, 0) for one in system.withins
        ]
        about = {count.key: bool(count.members) for count in system.counts}
        for one in system.ratios:
            part, base = one.part, one.whole
            self.most.append(({part: 1, base: -1}, 0))
            if one.key not in release.shares:
                self.high[at[base]] = 0
                continue
            per_cent = release.shares[one.key]
            if per_cent is None:
                continue
            self.low[at[base]] = max(self.low[at[base]], 10)
            small = smallest if about[base] else 0
            if per_cent >= 5:
                self.low[at[part]] = max(self.low[at[part]], small)
            if per_cent <= 95:
                self.most.append(({part: 1, base: -1}, -small))
            # per_cent - 2.5 <= 100 part / base < per_cent + 2.5
            self.most.append(({part: -200, base: 2 * per_cent - 5}, 0))
            self.most.append(({part: 200, base: -(2 * per_cent + 5)}, -1))

    def extreme(self, form: Form, sign: int) -> int:
        """The greatest value of a form in any world, or the least where sign is -1."""
        goal = self._row(form) * -sign
        found = linprog(
            goal,
            A_ub=self._rows([terms for terms, _limit in self.most]),
            b_ub=[limit for _terms, limit in self.most] or None,
            A_eq=self._rows(self.equal),
            b_eq=[0] * len(self.equal) or None,
            bounds=list(zip(self.low, self.high, strict=True)),
            integrality=1,
            method="highs",
        )
        assert found.status == 0, found.message
        return int(np.rint(-found.fun)) * sign

    def _row(self, form: Form) -> np.ndarray:
        return np.array([form.get(key, 0) for key in self.keys], dtype=float)

    def _rows(self, forms: list[dict[str, int]]) -> csr_array | None:
        return csr_array(np.array([self._row(form) for form in forms])) if forms else None

    def worlds(self, top: int) -> Iterator[dict[str, int]]:
        """All worlds in which no count is over `top`, one by one: for systems of a few counts."""
        ranges = [range(low, min(high, top) + 1) for low, high in zip(self.low, self.high, strict=True)]
        for numbers in product(*ranges):
            world = dict(zip(self.keys, numbers, strict=True))
            sums = (sum(n * world[key] for key, n in terms.items()) == 0 for terms in self.equal)
            limits = (sum(n * world[key] for key, n in terms.items()) <= limit for terms, limit in self.most)
            if all(sums) and all(limits):
                yield world


def small_groups(system: System, release: Release, smallest: int) -> dict[str, tuple[Form, int]]:
    """Name → what is to be kept from a reader: hidden counts, and small groups beside larger ones."""
    counts = {count.key: count for count in system.counts}
    found: dict[str, tuple[Form, int]] = {}
    for key, count in counts.items():
        small = 0 < len(count.members) < smallest or (count.zero_tells and not count.value)
        if small or (key in release.counts and release.counts[key] is None):
            found[key] = ({key: 1}, count.value)
    pairs = [(one.part, one.whole) for one in system.ratios] + [
        (one.part, one.whole) for one in system.withins
    ]
    for part, base in ((counts[one], counts[other]) for one, other in pairs):
        rest = base.members - part.members
        if 0 < len(rest) < smallest or (part.zero_tells and base.value and base.value == part.value):
            found[f"{base.key} without {part.key}"] = ({base.key: 1, part.key: -1}, base.value - part.value)
    return found


def told(low: int, high: int, smallest: int) -> bool:
    """Exactly, narrowly, or as a small number."""
    return high - low < 3 or (low >= 1 and high <= smallest - 1)


def recovered(
    system: System, release: Release, smallest: int, groups: Mapping[str, tuple[Form, int]] | None = None
) -> list[Recovered]:
    """The small groups that a reader of the release finds out about."""
    reader = Reader(system, release, smallest)
    found = []
    for what, (form, true) in (groups or small_groups(system, release, smallest)).items():
        high = reader.extreme(form, 1)
        # The true world fits, so the least is no more than the truth.
        if told(true, high, smallest):
            low = reader.extreme(form, -1)
            if told(low, high, smallest):
                found.append(Recovered(what, low, high, true))
    return found


def side_by_side(first: System, now: System) -> System:
    """Two publications as one system. A reader may know that nobody entered or left a count."""
    then = {count.key: count for count in first.counts}
    counts = tuple(replace(count, key=f"then {count.key}") for count in first.counts) + now.counts
    same = [
        Sum(f"then {count.key}", (count.key,))
        for count in now.counts
        if count.key in then
        and then[count.key].members == count.members
        and then[count.key].value == count.value
    ]
    return System(
        counts,
        sums=(
            *(Sum(f"then {one.total}", tuple(f"then {part}" for part in one.parts)) for one in first.sums),
            *now.sums,
            *same,
        ),
        withins=(*(Within(f"then {one.part}", f"then {one.whole}") for one in first.withins), *now.withins),
        ratios=(
            *(Ratio(f"then {one.key}", f"then {one.part}", f"then {one.whole}") for one in first.ratios),
            *now.ratios,
        ),
        unshown=frozenset({f"then {key}" for key in first.unshown} | now.unshown),
    )


def both(first: Release, now: Release) -> Release:
    """What is shown in two publications."""
    return Release(
        {**{f"then {key}": value for key, value in first.counts.items()}, **now.counts},
        {**{f"then {key}": value for key, value in first.shares.items()}, **now.shares},
    )


def placed_by(
    first: System, shown_first: Release, now: System, shown: Release, smallest: int
) -> list[Recovered]:
    """What two publications tell together: of small groups in either, and of the few who came or went."""
    system, release = side_by_side(first, now), both(shown_first, shown)
    then = {count.key: count for count in first.counts}
    groups = {}
    for one, seen, prefix in ((first, shown_first, "then "), (now, shown, "")):
        counts = {count.key: count for count in one.counts}
        for what, (form, true) in small_groups(one, seen, smallest).items():
            # A count that is no small group by itself may well be shown in the other publication.
            count = counts.get(what)
            tells = count is not None and count.zero_tells and not count.value
            if count is None or 0 < len(count.members) < smallest or tells:
                groups[prefix + what] = ({prefix + key: n for key, n in form.items()}, true)
    for count in now.counts:
        before = then.get(count.key)
        if before and 0 < len(before.members ^ count.members) < smallest:
            groups[f"came to {count.key}"] = (
                {count.key: 1, f"then {count.key}": -1},
                count.value - before.value,
            )
    return recovered(system, release, smallest, groups)
