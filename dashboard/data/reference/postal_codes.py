"""Postal codes: their post town's position, or no more than their municipality."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dashboard.data.reference.files import read_table
from dashboard.data.reference.places import Place

_CODE = re.compile(r"(?:SE?-?)?(\d{3})\s?(\d{2})", re.IGNORECASE)


def find_postal_code(code: str) -> Place | None:
    """The place of a postal code, `18630`, `186 30` or `SE-186 30`; None when the code is not known.

    The precision is `postal_code` at the post town's position, and `municipality` when only that is known.
    """
    match = _CODE.fullmatch(code.strip())
    return _index().get(match[1] + match[2]) if match else None


@cache
def _index() -> Mapping[str, Place]:
    return {row["postal_code"]: _place(row) for row in read_table("postal_codes.csv")}


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        name=row["post_town"],
        municipality_code=row["municipality_code"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        precision="postal_code" if row["basis"] == "town" else "municipality",
    )
