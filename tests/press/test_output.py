"""Atomic writes and what is said when the system refuses them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import IO

import pytest

from creativekit.errors import OutputError
from creativekit.press import output
from creativekit.press.output import Folder, is_safe, write_file

posix = pytest.mark.skipif(os.name == "nt", reason="what POSIX systems refuse")


def in_child(code: str, *arguments: object) -> str:
    """Run `code` in a process of its own, which it may cripple; its standard output."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_what_killed_runs_left_beside_a_file_goes_after_a_while(tmp_path: Path) -> None:
    old, young = (tmp_path / f".creativekit-{number}-0.tmp" for number in (7, 8))
    for path in (old, young, tmp_path / ".creativekit-notes"):
        path.write_bytes(b"half")
        os.utime(path, (0, 0))
    os.utime(young)
    write_file(tmp_path / "a.txt", b"a")
    assert old.exists()
    write_file(tmp_path / "a.txt", b"a", durable=True)
    assert names(tmp_path) == {"a.txt", young.name, ".creativekit-notes"}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "c.txt", b"text", durable=True)
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"text"
    assert names(tmp_path) == {"a/b/c.txt"}


def test_a_failure_at_the_rename_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError, match="Input/output error"):
        write_file(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == {"a.txt"}


def test_a_path_with_spaces_and_kazakh_letters(tmp_path: Path) -> None:
    Folder(tmp_path / "Менің жобам").write("Ғылым мен өнер/қош келдіңіз.txt", b"1")
    assert names(tmp_path) == {"Менің жобам/Ғылым мен өнер/қош келдіңіз.txt"}


@posix
def test_a_file_too_large_for_the_system_leaves_nothing_behind(tmp_path: Path) -> None:
    code = """
        import resource, sys
        from pathlib import Path
        from creativekit.errors import OutputError
        from creativekit.press.output import write_file
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_file(Path(sys.argv[1]), b"x" * 5000)
        except OutputError as error:
            print(error)
    """
    said = in_child(code, tmp_path / "large.bin")
    assert "larger than the system allows" in said
    assert names(tmp_path) == set()


@posix
def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")

    # The device that answers every write with ENOSPC stands for the temporary file.
    def full(*_: object) -> IO[bytes]:
        return open("/dev/full", "wb")

    monkeypatch.setattr(output, "open", full, raising=False)
    with pytest.raises(OutputError, match="the disk is full"):
        write_file(tmp_path / "a.txt", b"text" * 100_000)
    assert names(tmp_path) == set()


@posix
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "a.txt").write_bytes(b"old")
    (tmp_path / "kit").chmod(0o555)
    code = """
        import os, sys
        from pathlib import Path
        from creativekit.errors import OutputError
        from creativekit.press.output import write_file
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            write_file(Path(sys.argv[1]), b"new")
        except OutputError as error:
            print(error)
    """
    for folder in (*reversed(tmp_path.parents), tmp_path):
        if folder.stat().st_uid == os.geteuid() and folder.stat().st_mode & 0o077 == 0:
            folder.chmod(0o711)  # pytest makes them for their owner alone
    said = in_child(code, tmp_path / "kit" / "a.txt")
    assert "no permission" in said
    assert (tmp_path / "kit" / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == {"kit/a.txt"}


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write_file(tmp_path / "a.txt", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "kit").write_bytes(b"mine")
    with pytest.raises(OutputError, match="a file is where a folder should be"):
        write_file(tmp_path / "kit" / "a.txt", b"text")
    assert (tmp_path / "kit").read_bytes() == b"mine"


@posix
def test_a_name_longer_than_the_system_takes(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_file(tmp_path / ("ұ" * 200 + ".txt"), b"text")
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    "relative",
    ["", ".", "..", "../a", "a/../../b", "/etc/passwd", "a//b", "C:/a", "C:a", "a\\b", "a\nb"],
)
def test_names_that_lead_out_are_refused(tmp_path: Path, relative: str) -> None:
    assert not is_safe(relative)
    with pytest.raises(OutputError, match="leads out"):
        Folder(tmp_path / "kit").write(relative, b"text")
    assert names(tmp_path) == set()


@posix
def test_a_link_out_of_the_kit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "brand").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="a link leads out"):
        Folder(tmp_path / "kit").write("brand/a.txt", b"text")
    assert names(tmp_path / "elsewhere") == set()


@posix
def test_a_link_in_the_place_of_a_file_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_bytes(b"precious")
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "a.txt").symlink_to(tmp_path / "precious.txt")
    Folder(tmp_path / "kit").write("a.txt", b"text")
    assert (tmp_path / "precious.txt").read_bytes() == b"precious"
    assert (tmp_path / "kit" / "a.txt").read_bytes() == b"text"


@posix
def test_the_kit_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "other-disk").mkdir()
    (tmp_path / "kit").symlink_to(tmp_path / "other-disk")
    Folder(tmp_path / "kit").write("brand/a.txt", b"text")
    assert names(tmp_path / "other-disk") == {"brand/a.txt"}


def test_removing_takes_the_folders_left_empty_but_not_the_kit(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a/b/c.txt", b"1")
    folder.write("a/d.txt", b"2")
    folder.remove("a/b/c.txt")
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["d.txt"]
    folder.remove("a/d.txt")
    assert list(tmp_path.iterdir()) == []


def test_cleaning_takes_temporary_files_only(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".creativekit-123-0.tmp").write_bytes(b"torn")
    (tmp_path / "a" / ".mine.tmp").write_bytes(b"mine")
    Folder(tmp_path).clean()
    assert names(tmp_path) == {"a/.mine.tmp"}
