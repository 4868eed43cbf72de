"""Work and studies of women and of men."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.clients import went_to_studies, went_to_work
from dashboard.analysis.coded import Flags
from dashboard.analysis.intervals import Share
from dashboard.domain.vocabulary import GENDERS

SEXES = ("woman", "man")


def served(basis: Basis) -> Flags:
    """The selection's clients enrolled on at least one day of the period."""
    clients = basis.scope.coded.clients
    return np.asarray(
        basis.scope.has_client & basis.runs_within(clients.enrolled, clients.closed), dtype=bool
    )


def by_gender(basis: Basis) -> dict[str, dict[str, Share]]:
    """Of the women and of the men served in the period: who got work, and who began to study in it."""
    mine, gender = served(basis), basis.scope.coded.clients.gender
    reached = {"work": went_to_work(basis), "studies": went_to_studies(basis)}
    return {
        what: {sex: _share(mine & (gender == GENDERS.index(sex)), flags) for sex in SEXES}
        for what, flags in reached.items()
    }


def _share(of: Flags, flags: Flags) -> Share:
    return Share(int((of & flags).sum()), int(of.sum()))
