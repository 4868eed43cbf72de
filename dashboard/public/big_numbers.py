"""The three numbers that the page begins with, each with what it is a part of."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.publication import Cell, Publication, Table
from dashboard.i18n import N_, _, ngettext, number
from dashboard.public.signs import per_cent, range_of, said, total, uncertain, why

TERMS: Mapping[str, str] = {
    "182": N_("who get a job still have one after half a year."),
    "365": N_("who get a job still have one after a year."),
    "90": N_("who get a job still have one after three months."),
}
"""How long after the first day a job is looked at; the first that is shown is told."""
MET = 2
"""The rung from which an employer has been met."""


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A number and its sentence.

    Attributes:
        number: the number; empty when it is not shown.
        of: what it is a part of, "of 94"; empty when there is no whole.
        sentence: what it says, to be read after them.
        detail: more about it, smaller.
        width: the part as per cent, for a bar; None for no bar.
    """

    number: str
    of: str
    sentence: str
    detail: str = ""
    width: float | None = None


def big_numbers(publication: Publication) -> tuple[BigNumber, ...]:
    """Those that the publication can give."""
    people, retention, rungs = (publication.table(key) for key in ("people", "retention", "rungs"))
    found = [
        _results(people) if people else None,
        _still(retention) if retention else None,
        _met(rungs) if rungs else None,
    ]
    return tuple(one for one in found if one is not None)


def _results(people: Table) -> BigNumber:
    served, reached = people.cell("served"), people.cell("to_work_or_studies")
    if served.count is None:
        return BigNumber("", "", _("How many people had support: {why}.").format(why=why(served.sign)))
    if reached.count is None:
        sentence = ngettext("person had support.", "people had support.", served.count)
        return BigNumber(number(served.count), "", sentence, _unknown_results(reached))
    share = people.part("to_work_or_studies")
    return BigNumber(
        number(reached.count),
        _("of {whole}").format(whole=number(served.count)),
        _("people with support began to work or study."),
        " ".join(filter(None, (_about(share.per_cent, range_of(share)), _split(people)))),
        _width(reached.count, served.count),
    )


def _unknown_results(reached: Cell) -> str:
    return _("How many of them began to work or study: {why}.").format(why=why(reached.sign))


def _split(people: Table) -> str:
    work, studies = people.cell("to_work"), people.cell("to_studies")
    if work.count is None and studies.count is None:
        return ""
    return _("To work: {work}. To studies: {studies}.").format(work=said(work), studies=said(studies))


def _about(share: int | None, between: str) -> str:
    if share is None:
        return ""
    if not between:
        return _("That is about {share}.").format(share=per_cent(share))
    return _("That is about {share} (uncertain: {range}).").format(share=per_cent(share), range=between)


def _still(retention: Table) -> BigNumber:
    term = next((term for term in TERMS if retention.part(term).per_cent is not None), next(iter(TERMS)))
    part, at_risk = retention.part(term), retention.cell(term)
    if part.per_cent is None:
        sentence = _("How many still have their job after half a year: {why}.").format(why=why(part.sign))
        return BigNumber("", "", sentence)
    followed = (
        _("Followed that long: {number}.").format(number=number(at_risk.count)) if at_risk.count else ""
    )
    told = uncertain(part)
    detail = " ".join(filter(None, (followed, f"{told[:1].upper()}{told[1:]}." if told else "")))
    return BigNumber(
        _as_digits(part.per_cent),
        _("of {whole}").format(whole=number(10)),
        _(TERMS[term]),
        detail,
        float(part.per_cent),
    )


def _as_digits(share: int) -> str:
    whole, half = divmod(share, 10)
    return f"{whole}–{whole + 1}" if half else str(whole)


def _met(rungs: Table) -> BigNumber | None:
    whole = total(rungs)
    met = [cell.count for cell in rungs.cells if int(cell.key) >= MET]
    known = [count for count in met if count is not None]
    if whole is not None and len(known) == len(met):
        return BigNumber(
            number(sum(known)),
            _("of {whole}").format(whole=number(whole)),
            _("employers have met us face to face."),
            _hired(rungs),
            _width(sum(known), whole),
        )
    return None


def _hired(rungs: Table) -> str:
    counts = [rungs.cell(key).count for key in ("4", "5")]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts):
        return ""
    return _("Of them, {number} have hired somebody through us.").format(number=number(sum(known)))


def _width(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
