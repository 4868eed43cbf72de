"""Kept bytes as answers: packed, with a fingerprint, and with what a browser may do with them."""

from flask import Response, abort, request

from dashboard import i18n
from dashboard.public import site
from dashboard.public.headers import ASK_AGAIN, policy
from dashboard.public.static_files import Packed


def language() -> str:
    """The language that the address asks for, else the one that the process has chosen."""
    return request.args.get(site.LANGUAGE) or i18n.language()


def require_declared() -> None:
    """Refuse an address that asks for anything but what is declared."""
    if not site.accepted(request.args.to_dict(flat=False)):
        abort(400)


def send(page: Packed, status: int = 200) -> Response:
    """Kept bytes; nothing but their fingerprint when the browser has them already."""
    etag = f'W/"{page.tag}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = Response(status=304)
    else:
        content, encoding = page.best(_encodings())
        response = Response(content, status, content_type=page.kind)
        if encoding:
            response.headers["Content-Encoding"] = encoding
    response.headers["ETag"] = etag
    response.headers["Vary"] = "Accept-Encoding, Cookie"
    return public(response)


def _encodings() -> set[str]:
    """What the browser can unpack; what it gives no weight it has refused."""
    return {name for name, weight in request.accept_encodings if weight > 0}


def public(response: Response, keeping: str = ASK_AGAIN) -> Response:
    """The headers of a public page on an answer."""
    response.headers["Content-Security-Policy"] = policy()
    response.headers["Cache-Control"] = keeping
    return response


def came_from_here() -> bool:
    """Whether the browser says that one of our own pages made the request."""
    site_of_origin = request.headers.get("Sec-Fetch-Site")
    if site_of_origin is not None:
        return site_of_origin in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and origin == f"{request.scheme}://{request.host}"
