"""The headers that every answer carries, of the staff's process and of the public one."""

FIXED = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": over plain http a form would then come without an origin, and be refused as foreign.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TWO_YEARS = 63_072_000
TRANSPORT = f"max-age={TWO_YEARS}; includeSubDomains"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
"""Kept by browsers, but asked about each time: what is withdrawn is gone at once."""
NOBODY = "'none'"


def policy(ancestors: str = NOBODY) -> str:
    """The content security policy of a public page.

    Styles stand in attributes where a number decides a length; scripts stand nowhere but in our own file.

    Args:
        ancestors: origins that may show it in a frame.
    """
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {ancestors}"
    )
