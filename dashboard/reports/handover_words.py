"""What the hand-over list says in words."""

from dashboard.i18n import _, ngettext, number
from dashboard.reports.handover import Handover, HeirsPart
from dashboard.reports.names_in_a_row import listed


def handover_finding(found: Handover) -> str:
    """How much there is to hand over, and to how many; `**…**` is the news."""
    if not found.coaches:
        return _("No coach works on this day, so nobody can leave.")
    who = listed(found.coaches)
    if not found.parts:
        return _(
            "**There is nothing to hand over from {names}**: no employer, placement or follow-up."
        ).format(names=who)
    said = _("**{things}** to hand over from {names}.").format(things=listed(counted(found)), names=who)
    heirs = sum(bool(part.name) for part in found.parts)
    if not heirs:
        return " ".join([said, _("Nobody is left to take over.")])
    told = ngettext(
        "{n} colleague is suggested, for each thing with the reason.",
        "{n} colleagues are suggested, for each thing with the reason.",
        heirs,
    ).format(n=number(heirs))
    return f"{said} {told}"


def counted(part: Handover | HeirsPart) -> list[str]:
    """How many employers, placements and follow-ups, those of which there are any."""
    employers, placements, follow_ups = (
        len(one) for one in (part.employers, part.placements, part.follow_ups)
    )
    said = (
        (employers, _employers(employers, part.strong)),
        (placements, ngettext("{n} running placement", "{n} running placements", placements)),
        (follow_ups, ngettext("{n} due follow-up", "{n} due follow-ups", follow_ups)),
    )
    return [text.format(n=number(count)) for count, text in said if count]


def _employers(count: int, strong: int) -> str:
    if not strong:
        return ngettext("{n} employer", "{n} employers", count)
    said = ngettext("{n} employer ({k} strong)", "{n} employers ({k} strong)", count)
    return said.replace("{k}", number(strong))
