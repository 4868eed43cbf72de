"""A small cache that threads share. What is being computed is waited for, not computed twice."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
_IN_TURN = threading.Lock()


class Cache:
    """Keeps the most recently used values.

    Args:
        size: how many values to keep; the one unused for longest goes first.
    """

    def __init__(self, size: int = 64) -> None:
        self._size = size
        self._futures: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of the key, made by `make` the first time.

        An error in `make` reaches everyone who waits for it and is not remembered. `make` may ask the
        cache for other keys, not for its own.

        >>> cache = Cache(size=1)
        >>> cache.get("a", lambda: 1), cache.get("a", lambda: 2)
        (1, 1)
        """
        future, mine = self._claim(key)
        if mine:
            self._fill(key, future, make)
        return cast(Value, future.result())

    def begin(self, key: Hashable, make: Callable[[], Value]) -> "Future[Value]":
        """The same, made in a thread of its own: whoever asks, here or by `get`, gets that one result.

        Such work goes one at a time, however many begin it, so that the rest of the application has room.
        """
        future, mine = self._claim(key)
        if mine:
            threading.Thread(target=self._fill_in_turn, args=(key, future, make), daemon=True).start()
        return future

    def _fill_in_turn(self, key: Hashable, future: "Future[Any]", make: Callable[[], Any]) -> None:
        with _IN_TURN:
            self._fill(key, future, make)

    def _fill(self, key: Hashable, future: "Future[Any]", make: Callable[[], Any]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:
            self._forget(key, future)
            future.set_exception(error)

    def _claim(self, key: Hashable) -> tuple[Future[Any], bool]:
        with self._lock:
            found = self._futures.get(key)
            if found is not None:
                self._futures.move_to_end(key)
                return found, False
            future: Future[Any] = Future()
            self._futures[key] = future
            while len(self._futures) > self._size:
                self._futures.popitem(last=False)
            return future, True

    def _forget(self, key: Hashable, future: Future[Any]) -> None:
        with self._lock:
            if self._futures.get(key) is future:
                del self._futures[key]

    def __len__(self) -> int:
        return len(self._futures)
