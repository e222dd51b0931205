"""One thing that `creativekit doctor` looked at, and what to do where it is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from creativekit.errors import Message, msg

State = Literal["good", "doubtful", "bad"]

REINSTALL = msg("install creativekit again: pip install --force-reinstall creativekit")


@dataclass(frozen=True, slots=True)
class Finding:
    """state: "bad" stops creativekit from working; "doubtful" does not. advice: what to do."""

    topic: Message | str
    found: Message | str
    state: State = "good"
    advice: Message | None = None
