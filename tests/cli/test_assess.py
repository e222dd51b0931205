"""`creativekit assess` without a person at it: files of answers, the plan worked off, a site."""

from __future__ import annotations

import json
import os
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback_site import LoopbackSites
from question_filling import by_value, empty

from cli.running import invoke, run
from cli.running import project as make_project
from creativekit.cli import assess_audit, assess_report
from creativekit.presence import history
from creativekit.presence.answers_table import column_name
from creativekit.presence.instrument_file import instrument
from creativekit.press import fingerprint
from creativekit.tables.workbook_writing import Sheet, xlsx

pytestmark = pytest.mark.usefixtures("in_one_process")

ITEMS = [item.id for item in instrument().asked("studio", ("site",))]
DAY, LATER = "2026-08-26", "2026-11-25"


def answers(level: int = 2, **other: object) -> str:
    head = {"schema": 1, "profile": '"studio"', "features": '["site"]', "hours": 4}
    given = dict.fromkeys(ITEMS, level) | {
        key.removeprefix("q").replace("_", "."): value for key, value in other.items()
    }
    lines = [f"{key} = {value}" for key, value in head.items()]
    return "\n".join(
        [*lines, "[answers]", *(f'"{item}" = {json.dumps(said)}' for item, said in given.items())]
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p")


def given(home: Path, text: str | bytes, name: str = "answers.toml") -> str:
    file = home.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


def assess(home: Path, *options: str, lang: str = "en") -> Any:
    return invoke("-C", str(home), "assess", *options, lang=lang)


def pages(home: Path) -> dict[str, bytes]:
    """The audit's files in the kit."""
    return {file.name: file.read_bytes() for file in (home / "kit/presence").glob("audit*")}


def pages_of(home: Path) -> dict[str, bytes]:
    """Everything of the kit's presence."""
    return {file.name: file.read_bytes() for file in (home / "kit/presence").iterdir()}


def records(home: Path) -> list[str]:
    kept = home / "presence/history"
    return sorted(os.listdir(kept)) if kept.is_dir() else []


class TestReport:
    def test_a_first_run(self, home: Path) -> None:
        result = assess(home, "--answers", given(home, answers(q8_1=4)), "--date", DAY)
        assert result.exit_code == 0, result.output
        assert "53 / 100" in result.stdout
        assert "Working" in result.stdout
        assert "weakest: Identity, 50" in result.stdout
        assert f"{'█' * 12}{'░' * 12}   50" in result.stdout
        assert "\x1b" not in result.stdout
        assert "Done when:" in result.stdout
        assert "Since" not in result.stdout
        assert records(home) == [f"{DAY}.json"]
        assert sorted(os.listdir(home / "kit/presence")) == [
            "form.xlsx", "plan.ics",
            "report-kk.html", "report-kk.pdf", "report-ru.html", "report-ru.pdf",
            "report.json",
        ]  # fmt: skip

    def test_a_gate_caps_the_band_and_says_why(self, home: Path) -> None:
        result = assess(home, "--answers", given(home, answers(3, q6_1=0)), "--date", DAY)
        assert "Visible" in result.stdout
        assert "! 6.1  With a shared password" in result.stdout

    def test_a_second_run_tells_what_changed(self, home: Path) -> None:
        assess(home, "--answers", given(home, answers(2)), "--date", DAY)
        result = assess(home, "--answers", given(home, answers(3, q4_4=1)), "--date", LATER)
        assert "Since 26 August 2026" in result.stdout
        assert "50 → " in result.stdout
        assert "↑ 1.1  2 → 3" in result.stdout
        assert "↓ 4.4  2 → 1" in result.stdout
        assert records(home) == [f"{DAY}.json", f"{LATER}.json"]

    def test_little_that_is_known_gives_no_score(self, home: Path) -> None:
        text = 'schema = 1\nprofile = "studio"\n[answers]\n"1.1" = 3\n"2.1" = "dk"\n'
        result = assess(home, "--answers", given(home, text))
        assert result.exit_code == 0
        assert " / 100" not in result.stdout
        assert "a score is given from 60 % on" in result.stdout
        assert "To find out: 2.1" in result.stdout

    def test_what_is_said_beside_what_is_seen(self, home: Path) -> None:
        contact = '[contact]\ninstagram = "@saz"\ntelegram = "@other"\n'
        with (home / "creativekit.toml").open("a", encoding="utf-8") as file:
            file.write(contact)
        result = assess(home, "--answers", given(home, answers(3)))
        assert "What you say and what can be seen" in result.stdout
        assert "names of your channels differ: @saz, @other" in result.stdout
        kept = json.loads((home / "presence/history" / records(home)[0]).read_text("utf-8"))
        assert kept["answers"]["1.2"]["said"] == 3  # never overwritten

    def test_the_same_run_is_kept_once_and_another_beside_it(self, home: Path) -> None:
        file = given(home, answers(2))
        for _ in range(2):
            assert assess(home, "--answers", file, "--date", DAY).exit_code == 0
        assert records(home) == [f"{DAY}.json"]
        before = (home / f"presence/history/{DAY}.json").read_bytes()
        assess(home, "--answers", given(home, answers(1)), "--date", DAY)
        assert records(home) == [f"{DAY}-2.json", f"{DAY}.json"]
        assert (home / f"presence/history/{DAY}.json").read_bytes() == before

    def test_the_same_answers_are_the_same_files(self, tmp_path: Path) -> None:
        made = []
        for name in ("one", "two"):
            home = make_project(tmp_path / name / "p")
            file = given(home, answers(2))
            assert assess(home, "--answers", file, "--date", DAY).exit_code == 0
            files = [*(home / "kit/presence").iterdir(), *(home / "presence/history").iterdir()]
            made.append({file.name: file.read_bytes() for file in files})
        assert made[0] == made[1]

    def test_json(self, home: Path) -> None:
        result = assess(home, "--answers", given(home, answers(2)), "--date", DAY, "--json")
        found = json.loads(result.stdout)
        assert found["ok"]
        assert found["report"]["overall"] == 50
        assert set(found["report"]["dimensions"][0]["title"]) == {"kk", "ru"}
        assert sorted(found["kit"]["made"])[-1] == "presence/report.json"
        assert Path(found["history"]).is_file()

    def test_bars_without_their_signs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Old:
            encoding = "cp1251"

        monkeypatch.setattr(assess_report.sys, "stdout", Old())
        assert assess_report._signs() == ("#", ".")

    def test_the_fingerprint_of_the_project_is_as_it_was(self, home: Path) -> None:
        config = home / "creativekit.toml"
        before = fingerprint.of(config, "brand")
        assess(home, "--answers", given(home, answers(2)))
        assert fingerprint.of(config, "brand") == before

    def test_in_a_process_of_its_own(self, home: Path) -> None:
        done = run(
            "-C", str(home), "assess", "--answers", given(home, answers(2)), "--lang", "kk",
            fake=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "50 / 100" in done.stdout
        assert "Өз орныңыз" in done.stdout


class TestPlan:
    def test_a_step_is_taken_and_taken_back(self, home: Path) -> None:
        assess(home, "--answers", given(home, answers(2)), "--date", DAY)
        record = home / f"presence/history/{DAY}.json"
        before = record.read_bytes()
        calendar = (home / "kit/presence/plan.ics").read_bytes()
        first = json.loads(before)["plan"][0]["item"]

        result = assess(home, "--done", first, "--date", "2026-09-02")
        assert result.exit_code == 0, result.output
        assert f"[x] {first}" in result.stdout
        assert "done: 2 September" in result.stdout
        assert json.loads(record.read_bytes())["done"] == {first: "2026-09-02"}
        assert len((home / "kit/presence/plan.ics").read_bytes()) < len(calendar)

        result = assess(home, "--undo", first)
        assert f"[ ] {first}" in result.stdout
        assert record.read_bytes() == before
        assert (home / "kit/presence/plan.ics").read_bytes() == calendar
        assert records(home) == [f"{DAY}.json"]

    def test_as_json(self, home: Path) -> None:
        assess(home, "--answers", given(home, answers(2)), "--date", DAY)
        found = json.loads(assess(home, "--plan", "--json").stdout)
        assert found["date"] == DAY
        assert found["steps"][0]["done"] is None
        assert found["steps"][0]["action"]

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--done", "9.9"], "there is no question '9.9'"),
            (["--undo", "1.1"], "not marked as done"),
            (["--done", "1.1", "--done", "x\x1b[31m"], "there is no question"),
        ],
    )
    def test_steps_that_there_are_not(self, home: Path, options: list[str], told: str) -> None:
        assess(home, "--answers", given(home, answers(2)), "--date", DAY)
        before = (home / f"presence/history/{DAY}.json").read_bytes()
        result = assess(home, *options)
        assert result.exit_code == 3
        assert told in result.output
        assert "\x1b" not in result.output
        assert (home / f"presence/history/{DAY}.json").read_bytes() == before

    def test_without_a_run(self, home: Path) -> None:
        result = assess(home, "--plan")
        assert result.exit_code == 3
        assert "there is no plan yet" in result.output


class TestAgain:
    """A finished run shown once more, by its option or where nothing can be asked."""

    def test_the_last_run_is_told_and_its_files_made(self, home: Path) -> None:
        told = assess(home, "--answers", given(home, answers(q8_1=4)), "--date", DAY)
        before = pages_of(home)
        shutil.rmtree(home / "kit/presence")
        for options in (("--report",), ()):
            again = assess(home, *options)
            assert again.exit_code == 0, again.output
            assert again.stdout == told.stdout
            assert pages_of(home) == before
        assert records(home) == [f"{DAY}.json"]

    def test_an_earlier_one_and_json(self, home: Path) -> None:
        assess(home, "--answers", given(home, answers(1)), "--date", DAY)
        assess(home, "--answers", given(home, answers(3)), "--date", LATER)
        first = json.loads(assess(home, "--report", "--date", "2026-09-01", "--json").stdout)
        last = json.loads(assess(home, "--json").stdout)
        assert (first["report"]["overall"], last["report"]["overall"]) == (25, 75)
        assert Path(first["history"]).name == f"{DAY}.json"
        assert last["report"]["runs"][0]["date"] == DAY

    def test_without_a_run_of_todays_questions(self, home: Path) -> None:
        assert (result := assess(home, "--report")).exit_code == 3
        assert "nothing was answered yet" in result.stderr
        assert assess(home).exit_code == 2
        assess(home, "--answers", given(home, answers()), "--date", DAY)
        record = home / f"presence/history/{DAY}.json"
        kept = json.loads(record.read_text("utf-8"))
        record.write_text(json.dumps(kept | {"instrument": "2020.1"}), "utf-8")
        assert (result := assess(home, "--report")).exit_code == 3
        assert "version 2020.1" in result.stderr

    @pytest.mark.parametrize("option", ["--plan", "--restart", "--hours=3", "--audit=https://a.kz"])
    def test_it_asks_for_nothing_else(self, home: Path, option: str) -> None:
        assert assess(home, "--report", option).exit_code == 2


class TestFiles:
    def test_a_table_of_several_people(self, home: Path) -> None:
        head = ("name", "profile", *(f"q{item.replace('.', '_')}" for item in ITEMS))
        rows = [
            ("Айгүл", "studio", *["1"] * len(ITEMS)),
            ("Ерлан", "studio", *["3"] * len(ITEMS)),
            ("Ерлан Екінші", "studio", *["4"] * len(ITEMS)),
        ]
        table = "\n".join(",".join(row) for row in [head, *rows])
        book = xlsx((Sheet("answers", head, tuple(rows), (10,) * len(head)),))
        for file in (given(home, table, "all.csv"), given(home, book, "all.xlsx")):
            assert assess(home, "--answers", file).exit_code == 3
            for row, score in (("2", "75"), ("айгүл", "25"), ("Ерлан Екінші", "100")):
                result = assess(home, "--answers", file, "--row", row, "--json")
                assert json.loads(result.stdout)["report"]["overall"] == float(score)
            result = assess(home, "--answers", file, "--row", "Айгул")
            assert result.exit_code == 3
            assert "айгүл" in result.output
            assert assess(home, "--answers", file, "--row", "studio").exit_code == 3

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("", "profile: this key is missing"),
            ("schema = 1\n[answers\n", "answers.toml:2"),
            (answers(7), "'7' is not an answer"),
            (answers(2, q1_1="[bold]<b>x</b>\u202e"), "is not an answer"),
            (answers(2).replace("studio", "stdio"), "studio"),
            (answers(2).replace("hours = 4", "hours = 4000"), "4000"),
            (answers(2, q77_1=2), "77.1"),
            (b"\xff\xfe\x00\x01", "answers.toml"),
            (answers(2) + '\n"1.1" = 3\n', "answers.toml"),
            ("a=" * 100_000, "answers.toml"),
        ],
    )
    def test_hostile_answers(self, home: Path, text: str | bytes, told: str) -> None:
        result = assess(home, "--answers", given(home, text))
        assert result.exit_code == 3, result.output
        assert told in result.output
        assert "Traceback" not in result.output
        assert records(home) == []
        assert not (home / "kit").exists()

    def test_a_note_with_everything_in_it(self, home: Path) -> None:
        note = '<script>"\\u{1F600} \\u0301 [red] ' + "ж" * 1500
        text = answers(2).replace('"1.1" = 2', f'"1.1" = {{ level = 2, note = """{note}""" }}')
        text = text.replace("\\u{1F600}", "😀").replace("\\u0301", "́")
        assert assess(home, "--answers", given(home, text)).exit_code == 0
        report = json.loads((home / "kit/presence/report.json").read_text("utf-8"))
        assert report["answers"]["1.1"]["note"].startswith("<script>")

    def test_what_options_say_wins(self, home: Path) -> None:
        result = assess(
            home, "--answers", given(home, answers(2)), "--profile", "site", "--hours", "2,5",
            "--json",
        )  # fmt: skip
        found = json.loads(result.stdout)["report"]
        assert found["profile"] == "site"
        assert found["hours_a_week"] == 2.5

    @pytest.mark.parametrize(
        ("options", "code"),
        [
            ([], 2),
            (["--json"], 2),
            (["--row", "1"], 2),
            (["--date", "yesterday"], 2),
            (["--date", "9999-12-31"], 2),
            (["--plan", "--answers", "x.toml"], 2),
            (["--done", "1.1", "--audit", "https://x.example"], 2),
            (["--answers", "nowhere.toml"], 3),
            (["--profile", "studoi"], 3),
            (["--hours", "many"], 2),
        ],
    )
    def test_what_cannot_be_asked_for(self, home: Path, options: list[str], code: int) -> None:
        result = assess(home, *options)
        assert result.exit_code == code, result.output
        assert records(home) == []

    def test_a_broken_record_keeps_nobody_from_a_new_run(self, home: Path) -> None:
        folder = home / "presence/history"
        folder.mkdir(parents=True)
        for name in ("2026-01-01.json", "2026-01-01.audit.json"):
            (folder / name).write_text("{", "utf-8")
        result = assess(home, "--answers", given(home, answers(2)), "--date", DAY)
        assert result.exit_code == 0
        for name in ("2026-01-01.json", "2026-01-01.audit.json"):
            assert result.stderr.count(name) == 1
            assert (folder / name).read_text("utf-8") == "{"
        assert pages(home) == {}

    def test_a_folder_that_leads_out(self, home: Path, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        (home / "presence").symlink_to(outside, target_is_directory=True)
        result = assess(home, "--answers", given(home, answers(2)))
        assert result.exit_code == 1
        assert os.listdir(outside) == []


@pytest.fixture(scope="module")
def sites() -> Iterator[LoopbackSites]:
    served = LoopbackSites()
    yield served
    served.close()


class TestAudit:
    @pytest.fixture
    def reached(self, sites: LoopbackSites, monkeypatch: pytest.MonkeyPatch) -> LoopbackSites:
        def fetcher(cancelled: Callable[[], bool]) -> Any:
            return sites.fetcher(cancelled=cancelled)

        monkeypatch.setattr(assess_audit, "fetcher", fetcher)
        return sites

    def test_a_site_is_looked_at(self, home: Path, reached: LoopbackSites) -> None:
        file = given(home, answers(1))
        result = assess(home, "--answers", file, "--audit", "https://good.test/", "--date", DAY)
        assert result.exit_code == 0, result.output
        assert "health of the site:" in result.stdout
        assert "Connection" in result.stdout
        assert "What you say and what can be seen" in result.stdout
        kept = json.loads((home / f"presence/history/{DAY}.json").read_text("utf-8"))
        assert kept["readings"]["3.2"] >= 3
        assert kept["answers"]["3.2"]["said"] == 1

    def test_as_json(self, home: Path, reached: LoopbackSites) -> None:
        file = given(home, answers(1))
        found = json.loads(assess(home, "--answers", file, "--audit", "bad.test", "--json").stdout)
        assert found["audit"]["counts"]["fail"] > 3
        assert found["audit"]["reached"]

    def test_without_the_network_the_rest_works(self, home: Path, reached: LoopbackSites) -> None:
        file = given(home, answers(2))
        result = assess(home, "--answers", file, "--audit", "https://gone.test", "--date", DAY)
        assert result.exit_code == 4
        assert "could not be reached from here" in result.output
        assert "50 / 100" in result.stdout
        kept = json.loads((home / f"presence/history/{DAY}.json").read_text("utf-8"))
        assert "3.2" not in kept["readings"]

    def test_it_can_be_stopped_and_keeps_what_it_saw(
        self, home: Path, sites: LoopbackSites, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fetcher(cancelled: Callable[[], bool]) -> Any:
            import signal

            made = sites.fetcher(cancelled=cancelled)
            get = made.get

            def interrupted(url: str, kind: Any = "page") -> Any:
                page = get(url, kind)
                signal.raise_signal(signal.SIGINT)
                return page

            made.get = interrupted
            return made

        monkeypatch.setattr(assess_audit, "fetcher", fetcher)
        file = given(home, answers(2))
        result = assess(home, "--answers", file, "--audit", "https://good.test/")
        assert result.exit_code == 0, result.output
        assert "stopped before its end" in result.stdout
        audit, run = records(home)
        assert audit == run.replace(".json", ".audit.json")
        assert json.loads((home / "presence/history" / audit).read_text("utf-8"))["partial"]
        assert "Проверка неполная: её остановили" in pages(home)["audit-ru.html"].decode()
        step = json.loads((home / "presence/history" / run).read_text("utf-8"))["plan"][0]["item"]
        assess(home, "--done", step)
        assert "https://good.test/" in (home / "kit/presence/report-ru.html").read_text("utf-8")

    def test_its_page_stays_when_it_is_not_made_again(
        self, home: Path, reached: LoopbackSites
    ) -> None:
        file = given(home, answers(1))
        result = assess(home, "--answers", file, "--audit", "bad.test", "--date", DAY, lang="ru")
        assert "kit/presence/audit-ru.html" in result.stdout
        made = pages(home)
        assert sorted(made) == ["audit-kk.html", "audit-ru.html", "audit.json"]
        assert "https://bad.test/" in made["audit-kk.html"].decode()
        report = (home / "kit/presence/report-ru.html").read_bytes()
        assert records(home) == [f"{DAY}.audit.json", f"{DAY}.json"]

        # The same run again: the report still tells of the audit, word for word.
        assert assess(home, "--answers", file, "--date", DAY).exit_code == 0
        assert records(home) == [f"{DAY}.audit.json", f"{DAY}.json"]
        assert (home / "kit/presence/report-ru.html").read_bytes() == report
        assert pages(home) == made

        # Three months later what was measured then is old, and the page says of which day it is;
        # a network that is not there takes nothing away.
        result = assess(home, "--answers", file, "--audit", "gone.test", "--date", LATER)
        assert result.exit_code == 4
        assert records(home) == [f"{DAY}.audit.json", f"{DAY}.json", f"{LATER}.json"]
        later = json.loads((home / f"presence/history/{LATER}.json").read_bytes())
        assert "3.2" not in later["readings"]
        assert pages(home) == made

    def test_without_a_project_no_site_is_asked(
        self, tmp_path: Path, reached: LoopbackSites, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reached.forget()
        monkeypatch.chdir(tmp_path)
        result = invoke("assess", "--audit", "https://good.test/")
        assert result.exit_code == 3
        assert "creativekit new" in result.output
        assert reached.asked == []

    @pytest.mark.parametrize("url", ["ftp://x.example", "https://user:pw@x.example", "https://"])
    def test_what_is_no_address(self, home: Path, url: str) -> None:
        result = assess(home, "--answers", given(home, answers(2)), "--audit", url)
        assert result.exit_code in (3, 4)
        assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["saz-studio", "aq-kiiz", "nukte-media"])
def test_examples_are_what_the_tool_makes(name: str, tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / name
    kept = history.of_project(example)
    assert not kept.warnings
    assert [run.date.isoformat() for run in kept.runs] == [DAY, LATER]
    assert (example / "presence/answers.toml").read_text("utf-8").startswith("# Ойдан")
    home = make_project(tmp_path / name, (example / "creativekit.toml").read_text("utf-8"))
    (home / "presence/history").mkdir(parents=True)
    first = f"presence/history/{DAY}.json"
    (home / first).write_bytes((example / first).read_bytes())
    file = str(example / "presence/answers.toml")
    assert tomllib.loads(Path(file).read_text("utf-8"))["profile"] == kept.runs[1].answers.profile
    result = assess(home, "--answers", file, "--date", LATER)
    assert result.exit_code == 0, result.output
    second = f"presence/history/{LATER}.json"
    assert (home / second).read_bytes() == (example / second).read_bytes()


class TestOnPaper:
    def test_the_questions_are_made_empty_and_a_filled_form_comes_back(self, home: Path) -> None:
        result = assess(home, "--blank", "--profile", "ngo")
        assert result.exit_code == 0, result.output
        made = home / "kit/presence"
        assert sorted(os.listdir(made)) == [
            f"questions-ngo-{language}{end}.pdf"
            for language in ("kk", "ru")
            for end in ("-form", "")
        ]
        assert records(home) == []
        assert "up to date" in assess(home, "--blank", "--profile", "ngo").stderr
        asked = instrument().asked("ngo")
        values = {column_name(item.id): "2" for item in asked}
        values |= {"q1_1": "na", "date": "26.08.2026", "hours": "3"}
        filled = by_value((made / "questions-ngo-ru-form.pdf").read_bytes(), values)
        result = assess(home, "--answers", given(home, filled, "filled.pdf"))
        assert result.exit_code == 0, result.output
        assert records(home) == [f"{DAY}.json"]
        run_ = history.of_project(home).runs[-1].answers
        assert (run_.profile, run_.hours, len(run_.given)) == ("ngo", 3, len(asked))
        # What was made to be filled in stays beside the report.
        assert "questions-ngo-ru-form.pdf" in os.listdir(made)

    def test_what_is_wrong_in_a_form_is_told_and_nothing_is_kept(self, home: Path) -> None:
        bad = by_value(empty(), {"profile": "ngo", "hours": "көп"})
        result = assess(home, "--answers", given(home, bad, "filled.pdf"))
        assert result.exit_code == 3
        assert "filled.pdf" in result.stderr
        assert "hours" in result.stderr
        assert records(home) == []

    def test_options_that_have_no_meaning_without_answers(self, home: Path) -> None:
        for option in (("--hours", "4"), ("--answers", "a.toml"), ("--plan",), ("--restart",)):
            result = assess(home, "--blank", *option)
            assert result.exit_code == 2
            assert "it does not go with --blank" in result.stderr
        result = assess(home, "--blank", "--profile", "ngoo")
        assert result.exit_code == 3
        assert "did you mean 'ngo'" in result.stderr
