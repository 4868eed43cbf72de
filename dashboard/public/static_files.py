"""The style sheet and the script of the public pages: one file each, packed once, kept by browsers."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli

from dashboard.public import site

OWN = Path(__file__).parent / "static"
SHARED = ("10-tokens.css", "15-icons.css", "20-look.css")
"""The look is the staff pages' own: read from where it lies, not written twice."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Bytes to send, in the ways that a browser may want them.

    Attributes:
        kind: MIME type.
        plain, gzip, br: the same content.
        tag: a fingerprint of it, for ETag and addresses.
    """

    kind: str
    plain: bytes
    gzip: bytes
    br: bytes
    tag: str

    def best(self, encodings: set[str]) -> tuple[bytes, str]:
        """The shortest that a browser takes, and its encoding; "" is none."""
        if "br" in encodings:
            return self.br, "br"
        if "gzip" in encodings:
            return self.gzip, "gzip"
        return self.plain, ""


def packed(content: bytes, kind: str) -> Packed:
    """Content in all its packings."""
    tag = hashlib.sha256(content).hexdigest()[:24]
    return Packed(kind, content, gzip.compress(content, 9, mtime=0), brotli.compress(content, quality=9), tag)


def shared_folder() -> Path:
    """Where the shared style sheets lie: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "assets"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "assets"


@cache
def style() -> Packed:
    """All style sheets as one."""
    sheets = [shared_folder() / name for name in SHARED] + [OWN / "public.css"]
    return packed("\n".join(sheet.read_text("utf-8") for sheet in sheets).encode(), "text/css; charset=utf-8")


@cache
def script() -> Packed:
    """The script."""
    return packed((OWN / "public.js").read_bytes(), "text/javascript; charset=utf-8")


def style_address() -> str:
    """Where the style sheet is; another content has another address."""
    return f"{site.FILES}/{style().tag}.css"


def script_address() -> str:
    """Where the script is."""
    return f"{site.FILES}/{script().tag}.js"
