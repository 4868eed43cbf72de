"""What a lookup of a place gives: where it lies, and how well that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["exact", "postal_code", "locality", "municipality", "none"]


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, WGS 84 degrees; with precision `municipality` it only has its municipality's point."""

    name: str
    municipality_code: str
    latitude: float
    longitude: float
    precision: Precision


@dataclass(frozen=True, slots=True)
class Position:
    """Where a row lies. Distances may be measured from `exact`, `postal_code` and `locality` only."""

    latitude: float | None
    longitude: float | None
    precision: Precision
    municipality_code: str | None

    @property
    def measurable(self) -> bool:
        """Whether a distance means anything: a municipality's point is not where the row lies."""
        return self.precision in ("exact", "postal_code", "locality")
