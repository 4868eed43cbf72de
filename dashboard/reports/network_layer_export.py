"""The list of a network behind the ties as a file, with the selection it comes from."""

from collections.abc import Callable, Mapping, Sequence

from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.network_export import selection_in_words
from dashboard.reports.network_layer import LayerView, shown_layer
from dashboard.reports.network_layer_groups import chosen_group, groups
from dashboard.reports.network_layer_rows import COLUMNS, Named, NodeRow, all_nodes
from dashboard.reports.network_layer_words import kind_word, layer_title
from dashboard.reports.network_scope import known
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import PageState

MEASURES: Mapping[str, tuple[str, ...]] = {
    "ways": ("layers.ways", "ways.stones", "layers.node.between"),
    "alike": ("layers.alike", "layers.node.links", "communities.found", "communities.stability"),
    "coaches": (
        *("layers.coaches", "network.ties", "layers.node.links"),
        *(f"layers.node.{part}" for part in ("holds_together", "between", "circles", "constraint")),
    ),
    "referrers": ("layers.referrers", "layers.node.links", "layers.node.between"),
}
"""The figures of each network's picture, list and file."""


def node_labels(name: str) -> Mapping[str, str]:
    """The heading of every column that a network's list may have."""
    partners = {"coaches": _("Shares with"), "alike": _("Is like")}.get(name, _("Linked to"))
    how_many = _("Colleagues they share with") if name == "coaches" else _("Alike ones")
    return {
        "name": _("Coach") if name == "coaches" else _("Name") if name == "referrers" else _("Employer"),
        "node_kind": _("What it is"),
        "links": how_many,
        "clients": _("Clients"),
        "ties": _("Employers with a living tie"),
        "went_on": _("Went on from here"),
        "to": _("To a job at"),
        "came": _("Came here"),
        "origins": _("From"),
        "partners": partners,
        "community": _("Group"),
    }


def node_file(access: Access, page: PageState) -> StampedTable:
    """All rows that the address asks for, in its order, with all that each is linked to."""
    view, rows = shown_layer(access, page), all_nodes(access, page)
    columns, labels = COLUMNS[view.name], node_labels(view.name)
    return StampedTable(
        name=f"natverk-{view.name}-{page.on.isoformat()}",
        title=layer_title(page),
        stamp=_stamp(access, page, len(rows)),
        header=[_("Key"), *(labels[column] for column in columns)],
        rows=[_cells(view, row, columns) for row in rows],
    )


def _cells(view: LayerView, row: NodeRow, columns: Sequence[str]) -> list[Cell]:
    key = ", ".join(row.employers) or row.key
    return [key, *(_CELLS[column](view, row) for column in columns)]


def _linked(view: LayerView, partners: Sequence[Named]) -> str:
    digits = 2 if view.name == "alike" else 0
    return "; ".join(f"{one.label} ({number(one.strength, digits)})" for one in partners)


_CELLS: Mapping[str, Callable[[LayerView, NodeRow], Cell]] = {
    "name": lambda _view, row: row.name,
    "node_kind": lambda _view, row: kind_word(row.kind),
    "links": lambda _view, row: row.links,
    "ties": lambda _view, row: row.ties,
    "clients": lambda _view, row: row.clients or None,
    "went_on": lambda _view, row: row.went_on,
    "to": lambda view, row: _linked(view, row.partners),
    "came": lambda _view, row: row.came,
    "origins": lambda view, row: _linked(view, row.origins),
    "partners": lambda view, row: _linked(view, row.partners),
    "community": lambda _view, row: row.community,
}


def _stamp(access: Access, page: PageState, count: int) -> list[tuple[str, str]]:
    chosen = chosen_group(groups(access, page), page)
    # The shared filters on employers do not narrow these networks.
    whole = page.replace(coach=None, ownership=None, sector=None)
    told = notes(MEASURES[page.layer or ""], access.definitions)
    return [
        (_("As of"), day(page.on)),
        (_("Selection"), selection_in_words(whole, known(access, whole))),
        *([(_("Group"), chosen.name)] if chosen else []),
        (_("Rows"), number(count)),
        (_("Search"), page.text or "–"),
        (_("Definition"), " ".join(note.sentence for note in told)),
        (_("Version of the definitions"), access.definitions.version),
        (_("Version of the data"), access.store.data_version()),
        *([(_("Note"), _("Invented sample data."))] if access.store.is_demo() else []),
    ]
