"""The self-assessment asked: keys, the way back, what is offered, what a later run begins with."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import audits_made
import pytest

from cli.running import CONFIG, invoke
from cli.running import project as make_project
from creativekit.cli import assess_audit, assess_session
from creativekit.cli.assess_keys import key, said
from creativekit.errors import Message
from creativekit.presence import audit_record
from creativekit.presence.audit_record import AuditRecord
from creativekit.presence.instrument_file import instrument

pytestmark = pytest.mark.usefixtures("in_one_process")

WHO = ["4", "1", "4"]
DAY, LATER = "2026-08-26", "2026-11-25"


@dataclass
class Talk:
    said: str
    code: int


def ask(home: Path, typed: Sequence[str], *options: str, lang: str = "en") -> Talk:
    """Answer each question in turn, without a terminal and so more quickly."""
    waiting = list(typed)

    def answer(prompt: str) -> str:
        text = waiting.pop(0) if waiting else "\x04"
        if text in ("\x03", "\x04"):
            raise KeyboardInterrupt if text == "\x03" else EOFError
        return text

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assess_session, "is_terminal", lambda stream: True)
        patch.setattr("builtins.input", answer)
        result = invoke("-C", str(home), "assess", *options, lang=lang, COLUMNS="90")
    assert "Traceback" not in result.output
    return Talk(result.output, result.exit_code)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p")


def draft(home: Path) -> Any:
    return tomllib.loads((home / "presence/draft.toml").read_text("utf-8"))


def record(home: Path, day: str) -> Any:
    return json.loads((home / f"presence/history/{day}.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0", 0), (" 4 ", 4), ("n", "na"), ("N", "na"), ("d", "dk"), ("dk", "dk"),
        # The same keys with a Russian and with a Kazakh keyboard on.
        ("т", "na"), ("в", "dk"), ("қ", 0), ('"', 1), ("ә", 2), ("І", 3), ("ң", 4),
        ("білмеймін", "dk"), ("не знаю", "dk"), ("We say it aloud; it is written nowhere", 1),
    ],
)  # fmt: skip
def test_what_an_answer_means(typed: str, meant: object) -> None:
    assert key(typed) is None
    assert said(typed, instrument().by_id["1.1"]) == meant


@pytest.mark.parametrize("typed", ["5", "-1", "1.5", "ия", "\x1b[31m", "ж" * 5000, "{n}", "0 1"])
def test_what_is_no_answer(typed: str) -> None:
    assert isinstance(said(typed, instrument().by_id["1.1"]), Message)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("", "keep"), (" ", "keep"), (".", "stop"), ("ю", "stop"), ("<", "back"), ("Б", "back"),
     ("?", "help"), ("2", None)],
)  # fmt: skip
def test_keys_that_move(typed: str, meant: str | None) -> None:
    assert key(typed) == meant


class TestAsking:
    def test_who_answers(self, home: Path) -> None:
        talk = ask(home, ["9", "studio", "7", "1 3", "many", "2,5", "."])
        assert talk.code == 0
        assert "a number from 1 to 6 says it" in talk.said
        found = draft(home)
        assert (found["profile"], found["hours"]) == ("studio", 2.5)
        assert found["features"] == ["performer", "site"]

    def test_options_answer_for_it(self, home: Path) -> None:
        ask(home, ["", "."], "--profile", "ngo", "--hours", "3")
        assert (draft(home)["profile"], draft(home)["hours"]) == ("ngo", 3)

    def test_back_and_another_answer(self, home: Path) -> None:
        talk = ask(home, [*WHO, "1", "2", "<", "<", "3", "", "4", "."])
        assert talk.code == 0
        assert draft(home)["answers"] == {"1.1": 3, "1.2": 2, "1.3": 4}
        assert "› 1" in talk.said  # what was answered is marked

    def test_back_to_who_answers_keeps_the_answers(self, home: Path) -> None:
        ask(home, [*WHO, "1", "<", "<", "6", "0", "", "."])
        found = draft(home)
        assert found["profile"] == "ngo"
        assert "features" not in found
        assert found["answers"] == {"1.1": 1}

    def test_help_and_what_is_no_answer(self, home: Path) -> None:
        talk = ask(home, [*WHO, "?", "7", "", "2", "."])
        assert "The sentence stands in your profile" in talk.said
        assert "'7' is not an answer" in talk.said
        assert talk.said.count("0 to 4, n, d or ?") == 2
        assert draft(home)["answers"] == {"1.1": 2}

    def test_what_is_seen_is_offered(self, home: Path) -> None:
        contact = '[contact]\ninstagram = "@saz"\ntelegram = "@other"\n'
        make_project(home, CONFIG + contact)
        talk = ask(home, [*WHO, "2", "", "."])
        assert "Seen: level 1 at least (names of your channels differ: @saz, @other)" in talk.said
        assert draft(home)["answers"]["1.2"] == {"level": 1, "basis": "file"}

    @pytest.mark.parametrize("lang", ["kk", "ru", "en"])
    def test_it_goes_on_at_the_first_unanswered(self, home: Path, lang: str) -> None:
        ask(home, [*WHO, "1", "n", "\x03"], lang=lang)
        talk = ask(home, ["d", "."], lang=lang)
        assert talk.code == 0
        assert draft(home)["answers"] == {"1.1": 1, "1.2": "na", "1.3": "dk"}
        assert instrument().by_id["1.3"].question.get(lang)[:30] in talk.said
        assert instrument().by_id["1.1"].question.get(lang)[:30] not in talk.said

    def test_restart_sets_the_draft_aside(self, home: Path) -> None:
        ask(home, [*WHO, "1", "."])
        ask(home, [*WHO, "3", "."], "--restart")
        assert draft(home)["answers"] == {"1.1": 3}
        assert sorted(os.listdir(home / "presence")) == ["draft.toml", "draft.toml.bak"]

    def test_an_audit_is_kept_with_the_draft(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked: list[str] = []

        def looked_at(url: str, *_: object) -> AuditRecord:
            looked.append(url)
            return audits_made.bad()

        monkeypatch.setattr(assess_audit, "looked_at", looked_at)
        kept = home / "presence/draft.audit.json"
        ask(home, [*WHO, "1", "\x03"], "--audit", "saz.kz", "--date", DAY)
        assert audit_record.read(kept.read_bytes(), "x") == audits_made.bad()

        # Another day, and nobody has to wait for it again.
        talk = ask(home, ["2"] * 40, "--date", LATER)
        assert talk.code == 0, talk.said
        assert "https://saz.kz/ was looked at on 26 November 2026; that is kept." in talk.said
        assert looked == ["saz.kz"]
        assert record(home, LATER)["readings"]["3.2"] == 0
        assert (home / f"presence/history/{LATER}.audit.json").is_file()
        assert not kept.exists()

        # Begun anew, it is of the draft that was set aside.
        ask(home, ["", "", "", ".", "\x03"], "--audit", "saz.kz", "--date", "2027-02-01")
        assert kept.exists()
        talk = ask(home, ["", "", "", "."], "--restart", "--date", "2027-02-01")
        assert "looked at" not in talk.said
        assert not kept.exists()

    def test_a_spoilt_draft_is_told_and_left(self, home: Path) -> None:
        ask(home, [*WHO, "1", "."])
        (home / "presence/draft.toml").write_text("schema = [", "utf-8")
        talk = ask(home, [])
        assert talk.code == 3
        assert "presence/draft.toml" in talk.said
        assert (home / "presence/draft.toml").read_text("utf-8") == "schema = ["
        assert ask(home, [*WHO, "2", "."], "--restart").code == 0

    def test_all_of_it_and_a_later_run(self, home: Path) -> None:
        talk = ask(home, [*WHO, *["2"] * 40], "--date", DAY)
        assert talk.code == 0, talk.said
        assert "50 / 100" in talk.said
        assert not (home / "presence/draft.toml").exists()
        first = record(home, DAY)["plan"][0]["item"]
        invoke("-C", str(home), "assess", "--done", first, "--date", "2026-09-02")

        talk = ask(home, [""] * 60, "--date", LATER)
        assert talk.code == 0, talk.said
        assert "Your answers of 26 August 2026 are marked" in talk.said
        now = record(home, LATER)
        assert now["answers"][first]["said"] == 3
        others = {item: each["said"] for item, each in now["answers"].items() if item != first}
        assert set(others.values()) == {2}
        assert now["done"] == {}
        assert f"↑ {first}  2 → 3" in talk.said

    def test_a_full_disk_is_told(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        ask(home, [*WHO, "1", "."])
        monkeypatch.setattr(os, "replace", full)
        talk = ask(home, ["2"])
        assert talk.code == 1
        assert "the disk is full" in talk.said
        monkeypatch.undo()
        assert draft(home)["answers"] == {"1.1": 1}
