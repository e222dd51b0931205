"""Finding creativekit.toml and turning its bytes into text."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.project.config_file import MOST_BYTES, decoded, file_bytes, find_project


def test_the_nearest_config_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "Саз студиясы" / "photos" / "2026"
    inner.mkdir(parents=True)
    config = tmp_path / "Саз студиясы" / "creativekit.toml"
    config.write_text("")
    (tmp_path / "creativekit.toml").write_text("")
    assert find_project(inner) == config
    assert find_project(config.parent) == config


def test_no_config_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="creativekit new"):
        find_project(tmp_path)


def test_utf8_with_and_without_a_mark() -> None:
    assert decoded("Қ = 1".encode()) == "Қ = 1"
    assert decoded("Қ = 1".encode("utf-8-sig")) == "Қ = 1"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    with pytest.raises(InputError, match="UTF-16"):
        decoded('name = "Саз"'.encode(encoding))


def test_windows_1251_is_named_with_its_line() -> None:
    with pytest.raises(InputError, match=r"creativekit\.toml:2: .*Windows-1251"):
        decoded('[project]\nname = "Саз"'.encode("cp1251"))


def test_an_unreasonable_size_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        decoded(b"#" * (MOST_BYTES + 1))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        file_bytes(tmp_path / "creativekit.toml")
    with pytest.raises(InputError, match="cannot be read"):
        file_bytes(tmp_path)
