"""Women and men: who is placed in occupations where their own sex is rare."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import STUDIES
from dashboard.analysis.intervals import Share
from dashboard.domain.vocabulary import GENDERS

FEW_WOMEN, MANY_WOMEN = 0.40, 0.60
REGISTER_DIGITS = 3


def non_traditional(basis: Basis, share_of_women: Mapping[str, float]) -> dict[str, Share]:
    """Non-traditional placements started in the period, of women and of men: MEASURES.md, "Equality".

    Args:
        basis: the selection on a day and its period.
        share_of_women: by occupation of three digits (or two): the share of women in the register.
    """
    rows, clients = basis.scope.coded.placements, basis.scope.coded.clients
    started = np.flatnonzero(basis.scope.has_placement & (rows.kind != STUDIES) & basis.within(rows.start))
    occupation: pd.Series[str] = basis.scope.coded.world.placements["occupation"].iloc[started]
    women = occupation.str.slice(0, REGISTER_DIGITS).map(share_of_women).to_numpy(dtype=np.float64)
    gender = clients.gender[rows.client[started]]
    known = ~np.isnan(women)
    rare = {"woman": women < FEW_WOMEN, "man": women > MANY_WOMEN}
    return {
        sex: Share(
            int((known & other & (gender == GENDERS.index(sex))).sum()),
            int((known & (gender == GENDERS.index(sex))).sum()),
        )
        for sex, other in rare.items()
    }
