from __future__ import annotations

import pytest

from creativekit.press import pool


@pytest.fixture
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are made in this process, which has loaded everything, and not by workers that load it
    anew for each command. That both give the same bytes is held by press/ and end_to_end/."""
    monkeypatch.setattr(pool, "cores", lambda: 1)
