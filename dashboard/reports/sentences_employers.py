"""What the report says about employers, the network, gaps and the method."""

from collections.abc import Iterator

from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.definitions import measure_of
from dashboard.reports.reference_words import occupation
from dashboard.reports.telling import listed, missing
from dashboard.reports.whole_report import WholeReport

MOST_NAMED = 3
MOST_OCCUPATIONS = 5


def employers(report: WholeReport) -> Iterator[str]:
    """How many, how warm, what is free, and who stands first."""
    found = report.values["employers"]
    if not found["total"]:
        yield _("There is no employer in the selection.")
        return
    warmth = {key: number(count) for key, count in found["by_warmth"].items()}
    yield ngettext(
        "{n} employer (active {active}, cooling {cooling}, dormant {dormant}, never in touch {never}).",
        "{n} employers (active {active}, cooling {cooling}, dormant {dormant}, never in touch {never}).",
        found["total"],
    ).format(n=number(found["total"]), **warmth)
    yield _strong(found["strength"]["strong"])
    yield _single(found["single_coach"])
    yield _free(found["free_places"])
    if found["fatigued"]:
        yield ngettext(
            "{n} employer is tired and should be left to rest.",
            "{n} employers are tired and should be left to rest.",
            found["fatigued"],
        ).format(n=number(found["fatigued"]))
    yield from _first(report)


def network(report: WholeReport) -> Iterator[str]:
    """How large it is, and what hangs on one person."""
    found = report.values["network"]
    if not found["ties"]:
        yield _("No coach has an active tie with an employer.")
        return
    yield _("Active ties: {ties}, between {coaches} of the coaches and {employers} of the employers.").format(
        **{key: number(found[key]) for key in ("ties", "coaches", "employers")}
    )
    worst = max(found["if_leaves"], key=lambda row: row["orphaned"], default=None)
    if worst is not None and worst["orphaned"]:
        yield ngettext(
            "If {coach} leaves, {n} employer has no coach left, {strong} of them strong.",
            "If {coach} leaves, {n} employers have no coach left, {strong} of them strong.",
            worst["orphaned"],
        ).format(
            coach=report.coaches.get(worst["coach_id"], worst["coach_id"]),
            n=number(worst["orphaned"]),
            strong=number(worst["orphaned_strong"]),
        )
    else:
        yield _("Whichever coach leaves, no employer is left without one.")
    if found["top5_share"] is not None:
        yield _("The five largest employers took {share} of the period's placements.").format(
            share=percent(found["top5_share"])
        )


def gaps(report: WholeReport) -> Iterator[str]:
    """What is wished for and not there, and which relationships need care."""
    found = report.values["gaps"]
    lacking = [row["ssyk"] for row in found["occupations"] if row["state"] == "missing"]
    if not found["occupations"]:
        yield _("No client without a job has a wish that can be compared with what employers offer.")
    elif not lacking:
        yield _("Every occupation that is wished for has a free place with an employer you know.")
    else:
        yield _("Wished for, with no free place: {occupations}.").format(occupations=_occupations(lacking))
    near = found["areas"]["clients"]
    if near:
        yield ngettext(
            "{n} client has fewer than {employers} warm employers within {km} km.",
            "{n} clients have fewer than {employers} warm employers within {km} km.",
            near,
        ).format(
            n=number(near), employers=report.definitions.area_employers, km=number(report.definitions.area_km)
        )
    yield _(
        "Relationships that need care: {fading} fading, {dormant} dormant, {unused} unused, "
        "{dead_ends} dead ends."
    ).format(**{key: number(found[key]) for key in ("fading", "dormant", "unused", "dead_ends")})


def method(report: WholeReport) -> Iterator[str]:
    """The points of the unit's own check."""
    rows = report.values["fidelity"]
    known = [row for row in rows if row["score"] is not None]
    if not known:
        yield _("There is too little to go on for every item.")
        return
    items = listed(f"{item_name(row['item'])} {row['score']}" for row in known)
    yield _("Points of 5, by the unit's own count: {items}.").format(items=items)
    if len(known) < len(rows):
        unknown = listed(item_name(row["item"]) for row in rows if row["score"] is None)
        yield _("For the rest, {missing}: {items}.").format(missing=missing(), items=unknown)


def item_name(item: str) -> str:
    """What an item is called, without the heading that it has among other figures."""
    return _(measure_of(f"fidelity.{item}.score").name).rpartition(": ")[2]


def _strong(count: int) -> str:
    if not count:
        return _("No relationship is strong.")
    return ngettext("{n} relationship is strong.", "{n} relationships are strong.", count).format(
        n=number(count)
    )


def _single(count: int) -> str:
    if not count:
        return _("No employer hangs on a single coach.")
    return ngettext(
        "{n} employer hangs on a single coach.", "{n} employers hang on a single coach.", count
    ).format(n=number(count))


def _free(count: int) -> str:
    if not count:
        return _("No place is free.")
    return ngettext("{n} place is free.", "{n} places are free.", count).format(n=number(count))


def _first(report: WholeReport) -> Iterator[str]:
    rows = [row for row in report.values["ranking"] if row["strength"] > 0][:MOST_NAMED]
    if rows:
        names = listed(
            f"{report.employers.get(row['employer_id'], row['employer_id'])} ({number(row['strength'])})"
            for row in rows
        )
        yield _("The strongest: {names}.").format(names=names)


def _occupations(codes: list[str]) -> str:
    named = "; ".join(occupation(code) for code in codes[:MOST_OCCUPATIONS])
    more = len(codes) - MOST_OCCUPATIONS
    if more <= 0:
        return named
    return ngettext("{named} and {n} more", "{named} and {n} more", more).format(named=named, n=number(more))
