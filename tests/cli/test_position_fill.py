"""`creativekit position --fill`, here and on a pseudo-terminal as a person has it."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.running import CONFIG, command, environment, invoke
from cli.running import project as make_project
from creativekit.cli import position_fill

posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")

PROMPT, MORE = "› ", "\n      "
KILL = "kill -9"


@dataclass
class Talk:
    said: str
    code: int


def fill(home: Path, typed: Sequence[str], *options: str, lang: str = "kk") -> Talk:
    """Answer each question in turn, without a terminal and so more quickly."""
    waiting = list(typed)

    def answer(prompt: str) -> str:
        text = waiting.pop(0) if waiting else "\x04"
        if text in ("\x03", "\x04"):
            raise KeyboardInterrupt if text == "\x03" else EOFError
        return text

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(position_fill, "is_terminal", lambda stream: True)
        patch.setattr("builtins.input", answer)
        result = invoke("-C", str(home), "position", "--fill", *options, lang=lang, COLUMNS="90")
    return Talk(result.output, result.exit_code)


def on_terminal(home: Path, typed: Sequence[str], *options: str, lang: str = "kk") -> Talk:
    """Type each text when something is asked for; `KILL` ends the program the hard way."""
    import pty

    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - the other process
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        line = command("-C", str(home), "position", "--fill", *options, fake=False)
        os.execve(line[0], line, environment(CREATIVEKIT_LANG=lang, TERM="dumb", COLUMNS="90"))
    said, waiting, last, quiet = b"", list(typed), "", 0
    while quiet < 6:
        if not select.select([terminal], [], [], 5)[0]:
            quiet += 1
            # Between two questions the terminal changes its mode, and a key may fall between.
            if last in ("\x03", "\x04") and last:
                os.write(terminal, last.encode())
            continue
        quiet = 0
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # what Linux says of a terminal without a process
            break
        if not chunk:
            break
        said += chunk
        plain = re.sub(rb"\x1b\[[?0-9;]*[a-zA-Z]", b"", said).replace(b"\r", b"")
        if plain.endswith((PROMPT.encode(), MORE.encode())):
            last = answer = waiting.pop(0) if waiting else "\x04"
            if answer == KILL:
                os.kill(child, signal.SIGKILL)
                break
            os.write(
                terminal, (answer if answer in "\x03\x04" and answer else f"{answer}\n").encode()
            )
    if quiet:  # it hangs: a failure, and not for ever
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    text = re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", said.decode(errors="replace"))
    assert "Traceback" not in text
    return Talk(text.replace("\r", ""), os.waitstatus_to_exitcode(status))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p")


def answers(home: Path) -> Any:
    text = (home / "creativekit.toml").read_text("utf-8")
    assert text.startswith("# Our brand.")
    assert "# teal" in text
    return tomllib.loads(text).get("positioning", {})


def test_it_needs_a_terminal(home: Path) -> None:
    for options in ((), ("--json",)):
        result = invoke("-C", str(home), "position", "--fill", *options)
        assert result.exit_code == 2
        assert "position import" in result.output


@pytest.mark.parametrize(
    "option", [["--blank"], ["--paper", "a4"], ["--format", "md"], ["--force"]]
)
def test_what_makes_no_sense_with_it(home: Path, option: list[str]) -> None:
    result = invoke("-C", str(home), "position", "--fill", *option)
    assert result.exit_code == 2
    assert option[0] in result.stderr


class TestAsking:
    def test_texts_tables_and_numbers(self, home: Path) -> None:
        first = ["Динара", "екінші жол", "", "", "?", "-", "", "", "«іздеп жүрмін»", ""]
        second = [
            "Жылуы",
            "жеті",
            "5",
            "4",
            "бар",
            "Ою",
            "",
            "",
            "",
            "",
            "Дүкен",
            "2",
            "1",
            "",
            ".",
        ]
        talk = fill(home, first + second)
        assert talk.code == 0, talk.said
        found = answers(home)
        assert found["audience"] == {
            "who": {"kk": "Динара\nекінші жол"}, "quote": {"kk": "«іздеп жүрмін»"},
        }  # fmt: skip
        assert found["alternatives"] == {
            "attributes": [
                {"name": {"kk": "Жылуы"}, "weight": 5, "ours": 4, "proof": {"kk": "бар"}},
                {"name": {"kk": "Ою"}},
            ],
            "others": [{"name": {"kk": "Дүкен"}, "scores": [2, 1]}],
        }
        assert "1. Бір адам, бір сәт" in talk.said
        assert "Аты кім, қайда тұрады" in talk.said
        assert "Мысал: Динара, Астанада" in talk.said
        assert "«жеті» — 1–5 аралығындағы бүтін сан емес" in talk.said
        assert "Ұпайлары 1 · Жылуы" in talk.said
        # What comes of it, and what to do now.
        assert "Бізге ұқсастығы бойынша" in talk.said
        assert "position --open" in talk.said
        assert sorted(os.listdir(home)) == ["creativekit.toml", "creativekit.toml.bak"]

    def test_a_number_is_asked_again(self, home: Path) -> None:
        typed = [
            "Ковёр",
            "дорого",
            "12 500 ₸",
            "3,5",
            "12,500",
            "2 000",
            "",
            "10 %",
            "95%",
            "3",
            "",
        ]
        talk = fill(home, [*typed, "Сосед", "28 000", ""], "--sheet", "8", lang="ru")
        assert talk.code == 0
        assert "«дорого» — не число" in talk.said
        assert "«12,500» можно прочесть двояко" in talk.said
        # Judged with what was answered before.
        assert "вместе 105 %: ничего не остаётся" in talk.said
        assert answers(home)["price"] == {
            "product": {"ru": "Ковёр"}, "materials": 12500, "hours": 3.5, "rate": 2000,
            "fee": 10, "tax": 3, "rivals": [{"name": {"ru": "Сосед"}, "price": 28000}],
        }  # fmt: skip
        assert "Нижняя граница" in talk.said

    def test_what_is_left_open_is_asked_once_more(self, home: Path) -> None:
        typed = ["аз", "көп", "", "", "3", "", "Көрші", "2", "", "", "", "4", "-1"]
        talk = fill(home, typed, "--sheet", "6")
        assert talk.code == 0
        found = answers(home)["map"]
        assert found["ours"] == {"x": 3, "y": 4}
        assert found["points"] == [{"name": {"kk": "Көрші"}, "x": 2, "y": -1}]

    def test_what_stays_open_is_left_out_and_told(self, home: Path) -> None:
        talk = fill(home, ["аз", "көп", "", "", "3", "", "", ""], "--sheet", "6")
        assert talk.code == 0
        assert "Біз ↕" in talk.said
        assert list(answers(home)["map"]) == ["x"]

    def test_keys_in_three_languages(self, home: Path) -> None:
        for lang, word in (("kk", "Мысал"), ("ru", "Пример"), ("en", "Мысал")):
            talk = fill(home, ["?", "<", "."], "--sheet", "5", lang=lang)
            assert talk.code == 0
            assert talk.said.count(f"{word}:") == 3  # the question, again, and once more from `<`
            assert answers(home) == {}

    def test_back_and_another_answer(self, home: Path) -> None:
        talk = fill(home, ["а", "б", "<", "<", "в", "", "г", "."], "--sheet", "5")
        assert talk.code == 0
        assert answers(home)["statement"] == {
            "audience": {"kk": "в"}, "need": {"kk": "б"}, "category": {"kk": "г"},
        }  # fmt: skip
        assert "Қазір: а" in talk.said or "Now: а" in talk.said

    def test_back_to_the_sheet_before(self, home: Path) -> None:
        talk = fill(home, [*["х", "", *[""] * 5], *[""] * 2, *[""] * 2, *["<", "."]])
        assert talk.code == 0
        assert talk.said.count("3. Құндылық") >= 1
        assert answers(home)["audience"] == {"who": {"kk": "х"}}

    def test_what_is_there_is_kept_and_can_be_taken_out(self, home: Path) -> None:
        body = (
            "[positioning.price]\nproduct = { kk = 'Кілем' } # what\nmaterials = 5\n"
            "rivals = [ { name = 'А', price = 1 }, # first\n { name = 'Б', price = 2 } ]\n"
        )
        make_project(home, CONFIG + body)
        typed = ["", "-", *[""] * 6, "-", "", "3", ""]
        talk = fill(home, [*typed, "."], "--sheet", "8")
        assert talk.code == 0, talk.said
        assert answers(home)["price"] == {
            "product": {"kk": "Кілем"}, "rivals": [{"name": "Б", "price": 3}],
        }  # fmt: skip
        text = (home / "creativekit.toml").read_text("utf-8")
        assert "# first" in text
        assert "# what" in text

    def test_it_goes_on_at_the_first_empty_sheet(self, home: Path) -> None:
        fill(home, ["Динара", "", "."])
        talk = fill(home, ["."])
        assert "2. Немен салыстырады" in talk.said
        assert "1. Бір адам" not in talk.said
        talk = fill(home, ["."], lang="ru")
        assert "1. Один человек" in talk.said

    def test_a_sheet_that_is_not_there(self, home: Path) -> None:
        assert fill(home, [], "--sheet", "77").code == 3

    def test_an_interruption_in_the_middle_of_a_row(self, home: Path) -> None:
        talk = fill(home, ["а", "б", "в", "г", "", "", "Көрші", "\x03"], "--sheet", "6")
        assert talk.code == 130
        found = answers(home)["map"]
        assert found["x"] == {"low": {"kk": "а"}, "high": {"kk": "б"}}
        assert "points" not in found  # a point without a place is none

    def test_an_interruption_before_any_answer(self, home: Path) -> None:
        talk = fill(home, ["\x03"])
        assert talk.code == 130
        assert answers(home) == {}
        assert os.listdir(home) == ["creativekit.toml"]

    def test_hostile_answers(self, home: Path) -> None:
        long = "ж" * 5000
        typed = [long, "", '[red]"""\\ #{n} <b> 👩‍🎨', "", *[""] * 4, "."]
        talk = fill(home, typed)
        assert talk.code == 0
        found = answers(home)["audience"]
        assert found["who"] == {"kk": long}
        assert found["situation"] == {"kk": '[red]"""\\ #{n} <b> 👩‍🎨'}
        talk = fill(home, ["а\u202eб", "а", "."], "--sheet", "5")
        assert "U+202E" in talk.said
        assert answers(home)["statement"]["audience"] == {"kk": "а"}

    def test_a_read_only_config_gives_the_answers_back(self, home: Path) -> None:
        (home / "creativekit.toml").chmod(0o444)
        talk = fill(home, ["Динара", "", "."])
        assert talk.code == 1
        assert "Кім: Динара" in talk.said
        assert answers(home) == {}


@posix
class TestTerminal:
    def test_a_conversation(self, home: Path) -> None:
        typed = ["Динара", "екінші жол", "", "?", "-", *[""] * 4, "Жылуы", "жеті", "5", "."]
        talk = on_terminal(home, typed)
        assert talk.code == 0, talk.said
        assert answers(home)["audience"] == {"who": {"kk": "Динара\nекінші жол"}}
        assert answers(home)["alternatives"]["attributes"] == [
            {"name": {"kk": "Жылуы"}, "weight": 5}
        ]

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    def test_an_interruption_keeps_what_was_answered(self, home: Path, key: str) -> None:
        talk = on_terminal(home, ["Динара", "", "жағдай", "", key])
        assert talk.code == 130
        assert answers(home)["audience"] == {
            "who": {"kk": "Динара"}, "situation": {"kk": "жағдай"},
        }  # fmt: skip

    def test_a_kill_costs_one_sheet(self, home: Path) -> None:
        on_terminal(home, ["Динара", *[""] * 6, "Жылуы", KILL])
        assert answers(home) == {"audience": {"who": {"kk": "Динара"}}}
        assert sorted(os.listdir(home)) == ["creativekit.toml", "creativekit.toml.bak"]
