"""Selections that people have given a name. Each query names the owner: nobody reaches another's."""

from dataclasses import dataclass

from sqlalchemy import Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.data.engine import keeping, reading
from dashboard.data.models import SavedView


@dataclass(frozen=True, slots=True)
class View:
    """A selection with a name.

    Attributes:
        view_id: its key.
        name: what its owner calls it.
        query: the part of the address after "?".
    """

    view_id: int
    name: str
    query: str


def read_views(engine: Engine, user_id: int, path: str) -> tuple[View, ...]:
    """The account's views of a page, the oldest first."""
    wanted = (
        select(SavedView.view_id, SavedView.name, SavedView.query)
        .where(SavedView.user_id == user_id, SavedView.path == path)
        .order_by(SavedView.view_id)
    )
    with reading(engine) as connection:
        return tuple(View(*row) for row in connection.execute(wanted))


def count_views(engine: Engine, user_id: int) -> int:
    """How many views the account has, on all pages together."""
    counted = select(func.count()).select_from(SavedView).where(SavedView.user_id == user_id)
    with reading(engine) as connection:
        return int(connection.execute(counted).scalar_one())


def add_view(engine: Engine, user_id: int, path: str, name: str, query: str) -> bool:
    """Keep a selection under a name; False when the account has one of that name on the page already."""
    values = {"user_id": user_id, "path": path, "name": name, "query": query}
    try:
        with keeping(engine) as connection:
            connection.execute(insert(SavedView).values(values))
    except IntegrityError:
        return False
    return True


def rename_view(engine: Engine, user_id: int, view_id: int, name: str) -> bool:
    """Give one of the account's own views another name; False: the name is taken, or it is not its own."""
    own = (SavedView.view_id == view_id, SavedView.user_id == user_id)
    try:
        with keeping(engine) as connection:
            changed = connection.execute(update(SavedView).where(*own).values(name=name))
    except IntegrityError:
        return False
    return bool(changed.rowcount)


def remove_view(engine: Engine, user_id: int, view_id: int) -> bool:
    """Take one of the account's own views away; False when it has no such view."""
    own = (SavedView.view_id == view_id, SavedView.user_id == user_id)
    with keeping(engine) as connection:
        gone = connection.execute(delete(SavedView).where(*own))
    return bool(gone.rowcount)
