"""Arithmetic in templates: `"48 - s/2"`, so that a drawing follows its stroke.

A coordinate that depends on the stroke is an expression, never code: numbers, + - * /, brackets,
the names the template may use, and the few functions below (angles in degrees, as everywhere in
templates). The text is parsed by Python's own parser and every other kind of node is refused.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping

from creativekit.errors import Message, msg, nearest

MOST_CHARACTERS = 120
LARGEST = 1e6

Scope = Mapping[str, float]
"""The names an expression may use, with their values."""

FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "min": min,
    "max": max,
    "abs": abs,
    "sqrt": math.sqrt,
    "sin": lambda degrees: math.sin(math.radians(degrees)),
    "cos": lambda degrees: math.cos(math.radians(degrees)),
    "tan": lambda degrees: math.tan(math.radians(degrees)),
}


class ExpressionError(ValueError):
    """An expression that has no value; `message` says why, `nearest` a name that was meant."""

    def __init__(self, message: Message, near: str | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.nearest = near


def evaluate(text: str, names: Scope) -> float:
    """The value of `text`, a finite number of at most 1e6. Raises ExpressionError."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(msg("an expression has at most {n} characters", n=MOST_CHARACTERS))
    try:
        tree = ast.parse(text.strip(), mode="eval")
        value = _value(tree.body, names)
    except ExpressionError:
        raise
    except ZeroDivisionError:
        raise ExpressionError(msg("'{text}' divides by zero", text=text)) from None
    except (SyntaxError, ValueError, TypeError, OverflowError, RecursionError, MemoryError):
        raise ExpressionError(msg("'{text}' is not an expression", text=text)) from None
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise ExpressionError(msg("'{text}' has no usable value", text=text))
    return value


def _value(node: ast.expr, names: Scope) -> float:
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return float(value)
        case ast.Name(id=name):
            if name in names:
                return names[name]
            raise ExpressionError(
                msg("there is no name '{name}' here", name=name), nearest(name, names)
            )
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, names)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, names)
        case ast.BinOp(left=left, op=operator, right=right):
            return _binary(operator, _value(left, names), _value(right, names))
        case ast.Call(func=ast.Name(id=name), args=[*arguments], keywords=[]) if name in FUNCTIONS:
            return float(FUNCTIONS[name](*(_value(argument, names) for argument in arguments)))
    raise ValueError("not a part of this arithmetic")


def _binary(operator: ast.operator, left: float, right: float) -> float:
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
    raise ValueError("not a part of this arithmetic")
