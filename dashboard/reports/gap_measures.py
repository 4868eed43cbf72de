"""Which figures each gap shows: for how they are counted, the rows behind them, and the stamp of its file."""

from collections.abc import Mapping

FIGURES: Mapping[str, tuple[str, ...]] = {
    "occupations": (
        *("gaps.occupations.demand", "gaps.occupations.supply", "gaps.occupations.state"),
        *("gap_lists.nearest", "gap_lists.unwished"),
    ),
    "areas": (
        *("gaps.areas.clients", "gaps.areas.municipality_only", "gap_lists.helps", "gap_lists.closes"),
        "gap_lists.could",
    ),
    "dependence": ("gaps.dependence", "employers.by_ladder", "gap_lists.silence"),
    "fading": ("gaps.fading", "employers.by_ladder", "gap_lists.silence", "gap_lists.usual"),
    "dormant": (
        "gaps.dormant",
        "employers.by_ladder",
    ),
    "unused": ("gaps.unused", "employers.by_ladder", "gaps.occupations.demand"),
    "dead_ends": (
        "gaps.dead_ends",
        "employers.by_ladder",
    ),
    "tired": ("employers.fatigued", "employers.by_ladder", "gap_lists.contacts"),
    "mix": ("mix.share", "employers.by_ownership", "gap_lists.placements_by_form"),
    "equality": ("equality.non_traditional.woman", "equality.non_traditional.man"),
    "no_position": ("gaps.data.no_position",),
    "no_occupation": ("gaps.data.no_occupation",),
    "no_sni": ("gaps.data.no_sni",),
}
IN_EVERY_LIST = ("gap_lists.ask_first",)
IN_LISTS: Mapping[str, tuple[str, ...]] = {
    "occupations": ("gap_lists.nearest", "employers.by_warmth", "employer.free"),
    "areas": ("gap_lists.helps", "gap_lists.closes", "employers.by_warmth"),
    "dependence": ("gap_lists.silence", "ranking.strength", "employers.by_warmth", "employer.running"),
    "fading": ("gap_lists.silence", "gap_lists.usual", "ranking.strength"),
    "dormant": ("employers.by_ladder", "ranking.strength", "employer.clients_placed"),
    "unused": ("gaps.occupations.demand", "employer.free"),
    "dead_ends": ("gaps.dead_ends", "employer.running", "employers.by_warmth"),
    "tired": ("employer.occupied", "employer.capacity", "gap_lists.contacts", "ranking.strength"),
    "mix": ("employers.by_ownership", "employers.by_warmth", "ranking.strength"),
    "equality": (),
    "no_position": ("employers.by_warmth", "ranking.strength"),
    "no_occupation": ("employers.by_warmth", "employer.free"),
    "no_sni": ("employers.by_warmth", "ranking.strength"),
}
"""What the list of each gap says of its employers."""
