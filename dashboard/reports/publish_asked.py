"""What a form of the page Publicera asks for, as a choice."""

import re
from collections.abc import Mapping

from dashboard.domain.errors import InvalidParameter
from dashboard.domain.publication import TABLES
from dashboard.domain.publication_choice import CONTACT, Choice
from dashboard.i18n import _
from dashboard.reports.publish_choices import half_named

TICKED = "ja"
_HALF = re.compile(r"20\d\d-[12]", re.ASCII)


def choice_asked(form: Mapping[str, str]) -> Choice:
    """The choice that was filled in; whether it can be published is for the audit to say.

    Raises:
        InvalidParameter: when a half-year is none.
    """
    first, last = form.get("fran", ""), form.get("till", "")
    if not _HALF.fullmatch(first) or not _HALF.fullmatch(last):
        raise InvalidParameter(_("Choose the half-years to publish."))
    return Choice(
        first=half_named(first).first,
        last=half_named(last).last,
        tables=tuple(table for table in TABLES if form.get(f"tabell-{table}") == TICKED),
        unit=form.get("enhet", "").strip(),
        targets=form.get("mal") == TICKED,
        benchmarks=form.get("jamforelser") == TICKED,
        costs=form.get("kostnad") == TICKED,
        contact={key: form.get(f"kontakt-{key}", "").strip() for key in CONTACT},
    )
