"""For each gap, the next step in plain words, and what would close it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.definitions import Definitions
from dashboard.i18n import N_, _, number
from dashboard.reports.gap_answers import GapAnswer
from dashboard.reports.gap_findings import one_stop
from dashboard.reports.gap_ground import GapGround


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a gap.

    Attributes:
        step: the next step; empty when there is nothing to do.
        closes: when the gap is closed.
    """

    step: str
    closes: str


def advice(answer: GapAnswer, ground: GapGround, definitions: Definitions) -> Advice:
    """What to do about a gap, with the first employer of the list and whom to ask about it."""
    settings = {
        "n": number(definitions.area_employers),
        "km": number(definitions.area_km),
        "days": number(definitions.cooling_within),
    }
    return Advice(_step(answer, ground), _(_CLOSES[answer.gap]).format(**settings))


def _step(answer: GapAnswer, ground: GapGround) -> str:
    if answer.gap == "equality":
        return _(_STEPS[answer.gap]) if answer.of else ""
    if answer.rows.empty:
        return _(_WITHOUT[answer.gap]) if answer.number and answer.gap in _WITHOUT else ""
    return " ".join([_(_STEPS[answer.gap]), _begin(answer, ground)])


def _begin(answer: GapAnswer, ground: GapGround) -> str:
    """Where to begin, and whom to ask first."""
    coach = ground.gaps.facts["coach_id"].get(answer.rows["employer_id"].iloc[0])
    name = answer.names[0]
    if not isinstance(coach, str):
        said = _("Begin with {name}. Nobody who works here has had contact with them.")
        return one_stop(said.format(name=name))
    said = _("Begin with {name}, and ask {coach} first.")
    if answer.gap == "tired":
        said = _("First {name}: let {coach} be the one who gets in touch.")
    return said.format(name=name, coach=ground.known.name_of(coach))


_STEPS: Mapping[str, str] = {
    "occupations": N_("Ask those who are nearest whether they could take somebody in the occupation."),
    "areas": N_(
        "Get in touch again with the employers in the list: they offer what is wished for, near the clients."
    ),
    "dependence": N_("Take a colleague along to the next meeting."),
    "fading": N_("Call, ask how things are, and book the next meeting."),
    "dormant": N_("Call those that meant most, and ask whether they still want to be part of it."),
    "unused": N_("Book a first visit: they offer what a client wishes for."),
    "dead_ends": N_("Before the next trial, agree on what it takes for it to become a job."),
    "tired": N_(
        "Let them rest: gather what you need to ask into one contact, and use other employers meanwhile."
    ),
    "mix": N_("Get in touch with employers of the other forms that have gone cold."),
    "equality": N_(
        "Ask every client about occupations where their own sex is rare, and look at the rows for which "
        "placements it has been."
    ),
    "no_position": N_("Fill in a street address or a postal code."),
    "no_occupation": N_("Ask at the next contact which tasks there are, and fill in the occupations."),
    "no_sni": N_("Fill in the SNI code; it stands in the register of companies."),
}
_WITHOUT: Mapping[str, str] = {
    "occupations": N_("No known employer is near. Look for new ones where the occupation is done."),
    "areas": N_("No known employer nearby would help. Look for new ones near the clients."),
}
"""Where there is a gap and no employer to begin with."""
_CLOSES: Mapping[str, str] = {
    "occupations": N_(
        "An occupation is covered when employers that you have met, and that are warm, have at least as many "
        "free places in it as are wished for."
    ),
    "areas": N_(
        "A client is no longer counted with {n} warm employers of a wished occupation within {km} km of home."
    ),
    "dependence": N_("Closed when a second coach has had a warm contact with the employer."),
    "fading": N_("Closed by the next contact."),
    "dormant": N_("Closed by a warm contact; the employer is cooling again after {days} days without one."),
    "unused": N_("Closed by a contact, or when the employer hosts a trial."),
    "dead_ends": N_("Closed by the first employment there."),
    "tired": N_(
        "Closed when there is room again, or when the contacts have become fewer or led to a placement."
    ),
    "mix": N_("There is no right mix. The gap is a form of ownership with nobody warm in it."),
    "equality": N_(
        "There is no target here. It is for you to see whether women and men get the same chances."
    ),
    "no_position": N_("Closed when the next import places the employer on the map."),
    "no_occupation": N_("Closed when the next import says what the employer offers."),
    "no_sni": N_("Closed when the next import holds an SNI code."),
}
