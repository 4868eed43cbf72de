"""What the network page says of the questions about placements, and of who is known by several."""

from dashboard.analysis.concentration import LARGEST
from dashboard.analysis.stepping_stones import WITHIN
from dashboard.domain.period import Period
from dashboard.i18n import _, day, ngettext, number, percent
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_scope import Known


def shared(answer: Answer, scope: Known) -> str:
    """Who is known by several of us."""
    if answer.of == 0:
        return _("**No employer has a living tie** to anyone on this day.")
    if answer.number == 0:
        return ngettext(
            "**No employer is known by several of us**: the only one with a tie hangs on a single coach.",
            "**No employer is known by several of us**: all {of} hang on a single coach each.",
            answer.of,
        ).format(of=number(answer.of))
    if answer.number == 1:
        coaches = scope.coaches_of(answer.employers[:1]).get(answer.employers[0], ())
        return _("**1 of {of} employers is known by several of us**: {name}, by {coaches}.").format(
            of=number(answer.of), name=answer.names[0], coaches=listed(coaches)
        )
    said = _("**{n} of {of} employers are known by several of us.**").format(
        n=number(answer.number), of=number(answer.of)
    )
    return _("{said} Most of us know {name}: {most} coaches.").format(
        said=said, name=answer.names[0], most=number(answer.counts["most"])
    )


def stepping(answer: Answer, _scope: Known) -> str:
    """Which employers lead on to jobs elsewhere."""
    if answer.of == 0:
        return _("No client's placement is over yet, so none can have led on to a job elsewhere.")
    if answer.number == 0:
        return ngettext(
            "**No employer has led on to a job elsewhere.** No client from the only one where a placement is "
            "over got a job at another within {days} days.",
            "**No employer has led on to a job elsewhere.** No client from the {of} where a placement is "
            "over got a job at another within {days} days.",
            answer.of,
        ).format(of=number(answer.of), days=number(WITHIN))
    said = ngettext(
        "**{n} of {of} employers has led on to a job elsewhere.**",
        "**{n} of {of} employers have led on to a job elsewhere.**",
        answer.number,
    ).format(n=number(answer.number), of=number(answer.of))
    first = _("From {name}, {went_on} of {placed} clients got a job at another within {days} days.").format(
        name=answer.names[0],
        went_on=number(answer.counts["went_on"]),
        placed=number(answer.counts["placed"]),
        days=number(WITHIN),
    )
    return f"{said} {first}"


def concentrated(answer: Answer, _scope: Known) -> str:
    """Where the placements gather."""
    if answer.of == 0:
        return _("No placement started {period}, so there is nothing to be concentrated.").format(
            period=in_words(answer.period)
        )
    employers = answer.counts["employers"]
    if employers == 1:
        said = ngettext(
            "**The only placement of the period is at {name}.**",
            "**All {of} placements of the period are at {name}.**",
            answer.of,
        ).format(of=number(answer.of), name=answer.names[0])
    elif employers <= LARGEST:
        said = _("**The period's {of} placements are at {n} employers.**").format(
            of=number(answer.of), n=number(employers)
        )
    else:
        said = _("**{n} of {of} placements of the period ({share}) are at the five largest.**").format(
            n=number(answer.number), of=number(answer.of), share=percent(answer.number / answer.of)
        )
    return " ".join([said, *_how_even(answer), *_gone(answer)])


def _how_even(answer: Answer) -> list[str]:
    if answer.counts["employers"] == 1:
        return []
    most = _("Most at {name}: {most}.").format(name=answer.names[0], most=number(answer.counts["most"]))
    even = _("It is as concentrated as {equal} equal employers.").format(equal=number(answer.equal, 1))
    return [most, even] if answer.counts["most"] > 1 else [even]


def _gone(answer: Answer) -> list[str]:
    gone = answer.counts["gone"]
    if not gone:
        return []
    return [
        ngettext(
            "{n} of the largest is no longer active and stands neither in the picture nor in the list.",
            "{n} of the largest are no longer active and stand neither in the picture nor in the list.",
            gone,
        ).format(n=number(gone))
    ]


def in_words(period: Period | None) -> str:
    """From the first to the last day."""
    if period is None:
        return ""
    return _("{first} to {last}").format(first=day(period.first), last=day(period.last))


def concentrated_tile(answer: Answer) -> tuple[str, str]:
    """The share of the five largest; how many employers when they are no more than that."""
    employers = answer.counts["employers"]
    if employers <= LARGEST:
        return number(employers), ngettext("employer in all", "employers in all", employers)
    return percent(answer.number / answer.of), _("at the five largest")
