"""What the page of gaps says in words: a name and a tile for each gap, and the finding.

`**…**` is the news, as `components.finding` draws it.
"""

from collections.abc import Callable, Mapping

from dashboard.analysis.mix import MixRow
from dashboard.domain.definitions import Definitions
from dashboard.i18n import N_, _, ngettext, number, percent
from dashboard.reports.gap_answers import GapAnswer
from dashboard.reports.gap_equality import non_traditional_of
from dashboard.reports.gap_ground import GapGround, demand_by_group
from dashboard.reports.gap_occupations import COVERED_LAST
from dashboard.reports.gap_words import occupation
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.telling import FEW, limits_told
from dashboard.words import word_inside

TITLES: Mapping[str, str] = {
    "occupations": N_("Missing or thin occupations"),
    "areas": N_("Too few near home"),
    "dependence": N_("Strong, on one coach only"),
    "fading": N_("Fading"),
    "dormant": N_("Dormant"),
    "unused": N_("Unused"),
    "dead_ends": N_("Dead ends"),
    "tired": N_("Tired of us"),
    "mix": N_("The mix of employers"),
    "equality": N_("Women and men"),
    "no_position": N_("Without a position"),
    "no_occupation": N_("Without an occupation"),
    "no_sni": N_("Without a sector"),
}


def title(gap: str) -> str:
    """The name of a gap."""
    return _(TITLES[gap])


def tile(answer: GapAnswer) -> tuple[str, str]:
    """The number on a gap's tile, and the words after it."""
    if answer.gap == "mix":
        if not answer.number:
            return "–", _("no form known")
        return percent(answer.number / answer.of), word_inside("ownership", answer.about)
    if answer.gap == "areas":
        return number(answer.number), ngettext("of {n} client", "of {n} clients", answer.of).format(
            n=number(answer.of)
        )
    if answer.gap == "equality":
        return number(answer.number), ngettext("of {n} placement", "of {n} placements", answer.of).format(
            n=number(answer.of)
        )
    return number(answer.number), _("of {n}").format(n=number(answer.of))


def finding(answer: GapAnswer, ground: GapGround, definitions: Definitions) -> str:
    """What the gap comes to."""
    return _FINDINGS.get(answer.gap, _flagged)(answer, ground, definitions)


def _occupations(answer: GapAnswer, ground: GapGround, _definitions: Definitions) -> str:
    if not answer.of:
        return _("**No client wishes for an occupation** that is written down, so nothing can be missing.")
    if not answer.number:
        return ngettext(
            "**The only occupation wished for is covered.**",
            "**All {n} occupations wished for are covered.**",
            answer.of,
        ).format(n=number(answer.of))
    missing = answer.counts["missing"]
    said = ngettext(
        "**{k} of {n} occupation wished for is missing or thin.**",
        "**{k} of {n} occupations wished for are missing or thin.**",
        answer.of,
    ).format(k=number(answer.number), n=number(answer.of))
    nobody = ngettext(
        "For {k} of them there is no free place at all.",
        "For {k} of them there is no free place at all.",
        missing,
    ).format(k=number(missing))
    return " ".join([said, *([nobody] if missing else []), _worst(ground)])


def _worst(ground: GapGround) -> str:
    gap = min(
        ground.gaps.occupations, key=lambda one: (COVERED_LAST[one.state], one.supply - one.demand, one.ssyk)
    )
    return _("Most is lacking in {occupation}: {demand} wished for, {supply} on offer.").format(
        occupation=occupation(gap.ssyk), demand=number(gap.demand, 1), supply=number(gap.supply, 1)
    )


def picked_finding(answer: GapAnswer, ground: GapGround) -> str:
    """What the picked group comes to; empty when none is picked."""
    gap = demand_by_group(ground.gaps).get(answer.about)
    counts = answer.rows["why"].value_counts()
    now, near = int(counts.get("now", 0)), int(counts.drop("now", errors="ignore").sum())
    offered, closest = _("**Nobody offers it now**"), _("nobody is near")
    if now:
        offered = ngettext("**{n} employer offers it now**", "**{n} employers offer it now**", now)
    if near:
        closest = ngettext("{n} is near", "{n} are near", near)
    offered, closest = offered.format(n=number(now)), closest.format(n=number(near))
    if gap is None:
        return _("Nobody wishes for {occupation} now. {now}, {near}.").format(
            occupation=occupation(answer.about), now=offered, near=closest
        )
    return _("{occupation}: {demand} wished for, {supply} on offer. {now}, {near}.").format(
        occupation=occupation(answer.about),
        demand=number(gap.demand, 1),
        supply=number(gap.supply, 1),
        now=offered,
        near=closest,
    )


def _areas(answer: GapAnswer, _ground: GapGround, definitions: Definitions) -> str:
    apart = answer.counts["municipality_only"]
    beside = ngettext(
        "The home of {n} client is not known well enough to say.",
        "The homes of {n} clients are not known well enough to say.",
        apart,
    ).format(n=number(apart))
    if not answer.of:
        said = _(
            "**No client who looks for work has both a postal code and a wish**, so nothing can be measured."
        )
    elif not answer.number:
        said = ngettext(
            "**The only client has enough warm employers near home.**",
            "**All {n} clients have enough warm employers near home.**",
            answer.of,
        ).format(n=number(answer.of))
    else:
        said = ngettext(
            "**{k} of {n} client has fewer than {few} warm employers** of a wished kind within {km} km.",
            "**{k} of {n} clients have fewer than {few} warm employers** of a wished kind within {km} km.",
            answer.of,
        ).format(
            k=number(answer.number),
            n=number(answer.of),
            few=number(definitions.area_employers),
            km=number(definitions.area_km),
        )
        said = f"{said} {_could(answer)}"
    return f"{said} {beside}" if apart else said


def _could(answer: GapAnswer) -> str:
    could = answer.counts["could"]
    if not could:
        return _("No known employer would be enough for any of them: it takes new ones.")
    if could == answer.number:
        return _("The colder ones nearby would be enough for all of them.")
    return ngettext(
        "For {n} of them the colder ones nearby would be enough.",
        "For {n} of them the colder ones nearby would be enough.",
        could,
    ).format(n=number(could))


def _flagged(answer: GapAnswer, _ground: GapGround, _definitions: Definitions) -> str:
    if not answer.of:
        return _(_NOBODY.get(answer.gap, N_("**There is no employer** in the selection on this day.")))
    none, one, many = _SAID[answer.gap]
    if not answer.number:
        return _(none)
    # What is told apart by number is of how many: "1 of 3 strong relationships".
    said = _(one if answer.number == 1 else many).format(k=number(answer.number), n=number(answer.of))
    return f"{said} {_first(answer)}"


def _first(answer: GapAnswer) -> str:
    if len(answer.names) == 1:
        said = _("It is {name}.").format(name=answer.names[0])
    elif answer.number <= len(answer.names):
        said = _("They are {names}.").format(names=listed(answer.names))
    else:
        said = _("First in the list: {names}.").format(names=listed(answer.names))
    return one_stop(said)


def one_stop(sentence: str) -> str:
    """The sentence without a second full stop after a name that ends with one ("ek. för.")."""
    return sentence.replace("..", ".")


_NOBODY: Mapping[str, str] = {
    "dependence": N_("**There is no strong relationship yet**, so none can hang on one coach."),
    "fading": N_("**There is no strong or medium relationship yet**, so none can fade."),
    "dormant": N_("**No employer has been warm yet**, so none can have gone dormant."),
}
_SAID: Mapping[str, tuple[str, str, str]] = {
    "dependence": (
        N_("**No strong relationship hangs on one coach.**"),
        N_("**{k} of {n} strong relationships hangs on one coach.**"),
        N_("**{k} of {n} strong relationships hang on one coach.**"),
    ),
    "fading": (
        N_("**No strong or medium relationship is fading**: all keep to their rhythm."),
        N_("**{k} of {n} strong or medium relationships is fading.**"),
        N_("**{k} of {n} strong or medium relationships are fading.**"),
    ),
    "dormant": (
        N_("**No employer has gone dormant.**"),
        N_("**{k} of {n} employers once warm has gone dormant.**"),
        N_("**{k} of {n} employers once warm have gone dormant.**"),
    ),
    "unused": (
        N_(
            "**Nothing known for long lies unused**: nobody who offers what is wished for has been forgotten."
        ),
        N_("**{k} of {n} employers offers what is wished for and lies unused.**"),
        N_("**{k} of {n} employers offer what is wished for and lie unused.**"),
    ),
    "dead_ends": (
        N_("**There is no dead end**: nobody has had three trials without an employment."),
        N_("**{k} of {n} employers has had three trials or more and never an employment.**"),
        N_("**{k} of {n} employers have had three trials or more and never an employment.**"),
    ),
    "tired": (
        N_("**No employer is tired of us.**"),
        N_("**{k} of {n} employers is asked for more than it can bear.**"),
        N_("**{k} of {n} employers are asked for more than they can bear.**"),
    ),
    "no_position": (
        N_("**Every employer has a position.**"),
        N_("**{k} of {n} employers has no position**, and is on no map and near nobody."),
        N_("**{k} of {n} employers have no position**, and are on no map and near nobody."),
    ),
    "no_occupation": (
        N_("**Every employer says what it offers.**"),
        N_("**{k} of {n} employers has no occupation**, and is never found by what a client wishes for."),
        N_("**{k} of {n} employers have no occupation**, and are never found by what a client wishes for."),
    ),
    "no_sni": (
        N_("**Every employer has a sector.**"),
        N_("**{k} of {n} employers has no sector**, and is left out of all that is told by sector."),
        N_("**{k} of {n} employers have no sector**, and are left out of all that is told by sector."),
    ),
}


def _mix(answer: GapAnswer, ground: GapGround, _definitions: Definitions) -> str:
    forms = ground.gaps.mix[:-1]
    if not answer.of:
        return _("**No employer's form of ownership is known**, so the mix cannot be told.")
    cold = [_form(one) for one in forms if one.employers.n and not one.warm.n]
    absent = [_form(one) for one in forms if not one.employers.n]
    said = _("**{share} of the {n} employers with a known form of ownership are {form}.**").format(
        share=percent(answer.number / answer.of),
        n=number(answer.of),
        form=word_inside("ownership", answer.about),
    )
    parts = [said]
    if cold:
        parts.append(_("None is warm among: {forms}.").format(forms=listed(cold)))
    if absent:
        parts.append(_("We know nobody of the form: {forms}.").format(forms=listed(absent)))
    if not cold and not absent:
        parts.append(_("Every form has at least one warm employer."))
    return " ".join(parts)


def _form(row: MixRow) -> str:
    return word_inside("ownership", row.ownership)


def _equality(answer: GapAnswer, ground: GapGround, _definitions: Definitions) -> str:
    if not answer.of:
        return _("**No placement of the period has an occupation in the register**, so nothing can be told.")
    shares = non_traditional_of(ground)
    told = []
    for sex, words in (("woman", _("women")), ("man", _("men"))):
        share = shares[sex]
        counted = _("{sex} {k} of {n}").format(sex=words, k=number(share.n), n=number(share.of))
        if share.interval is not None and share.of >= FEW:
            counted = _("{counted} (uncertain: {limits})").format(
                counted=counted, limits=limits_told([*share.interval])
            )
        told.append(counted)
    said = _("**{k} of {n} placements went against the usual division of work**: {told}.").format(
        k=number(answer.number), n=number(answer.of), told=listed(told)
    )
    if min(share.of for share in shares.values()) < FEW:
        return _("{said} Too few to compare.").format(said=said)
    return said


_FINDINGS: Mapping[str, Callable[[GapAnswer, GapGround, Definitions], str]] = {
    "occupations": _occupations,
    "areas": _areas,
    "mix": _mix,
    "equality": _equality,
}
