"""All numbers of a publication as a file that a spreadsheet opens: what the page shows, and nothing more."""

import csv
import io
from collections.abc import Iterator

from dashboard import i18n
from dashboard.domain.publication import Publication
from dashboard.i18n import _
from dashboard.public.number_names import number_name, table_name
from dashboard.public.render import wording_of

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads å, ä and ö wrongly."""


def figures_file(publication: Publication | None, language: str) -> str:
    """Semicolons between, since Swedish numbers have decimal commas; a number that is hidden has its sign."""
    written = io.StringIO()
    with i18n.in_language(language), i18n.in_wording(wording_of(publication)):
        writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
        writer.writerow(
            (_("What"), _("Table"), _("Key"), _("Number"), _("Per cent"), _("Lowest"), _("Highest"))
        )
        if publication is not None:
            writer.writerows(_rows(publication))
    return BYTE_ORDER_MARK + written.getvalue()


def _rows(publication: Publication) -> Iterator[tuple[str, ...]]:
    for table in publication.tables:
        about = table_name(table.key)
        for cell in table.cells:
            yield (
                _named(about, table.key, cell.key),
                table.key,
                cell.key,
                _told(cell.count, cell.sign),
                "",
                "",
                "",
            )
        for part in table.parts:
            shares = (_told(value, part.sign) for value in (part.per_cent, part.low, part.high))
            named = _("{name}, share").format(name=_named(about, table.key, part.key))
            yield named, table.key, part.key, "", *shares


def _named(about: str, table: str, key: str) -> str:
    return f"{about}: {number_name(table, key)}"


def _told(value: int | None, sign: str) -> str:
    return sign if value is None else str(value)
