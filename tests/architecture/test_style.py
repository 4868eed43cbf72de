"""Rules of the code that no ready-made linter knows. Each is a small function with a proof that it bites."""

import ast
import re

import pytest

from tests.architecture.source import called, nodes, trees

BANNED_CALLS = {
    "dcc.Tabs": "cannot be reached by keyboard",
    "dbc.Tabs": "cannot be reached by keyboard",
    "dash_table.DataTable": "is deprecated; use components.data_table",
    "go.Scattermapbox": "is gone; use scattermap",
    "go.Choroplethmapbox": "is gone; use choroplethmap",
    "go.Scattergeo": "fetches topojson from elsewhere",
    "go.Choropleth": "fetches topojson from elsewhere",
}
WRAPPED = {
    "dcc.Graph": "Graph",
    "cyto.Cytoscape": "NetworkCanvas",
    "dash_cytoscape.Cytoscape": "NetworkCanvas",
}
CLOCK = re.compile(r"(^|\.)(today|now|utcnow|time|monotonic|perf_counter|Timestamp\.now)$")
WITHOUT_A_SEED = re.compile(r"(^|\.)random\.(?!default_rng$|Generator$|RandomState$|SeedSequence$)\w+$")


def banned(node: ast.AST) -> str:
    """Why a node may not stand anywhere; empty when it may."""
    name = called(node)
    if name in BANNED_CALLS:
        return f"{name} {BANNED_CALLS[name]}"
    if isinstance(node, ast.keyword) and node.arg == "dangerously_allow_html":
        return "html from data is a hole"
    if isinstance(node, ast.Import | ast.ImportFrom) and "plotly.express" in ast.unparse(node):
        return "plotly.express is slow, and not thread-safe while cold"
    return ""


def untranslatable(node: ast.AST) -> bool:
    """Whether a text is put together before it is translated, so that no catalogue can hold it."""
    return called(node) in {"_", "N_", "ngettext"} and any(
        isinstance(part, ast.JoinedStr | ast.BinOp) or called(part).endswith(".format")
        for part in getattr(node, "args", [])[:2]
    )


def literal_id(node: ast.AST) -> bool:
    """Whether a component or a callback names an id on the spot."""
    if not isinstance(node, ast.Call):
        return False
    name = called(node).rpartition(".")[2]
    if name in {"Output", "Input", "State"}:
        return bool(node.args) and isinstance(node.args[0], ast.Constant)
    return any(word.arg == "id" and isinstance(word.value, ast.Constant) for word in node.keywords)


def unseeded(node: ast.AST) -> bool:
    """Whether a call looks at the clock or throws dice that nobody can throw again."""
    name = called(node)
    if CLOCK.search(name) or WITHOUT_A_SEED.search(name):
        return True
    generator = name.endswith(("default_rng", "RandomState"))
    return generator and not (node.args or node.keywords)  # type: ignore[attr-defined]  # a call, as `name` tells


def first_expression(code: str) -> ast.AST:
    statement = ast.parse(code).body[0]
    return statement.value if isinstance(statement, ast.Expr) else statement


def test_nothing_banned_is_used() -> None:
    assert [f"{where} {why}" for where, node in nodes() if (why := banned(node))] == []


@pytest.mark.parametrize("wrapped", WRAPPED)
def test_a_raw_component_stands_in_its_wrapper_only(wrapped: str) -> None:
    raw = [where for where, node in nodes() if called(node) == wrapped]
    assert [where for where in raw if not where.startswith("dashboard/components/")] == []
    assert len(raw) <= 1, f"one wrapper, not {raw}"


def test_ids_are_named_in_one_place() -> None:
    assert [where for where, node in nodes() if literal_id(node) and "/ids.py" not in where] == []


def test_no_text_is_put_together_before_it_is_translated() -> None:
    assert [where for where, node in nodes() if untranslatable(node)] == []


def test_analysis_knows_neither_the_clock_nor_dice_without_a_seed() -> None:
    assert [where for where, node in nodes("analysis") if unseeded(node)] == []


def test_every_module_with_code_says_what_it_is_for() -> None:
    assert [str(path) for path, tree in trees().items() if tree.body and not ast.get_docstring(tree)] == []


BAD = (
    (banned, "dcc.Tabs()"),
    (banned, "import plotly.express as px"),
    (banned, "from plotly.express import bar"),
    (untranslatable, '_(f"{n} employers")'),
    (untranslatable, '_("{n} employers".format(n=3))'),
    (untranslatable, '_("a" + name)'),
    (literal_id, 'html.Div(id="list")'),
    (literal_id, 'Output("list", "children")'),
    (unseeded, "dt.date.today()"),
    (unseeded, "datetime.now(UTC)"),
    (unseeded, "np.random.shuffle(x)"),
    (unseeded, "np.random.default_rng()"),
)
GOOD = (
    (banned, "Graph(figure)"),
    (untranslatable, '_("{n} employers").format(n=3)'),
    (literal_id, "html.Div(id=ids.LIST)"),
    (unseeded, "np.random.default_rng(7)"),
    (unseeded, "dt.timedelta(days=1)"),
)


@pytest.mark.parametrize(("rule", "code"), BAD)
def test_the_rule_sees_what_it_should(rule, code: str) -> None:
    assert rule(first_expression(code))


@pytest.mark.parametrize(("rule", "code"), GOOD)
def test_the_rule_lets_good_code_be(rule, code: str) -> None:
    assert not rule(first_expression(code))
