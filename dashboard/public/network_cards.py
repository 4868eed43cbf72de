"""The employers: how near, how many over the years, where, and of what kind."""

from collections.abc import Mapping
from itertools import pairwise

from dashboard.domain.publication import Cell, Publication, Table
from dashboard.i18n import N_, _, number
from dashboard.public.arch import CENTRE, HEIGHT, WIDTH, arch
from dashboard.public.cards import Card, Twin, bars, is_rest, largest_first
from dashboard.public.ground import ground
from dashboard.public.signs import half_year, said, short_half, total, why
from dashboard.reports.reference_words import municipality, occupation
from dashboard.words import word

OPENED, HIRED = ("3", "4", "5"), ("4", "5")
MEANINGS: Mapping[str, str] = {
    "5": N_("Has hired, taken in at least three, and been in touch within half a year."),
    "4": N_("Has hired at least one person."),
    "3": N_("A work trial, training or internship."),
    "2": N_("A meeting, a visit or a study visit."),
    "1": N_("A call, an e-mail or an event."),
    "0": N_("On our list. No contact yet."),
}
"""What each rung means, said to somebody who has never heard of it."""
LAYERS = ("job", "trial", "met", "known")
LAYER_RUNGS = {"job": 5, "trial": 3, "met": 2, "known": 1}
LAYER_NAMES = {
    "job": N_("hired"),
    "trial": N_("took somebody in"),
    "met": N_("met"),
    "known": N_("known"),
}
CLASSES = ("2", "3", "4", "5")


def named(vocabulary: str, key: str) -> str:
    """The word for a key, or for what is left of its kind."""
    return _("Others") if is_rest(key) else word(vocabulary, key)


def place_name(code: str) -> str:
    """A municipality's name, or what the places that are left are called."""
    return _("Elsewhere, or not known") if is_rest(code) else municipality(code)


def network_card(publication: Publication) -> Card | None:
    """How near the employers are, as an arch of signs."""
    table = publication.table("rungs")
    if table is None or not any(cell.count for cell in table.cells):
        return None
    picture = arch({int(cell.key): cell.count for cell in table.cells if cell.count is not None})
    ladder = [
        (
            cell.key,
            said(cell),
            cell.count is not None,
            word("rung", cell.key),
            _(MEANINGS[cell.key]),
        )
        for cell in sorted(table.cells, key=lambda cell: -int(cell.key))
    ]
    whole = total(table)
    return Card(
        "natverket",
        _("{number} employers carry the bridge").format(number=number(whole))
        if whole is not None
        else _("Employers carry the bridge"),
        _opened(table),
        "arch",
        {"arch": picture, "ladder": ladder, "width": WIDTH, "height": HEIGHT, "centre": CENTRE},
        notes=_each(picture.each),
        wide=True,
    )


def _opened(table: Table) -> str:
    told = _("Each sign is an employer; the nearer the middle, the further we have come together.")
    opened, hired = ([table.cell(key).count for key in keys] for keys in (OPENED, HIRED))
    if all(count is not None for count in opened):
        told += " " + _("**{opened} have opened their workplace**, and {hired} of them have hired.").format(
            opened=number(sum(filter(None, opened))), hired=number(sum(filter(None, hired)))
        )
    return told


def _each(stands_for: int) -> tuple[str, ...]:
    if stands_for == 1:
        return ()
    return (_("Each sign stands for {number} employers.").format(number=number(stands_for)),)


def growth_card(publication: Publication) -> Card | None:
    """How the network has grown: a column for each half-year."""
    table = publication.table("growth")
    halves = halves_of(table) if table else []
    if table is None or not halves:
        return None
    rows = [(half, [table.cell(f"{half}.{layer}") for layer in LAYERS]) for half in halves]
    sums = [[cell.count for cell in cells if cell.count is not None] for _half, cells in rows]
    highest = max((sum(counts) for counts in sums), default=0) or 1
    columns = [
        (
            short_half(half),
            [
                (
                    LAYER_RUNGS[layer],
                    round(100 * cell.count / highest, 2),
                    f"{_(LAYER_NAMES[layer])}: {said(cell)}",
                )
                for layer, cell in zip(LAYERS, cells, strict=True)
                if cell.count
            ],
            number(sum(cell.count or 0 for cell in cells))
            if all(cell.count is not None for cell in cells)
            else "",
        )
        for half, cells in rows
    ]
    return Card(
        "vaxer",
        _("The network over the years"),
        _grown(table, halves),
        "growth",
        {
            "columns": columns,
            "legend": [(LAYER_RUNGS[layer], _(LAYER_NAMES[layer])) for layer in reversed(LAYERS)],
        },
        Twin(
            _("Employers at the end of each half-year, by how far we have come"),
            (_("Half-year"), *(_(LAYER_NAMES[layer]).capitalize() for layer in LAYERS)),
            tuple((half_year(half), *map(said, cells)) for half, cells in rows),
        ),
    )


def halves_of(table: Table) -> list[str]:
    """The half-years of the table, in its order."""
    return list(dict.fromkeys(cell.key.partition(".")[0] for cell in table.cells))


def _grown(table: Table, halves: list[str]) -> str:
    sums = {half: _at(table, half) for half in (halves[0], halves[-1])}
    before, now = sums[halves[0]], sums[halves[-1]]
    if len(halves) < 2 or before is None or now is None:
        return _("Employers at the end of each half-year.")
    when = half_year(halves[0])
    if now > before:
        return _("**From {before} employers to {now}** since the {when}.").format(
            before=number(before), now=number(now), when=when
        )
    return _("{now} employers now, against {before} at the end of the {when}.").format(
        before=number(before), now=number(now), when=when
    )


def _at(table: Table, half: str) -> int | None:
    counts = [table.cell(f"{half}.{layer}").count for layer in LAYERS]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def areas_card(publication: Publication) -> Card | None:
    """Where the employers are, by municipality."""
    table = publication.table("areas")
    if table is None or not table.cells:
        return None
    cells = largest_first(table.cells)
    drawn = ground([cell.key for cell in cells])
    limits = _limits([cell.count for cell in cells if cell.count is not None])
    colours = {cell.key: _class(cell.count, limits) for cell in cells}
    shapes = [
        (
            shape,
            colours[shape.code],
            place_name(shape.code),
            said(table.cell(shape.code)),
            table.cell(shape.code),
        )
        for shape in (drawn.shapes if drawn else ())
    ]
    return Card(
        "karta",
        _("Here are the employers"),
        _mostly([(place_name(cell.key), cell) for cell in cells], total(table)),
        "map",
        {
            "ground": drawn,
            "shapes": shapes,
            "legend": _legend(limits),
            "rows": [(place_name(cell.key), said(cell)) for cell in cells],
        },
        notes=(_("Only whole municipalities are shown, never where one employer is."),),
    )


def _limits(counts: list[int]) -> list[int]:
    """The least number of each of four classes, from round numbers."""
    greatest = max(counts, default=0)
    for steps in ([0, 10, 25, 50], [0, 25, 50, 100], [0, 50, 150, 300], [0, 200, 500, 1_000]):
        if greatest < 3 * steps[-1]:
            return steps
    return [0, 500, 1_500, 3_000]


def _class(count: int | None, limits: list[int]) -> str:
    if count is None:
        return ""
    return CLASSES[sum(count >= limit for limit in limits) - 1]


def _legend(limits: list[int]) -> list[tuple[str, str]]:
    spans = [f"{number(low)}–{number(high - 1)}" for low, high in pairwise(limits)]
    last = _("{number} or more").format(number=number(limits[-1]))
    return list(zip(CLASSES, (*spans, last), strict=True))


def _mostly(places: list[tuple[str, Cell]], whole: int | None) -> str:
    name, most = places[0]
    if most.count is None:
        return _("How many there are in each municipality: {why}.").format(why=why(most.sign))
    if whole is None or len(places) == 1:
        return _("**{number} employers** are in {place}.").format(number=number(most.count), place=name)
    return _("**{number} of {whole}** are in {place}.").format(
        number=number(most.count), whole=number(whole), place=name
    )


def kinds_card(publication: Publication) -> Card | None:
    """Which kinds of employers and trades the placements are at."""
    table = publication.table("employer_kinds")
    if table is None or not table.cells:
        return None
    owners = _kind(table, "ownership")
    trades = _kind(table, "sector")
    return Card(
        "slag",
        _("Who opens the door"),
        _most_placements(owners, total(table, "ownership.")),
        "two_bars",
        {
            "parts": [
                (title, bars(rows))
                for title, rows in ((_("By ownership"), owners), (_("By trade"), trades))
                if rows
            ]
        },
        notes=(_("Placements that began in the period."),),
        wide=True,
    )


def _kind(table: Table, vocabulary: str) -> list[tuple[str, Cell]]:
    cells = largest_first(cell for cell in table.cells if cell.key.startswith(f"{vocabulary}."))
    return [(named(vocabulary, cell.key.partition(".")[2]), cell) for cell in cells]


def _most_placements(owners: list[tuple[str, Cell]], whole: int | None) -> str:
    shown = [(name, cell.count) for name, cell in owners if cell.count and not is_rest(cell.key)]
    if not shown:
        return _("Placements by kind of employer.")
    name, most = shown[0]
    if whole is None:
        told = _("The most usual owner is {name}: **{number} placements**.")
        return told.format(name=name.lower(), number=number(most or 0))
    return _("The most usual owner is {name}: **{number} of {whole} placements**.").format(
        name=name.lower(), number=number(most or 0), whole=number(whole)
    )


def wishes_card(publication: Publication) -> Card | None:
    """What would help more: occupations that are wished for where employers are few."""
    table = publication.table("wishes")
    if table is None or not table.cells:
        return None
    rows = [(occupation(cell.key), cell) for cell in largest_first(table.cells)]
    first, cell = rows[0]
    finding = _("More employers are needed in the occupations that people wish for.")
    if cell.count:
        finding = _("**{number} people** wish for this, where we know few employers: {name}.").format(
            number=number(cell.count), name=first.lower().rstrip(".")
        )
    return Card(
        "hindrar",
        _("What would help more to work"),
        finding,
        "two_bars",
        {"parts": [("", bars(rows))]},
        notes=(_("People with support now, and the occupations that they wish for."),),
    )
