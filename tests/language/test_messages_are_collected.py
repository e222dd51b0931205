"""What `make messages` does not see is not translated: a message inside an f-string is one."""

from __future__ import annotations

import ast
from pathlib import Path

import creativekit

ROOT = Path(creativekit.__file__).parent


def test_no_message_stands_inside_an_f_string() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted(ROOT.rglob("*.py"))
        if b"msg(" in file.read_bytes()
        for whole in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(whole, ast.JoinedStr)
        for call in ast.walk(whole)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("msg", "nmsg")
    ]
    assert found == []
