"""What the report says about clients, trials, employments and follow-ups."""

from collections.abc import Iterator

from dashboard.analysis.retention import FEWEST_AT_RISK
from dashboard.i18n import _, ngettext, number
from dashboard.reports.json_values import Json
from dashboard.reports.telling import (
    count_limits_told,
    count_told,
    days_told,
    limits_told,
    listed,
    missing,
    rate_told,
    share_told,
)
from dashboard.reports.whole_report import WholeReport


def clients(report: WholeReport) -> Iterator[str]:
    """Who they are, who came and went, and who got to work."""
    found = report.values["clients"]
    active = found["active"]
    if not active:
        yield _("No client is active.")
    else:
        yield ngettext("{n} client is active.", "{n} clients are active.", active).format(n=number(active))
    yield _("Enrolled in the period: {enrolled}, {returned} of them back again. Closed: {closed}.").format(
        enrolled=count_told(found["enrolled"]),
        returned=number(found["re_entries"]),
        closed=count_told(found["closed"]),
    )
    per_fte = missing() if found["per_fte"] is None else number(found["per_fte"], 1)
    yield _("Clients per full-time coach: {n}.").format(n=per_fte)
    yield _got_work(found["to_work"])
    yield _began_studies(found["to_studies"])
    yield _("In work on the day: {n}, {unsubsidised} of them without a subsidy.").format(
        n=number(found["in_work"]), unsubsidised=number(found["in_work_unsubsidised"])
    )
    yield _("In work in the quarter, of those served: {share}.").format(
        share=share_told(found["quarterly_rate"])
    )
    yield from _waiting(report.values["waiting"])
    yield from _cohort(report)


def trials(report: WholeReport) -> Iterator[str]:
    """How many, and what came of them."""
    found = report.values["trials"]
    if not found["started"] + found["completed"] + found["running"]:
        yield _("No trial has started, run or ended.")
        return
    yield _("Started: {started}. Ended: {ended}. Running on the day: {running}.").format(
        started=count_told(found["started"]),
        ended=count_told(found["completed"]),
        running=number(found["running"]),
    )
    if not found["completed"]:
        return
    yield _("Led to work or studies: {share}.").format(share=share_told(found["success"]))
    yield _("Interrupted: {share}.").format(share=share_told(found["interrupted"]))
    yield _("Became a job at the same employer: {share}.").format(share=share_told(found["converted"]))
    yield _("Half of them lasted {days} or less.").format(days=days_told(found["median_days"]))


def employments(report: WholeReport) -> Iterator[str]:
    """How many, and how long they last."""
    found = report.values["employments"]
    yield _("Started: {started}. Running on the day: {running}.").format(
        started=count_told(found["started"]), running=number(found["running"])
    )
    terms = found["retention"]
    if all(kept["share"] is None for kept in terms.values()):
        most = max(kept["at_risk"] for kept in terms.values())
        yield _("How long they last: {missing} ({n} followed for {days} days, {fewest} are needed).").format(
            missing=missing(), n=most, days=min(terms, key=int), fewest=FEWEST_AT_RISK
        )
        return
    for days, kept in terms.items():
        yield _("Still employed after {days} days: {told}.").format(days=days, told=_kept(kept))


def follow_ups(report: WholeReport) -> Iterator[str]:
    """What waits, what was done, and who is not looked after."""
    found = report.values["follow_ups"]
    due = found["due"]
    if not due:
        yield _("No follow-up is waiting.")
    else:
        yield ngettext(
            "{n} follow-up is waiting, {overdue} overdue.",
            "{n} follow-ups are waiting, {overdue} overdue.",
            due,
        ).format(n=number(due), overdue=number(found["overdue"]))
    yield _("Done in the period: {n}.").format(n=count_told(found["done"]))
    yield _("On time: {share}.").format(share=share_told(found["on_time"]))
    unseen = found["unseen"]
    if not unseen:
        yield _("Nobody who is out has been left unseen for too long.")
    else:
        yield ngettext(
            "{n} placement has been left unseen for too long.",
            "{n} placements have been left unseen for too long.",
            unseen,
        ).format(n=number(unseen))
    yield _("Both client and employer reached: {share}.").format(share=share_told(found["both_parties"]))


def equality(report: WholeReport) -> Iterator[str]:
    """Placements in occupations where the client's own sex is rare."""
    found = report.values["equality"]["non_traditional"]
    yield _("Women in occupations with few women: {share}.").format(share=share_told(found["woman"]))
    yield _("Men in occupations with few men: {share}.").format(share=share_told(found["man"]))


def _got_work(count: int) -> str:
    limits = count_limits_told(count)
    if not count:
        return _("Nobody began a job in the period (interval {limits}).").format(limits=limits)
    return ngettext(
        "{n} client began a job in the period (interval {limits}).",
        "{n} clients began a job in the period (interval {limits}).",
        count,
    ).format(n=number(count), limits=limits)


def _began_studies(count: int) -> str:
    limits = count_limits_told(count)
    if not count:
        return _("Nobody began to study (interval {limits}).").format(limits=limits)
    return ngettext(
        "{n} client began to study (interval {limits}).",
        "{n} clients began to study (interval {limits}).",
        count,
    ).format(n=number(count), limits=limits)


def _waiting(found: Json) -> Iterator[str]:
    if not found["n"]:
        yield _("Nobody was enrolled in the period, so there is no waiting time.")
        return
    contact, placement = found["first_contact_median_days"], found["first_placement_median_days"]
    if contact is None:
        yield _("Fewer than half of the new clients have had a first contact with an employer.")
    else:
        yield _("Half of the new clients had a first contact with an employer within {days}.").format(
            days=days_told(contact)
        )
    if placement is None:
        yield _("Fewer than half of them have had a first placement.")
    else:
        yield _("Half of them had a first placement within {days}.").format(days=days_told(placement))


def _cohort(report: WholeReport) -> Iterator[str]:
    found = report.values["cohort"]
    count = max(term["n"] for term in found.values())
    if not count:
        return
    rates = listed(
        _("{share} within {n} months").format(share=rate_told(term["share"]), n=months)
        for months, term in found.items()
    )
    yield ngettext(
        "A first job, for the {n} client enrolled in the last {months} months: {rates}.",
        "A first job, for the {n} clients enrolled in the last {months} months: {rates}.",
        count,
    ).format(n=number(count), months=report.definitions.cohort_months, rates=rates)


def _kept(kept: Json) -> str:
    if kept["share"] is None:
        return _("{missing} ({n} followed so long, {fewest} are needed)").format(
            missing=missing(), n=kept["at_risk"], fewest=FEWEST_AT_RISK
        )
    if kept["interval"] is None:
        return _("{share} ({n} followed so long)").format(share=rate_told(kept["share"]), n=kept["at_risk"])
    return _("{share} (interval {limits}, {n} followed so long)").format(
        share=rate_told(kept["share"]), limits=limits_told(kept["interval"]), n=kept["at_risk"]
    )
