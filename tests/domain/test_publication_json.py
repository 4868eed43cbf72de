"""A publication as bytes: exactly back, and nothing else is read."""

import json
from dataclasses import replace

import pytest

from dashboard.domain.declared import require_declared
from dashboard.domain.errors import PublicationRefused
from dashboard.domain.publication import Cell, Part, Table
from dashboard.domain.publication_json import as_bytes, from_bytes
from tests.published import publication


def test_what_is_written_is_read_back_exactly() -> None:
    whole = publication()
    assert from_bytes(as_bytes(whole)) == whole
    assert as_bytes(from_bytes(as_bytes(whole))) == as_bytes(whole)
    small = replace(
        whole, tables=(), targets=(), benchmarks=(), costs=(), turns_at=None, quality={}, contact={}
    )
    assert from_bytes(as_bytes(small)) == small


def test_the_bytes_are_canonical() -> None:
    body = as_bytes(publication(words={"sv": {"b": "2", "a": "1"}, "en": {}}))
    assert b'"sv":{"a":"1","b":"2"}' in body
    assert "enheten å".encode() in body
    assert b'": ' not in body


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"format": None},
        {"added": "Anna"},
        {"floor": "5"},
        {"first": "yesterday"},
        {"tables": [{"key": "people", "cells": [{"key": "served", "count": 4.5, "sign": ""}], "parts": []}]},
    ],
)
def test_what_this_version_would_not_have_written_is_refused(change: dict[str, object]) -> None:
    values = {**json.loads(as_bytes(publication())), **change}
    body = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    with pytest.raises(PublicationRefused):
        from_bytes(body)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff"])
def test_what_is_no_publication_is_refused(body: bytes) -> None:
    with pytest.raises(PublicationRefused):
        from_bytes(body)


def people(*cells: Cell, parts: tuple[Part, ...] = ()) -> tuple[Table, ...]:
    return (Table("people", cells, parts),)


@pytest.mark.parametrize(
    "changed",
    [
        {"floor": 4},
        {"first": publication().first.replace(day=2)},
        {"last": publication().last.replace(month=5)},
        {"tables": (Table("diagnosis", ()),)},
        {"tables": (Table("steps", ()), Table("people", ()))},
        {"tables": (Table("people", ()), Table("people", ()))},
        {"tables": people(Cell("served", 4))},
        {"tables": people(Cell("served", -5))},
        {"tables": people(Cell("served", 7, ".."))},
        {"tables": people(Cell("served", None))},
        {"tables": people(Cell("served", 7), Cell("served", 8))},
        {"tables": people(parts=(Part("share", 43),))},
        {"tables": people(parts=(Part("share", 105),))},
        {"tables": people(parts=(Part("share", None, 30, 40, ".."),))},
        {"tables": people(parts=(Part("share", 45, 31, 60),))},
        {"quality": {"gender": 93}},
    ],
)
def test_what_was_never_declared_or_is_too_small_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(PublicationRefused):
        require_declared(publication(**changed))


def test_what_may_be_public_passes() -> None:
    require_declared(publication())
    require_declared(
        publication(tables=people(Cell("served", 0), Cell("active", 5), Cell("closed", None, "-")))
    )
    require_declared(publication(first=publication().first.replace(year=2025, month=7)))
