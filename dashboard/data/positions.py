"""The stored places of the network's nodes. Writing them does not change the data version."""

from collections.abc import Mapping

from sqlalchemy import Engine, delete, insert, select

from dashboard.data.engine import reading
from dashboard.data.models import Position

Places = Mapping[str, tuple[float, float]]


def read_places(engine: Engine, graph: str) -> dict[str, tuple[float, float]]:
    """The stored places of one picture, by node."""
    query = select(Position.node, Position.x, Position.y).where(Position.graph == graph)
    with reading(engine) as connection:
        return {node: (x, y) for node, x, y in connection.execute(query)}


def store_places(engine: Engine, graph: str, places: Places) -> None:
    """Add the places of nodes that have none yet; a place once stored stays.

    Two servers may find the same new node at once: the first one's place is kept.
    """
    with engine.connect().execution_options(brygga_writes=True) as connection, connection.begin():
        query = select(Position.node).where(Position.graph == graph)
        known = set(connection.execute(query).scalars())
        rows = [
            {"graph": graph, "node": node, "x": x, "y": y}
            for node, (x, y) in places.items()
            if node not in known
        ]
        if rows:
            connection.execute(insert(Position), rows)


def forget_places(engine: Engine, graph: str) -> None:
    """Remove all places of a picture, so that it is drawn anew."""
    with engine.begin() as connection:
        connection.execute(delete(Position).where(Position.graph == graph))
