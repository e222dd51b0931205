"""Collecting what people really send: every bad row is listed, every good one kept."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from cohorts import KEY, TOML, asked, cohort, collecting, dump, reasons, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creativekit.cohort import person_id
from creativekit.cohort.model import Needs, Person, Response
from creativekit.presence import anonymous

HEAD = [
    "date", "about/code", "about/group", "about/age", "needs/need_1", "needs/need_2",
    "needs/barriers", "awareness/knows_creative_hub", "ideas/proposal_1", "_uuid",
]  # fmt: skip
GOOD = ["2026-11-25", "A-1", "youth", "22", "money", "space", "rent time", "2", "Идея", "u1"]


def row(**changes: str) -> list[str]:
    names = [head.rpartition("/")[2] for head in HEAD]
    return [changes.get(name, cell) for name, cell in zip(names, GOOD, strict=True)]


def collected(folder: Path, rows: list[list[str]], head: list[str] | None = None) -> Any:
    with collecting(folder) as collector:
        report = collector.file(table(folder, [HEAD if head is None else head, *rows]))
        return report, list(collector.store.responses())


def test_a_row_becomes_a_person(tmp_path: Path) -> None:
    report, found = collected(tmp_path, [GOOD])
    who = person_id.from_code(KEY, "a 1")
    assert report.problems == []
    assert found == [
        Response(
            Person(who, "youth", None, None, "18-24"),
            Needs(
                who, datetime.date(2026, 11, 25), ("money", "space"), ("rent", "time"),
                {"creative-hub": 2}, found[0].needs.proposals,
            ),
        )
    ]  # fmt: skip
    assert [each.text for each in found[0].needs.proposals] == ["Идея"]


@pytest.mark.parametrize(
    ("changes", "column", "why"),
    [
        ({"age": "900"}, "about/age", "from 10 to 110, not 900"),
        ({"age": "-5"}, "about/age", "from 10 to 110"),
        ({"age": "twenty"}, "about/age", "from 10 to 110"),
        ({"group": "yuth"}, "about/group", "'yuth' is not among the answers"),
        ({"need_1": "moon"}, "needs/need_1", "'moon' is not among the answers"),
        ({"need_2": "money"}, "needs/need_2", "'money' is chosen twice"),
        ({"barriers": "rent, moon"}, "needs/barriers", "'moon' is not among the answers"),
        ({"knows_creative_hub": "5"}, "awareness/knows_creative_hub", "'5' is not among"),
        ({"proposal_1": "ә" * 1_000_000}, "ideas/proposal_1", "1000000 characters long"),
        ({"date": "2026-02-30"}, "date", "'2026-02-30' is not a date"),
        ({"date": "вчера"}, "date", "is not a date"),
        ({"date": "1026-11-25"}, "date", "not a date of a meeting"),
        ({"code": "x" * 61}, "about/code", "at most 60 characters"),
    ],
)
def test_a_bad_row_is_listed_and_the_good_ones_are_kept(
    tmp_path: Path, changes: dict[str, str], column: str, why: str
) -> None:
    report, found = (
        collected(
            tmp_path, [GOOD, row(code="A-2", _uuid="u2", **changes), row(code="A-3", _uuid="u3")]
        )
        if "code" not in changes
        else collected(tmp_path, [GOOD, row(_uuid="u2", **changes), row(code="A-3", _uuid="u3")])
    )
    assert (report.rows, report.refused, report.added.new, len(found)) == (3, 1, 2, 2)
    ((line, key, said),) = reasons(report)
    assert (line, key) == (3, column)
    assert why in said
    assert report.problems[0].file == "export.csv"


def test_everything_wrong_in_a_row_is_said_at_once(tmp_path: Path) -> None:
    report, found = collected(tmp_path, [row(age="900", group="?!", need_1="moon")])
    assert [key for _, key, _ in reasons(report)] == ["about/group", "about/age", "needs/need_1"]
    assert (report.refused, found) == (1, [])
    assert report.problems[0].accepted[0] == "youth"


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x","y")',
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "🎨👩🏽‍🎨🇰🇿 қолөнер",
        "<script>alert(1)</script> #set ${q}",
        'строка, с ; запятыми "и" кавычками',
        "אבג العربية",
    ],
)
def test_hostile_texts_are_texts(tmp_path: Path, text: str) -> None:
    _, found = collected(tmp_path, [row(proposal_1=text)])
    assert [each.text for each in found[0].needs.proposals] == [text]


def test_what_nobody_sees_is_taken_out_of_a_text(tmp_path: Path) -> None:
    _, found = collected(tmp_path, [row(proposal_1="a\x00b\x1b[31m\n\tc\u202ed\u2028e")])
    assert [each.text for each in found[0].needs.proposals] == ["a b [31m cd e"]


def test_columns_missing_renamed_and_in_another_order(tmp_path: Path) -> None:
    head = [
        "_uuid",
        "Что вам нужно больше всего?",
        "Favourite colour",
        "О вас/К какой группе вы относитесь?",
    ]
    report, found = collected(
        tmp_path, [["u1", "Деньги: грант, кредит, инвестиции", "red", "Молодёжь"]], head
    )
    assert found[0].person == Person(person_id.from_submission(KEY, "u1"), "youth")
    assert found[0].needs.needs == ("money",)
    assert found[0].needs.date == datetime.date(2026, 11, 25)
    notes = [str(each) for each in report.notes]
    assert notes[0] == "columns that are not read: Favourite colour"
    assert notes[1].startswith("columns that are missing: sector, settlement, age, barriers, grant")


def test_a_table_that_is_not_ours_is_refused_whole(tmp_path: Path) -> None:
    report, found = collected(tmp_path, [["1", "2"]], ["Name", "Salary"])
    assert "no column of this table is known" in reasons(report)[0][2]
    assert found == []


def test_a_row_cut_in_half(tmp_path: Path) -> None:
    path = table(tmp_path, [HEAD, GOOD, row(code="A-2", proposal_1="две\nстроки")])
    whole = path.read_bytes()
    for cut in range(len(whole) - 1, whole.index(b"A-2"), -3):
        path.write_bytes(whole[:cut])
        folder = tmp_path / str(cut)
        folder.mkdir()
        with collecting(folder) as collector:
            report = collector.file(path)
            assert report.added.new + report.refused == 2, cut
            # The last cell is the submission's number: nothing tells that it was longer.
            if not whole[:cut].endswith((b"u", b"u1", b"u1\r", b'",')):
                assert report.refused == 1, whole[:cut][-20:]


def test_a_quote_that_is_not_closed_takes_no_more_than_it_must(tmp_path: Path) -> None:
    path = table(tmp_path, [HEAD, GOOD, row(code="A-2")])
    path.write_bytes(path.read_bytes() + b'2026-11-25,"A-3,youth\r\n')
    with collecting(tmp_path) as collector:
        report = collector.file(path)
    assert (report.added.new, report.refused) == (2, 1)
    assert reasons(report)[0][0] == 4
    assert "quote that is not closed" in reasons(report)[0][2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = "Сәлем, ұсыныс" if encoding != "cp1251" else "Привет; предложение"
    cells = [HEAD, row(proposal_1=f'"{text}"')]
    path = tmp_path / "export.csv"
    path.write_bytes("\r\n".join(delimiter.join(each) for each in cells).encode(encoding))
    with collecting(tmp_path) as collector:
        report = collector.file(path)
        assert report.problems == []
        (found,) = collector.store.responses()
    assert found.needs is not None
    assert found.needs.proposals[0].text == text


def test_excels_own_first_line(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("\n".join(["sep=;", ";".join(HEAD), ";".join(row(age="900"))]))
    with collecting(tmp_path) as collector:
        assert reasons(collector.file(path))[0][:2] == (3, "about/age")


def test_damaged_letters_refuse_their_row_only(tmp_path: Path) -> None:
    path = table(tmp_path, [HEAD, GOOD, row(code="A-2", proposal_1="БҰЗЫЛҒАН"), row(code="A-3")])
    path.write_bytes(path.read_bytes().replace("БҰЗЫЛҒАН".encode(), "БҰЗЫЛҒАН".encode()[:-1]))
    with collecting(tmp_path) as collector:
        report = collector.file(path)
    assert (report.added.new, report.refused) == (2, 1)
    assert "damaged" in reasons(report)[0][2]


def test_the_same_person_twice(tmp_path: Path) -> None:
    rows = [GOOD, row(need_1="export", _uuid="u2"), row(code="а1", need_1="law", _uuid="u3")]
    report, found = collected(tmp_path, [*rows, row(code="", _uuid="u4"), row(code="", _uuid="u4")])
    assert [each.needs.needs[0] for each in found] == ["law", "money"] or [
        each.needs.needs[0] for each in found
    ] == ["money", "law"]
    assert [(each.line, str(each.message)) for each in report.warnings] == [
        (3, "the same person as in row 2; what stands lower counts"),
        (4, "the same person as in row 2; what stands lower counts"),
        (6, "the same person as in row 5; what stands lower counts"),
    ]


def test_collecting_again_changes_nothing(tmp_path: Path) -> None:
    one = table(tmp_path, [HEAD, GOOD, row(code="A-2", age="900")], "a.csv")
    two = table(tmp_path, [HEAD, row(need_1="export")], "b.csv")
    with collecting(tmp_path) as collector:
        first = [collector.file(path) for path in (one, two)]
        before = dump(collector.store)
        # An old export beside a newer one does not turn its answers back, in any order.
        again = [collector.file(path) for path in (two, one, two, one)]
        assert dump(collector.store) == before
    assert [each.added[:3] for each in first] == [(1, 0, 0), (0, 0, 1)]
    assert [each.added[:3] for each in again] == [(0, 1, 0)] * 4
    assert reasons(again[1]) == reasons(first[0])


def test_a_changed_list_reads_files_anew(tmp_path: Path) -> None:
    path = table(tmp_path, [HEAD, row(need_1="moon")])
    with collecting(tmp_path) as collector:
        assert collector.file(path).refused == 1
    need = '[[need]]\nid = "{}"\ntitle = {{ kk = "{}", ru = "{}", en = "{}" }}\n'
    text = TOML + need.format("moon", *"АБВ") + need.format("space", *"ГДЕ")
    with collecting(tmp_path, text) as collector:
        assert collector.file(path).added.new == 1


def test_rows_without_any_id(tmp_path: Path) -> None:
    head = ["need_1", "group"]
    report, found = collected(tmp_path, [["money", "ngo"], ["money", "ngo"], ["law", "ngo"]], head)
    assert len(found) == 2
    assert len(report.warnings) == 1


# ── The self-assessment ──


def presence_head(changes: dict[str, str] | None = None) -> list[str]:
    names = [f"{item.dimension}/q{item.id.replace('.', '_')}" for item in asked().items]
    return [(changes or {}).get(name, name) for name in ["date", "profile", *names, "code"]]


def test_self_assessments_are_scored_as_the_instrument_scores_them(tmp_path: Path) -> None:
    profile = asked().profiles[0].id
    report, (found,) = collected(
        tmp_path, [["2026-11-25", profile, *["3"] * len(asked().items), "A-1"]], presence_head()
    )
    assert report.problems == []
    (run,) = found.presence
    assert (run.overall, run.profile, run.instrument) == (75.0, profile, asked().version)
    assert run.date == datetime.date(2026, 11, 1)
    assert found.person.id == person_id.from_code(KEY, "A-1")
    assert found.needs is None


def test_an_older_instrument_keeps_its_levels_and_gets_no_score(tmp_path: Path) -> None:
    first = asked().items[0]
    head = ["profile", "q1_1", "identity-q9_9", "FormVersion", "_uuid"]
    rows = [["studio", "4", "2", "2019.1", "u1"], ["studio", "9", "2", "2019.1", "u2"]]
    report, (found,) = collected(tmp_path, rows, head)
    assert found.presence[0].levels == {first.id: 4, "9.9": 2}
    assert (found.presence[0].instrument, found.presence[0].overall) == ("2019.1", None)
    assert reasons(report) == [(3, "q1_1", "'9' is not an answer")]
    notes = " ".join(str(each) for each in report.notes)
    assert "questions of another version of the instrument: 9.9" in notes
    assert "columns that are missing: 1.2" in notes


# ── Results without a name ──

RESULTS: dict[str, Any] = {
    "format": "creativekit-results", "schema": 1, "participant": "ab" * 16,
    "languages": ["kk", "ru"], "sector": "ceramics", "region": "KZ-43", "settlement": "capital",
    "runs": [
        {
            "month": month, "instrument": "2026.1", "profile": "studio", "features": [],
            "hours_a_week": None,
            "answers": {
                "1.1": {"said": level, "basis": "self"}, "1.2": {"said": "na", "basis": "self"},
                "2.1": {"said": "dk", "basis": "self"},
            },
            "measured": {}, "overall": 50, "coverage": 1, "band": None, "capped_by": [],
            "dimensions": [{"id": "identity", "score": 75.5, "coverage": 1, "state": "scored"}],
            "plan": [], "done": {},
        }
        for month, level in (("2026-05", 1), ("2026-11", 2), ("2026-11", 3))
    ],
}  # fmt: skip


def results_file(folder: Path, values: Any, name: str = "r.json") -> Path:
    path = folder / name
    path.write_bytes(values if isinstance(values, bytes) else anonymous.write(values))
    return path


def test_results_without_a_name(tmp_path: Path) -> None:
    with collecting(tmp_path) as collector:
        report = collector.file(results_file(tmp_path, RESULTS), group="ngo")
        assert report.problems == []
        (found,) = collector.store.responses()
    assert found.person == Person("ab" * 16, "ngo", "craft", "centre", None, "kk")
    assert [(each.date.month, each.levels["1.1"]) for each in found.presence] == [(5, 1), (11, 3)]
    assert found.presence[1].levels == {"1.1": 3, "1.2": "n", "2.1": "?"}
    assert found.presence[1].dimensions == {"identity": 75.5}


def changed(path: str, value: Any) -> Any:
    values = json.loads(json.dumps(RESULTS))
    *steps, last = [int(each) if each.isdecimal() else each for each in path.split("|")]
    place = values
    for step in steps:
        place = place[step]
    place[last] = value
    return values


@pytest.mark.parametrize(
    ("values", "key"),
    [
        (b"{", None),
        (b"[" * 100_000, None),
        (b"\xff\xfe", None),
        (b"[]", "format"),
        (changed("format", "x"), "format"),
        (changed("schema", 2), "schema"),
        (changed("schema", True), "schema"),
        (changed("participant", "Айгүл"), "participant"),
        (changed("participant", None), "participant"),
        (changed("sector", {"a": 1}), "sector"),
        (changed("runs", []), "runs"),
        (changed("runs", "x"), "runs"),
        (changed("runs|0", 5), "runs[1]"),
        (changed("runs|0|month", "2026-13"), "runs[1].month"),
        (changed("runs|1|profile", "Имя Фамилия"), "runs[2].profile"),
        (changed("runs|0|answers|1.1|said", 5), "runs[1].answers.1.1"),
        (changed("runs|0|answers|1.1|said", True), "runs[1].answers.1.1"),
        (changed("runs|0|answers", [1]), "runs[1].answers"),
        (changed("runs|0|overall", 101), "runs[1].overall"),
        (changed("runs|0|overall", float("nan")), "runs[1].overall"),
        (changed("runs|0|dimensions|0|id", "=1+1"), "runs[1].dimensions"),
        (changed("runs|0|dimensions|0|score", "a"), "runs[1].dimensions.identity"),
    ],
)
def test_results_that_are_wrong_are_told(tmp_path: Path, values: Any, key: str | None) -> None:
    with collecting(tmp_path) as collector:
        report = collector.file(results_file(tmp_path, values))
        assert [each[1] for each in reasons(report)] == [key]
        assert (report.refused, report.added.new) == (1, 0)
        assert report.problems[0].file == "r.json"
        assert list(collector.store.responses()) == []


def test_what_a_later_version_adds_is_passed_over(tmp_path: Path) -> None:
    values = changed("runs|0|answers|99.9", {"said": 2, "basis": "dream", "new": 1})
    values["sector"] = "space-travel"
    with collecting(tmp_path) as collector:
        assert collector.file(results_file(tmp_path, values)).problems == []
        (found,) = collector.store.responses()
    assert found.person.sector is None
    assert found.presence[0].levels["99.9"] == 2


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"PK\x03\x04 zip", "not a text file but a spreadsheet"),
        ("a.csv", b"a\0b\0c", "not a text file"),
        ("a.xlsx", b"PK\x03\x04 broken", ""),
        ("a.xlsx", b"text", ""),
        ("a.docx", b"text", "not a kind of file"),
        ("a", b"text", "not a kind of file"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with collecting(tmp_path) as collector:
        report = collector.file(path)
        assert report.refused == 1
        assert why in reasons(report)[0][2]
        assert "nowhere.csv" in str(collector.file(tmp_path / "nowhere.csv").problems[0])


def test_codes_are_one_however_they_are_typed() -> None:
    same = {person_id.from_code(KEY, each) for each in ("A-017", "a 017", "А–017", "Ａ017", "a017")}
    assert len(same) == 1
    assert person_id.from_code(KEY, "7") == person_id.from_code(KEY, "007")
    assert person_id.from_code(KEY, "0") != person_id.from_code(KEY, "7")
    assert person_id.from_code(KEY, "a017") != person_id.from_code(bytes(32), "a017")
    assert person_id.from_submission(KEY, "uuid:AB") == person_id.from_submission(KEY, "ab")
    assert cohort().vocabulary_digest == cohort().vocabulary_digest


@given(st.binary(max_size=300), st.sampled_from([".csv", ".json", ".txt", ".xlsx", ".ods"]))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_lies_in_a_file_is_told(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(b"group,need_1,age,_uuid\n" + data if suffix == ".txt" else data)
    with collecting(tmp_path) as collector:
        report = collector.file(path)
        assert (
            report.refused
            or report.added.new
            or report.known
            or report.added.same
            or (report.rows == 0)
        )


@given(st.lists(st.lists(st.text(max_size=12), min_size=len(HEAD), max_size=len(HEAD)), max_size=6))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_row_is_taken_or_told(tmp_path: Path, rows: list[list[str]]) -> None:
    with collecting(tmp_path) as collector:
        report = collector.file(table(tmp_path, [HEAD, GOOD, *rows]))
        assert report.refused + sum(report.added[:3]) == report.rows
        assert len({each.line for each in report.problems}) == report.refused
