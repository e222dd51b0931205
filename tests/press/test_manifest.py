"""The manifest's file: the same kit, the same bytes, and nothing believed blindly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import OutputError
from creativekit.press import manifest as manifests
from creativekit.press.manifest import Entry, Journal, Manifest, hash_of
from creativekit.press.output import Folder

A = "a" * 64
B = "b" * 64

entries = st.builds(
    Entry,
    sha256=st.sampled_from([A, B]),
    size=st.integers(0, 10**9),
    key=st.text(max_size=5),
    capability=st.sampled_from(["brand", "social"]),
    edited=st.sampled_from([None, A]),
)
paths = st.from_regex(r"[a-zәқө][a-z0-9]{0,3}(/[a-z0-9]{1,3}){0,2}", fullmatch=True)


@given(st.dictionaries(paths, entries), st.dictionaries(st.text(max_size=4), st.text(max_size=4)))
def test_a_manifest_is_read_back_whatever_the_order_it_was_filled_in(
    files: dict[str, Entry], plans: dict[str, str]
) -> None:
    there = Manifest(dict(plans), dict(files))
    reversed_ = Manifest(dict(reversed(plans.items())), dict(reversed(files.items())))
    assert manifests.text(there) == manifests.text(reversed_)
    read = json.loads(manifests.text(there))
    assert list(read["files"]) == sorted(files)


def test_written_and_read(tmp_path: Path) -> None:
    manifest = Manifest({"brand": "f"}, {"brand/a.svg": Entry(A, 3, "k", "brand", edited=B)})
    manifests.write(tmp_path, manifest)
    assert manifests.read(tmp_path) == manifest


def test_an_unchanged_manifest_is_not_touched(tmp_path: Path) -> None:
    manifest = Manifest({"brand": "f"}, {})
    manifests.write(tmp_path, manifest)
    before = (tmp_path / manifests.NAME).stat()
    manifests.write(tmp_path, manifest)
    after = (tmp_path / manifests.NAME).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"manifest": 99}',
        b'{"manifest": 1, "files": []}',
        b'{"manifest": 1, "plans": 3, "files": {"a": 1}}',
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_understood_counts_for_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / manifests.NAME).write_bytes(data)
    assert manifests.read(tmp_path) == Manifest()


def test_names_that_lead_out_of_the_kit_are_passed_over(tmp_path: Path) -> None:
    good = {"sha256": A, "size": 1, "key": "k", "capability": "brand"}
    files = dict.fromkeys(("../a", "/a", "C:/a", "a/../../b", "ok.txt"), good)
    (tmp_path / manifests.NAME).write_text(json.dumps({"manifest": 1, "files": files}))
    assert list(manifests.read(tmp_path).files) == ["ok.txt"]


def test_hash_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"text")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    assert hash_of(tmp_path / "a") == (
        "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    )
    for nothing in ("empty", "folder", "absent", "a/below"):
        assert hash_of(tmp_path / nothing) is None


def test_a_journal_tells_what_came_to_lie_there(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    first.begin()
    (tmp_path / "done.txt").write_bytes(b"text")
    first.add("done.txt", Entry(hash_of(tmp_path / "done.txt"), 4, "k", "brand"))
    first.add("not-yet.txt", Entry(A, 4, "k", "brand"))
    first.close(done=False)
    with open(tmp_path / manifests.JOURNAL, "ab") as stream:
        stream.write(b'["cut short by a k')

    second = Journal(tmp_path)
    assert second.interrupted
    manifest = Manifest()
    second.settle(manifest, Folder(tmp_path))
    assert list(manifest.files) == ["done.txt"]
    second.close(done=True)
    assert not (tmp_path / manifests.JOURNAL).exists()


def test_what_the_first_of_two_cut_off_runs_put_in_place_is_still_ours(tmp_path: Path) -> None:
    """The second noted what it was about to put there, and was ended before it did."""
    (tmp_path / "file.txt").write_bytes(b"text")
    there = Entry(hash_of(tmp_path / "file.txt"), 4, "first", "brand")
    for entry in (there, Entry(A, 9, "second", "brand")):
        journal = Journal(tmp_path)
        journal.add("file.txt", entry)
        journal.close(done=False)

    manifest = Manifest()
    journal = Journal(tmp_path)
    journal.settle(manifest, Folder(tmp_path))
    journal.close(done=True)
    assert manifest.files == {"file.txt": there}


def test_a_journal_does_not_lead_out_of_the_kit(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    kit.mkdir()
    (tmp_path / "a").write_bytes(b"text")
    line = ["../a", hash_of(tmp_path / "a"), 4, "k", "brand"]
    (kit / manifests.JOURNAL).write_text(json.dumps(line) + "\n")
    journal = Journal(kit)
    manifest = Manifest()
    journal.settle(manifest, Folder(kit))
    journal.close(done=True)
    assert manifest.files == {}


def test_two_runs_do_not_share_a_kit(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from creativekit.press.manifest import Journal\n"
        "journal = Journal(Path(sys.argv[1])); print('locked', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(OutputError, match="another creativekit is at work"):
            Journal(tmp_path)
        other.stdin.close()
    Journal(tmp_path).close(done=True)
    assert os.listdir(tmp_path) == []
