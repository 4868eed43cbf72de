"""The changes that `make mutate` tries, and how they come into a module that is already loaded."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tools.mutation.patch import patch
from tools.mutation.sites import mutants, mutated

SOURCE = '''
from dataclasses import dataclass

APPLES_THAT_FILL_IT = 3


@dataclass
class Basket:
    apples: int | None = None

    @property
    def full(self) -> bool:
        """More than the limit."""
        return self.apples >= APPLES_THAT_FILL_IT


def smallest(*baskets: Basket) -> int:
    return min(basket.apples for basket in baskets)
'''


@pytest.fixture
def baskets(tmp_path: Path) -> Iterator[ModuleType]:
    path = tmp_path / "baskets_for_a_test.py"
    path.write_text(SOURCE)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[path.stem]


def changes(source: str) -> list[str]:
    return [f"{one.before} → {one.after}" for one in mutants(source, "m")]


def test_a_change_is_made_wherever_a_test_should_notice_one() -> None:
    assert changes(SOURCE) == [
        "3 → 4",
        "self.apples >= APPLES_THAT_FILL_IT → self.apples > APPLES_THAT_FILL_IT",
        "min → max",
    ]
    assert changes("x = a < b <= c") == ["a < b <= c → a <= b <= c", "a < b <= c → a < b < c"]
    assert changes("x = a and not b") == ["a and (not b) → a or not b", "not b → b"]
    assert changes("if ready:\n    go(True)") == [
        "if ready: go(True) → if not ready: go(True)",
        "go(True) → pass",
        "True → False",
    ]


def test_types_and_words_are_left_alone() -> None:
    assert changes('def f(a: int | None = None) -> "str | None":\n    """1 + 1"""\n    return "a"') == []


def apply(module: ModuleType, number: int) -> None:
    one = mutants(SOURCE, module.__name__)[number]
    patch(module, mutated(SOURCE, "there", number), in_function=one.in_function)


def test_a_changed_function_is_changed_wherever_it_was_imported(baskets: ModuleType) -> None:
    smallest = baskets.smallest
    apply(baskets, 2)
    assert smallest(baskets.Basket(1), baskets.Basket(5)) == 5


def test_a_changed_property_is_changed_in_what_there_is(baskets: ModuleType) -> None:
    three = baskets.Basket(3)
    assert three.full
    apply(baskets, 1)
    assert not three.full


def test_a_changed_constant_is_renewed_where_it_was_imported(baskets: ModuleType) -> None:
    other = ModuleType("other_for_a_test")
    sys.modules["other_for_a_test"] = other
    other.APPLES_THAT_FILL_IT = baskets.APPLES_THAT_FILL_IT  # type: ignore[attr-defined]
    try:
        apply(baskets, 0)
        assert (baskets.APPLES_THAT_FILL_IT, other.APPLES_THAT_FILL_IT, baskets.Basket(3).full) == (
            4,
            4,
            False,
        )
    finally:
        del sys.modules["other_for_a_test"]
