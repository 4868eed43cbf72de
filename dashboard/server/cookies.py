"""The cookies of Brygga: four, and what each may be read by.

Over https the names begin with `__Host-`: the browser then refuses one set by a neighbouring host.
"""

from werkzeug.wrappers import Response

from dashboard.settings import Settings

SESSION, CSRF, FORM, LANGUAGE = "brygga_session", "brygga_csrf", "brygga_form", "brygga_language"


def cookie_name(settings: Settings, name: str) -> str:
    """The cookie's name in this copy."""
    return f"__Host-{name}" if settings.https else name


def set_cookie(
    response: Response,
    settings: Settings,
    name: str,
    value: str,
    *,
    for_scripts: bool = False,
    days: int | None = None,
) -> None:
    """Put a cookie on a response.

    Args:
        response: where.
        settings: whether it must be secure.
        name: which.
        value: what it holds.
        for_scripts: whether Dash's own script must read it (the callback token only).
        days: how long it stays; None = until the browser is closed.
    """
    response.set_cookie(
        cookie_name(settings, name),
        value,
        max_age=None if days is None else days * 24 * 3600,
        secure=settings.https,
        httponly=not for_scripts,
        samesite="Lax",
        path="/",
    )


def drop_cookie(response: Response, settings: Settings, name: str) -> None:
    """Take a cookie away."""
    response.delete_cookie(
        cookie_name(settings, name), path="/", secure=settings.https, httponly=True, samesite="Lax"
    )
