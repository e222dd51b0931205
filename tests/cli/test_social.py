"""`creativekit social`: hostile tables and texts, and what a run does to a kit that is there."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from PIL import Image

from cli.running import invoke
from creativekit.errors import OutputError, msg
from social_projects import ANNOUNCED, LINES, SOLD, claiming, photo, project, rows

PLACED = "instagram-portrait"


def social(folder: Path, *arguments: str, lang: str = "en") -> Result:
    result = invoke("-C", str(folder), "social", "--jobs", "1", *arguments, lang=lang)
    assert "Traceback" not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def refused(folder: Path, *said: str, arguments: tuple[str, ...] = ()) -> Result:
    """Exit code 3, all of it said, nothing written."""
    result = social(folder, *arguments)
    assert result.exit_code == 3, result.stderr
    for words in said:
        assert words in result.stderr, result.stderr
    assert not (folder / "kit").exists()
    return result


def made(folder: Path, *arguments: str) -> dict[str, Any]:
    """The report of a run that went well."""
    result = social(folder, "--json", *arguments)
    assert result.exit_code == 0, result.stdout + result.stderr
    report = json.loads(result.stdout)
    assert isinstance(report, dict)
    return report


def table(folder: Path, content: str | bytes, name: str = "posts.csv") -> tuple[str, str]:
    """A table beside the config; the option that takes it."""
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / name).write_bytes(data)
    return "--from", str(folder / name)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def captions(folder: Path, name: str = "captions.csv") -> list[dict[str, str]]:
    text = (folder / "kit/social" / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


# ---- what is wrong with a post


LONG = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы " * 9

WRONG = {
    "a missing field": ('lead = "Күтеміз"', "'headline'", "is missing"),
    "an unknown field": ('headline = "А"\nheadlin = "Б"', "did you mean 'headline'", ".headlin"),
    "a key of the post misspelt": ('headline = "А"\nvarient = 2', "did you mean 'variant'"),
    "too long a text": (f'headline = "{LONG}"', ".headline", "characters fit", PLACED),
    "one word too long": (f'headline = "{"Қ" * 400}"', ".headline", "characters fit"),
    "no glyph": ('headline = "Саз 🚀"', "U+1F680", ".headline", "Lora"),
    "two faults": ('headline = "Саз 🚀"\nhat = 1', "U+1F680", "no field 'hat'"),
    "a list for a text": ('headline = ["А", "Б"]', "one text, not a list"),
    "a placement": ('headline = "А"\nplacements = ["instagram-portret"]', f"mean '{PLACED}'"),
    "a control character": ('headline = "А\\u0007"', "U+0007"),
    "an override": ('headline = "А\\u202eБ"', "U+202E"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_post_is_said_with_its_line(tmp_path: Path, case: str) -> None:
    keys, *said = WRONG[case]
    folder = project(tmp_path / "p", ANNOUNCED + keys + "\n")
    result = refused(folder, *said, "post[1]")
    assert "creativekit.toml:" in result.stderr


def test_an_unknown_template_is_told_with_the_nearest(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", '\n[[post]]\ntemplate = "anouncement"\nheadline = "А"\n')
    refused(folder, f"creativekit.toml:{LINES + 3} post[1].template", "did you mean 'announcement'")


def test_two_posts_of_one_id_are_both_named(tmp_path: Path) -> None:
    posts = "".join(f'{ANNOUNCED}id = "{name}"\nheadline = "А"\n' for name in ("a", "b", "a"))
    folder = project(tmp_path / "p", posts)
    refused(folder, f"creativekit.toml:{LINES + 14} post[3].id", f"creativekit.toml:{LINES + 2}")
    result = social(folder, "--keep-going")
    assert result.exit_code == 3
    assert {path.name for path in (folder / "kit/social").iterdir() if path.is_dir()} == {"a", "b"}


def test_a_carousel_of_two_pages(tmp_path: Path) -> None:
    post = '\n[[post]]\ntemplate = "carousel"\nheadline = "А"\npages = []\n'
    refused(project(tmp_path / "p", post), "post[1].pages", "3 to 10 pages")


PICTURES: dict[str, tuple[str, bytes | None, str]] = {
    "missing": ("no.jpg", None, "there is no file 'no.jpg'"),
    "too small": ("small.jpg", photo((120, 90)), "120×90"),
    "corrupt": ("cut.jpg", photo()[:4000], "broken or cut off"),
    "a bomb": ("bomb.png", claiming(60_000, 60_000), "60000×60000"),
    "outside": ("../out.jpg", photo((50, 50)), "leads out of the project"),
    "words": ("words.jpg", b"these are words", "not a picture"),
    "a PDF": ("doc.png", b"%PDF-1.7\n", "PDF"),
    "empty": ("empty.png", b"", "not a picture"),
    "another kind": ("film.mp4", b"film", "not a kind of file"),
}


@pytest.mark.parametrize("case", PICTURES)
def test_a_picture_that_cannot_be_used(tmp_path: Path, case: str) -> None:
    name, data, said = PICTURES[case]
    folder = project(tmp_path / "p", f'{SOLD}photo = "{name}"\n')
    if data is not None:
        (folder / name).write_bytes(data)
    refused(folder, f"creativekit.toml:{LINES + 6} post[1].photo", said)


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_that_leads_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(photo())
    folder = project(tmp_path / "p", f'{SOLD}photo = "link.jpg"\n')
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    refused(folder, "leads out of the project")


def test_a_picture_that_is_far_too_large_is_refused(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", f'{SOLD}photo = "film.jpg"\n')
    with (folder / "film.jpg").open("wb") as stream:
        stream.truncate(90_000_000)
    refused(folder, "90 MB; at most 40 MB")


def test_a_price_that_python_would_take_for_a_number_is_words(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    prices = ("nan", "Infinity", "1e999999", "тегін", "−5%")
    posts = [("template", "id", "headline", "price")]
    posts += [("product", f"p{index}", "Құмыра", price) for index, price in enumerate(prices)]
    report = made(folder, *table(folder, rows(*posts)))
    assert report["posts"] == len(prices)


# ---- hostile texts are letters


MARKUP = (
    "[bold]Саз[/bold]",
    "<script>alert(1)</script>",
    "{headline} {nothing}",
    "../../etc/passwd",
    "&lt;b&gt; ]]> -->",
    "$x$ #set page() @import",
    "{{ 7*7 }} {% raw %}",
    "%s %(a)s \\n",
)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_drawn_as_letters_and_escaped_in_files(tmp_path: Path, text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    post = f"{ANNOUNCED}headline = {quoted}\ncaption = {quoted}\nalt = {quoted}\n"
    folder = project(tmp_path / "p", post)
    before = set(tree(tmp_path))
    report = made(folder, "--format", "png,svg")
    assert {f"p/kit/{path}" for path in report["made"]} | {"p/kit/manifest.json"} == (
        set(tree(tmp_path)) - before
    )
    assert all(".." not in path for path in report["made"])
    for path, data in tree(folder / "kit").items():
        if path.endswith((".svg", ".html")):
            assert b"<script>alert" not in data, path
    (row,) = captions(folder)
    assert row["caption"].removeprefix("'") == text
    assert row["alt"].removeprefix("'") == text
    live = next((folder / "kit/social").glob("*/*.live.svg")).read_text("utf-8")
    shown = "".join(live.split()).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "".join(text.split())[:6] in shown


def test_markup_in_what_is_said_is_shown_as_it_is(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", f'{ANNOUNCED}headline = "А"\n"[red]x" = "b"\n')
    refused(folder, "[red]x")


def test_a_formula_is_text_on_the_picture_and_harmless_in_our_table(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    formula = "=HYPERLINK(A1)"
    header = ("template", "headline", "caption")
    made(
        folder, *table(folder, rows(header, ("announcement", formula, formula))), "--format", "svg"
    )
    (row,) = captions(folder)
    assert row["caption"] == f"'{formula}"
    live = next((folder / "kit/social").glob("*/*.live.svg")).read_text("utf-8")
    assert "=HYPERLINK" in live


# ---- tables


HEADER = ("template", "headline", "lead", "caption")
ROW = ("announcement", "Ашық есік күні", "Сенбіде күтеміз", "Келіңіздер!")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (rows(HEADER).encode(), "a header but no rows"),
        (rows(HEADER, (" ", "", "", "")).encode(), "a header but no rows"),
        (b"\x00\x01\x02\xff" * 50, "posts.csv"),
    ],
)
def test_a_table_with_nothing_in_it(tmp_path: Path, content: bytes, said: str) -> None:
    folder = project(tmp_path / "p")
    refused(folder, "posts.csv", said, arguments=table(folder, content))


def test_a_table_that_is_not_there_or_no_table(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    refused(folder, "no.csv", "there is no such file", arguments=("--from", str(folder / "no.csv")))
    refused(folder, "posts.docx", ".xlsx", arguments=table(folder, b"PK", "posts.docx"))
    refused(folder, "posts.xlsx", arguments=table(folder, b"PK\x03\x04 no workbook", "posts.xlsx"))
    refused(folder, "posts.json:1", arguments=table(folder, "{", "posts.json"))


def test_an_unknown_column_is_told_with_the_nearest(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    content = rows(("template", "headlin"), ("announcement", "А"))
    refused(folder, "posts.csv:1 headlin", "'headline'", arguments=table(folder, content))


def test_every_broken_row_is_named(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    content = rows(
        ("template", "id", "headline", "date", "placements", "photo"),
        ("announcement", "a", "Жақсы", "", "", ""),
        ("announcement", "b", "", "", "", ""),
        ("announcement", "c", "Саз 🚀", "", "", ""),
        ("announcement", "d", LONG, "", "", ""),
        ("anouncement", "e", "А", "", "", ""),
        ("announcement", "a", "А", "", "", ""),
        ("announcement", "f", "А", "31.02.2026", "", ""),
        ("announcement", "g", "А", "", "instagram-portret", ""),
        ("announcement", "h", "А", "", "", "no.jpg"),
        ("announcement", "i", "А", "", "", "../x.jpg"),
        ("announcement", "j", "Жақсы", "05.12.2026", "telegram", ""),
    )
    option = table(folder, content)
    result = refused(
        folder,
        "posts.csv:3 headline",
        "posts.csv:4 headline",
        "posts.csv:5 headline",
        "posts.csv:6 template",
        "posts.csv:7 id",
        "posts.csv:2",
        "posts.csv:8 date",
        "posts.csv:9 placements",
        "posts.csv:10 photo",
        "posts.csv:11 photo",
        "2 posts are right",
        arguments=option,
    )
    assert "posts.csv:12" not in result.stderr
    report = json.loads(social(folder, "--json", *option).stdout)
    assert report["exit_code"] == 3
    assert {each["line"] for each in report["problems"] if each["severity"] == "error"} == {
        *range(3, 12)
    }
    assert not (folder / "kit").exists()
    kept = social(folder, "--keep-going", "--json", *option)
    assert kept.exit_code == 3
    report = json.loads(kept.stdout)
    assert report["ok"] is False
    assert {path.split("/")[1] for path in report["made"] if path.count("/") == 2} == {"a", "j"}
    assert {each["line"] for each in report["problems"]} == {*range(3, 12)}


def test_a_table_of_a_russian_excel(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    content = rows(
        ("шаблон", "заголовок", "цена", "текст"),
        ("product", 'Кувшин «Ақ» "большой"', "12 500,50", "Первая строка\nвторая; третья"),
        ("product", "Пиала", "9500", "Две"),
    ).encode("cp1251", "xmlcharrefreplace")
    report = made(folder, *table(folder, content, "посты.csv"), "--format", "svg")
    assert report["posts"] == 2
    lives = sorted((folder / "kit/social").glob("*/*.live.svg"))
    assert any("500" in live.read_text("utf-8") for live in lives)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters_make_no_difference(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    folder = project(tmp_path / "p")
    row = (
        "announcement",
        'Ашық "есік" күні',
        "Бірінші\nекінші, үшінші; төртінші",
        "Бәрі\n\nосында",
    )
    content = rows(HEADER, row, delimiter=delimiter).encode(encoding)
    made(folder, *table(folder, content))
    (found,) = captions(folder)
    assert found["caption"] == "Бәрі\n\nосында"
    assert found["id"] == "ashyq-esik-kuni"


def test_a_workbook_with_merged_cells_and_true_dates(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    folder = project(tmp_path / "p")
    book = xlsxwriter.Workbook(str(folder / "posts.xlsx"))
    sheet = book.add_worksheet("Жазбалар")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for column, name in enumerate(("template", "headline", "when", "date", "caption")):
        sheet.write(0, column, name)
    sheet.write(1, 0, "event")
    sheet.write(1, 1, "Ашық есік күні")
    sheet.write_datetime(1, 2, datetime.datetime(2026, 12, 5), day)
    sheet.write_datetime(1, 3, datetime.datetime(2026, 11, 30), day)
    sheet.write(1, 4, "Келіңіз")
    sheet.merge_range(2, 0, 3, 0, "announcement")
    sheet.write(2, 1, "Бірінші хабар")
    sheet.write(3, 1, "Екінші хабар")
    book.close()
    option = ("--from", str(folder / "posts.xlsx"))
    result = social(folder, *option, "--format", "svg", "--json")
    report = json.loads(result.stdout)
    if result.exit_code == 3:
        # The lower of merged cells is empty in the file: that is said, with its row.
        assert {each["line"] for each in report["problems"]} == {4}
        result = social(folder, *option, "--format", "svg", "--json", "--keep-going")
    lives = {live.parent.name: live for live in (folder / "kit/social").glob("*/*.live.svg")}
    assert "5 желтоқсан" in " ".join(lives["ashyq-esik-kuni"].read_text("utf-8").split())
    assert captions(folder)[0]["date"] == "2026-11-30"


def test_what_was_found_out_about_the_table_is_said(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    content = rows(("шаблон", "заголовок"), ("announcement", "Новость")).encode("cp1251")
    said = social(folder, *table(folder, content), "--check").stderr
    assert "1251" in said
    assert not (folder / "kit").exists()
    option = ("--from", str(folder / "posts.csv"))
    about = made(folder, *option)["table"]
    assert (about["encoding"], about["delimiter"], about["rows"]) == ("Windows-1251", ";", 1)
    assert about["notes"]
    (folder / "posts.csv").write_bytes(content.replace("Новость".encode("cp1251"), b"News"))
    assert "1251" in social(folder, *option).stderr


def test_five_hundred_rows_with_broken_ones_among_them(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    lines = [("шаблон", "заголовок", "текст", "цена")]
    broken = set()
    for index in range(2, 502):
        if index % 37 == 0:
            broken.add(index)
            lines.append(("product", "", "Текст", "100"))
        elif index % 53 == 0:
            broken.add(index)
            lines.append(("product", f"Пиала {index}", "Текст", "1.2.3.4"))
        else:
            lines.append(("product", f"Пиала {index}", "Текст", f"{index} 500,00"))
    option = table(folder, rows(*lines).encode("cp1251"))
    result = invoke("-C", str(folder), "social", "--json", "--check", *option)
    report = json.loads(result.stdout)
    assert result.exit_code == 3
    found = {each["line"] for each in report["problems"] if each["severity"] == "error"}
    assert found == broken
    assert report["posts"] == 500 - len(broken)
    assert not (folder / "kit").exists()


# ---- runs


TWO = (
    f'{ANNOUNCED}id = "a"\nheadline = "Бірінші"\ncaption = "Бір"\ndate = 2026-12-05\n'
    f'{ANNOUNCED}id = "b"\nheadline = "Екінші"\ncaption = "Екі"\n'
)


def test_the_first_run_makes_everything_and_the_second_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path / "p", TWO)
    report = made(folder)
    assert set(report["made"]) == {
        "social/a/instagram-portrait.png",
        "social/a/instagram-portrait.png.json",
        "social/b/instagram-portrait.png",
        "social/b/instagram-portrait.png.json",
        "social/captions.csv",
        "social/calendar.ics",
        "social/index.html",
        "social/contact.png",
    }
    before = tree(folder / "kit")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("planned")

    monkeypatch.setattr("creativekit.press.social_plan.social_plan", refuse)
    assert made(folder)["made"] == []
    assert tree(folder / "kit") == before


def test_a_changed_post_is_made_and_no_other(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    project(folder, TWO.replace("Екінші", "Екінші хабар"))
    again = made(folder)["made"]
    assert "social/b/instagram-portrait.png" in again
    assert not [path for path in again if path.startswith("social/a/")]


def test_a_changed_caption_makes_the_sidecar_and_not_the_picture(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    project(folder, TWO.replace('"Екі"', '"Екі жазба"'))
    again = made(folder)["made"]
    assert "social/b/instagram-portrait.png.json" in again
    assert "social/captions.csv" in again
    assert "social/b/instagram-portrait.png" not in again


@pytest.mark.parametrize(
    "named", ["b.jpg", "b.jpg @ 30% 40%", "pictures\\b.jpg"], ids=["plain", "focal", "windows"]
)
def test_a_changed_photo_makes_only_the_pictures_that_show_it(tmp_path: Path, named: str) -> None:
    folder = project(tmp_path / "p")
    (folder / "pictures").mkdir()
    shown = folder / ("pictures/b.jpg" if "pictures" in named else "b.jpg")
    (folder / "a.jpg").write_bytes(photo(seed=1))
    shown.write_bytes(photo(seed=2))
    content = rows(
        ("template", "id", "headline", "price", "photo"),
        ("product", "a", "А", "100", "a.jpg"),
        ("product", "b", "Б", "200", named),
    )
    option = table(folder, content)
    made(folder, *option)
    assert made(folder, *option)["made"] == []
    shown.write_bytes(photo(seed=3))
    again = made(folder, *option)["made"]
    assert "social/b/instagram-portrait.jpg" in again
    assert not [path for path in again if path.startswith("social/a/")]


def test_one_of_several_photos_in_a_cell_is_looked_at_too(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    for number in (1, 2, 3):
        (folder / f"{number}.jpg").write_bytes(photo(seed=number))
    content = rows(
        ("template", "id", "headline", "photos"), ("portfolio", "a", "А", "1.jpg, 2.jpg; 3.jpg")
    )
    option = table(folder, content)
    made(folder, *option)
    (folder / "2.jpg").write_bytes(photo(seed=9))
    assert "social/a/instagram-portrait.jpg" in made(folder, *option)["made"]


def test_photos_in_a_json_table_are_looked_at_too(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    (folder / "1.jpg").write_bytes(photo(seed=1))
    row = {"template": "product", "id": "a", "headline": "А", "price": 5}
    picture = {"file": "1.jpg", "focal": [0.2, 0.4]}
    option = table(folder, json.dumps([row | {"photo": picture}]), "posts.json")
    made(folder, *option)
    assert made(folder, *option)["made"] == []
    (folder / "1.jpg").write_bytes(photo(seed=2))
    assert "social/a/instagram-portrait.jpg" in made(folder, *option)["made"]


def test_another_option_or_table_is_another_run(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    assert "social/a/instagram-portrait.webp" in made(folder, "--format", "webp")["made"]
    assert "social/a/instagram-portrait.preview.jpg" in made(folder, "--previews")["made"]


def test_an_edited_file_is_kept_until_forced(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    edited = folder / "kit/social/a/instagram-portrait.png"
    ours = edited.read_bytes()
    edited.write_bytes(b"mine")
    for posts in (TWO, TWO.replace("Бірінші", "Бірінші хабар")):
        project(folder, posts)
        assert made(folder)["kept_edited"] == ["social/a/instagram-portrait.png"]
        assert edited.read_bytes() == b"mine"
    project(folder, TWO)
    made(folder, "--force")
    assert edited.read_bytes() == ours


def test_some_placements_or_posts_delete_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    whole = set(made(folder)["made"])
    some = made(folder, "--placements", "telegram-post")
    assert some["removed"] == []
    assert "social/a/telegram-post.png" in some["made"]
    one = made(folder, "--only", "b")
    assert one["removed"] == []
    assert made(folder, "--only", "b")["made"] == []
    assert "social/selection-index.html" in one["made"]
    assert not [path for path in one["made"] if path.startswith("social/a/")]
    assert whole <= set(tree(folder / "kit"))
    # The lists of the whole still have both posts.
    assert [row["id"] for row in captions(folder)] == ["a", "b"]
    assert [row["id"] for row in captions(folder, "selection-captions.csv")] == ["b"]
    # A whole run puts things right again.
    again = made(folder)
    assert set(again["removed"]) == (
        {path for path in some["made"] if "telegram" in path}
        | {path for path in one["made"] if "selection" in path}
    )
    assert set(tree(folder / "kit")) == whole | {"manifest.json"}


def test_posts_of_a_table_and_of_the_config_live_side_by_side(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    mine = {path for path in tree(folder / "kit") if path.count("/") == 2}
    first = table(folder, rows(HEADER, ROW), "october.csv")
    report = made(folder, *first)
    assert report["removed"] == []
    second = table(folder, rows(HEADER, ("announcement", "Қараша", "", "")), "november.csv")
    assert made(folder, *second)["removed"] == []
    there = tree(folder / "kit")
    assert mine < set(there)
    assert "social/ashyq-esik-kuni/instagram-portrait.png" in there
    # The lists are those of the last run; the config's own come back with its next.
    assert [row["id"] for row in captions(folder)] == ["qarasha"]
    again = made(folder)
    assert set(again["made"]) == {
        "social/captions.csv", "social/calendar.ics", "social/index.html", "social/contact.png",
    } - set(again["unchanged"])  # fmt: skip
    assert [row["id"] for row in captions(folder)] == ["a", "b"]
    assert "social/qarasha/instagram-portrait.png" in tree(folder / "kit")


def test_tables_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    for year in ("2025", "2026"):
        (folder / year).mkdir()
        content = rows(HEADER, ("announcement", f"Жыл {year}", "", ""))
        (folder / year / "posts.csv").write_text(content, "utf-8")
        assert made(folder, "--from", str(folder / year / "posts.csv"))["removed"] == []
    assert (folder / "kit/social/zhyl-2025").is_dir()


def test_a_row_that_broke_keeps_what_was_made_of_it(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    project(folder, TWO.replace("Бірінші", "Бірінші 🚀"))
    result = social(folder, "--keep-going")
    assert result.exit_code == 3
    assert (folder / "kit/social/a/instagram-portrait.png").is_file()
    project(folder, TWO.replace('id = "a"', 'id = "c"'))
    made(folder)
    assert not (folder / "kit/social/a").exists()


def test_without_posts(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    result = social(folder)
    assert result.exit_code == 0
    assert "there are no posts yet" in result.stderr


def test_an_id_that_no_post_has(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO.replace('"a"', '"ashyq-esik"'))
    refused(folder, "there is no post 'ashiq-esik'", "did you mean 'ashyq-esik'",
            arguments=("--only", "ashiq-esik"))  # fmt: skip


def test_a_broken_row_that_was_asked_for_says_what_is_wrong(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    content = rows(("template", "id", "headline"), ("anouncement", "a", "А"))
    refused(folder, "posts.csv:2 template", "there is no post 'a'",
            arguments=(*table(folder, content), "--only", "a"))  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--placements", "instagramm"), 3, "did you mean 'instagram'"),
        (("--format", "gif"), 2, "'gif' is not a kind of file"),
        (("--jobs", "0"), 2, "from 1 to 64"),
    ],
)
def test_options_that_mean_nothing(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    folder = project(tmp_path / "p", TWO)
    result = invoke("-C", str(folder), "social", *arguments)
    assert result.exit_code == code, result.stderr
    assert said in result.stderr
    assert not (folder / "kit").exists()


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_documents_alone_are_listed_and_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("creativekit.cli.viewer.show", opened.append)
    folder = project(tmp_path / "p", TWO)
    result = social(folder, "--format", kind, "--only", "a", "--open")
    assert result.exit_code == 0, result.stderr
    page = folder / "kit/social/selection-index.html"
    assert opened == [page]
    text = page.read_text("utf-8")
    assert f'href="a/instagram-portrait.{kind}"' in text
    assert "<img" not in text
    (row,) = captions(folder, "selection-captions.csv")
    assert row["file"] == f"a/instagram-portrait.{kind}"


def test_a_full_disk_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project(tmp_path / "p", TWO)
    made(folder)
    before = tree(folder / "kit")
    project(folder, TWO.replace("Бірінші", "Бірінші хабар"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = social(folder)
    assert result.exit_code == 1
    assert "the disk is full" in result.stderr
    monkeypatch.undo()
    left = tree(folder / "kit")
    assert {path: left[path] for path in before} == before
    assert made(folder)["kept_edited"] == []


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TWO)
    # No mode stops root, but no one may make a folder in the kernel's own file system.
    closed = Path("/sys") if os.name == "posix" and os.getuid() == 0 else tmp_path / "closed"
    if closed.parent == tmp_path:
        closed.mkdir(mode=0o555)
    result = social(folder, "-o", str(closed / "kit"))
    assert result.exit_code == 1
    assert str(closed) in result.stderr


def test_what_nobody_expected_names_the_post(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("layout")

    monkeypatch.setattr("creativekit.social.rendering.draw", broken)
    folder = project(tmp_path / "p", TWO)
    result = social(folder)
    assert result.exit_code == 1
    assert "social/a/instagram-portrait: unexpected fault: ZeroDivisionError" in result.stderr
    assert not (folder / "kit").exists()


def test_an_error_of_the_press_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OutputError(msg("there is no room"))

    monkeypatch.setattr("creativekit.press.output.Folder.write", refuse)
    result = social(project(tmp_path / "p", TWO))
    assert result.exit_code == 1
    assert "there is no room" in result.stderr


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_it_is_said_in_three_languages(tmp_path: Path, lang: str) -> None:
    folder = project(tmp_path / "p", ANNOUNCED + 'lead = "А"\n')
    result = social(folder, lang=lang)
    assert result.exit_code == 3
    assert "headline" in result.stderr


def test_previews_show_what_is_covered(tmp_path: Path) -> None:
    story = TWO.replace('headline = "Бірінші"', 'headline = "А"\nplacements = ["instagram-story"]')
    folder = project(tmp_path / "p", story)
    made(folder, "--previews", "--only", "a")
    plain = Image.open(folder / "kit/social/a/instagram-story.png").convert("RGB")
    veiled = Image.open(folder / "kit/social/a/instagram-story.preview.jpg")
    assert plain.size == veiled.size
    top = (plain.width // 2, 40)
    assert sum(veiled.getpixel(top)) < sum(plain.getpixel(top)) * 0.75  # type: ignore[arg-type]
