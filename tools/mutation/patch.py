"""Put changed code into the modules of a running process, which is a forked one."""

import sys
from collections.abc import Iterator
from functools import cached_property
from types import CodeType, FunctionType, ModuleType
from typing import Any


def patch(module: ModuleType, code: CodeType, *, in_function: bool) -> None:
    """Let a module's functions run other code, and renew its constants where they are used.

    Args:
        module: the imported module.
        code: its code, changed.
        in_function: whether only code within functions was changed: then constants stay as they are.

    Raises:
        Exception: whatever the changed code raises when it is run.
    """
    fresh = ModuleType(module.__name__)
    fresh.__file__ = module.__file__
    # Dataclasses look up the module of a class by its name.
    sys.modules[module.__name__] = fresh
    try:
        exec(code, fresh.__dict__)  # the module itself, changed in one place
    finally:
        sys.modules[module.__name__] = module
    news = dict(_functions(vars(fresh), module.__name__))
    for name, function in _functions(vars(module), module.__name__):
        function.__code__ = news[name].__code__
        function.__defaults__ = news[name].__defaults__
        function.__kwdefaults__ = news[name].__kwdefaults__
    if not in_function:
        _renew(module, fresh)


def _functions(names: dict[str, Any] | Any, module: str) -> Iterator[tuple[str, FunctionType]]:
    """The functions that a module or class defines, by their qualified names."""
    for value in list(names.values()):
        for one in _unwrapped(value):
            if isinstance(one, FunctionType) and one.__module__ == module and "<lambda>" not in one.__name__:
                yield one.__qualname__, one
        if isinstance(value, type) and value.__module__ == module:
            yield from _functions(vars(value), module)


def _unwrapped(value: Any) -> list[Any]:
    if isinstance(value, property):
        return [value.fget]
    if isinstance(value, cached_property):
        return [value.func]
    if isinstance(value, classmethod | staticmethod):
        return [value.__func__]
    return [getattr(value, "__wrapped__", value)]


def _renew(module: ModuleType, fresh: ModuleType) -> None:
    """Put a module's new constants where it, and those that import them, look."""
    for name, old in list(vars(module).items()):
        new = vars(fresh).get(name)
        if name.startswith("__") or isinstance(old, type | FunctionType | ModuleType):
            continue
        for other in list(sys.modules.values()):
            if other is not None and getattr(other, "__dict__", {}).get(name) is old:
                setattr(other, name, new)
