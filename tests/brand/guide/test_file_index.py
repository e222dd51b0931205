from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from creativekit.brand.guide.file_index import FOLDERS, FileGroup, Row, file_groups, halves
from creativekit.brand.guide.words import words

PATHS = (
    "brand/logo/symbol/saz-symbol-color.svg",
    "brand/logo/symbol/saz-symbol-white.svg",
    "brand/logo/symbol/saz-symbol-color-512.png",
    "brand/color/saz.ase",
    "brand/type/Lora/LICENSE.txt",
    "brand/_brand.yml",
    "brand/guide/saz-guide-kk.pdf",
)


def test_files_of_one_purpose_are_told_together() -> None:
    logo = file_groups(PATHS, words("kk"))[0]
    assert logo.title == "Логотип"
    assert logo.folder == "brand/logo/"
    assert {row.kind for row in logo.rows} == {".svg × 2", ".png"}
    assert all(row.use for row in logo.rows)


def test_the_order_is_the_guides_and_strangers_come_last() -> None:
    folders = [group.folder for group in file_groups(PATHS, words("en"))]
    assert folders == ["brand/logo/", "brand/color/", "brand/type/", "brand/guide/", ""]


def test_a_file_named_twice_is_counted_once() -> None:
    (group,) = file_groups((PATHS[3], PATHS[3]), words("en"))
    assert group.rows == (Row(".ase", "Adobe programs"),)


@given(
    st.lists(
        st.builds(
            "brand/{}/{}.{}".format,
            st.sampled_from((*FOLDERS, "new")),
            st.text("abc", min_size=1, max_size=4),
            st.sampled_from(("svg", "png", "pdf", "json", "xyz")),
        ),
        unique=True,
    )
)
def test_every_file_is_counted(paths: list[str]) -> None:
    groups = file_groups(paths, words("ru"))
    counted = sum(
        int(part.partition(" × ")[2] or 1)
        for group in groups
        for row in group.rows
        for part in row.kind.split(", ")
    )
    assert counted == len(paths)


@given(st.lists(st.integers(1, 12), max_size=7))
def test_halves_keep_everything_in_order(sizes: list[int]) -> None:
    groups = tuple(FileGroup(str(n), "", (Row("a", "b"),) * n) for n in sizes)
    left, right = halves(groups)
    assert left + right == groups
    assert bool(left) == bool(groups)


def test_halves_are_about_even() -> None:
    groups = tuple(FileGroup("", "", (Row("a", "b"),) * n) for n in (3, 11, 3, 2, 4, 2))
    left, right = halves(groups)
    assert (len(left), len(right)) == (2, 4)


def test_stationery_is_told_by_what_each_file_is_for() -> None:
    names = (
        "card-kk-ru.pdf",
        "card-aigul-front.png",
        "letterhead-kk-ru.docx",
        "signature-aigul-kk-ru.html",
        "signature-logo.png",
        "price-list-kk.pdf",
        "presentation-kk.pptx",
        "notes.txt",
    )
    said = words("en")
    (group,) = file_groups([f"brand/stationery/{name}" for name in names], said)
    purposes = ("card", "preview", "letterhead", "prices", "signature", "signature-logo")
    purposes = (*purposes, "presentation")
    assert {row.use for row in group.rows} == {
        said("files.use.other"),
        *(said(f"files.use.stationery-{each}") for each in purposes),
    }
    assert len(group.rows) == len(names)
