"""Why an employer stands where it does, in one sentence that follows from the same facts as the sum."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.i18n import _, ngettext, number
from dashboard.reports.reference_words import occupation
from dashboard.words import word

NEAR_KM = 1.0


@dataclass(frozen=True, slots=True)
class Reasoned:
    """The facts behind one match.

    Attributes:
        digits: how many digits of a wish the best offer shares.
        offered: that offer's code.
        wishes: how many occupations the client wishes for.
        met: how many needs the employer meets.
        needs: how many the client has.
        has_home: whether there is anywhere to measure from.
        kilometres: the distance; None when not known.
        measured: whether it is better known than by a municipality.
        strength: of the relation, 0–100.
        level: a key of LEVELS.
        succeeded: trials of others with similar needs that led on.
        completed: all of those.
        free: free places.
        capacity: all places.
        contacts: contacts that we took lately.
    """

    digits: int
    offered: str
    wishes: int
    met: int
    needs: int
    has_home: bool
    kilometres: float | None
    measured: bool
    strength: float
    level: str
    succeeded: int
    completed: int
    free: int
    capacity: int
    contacts: int


def sentence(facts: Reasoned) -> str:
    """All the facts in a row, in the order of the parts.

    >>> from dashboard.i18n import use_language; use_language("en")
    >>> sentence(Reasoned(4, "9412", 1, 2, 3, True, 4.2, True, 81.0, "strong", 2, 3, 1, 2, 0))
    'Offers a wished occupation (Restaurant and kitchen helpers), meets 2 of 3 needs, about 4 km away, relation 81 of 100 (strong), 2 of 3 trials with similar needs led on, 1 of 2 places free.'
    """  # noqa: E501 (the sentence is as long as it is)
    said = ", ".join(_said(facts))
    return said[:1].upper() + said[1:] + "."


def _said(facts: Reasoned) -> Iterator[str]:
    if facts.wishes:
        yield _offer(facts)
    if facts.needs:
        yield _("meets {k} of {n} needs").format(k=number(facts.met), n=number(facts.needs))
    if facts.has_home:
        yield distance(facts)
    yield _relation(facts)
    yield _success(facts)
    yield _("{k} of {n} places free").format(k=number(facts.free), n=number(facts.capacity))
    if facts.contacts:
        text = ngettext("{n} contact from us lately", "{n} contacts from us lately", facts.contacts)
        yield text.format(n=number(facts.contacts))


def _offer(facts: Reasoned) -> str:
    texts = {
        4: _("offers a wished occupation ({title})"),
        3: _("offers an occupation in the same group as a wish ({title})"),
    }
    text = texts.get(facts.digits, _("offers an occupation in the same field as a wish ({title})"))
    return text.format(title=occupation(facts.offered))


def distance(facts: Reasoned) -> str:
    """How far away it is, never more exactly than it is known."""
    if facts.kilometres is None:
        return _("place not known")
    if not facts.measured:
        text = _("only the municipality is known, counted as {km} km")
        return text.format(km=number(round(facts.kilometres)))
    if facts.kilometres < NEAR_KM:
        return _("less than 1 km away")
    return _("about {km} km away").format(km=number(round(facts.kilometres)))


def _relation(facts: Reasoned) -> str:
    if facts.level == "none":
        return _("no relation yet")
    return _("relation {n} of 100 ({level})").format(
        n=number(round(facts.strength)), level=word("level", facts.level)
    )


def _success(facts: Reasoned) -> str:
    if not facts.completed:
        return _("no trial with similar needs yet") if facts.needs else _("no trial yet")
    text = _("{k} of {n} trials with similar needs led on") if facts.needs else _("{k} of {n} trials led on")
    return text.format(k=number(facts.succeeded), n=number(facts.completed))
