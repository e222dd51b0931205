"""`creativekit share`: the archive, results without a name, and what is said of both."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from assessments import answers, kept
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cli.running import invoke, project, run
from creativekit.press import presence_files, share_results
from creativekit.project.new_project import Answers, config_text

CONFIG = """\
[project]
name = "Саз студиясы"
city = "Қызылорда"
sector = "дыбыс жазу"
languages = ["kk"]

[brand]
color = "#0a7e8c"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project(tmp_path / "Менің жобам", CONFIG)
    for name in ("brand/logo/a.svg", "social/post.png", "presence/report.json"):
        path = made / "kit" / name
        path.parent.mkdir(parents=True)
        path.write_text(name)
    return made


def test_the_kit_in_one_file(folder: Path) -> None:
    result = invoke("-C", str(folder), "share")
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(folder / "saz-studiiasy-kit.zip") as archive:
        assert archive.namelist() == [
            f"Саз студиясы/{name}"
            for name in ("README.html", "brand/logo/a.svg", "social/post.png")
        ]
    assert "3 files · 0.1 MB" in result.stderr
    assert "presence stays here" in result.stderr
    assert result.stdout == ""


def test_again_is_the_same_file_and_may_replace_it(folder: Path) -> None:
    made = []
    for _ in range(2):
        assert invoke("-C", str(folder), "share").exit_code == 0
        made.append((folder / "saz-studiiasy-kit.zip").read_bytes())
    assert made[0] == made[1]


def test_a_part_to_a_file_as_json(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sub" / "s.zip"
    result = invoke("-C", str(folder), "share", "--only", "social", "-o", str(target), "--json")
    said = json.loads(result.stdout)
    assert said["parts"] == {"social": 1}
    assert said["bytes"] == target.stat().st_size
    assert said["held_back"] == []


def test_to_a_folder(folder: Path, tmp_path: Path) -> None:
    assert invoke("-C", str(folder), "share", "-o", str(tmp_path)).exit_code == 0
    assert (tmp_path / "saz-studiiasy-kit.zip").is_file()


def test_a_file_of_somebody_else_is_kept(folder: Path) -> None:
    target = folder / "thesis.zip"
    target.write_bytes(b"three years of work")
    refused = invoke("-C", str(folder), "share", "-o", str(target))
    assert refused.exit_code == 3
    assert target.read_bytes() == b"three years of work"
    assert invoke("-C", str(folder), "share", "-o", str(target), "--force").exit_code == 0
    assert zipfile.is_zipfile(target)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--only", "brnd"], 3, "did you mean 'brand'?"),
        (["--kit", "nowhere"], 3, "nothing to share yet"),
        (["--yes"], 2, "--anonymous only"),
        (["--anonymous", "--only", "brand"], 2, "does not go with --anonymous"),
        (["--anonymous"], 3, "no self-assessment has been finished"),
    ],
)
def test_refused(folder: Path, arguments: list[str], code: int, said: str) -> None:
    result = invoke("-C", str(folder), "share", *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert not list(folder.glob("*.zip"))


class TestAnonymous:
    @pytest.fixture(autouse=True)
    def assessed(self, folder: Path) -> None:
        presence_files.keep(folder, kept(answers()))

    def written(self, folder: Path) -> Path:
        result = invoke("-C", str(folder), "share", "--anonymous", "--yes")
        assert result.exit_code == 0, result.output
        (found,) = folder.glob("results-*.json")
        return found

    def test_it_is_shown_and_written(self, folder: Path) -> None:
        result = invoke("-C", str(folder), "share", "--anonymous", "--yes")
        assert "KZ-43" in result.stdout
        assert "centre of an oblast" in result.stdout
        assert "Not in it: names" in result.stdout
        assert "participant.key" in result.stderr
        found = json.loads(self.written(folder).read_bytes())
        assert (found["sector"], found["languages"]) == ("music", ["kk"])

    def test_nobody_asked_nothing_written(self, folder: Path) -> None:
        before = sorted(folder.rglob("*"))
        result = invoke("-C", str(folder), "share", "--anonymous")
        assert result.exit_code == 2
        assert "--yes writes" in result.stderr
        shown = invoke("-C", str(folder), "share", "--anonymous", "--json")
        assert json.loads(shown.stdout)["written"] is False
        assert sorted(folder.rglob("*")) == before

    def test_the_number_stays_and_is_another_elsewhere(self, folder: Path, tmp_path: Path) -> None:
        first = self.written(folder)
        number = json.loads(first.read_bytes())["participant"]
        presence_files.keep(folder, kept(answers(1)))
        assert self.written(folder) == first
        again = json.loads(first.read_bytes())
        assert again["participant"] == number
        assert len(again["runs"]) == 2
        other = project(tmp_path / "other", CONFIG)
        presence_files.keep(other, kept(answers()))
        assert json.loads(self.written(other).read_bytes())["participant"] != number

    @pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")
    def test_the_key_is_the_owners_alone(self, folder: Path) -> None:
        self.written(folder)
        assert (folder / share_results.KEY).stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize("content", ["", "abc", "00" * 31, "Саз", "zz" * 32])
    def test_a_damaged_key_is_told_and_kept(self, folder: Path, content: str) -> None:
        key = folder / share_results.KEY
        key.write_text(content, "utf-8")
        result = invoke("-C", str(folder), "share", "--anonymous", "--yes")
        assert result.exit_code == 3
        assert "this key is damaged" in result.stderr
        assert key.read_text("utf-8") == content

    def test_a_file_of_somebody_else_is_kept(self, folder: Path) -> None:
        target = folder / "notes.json"
        target.write_text('{"format": "creativekit-results", "participant": "another"}')
        result = invoke("-C", str(folder), "share", "--anonymous", "--yes", "-o", str(target))
        assert result.exit_code == 3
        assert "another" in target.read_text()


TEXT = st.text(
    st.characters(codec="utf-8", categories=("L", "Nd", "Pd", "Zs")), min_size=1, max_size=40
)
CONTACT = ("phone", "email", "site", "instagram", "telegram", "whatsapp", "address")


@given(texts=st.lists(TEXT, min_size=12, max_size=12))
@settings(max_examples=40, deadline=None)
def test_whoever_it_is_the_file_is_the_same(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Name, tagline, contact, people, voice and a city that nobody knows change no byte of it."""
    from creativekit.errors import InputError
    from creativekit.project.loading import parse

    said = [" ".join(text.split()) for text in texts]
    assume(all(said))
    secret = b"k" * 32
    made = []
    for name, tagline, *rest in (said, ["Ән", "Күй", *"abcdefghij"]):
        folder = tmp_path_factory.mktemp("p")
        presence_files.keep(folder, kept(answers()))
        (folder / share_results.KEY).write_text(secret.hex())
        config = config_text(
            Answers(
                name,
                ("kk", "ru"),
                tagline,
                color="#0a7e8c",
                we_are=(rest[7],),
                contact=dict(zip(CONTACT, rest, strict=False)),
            ),
            str,
        )
        config += f"\n[[person]]\nname = {json.dumps(rest[8], ensure_ascii=False)}\n"
        config += f"role = {json.dumps(rest[9], ensure_ascii=False)}\n"
        try:
            loaded = parse(config, folder)
        except InputError:
            assume(False)
        made.append(share_results.results(loaded).data)
    assert made[0] == made[1]


def test_no_word_of_an_example_is_in_its_results(tmp_path: Path) -> None:
    import shutil

    from creativekit.project.loading import load
    from example_brands import EXAMPLES

    folder = tmp_path / "p"
    shutil.copytree(EXAMPLES / "saz-studio", folder, ignore=shutil.ignore_patterns("kit"))
    done = run("-C", str(folder), "share", "--anonymous", "--yes", fake=False)
    assert done.returncode == 0, done.stderr
    (found,) = folder.glob("results-*.json")
    text = found.read_text("utf-8").lower()
    loaded = load(folder / "creativekit.toml")
    people = [text for each in loaded.people for text in (str(each.name), str(each.role))]
    names = [text for _, text in loaded.name.texts] + [text for _, text in loaded.city.texts]
    contact = [str(value) for _, value in loaded.contact if value is not None]
    for each in (*people, *names, *contact, "Достық", "saz"):
        assert each.lower() not in text
