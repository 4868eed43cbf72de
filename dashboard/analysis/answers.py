"""Who answered what they thought of a trial, and who is not represented."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Codes, Flags
from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import latest_ratings
from dashboard.domain.vocabulary import GENDERS, OUTCOMES

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answers:
    """The trials of a group that ended in the period, and how many of them each party rated.

    Attributes:
        by: what the group is of: "outcome" or "gender".
        group: its key, or `unknown`.
        client: rated by the client, of all that ended.
        employer: rated by the employer.
    """

    by: str
    group: str
    client: Share
    employer: Share


def answers_by_group(basis: Basis) -> tuple[Answers, ...]:
    """The groups in which a trial ended, by how it ended and by the client's gender."""
    rows = basis.spells
    ended = basis.trials & basis.within(rows.end)
    given = {
        party: ~np.isnan(latest_ratings(basis, f"{party}_rating")) & ended for party in ("client", "employer")
    }
    gender = basis.scope.coded.clients.gender[rows.client]
    return (
        *_groups("outcome", OUTCOMES, rows.outcome, ended, given),
        *_groups("gender", GENDERS, gender, ended, given),
    )


def _groups(
    by: str, words: tuple[str, ...], codes: Codes, ended: Flags, given: dict[str, Flags]
) -> list[Answers]:
    found = []
    for code, word in [*enumerate(words), (NOBODY, UNKNOWN)]:
        held = codes == code
        of = int((ended & held).sum())
        if of:
            client, employer = (Share(int((flags & held).sum()), of) for flags in given.values())
            found.append(Answers(by, word, client, employer))
    return found
