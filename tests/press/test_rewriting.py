"""A file that a person wrote is changed with the old one beside it, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from creativekit.errors import OutputError
from creativekit.press import output, rewriting
from creativekit.press.rewriting import rewrite


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "creativekit.toml"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_the_file_as_it_was_stays_beside_it(config: Path) -> None:
    copy = rewrite(config, b"old", b"new")
    assert copy == config.with_name("creativekit.toml.bak")
    assert (config.read_bytes(), copy.read_bytes()) == (b"new", b"old")
    assert names(config.parent) == ["creativekit.toml", "creativekit.toml.bak"]


def test_a_copy_is_never_written_over(config: Path) -> None:
    config.with_name("creativekit.toml.bak").write_bytes(b"precious")
    config.with_name("creativekit.toml.bak.2").mkdir()
    copy = rewrite(config, b"old", b"new")
    assert copy is not None
    assert copy.name == "creativekit.toml.bak.3"
    assert config.with_name("creativekit.toml.bak").read_bytes() == b"precious"


def test_one_copy_of_the_same_bytes_is_enough(config: Path) -> None:
    config.with_name("creativekit.toml.bak").write_bytes(b"old")
    assert rewrite(config, b"old", b"new") == config.with_name("creativekit.toml.bak")
    assert len(names(config.parent)) == 2


def test_no_copy_where_none_is_wanted(config: Path) -> None:
    assert rewrite(config, b"old", b"new", keep=False) is None
    assert names(config.parent) == ["creativekit.toml"]


def test_a_file_that_somebody_changed_meanwhile_is_left(config: Path) -> None:
    config.write_bytes(b"theirs")
    with pytest.raises(OutputError, match="changed meanwhile"):
        rewrite(config, b"old", b"new")
    assert config.read_bytes() == b"theirs"
    assert names(config.parent) == ["creativekit.toml"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_permissions_and_links(config: Path, tmp_path: Path) -> None:
    config.chmod(0o640)
    link = tmp_path / "here" / "creativekit.toml"
    link.parent.mkdir()
    link.symlink_to(config)
    copy = rewrite(link, b"old", b"new")
    assert copy is not None
    assert copy.parent == link.parent
    assert link.is_symlink()
    assert config.read_bytes() == b"new"
    assert config.stat().st_mode & 0o777 == copy.stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_left_alone(config: Path) -> None:
    config.chmod(0o444)
    with pytest.raises(OutputError, match="no permission"):
        rewrite(config, b"old", b"new")
    assert config.read_bytes() == b"old"
    assert names(config.parent) == ["creativekit.toml"]


def test_a_file_that_is_gone(config: Path) -> None:
    config.unlink()
    with pytest.raises(OutputError):
        rewrite(config, b"old", b"new")


def test_a_full_disk_leaves_the_old_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")

    def full(*arguments: object, **more: object) -> object:
        return open("/dev/full", "wb")

    monkeypatch.setattr(output, "open", full, raising=False)
    with pytest.raises(OutputError, match="the disk is full"):
        rewrite(config, b"old", b"new")
    assert config.read_bytes() == b"old"
    assert names(config.parent) == ["creativekit.toml"]


def test_a_file_system_without_links(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    config.with_name("creativekit.toml.bak").write_bytes(b"precious")
    copy = rewrite(config, b"old", b"new")
    assert copy is not None
    assert copy.name == "creativekit.toml.bak.2"
    assert config.read_bytes() == b"new"


def test_a_kill_between_copy_and_file(config: Path) -> None:
    script = (
        "import os, sys, pathlib\n"
        "from creativekit.press import rewriting\n"
        "def kill(*a, **k): os._exit(137)\n"
        "kept = rewriting._kept\n"
        "def copied(*a):\n"
        "    done = kept(*a); rewriting.write_file = kill; return done\n"
        "rewriting._kept = copied\n"
        "rewriting.rewrite(pathlib.Path(sys.argv[1]), b'old', b'new')\n"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths}
    ended = subprocess.run([sys.executable, "-c", script, str(config)], env=environment)
    assert ended.returncode == 137
    assert config.read_bytes() == b"old"
    assert config.with_name("creativekit.toml.bak").read_bytes() == b"old"
    rewrite(config, b"old", b"new")
    assert names(config.parent) == ["creativekit.toml", "creativekit.toml.bak"]
    assert rewriting.ENDING == ".bak"
