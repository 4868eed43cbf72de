"""The cache that threads share."""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from dashboard.reports.cache import Cache


def test_a_value_is_made_once() -> None:
    cache, numbers = Cache(), count(1)
    assert [cache.get("a", numbers.__next__) for _turn in range(3)] == [1, 1, 1]


def test_the_least_recently_used_goes_first() -> None:
    cache = Cache(size=2)
    for key in ("a", "b", "a", "c"):
        cache.get(key, key.upper)
    assert len(cache) == 2
    assert cache.get("a", lambda: "new") == "A"
    assert cache.get("b", lambda: "new") == "new"


def test_an_error_reaches_the_caller_and_is_not_remembered() -> None:
    cache = Cache()

    def fail() -> str:
        raise KeyError("once")

    with pytest.raises(KeyError, match="once"):
        cache.get("a", fail)
    assert cache.get("a", lambda: "value") == "value"


def test_making_one_value_may_ask_for_another() -> None:
    cache = Cache()
    assert cache.get("outer", lambda: cache.get("inner", lambda: 1) + 1) == 2


def test_two_threads_do_not_make_the_same_value() -> None:
    cache, made, started = Cache(), [], threading.Event()

    def slow() -> int:
        made.append(1)
        started.wait(5)
        return 7

    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(cache.get, "a", slow) for _thread in range(4)]
        started.set()
        assert [future.result(5) for future in waiting] == [7] * 4
    assert len(made) == 1


def test_an_error_reaches_those_who_wait_too() -> None:
    cache, started, release = Cache(), threading.Event(), threading.Event()

    def fail() -> int:
        started.set()
        release.wait(5)
        raise ValueError("broken")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, "a", fail)
        started.wait(5)
        second = pool.submit(cache.get, "a", lambda: 1)
        release.set()
        for future in (first, second):
            with pytest.raises(ValueError, match="broken"):
                future.result(5)
