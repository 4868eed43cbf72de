"""What the page of today says in words: why each thing stands there, what to do, and the week."""

from dashboard.domain.definitions import Definitions
from dashboard.i18n import _, day, ngettext, number
from dashboard.reports.follow_findings import hours
from dashboard.reports.follow_findings import next_step as next_step_of_follow_up
from dashboard.reports.follow_findings import why as why_of_follow_up
from dashboard.reports.gap_findings import title
from dashboard.reports.gap_words import occupation
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.today import Today
from dashboard.reports.today_gaps import NewGap
from dashboard.reports.today_needs import Need
from dashboard.reports.today_week import Week

SHORT = 3
"""How many occupations a line names."""


def today_finding(found: Today) -> str:
    """How much needs somebody, and how much of it is late."""
    if not found.of:
        return _("**Nothing is urgent.**")
    said = ngettext("**{n} thing needs you**", "**{n} things need you**", found.of).format(n=number(found.of))
    late = found.counts["overdue"]
    if not late:
        return _("{said}; nothing is late. The most urgent stands first.").format(said=said)
    return ngettext(
        "{said}; {k} follow-up is late. The most urgent stands first.",
        "{said}; {k} follow-ups are late. The most urgent stands first.",
        late,
    ).format(said=said, k=number(late))


def why(need: Need, definitions: Definitions) -> str:
    """Why it stands in the list, in days."""
    if need.kind in {"overdue", "due"}:
        return why_of_follow_up({"state": need.kind, "days": need.days})
    if need.kind == "ending":
        return _why_ending(need.days)
    if need.kind == "at_risk":
        return _why_at_risk(need.days)
    if need.kind == "unseen":
        said = ngettext("not looked at for {n} day", "not looked at for {n} days", need.days)
        return said.format(n=number(need.days))
    if need.kind == "meeting":
        return ngettext("meeting in {n} day", "meeting in {n} days", need.days).format(n=number(need.days))
    if need.kind == "cooling":
        return ngettext("silent for {n} day", "silent for {n} days", need.days).format(n=number(need.days))
    if need.occupied > need.capacity:
        return _("full: {k} of {n} places").format(k=number(need.occupied), n=number(need.capacity))
    return ngettext("{k} contact in {n} days", "{k} contacts in {n} days", need.contacts).format(
        k=number(need.contacts), n=number(definitions.fatigue_window)
    )


def _why_at_risk(days: int) -> str:
    if not days:
        return _("may break off, judged today")
    return ngettext("may break off, judged {n} day ago", "may break off, judged {n} days ago", days).format(
        n=number(days)
    )


def _why_ending(days: int) -> str:
    if days < 0:
        return ngettext("should have ended {n} day ago", "should have ended {n} days ago", -days).format(
            n=number(-days)
        )
    if not days:
        return _("ends today")
    return ngettext("ends in {n} day", "ends in {n} days", days).format(n=number(days))


def held_against(need: Need) -> str:
    """What the reason is held against, in a few words; empty when it says enough itself."""
    if need.kind == "unseen":
        said = ngettext("The standard allows {n} day.", "The standard allows {n} days.", round(need.usual))
        return said.format(n=number(round(need.usual)))
    if need.kind == "cooling" and need.usual:
        said = ngettext(
            "Usually there is {n} day between contacts.",
            "Usually there are {n} days between contacts.",
            round(need.usual),
        )
        return said.format(n=number(round(need.usual)))
    if need.kind == "ending":
        return _("Nothing is planned after it.")
    if need.kind == "meeting" and need.on is not None:
        return _("On {day}.").format(day=day(need.on))
    return ""


def next_step(need: Need, grace: int) -> str:
    """What to do about it."""
    if need.kind in {"overdue", "due"}:
        row = {"state": need.kind, "days": need.days, "party": need.party}
        return next_step_of_follow_up(row, grace)
    if need.kind == "meeting":
        return next_step_of_follow_up({"state": "planned", "days": need.days, "party": "three_party"}, grace)
    if need.kind == "ending" and need.days < 0:
        return _("Note how it ended, or plan a follow-up")
    return {
        "at_risk": _("Talk to both, and plan the next follow-up soon"),
        "ending": _("Plan what comes after: a follow-up, or the next placement"),
        "unseen": _("Follow it up now, or plan a day for it"),
        "cooling": _("Get in touch, and log it here"),
        "tired": _("Leave them in peace; set a quiet period"),
    }[need.kind]


def gap_name(gap: NewGap) -> str:
    """What a new gap is called."""
    return title(gap.gap)


def gap_why(gap: NewGap) -> str:
    """How much has come into it, and since when."""
    return ngettext("{n} new since {day}", "{n} new since {day}", len(gap.keys)).format(
        n=number(len(gap.keys)), day=day(gap.since)
    )


def gap_about(gap: NewGap) -> str:
    """The first of what has come into it, by name."""
    names = [occupation(key) for key in gap.keys[:SHORT]] if gap.gap == "occupations" else list(gap.names)
    if not names:
        return _("to be left in peace for now")
    more = len(gap.keys) - len(names)
    if more > 0:
        names.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    return listed(names)


def week_finding(week: Week) -> str:
    """How much of the week's time is taken, and what waits besides."""
    if not week.available:
        taken = _("**{n} of follow-ups this week**, and no time set aside for them.").format(
            n=hours(week.minutes)
        )
    else:
        over = week.minutes > week.available
        text = (
            _("**{n} of follow-ups this week**, more than the {time} there is.")
            if over
            else _("**{n} of follow-ups this week**, of the {time} there is.")
        )
        taken = text.format(n=hours(week.minutes), time=hours(week.available))
    if not week.earlier:
        return taken
    waits = ngettext(
        "{n} more waits since earlier weeks.", "{n} more wait since earlier weeks.", week.earlier
    ).format(n=number(week.earlier))
    return f"{taken} {waits}"
