"""What the page of follow-ups says in words: a sentence or two for each card, never a bare number."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.analysis.intervals import Share
from dashboard.analysis.load_minutes import WeekAhead
from dashboard.i18n import _, day, ngettext, number, percent
from dashboard.reports.follow_away import AwayAnswer
from dashboard.reports.follow_heat import Heat
from dashboard.reports.follow_list import FollowList
from dashboard.reports.follow_placements import BothMet, Meetings, Unseen
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.report_follow_ups import iso_week
from dashboard.reports.telling import FEW, limits_told
from dashboard.words import word

MANY = 3
"""More coaches than this are counted, not named."""


def hours(minutes: float) -> str:
    """Minutes as hours: `12 h`, with one decimal below ten."""
    value = minutes / 60
    shown = number(value, 1) if 0 < value < 10 and round(value, 1) != round(value) else number(round(value))
    return _("{n} h").format(n=shown)


def week_name(monday: int) -> str:
    """An ISO week in words: `week 49`."""
    return _("week {n}").format(n=int(iso_week(monday).partition("-W")[2]))


def heat_finding(found: Heat) -> str:
    """Who waits, and who will have more to do than time."""
    if not found.rows:
        return _("No coach works on this day, and nobody has a follow-up.")
    return " ".join([_over(found), _waiting(found), *_without_time(found)])


def _over(found: Heat) -> str:
    over = [
        row.name for row in found.rows if any(cell.is_over and cell.available for cell in found.ahead(row))
    ]
    if not over:
        return _("**Nobody has more to do than time** in the 12 weeks to come.")
    if len(over) > MANY:
        return _("**{n} coaches have more to do than time** in some of the 12 weeks to come.").format(
            n=number(len(over))
        )
    return ngettext(
        "**{names} has more to do than time** in some of the 12 weeks to come.",
        "**{names} have more to do than time** in some of the 12 weeks to come.",
        len(over),
    ).format(names=listed(over))


def _without_time(found: Heat) -> list[str]:
    """What is ahead in weeks in which its coach does not work."""
    left = {
        row.name: sum(cell.planned + cell.expected for cell in found.ahead(row) if not cell.available)
        for row in found.rows
    }
    total, names = sum(left.values()), [name for name, count in left.items() if count]
    if not total:
        return []
    said = ngettext(
        "{n} follow-up ahead is of a coach without time for it: {names}.",
        "{n} follow-ups ahead are of coaches without time for them: {names}.",
        total,
    )
    return [said.format(n=number(total), names=listed(names))]


def _waiting(found: Heat) -> str:
    due, overdue = sum(row.due for row in found.rows), sum(row.overdue for row in found.rows)
    if not due:
        return _("No follow-up waits.")
    said = ngettext("{n} follow-up waits", "{n} follow-ups wait", due).format(n=number(due))
    late = ngettext("{n} of them is late", "{n} of them are late", overdue).format(n=number(overdue))
    most = max(found.rows, key=lambda row: row.due)
    if len(found.rows) == 1 or most.due == 1:
        return _("{waits}; {late}.").format(waits=said, late=late)
    return _("{waits}; {late}. Most are waiting for {name}: {k}.").format(
        waits=said, late=late, name=most.name, k=number(most.due)
    )


def forecast_finding(weeks: Sequence[WeekAhead], waiting: float) -> str:
    """How much is to come, of how much time, and when there is most."""
    total, time = sum(week.total for week in weeks), sum(week.available for week in weeks)
    also = _("Besides, {n} wait already.").format(n=hours(waiting)) if waiting else ""
    if not total:
        return f"{_('**Nothing is planned or expected** in the 12 weeks to come.')} {also}".strip()
    fullest = max(weeks, key=lambda week: week.total)
    if not time:
        said = _("**{n} of follow-ups** in the 12 weeks to come, and nobody with time for them.").format(
            n=hours(total)
        )
        return f"{said} {also}".strip()
    said = _(
        "**{n} of follow-ups** in the 12 weeks to come, {share} of the time there is. Most in {week}: {most}."
    ).format(
        n=hours(total), share=_part(total, time), week=week_name(fullest.monday), most=hours(fullest.total)
    )
    return f"{said} {also}".strip()


def _part(minutes: float, time: float) -> str:
    return percent(max(minutes / time, 0.01)) if minutes else percent(0)


def list_finding(found: FollowList) -> str:
    """How many are open, and what is most urgent."""
    total = sum(found.by_state.values())
    if not total:
        return _("**No follow-up is open** in this selection.")
    overdue, due = found.by_state["overdue"], found.by_state["due"]
    if overdue:
        said = ngettext("**{n} follow-up is late**", "**{n} follow-ups are late**", overdue)
        today = ngettext("and {n} is for today.", "and {n} are for today.", due).format(n=number(due))
        return f"{said.format(n=number(overdue))} {today}"
    if due:
        return ngettext(
            "**Nothing is late**; {n} is for today.", "**Nothing is late**; {n} are for today.", due
        ).format(n=number(due))
    return _("**Nothing is late and nothing is for today.**")


def hidden_sentence(hidden: int) -> str:
    """How many rows are about other coaches' clients."""
    return ngettext(
        "{n} more is about another coach's client and is not shown.",
        "{n} more are about other coaches' clients and are not shown.",
        hidden,
    ).format(n=number(hidden))


def why(row: Mapping[str, Any]) -> str:
    """Why a follow-up stands where it does in the list."""
    days = abs(int(row["days"]))
    if row["state"] == "overdue":
        return ngettext("{n} day late", "{n} days late", days).format(n=number(days))
    if row["state"] == "due":
        return _("planned for today")
    if row["state"] == "planned":
        return ngettext("in {n} day", "in {n} days", days).format(n=number(days))
    return _("the placement is over")


def placed_for(row: Mapping[str, Any]) -> str:
    """What the follow-up is of, and for how long it has run."""
    kind = word("placement_kind", row["kind"])
    if row["state"] == "lapsed":
        return kind
    age = int(row["age"])
    return ngettext("{kind}, {n} day in", "{kind}, {n} days in", age).format(kind=kind, n=number(age))


def next_step(row: Mapping[str, Any], grace: int) -> str:
    """What to do about it."""
    if row["state"] == "overdue":
        if -int(row["days"]) > grace:
            return _("Get in touch today, or cancel it")
        return _("Do it now, or plan a new day")
    if row["state"] == "due":
        return _("Do it today")
    if row["state"] == "lapsed":
        return _("Note what was done, or cancel it")
    if row["party"] == "three_party":
        return _("See that all three can come")
    return _("Nothing until then")


def unseen_finding(found: Unseen) -> str:
    """How many placements nobody has looked at, and the longest."""
    if not found.of:
        return _("**Every placement has been followed up** as the standard asks.")
    said = ngettext(
        "**{n} running placement has not been followed up** for longer than the standard allows.",
        "**{n} running placements have not been followed up** for longer than the standard allows.",
        found.of,
    ).format(n=number(found.of))
    if not found.rows:
        return said
    first = found.rows[0]
    longest = ngettext("The longest: {n} day.", "The longest: {n} days.", first.days)
    return f"{said} {longest.format(n=number(first.days))}"


def both_finding(found: BothMet) -> str:
    """In how many placements both parties were met, with the interval."""
    share: Share = found.share
    if share.share is None or share.interval is None:
        return _("**No trial or employment has run for long enough** to say whether both parties were met.")
    said = ngettext(
        "**In {k} of {n} placement both client and employer were met** in the last 60 days",
        "**In {k} of {n} placements both client and employer were met** in the last 60 days",
        share.of,
    ).format(k=number(share.n), n=number(share.of))
    limits = "{" + _("uncertain: {limits}").format(limits=limits_told([*share.interval])) + "}"
    if share.of < FEW:
        return _("{said}; too few to say a share. {limits}").format(said=said, limits=limits)
    return _("{said}, {share}. {limits}").format(said=said, share=percent(share.share), limits=limits)


def missing_word(missing: str) -> str:
    """Which party was not met, in words."""
    return {
        "client": _("the client"),
        "employer": _("the employer"),
        "both": _("neither was met"),
    }[missing]


def meetings_finding(found: Meetings) -> str:
    """How many three-party meetings there are, and when the next one is."""
    if not found.total:
        return _("**No three-party meeting is planned.**")
    said = ngettext(
        "**{n} three-party meeting is planned.**", "**{n} three-party meetings are planned.**", found.total
    ).format(n=number(found.total))
    if not found.rows:
        return said
    return _("{said} The next is on {day}.").format(said=said, day=day(found.rows[0].on))


def away_finding(found: AwayAnswer) -> str:
    """What others would have to do, and who would not have the time."""
    about = ngettext(
        "If {name} is away for {n} week from {day}",
        "If {name} is away for {n} weeks from {day}",
        found.number_of_weeks,
    ).format(name=found.name, n=number(found.number_of_weeks), day=day(found.first))
    if not found.total:
        return _("**{about}, nobody has to take anything over.**").format(about=about)
    said = ngettext(
        "{about}, **{n} follow-up needs somebody else**: {parts}, {hours} in all.",
        "{about}, **{n} follow-ups need somebody else**: {parts}, {hours} in all.",
        found.total,
    ).format(about=about, n=number(found.total), parts=_moved_parts(found), hours=hours(found.minutes))
    return f"{said} {_who_takes(found)} {_who_goes_over(found)}".replace("  ", " ").strip()


def _moved_parts(found: AwayAnswer) -> str:
    told = {
        "due": ngettext("{n} waits already", "{n} wait already", found.counts["due"]),
        "planned": ngettext("{n} is planned", "{n} are planned", found.counts["planned"]),
        "expected": ngettext("{n} is expected", "{n} are expected", found.counts["expected"]),
    }
    return listed(
        [text.format(n=number(found.counts[what])) for what, text in told.items() if found.counts[what]]
    )


def _who_takes(found: AwayAnswer) -> str:
    if found.left:
        return _("**There is nobody to take over** {n} of them.").format(n=number(found.left))
    name, weeks = found.heirs[0]
    minutes = sum(week.taken for week in weeks)
    if len(found.heirs) == 1:
        return _("{name} would take over all of it.").format(name=name)
    return _("{name} would take over most: {hours}.").format(name=name, hours=hours(minutes))


def _who_goes_over(found: AwayAnswer) -> str:
    over = found.over
    if not over:
        return _("Nobody would have more to do than time.") if found.heirs else ""
    told = [
        _("{name} ({weeks})").format(name=name, weeks=listed([week_name(week.monday) for week in weeks]))
        for name, weeks in over[:MANY]
    ]
    more = len(over) - MANY
    if more > 0:
        told.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    return _("**More to do than time**: {names}.").format(names=listed(told))
