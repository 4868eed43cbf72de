"""What Dash's script may post: broken bodies are a 400 with a sentence, never an error of ours."""

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.app import BryggaDash
from dashboard.domain.access import Role
from tests.server.conftest import UPDATE, Browser
from tests.server.test_callbacks import body_of

OUTPUT = "sida.children"
SENTENCE = "Sidan skickade något som Brygga inte kan läsa. Ladda om sidan."


@pytest.fixture
def manager(signed_in) -> Browser:
    browser: Browser = signed_in(Role.MANAGER)
    return browser


@pytest.fixture
def good(shared_app: BryggaDash) -> dict[str, Any]:
    body = body_of(shared_app, OUTPUT)
    body["inputs"][0]["value"] = "/tillstand"
    body["state"][0]["value"] = ""
    return body


def post_raw(browser: Browser, raw: bytes | str, **headers: str) -> Any:
    sent = {**browser.headers, "X-CSRFToken": browser.csrf(), "Content-Type": "application/json", **headers}
    return browser.client.post(UPDATE, data=raw, headers=sent)


def test_the_good_body_is_answered(manager: Browser, good: dict[str, Any]) -> None:
    answer = manager.call(good)
    assert answer.status_code == 200
    assert "sida" in (answer.json or {})["response"]


RAW = [
    "",
    "[]",
    "null",
    "{}",
    "0",
    "true",
    '"text"',
    "{",
    "[1,2",
    "NaN",
    '{"output": NaN}',
    '{"output": null}',
    '{"output": 1}',
    '{"output": []}',
    '{"output": {}}',
    '{"output": "okand.children"}',
    '{"output": ""}',
    '{"output": "sida.children"}',
    '{"output": "__class__"}',
    '{"output": "..sida.children.."}',
    '{"output": "tema.data"}',
    b"\xff\xfe\x00",
    b'{"output": "\xff"}',
    "[" * 100_000,
    '{"a":' * 50_000,
    '{"output": "sida.children", "inputs": ' + "9" * 10_000 + "}",
]


@pytest.mark.parametrize("raw", RAW)
def test_a_body_that_is_no_callback_is_a_400(manager: Browser, raw: bytes | str) -> None:
    answer = post_raw(manager, raw)
    assert answer.status_code == 400
    assert "Ladda om sidan." in answer.json["error"]
    assert "Traceback" not in answer.text


CHANGES: list[tuple[str, Any]] = [
    ("inputs", None),
    ("inputs", {}),
    ("inputs", "x"),
    ("inputs", []),
    ("inputs", [None]),
    ("inputs", ["adress.pathname"]),
    ("inputs", [[]]),
    ("inputs", [{}]),
    ("inputs", [{"id": "adress"}]),
    ("inputs", [{"property": "pathname"}]),
    ("inputs", [{"id": "annan", "property": "pathname"}]),
    ("inputs", [{"id": "adress", "property": "href"}]),
    ("inputs", [{"id": ["adress"], "property": "pathname"}]),
    ("inputs", [{"id": "adress", "property": ["pathname"]}]),
    ("inputs", [[{"id": "adress", "property": "pathname"}]]),
    ("inputs", [{"id": "adress", "property": "pathname"}] * 2),
    ("state", None),
    ("state", []),
    ("state", {}),
    ("state", [1]),
    ("state", [{"id": "adress", "property": "search"}] * 2),
    ("outputs", None),
    ("outputs", []),
    ("outputs", {}),
    ("outputs", "sida"),
    ("outputs", {"id": "sida"}),
    ("outputs", {"id": "urval", "property": "children"}),
    ("outputs", {"id": "sida", "property": "style"}),
    ("outputs", [{"id": "sida", "property": "children"}]),
    ("changedPropIds", None),
    ("changedPropIds", {}),
    ("changedPropIds", [1]),
    ("changedPropIds", [["a"]]),
    ("changedPropIds", "x"),
]


@pytest.mark.parametrize(("key", "value"), CHANGES)
def test_a_body_with_one_wrong_part_is_a_400(
    manager: Browser, good: dict[str, Any], key: str, value: Any
) -> None:
    answer = manager.call({**good, key: value})
    assert (answer.status_code, (answer.json or {})["error"]) == (400, SENTENCE)


@pytest.mark.parametrize("value", [1, 1.5, True, [], ["/"], {"a": 1}, {"_type": "x"}])
def test_a_value_of_the_wrong_kind_is_a_400(manager: Browser, good: dict[str, Any], value: Any) -> None:
    good["inputs"][0]["value"] = value
    assert manager.call(good).status_code == 400


@pytest.mark.parametrize("value", ["\ud800", "a\udfffb"])
def test_half_a_character_is_a_400(manager: Browser, good: dict[str, Any], value: str) -> None:
    good["state"][0]["value"] = value
    assert post_raw(manager, json.dumps(good)).status_code == 400


@pytest.mark.parametrize("value", ["\0", "K-1\0"])
def test_a_character_that_no_database_holds_is_a_400(
    manager: Browser, good: dict[str, Any], value: str
) -> None:
    good["state"][0]["value"] = value
    assert post_raw(manager, json.dumps(good)).status_code == 400


def test_a_whole_emoji_is_read(manager: Browser, good: dict[str, Any]) -> None:
    good["state"][0]["value"] = "?q=😀"
    assert post_raw(manager, json.dumps(good)).status_code == 200


def test_a_thirty_megabyte_body_is_refused(manager: Browser) -> None:
    answer = post_raw(manager, b'"' + b"x" * 30_000_000 + b'"')
    assert answer.status_code == 413
    assert answer.json["error"] == "Det som skickades är för stort."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    key=st.sampled_from(["output", "outputs", "inputs", "state", "changedPropIds", "value", "search"]),
    value=JSON,
)
def test_no_forged_body_makes_an_error_of_ours(
    manager: Browser, good: dict[str, Any], key: str, value: Any
) -> None:
    body = copy.deepcopy(good)
    if key == "value":
        body["inputs"][0]["value"] = value
    elif key == "search":
        body["state"][0]["value"] = value
    else:
        body[key] = value
    answer = post_raw(manager, json.dumps(body))
    assert answer.status_code < 500
    assert "Traceback" not in answer.text


def test_a_pattern_id_is_matched_part_by_part() -> None:
    from dashboard.domain.errors import InvalidParameter
    from dashboard.server.body import require_known_callback

    spec = {"id": '{"index":["ALL"],"type":"rad"}', "property": "n_clicks"}
    one = {"id": '{"index":["MATCH"],"type":"rad"}', "property": "value"}
    known = {"x": {"callback": print, "inputs": [spec, one], "state": [], "no_output": True, "output": []}}
    row = {"id": {"index": 1, "type": "rad"}, "property": "n_clicks", "value": 1}
    alone = {"id": {"index": "a", "type": "rad"}, "property": "value"}

    require_known_callback({"output": "x", "inputs": [[row, row], alone]}, known)
    require_known_callback({"output": "x", "inputs": [[], alone]}, known)
    for wrong in (
        [[row], [alone]],
        [[{**row, "id": {"index": 1, "type": "annan"}}], alone],
        [[{**row, "id": {"index": 1}}], alone],
        [[{**row, "id": {"index": [1], "type": "rad"}}], alone],
        [[row], {**alone, "id": '{"index":"a","type":"rad"}'}],
    ):
        with pytest.raises(InvalidParameter):
            require_known_callback({"output": "x", "inputs": wrong}, known)
