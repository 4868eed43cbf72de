"""What tells one kind of unit from another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.data.demo.clients import REFERRERS
from dashboard.data.demo.places import Locality
from dashboard.domain.setting_catalogue import Value

Owners = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """One unit.

    Attributes:
        key: of the unit; its coaches have it with a number.
        name: shown.
        places: where its employers are and its clients live; a client's district is the name of one.
        coaches: their first names.
        clients: how many have been enrolled.
        success: how often a trial leads to work.
    """

    key: str
    name: str
    places: tuple[Locality, ...]
    coaches: tuple[str, ...]
    clients: int
    success: float = 0.45


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of unit.

    Attributes:
        key: how it is asked for.
        programme: the label that its units share.
        units: the units.
        employers: how many each unit knows.
        owners: ownerships and how common each is; empty leaves it to the trade.
        referrers: who refers clients, and how often.
        rounds: ages of the days on which clients are admitted; empty when they come one by one.
        waiting: how many wait to be enrolled, in each unit.
        answers: the share of clients and employers who rate a trial.
        likes: the ratings that clients give a trial.
        employers_like: those that employers give; empty when they give the same.
        asks_all: whether what was broken off is rated in the same way.
        settings: the unit's own thresholds and targets.
        words: the unit's own words, by name.
    """

    key: str
    programme: str
    units: tuple[UnitPlan, ...]
    employers: int
    owners: Owners = ()
    referrers: Mapping[str, int] = field(default_factory=lambda: REFERRERS)
    rounds: tuple[int, ...] = ()
    waiting: int = 0
    answers: float = 0.7
    likes: tuple[int, ...] = (5, 5, 4, 4, 4, 3, 2)
    employers_like: tuple[int, ...] = ()
    asks_all: bool = False
    settings: Mapping[str, Value] = field(default_factory=dict)
    words: Mapping[str, str | None] = field(default_factory=dict)
