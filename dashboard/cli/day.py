"""A day on the command line."""

import datetime as dt
import re

import click

from dashboard.i18n import _

YEARS = range(1900, 2101)


class Day(click.ParamType[dt.date]):
    """A date written as 2026-06-30."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read the date."""
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
                raise ValueError(value)
            day = dt.date.fromisoformat(value)
        except ValueError:
            self.fail(_("“{value}” is not a date. Write it as 2026-06-30.").format(value=value), param, ctx)
        if day.year not in YEARS:
            sentence = _("{value} is outside the years {first}–{last}.")
            self.fail(sentence.format(value=value, first=YEARS[0], last=YEARS[-1]), param, ctx)
        return day


DAY = Day()
