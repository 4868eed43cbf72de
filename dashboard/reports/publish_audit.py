"""From a choice to what may be public, with the proof: count, hold against what was public, protect."""

import datetime as dt
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.analysis.disclosure import protect
from dashboard.analysis.suppression import half_year
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.publication_records import private_parts
from dashboard.domain.declared import require_declared
from dashboard.domain.disclosure import Release
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import Period
from dashboard.domain.publication import TABLES, Publication
from dashboard.domain.publication_choice import CONTACT, LONGEST_CONTACT, LONGEST_NAME, Choice
from dashboard.i18n import _
from dashboard.reports.access import Store
from dashboard.reports.publish_blocks import TablePlan
from dashboard.reports.publish_earlier import earlier_of, private_values, shown_before
from dashboard.reports.publish_material import HEADLINE, material
from dashboard.reports.publish_own_words import own_words
from dashboard.reports.publish_page import publication_of
from dashboard.reports.report_input import report_input

SALT = 32
COUNTING, ATTACKING = "counting", "attacking"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Audited:
    """What an audit gave.

    Attributes:
        publication: what would be public.
        release: what is hidden and why, and what the attack could tell.
        plans: which count stands behind each number.
        salt: what digests of persons were made with.
        private: what later publications are held against.
        data_version: the data it was made from.
        before: those leaks that an earlier publication shows by itself.
    """

    publication: Publication
    release: Release
    plans: tuple[TablePlan, ...]
    salt: bytes
    private: Mapping[str, Any]
    data_version: str
    before: tuple[str, ...]


def audit(store: Store, choice: Choice, today: dt.date, tell: Tell = lambda _stage: None) -> Audited:
    """Count what was chosen, hide what must be hidden, and attack the rest.

    Args:
        store: the data.
        choice: what is to be public.
        today: the day; the period must have ended.
        tell: is told what is being done.

    Raises:
        InvalidParameter: when the choice is none that can be published.
        PublicationRefused: when what came out may not be public.
    """
    require_choice(choice, today)
    tell(COUNTING)
    period = Period(choice.first, choice.last)
    given = report_input(store, choice.last, period, (), None)
    demo = store.is_demo()
    kept = private_parts(store.engine, demo=demo)
    salt = kept[0].salt if kept else secrets.token_bytes(SALT)
    found = material(given, choice, salt)
    tell(ATTACKING)
    earlier = [earlier_of(one, period) for one in kept]
    release = protect(found.system, found.floor, earlier, HEADLINE)
    publication = publication_of(
        found, release, choice, secrets.token_hex(8), today, words=own_words(store.wording()), invented=demo
    )
    require_declared(publication)
    return Audited(
        publication,
        release,
        found.block.tables,
        salt,
        private_values(found.system, release),
        given.version,
        shown_before(release.leaks, earlier),
    )


def require_choice(choice: Choice, today: dt.date) -> None:
    """Refuse a choice that cannot be published, with the reason.

    Raises:
        InvalidParameter: naming it.
    """
    if half_year(choice.first).first != choice.first or half_year(choice.last).last != choice.last:
        raise InvalidParameter(_("Only whole half-years are published: January–June and July–December."))
    if choice.last < choice.first:
        raise InvalidParameter(_("The period ends before it begins."))
    if choice.last >= today:
        raise InvalidParameter(_("The half-year has not ended yet. Choose one that has."))
    if not choice.tables or any(table not in TABLES for table in choice.tables):
        raise InvalidParameter(_("Choose at least one table, of those that are offered."))
    _require_texts(choice)


def _require_texts(choice: Choice) -> None:
    if not choice.unit.strip():
        raise InvalidParameter(_("Write the name that the public is to see."))
    if any(name not in CONTACT for name in choice.contact):
        raise InvalidParameter(_("There is no such field."))
    texts = [(choice.unit, LONGEST_NAME), *((text, LONGEST_CONTACT) for text in choice.contact.values())]
    for text, longest in texts:
        if len(text) > longest or not text.isprintable():
            raise InvalidParameter(
                _("“{text}” is too long, or has signs that cannot be shown.").format(text=text[:40])
            )
        if holds_identity_number(text):
            raise InvalidParameter(
                _("A text holds what looks like a personal identity number. Take it away.")
            )
