"""What the network's health says in words: the whole, and each number with what it was."""

from collections.abc import Mapping

from dashboard.analysis.intervals import Share
from dashboard.i18n import _, day, ngettext, number, percent
from dashboard.reports.comparison import Compared
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.network_health import Health, effect
from dashboard.reports.telling import limits_told, missing


def health_finding(found: Health) -> str:
    """Healthier, weaker, or cannot tell: and which shares say so."""
    before = day(found.before)
    if found.verdict == "nothing":
        return _("There is no employer to say anything about.")
    better, worse = (
        listed([_moved(each) for each in found.shares if effect(each) == kind])
        for kind in ("better", "worse")
    )
    if found.verdict == "cannot_tell":
        return _(
            "**Cannot tell whether the network is healthier or weaker** than on {day}: no share has "
            "certainly changed."
        ).format(day=before)
    if found.verdict == "mixed":
        return _("**The network pulls both ways** since {day}. Healthier: {better}. Weaker: {worse}.").format(
            day=before, better=better, worse=worse
        )
    if found.verdict == "healthier":
        return _("**The network is healthier** than on {day}: {better}.").format(day=before, better=better)
    return _("**The network is weaker** than on {day}: {worse}.").format(day=before, worse=worse)


def share_name(key: str) -> str:
    """What a share is called on the card."""
    return {
        "questions.tied": _("Have a living tie"),
        "questions.strongest": _("Strong relationships"),
        "questions.single_coach": _("Hang on a single coach"),
        "resilience.kept": _("Stand if one coach leaves"),
        "questions.cooling": _("Have cooled"),
        "health.hosted": _("Have hosted someone"),
    }[key]


def share_sentence(key: str, share: Share, coach: str) -> str:
    """A share as so many of so many."""
    if not share.of:
        return missing()
    said = {
        "questions.tied": _("{n} of {of} employers have a living tie."),
        "questions.strongest": _("{n} of {of} relationships are strong."),
        "questions.single_coach": _("{n} of {of} employers with a living tie hang on a single coach."),
        "resilience.kept": _("{n} of {of} employers keep a living tie if {coach} leaves."),
        "questions.cooling": _("{n} of {of} strong or medium relationships are cooling or dormant."),
        "health.hosted": _("{n} of {of} employers have hosted a trial or hired."),
    }[key]
    return said.format(n=number(share.n), of=number(share.of), coach=coach)


def share_words(share: Share) -> str:
    """A share as per cent; a dash when there is nothing to be a share of."""
    return "–" if share.share is None else percent(share.share)


def interval_words(share: Share) -> str:
    """Its limits; empty when there are none."""
    return "" if share.interval is None else _("uncertain: {limits}").format(limits=limits(share))


def limits(share: Share) -> str:
    """The limits alone: `36–82 %`."""
    return limits_told(list(share.interval)) if share.interval else "–"


def change_words(compared: Compared) -> str:
    """What a share has done since the earlier day."""
    if compared.before.share is None:
        return _("nothing to compare with")
    kind, before = effect(compared), share_words(compared.before)
    return {
        "better": _("healthier, from {share}"),
        "worse": _("weaker, from {share}"),
        "unsure": _("no certain change from {share}"),
    }[kind].format(share=before)


def sentence_of_change(compared: Compared) -> str:
    """The same as a sentence of its own."""
    said = change_words(compared)
    return f"{said[:1].upper()}{said[1:]}."


def ties_sentence(found: Health) -> str:
    """How many ties live, have come and gone."""
    count = int(found.ties.after or 0)
    said = ngettext(
        "{n} tie between coach and employer lives.", "{n} ties between coach and employer live.", count
    )
    gained = ngettext("{n} new or revived", "{n} new or revived", found.gained)
    lost = ngettext("{n} lost since {day}.", "{n} lost since {day}.", found.lost)
    moves = (
        f"{gained.format(n=number(found.gained))}, {lost.format(n=number(found.lost), day=day(found.before))}"
    )
    return f"{said.format(n=number(count))} {moves}"


def equal_sentence(found: Health) -> str:
    """How spread the placements of the year are."""
    if found.equal is None or found.equal.after is None:
        return _("No placement started in the year, so there is nothing to spread.")
    now = _("The year's placements are as spread as over {n} equally large employers.").format(
        n=number(found.equal.after, 1)
    )
    if found.equal.before is None:
        return now
    was = _("{n} on {day}.").format(n=number(found.equal.before, 1), day=day(found.before))
    return f"{now} {was}"


def difference_words(value: float | None, decimals: int = 0) -> str:
    """A difference with its sign: `+14`, `−3`, `±0`."""
    if value is None:
        return "–"
    rounded = round(value, decimals)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else "±"
    return f"{sign}{number(abs(rounded), decimals)}"


def points_words(compared: Compared) -> str:
    """The difference of two shares in percentage points, with its limits."""
    if compared.difference is None or compared.interval is None:
        return missing()
    low, high = (difference_words(100 * limit) for limit in compared.interval)
    return _("{points} points (uncertain: {low} to {high})").format(
        points=difference_words(100 * compared.difference), low=low, high=high
    )


def _moved(compared: Compared) -> str:
    more = (compared.difference or 0) > 0
    return (_more() if more else _less())[compared.path].format(
        before=share_words(compared.before), after=share_words(compared.after)
    )


def _more() -> Mapping[str, str]:
    return {
        "questions.tied": _("more have a living tie ({before} → {after})"),
        "questions.strongest": _("more relationships are strong ({before} → {after})"),
        "questions.single_coach": _("more hang on a single coach ({before} → {after})"),
        "resilience.kept": _("more would stand if one coach left ({before} → {after})"),
        "questions.cooling": _("more have cooled ({before} → {after})"),
        "health.hosted": _("more have hosted someone ({before} → {after})"),
    }


def _less() -> Mapping[str, str]:
    return {
        "questions.tied": _("fewer have a living tie ({before} → {after})"),
        "questions.strongest": _("fewer relationships are strong ({before} → {after})"),
        "questions.single_coach": _("fewer hang on a single coach ({before} → {after})"),
        "resilience.kept": _("fewer would stand if one coach left ({before} → {after})"),
        "questions.cooling": _("fewer have cooled ({before} → {after})"),
        "health.hosted": _("fewer have hosted someone ({before} → {after})"),
    }
