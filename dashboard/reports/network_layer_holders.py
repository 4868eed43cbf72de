"""Who holds a network behind the ties together: the nodes that others reach each other through."""

from dataclasses import dataclass

from dashboard.reports.network_layer import LayerView

NAMED = 5
FEWEST = 3
"""With fewer nodes nothing can stand between others."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A node that others reach each other through.

    Attributes:
        node: its id.
        label: what it is called.
        falls_apart: whether some could no longer reach each other without it.
        between: the part of the shortest ways of all others that go through it.
        links: how many it is linked to.
        circles: how many that is when those who are linked to each other count as one.
        constraint: how much of what it has goes through the same few.
        came: clients who came to it by arrows.
        went_on: clients who went on from it.
    """

    node: str
    label: str
    falls_apart: bool
    between: float
    links: int
    circles: float
    constraint: float
    came: int
    went_on: int


@dataclass(frozen=True, slots=True)
class Holders:
    """Those through whom most goes, first.

    Attributes:
        found: at most NAMED of them.
        more: how many others there are.
        units: how many units the network has: with a single one, all goes through it.
        nodes: how many nodes it has.
    """

    found: tuple[Holder, ...]
    more: int
    units: int
    nodes: int


def holders(view: LayerView) -> Holders | None:
    """Who holds it together; None for the network of alike employers, where the question means nothing.

    A unit is left out: that its own employers reach each other through it is what a unit is.
    """
    if view.name == "alike":
        return None
    nodes = view.nodes
    others = nodes[(nodes["kind"] != "unit") & (nodes["between"] > 0)]
    # Of arrows only the way from one to another counts, which "between" follows.
    first = others.sort_values(["between", "label"], ascending=[False, True], kind="stable")
    found = tuple(
        Holder(
            node=str(row.Index),
            label=str(row.label),
            falls_apart=bool(row.holds_together) and not view.directed,
            between=float(str(row.between)),
            links=int(str(row.links)),
            circles=float(str(row.circles)),
            constraint=float(str(row.constraint)),
            came=round(float(str(row.into))),
            went_on=int(str(row.went_on)),
        )
        for row in first[:NAMED].itertuples()
    )
    units = int((nodes["kind"] == "unit").sum())
    return Holders(found, len(first) - len(found), units, len(nodes))
