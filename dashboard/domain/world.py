"""Everything a unit has told us, as one frame a table: what analysis starts from."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The tables of DATA.md as data frames, one row a record, with the contract's column names.

    Columns that hold dates are `datetime64[s]` with NaT where there is none; keys and words are `str`
    with NaN where empty; lists stay as `;`-separated text. References are *resolved* as DATA.md says
    (a placement without a coach has its client's, a follow-up its placement's, a client its coach's
    unit, everybody the only unit when there is one). Employers also carry `map_latitude`,
    `map_longitude`, `position_precision` and `map_municipality_code`. Treat as read-only.

    Attributes:
        version: the data version the frames were read at.
    """

    version: str
    units: pd.DataFrame
    coaches: pd.DataFrame
    employers: pd.DataFrame
    clients: pd.DataFrame
    cooperation: pd.DataFrame
    steps: pd.DataFrame
    contacts: pd.DataFrame
    placements: pd.DataFrame
    follow_ups: pd.DataFrame
