"""The network growing over the years: each sign keeps its place, and appears when its half-year comes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson

from dashboard.domain.publication import Publication
from dashboard.i18n import _
from dashboard.public.arch import CENTRE, HEIGHT, SEED, WIDTH, Arch, Seat, arch
from dashboard.public.network_cards import LAYER_NAMES, LAYER_RUNGS, LAYERS, halves_of
from dashboard.public.signs import half_year

FEWEST = 2
"""Half-years from which there is something to show."""


@dataclass(frozen=True, slots=True)
class RankedArch:
    """An arch whose signs are ranked: in a half-year with n of them, those ranked below n are there."""

    seats: dict[int, tuple[tuple[int, Seat], ...]]
    scale: float


def film(publication: Publication) -> dict[str, Any] | None:
    """What the film is drawn from; None when there are too few half-years, or a number of them is hidden."""
    table = publication.table("growth")
    halves = halves_of(table) if table else []
    if table is None or len(halves) < FEWEST:
        return None
    counts = {
        half: {LAYER_RUNGS[layer]: table.cell(f"{half}.{layer}").count for layer in LAYERS} for half in halves
    }
    if any(count is None for rungs in counts.values() for count in rungs.values()):
        return None
    most = {rung: max(counts[half][rung] or 0 for half in halves) for rung in LAYER_RUNGS.values()}
    drawn = arch(most)
    told = [half_year(half) for half in halves]
    frames = [
        {
            "label": name[:1].upper() + name[1:],
            "counts": {str(rung): -(-(n or 0) // drawn.each) for rung, n in counts[half].items()},
        }
        for half, name in zip(halves, told, strict=True)
    ]
    return {
        "arch": _ranked(drawn),
        "counts": orjson.dumps(frames).decode(),
        "last": frames[-1]["label"],
        "legend": [(LAYER_RUNGS[layer], _(LAYER_NAMES[layer])) for layer in reversed(LAYERS)],
        "width": WIDTH,
        "height": HEIGHT,
        "centre": CENTRE,
    }


def _ranked(drawn: Arch) -> RankedArch:
    """Each rung's signs appear here and there along its rows, not from one end."""
    dice = np.random.default_rng(SEED)
    seats = {
        rung: tuple(zip((int(rank) for rank in dice.permutation(len(there))), there, strict=True))
        for rung, there in drawn.seats.items()
    }
    return RankedArch(seats, drawn.scale)
