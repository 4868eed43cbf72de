"""What each card of Metod och mål says before it draws anything."""

from dashboard.analysis.answers import Answers
from dashboard.analysis.fidelity import HIGHEST, Item
from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import Rated
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.method_ground import MethodGround
from dashboard.reports.outcome_words import changed
from dashboard.reports.sentences_employers import item_name
from dashboard.reports.sentences_work import client_ratings, employer_ratings
from dashboard.reports.telling import FEW, listed
from dashboard.words import word

WIDE_FROM, NARROW_TO = 4, 2
"""Points from which the employments are well spread, and up to which few employers have them."""
FEWEST_TRIALS = 5
"""A group with fewer trials is not named as one that did not answer."""


def check_finding(items: tuple[Item, ...]) -> str:
    """How many items have many points, and which has the fewest."""
    known = [item for item in items if item.score is not None]
    if not known:
        return _("**There is too little to go on** for every item.")
    lacking = len(items) - len(known)
    rest = ngettext("{n} item cannot be worked out.", "{n} items cannot be worked out.", lacking).format(
        n=number(lacking)
    )
    return f"{_ranked(known)} {rest}" if lacking else _ranked(known)


def _ranked(known: list[Item]) -> str:
    lowest = min(item.score or 0 for item in known)
    if lowest == HIGHEST:
        return ngettext(
            "**Full points** in the {n} item that can be worked out.",
            "**Full points** in the {n} items that can be worked out.",
            len(known),
        ).format(n=number(len(known)))
    good = sum((item.score or 0) >= WIDE_FROM for item in known)
    names = listed(item_name(item.item) for item in known if item.score == lowest)
    return _("**{good} of {n} items have 4 or 5 points.** The fewest, {score}: {names}.").format(
        good=number(good), n=number(len(known)), score=number(lowest), names=names
    )


def target_finding(ground: MethodGround) -> str:
    """The same of both in one, for where there is a single paragraph."""
    return " ".join(target_findings(ground))


def target_findings(ground: MethodGround) -> tuple[str, str]:
    """What clients and employers thought, whether each target is reached, and whether it has changed."""
    found, before = ground.ratings, ground.ratings_before
    return (
        " ".join([*client_ratings(found.client), *_changed(found.client, before.client)]),
        " ".join([*employer_ratings(found.employer), *_changed(found.employer, before.employer)]),
    )


def _changed(rated: Rated, before: Rated) -> list[str]:
    share = rated.judgement.share
    return [] if share.of < FEW else [changed(share, before.judgement.share)]


def unanswered_finding(answers: tuple[Answers, ...]) -> str:
    """Which group answered least, of those with some trials."""
    if not answers:
        return _("No trial ended in the period.")
    large = [one for one in answers if one.client.of >= FEWEST_TRIALS]
    if not large:
        return _("**Too few trials ended** to say whom the answers leave out.")
    least = min(large, key=lambda one: (one.client.share or 0.0, -one.client.of))
    if least.client.share == 1:
        return _("**Every client answered**, in each group with at least {n} trials.").format(n=FEWEST_TRIALS)
    return _("**Least represented: {group}.** {k} of {n} clients there answered ({share}).").format(
        group=group_name(least).lower(),
        k=number(least.client.n),
        n=number(least.client.of),
        share=percent(least.client.share or 0.0),
    )


def group_name(one: Answers) -> str:
    """A group of trials, by how they ended or by the client's gender."""
    if one.group == "unknown":
        return _("Outcome not known") if one.by == "outcome" else _("Gender not known")
    return word(one.by, one.group)


def ends_finding(spread: Item, strong: Share) -> str:
    """How spread the employments are over employers, and how many relationships are strong."""
    if spread.score is None and not strong.of:
        return _("**There is too little to go on**: no employment started, and there is no relationship.")
    return " ".join([_spread(spread), _strong(strong)])


def _spread(item: Item) -> str:
    if item.score is None or item.value is None:
        return _("No employment started in the period, so there is no spread to see.")
    if item.score >= WIDE_FROM:
        text = _("**The employments are spread**: {n} went to {k} employers.")
    elif item.score <= NARROW_TO:
        text = _("**The employments are gathered** with few employers: {n} went to {k}.")
    else:
        text = _("**The spread is in between**: {n} employments went to {k} employers.")
    return text.format(n=number(item.n), k=number(round(item.value * item.n)))


def _strong(strong: Share) -> str:
    if not strong.of:
        return _("There is no relationship yet.")
    if not strong.n:
        return _("None of the {n} relationships is strong.").format(n=number(strong.of))
    return _("{k} of {n} relationships are strong ({share}).").format(
        k=number(strong.n), n=number(strong.of), share=percent(strong.share or 0.0)
    )


def benchmark_finding(ground: MethodGround) -> str:
    """The unit's own figure, to be held beside those of the studies."""
    own = ground.cohort.shares["18"]
    if own is None:
        return _("**There is too little to go on**: nobody was enrolled 18 months ago or earlier.")
    return ngettext(
        "**{share} got a job within 18 months** of enrolment; {n} client is followed.",
        "**{share} got a job within 18 months** of enrolment; {n} clients are followed.",
        ground.cohort.clients,
    ).format(share=percent(own), n=number(ground.cohort.clients))
