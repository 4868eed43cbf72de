"""A message that somebody has left about accessibility."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A message.

    Attributes:
        number: names it.
        came_on: the day.
        text: what somebody wrote.
        answer_to: how to reach whoever wrote it; empty when they did not say.
    """

    number: int
    came_on: dt.date
    text: str
    answer_to: str
