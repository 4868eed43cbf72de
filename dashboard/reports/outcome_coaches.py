"""The card of the trials by coach: for those who work in the unit, and in nothing that leaves it.

Nobody is ranked: coaches stand by name, and the sentence, which names none, says what the intervals allow.
"""

from collections.abc import Sequence

from dashboard.analysis.intervals import Share
from dashboard.analysis.several import compare_shares, pooled
from dashboard.i18n import _, ngettext, number, sort_key
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_grouped import Grouped, grouped
from dashboard.reports.outcome_parts import OutcomeCard
from dashboard.reports.outcome_split import trials_by
from dashboard.reports.outcome_words import share_finding
from dashboard.reports.state import UNKNOWN
from dashboard.reports.telling import FEW

KEY = "coaches"


def coaches(ground: OutcomeGround) -> OutcomeCard:
    """What each coach's completed trials led to, in the order of their names."""
    frame = ground.basis.scope.coded.world.coaches
    names = {**dict(zip(frame["coach_id"], frame["name"], strict=True)), UNKNOWN: _("Not known")}
    found = trials_by(ground.basis, ground.wanted, "coach")
    by_name = dict(sorted(found.items(), key=lambda row: (row[0] == UNKNOWN, sort_key(names[row[0]]))))
    return grouped(
        ground,
        Grouped(
            key=KEY,
            by="coach",
            header=_("Coach"),
            finding=coaches_finding(
                [numbers.success for key, numbers in by_name.items() if key != UNKNOWN and numbers.success.of]
            ),
            names=names,
            measures=("outcomes.by_coach",),
            notes=(
                _(
                    "By name and not by result. Clients and employers differ between coaches, so this is no "
                    "measure of who works well. For those who work in the unit: it is never published."
                ),
            ),
        ),
        by_name,
    )


def coaches_finding(shares: Sequence[Share]) -> str:
    """Whether the intervals allow to say that anybody's share differs from the others'.

    Args:
        shares: of trials that led to work or studies, one for each coach who has some with an outcome.
    """
    if not shares:
        return _("No trial with a recorded outcome ended in the period.")
    together = share_finding(_("All together {share} led to work or studies."), pooled(shares))
    if len(shares) == 1:
        alone = _("Only one coach has trials with a recorded outcome.")
        return f"{alone} {together}"
    verdicts = compare_shares(shares, FEW)
    able = [verdict for verdict in verdicts if verdict != "few"]
    apart = sum(verdict != "alike" for verdict in able)
    if not able:
        said = _("**Too few to compare**: no coach has {n} trials or more beside the others.")
        return f"{said.format(n=number(FEW))} {together}"
    return f"{_apart(apart, len(able))} {together}"


def _apart(apart: int, able: int) -> str:
    if not apart:
        return ngettext(
            "**It cannot be told whether coaches differ**: only {n} has enough trials to be held beside the "
            "others.",
            "**It cannot be told whether coaches differ**: what the {n} with enough trials differ by may be "
            "chance.",
            able,
        ).format(n=number(able))
    return ngettext(
        "**{n} of {of} coaches** with enough trials has a share that differs from the others' by more than "
        "chance.",
        "**{n} of {of} coaches** with enough trials have shares that differ from the others' by more than "
        "chance.",
        apart,
    ).format(n=number(apart), of=number(able))
