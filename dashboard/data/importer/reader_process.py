"""The program that reads a packed file for another process, started by `reading.isolated`.

It is told on standard input which file, and answers on standard output in frames (`reading.wire`).
"""

import contextlib
import resource
import sys
import traceback
from pathlib import Path

import orjson

from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.packed import open_packed
from dashboard.data.importer.reading.refusals import too_heavy
from dashboard.data.importer.reading.sheet import Row
from dashboard.data.importer.reading.wire import failure, frames, refusal
from dashboard.domain.errors import FileRefused
from dashboard.i18n import use_language

_GRACE = 5


def confine(limits: Limits) -> None:
    """Put a ceiling on this process: memory, processor time, and no files written, not even a core."""
    for what, soft, hard in (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + _GRACE),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # A ceiling that is lower already stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (soft, hard))


def main() -> None:
    """Read the file that standard input names."""
    order = orjson.loads(sys.stdin.buffer.read())
    limits = Limits(**order["limits"])
    use_language(order["language"])
    confine(limits)
    answer = sys.stdout.buffer
    with contextlib.suppress(BrokenPipeError):
        try:
            for frame in frames(open_packed(Path(order["path"]), _score, limits)):
                answer.write(frame)
                answer.flush()
        except FileRefused as refused:
            answer.write(refusal(str(refused)))
        except MemoryError:
            answer.write(refusal(str(too_heavy())))
        except BrokenPipeError:
            raise
        except BaseException as error:
            # A library's panic is no Exception. What it says may quote the file, so only the place is told.
            place = traceback.extract_tb(error.__traceback__)[-1]
            answer.write(failure(type(error).__name__, f"{Path(place.filename).name}:{place.lineno}"))
        answer.flush()


def _score(rows: list[Row]) -> int:
    # Only text in columns needs it, and knowing the tables takes as long as all else.
    from dashboard.data.importer.recognise import likeness  # noqa: PLC0415

    return likeness(rows)


if __name__ == "__main__":
    main()
