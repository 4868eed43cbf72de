"""The cards about work: who got work and who began to study, and whether employments last."""

from dashboard.analysis.clients import ClientNumbers, client_numbers
from dashboard.analysis.poisson import poisson
from dashboard.analysis.retention import FEWEST_AT_RISK, TERMS, employment_numbers, retention_curve
from dashboard.analysis.still_in_work import in_work_anywhere
from dashboard.analysis.survival import Curve
from dashboard.i18n import _, number, percent
from dashboard.reports.outcome_curves import curve_points, curve_rows, grid
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import (
    Column,
    CountRow,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import before_told, share_finding, uncertain, was_count

TOLD_AT = 182


def work(ground: OutcomeGround) -> OutcomeCard:
    """Work and studies apart, and the quarter's share in work."""
    found, before = client_numbers(ground.basis), client_numbers(ground.before)
    rate, earlier = found.quarterly_rate, before.quarterly_rate
    names = {
        "to_work": _("Got work in the period"),
        "to_studies": _("Began to study in the period"),
        "to_work_or_studies": _("Either of the two"),
    }
    now = {
        "in_work": _("In work on the day"),
        "in_work_unsubsidised": _("of them without a subsidy"),
        "in_work_subsidy_unknown": _("of them, subsidy not known"),
    }
    counts = tuple(
        CountRow(
            name,
            getattr(found, key),
            poisson(getattr(found, key)),
            was_count(number(getattr(before, key))) if before.served else "",
        )
        for key, name in names.items()
    )
    stock = tuple(CountRow(name, getattr(found, key)) for key, name in now.items())
    shares = (
        ShareRow(_("In work in the quarter"), rate),
        ShareRow(_("the period before"), earlier),
    )
    any_of_it = bool(found.served or found.in_work)
    return OutcomeCard(
        key="work",
        title=title_of("work"),
        finding=_in_work(found, before),
        panels=(
            Panel(_("Clients in the period"), counts=counts if any_of_it else ()),
            Panel(_("In work on the day"), counts=stock if any_of_it else ()),
            Panel(_("Of those served in the quarter"), shares=shares if rate.of else ()),
        ),
        columns=(Column(_("Figure")), *share_columns(), Column(_("Number before"), "count")),
        rows=(
            TableRow((_("In work in the quarter"), *share_cells(rate), earlier.n), "clients.quarterly_rate"),
            *(
                TableRow(
                    (name, getattr(found, key), None, None, None, None, getattr(before, key)),
                    f"clients.{key}",
                )
                for key, name in {**names, **now, "served": _("Served in the period")}.items()
            ),
        ),
        measures=(
            *("clients.to_work", "clients.to_studies", "clients.to_work_or_studies", "clients.in_work"),
            *("clients.in_work_unsubsidised", "clients.in_work_subsidy_unknown"),
            *("clients.quarterly_rate", "clients.served"),
        ),
        notes=(_("After a count of the period its interval, as such counts vary by chance."), before_told()),
    )


def lasting(ground: OutcomeGround) -> OutcomeCard:
    """How long employments last, and how long people stay in work anywhere."""
    curve, anywhere = retention_curve(ground.basis, ground.wanted), in_work_anywhere(ground.basis)
    numbers = employment_numbers(ground.basis, ground.wanted)
    days = sorted({*grid(curve), *grid(anywhere), *TERMS})
    return OutcomeCard(
        key="lasting",
        title=title_of("lasting"),
        finding=_lasts(curve),
        panels=(
            Panel(_("Still at the same employer"), curve=curve_points(curve)),
            Panel(_("Still in work anywhere"), curve=curve_points(anywhere)),
        ),
        columns=(
            Column(_("Days"), "count"),
            *_curve_columns(_("Same employer")),
            *_curve_columns(_("Anywhere")),
        ),
        rows=tuple(
            TableRow(
                (day, *curve_rows(curve, day), *curve_rows(anywhere, day)),
                f"employments.retention.{day}" if day in TERMS else "",
            )
            for day in days
        ),
        measures=("employments.retention", "employments.started", "employments.running", "outcomes.anywhere"),
        notes=(
            _("Started in the period: {started}. Running on the day: {running}.").format(
                started=number(numbers.started), running=number(numbers.running)
            ),
            _(
                "All employments begun by the day, whatever the period. A curve ends where fewer than {n} "
                "are followed; the numbers under it are how many are followed that far."
            ).format(n=FEWEST_AT_RISK),
        ),
        unfiltered=False,
    )


def _curve_columns(of: str) -> tuple[Column, ...]:
    return (
        Column(_("{of}: share").format(of=of), "percent"),
        Column(_("{of}: lower").format(of=of), "percent"),
        Column(_("{of}: upper").format(of=of), "percent"),
        Column(_("{of}: followed").format(of=of), "count"),
    )


def _in_work(found: ClientNumbers, before: ClientNumbers) -> str:
    if not found.quarterly_rate.of:
        return _("Nobody was served in the quarter, so there is no share in work.")
    said = _("{share} of the clients served in the quarter were in work at some time in it.")
    return share_finding(said, found.quarterly_rate, before.quarterly_rate)


def _lasts(curve: Curve) -> str:
    if not len(curve.lengths):
        return _("Nobody has had an employment yet.")
    followed = curve.followed(TOLD_AT)
    if followed < FEWEST_AT_RISK:
        return _(
            "Too few to say: **{n}** employments have been followed for half a year, {fewest} are needed."
        ).format(n=number(followed), fewest=FEWEST_AT_RISK)
    interval = curve.interval(TOLD_AT)
    told = _(
        "**{share}** of the employments still run after half a year; **{n}** have been followed that far."
    ).format(share=percent(curve.at(TOLD_AT)), n=number(followed))
    return f"{told} {uncertain(interval)}" if interval else told
