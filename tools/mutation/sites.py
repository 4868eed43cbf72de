"""The places of a module where a small change should be noticed by a test, and the change there."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

OPERATORS: dict[type[ast.AST], type[Any]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
NAMES = {
    one: other
    for pair in (
        ("min", "max"),
        ("minimum", "maximum"),
        ("any", "all"),
        ("argmin", "argmax"),
        ("head", "tail"),
        ("floor", "ceil"),
        ("zeros", "ones"),
    )
    for one, other in (pair, pair[::-1])
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change in one module.

    Attributes:
        module: the dotted name of the module.
        number: which of the module's changes it is, in the order of `mutants`.
        lines: first and last line of the statement that is changed.
        in_function: whether it is code that runs when called, and not once, at import.
        before: the changed expression.
        after: what it became.
    """

    module: str
    number: int
    lines: tuple[int, int]
    in_function: bool
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.module}:{self.lines[0]}  {self.before}  →  {self.after}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node hangs: its parent's field, and which in a list."""

    parent: ast.AST
    field: str
    index: int | None

    def put(self, node: ast.AST) -> None:
        held = getattr(self.parent, self.field)
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            held[self.index] = node


@dataclass(frozen=True, slots=True)
class _Site:
    node: ast.AST
    new: ast.AST
    place: _Place
    statement: ast.stmt
    in_function: bool


def mutants(source: str, module: str) -> list[Mutant]:
    """All changes of a module, those within a statement in the order they are written."""
    return [
        Mutant(
            module,
            number,
            (site.statement.lineno, _last_line(site.statement)),
            site.in_function,
            _shown(site.node),
            _shown(site.new),
        )
        for number, site in enumerate(_sites(ast.parse(source)))
    ]


def mutated(source: str, path: str, number: int) -> CodeType:
    """The module's code with one change."""
    tree = ast.parse(source)
    for count, site in enumerate(_sites(tree)):
        if count == number:
            site.place.put(site.new)
            return compile(ast.fix_missing_locations(tree), path, "exec")
    raise IndexError(number)


def _last_line(statement: ast.stmt) -> int:
    """The last line of a statement; of one with a body, the last before it."""
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno or statement.lineno


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _sites(tree: ast.Module) -> Iterator[_Site]:
    if tree.body:
        yield from _within(tree, tree.body[0], in_function=False)


def _within(parent: ast.AST, statement: ast.stmt, *, in_function: bool) -> Iterator[_Site]:
    for field, held in ast.iter_fields(parent):
        if field in {"annotation", "returns", "decorator_list"}:
            continue
        inside = in_function or (isinstance(parent, ast.FunctionDef | ast.Lambda) and field == "body")
        for index, node in enumerate(held) if isinstance(held, list) else [(None, held)]:
            if not isinstance(node, ast.AST):
                continue
            here = node if isinstance(node, ast.stmt) else statement
            place = _Place(parent, field, index)
            yield from (_Site(node, new, place, here, inside) for new in _changes(node))
            yield from _within(node, here, in_function=inside)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    yield from _other_operators(node)
    match node:
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Name(id=name, ctx=ast.Load()) if name in NAMES:
            yield ast.Name(NAMES[name], ast.Load())
        case ast.Attribute(value=value, attr=name, ctx=ast.Load()) if name in NAMES:
            yield ast.Attribute(value, NAMES[name], ast.Load())
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call() as test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test=ast.Name() | ast.Attribute() | ast.Call() as test, body=then, orelse=other):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), then, other)
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()


def _other_operators(node: ast.AST) -> Iterator[ast.AST]:
    """The same with another operator; of several, one at a time."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for place, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:place], _other(op), *ops[place + 1 :]], comparators)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            yield ast.BinOp(left, _other(op), right)
        case ast.AugAssign(target=target, op=op, value=value) if type(op) in OPERATORS:
            yield ast.AugAssign(target, _other(op), value)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(_other(op), values)


def _other(op: ast.AST) -> Any:
    return OPERATORS[type(op)]()
