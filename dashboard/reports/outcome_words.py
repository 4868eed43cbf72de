"""What the numbers of the page of outcomes say, in a sentence for each way that they can turn out."""

from dashboard.analysis.intervals import Interval, Share, has_changed
from dashboard.i18n import _, number, percent
from dashboard.reports.telling import FEW, limits_told


def counted(share: Share) -> str:
    """`**7 of 12**`."""
    return _("**{n} of {of}**").format(n=number(share.n), of=number(share.of))


def uncertain(interval: Interval) -> str:
    """`{uncertain: 32–81 %.}`."""
    return "{" + _("uncertain: {limits}").format(limits=limits_told([*interval])) + ".}"


def share_finding(said: str, share: Share, before: Share | None = None) -> str:
    """A share in words, and whether it may be said to have changed since the period before.

    Args:
        said: the sentence, with `{share}` where the numbers belong.
        share: of at least one.
        before: the same share one period earlier; None where there is no such comparison.
    """
    limits = uncertain(share.interval or (0.0, 1.0))
    if share.of < FEW:
        too_few = _("Too few for a share.")
        return f"{said.format(share=counted(share))} {too_few} {limits}"
    told = said.format(share=f"{counted(share)} ({percent(share.share or 0.0)})")
    return " ".join([told, limits, *([changed(share, before)] if before else [])])


def changed(share: Share, before: Share) -> str:
    """Risen, fallen, cannot tell, or nothing to compare with."""
    if before.share is None or share.share is None:
        return _("There is nothing in the period before to compare with.")
    was = _("{share} of {of}").format(share=percent(before.share), of=number(before.of))
    if not has_changed(share, before):
        return _("Whether it has changed since the period before ({was}) cannot be told.").format(was=was)
    if share.share > before.share:
        return _("It has **risen** since the period before ({was}).").format(was=was)
    return _("It has **fallen** since the period before ({was}).").format(was=was)


def was(share: Share) -> str:
    """What a share was one period earlier, to be said beside it; empty when there was nothing."""
    return was_count(counted_plainly(share)) if share.of else ""


def was_count(value: str) -> str:
    """What a figure was one period earlier, to be said beside it."""
    return _("before: {value}").format(value=value)


def before_told() -> str:
    """What is meant by "before", under the pictures that say it."""
    return _("“Before” is the period before, equally long.")


def counted_plainly(share: Share) -> str:
    """`7 of 12`."""
    return _("{k} of {n}").format(k=number(share.n), n=number(share.of))


def compared(first: str, second: str, one: Share, other: Share) -> str:
    """Which of two groups has the larger share, or that it cannot be told."""
    told = _("{first} {share}, {second} {other}").format(
        first=first,
        share=_share(one),
        second=second,
        other=_share(other),
    )
    if min(one.of, other.of) < FEW:
        return _("{shares}. Too few to compare.").format(shares=told)
    if not has_changed(one, other):
        return _("{shares}. Whether they differ cannot be told.").format(shares=told)
    higher = first if (one.share or 0.0) > (other.share or 0.0) else second
    return _("{shares}. The share is **larger** for {name}.").format(shares=told, name=higher)


def _share(share: Share) -> str:
    if share.share is None or share.of < FEW:
        return counted(share)
    return f"{counted(share)} ({percent(share.share)})"
