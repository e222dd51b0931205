from __future__ import annotations

from pathlib import Path

import pytest
import small_kit


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """creativekit.toml of a small project with its kit beside it; nobody changes them."""
    config, report = small_kit.built(tmp_path_factory.mktemp("small") / "Менің жобам")
    assert not report.failed
    return config
