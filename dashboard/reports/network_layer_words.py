"""What a network behind the ties comes to, in words."""

from collections.abc import Callable, Mapping

from dashboard.i18n import N_, _, ngettext, number, percent
from dashboard.reports.access import Access
from dashboard.reports.network_communities import NamedCommunities, NamedCommunity
from dashboard.reports.network_layer import LayerView, shown_layer
from dashboard.reports.network_layer_groups import DISSOLVED_BELOW, chosen_group, groups
from dashboard.reports.network_layer_holders import Holder, Holders, holders
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import PageState

_WITHIN = 180
_TITLES: Mapping[str, str] = {
    "ways": N_("Stepping stones: from one employer to a job at another"),
    "alike": N_("Likeness: employers with an occupation and an area in common"),
    "coaches": N_("Coaches by the employers they share"),
    "referrers": N_("Who sends, and where it leads"),
}


def layer_title(page: PageState) -> str:
    """The network as a heading."""
    title = _TITLES[page.layer or ""]
    return _(title)


def layer_names() -> Mapping[str | None, str]:
    """What the networks are called where one is chosen; None is that of coaches and employers."""
    return {
        None: _("Coaches and employers"),
        "ways": _("Stepping stones"),
        "alike": _("Likeness"),
        "coaches": _("Coaches"),
        "referrers": _("Referrers"),
    }


def kind_word(kind: str) -> str:
    """What a node is."""
    return {
        "employer": _("Employer"),
        "coach": _("Coach"),
        "unit": _("Unit"),
        "referrer": _("Referrer"),
        "party": _("Party"),
    }[kind]


def layer_finding(access: Access, page: PageState) -> str:
    """What the network comes to; why it is empty, when it is."""
    view, scope = shown_layer(access, page), known(access, page)
    if page.layer == "alike":
        return _alike(view, groups(access, page), page)
    return _FINDINGS[page.layer or ""](view, scope)


def strength_words(view: LayerView, strength: float) -> str:
    """How strong a link is, in the network's own unit."""
    if view.name == "alike":
        return _("{share} of what they offer is the same").format(share=percent(strength))
    n, count = number(round(strength)), round(strength)
    if view.name == "coaches":
        return ngettext("{n} shared employer", "{n} shared employers", count).format(n=n)
    return ngettext("{n} client", "{n} clients", count).format(n=n)


def stability_words(one: NamedCommunity) -> str:
    """Whether a group may be relied on, and the number that says so."""
    said = percent(one.stability)
    if one.is_stable:
        return _("found again to {share}: can be relied on").format(share=said)
    if one.stability >= DISSOLVED_BELOW:
        return _("found again to {share}: unsure at the edges").format(share=said)
    return _("found again to {share}: cannot be relied on").format(share=said)


def holders_title(view: LayerView) -> str:
    """The question that the list of holders answers."""
    return {
        "ways": _("Which stand in the middle of the way?"),
        "coaches": _("Who holds the network together?"),
        "referrers": _("What joins the units?"),
    }[view.name]


def nobody_holds(view: LayerView, found: Holders) -> str:
    """Why there is nobody in the list of holders."""
    if view.name == "ways":
        return _("None: no employer has both received someone from another and led someone on.")
    if view.name == "referrers":
        if found.units < 2:
            return _("With a single unit all ways go through the unit itself.")
        return _("Nothing: the units share neither referrers nor employers.")
    if found.nodes < 3:
        return _("With two coaches nobody stands between others.")
    return _("No single one: everybody who shares employers reaches the others without going through anyone.")


def holder_words(view: LayerView, one: Holder) -> str:
    """What a node means to the others."""
    if view.name == "ways":
        came = ngettext("{n} client came here from another,", "{n} clients came here from others,", one.came)
        on = ngettext("and {n} went on to the next.", "and {n} went on to the next.", one.went_on)
        return f"{came.format(n=number(one.came))} {on.format(n=number(one.went_on))}"
    ways = _("{share} of the shortest ways between others go through here.").format(
        share=percent(one.between)
    )
    if view.name != "coaches":
        return ways
    said = [_("Without {name} the network falls apart.").format(name=one.label)] if one.falls_apart else []
    circles = _("{n} of {of} contacts lead to someone new; bound to a single one: {bound} of 1.").format(
        n=number(one.circles, 1), of=number(one.links), bound=number(min(one.constraint, 1.0), 2)
    )
    return " ".join([*said, ways, circles])


def _ways(view: LayerView, scope: Known) -> str:
    stones = view.nodes[view.nodes["went_on"] > 0]
    if stones.empty:
        return _(
            "**No client has gone on from one employer to a job at another** within {days} days. Each who "
            "does becomes an arrow here."
        ).format(days=number(_WITHIN))
    most = stones["went_on"].max()
    names = stones["label"][stones["went_on"] == most].sort_values(key=lambda one: one.str.casefold())
    first = ngettext(
        "From {name} {n} client went on, the most.", "From {name} {n} clients went on, the most.", int(most)
    ).format(name=names.iloc[0], n=number(int(most)))
    said = ngettext(
        "**{n} employer has led on to a job at another**, by {ways} arrows.",
        "**{n} employers have led on to jobs at others**, by {ways} arrows.",
        len(stones),
    ).format(n=number(len(stones)), ways=number(len(view.links)))
    return f"{said} {first}"


def _alike(view: LayerView, found: NamedCommunities | None, page: PageState) -> str:
    if view.nodes.empty:
        said = _("**No two employers are alike**: none share an occupation in the same area.")
        return f"{said} {_left_out(view.left_out)}" if view.left_out else said
    if found is None:
        n = len(view.node_of)
        return ngettext(
            "**{n} employer resembles another.** The groups are being worked out.",
            "**{n} employers resemble another.** The groups are being worked out.",
            n,
        ).format(n=number(n))
    chosen = chosen_group(found, page)
    if chosen:
        n = len(chosen.employer_ids)
        said = ngettext("**{name}**: {n} employer,", "**{name}**: {n} employers,", n)
        return f"{said.format(name=chosen.name, n=number(n))} {stability_words(chosen)}."
    return _divided(view, found)


def _divided(view: LayerView, found: NamedCommunities) -> str:
    if not found.found:
        return _("**No group**: those that are alike are too few to form one.")
    first, reliable = found.found[0], sum(one.is_stable for one in found.found)
    said = ngettext(
        "**{n} group of alike employers**: {name}, with {size}.",
        "**{n} groups of alike employers**, the largest {name}, with {size}.",
        len(found.found),
    ).format(n=number(len(found.found)), name=first.name, size=number(len(first.employer_ids)))
    sure = ngettext("{n} can be relied on.", "{n} can be relied on.", reliable).format(n=number(reliable))
    return " ".join([said, sure, *([_left_out(view.left_out)] if view.left_out else [])])


def _left_out(count: int) -> str:
    return ngettext(
        "{n} cannot be compared: occupation or place is missing.",
        "{n} cannot be compared: occupation or place is missing.",
        count,
    ).format(n=number(count))


def _coaches(view: LayerView, scope: Known) -> str:
    working = len(scope.working)
    if view.nodes.empty:
        if working == 0:
            return _("**No coach works on this day**, so nobody can share an employer.")
        if working == 1:
            return _("**Only {name} works on this day**, so there is nobody to share employers with.").format(
                name=scope.name_of(scope.working[0])
            )
        return _("**No two coaches share an employer**: every living tie hangs on one coach alone.")
    links, labels = view.links, view.nodes["label"]
    top = links.sort_values(["strength", "start", "end"], ascending=[False, True, True]).iloc[0]
    pair = sorted((labels.iloc[int(top["start"])], labels.iloc[int(top["end"])]), key=str.casefold)
    said = _("**{n} of {of} coaches share an employer with someone.**").format(
        n=number(len(view.nodes)), of=number(working)
    )
    most = ngettext(
        "{one} and {other} share most: {n} employer.", "{one} and {other} share most: {n} employers.",
        round(top["strength"]),
    ).format(one=pair[0], other=pair[1], n=number(round(top["strength"])))  # fmt: skip
    held = [one for one in holders(view).found if one.falls_apart]  # type: ignore[union-attr]  # of coaches
    without = [_("Without {name} the network falls apart.").format(name=held[0].label)] if held else []
    return " ".join([said, most, *without])


def _referrers(view: LayerView, scope: Known) -> str:
    nodes = view.nodes
    if nodes.empty:
        return _("**Neither who sends clients nor where they are placed is known** for this selection.")
    senders = nodes[nodes["kind"] == "referrer"].sort_values(["weight", "label"], ascending=[False, True])
    employers = nodes[nodes["kind"] == "employer"].sort_values(["weight", "label"], ascending=[False, True])
    said = [_("**Who sends the clients is not recorded.**")]
    if len(senders):
        said = [
            _("**Most are sent by {name}**: {n} of {of} clients.").format(
                name=senders["label"].iloc[0],
                n=number(round(senders["weight"].iloc[0])),
                of=number(round(senders["weight"].sum())),
            )
        ]
    if len(employers):
        first = ngettext(
            "They are placed at {n} employer; most at {name}: {k}.",
            "They are placed at {n} employers; most at {name}: {k}.",
            len(employers),
        )
        most = number(round(employers["weight"].iloc[0]))
        said.append(first.format(n=number(len(employers)), name=employers["label"].iloc[0], k=most))
    return " ".join(said)


_FINDINGS: Mapping[str, Callable[[LayerView, Known], str]] = {
    "ways": _ways,
    "coaches": _coaches,
    "referrers": _referrers,
}
