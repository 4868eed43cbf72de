"""Groups as dots with limits on a common axis, and as rows of a table: shares, and days until something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.analysis.intervals import Share
from dashboard.analysis.retention import FEWEST_AT_RISK, kept
from dashboard.analysis.several import (
    Sample,
    Verdict,
    compare_lasting,
    compare_shares,
    compare_waits,
    pooled,
    rest,
)
from dashboard.analysis.survival import Curve
from dashboard.i18n import N_, _, number, percent
from dashboard.reports.outcome_parts import Value, share_cells
from dashboard.reports.side_parts import DotPanel, DotRow
from dashboard.reports.side_words import FEWEST, VERDICTS, Told
from dashboard.reports.telling import days_told, limits_told

MOST_DRAWN = 12
"""Groups in a picture; the table has all."""
DAYS_STEP = 30


@dataclass(frozen=True, slots=True)
class Dots:
    """A measure of every group.

    Attributes:
        panel: its picture.
        told: each group as a sentence needs it.
        cells: each group as a row of the table.
        whole: all together, in words.
    """

    panel: DotPanel
    told: tuple[Told, ...]
    cells: tuple[tuple[Value, ...], ...]
    whole: str


def share_dots(
    title: str, names: Sequence[str], shares: Sequence[Share], whole: Share, pictures: int = 1
) -> Dots:
    """A share of each group; the cells are number, of, share and limits.

    Args:
        title: of the picture.
        names: of the groups.
        shares: of the groups, which have nobody in common.
        whole: of the selection.
        pictures: how many the card has: all their comparisons share the risk.
    """
    verdicts, everybody = compare_shares(shares, FEWEST, pictures), pooled(shares)
    told, rows = [], []
    for name, share, verdict in zip(names, shares, verdicts, strict=True):
        others = Share(everybody.n - share.n, everybody.of - share.of)
        told.append(Told(name, share.of, _share(share), _share(others), verdict))
        value, (low, high) = share.share if share.of >= FEWEST else None, share.interval or (None, None)
        said = _said(_counted(share), value, share.interval, verdict)
        rows.append(DotRow(name, value, low, high, said=said, verdict=verdict))
    panel = _share_panel(title, rows, [share.of for share in shares], whole.share, _share(whole))
    together = f"{_share(whole)} ({_counted(whole)})" if whole.of >= FEWEST else _counted(whole)
    return Dots(panel, tuple(told), tuple(share_cells(share) for share in shares), together)


def lasting_dots(title: str, names: Sequence[str], samples: Sequence[Sample], whole: Curve, at: int) -> Dots:
    """The share for whom something still holds on a day; the cells are share, limits and followed that far.

    Args:
        title: of the picture.
        names: of the groups.
        samples: how long it lasted in each group.
        whole: the curve of the selection.
        at: the day.
    """
    verdicts = compare_lasting(samples, at, FEWEST)
    told, rows, cells = [], [], []
    for place, (name, sample, verdict) in enumerate(zip(names, samples, verdicts, strict=True)):
        found, others = kept(sample.curve, at), kept(rest(samples, place).curve, at)
        low, high = found.interval or (None, None)
        told.append(Told(name, found.at_risk, _kept(found.share), _kept(others.share), verdict))
        counted = _("{n} followed").format(n=number(found.at_risk))
        said = _said(counted, found.share, found.interval, verdict)
        rows.append(DotRow(name, found.share, low, high, said=said, verdict=verdict))
        cells.append((found.share, low, high, found.at_risk))
    together = kept(whole, at)
    sizes = [one.size for one in told]
    panel = _share_panel(title, rows, sizes, together.share, _kept(together.share))
    return Dots(panel, tuple(told), tuple(cells), _kept(together.share))


def waiting_dots(
    title: str, names: Sequence[str], samples: Sequence[Sample], whole: Curve, counted: str = N_("{n} new")
) -> Dots:
    """Median days until something; the cells are the median, its limits and how many there are.

    Args:
        title: of the picture.
        names: of the groups.
        samples: how long it took in each group.
        whole: the curve of the selection.
        counted: what they are, an English msgid.
    """
    verdicts = compare_waits(samples, FEWEST)
    told, rows, cells = [], [], []
    for place, (name, sample, verdict) in enumerate(zip(names, samples, verdicts, strict=True)):
        curve, size = sample.curve, len(sample.lengths)
        median, (low, high) = curve.median(), curve.median_limits()
        enough = size >= FEWEST
        told.append(Told(name, size, _days(median), _days(rest(samples, place).curve.median()), verdict))
        held = _(counted).format(n=number(size))
        said = _said_days(held, median if enough else None, (low, high), verdict, enough=enough)
        drawn = (median, low, high) if enough else (None, None, None)
        rows.append(DotRow(name, *drawn, said=said, verdict=verdict))
        cells.append((median, low, high, size))
    most = _end_of_days(rows, whole.median())
    order = _order(rows, [one.size for one in told])
    panel = DotPanel(
        title,
        tuple(rows[place] for place in order),
        most,
        (_("0 days"), days_told(most)),
        whole.median(),
        _days(whole.median()),
    )
    return Dots(panel, tuple(told), tuple(cells), _days(whole.median()))


def _share_panel(
    title: str, rows: Sequence[DotRow], sizes: Sequence[int], total: float | None, said: str
) -> DotPanel:
    order = _order(rows, sizes)
    ends = (percent(0), percent(1))
    return DotPanel(title, tuple(rows[place] for place in order), 1.0, ends, total, said)


def _order(rows: Sequence[DotRow], sizes: Sequence[int]) -> list[int]:
    """The largest groups that have anything, the highest first, those without a dot last."""
    held = sorted((place for place, size in enumerate(sizes) if size), key=lambda place: -sizes[place])
    return sorted(
        held[:MOST_DRAWN],
        key=lambda place: (rows[place].value is None, -(rows[place].value or 0.0), -sizes[place]),
    )


def _end_of_days(rows: Sequence[DotRow], total: int | None) -> float:
    """The end of the axis: whole months, so that every dot, limit and line has room."""
    ends = [end for row in rows for end in (row.value, row.low, row.high) if end is not None]
    longest = max([*ends, total or 0, 1])
    return float(-(-int(longest) // DAYS_STEP) * DAYS_STEP)


def _said(counted: str, value: float | None, interval: tuple[float, float] | None, verdict: Verdict) -> str:
    parts = [counted, percent(value) if value is not None else _("too few to say")]
    if interval is not None:
        parts.append(_("uncertain: {limits}").format(limits=limits_told([*interval])))
    return _row(parts, verdict)


def _said_days(
    counted: str, median: int | None, limits: tuple[int | None, int | None], verdict: Verdict, *, enough: bool
) -> str:
    if not enough:
        return _row([counted, _("too few to say")], verdict)
    low, high = limits
    parts = [counted, _days(median)]
    if low is not None:
        upper = number(high) if high is not None else _("longer than followed")
        parts.append(_("uncertain: {limits}").format(limits=f"{number(low)}–{upper}"))
    return _row(parts, verdict)


def _row(parts: Sequence[str], verdict: Verdict) -> str:
    mark: Mapping[Verdict, str] = VERDICTS
    return " · ".join([*parts, *([_(mark[verdict])] if mark[verdict] else [])])


def _counted(share: Share) -> str:
    return _("{k} of {n}").format(k=number(share.n), n=number(share.of))


def _share(share: Share) -> str:
    if share.share is None or share.of < FEWEST:
        return _counted(share)
    return f"{percent(share.share)}"


def _kept(share: float | None) -> str:
    return _("fewer than {n} followed so far").format(n=FEWEST_AT_RISK) if share is None else percent(share)


def _days(median: int | None) -> str:
    return _("not half of them yet") if median is None else days_told(median)
