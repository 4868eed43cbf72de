"""The colours of the look for charts: `assets/10-tokens.css` is read once, and is the only source."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from dashboard.i18n import language

Theme = Literal["light", "dark"]

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})\s*;")
_BLOCK = re.compile(r"^\s*([^{}@/]+?)\s*\{([^{}]*)\}", re.MULTILINE)
_FONT = re.compile(r"--font:\s*([^;]+);")


def asset_folder() -> Path:
    """Where the browser's files lie: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "assets"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "assets"


@cache
def _tokens() -> str:
    return (asset_folder() / "10-tokens.css").read_text(encoding="utf-8")


@cache
def colours(theme: str) -> Mapping[str, str]:
    """Token name → hex colour, for "light" or "dark"; anything else is light.

    >>> colours("light")["accent"], colours("dark")["accent"]
    ('#0B5968', '#74C6D2')
    """
    wanted = f'[data-theme="{"dark" if theme == "dark" else "light"}"]'
    for selector, body in _BLOCK.findall(_tokens()):
        parts = [part.strip() for part in selector.split(",")]
        if wanted in parts:
            return MappingProxyType(dict(_TOKEN.findall(body)))
    raise LookupError(wanted)


@cache
def font() -> str:
    """The font stack of the look."""
    match = _FONT.search(_tokens())
    return match.group(1) if match else "sans-serif"


def see_through(colour: str, alpha: float) -> str:
    """A colour of the tokens with an alpha, as plotly writes it.

    >>> see_through("#0B5968", 0.18)
    'rgba(11,89,104,0.18)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


def layout(theme: str, **more: Any) -> dict[str, Any]:
    """The layout that every chart starts from; `more` is put on top of it, axes key by key.

    >>> layout("light", xaxis={"rangemode": "tozero"})["xaxis"]["rangemode"]
    'tozero'
    """
    c = colours(theme)
    axis = {
        "automargin": True,
        "gridcolor": c["line"],
        "linecolor": c["line-strong"],
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
        "title": {"standoff": 8},
    }
    base: dict[str, Any] = {
        "font": {"family": font(), "size": 14, "color": c["muted"]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": [c["accent"], c["cat-1"], c["cat-2"], c["cat-3"], c["cat-4"]],
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "separators": ",\u202f" if language() == "sv" else ".,",
        "showlegend": False,
        "bargap": 0.28,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": c["ink"],
            "bordercolor": c["ink"],
            "font": {"family": font(), "size": 14, "color": c["surface"]},
        },
        "template": {},
    }
    given = dict(more)
    for name in ("xaxis", "yaxis"):
        base[name] = {**axis, **given.pop(name, {})}
    return base | given
