"""What of a kit is passed on, and what the page in it says."""

from __future__ import annotations

import io
import os
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from creativekit.errors import InputError, OutputError
from creativekit.press import share
from creativekit.press.share import selection, write
from creativekit.press.share_readme import page
from styled_brands import styled

OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def kit(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(OFL if name.endswith("LICENSE.txt") else name, "utf-8")
    return folder


def names(folder: Path, *only: str, target: Path | None = None) -> list[str]:
    return [each.name for each in selection(folder, only, target).files]


class TestSelection:
    def test_what_was_made_and_what_was_put_beside_it(self, tmp_path: Path) -> None:
        kit(
            tmp_path, "brand/logo/a.svg", "brand/Менің суретім.png", "social/x/y.png",
            "ескерту.txt", "manifest.json", "index.html", ".creativekit-journal",
            "brand/.hidden/a.svg",
            "brand/~$letter.docx", "brand/Thumbs.db", "brand/desktop.ini", "presence/report.json",
        )  # fmt: skip
        found = selection(tmp_path)
        assert [each.name for each in found.files] == [
            "brand/logo/a.svg", "brand/Менің суретім.png", "social/x/y.png", "ескерту.txt",
        ]  # fmt: skip
        assert found.held_back == ("presence",)
        assert found.parts == {"brand": 2, "social": 1, "": 1}

    def test_only_what_is_named(self, tmp_path: Path) -> None:
        kit(tmp_path, "brand/a.svg", "social/b.png", "presence/report.json", "own.txt")
        assert names(tmp_path, "social") == ["social/b.png"]
        assert names(tmp_path, "presence", "brand") == ["brand/a.svg", "presence/report.json"]
        assert selection(tmp_path, ("presence",)).held_back == ()

    def test_a_part_that_is_not_there(self, tmp_path: Path) -> None:
        kit(tmp_path, "brand/a.svg")
        with pytest.raises(InputError) as caught:
            selection(tmp_path, ("brnd",))
        assert caught.value.problems[0].nearest == "brand"

    @pytest.mark.parametrize("files", [(), ("manifest.json",), ("presence/report.json",)])
    def test_nothing_to_share(self, tmp_path: Path, files: tuple[str, ...]) -> None:
        with pytest.raises(InputError, match="nothing to share"):
            selection(kit(tmp_path / "kit", *files))

    @pytest.mark.skipif(os.name == "nt", reason="making links asks for rights there")
    def test_links_are_not_followed(self, tmp_path: Path) -> None:
        kit(tmp_path, "secret/id_rsa", "kit/brand/a.svg")
        brand = tmp_path / "kit" / "brand"
        (brand / "out").symlink_to(tmp_path / "secret")
        (brand / "key.txt").symlink_to(tmp_path / "secret" / "id_rsa")
        (brand / "again.svg").symlink_to("a.svg")
        (brand / "loop").symlink_to(brand)
        found = selection(tmp_path / "kit")
        assert [each.name for each in found.files] == ["brand/a.svg"]
        assert [path for path, _ in found.left_out] == [
            "brand/again.svg", "brand/key.txt", "brand/loop", "brand/out",
        ]  # fmt: skip

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
    @pytest.mark.parametrize(
        "name", ["a:b.txt", "con.txt", "a\\b", "dot.", "tab\t.txt", "a ", "A.svg"]
    )
    def test_names_that_windows_could_not_unpack(self, tmp_path: Path, name: str) -> None:
        kit(tmp_path, "brand/a.svg")
        (tmp_path / "brand" / name).write_text("x")
        found = selection(tmp_path)
        assert len(found.files) == 1
        assert len(found.left_out) == 1

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
    def test_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        kit(tmp_path, "brand/a.svg")
        (tmp_path / "brand" / os.fsdecode(b"\xff.txt")).write_text("x")
        assert len(selection(tmp_path).left_out) == 1

    def test_a_film_is_left_out(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(share, "MOST_BYTES", 100)
        kit(tmp_path, "brand/a.svg")
        (tmp_path / "brand" / "film.mp4").write_bytes(bytes(100))
        found = selection(tmp_path)
        assert [each.name for each in found.files] == ["brand/a.svg"]
        assert [path for path, _ in found.left_out] == ["brand/film.mp4"]

    def test_names_are_composed(self, tmp_path: Path) -> None:
        """macOS gives й in two characters; the archive is the same."""
        kit(tmp_path, "brand/\u0438\u0306.svg")
        assert names(tmp_path) == ["brand/\u0439.svg"]

    def test_the_archive_never_holds_itself(self, tmp_path: Path) -> None:
        kit(tmp_path, "brand/a.svg", "brand/kit.zip")
        assert names(tmp_path, target=tmp_path / "brand" / "kit.zip") == ["brand/a.svg"]


class TestArchive:
    def test_the_same_kit_is_the_same_file(self, tmp_path: Path) -> None:
        made = []
        for place in ("a", "б"):
            folder = kit(tmp_path / place, "brand/a.svg", "brand/b/c.png")
            os.utime(folder / "brand" / "a.svg", (1, len(made) * 1000.0 + 1))
            target = tmp_path / f"{place}.zip"
            size = write(selection(folder), "Саз студиясы", b"page", target)
            assert size == target.stat().st_size
            made.append(target.read_bytes())
        assert made[0] == made[1]
        with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
            assert archive.namelist() == [
                "Саз студиясы/README.html", "Саз студиясы/brand/a.svg",
                "Саз студиясы/brand/b/c.png",
            ]  # fmt: skip

    def test_one_of_ours_is_known(self, tmp_path: Path) -> None:
        folder = kit(tmp_path / "kit", "brand/a.svg")
        write(selection(folder), "s", b"", tmp_path / "ours.zip")
        with zipfile.ZipFile(tmp_path / "theirs.zip", "w") as archive:
            archive.writestr("a", "b")
        (tmp_path / "short").write_bytes(b"x")
        assert share.is_ours(tmp_path / "ours.zip")
        assert not any(share.is_ours(tmp_path / name) for name in ("theirs.zip", "short", "no"))

    def test_a_file_that_goes_meanwhile_leaves_the_old_archive(self, tmp_path: Path) -> None:
        folder, target = kit(tmp_path / "kit", "brand/a.svg", "brand/b.svg"), tmp_path / "kit.zip"
        target.write_bytes(b"old")
        found = selection(folder)
        (folder / "brand" / "b.svg").unlink()
        with pytest.raises(OutputError, match="cannot be read"):
            write(found, "s", b"", target)
        assert target.read_bytes() == b"old"
        assert sorted(each.name for each in tmp_path.iterdir()) == ["kit", "kit.zip"]

    @pytest.mark.parametrize("name", ["../..", "CON", "a/b\\c:", "", "ә" * 400, ". "])
    def test_any_name_is_a_folder(self, name: str) -> None:
        made = share.folder_name(name)
        assert made
        assert not set(made) & set('/\\:<>"|?*')
        assert made not in (".", "..", "CON")


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for key, value in attrs if key in ("href", "src")]


class TestPage:
    def a_kit(self, tmp_path: Path, name: str = "saz-studiiasy") -> Path:
        stem = f"brand/logo/horizontal/{name}-horizontal"
        return kit(
            tmp_path, f"{stem}-color.svg", f"{stem}-color-1024.png", f"{stem}-black.pdf",
            "brand/type/Onest/Onest-wght.ttf", "brand/type/Onest/LICENSE.txt",
            "brand/type/Өз қарпім/own.otf", f"brand/guide/{name}-guide-kk.pdf",
            "social/first/post.png", "Жарнама/баннер №1.png", "белгі.txt",
        )  # fmt: skip

    def test_every_link_leads_to_what_is_there(self, tmp_path: Path) -> None:
        folder = self.a_kit(tmp_path)
        text = page(styled("steppe"), selection(folder)).decode()
        links = Links(text)
        here = [each for each in links.found if not re.match(r"(https|mailto|tel|data):|#", each)]
        assert here
        assert [each for each in here if not (folder / unquote(each)).exists()] == []
        assert "script" not in links.tags

    def test_each_language_has_its_part(self, tmp_path: Path) -> None:
        brand = styled("bold")
        text = page(brand, selection(self.a_kit(tmp_path))).decode()
        for language, said in (("kk", "Қаріптер"), ("ru", "Шрифты"), ("en", "Typefaces")):
            assert (f'id="{language}"' in text) == (language in brand.languages)
            assert (said in text) == (language in brand.languages)

    def test_a_typeface_without_an_open_licence_is_not_promised(self, tmp_path: Path) -> None:
        text = page(styled("steppe"), selection(self.a_kit(tmp_path))).decode()
        own = text.index("Өз қарпім</a>")
        assert text[own:].index("лицензиясын оқыңыз") < 200
        assert text.index("SIL Open Font License") < own

    def test_a_kit_of_posts_alone_says_nothing_of_the_logo(self, tmp_path: Path) -> None:
        text = page(styled("steppe"), selection(self.a_kit(tmp_path), ("social",))).decode()
        assert "social/" in text
        assert "brand/" not in text

    def test_the_same_page_every_time(self, tmp_path: Path) -> None:
        found = selection(self.a_kit(tmp_path))
        assert page(styled("noir"), found) == page(styled("noir"), found)
