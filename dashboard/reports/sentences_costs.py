"""What the report says about cost and benefit: what it comes to, when it turns, and what is missing."""

from collections.abc import Iterable, Iterator

from dashboard.analysis.cost_benefit import Balance, additionality, assumed_values
from dashboard.analysis.cost_lines import ACTORS, SOCIETY
from dashboard.analysis.cost_years import OverYears
from dashboard.domain.assumption_catalogue import ASSUMED
from dashboard.i18n import _, ngettext, number
from dashboard.reports.costs import Costs
from dashboard.reports.rounding import kronor, months, part
from dashboard.reports.telling import listed, missing
from dashboard.reports.whole_report import WholeReport
from dashboard.words import word

MOST_NAMED = 5
"""Examples that are named; with more of them it is their number that tells."""


def cost_benefit(report: WholeReport) -> Iterator[str]:
    """What it comes to for society, when it turns, for whom, and what the answer hangs on."""
    found = report.supplement.costs
    yield observed_told(found)
    judged = found.society
    if judged.balance is None:
        yield missing_told(judged.missing)
        yield _("Set them with: brygga assumptions set")
        return
    yield society_told(judged.balance)
    yield turn_told(found, judged.balance)
    yield from actors_told(found)
    yield from years_told(found)
    yield from matters_told(found)
    if examples := found.examples(SOCIETY):
        yield built_on_examples(examples)


def observed_told(found: Costs) -> str:
    """What is known whatever is assumed: the months in work."""
    return _("Months in work in the period: {n}.").format(n=months(found.observed.person_months))


def society_told(balance: Balance) -> str:
    """What it comes to for society."""
    return _("For society: benefit {benefit}, cost {cost}, net {net}.").format(
        benefit=kronor(balance.benefit), cost=kronor(balance.cost), net=kronor(balance.net)
    )


def matters_told(found: Costs) -> Iterator[str]:
    """The assumption that moves the result the most; nothing when none does."""
    if found.tornado and found.tornado[0].swing:
        bar = found.tornado[0]
        yield _("What matters most: {name} (net {low} to {high}).").format(
            name=meanings([bar.name]),
            low=kronor(min(bar.at_low, bar.at_high)),
            high=kronor(max(bar.at_low, bar.at_high)),
        )


def turn_told(found: Costs, balance: Balance) -> str:
    """When the result turns, in one sentence."""
    turn, now = balance.turn, additionality(assumed_values(found.assumptions))
    if not balance.cost:
        return _("Nothing turns it: the unit is said to cost nothing.")
    if balance.worth <= 0:
        return _("Nothing turns it: a month in work is said to be worth nothing.")
    if turn.additionality is None:
        return _("Nobody was in work in the period, so nothing weighs against the cost.")
    told = {"turn": part(turn.additionality), "now": part(now)}
    if balance.net >= 0:
        sentence = _(
            "It turns to a loss if less than {turn} of the work is owed to the support; assumed is {now}."
        )
        return sentence.format(**told)
    if turn.months is None:
        sentence = _(
            "It turns to a gain if more than {turn} of the work is owed to the support; assumed is {now}."
        )
        return sentence.format(**told)
    told["months"] = months(turn.months)
    if turn.additionality > 1:
        return _(
            "It would be a loss even if all of the work were owed to the support; where {now} is, as "
            "assumed, it turns to a gain at {months} months in work."
        ).format(**told)
    return _(
        "It turns to a gain if more than {turn} of the work is owed to the support (assumed is {now}), "
        "or at {months} months in work."
    ).format(**told)


def missing_told(names: Iterable[str]) -> str:
    """That there is too little to go on, and which assumptions are missing."""
    return _("Too little to go on; still empty: {names}.").format(names=meanings(names))


def built_on_examples(names: Iterable[str]) -> str:
    """Which assumptions are only examples, or how many when they are many; empty when none is."""
    named = tuple(names)
    if len(named) > MOST_NAMED:
        many = _("{n} of the assumptions are only examples, not set by the unit.")
        return many.format(n=number(len(named)))
    told = meanings(named)
    return _("Only examples, not set by the unit: {names}.").format(names=told) if told else ""


def meanings(names: Iterable[str]) -> str:
    """What some assumptions are, in a row."""
    texts = [ASSUMED[name].meaning for name in names]
    return listed(_(text) for text in texts)


def actors_told(found: Costs) -> Iterator[str]:
    """The net of each actor that can be told, and which cannot."""
    known = [
        f"{word('actor', actor)} {kronor(balance.net)}"
        for actor in ACTORS
        if (balance := found.period[actor].balance) is not None
    ]
    if known:
        yield _("By actor, transfers included: {nets}.").format(nets=listed(known))
    unknown = [word("actor", actor) for actor in ACTORS if found.period[actor].balance is None]
    if unknown:
        yield _("For these, {missing}: {names}.").format(missing=missing(), names=listed(unknown))


def years_told(found: Costs) -> Iterator[str]:
    """What it comes to over years, and when it is paid back."""
    years: OverYears | None = found.years[SOCIETY]
    if years is None:
        yield _("Over years: {missing}.").format(missing=missing())
        return
    yield ngettext(
        "Over {n} month, as far as retention is known, the employments begun in the period give society "
        "{benefit}; net {net}.",
        "Over {n} months, as far as retention is known, the employments begun in the period give society "
        "{benefit}; net {net}.",
        years.months,
    ).format(n=number(years.months), benefit=kronor(years.benefit), net=kronor(years.net))
    if years.paid_back is not None:
        yield _("The cost is paid back in month {n}.").format(n=number(years.paid_back))
    elif years.cost:
        yield _("The cost is not paid back within them.")
