"""The titles of codes in the language in use: occupations and municipalities."""

from dashboard.data.reference import find_municipality, ssyk_title
from dashboard.i18n import _, language


def occupation(code: str) -> str:
    """The title of an occupation group; the code when there is none."""
    return ssyk_title(code, "en" if language() == "en" else "sv") or code


def municipality(code: object) -> str:
    """A municipality's name; what can be said when there is none."""
    found = find_municipality(code) if isinstance(code, str) else None
    return found.name if found else _("municipality not known")
