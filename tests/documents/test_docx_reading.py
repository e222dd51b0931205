"""Controls read back from what Word and LibreOffice save, and from what neither would."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from creativekit.documents import docx_reading
from creativekit.documents.docx_reading import Controls, Filled, read_controls
from creativekit.errors import InputError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="{}"/></Relationships>'
)


def package(body: str, space: str = W, part: str = "word/document.xml", start: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS.format("/" + part))
        mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        text = f'{start}<w:document xmlns:w="{space}" {mc}><w:body>{body}</w:body></w:document>'
        archive.writestr(part, text)
    return target.getvalue()


def control(inside: str, tag: str = "a", more: str = "") -> str:
    tagged = f'<w:tag w:val="{tag}"/>' if tag else ""
    return f"<w:sdt><w:sdtPr>{tagged}{more}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def marked(name: str, inside: str, number: int = 1) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def named(bookmark: str) -> str | None:
    return bookmark.removeprefix("_ck_") if bookmark.startswith("_ck_") else None


def found(body: str, **how: str) -> tuple[tuple[str, str | None, bool], ...]:
    read = read_controls(package(body, **how), "a.docx", named)
    return tuple((each.name, each.text, each.shows_prompt) for each in read.filled)


DELETED = "<w:del><w:r><w:delText>ескі</w:delText></w:r></w:del>"
LIST = '<w:dropDownList><w:listItem w:displayText="●○" w:value="-1"/></w:dropDownList>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("бір") + run("екі") + run(" үш"), "бірекі үш"),
        ("<w:r><w:t>бір</w:t><w:br/><w:t>екі</w:t><w:cr/></w:r>", "бір\nекі\n"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/></w:r>", "a\tb\u2011"),
        (f"<w:p>{run('бір')}</w:p><w:p/><w:p>{run('екі')}</w:p>", "бір\n\nекі"),
        ('<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr></w:p>', ""),
        (f"<w:ins>{run('жаңа')}</w:ins>" + DELETED, "жаңа"),
        (f"{run('a')}<w:del>{run('b')}</w:del><w:moveFrom>{run('c')}</w:moveFrom>{run('d')}", "ad"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("1"), "1"),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:t>x</w:t></mc:Choice>"
            "<mc:Fallback><w:pict><w:r><w:t>y</w:t></w:r></w:pict></mc:Fallback>"
            "</mc:AlternateContent><w:br/></w:r>",
            "x\n",
        ),
        (control(run("inner"), ""), "inner"),
        ("<w:r><w:t>&lt;w:sdt&gt; &amp;amp; &#x49B;</w:t></w:r>", "<w:sdt> &amp; қ"),
    ],
)  # fmt: skip
def test_text_of_a_control(inside: str, text: str) -> None:
    body = f"<w:p>{run('before')}{control(inside)}{run('after')}</w:p>"
    assert found(body) == (("a", text, False),)
    assert found(body, space=STRICT, part="word/document2.xml") == (("a", text, False),)


@pytest.mark.parametrize(
    ("value", "shows"),
    [("", True), (' w:val="1"', True), (' w:val="0"', False), (' w:val="false"', False)],
)
def test_a_prompt_is_no_text(value: str, shows: bool) -> None:
    assert found(control(run("x"), more=f"<w:showingPlcHdr{value}/>")) == (("a", "x", shows),)


def test_the_value_of_what_is_picked() -> None:
    assert found(control(run(" ●○ "), more=LIST)) == (("a", "-1", False),)
    assert found(control(run("else"), more=LIST)) == (("a", "else", False),)


def test_bookmarks_name_controls_that_lost_their_tags() -> None:
    around = marked("_ck_one", control(run("1"), ""), 1)
    within = control(marked("_ck_two", run("2"), 2), "")
    foreign = marked("theirs", control(run("3"), ""), 3)
    tagged = marked("_ck_four", control(run("4"), "tag"), 4)
    body = "".join(f"<w:p>{each}</w:p>" for each in (around, within, foreign, tagged))
    body += f'<w:p><w:bookmarkStart w:id="9" w:name="_ck_last"/>{control(run("5"), "")}'
    body += f"{control(run('6'), '')}</w:p>"
    read = read_controls(package(body), "a.docx", named)
    wanted = (("one", "1"), ("two", "2"), ("tag", "4"), ("last", "5"))
    filled = tuple(Filled(*each, False) for each in wanted)
    assert read == Controls(filled, ("one", "two", "four", "last"))


def test_a_control_that_was_struck_out_is_none() -> None:
    assert found(f"<w:del>{control(run('x'))}</w:del>{control(run('y'), 'b')}") == (
        ("b", "y", False),
    )


def refused(data: bytes | Path) -> str:
    with pytest.raises(InputError) as raised:
        read_controls(data, "a.docx")
    problem = raised.value.problems[0]
    assert problem.file == "a.docx"
    return str(problem.message)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
FETCHED = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing more",
        package("", start=ENTITIES),
        package("", start=FETCHED),
        package("<w:p>"),
        package("<w:p>" * 500 + "</w:p>" * 500),
        package("")[:-40],
        package(control(run("x")) * (docx_reading.MOST_CONTROLS + 1)),
    ],
)
def test_damaged(data: bytes) -> None:
    assert "damaged" in refused(data)


def test_a_bit_that_fell_over() -> None:
    data = bytearray(package(control(run("бір " * 50))))
    at = data.index(b"word/document.xml") + 40
    data[at] ^= 0xFF
    assert "damaged" in refused(bytes(data))


def test_other_files(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    assert "not a Word document" in refused(target.getvalue())
    assert "not a Word document" in refused(_other_root())
    assert "password" in refused(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert "empty" in refused(b"")
    assert "no such file" in refused(tmp_path / "none.docx")


def _other_root() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONS.format("xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return target.getvalue()


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(docx_reading, "_MOST_UNPACKED", 100_000)
        assert "far more" in refused(package(" " * 200_000))
        target = io.BytesIO(package(""))
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr("word/media/huge.bin", b"\0" * 1_000_000)
        assert read_controls(target.getvalue(), "a.docx") == Controls((), ())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for index in range(docx_reading._MOST_PARTS + 1):
            archive.writestr(str(index), b"")
    assert "far more" in refused(target.getvalue())
    monkeypatch.setattr(docx_reading, "MOST_BYTES", 100)
    assert "MB" in refused(package(""))


def test_far_too_long_a_text_is_left_out() -> None:
    long = "ж" * (docx_reading.MOST_TEXT + 1)
    assert found(control(run(long))) == (("a", None, False),)
    assert found(control(run(long[:-1]))) == (("a", long[:-1], False),)
