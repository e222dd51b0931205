"""Jobs without a brand: small, slow, broken or fatal, for the tests of the press."""

from __future__ import annotations

import os
import time

from creativekit.errors import InputError, Problem, msg
from creativekit.jobs import Job


def text(content: str, pause: float = 0.0) -> bytes:
    time.sleep(pause)
    return content.encode()


def broken(kind: str) -> bytes:
    match kind:
        case "input":
            raise InputError(Problem(msg("the picture is not one"), file="logo.png"))
        case "death":
            os._exit(7)
        case "memory":
            raise MemoryError
    raise ZeroDivisionError(kind)


def job(path: str, content: str = "text", pause: float = 0.0, cost: float = 1.0) -> Job:
    return Job(path, text, (content, pause), msg("making {path}", path=path), cost)


def broken_job(path: str, kind: str) -> Job:
    return Job(path, broken, (kind,), msg("making {path}", path=path))


def generation(number: int, files: int = 40, pause: float = 0.01) -> list[Job]:
    """A kit whose every file says, many times over, which generation it is of."""
    return [
        job(f"brand/{index % 5}/file-{index}.txt", f"generation {number}\n" * 20_000, pause)
        for index in range(files)
    ]
