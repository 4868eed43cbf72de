"""The card of women and men, side by side."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.by_gender import SEXES, by_gender
from dashboard.analysis.equality import non_traditional
from dashboard.analysis.intervals import Share
from dashboard.i18n import N_, _
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import (
    Column,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    earlier_columns,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_split import trials_by
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import before_told, compared, was
from dashboard.reports.report_input import women_by_occupation

_NAMES = {"woman": N_("Women"), "man": N_("Men")}
_TITLES = {
    "work": N_("Got work, of those served"),
    "studies": N_("Began to study, of those served"),
    "trials": N_("Trials that led to work or studies"),
    "against": N_("Placements against the usual"),
}


def equality(ground: OutcomeGround) -> OutcomeCard:
    """Each outcome for women and for men, and placements where their own sex is rare."""
    found, before = _shares(ground.basis), _shares(ground.before)
    women, men = (found["work"][sex] for sex in SEXES)
    return OutcomeCard(
        key="equality",
        title=title_of("equality"),
        finding=_work_of(women, men),
        panels=tuple(
            Panel(
                _(_TITLES[what]),
                shares=tuple(ShareRow(_(_NAMES[sex]), shares[sex], was(before[what][sex])) for sex in SEXES),
            )
            for what, shares in found.items()
        ),
        columns=(Column(_("Figure")), *share_columns(), *earlier_columns()),
        rows=tuple(
            TableRow(
                (
                    f"{_(_TITLES[what])}: {_(_NAMES[sex])}",
                    *share_cells(shares[sex]),
                    *share_cells(before[what][sex])[:3],
                ),
                f"equality.non_traditional.{sex}" if what == "against" else "",
            )
            for what, shares in found.items()
            for sex in SEXES
        ),
        measures=("outcomes.by_gender", "equality.non_traditional.woman", "equality.non_traditional.man"),
        notes=(
            before_told(),
            _(
                "Against the usual: a woman in an occupation with under 40% women, a man in one with "
                "over 60%."
            ),
        ),
    )


def _shares(basis: Basis) -> dict[str, dict[str, Share]]:
    everything = np.ones(len(basis.spells.start), dtype=bool)
    trials = trials_by(basis, everything, "gender")
    return {
        **by_gender(basis),
        "trials": {sex: trials[sex].success if sex in trials else Share(0, 0) for sex in SEXES},
        "against": non_traditional(basis, women_by_occupation(basis.scope.coded.world)),
    }


def _work_of(women: Share, men: Share) -> str:
    if not women.of + men.of:
        return _("Nobody whose gender is known was served in the period.")
    told = compared(_("women"), _("men"), women, men)
    return _("Got work in the period: {comparison}").format(comparison=told)
