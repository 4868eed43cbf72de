"""Whether what a system says of its numbers is true: a puzzle without a solution protects nobody."""

from dashboard.analysis.disclosure.rule import parts_and_wholes
from dashboard.domain.disclosure import System


def refuse_unsound(system: System) -> None:
    """Look through a system.

    Raises:
        ValueError: when a key is used twice or is unknown, a sum does not add up, or a part is more than its
            whole or has members who are not in it.
    """
    keys = [count.key for count in system.counts] + [ratio.key for ratio in system.ratios]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"used twice: {', '.join(twice)}")
    _refuse_unknown(system)
    counts = {count.key: count for count in system.counts}
    for one in system.sums:
        if counts[one.total].value != sum(counts[part].value for part in one.parts):
            raise ValueError(f"does not add up: {one.total}")
    for part, whole in parts_and_wholes(system):
        if counts[part].value > counts[whole].value or not counts[part].members <= counts[whole].members:
            raise ValueError(f"is not within {whole}: {part}")


def _refuse_unknown(system: System) -> None:
    used = {key for one in system.sums for key in (one.total, *one.parts)} | system.unshown
    used |= {key for pair in parts_and_wholes(system) for key in pair}
    unknown = sorted(used - {count.key for count in system.counts})
    if unknown:
        raise ValueError(f"unknown: {', '.join(unknown)}")
    below = sorted(count.key for count in system.counts if count.value < 0)
    if below:
        raise ValueError(f"below zero: {', '.join(below)}")
