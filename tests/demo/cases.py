"""The days and seeds that the demo is tried on."""

import datetime as dt

LEAP_DAY = dt.date(2028, 2, 29)
NEW_YEAR = dt.date(2027, 1, 1)
SATURDAY = dt.date(2026, 11, 21)
IN_JULY = dt.date(2026, 7, 15)
DAYS = (SATURDAY, LEAP_DAY, NEW_YEAR, IN_JULY)
SEEDS = (1, 2)
CASES = tuple((on, seed) for on in DAYS for seed in SEEDS)
