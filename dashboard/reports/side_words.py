"""What groups side by side say, in a sentence for each way that it can turn out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.analysis.several import Verdict, comparisons
from dashboard.i18n import N_, _, ngettext, number
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.telling import FEW

MOST_TOLD = 3
"""Groups that a sentence names."""


@dataclass(frozen=True, slots=True)
class Told:
    """One group as a sentence needs it.

    Attributes:
        name: the group's.
        size: what its figure rests on: clients, trials, follow-ups …
        own: its figure in words.
        others: the figure of all other groups together, in words.
        verdict: how the two stand to each other.
    """

    name: str
    size: int
    own: str
    others: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Phrases:
    """How a difference is said, as English msgids with `{name}`, `{own}` and `{others}`."""

    higher: str
    lower: str


OF_SHARES = Phrases(
    N_("**{name}** is higher than the others together ({own} against {others})."),
    N_("**{name}** is lower than the others together ({own} against {others})."),
)
OF_DAYS = Phrases(
    N_("In **{name}** it takes longer than in the others together (half within {own}, against {others})."),
    N_("In **{name}** it goes faster than in the others together (half within {own}, against {others})."),
)


def compared_in_words(rows: Sequence[Told], whole: str, phrases: Phrases = OF_SHARES) -> str:
    """Which groups differ from the others by more than chance; or why nothing can be said.

    Args:
        rows: every group.
        whole: the figure of all together, in words.
        phrases: how a difference is said.
    """
    held = [row for row in rows if row.size]
    if not held:
        return _("There is nothing to set side by side.")
    if len(held) == 1:
        return _("Only {name} has anything to show: {whole}. There is nothing to set it beside.").format(
            name=held[0].name, whole=held[0].own
        )
    able = [row for row in held if row.verdict != "few"]
    together = _("All together: {whole}.").format(whole=whole)
    if not able:
        return _("**Too few to compare.** {together}").format(together=together)
    apart = apart_in(rows)
    if not apart:
        alike = ngettext(
            "**No difference greater than chance** for the {n} that is large enough to compare. {together}",
            "**No differences greater than chance** between the {n} that are large enough to compare. "
            "{together}",
            len(able),
        )
        return alike.format(n=number(len(able)), together=together)
    return " ".join([*said_of(apart, phrases), together])


def apart_in(rows: Sequence[Told]) -> list[Told]:
    """The groups that differ; of two that are all there is, what is said of one is said of the other."""
    worth_saying = {"higher"} if sum(row.size > 0 for row in rows) == 2 else {"higher", "lower"}
    return [row for row in rows if row.verdict in worth_saying]


def said_of(apart: Sequence[Told], phrases: Phrases = OF_SHARES) -> list[str]:
    """A sentence for each of the first groups that differ, and how many more do."""
    return [*(_said(row, phrases) for row in apart[:MOST_TOLD]), *_more(len(apart))]


def how_compared(rows: Sequence[Told], pictures: int = 1) -> tuple[str, ...]:
    """How the groups were compared, and which are too small for it: what stands under the pictures."""
    held = [row for row in rows if row.size]
    able = [row for row in held if row.verdict != "few"]
    small = [row.name for row in held if row.verdict == "few"]
    notes = []
    if able:
        notes.append(_how(pictures * comparisons(len(able), len(held) - len(able))))
    if small and able:
        notes.append(_("Too few to compare: {names}.").format(names=_some(small)))
    return tuple(notes)


def _how(count: int) -> str:
    """Of many some stick out by chance alone: that is said beside every comparison."""
    return ngettext(
        "Each line is a 95% interval. One comparison is made, at a risk of 5%.",
        "Each line is a 95% interval. Of many some stick out by chance alone, so the {n} comparisons with "
        "the others together share a risk of 5%.",
        count,
    ).format(n=number(count))


def _said(row: Told, phrases: Phrases) -> str:
    sentence = phrases.higher if row.verdict == "higher" else phrases.lower
    return _(sentence).format(name=row.name, own=row.own, others=row.others)


def _more(count: int) -> list[str]:
    more = count - MOST_TOLD
    if more < 1:
        return []
    said = ngettext("{n} more differs.", "{n} more differ.", more)
    return [said.format(n=number(more))]


def _some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    if len(names) <= MOST_TOLD + 1:
        return listed(names)
    more = len(names) - MOST_TOLD
    tail = ngettext("{n} more", "{n} more", more).format(n=number(more))
    return listed([*names[:MOST_TOLD], tail])


VERDICTS: Mapping[Verdict, str] = {
    "higher": N_("over the others"),
    "lower": N_("under the others"),
    "alike": "",
    "few": "",
}
"""What is said of a group on its own row."""
FEWEST = FEW
"""A group is compared from so many."""
