"""How much a file may ask of the machine. What is past a limit is refused before memory grows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take.

    Attributes:
        packed: bytes of the file as it lies there.
        unpacked: bytes of all its parts, counted while they are inflated.
        cells: cells that the used part of one sheet may span.
        memory: bytes that the process which unpacks it may address.
        seconds: processor seconds of that process, and seconds that it may be waited for.
    """

    packed: int
    unpacked: int
    cells: int
    memory: int
    seconds: int


COMMAND_LINE = Limits(500_000_000, 5_000_000_000, 60_000_000, 6_000_000_000, 1_800)
WEB = Limits(20_000_000, 200_000_000, 10_000_000, 1_500_000_000, 120)
MOST_PARTS = 2_000
"""More parts than any spreadsheet has."""
