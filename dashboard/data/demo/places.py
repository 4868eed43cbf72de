"""The real places around Vallentuna on which the invented employers and clients are put.

Only the places are real: nothing that the demo says to happen there did. Points are drawn at random
around the middle of a place, near enough to stay inside its municipality.
"""

import math
import random
from dataclasses import dataclass

HOME_MUNICIPALITY = "0115"
KILOMETRES_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Locality:
    """A locality with its municipality, some of its postal codes and its middle.

    Attributes:
        spread: how many kilometres around the middle points are drawn.
        employers: how often an employer lies here, in relation to the others.
        clients: how often a client lives here.
    """

    name: str
    municipality_code: str
    postal_codes: tuple[str, ...]
    latitude: float
    longitude: float
    spread: float
    employers: int
    clients: int

    def point(self, rng: random.Random) -> tuple[float, float]:
        """A random point of the locality, denser towards its middle."""
        distance = self.spread * rng.random()
        angle = rng.uniform(0, 2 * math.pi)
        latitude = self.latitude + distance * math.cos(angle) / KILOMETRES_PER_DEGREE
        east = distance * math.sin(angle) / (KILOMETRES_PER_DEGREE * math.cos(math.radians(self.latitude)))
        return round(latitude, 5), round(self.longitude + east, 5)


LOCALITIES = (
    Locality(
        "Vallentuna", "0115", ("18630", "18631", "18632", "18636", "18650"), 59.5344, 18.0776, 1.6, 44, 46
    ),
    Locality("Bällsta", "0115", ("18634", "18635"), 59.5240, 18.0850, 0.8, 6, 8),
    Locality("Ormsta", "0115", ("18633", "18637"), 59.5460, 18.0810, 0.8, 5, 7),
    Locality("Lindholmen", "0115", ("18692",), 59.5833, 18.1000, 0.8, 5, 8),
    Locality("Karby", "0115", ("18670",), 59.5609, 18.2201, 0.8, 4, 5),
    Locality("Brottby", "0115", ("18697",), 59.5630, 18.2410, 0.8, 4, 5),
    Locality("Kårsta", "0115", ("18695",), 59.6480, 18.2680, 0.6, 3, 4),
    Locality("Täby", "0160", ("18330", "18334", "18730"), 59.4439, 18.0687, 1.2, 11, 0),
    Locality("Arninge", "0160", ("18766",), 59.4660, 18.1290, 0.6, 5, 0),
    Locality("Upplands Väsby", "0114", ("19430", "19434", "19461"), 59.5184, 17.9113, 1.2, 8, 3),
    Locality("Åkersberga", "0117", ("18430", "18434", "18450"), 59.4794, 18.2997, 1.2, 6, 3),
    Locality("Märsta", "0191", ("19530", "19551"), 59.6216, 17.8548, 1.0, 3, 0),
    Locality("Sollentuna", "0163", ("19140", "19270"), 59.4280, 17.9509, 0.9, 3, 0),
    Locality("Danderyd", "0162", ("18231", "18233"), 59.4040, 18.0350, 0.5, 2, 0),
)
"""Most employers and nearly all clients are in the unit's own municipality, the rest within reach of it."""

HOME_LOCALITIES = tuple(place for place in LOCALITIES if place.municipality_code == HOME_MUNICIPALITY)


def locality(name: str) -> Locality:
    """The locality of that name."""
    return next(place for place in LOCALITIES if place.name == name)
