"""What groups of employers are called: by what their members share."""

from collections import Counter
from collections.abc import Sequence

from dashboard.analysis.communities import Shared
from dashboard.analysis.occupations import SEPARATOR
from dashboard.i18n import _, ngettext, number
from dashboard.reports.reference_words import municipality, occupation
from dashboard.words import word

HALF = 0.5


def kind_name(occupations: str, code: object, count: int, level: int) -> str:
    """Several employers with the same occupations at the same place.

    Args:
        occupations: the list of one of them.
        code: the municipality.
        count: how many they are.
        level: how many digits of an occupation count.
    """
    codes = dict.fromkeys(one.strip()[:level] for one in occupations.split(SEPARATOR))
    return ngettext("{n} employer: {what}, {where}", "{n} employers: {what}, {where}", count).format(
        n=number(count),
        what=", ".join(map(occupation, codes)),
        where=municipality(code),
    )


def community_name(field: Shared | None, place: Shared | None, sector: Shared | None) -> str:
    """What at least half of the members share: occupation and municipality, else what there is."""
    where = municipality(place.key) if _holds(place) and place else _("several municipalities")
    if field and _holds(field):
        what = occupation(field.key)
    elif sector and _holds(sector):
        what = word("sector", sector.key)
    else:
        what = _("Mixed occupations")
    return _("{what} in {where}").format(what=what, where=where)


def told_apart(names: Sequence[str], sectors: Sequence[Shared | None]) -> list[str]:
    """The names, those that are the same with their sector, and then with a number.

    Args:
        names: of the groups.
        sectors: what most members of each belong to.
    """
    same, seen = Counter(names), Counter[str]()
    found = []
    for plain, sector in zip(names, sectors, strict=True):
        name = plain
        if same[plain] > 1 and sector:
            name = f"{plain}, {word('sector', sector.key).lower()}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def _holds(shared: Shared | None) -> bool:
    return shared is not None and shared.n >= HALF * shared.of
