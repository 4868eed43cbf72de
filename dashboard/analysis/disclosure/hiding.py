"""What the rule alone hides, before it is asked what the rest tells."""

from collections.abc import Iterator

from dashboard.analysis.disclosure.case import Case, Hidden
from dashboard.analysis.disclosure.puzzle import changed_by_few, pairs
from dashboard.analysis.disclosure.rule import alike, why_hidden, why_no_share
from dashboard.domain.disclosure import Count, Earlier, Sum, Why


def by_rule(case: Case) -> dict[str, Why]:
    """What is hidden by itself. A count that stands in no table is not there: its share is."""
    system = case.system
    found = dict.fromkeys(_changed(case), Why.CHANGED)
    found |= dict.fromkeys(alike(system), Why.ALIKE)
    found |= {count.key: why for count in system.counts if (why := why_hidden(count, case.floor))}
    found = {key: why for key, why in found.items() if key not in system.unshown}
    found |= dict.fromkeys(_changed_shares(case), Why.CHANGED)
    return found | {
        ratio.key: why for ratio in system.ratios if (why := why_no_share(ratio, system, case.floor))
    }


def _changed(case: Case) -> Iterator[str]:
    counts, names = case.puzzle.counts, case.puzzle.names
    for now, then in pairs(case.earlier, case.puzzle.place):
        age, key = names[then]
        shown = case.earlier[age - 1].release.counts.get(key) is not None
        if shown and changed_by_few(counts[now], counts[then], case.floor):
            yield names[now][1]


def _changed_shares(case: Case) -> Iterator[str]:
    """Shares of which the part or the rest has changed by few since the same share was shown."""
    then_of = {
        (case.puzzle.names[now][1], case.puzzle.names[then][0]): case.puzzle.names[then][1]
        for now, then in pairs(case.earlier, case.puzzle.place)
    }
    for age, old in enumerate(case.earlier, start=1):
        before = {count.key: count for count in old.system.counts}
        shown = {
            (one.part, one.whole) for one in old.system.ratios if old.release.shares.get(one.key) is not None
        }
        for ratio in case.system.ratios:
            part, whole = then_of.get((ratio.part, age), ""), then_of.get((ratio.whole, age), "")
            if (part, whole) in shown and _share_changed(
                (case.counts[ratio.part], case.counts[ratio.whole]), (before[part], before[whole]), case.floor
            ):
                yield ratio.key


def _share_changed(now: tuple[Count, Count], then: tuple[Count, Count], floor: int) -> bool:
    return changed_by_few(now[0], then[0], floor) or changed_by_few(_rest(*now), _rest(*then), floor)


def _rest(part: Count, whole: Count) -> Count:
    return Count("", whole.value - part.value, whole.members - part.members)


def placed(case: Case, hidden: Hidden) -> list[tuple[str, ...]]:
    """For each sum in which it shows in what part a few came or went: the parts that could be hidden too.

    Where every part but one is shown as it was before, whoever knows that somebody came knows into which.
    """
    found = []
    for age, old in enumerate(case.earlier, start=1):
        then_of = {
            case.puzzle.names[now][1]: case.puzzle.counts[then]
            for now, then in pairs(case.earlier, case.puzzle.place)
            if case.puzzle.names[then][0] == age
        }
        for one in case.system.sums:
            open_to = _open_parts(case, hidden, one, old, then_of)
            if len(open_to) == 1 and changed_by_few(case.counts[open_to[0]], then_of[open_to[0]], case.floor):
                others = tuple(part for part in one.parts if part in then_of and part != open_to[0])
                found += [others] if others else []
    return found


def _open_parts(case: Case, hidden: Hidden, one: Sum, old: Earlier, then_of: dict[str, Count]) -> list[str]:
    """The parts of a sum of which it is not shown that they are what they were."""
    untold = case.system.unshown | set(hidden)
    return [
        part
        for part in one.parts
        if part in then_of
        and (
            part in untold
            or old.release.counts.get(then_of[part].key) is None
            or case.counts[part].value != then_of[part].value
        )
    ]
