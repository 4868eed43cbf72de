"""The people: where they are on the way, what trials led to, whether jobs last, women and men, over time."""

from collections.abc import Mapping
from typing import Any

from dashboard.domain.publication import MISSING, NOT_APPLICABLE, Cell, Part, Publication, Table
from dashboard.i18n import N_, _, number
from dashboard.public.cards import Card, Twin, bars
from dashboard.public.network_cards import named
from dashboard.public.signs import half_year, of_ten, per_cent, said, share, short_half, total, uncertain, why
from dashboard.words import word

STEPS = ("1", "2", "3", "4", "5")
STEP_MEANINGS: Mapping[str, str] = {
    "1": N_("We agree on the support."),
    "2": N_("What the person wants, can do and needs."),
    "3": N_("We look for workplaces together."),
    "4": N_("The employer takes part and tries it out."),
    "5": N_("The work goes on, and so does the support."),
}
MOST_DOTS = 60
DOTS_A_ROW = 6
WHEN = {"90": N_("3 months"), "182": N_("6 months"), "365": N_("12 months")}
GENDERS = ("woman", "man", "other")
GENDER_NAMES = {"woman": N_("Women"), "man": N_("Men"), "other": N_("Other gender")}
OUTCOME_GROUPS = {"employment": "goal", "studies": "goal", "extended": "onward", "new_placement": "onward"}


def steps_card(publication: Publication) -> Card | None:
    """Where on the five steps those with support are."""
    table = publication.table("steps")
    if table is None:
        return None
    cells = [table.cell(key) for key in STEPS]
    each = max(1, max((cell.count or 0 for cell in cells), default=0) // MOST_DOTS + 1)
    steps = [
        (
            cell.key,
            word("step", cell.key),
            _(STEP_MEANINGS[cell.key]),
            said(cell),
            cell.count is not None,
            _dots(_signs(cell, each)),
        )
        for cell in cells
    ]
    highest = -(-max(_signs(cell, each) for cell in cells) // DOTS_A_ROW)
    notes = [
        _("Each dot is one person.")
        if each == 1
        else _("Each dot is up to {n} people.").format(n=number(each))
    ]
    outside = table.cell("none")
    if outside.sign != "-" and outside.count != 0:
        notes.append(_("No step recorded: {number}.").format(number=said(outside)))
    return Card(
        "stegen",
        _("Five steps to a job"),
        _where(cells, total(table)),
        "steps",
        {"steps": steps, "height": max(1, highest) * 16},
        notes=tuple(notes),
        wide=True,
    )


def _signs(cell: Cell, each: int) -> int:
    return -(-(cell.count or 0) // each)


def _dots(count: int) -> list[tuple[int, int]]:
    return [(place % DOTS_A_ROW, place // DOTS_A_ROW) for place in range(count)]


def _where(cells: list[Cell], whole: int | None) -> str:
    shown = [cell for cell in cells if cell.count is not None]
    told = (
        _("{number} people had support at the end of the period.").format(number=number(whole))
        if whole is not None
        else ""
    )
    if len(shown) == len(cells) and any(cell.count for cell in shown):
        most = max(shown, key=lambda cell: cell.count or 0)
        told += " " + _("**Most, {number}, are on step {step}**: {name}.").format(
            number=said(most), step=most.key, name=word("step", most.key).lower()
        )
    return told.strip() or _("How many people were on each step when the period ended.")


def trials_card(publication: Publication) -> Card | None:
    """What the completed trials led to."""
    table = publication.table("trials")
    if table is None or not table.cells:
        return None
    rows = [(_outcome(cell.key), cell) for cell in table.cells if cell.key != "completed"]
    success, broken = table.part("success"), table.part("interrupted")
    return Card(
        "provningar",
        _("Trying it at a workplace"),
        _success(success, _completed(table)),
        "two_bars",
        {"parts": [("", bars(rows))], "aside": _broken(broken)},
        notes=(_("Trials, training and internships that ended in the period, by what came after."),),
    )


def _success(part: Part, whole: int | None) -> str:
    if part.per_cent is None:
        told = _("How many trials led to work or studies: {why}.").format(why=why(part.sign))
    else:
        told = _("**About {share} of the trials** led to work or studies ({uncertain}).").format(
            share=per_cent(part.per_cent), uncertain=uncertain(part)
        )
        told = told.replace(" ()", "")
    return told if whole is None else told + " " + _("{number} trials ended.").format(number=number(whole))


def _outcome(key: str) -> str:
    return _("Interrupted") if key == "interrupted" else named("outcome", key)


def _completed(table: Table) -> int | None:
    """All of them: where that is a number of its own, else the sum."""
    whole = table.cell("completed")
    return total(table) if whole.sign == MISSING else whole.count


def _broken(part: Part) -> str:
    if part.per_cent is None:
        return ""
    told = _("Broken off before the end: about {share}").format(share=per_cent(part.per_cent))
    span = uncertain(part)
    return f"{told} ({span})." if span else f"{told}."


def retention_card(publication: Publication) -> Card | None:
    """Whether jobs last, as ten people."""
    table = publication.table("retention")
    if table is None:
        return None
    rows = [(key, table.part(key), table.cell(key)) for key in WHEN]
    people = [
        (
            _(WHEN[key]),
            None if part.per_cent is None else part.per_cent,
            _("{number} of 10").format(number=_digits(part.per_cent))
            if part.per_cent is not None
            else why(part.sign),
            uncertain(part),
            (part.low / 10, part.high / 10) if part.low is not None and part.high is not None else None,
        )
        for key, part, _cell in rows
    ]
    return Card(
        "varar",
        _("Do the jobs last?"),
        _lasting({key: part for key, part, _cell in rows}),
        "ten_people",
        {"people": people},
        Twin(
            _("Share who still have a job, of those who got one"),
            (_("After"), _("Still at work"), _("Uncertain"), _("Followed that long")),
            tuple(
                (_(WHEN[key]), share(part), uncertain(part).partition(": ")[2] or "–", said(cell))
                for key, part, cell in rows
            ),
        ),
        notes=(
            _(
                "Jobs that are still going on are counted as long as they have been followed. "
                "The line under the people shows how uncertain the number is (95 %)."
            ),
        ),
    )


def _digits(value: int) -> str:
    whole, half = divmod(value, 10)
    return f"{whole}–{whole + 1}" if half else str(whole)


def _lasting(parts: Mapping[str, Part]) -> str:
    year, half = parts["365"], parts["182"]
    if year.per_cent is not None:
        return _("Of ten people who get a job, **about {number} still have one after a year**.").format(
            number=of_ten(year.per_cent)
        )
    if half.per_cent is not None:
        return _("Of ten people who get a job, **about {number} still have one after half a year**.").format(
            number=of_ten(half.per_cent)
        )
    return _("Too few to say how long the jobs last.")


def gender_card(publication: Publication) -> Card | None:
    """Women and men side by side."""
    served, results = publication.table("gender"), publication.table("gender_results")
    if served is None and results is None:
        return None
    rows = [_gender_row(key, served, results) for key in GENDERS if _applies(key, served, results)]
    parts = {key: results.part(key) if results else Part(key, None, sign="-") for key in ("woman", "man")}
    return Card(
        "konen",
        _("Women and men"),
        _difference(parts["woman"], parts["man"]) if results else _served_by(served),
        "genders",
        {"rows": rows, "results": results is not None},
        Twin(
            _("People with support, and how many of them began to work or study"),
            (_("Gender"), _("Had support"), _("Began to work or study"), _("Share")),
            tuple((row["name"], row["served"], row["reached"], row["share"] or "–") for row in rows),
        ),
        notes=(_("The scale goes from 0 to 100 %. The lines show how uncertain the shares are (95 %)."),)
        if results
        else (),
    )


def _applies(key: str, *tables: Table | None) -> bool:
    return any(table and table.cell(key).sign not in {MISSING, NOT_APPLICABLE} for table in tables)


def _gender_row(key: str, served: Table | None, results: Table | None) -> dict[str, Any]:
    whole = served.cell(key) if served else Cell(key, None, "-")
    reached = results.cell(key) if results else Cell(key, None, "-")
    part = results.part(key) if results else Part(key, None, sign="-")
    return {
        "key": key,
        "name": _(GENDER_NAMES[key]),
        "served": said(whole),
        "reached": said(reached),
        "share": share(part) if part.per_cent is not None else "",
        "part": part,
        "told": _("{part} of {whole}").format(part=said(reached), whole=said(whole))
        if reached.count is not None and whole.count is not None
        else (said(reached) if results else said(whole)),
    }


def _difference(woman: Part, man: Part) -> str:
    ends = (woman.low, woman.high, man.low, man.high)
    if woman.per_cent is None or man.per_cent is None or any(end is None for end in ends):
        return _("It cannot be told whether women and men get the same chances.")
    if (woman.low or 0) > (man.high or 0):
        return _("**Women began to work or study more often** than men.")
    if (man.low or 0) > (woman.high or 0):
        return _("**Men began to work or study more often** than women.")
    return _("**No certain difference** between women's and men's chances of work or studies.")


def _served_by(served: Table | None) -> str:
    cells = [served.cell(key) for key in ("woman", "man")] if served else []
    if not cells or any(cell.count is None for cell in cells):
        return _("How many women and men had support.")
    return _("{women} women and {men} men had support.").format(women=said(cells[0]), men=said(cells[1]))


def halves_card(publication: Publication) -> Card | None:
    """Results for each half-year."""
    table = publication.table("half_years")
    if table is None or not table.cells:
        return None
    drawn = bars((short_half(cell.key), cell) for cell in table.cells)
    last = table.cells[-1]
    when = half_year(last.key)
    finding = (
        _("The {when}: {why}.").format(when=when, why=why(last.sign))
        if last.count is None
        else _("The {when}: **{number}** began to work or study.").format(when=when, number=said(last))
    )
    finding = finding[:1].upper() + finding[1:]
    return Card(
        "over-tid",
        _("Half-year by half-year"),
        finding,
        "columns",
        {"bars": drawn},
        Twin(
            _("People who began to work or study"),
            (_("Half-year"), _("Number of people")),
            tuple((half_year(cell.key), said(cell)) for cell in table.cells),
        ),
        notes=(_("With few people the numbers go up and down by chance."),),
    )
