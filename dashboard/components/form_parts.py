"""What the forms that write are made of: `assets/54-writing.js` sends them and finds these parts again."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.components.still import element


def write_form(form_id: str, action: str, key: str, inside: Iterable[Any], *, seen: str) -> Any:
    """A form that asks for something to be written.

    Args:
        form_id: its id, the beginning of the ids of its parts.
        action: what is asked.
        key: what it is about.
        inside: what it holds.
        seen: what that was known by when it was shown; empty when it is new.
    """
    return element(
        "form",
        *inside,
        id=form_id,
        action="#",
        method="post",
        novalidate=True,
        class_="w-form",
        data_write=str(action),
        data_key=key,
        data_seen=seen,
    )


def wrong_line(form_id: str) -> Any:
    """Where it is told what is wrong with the whole."""
    return element("p", id=f"{form_id}-fel", class_="u-wrong", role="alert", hidden=True)


def control(form_id: str, name: str, class_name: str, *, needed: bool = False) -> dict[str, Any]:
    """The attributes of a field's control."""
    return {
        "id": f"{form_id}-{name}",
        "name": name,
        "class_": class_name,
        "aria_describedby": f"{form_id}-{name}-fel",
        **({"aria_required": "true"} if needed else {}),
    }


def field(form_id: str, name: str, label: Sequence[Any], inside: Any) -> Any:
    """A control with its label, and where it is told what is wrong with it."""
    wrong = element("p", id=f"{form_id}-{name}-fel", class_="w-wrong", hidden=True)
    return element("div", element("label", *label, for_=f"{form_id}-{name}"), inside, wrong, class_="b-field")
