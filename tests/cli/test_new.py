"""`creativekit new`: from flags, from a `_brand.yml`, from questions; never over what is there."""

from __future__ import annotations

import json
import os
import select
import signal
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cli.running import command, environment, invoke, project

posix = pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX systems")

ALL = (
    *("--name", "Саз студиясы", "--color", "#0a7e8c", "--style", "steppe", "--sector", "music"),
    *("--city", "Қызылорда", "--languages", "kk,ru,en", "--tagline", "Дыбыстан әлем құрамыз"),
)


def values(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "creativekit.toml").read_text("utf-8"))


def test_from_flags(tmp_path: Path) -> None:
    folder = tmp_path / "Менің жаңа жобам"
    result = invoke("new", str(folder), *ALL)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert values(folder) == {
        "project": {
            "name": "Саз студиясы",
            "tagline": "Дыбыстан әлем құрамыз",
            "sector": "music",
            "city": "Қызылорда",
            "languages": ["kk", "ru", "en"],
        },
        "brand": {"color": "#0a7e8c", "style": "steppe"},
        "voice": {},
        "contact": {},
    }
    schema = json.loads((folder / "creativekit.schema.json").read_text("utf-8"))
    assert "brand" in schema["properties"]
    assert sorted(path.name for path in folder.iterdir()) == [
        "creativekit.schema.json",
        "creativekit.toml",
    ]
    assert f"creativekit -C '{folder}' build --open" in result.stderr


def test_the_result_passes_check(tmp_path: Path) -> None:
    from creativekit.project.loading import load

    invoke("new", str(tmp_path / "p"), *ALL)
    assert load(tmp_path / "p").warnings == ()


def test_all_wrong_flags_are_told_at_once(tmp_path: Path) -> None:
    result = invoke(
        "new", str(tmp_path / "p"), "--color", "teel", "--style", "stepe", "--languages", "kk,xx"
    )
    assert result.exit_code == 3
    keys = [line.split(":")[0] for line in result.stderr.splitlines()[:4]]
    assert sorted(keys) == ["--color", "--languages", "--name", "--style"]
    assert "did you mean 'steppe'?" in result.stderr
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "a\nb", "\x1b[31m", "ә" * 200, "!\u202ex"])
def test_names_that_cannot_be(tmp_path: Path, name: str) -> None:
    result = invoke("new", str(tmp_path / "p"), "--name", name, "--color", "#0a7e8c")
    assert result.exit_code == 3
    assert "--name:" in result.stderr
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    "name", ["[bold]", "<script>", "#set text(9pt)", "../x", '"""', "\\", "🎵"]
)
def test_names_that_look_like_something_else(tmp_path: Path, name: str) -> None:
    result = invoke("new", str(tmp_path / "p"), "--name", name, "--color", "#0a7e8c")
    assert result.exit_code == 0
    assert values(tmp_path / "p")["project"]["name"] == name
    assert name in result.stderr


def test_a_project_is_never_overwritten(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", "# mine\n")
    result = invoke("new", str(folder), *ALL)
    assert result.exit_code == 3
    assert "there is a project already" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["creativekit.toml"]
    assert (folder / "creativekit.toml").read_text() == "# mine\n"


def test_a_dangling_link_counts_as_a_project(tmp_path: Path) -> None:
    try:
        (tmp_path / "creativekit.toml").symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("this system does not let us make links")
    assert invoke("new", str(tmp_path), *ALL).exit_code == 3


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(b"mine")
    result = invoke("new", str(tmp_path / "p"), *ALL)
    assert result.exit_code == 3
    assert "a project is a folder" in result.stderr


def test_a_folder_with_other_things_is_welcome(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"picture")
    assert invoke("new", str(tmp_path), *ALL).exit_code == 0
    assert (tmp_path / "photo.jpg").read_bytes() == b"picture"


def test_a_folder_name_longer_than_the_system_takes(tmp_path: Path) -> None:
    result = invoke("new", str(tmp_path / ("ұ" * 300)), *ALL)
    assert result.exit_code == 1
    assert "too long" in result.stderr


def test_as_json(tmp_path: Path) -> None:
    result = invoke("new", str(tmp_path / "p"), *ALL, "--json")
    assert result.stderr == ""
    assert json.loads(result.stdout) == {
        "ok": True,
        "exit_code": 0,
        "file": str(tmp_path / "p" / "creativekit.toml"),
        "problems": [],
    }


def test_without_a_terminal_it_does_not_ask(tmp_path: Path) -> None:
    result = invoke("new", str(tmp_path / "p"))
    assert result.exit_code == 3
    assert "--name: a brand needs a name" in result.stderr
    assert "--color: a brand needs a colour" in result.stderr


class TestFromBrandYml:
    YML = "meta:\n  name: Көктем\ncolor:\n  primary: '#aa1155'\n"

    def test_its_name_and_colour(self, tmp_path: Path) -> None:
        (tmp_path / "_brand.yml").write_text(self.YML, "utf-8")
        yml = str(tmp_path / "_brand.yml")
        result = invoke("new", str(tmp_path / "p"), "--from-brand-yml", yml)
        assert result.exit_code == 0, result.stderr
        assert values(tmp_path / "p")["project"]["name"] == "Көктем"
        assert values(tmp_path / "p")["brand"]["color"] == "#aa1155"

    def test_flags_win(self, tmp_path: Path) -> None:
        (tmp_path / "_brand.yml").write_text(self.YML, "utf-8")
        yml = str(tmp_path / "_brand.yml")
        invoke("new", str(tmp_path / "p"), "--from-brand-yml", yml, "--name", "Жаз")
        assert values(tmp_path / "p")["project"]["name"] == "Жаз"

    def test_its_logo_comes_along(self, tmp_path: Path) -> None:
        (tmp_path / "art").mkdir()
        (tmp_path / "art" / "logo.svg").write_bytes(b"<svg/>")
        (tmp_path / "_brand.yml").write_text(self.YML + "logo: art/logo.svg\n", "utf-8")
        yml = str(tmp_path / "_brand.yml")
        result = invoke("new", str(tmp_path / "p"), "--from-brand-yml", yml)
        assert result.exit_code == 0, result.stderr
        assert (tmp_path / "p" / "logo.svg").read_bytes() == b"<svg/>"
        assert values(tmp_path / "p")["brand"]["logo"] == {"file": "logo.svg"}

    @pytest.mark.parametrize("logo", ["../secret.svg", "/etc/passwd", "logo.exe", "absent.svg"])
    def test_a_logo_that_may_not_come(self, tmp_path: Path, logo: str) -> None:
        (tmp_path / "secret.svg").write_bytes(b"<svg/>")
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "logo.exe").write_bytes(b"MZ")
        (tmp_path / "in" / "_brand.yml").write_text(f"{self.YML}logo: {logo}\n", "utf-8")
        yml = str(tmp_path / "in" / "_brand.yml")
        result = invoke("new", str(tmp_path / "p"), "--from-brand-yml", yml)
        assert result.exit_code == 3
        assert "_brand.yml logo:" in result.stderr
        assert not (tmp_path / "p").exists()

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        result = invoke("new", str(tmp_path / "p"), "--from-brand-yml", str(tmp_path / "no.yml"))
        assert result.exit_code == 3
        assert not (tmp_path / "p").exists()


class EndOfTalk(Exception):
    """The program closed its terminal; what it said before that."""


def until_prompt(terminal: int, patience: float = 60) -> bytes:
    """What is said until the next prompt, or until nothing comes for `patience` seconds."""
    said = b""
    while not said.endswith("› ".encode()):
        if not select.select([terminal], [], [], patience)[0]:
            break
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # what Linux says of a terminal without a process
            chunk = b""
        if not chunk:
            raise EndOfTalk(said)
        said += chunk
    return said


@posix
class TestQuestions:
    """On a pseudo-terminal, as a person sees them."""

    def ask(self, folder: Path, answers: list[str], *arguments: str, lang: str = "en") -> str:
        import pty

        child, terminal = pty.fork()
        if child == 0:  # pragma: no cover - the other process
            # A shell's background job is started deaf to Ctrl-C, and so is all that it starts.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            line = command("new", str(folder), *arguments, fake=False)
            os.execve(line[0], line, environment(CREATIVEKIT_LANG=lang, TERM="xterm"))
        said = b""
        try:
            for answer in answers:
                said += until_prompt(terminal)
                os.write(terminal, answer.encode())
            # A key may come a moment too early for who waits for it; a person presses it again.
            while True:
                said += until_prompt(terminal, patience=1)
                os.write(terminal, answers[-1].encode())
        except EndOfTalk as end:
            said += end.args[0]
        os.waitpid(child, 0)
        os.close(terminal)
        return said.decode()

    def test_everything_is_asked_and_written(self, tmp_path: Path) -> None:
        answers = ["Саз студиясы\n", "\n", "music\n", "Қызылорда\n", "kk ru\n", "#0a7e8c\n", "7\n"]
        said = self.ask(tmp_path / "p", answers)
        assert values(tmp_path / "p")["project"] == {
            "name": "Саз студиясы",
            "sector": "music",
            "city": "Қызылорда",
            "languages": ["kk", "ru"],
        }
        assert values(tmp_path / "p")["brand"] == {"color": "#0a7e8c", "style": "steppe"}
        assert "Traceback" not in said

    def test_a_wrong_answer_is_asked_again(self, tmp_path: Path) -> None:
        texts = ["\n", "A\n", "\n", "\n", "\n"]
        words = ["kk zz\n", "kk\n", "teal\n", "#123\n", "bolt\n", "bold\n"]
        answers = texts + words
        said = self.ask(tmp_path / "p", answers)
        assert "a brand needs a name" in said
        assert "'zz' is not a language" in said
        assert "'teal' is not a colour" in said
        assert "did you mean 'bold'?" in said
        assert values(tmp_path / "p")["brand"] == {"color": "#123", "style": "bold"}

    def test_what_was_typed_is_not_asked(self, tmp_path: Path) -> None:
        answers = ["#0a7e8c\n"]
        said = self.ask(tmp_path / "p", answers, *ALL[:2], *ALL[4:])
        assert said.count("›") == 1
        assert values(tmp_path / "p")["brand"]["color"] == "#0a7e8c"

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    def test_leaving_writes_nothing(self, tmp_path: Path, key: str) -> None:
        said = self.ask(tmp_path / "p", ["Саз\n", key])
        assert "interrupted; nothing was changed" in said
        assert "Traceback" not in said
        assert not (tmp_path / "p").exists()
