"""What Dash's script may post: checked against the callbacks that exist, before Dash reads it.

Dash trusts the body and answers a broken one with an error of its own; here every broken one is a 400.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import dash
from flask import Flask, request

from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _

UPDATE = "/_dash-update-component"
LIMIT = 1_000_000
"""Bytes in a callback's body; a page's whole state is some kilobytes."""
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_NUL = b"\\u0000"


def guard_bodies(server: Flask, app: dash.Dash) -> None:
    """Check the body of every callback request."""
    server.config["MAX_CONTENT_LENGTH"] = LIMIT

    @server.before_request
    def check() -> None:
        if request.path == UPDATE and request.method == "POST":
            require_known_callback(_parsed(), app.callback_map)


def _parsed() -> Any:
    raw = request.get_data(cache=True)
    if _NUL in raw:
        # No key and no text of ours holds it, and PostgreSQL cannot be asked about it.
        raise _refusal()
    try:
        body = request.get_json()
        if _SURROGATE.search(raw):
            # Half a character can be read but never written: not to the log, not to the database.
            json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise _refusal() from error
    return body


def _refusal() -> InvalidParameter:
    return InvalidParameter(_("The page sent something that Brygga cannot read. Load the page again."))


def require_known_callback(body: Any, callbacks: Mapping[str, Any]) -> None:
    """Stop unless a body asks for a callback that exists, with its own inputs, states and outputs.

    Args:
        body: the request's JSON.
        callbacks: `app.callback_map`.

    Raises:
        InvalidParameter: when it does not.
    """
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        raise _refusal()
    known = callbacks.get(body["output"])
    if known is None or "callback" not in known:
        raise _refusal()
    changed = body.get("changedPropIds", [])
    right = (
        isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
        and _match(body.get("inputs", []), known["inputs"])
        and _match(body.get("state", []), known["state"])
        and _outputs_match(body.get("outputs"), known)
    )
    if not right:
        raise _refusal()


def _outputs_match(given: Any, known: Mapping[str, Any]) -> bool:
    if known["no_output"]:
        return True
    expected = known["output"]
    if not isinstance(expected, list | tuple):
        expected, given = [expected], [given]
    wanted = [{"id": one.component_id_str(), "property": one.component_property} for one in expected]
    return _match(given, wanted)


def _match(given: Any, expected: list[dict[str, Any]]) -> bool:
    if not isinstance(given, list) or len(given) != len(expected):
        return False
    return all(_is_dependency(one, wanted) for one, wanted in zip(given, expected, strict=True))


def _is_dependency(given: Any, wanted: dict[str, Any]) -> bool:
    pattern = _pattern(wanted["id"])
    if isinstance(given, list):
        # A pattern with ALL or ALLSMALLER is sent as the list of what it matches.
        many = pattern is not None and any(value in (["ALL"], ["ALLSMALLER"]) for value in pattern.values())
        return many and all(_is_one(one, wanted, pattern) for one in given)
    return _is_one(given, wanted, pattern)


def _is_one(given: Any, wanted: dict[str, Any], pattern: dict[str, Any] | None) -> bool:
    if not isinstance(given, dict) or not isinstance(given.get("property"), str):
        return False
    if given["property"].partition("@")[0] != wanted["property"].partition("@")[0]:
        return False
    if pattern is None:
        return bool(given.get("id") == wanted["id"])
    return _fits(given.get("id"), pattern)


def _fits(given: Any, pattern: dict[str, Any]) -> bool:
    if not isinstance(given, dict) or given.keys() != pattern.keys():
        return False
    plain = all(isinstance(value, str | int | float | bool) for value in given.values())
    return plain and all(isinstance(want, list) or given[key] == want for key, want in pattern.items())


def _pattern(component_id: str) -> dict[str, Any] | None:
    """The pattern of a dictionary id, in which a wildcard is a list: {"type": "x", "index": ["ALL"]}."""
    if not component_id.startswith("{"):
        return None
    pattern: dict[str, Any] = json.loads(component_id)
    return pattern
