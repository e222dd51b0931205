"""`creativekit serve`: what it is told on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import invoke, project
from creativekit.studio import serving


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[serving.StudioServer]:
    servers: list[serving.StudioServer] = []
    monkeypatch.setattr(serving.StudioServer, "run", lambda self: servers.append(self))
    return servers


def test_it_prints_the_address(tmp_path: Path, ran: list[serving.StudioServer]) -> None:
    folder = project(tmp_path / "p")
    result = invoke("serve", str(folder), "--lang", "ru")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("http://127.0.0.1:")
    (server,) = ran
    assert server._opening.config == str(folder / "creativekit.toml")
    assert server._opening.language == "ru"
    assert "warning" not in result.stderr


def test_a_network_is_warned_of(tmp_path: Path, ran: list[serving.StudioServer]) -> None:
    result = invoke("serve", str(project(tmp_path / "p")), "--host", "0.0.0.0")
    assert result.exit_code == 0
    assert "everyone on your network" in result.stderr


def test_the_trainers_sample_is_gone_afterwards(
    tmp_path: Path, ran: list[serving.StudioServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke("serve", "--trainer")
    assert result.exit_code == 0, result.stderr
    assert not Path(ran[0]._opening.sample).exists()


def test_a_wrong_agenda_is_told_before_anything_is_served(
    tmp_path: Path, ran: list[serving.StudioServer]
) -> None:
    folder = project(tmp_path / "p")
    (folder / "templates").mkdir()
    (folder / "templates" / "workshop.toml").write_text("schema = 1\n", "utf-8")
    result = invoke("serve", str(folder), "--trainer")
    assert result.exit_code == 3
    assert "templates/workshop.toml" in result.stderr
    assert not ran


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--host", "Ң" * 80), "is no address of this computer"),
        (("--port", "70000"), "is not a whole number from 1 to 65535"),
    ],
)
def test_where_it_cannot_listen_it_says_so(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = invoke("serve", str(project(tmp_path / "p")), *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
