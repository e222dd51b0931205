"""What an assessment keeps: a draft that survives, and a history that only grows."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from creativekit.errors import InputError, OutputError
from creativekit.presence import history
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.assessment import assessed
from creativekit.presence.history import Run
from creativekit.presence.instrument_file import instrument
from creativekit.press import presence_files as files

OURS = instrument()
DAY = datetime.date(2026, 11, 25)


def answers(level: int = 2) -> Answers:
    given = {item.id: Answer(level) for item in OURS.asked("studio")}  # type: ignore[arg-type]
    return Answers.of(OURS.version, "studio", (), given, 4)


def run(level: int = 2, day: datetime.date = DAY) -> Run:
    return assessed(answers(level), OURS, day).run


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


class TestDraft:
    def test_none_is_there(self, tmp_path: Path) -> None:
        assert files.draft(tmp_path, OURS) is None
        assert files.set_draft_aside(tmp_path) is None
        files.remove_draft(tmp_path)
        (tmp_path / "presence").write_text("", "utf-8")  # a file where the folder should be
        assert files.draft(tmp_path, OURS) is None

    def test_it_comes_back_as_it_was(self, tmp_path: Path) -> None:
        files.save_draft(tmp_path, answers())
        found = files.draft(tmp_path, OURS)
        assert found is not None
        assert found.answers == answers()
        files.remove_draft(tmp_path)
        assert files.draft(tmp_path, OURS) is None

    def test_a_disk_that_fails_leaves_the_draft_before(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files.save_draft(tmp_path, answers(1))

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(OutputError):
            files.save_draft(tmp_path, answers(2))
        found = files.draft(tmp_path, OURS)
        assert found is not None
        assert found.answers == answers(1)
        assert names(tmp_path / "presence") == ["draft.toml"]

    def test_it_is_set_aside_and_never_over_another(self, tmp_path: Path) -> None:
        for level in (1, 2):
            files.save_draft(tmp_path, answers(level))
            assert files.set_draft_aside(tmp_path) is not None
        assert names(tmp_path / "presence") == ["draft.toml.bak", "draft.toml.bak.2"]

    @pytest.mark.parametrize("data", [b"schema = [", b"\xff\xfe", b"schema = 1\nprofile = 3\n"])
    def test_one_that_was_spoilt_is_told(self, tmp_path: Path, data: bytes) -> None:
        files.save_draft(tmp_path, answers())
        (tmp_path / files.DRAFT).write_bytes(data)
        with pytest.raises(InputError) as caught:
            files.draft(tmp_path, OURS)
        assert caught.value.problems[0].file == files.DRAFT
        assert (tmp_path / files.DRAFT).read_bytes() == data


class TestHistory:
    def test_another_run_of_a_day_stands_beside(self, tmp_path: Path) -> None:
        first, second = files.keep(tmp_path, run(1)), files.keep(tmp_path, run(2))
        assert [first.name, second.name] == ["2026-11-25.json", "2026-11-25-2.json"]
        assert files.keep(tmp_path, run(1)) == first
        assert files.keep(tmp_path, run(2)) == second
        assert history.of_project(tmp_path).runs == (run(1), run(2))

    def test_the_last_record_is_the_last_run(self, tmp_path: Path) -> None:
        assert files.last_record(tmp_path) is None
        later = datetime.date(2026, 12, 1)
        for level, day in ((1, later), (2, DAY), (3, later)):
            path = files.keep(tmp_path, run(level, day))
        (tmp_path / history.FOLDER / "2027-01-01.json").write_text("{", "utf-8")
        found = files.last_record(tmp_path)
        assert found is not None
        assert found[0] == path
        assert found[2] == run(3, later)

    def test_a_mark_is_not_put_over_what_somebody_changed(self, tmp_path: Path) -> None:
        path = files.keep(tmp_path, run(1))
        before = path.read_bytes()
        path.write_bytes(before + b"\n")
        with pytest.raises(OutputError):
            files.mark(path, before, run(2))
        assert path.read_bytes() == before + b"\n"

    def test_a_link_out_of_the_project_is_not_followed(self, tmp_path: Path) -> None:
        outside, home = tmp_path / "outside", tmp_path / "home"
        outside.mkdir()
        home.mkdir()
        (home / "presence").symlink_to(outside, target_is_directory=True)
        for write in (lambda: files.keep(home, run()), lambda: files.save_draft(home, answers())):
            with pytest.raises(OutputError):
                write()
        assert names(outside) == []
