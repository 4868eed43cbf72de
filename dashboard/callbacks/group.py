"""Callbacks with a stated policy: who may run them is written where they are made.

A page's module has one `CallbackGroup` and plain functions that can be called as they are in a test:

    group = CallbackGroup(allow=STAFF)

    @group.callback(Output(ids.GRAPH, "figure"), Input(ids.PERIOD, "value"))
    def draw_network(access: Access, period: str | None) -> dict[str, object]: ...

`register` gives the groups to an app. Dash's own `@callback` is not used: it feeds one list for the whole
process, which the first app empties, and it knows no policy.
"""

import inspect
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol, TypeVar, get_type_hints

import dash
from pydantic import TypeAdapter, ValidationError

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.i18n import _

Function = TypeVar("Function", bound=Callable[..., Any])


class HasViewer(Protocol):
    """What a callback gets first: something that says who is looking."""

    @property
    def viewer(self) -> Viewer:
        """The signed-in person."""


class MissingPolicy(RuntimeError):
    """A callback that nobody has said who may run; the app does not start."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One callback as it was declared.

    Attributes:
        allow: the roles that may run it; for a clientside one, that may see it.
        arguments: Outputs, Inputs and States in Dash's order.
        options: Dash's keyword arguments.
        function: the module's own function; None for a clientside callback.
        source: the browser's code; None for a server callback.
    """

    allow: frozenset[Role]
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    function: Callable[..., Any] | None = None
    source: Any = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may run a registered callback, under the key that Dash gave it."""

    output: str
    allow: frozenset[Role]
    name: str
    clientside: bool


class CallbackGroup:
    """A page's callbacks and the roles that may run them.

    Args:
        allow: the roles.
    """

    def __init__(self, allow: Collection[Role]) -> None:
        self.allow = frozenset(allow)
        self.declared: list[Declared] = []

    def callback(
        self, *arguments: Any, allow: Collection[Role] | None = None, **options: Any
    ) -> Callable[[Function], Function]:
        """Declare a callback; the function itself is left as it is.

        Args:
            arguments: Outputs, Inputs and States.
            allow: roles for this one alone, when they differ from the group's.
            options: what `dash.Dash.callback` takes.
        """
        if "api_endpoint" in options or "background" in options:
            raise MissingPolicy("api_endpoint and background callbacks pass the role check by.")
        roles = self.allow if allow is None else frozenset(allow)

        def remember(function: Function) -> Function:
            self.declared.append(Declared(roles, arguments, options, function=function))
            return function

        return remember

    def clientside(self, source: Any, *arguments: Any, **options: Any) -> None:
        """Declare a callback that runs in the browser: its code, or a `ClientsideFunction`."""
        self.declared.append(Declared(self.allow, arguments, options, source=source))


def register(
    app: dash.Dash, groups: Iterable[CallbackGroup], current_access: Callable[[], HasViewer]
) -> dict[str, Policy]:
    """Give the groups' callbacks to an app, each behind its role check.

    Args:
        app: the app, which may be one of several in the process.
        groups: all groups of the app.
        current_access: tells who asks, for the request that is being answered.

    Returns:
        The policy of every callback by the key it has in `app.callback_map`.
    """
    policies: dict[str, Policy] = {}
    for declared in (one for group in groups for one in group.declared):
        before = set(app.callback_map)
        if declared.function is None:
            app.clientside_callback(declared.source, *declared.arguments, **declared.options)
            name = "clientside"
        else:
            bound = _bound(declared.function, declared.allow, current_access)
            app.callback(*declared.arguments, **declared.options)(bound)
            name = f"{declared.function.__module__}.{declared.function.__qualname__}"
        for output in set(app.callback_map) - before:
            policies[output] = Policy(output, declared.allow, name, declared.function is None)
    return policies


def require_policies(app: dash.Dash, policies: Collection[str]) -> None:
    """Stop when an app has a callback that no group declared.

    Raises:
        MissingPolicy: naming the callbacks.
    """
    missing = sorted(set(app.callback_map) - set(policies))
    if missing:
        raise MissingPolicy(f"Callbacks without a CallbackGroup: {', '.join(missing)}")


def _bound(
    function: Callable[..., Any], allow: frozenset[Role], current_access: Callable[[], HasViewer]
) -> Callable[..., Any]:
    checks = _checks(function)

    @wraps(function)
    def run(*values: Any, **named: Any) -> Any:
        access = current_access()
        if access.viewer.role not in allow:
            raise AccessDenied(_("Your account may not see or do this."))
        positional = [check(value) for check, value in zip(checks.values(), values, strict=False)]
        keyword = {name: checks[name](value) for name, value in named.items()}
        return function(access, *positional, *values[len(positional) :], **keyword)

    return run


def _checks(function: Callable[..., Any]) -> dict[str, Callable[[Any], Any]]:
    """One check for each input of a callback, made from its annotations.

    What the browser sends is anybody's: a list where a text belongs is refused here, so that the
    function may trust its types.
    """
    hints = get_type_hints(function)
    names = [
        parameter.name
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind in {parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY}
    ][1:]
    return {name: _check(hints.get(name, Any)) for name in names}


def _check(hint: Any) -> Callable[[Any], Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(hint)

    def checked(value: Any) -> Any:
        try:
            return adapter.validate_python(value)
        except (ValidationError, RecursionError) as error:
            raise InvalidParameter(
                _("The page sent a value of the wrong kind. Load the page again.")
            ) from error

    return checked
