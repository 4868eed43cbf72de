"""What the network page says in words: one sentence or three for each answer, never a bare number.

`**…**` is the news and `{…}`-free text the rest, as `components.finding` draws them.
"""

from collections.abc import Callable, Mapping, Sequence

from dashboard.analysis.resilience import Step
from dashboard.i18n import _, day, ngettext, number, percent
from dashboard.reports import network_findings_placements as more
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_scope import Known

SHORT_LIST = 2
"""More coaches than this are counted, not named, where there is little room."""


def question_title(answer: Answer, scope: Known) -> str:
    """The question as the heading of the picture and the text of its tile."""
    if answer.question != "leaving":
        return {
            "single_coach": _("Who hangs on a single coach?"),
            "cooling": _("Who has cooled?"),
            "strongest": _("Who are the strongest?"),
            "changed": _("What has changed?"),
            "shared": _("Who are known by several of us?"),
            "stepping": _("Which lead on to jobs?"),
            "concentrated": _("Where are we concentrated?"),
        }[answer.question]
    if not answer.coaches:
        return _("If a coach left?")
    return _("If {names} left?").format(names=_who(answer, scope))


def tile(answer: Answer) -> tuple[str, str]:
    """The number on a question's tile, and the words after it."""
    shown = number(answer.number)
    if answer.question in {"single_coach", "shared", "stepping"}:
        return shown, _("of {n}").format(n=number(answer.of))
    if answer.question == "concentrated":
        return more.concentrated_tile(answer)
    if answer.question == "leaving":
        return shown, ngettext("is left without a coach", "are left without a coach", answer.number)
    if answer.question == "cooling":
        return shown, ngettext("strong or medium one", "strong or medium ones", answer.number)
    if answer.question == "strongest":
        return shown, ngettext("strong relationship", "strong relationships", answer.number)
    lost = answer.counts["lost"]
    return f"+{shown}", ngettext("tie, {lost} lost", "ties, {lost} lost", answer.number).format(
        lost=number(lost)
    )


def finding(answer: Answer, scope: Known) -> str:
    """What the answer comes to."""
    return _FINDINGS[answer.question](answer, scope)


def list_caption(answer: Answer, scope: Known, shown: int, found: int, searched: bool) -> str:
    """What the list holds, and how many of how many it shows."""
    what = {
        "single_coach": _("Employers with a single coach."),
        "leaving": _("Employers without a coach if {names} left."),
        "cooling": _("Strong and medium relationships that have cooled."),
        "strongest": _("Strong relationships."),
        "changed": _changes_listed(answer.kind),
        "shared": _("Employers with a living tie to several coaches."),
        "stepping": _("Employers from which clients went on to a job elsewhere, and whom to ask about it."),
        "concentrated": _("The largest by placements started {period}."),
    }[answer.question].format(
        names=_who(answer, scope),
        since=day(answer.since) if answer.since else "",
        period=more.in_words(answer.period),
    )
    rows = _("{shown} of {n} shown.").format(shown=number(shown), n=number(found))
    if searched:
        rows = _("{shown} of {n} that match the search are shown.").format(
            shown=number(shown), n=number(found)
        )
    return f"{what} {rows}"


def change_word(kind: str) -> str:
    """What became of a tie, in a word."""
    return {"new": _("New"), "revived": _("Revived"), "lost": _("Lost"), "kept": _("Kept")}[kind]


def change_choice(kind: str) -> str:
    """The name of what the list of changes can be narrowed to."""
    return {
        "changed": _("All changes"),
        "new": _("New ties"),
        "revived": _("Revived ties"),
        "lost": _("Lost ties"),
        "kept": _("Kept ties"),
        "all": _("All four kinds"),
    }[kind]


def _changes_listed(kind: str) -> str:
    return {
        "new": _("Ties that are new since {since}."),
        "revived": _("Ties that have been revived since {since}."),
        "lost": _("Ties that have been lost since {since}."),
        "kept": _("Ties that were living on {since} and are living now."),
        "all": _("Ties that are new, revived, lost or kept since {since}."),
    }.get(kind) or _("Ties that are new, revived or lost since {since}.")


def resilience_finding(steps: Sequence[Step], scope: Known) -> str:
    """What the resilience curve says first."""
    if not steps:
        return _("There is no living tie, so there is nothing that can break.")
    first = scope.name_of(steps[1].coach_id)
    if len(steps) == 2:
        return _("**Everything hangs on {name}**: no one else has a living tie.").format(name=first)
    one = _("Without {name}, **{share}** keep a coach").format(name=first, share=share_in_words(steps[1]))
    if len(steps) == 3:
        return one + "."
    return _("{one}, without two **{share}**.").format(one=one, share=share_in_words(steps[2]))


def share_in_words(step: Step) -> str:
    """The share in whole per cent; never 100 or 0 when it is only nearly so."""
    if 0 < step.kept < step.of:
        return percent(min(max(step.share, 0.01), 0.99))
    return percent(step.share)


def _who(answer: Answer, scope: Known) -> str:
    names = [scope.name_of(coach) for coach in answer.coaches]
    if len(names) <= SHORT_LIST:
        return listed(names)
    return ngettext("{n} coach", "{n} coaches", len(names)).format(n=number(len(names)))


def _strong_part(answer: Answer) -> str:
    if answer.strong == 0:
        return _("None of them is a strong relationship.")
    return ngettext(
        "{n} of them is a strong relationship.", "{n} of them are strong relationships.", answer.strong
    ).format(n=number(answer.strong))


def _single_coach(answer: Answer, scope: Known) -> str:
    if answer.of == 0:
        return _("**No employer has a living tie** to anyone on this day.")
    if answer.number == 0:
        return _("**No employer hangs on a single coach**: all {of} are known by at least two.").format(
            of=number(answer.of)
        )
    coach = scope.name_of(answer.coaches[0])
    if answer.number == 1:
        return _("**1 of {of} employers hangs on a single coach**: only {coach} knows {name}.").format(
            of=number(answer.of), coach=coach, name=answer.names[0]
        )
    said = _("**{n} of {of} employers hang on a single coach.**").format(
        n=number(answer.number), of=number(answer.of)
    )
    if answer.counts["coaches"] == 1:
        return _("{said} All of them hang on {coach}. {strong}").format(
            said=said, coach=coach, strong=_strong_part(answer)
        )
    return _("{said} {strong} Most hang on {coach}: {most}.").format(
        said=said, strong=_strong_part(answer), coach=coach, most=number(answer.counts["most"])
    )


def _leaving(answer: Answer, scope: Known) -> str:
    if not answer.coaches:
        return _("No coach works on this day, so nobody can leave.")
    who = listed([scope.name_of(coach) for coach in answer.coaches])
    many = len(answer.coaches)
    if answer.of == 0:
        said = ngettext(
            "**{names} has no living tie**, so no employer loses its coach.",
            "**{names} have no living tie**, so no employer loses its coach.",
            many,
        ).format(names=who)
    elif answer.number == 0:
        said = ngettext(
            "**No employer would be without a coach if {names} left**: the only one is known by others.",
            "**No employer would be without a coach if {names} left**: all {of} are known by others.",
            answer.of,
        ).format(names=who, of=number(answer.of))
    else:
        said = _("**{n} of {of} employers would be without a coach** if {names} left.").format(
            n=number(answer.number), of=number(answer.of), names=who
        )
        said = f"{said} {_strong_part(answer)}"
    return f"{said} {_to_hand_over(answer)}"


def _to_hand_over(answer: Answer) -> str:
    placements, follow_ups = answer.counts["placements"], answer.counts["follow_ups"]
    if not placements and not follow_ups:
        return _("No placement or follow-up needs anyone new.")
    parts = []
    if placements:
        parts.append(ngettext("{n} placement", "{n} placements", placements).format(n=number(placements)))
    if follow_ups:
        parts.append(
            ngettext("{n} due follow-up", "{n} due follow-ups", follow_ups).format(n=number(follow_ups))
        )
    return ngettext("{what} needs someone new.", "{what} need someone new.", placements + follow_ups).format(
        what=listed(parts)
    )


def _cooling(answer: Answer, _scope: Known) -> str:
    if answer.of == 0:
        return _("There is no strong or medium relationship yet that could cool.")
    if answer.number == 0:
        return ngettext(
            "**The only strong or medium relationship is warm.**",
            "**None of the {of} strong or medium relationships has cooled.**",
            answer.of,
        ).format(of=number(answer.of))
    said = ngettext(
        "**{n} of {of} strong or medium relationships has cooled.**",
        "**{n} of {of} strong or medium relationships have cooled.**",
        answer.number,
    ).format(n=number(answer.number), of=number(answer.of))
    dormant = answer.counts["dormant"]
    resting = ngettext("{n} of them is dormant.", "{n} of them are dormant.", dormant).format(
        n=number(dormant)
    )
    silent = _("Longest silent: {name}, since {day}.").format(
        name=answer.names[0], day=day(answer.since) if answer.since else ""
    )
    return " ".join([said, *([resting] if dormant else []), silent])


def _strongest(answer: Answer, _scope: Known) -> str:
    if answer.of == 0:
        return _("**No employer has been in touch yet**, so no relationship has any strength.")
    if answer.number == 0:
        return _("**No relationship is strong yet.** {name} comes nearest, with {n} of 100.").format(
            name=answer.names[0], n=number(answer.counts["top"])
        )
    said = ngettext(
        "**{n} of {of} relationships is strong**", "**{n} of {of} relationships are strong**", answer.number
    ).format(n=number(answer.number), of=number(answer.of))
    if answer.number == 1:
        return f"{said}: {answer.names[0]}."
    return _("{said}, {names} first.").format(said=said, names=listed(answer.names))


def _changed(answer: Answer, _scope: Known) -> str:
    counts = answer.counts
    since = day(answer.since) if answer.since else ""
    new, revived, lost, kept = (counts[kind] for kind in ("new", "revived", "lost", "kept"))
    if not any(counts.values()):
        return _("There was no living tie on {since} and there is none now.").format(since=since)
    held = ngettext("{n} has been kept.", "{n} have been kept.", kept).format(n=number(kept))
    if not new + revived + lost:
        return _("**No tie has changed since {since}.** {held}").format(since=since, held=held)
    parts = []
    if new:
        parts.append(ngettext("{n} new tie", "{n} new ties", new).format(n=number(new)))
    if revived:
        parts.append(ngettext("{n} revived", "{n} revived ones", revived).format(n=number(revived)))
    if lost:
        parts.append(ngettext("{n} lost", "{n} lost ones", lost).format(n=number(lost)))
    return _("**{parts} since {since}.** {held}").format(parts=listed(parts), since=since, held=held)


_FINDINGS: Mapping[str, Callable[[Answer, Known], str]] = {
    "single_coach": _single_coach,
    "leaving": _leaving,
    "cooling": _cooling,
    "strongest": _strongest,
    "changed": _changed,
    "shared": more.shared,
    "stepping": more.stepping,
    "concentrated": more.concentrated,
}
