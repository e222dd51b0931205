from __future__ import annotations

import io

import pikepdf
import pypdf
import pytest

from canvas.sample_scenes import photo, scenes
from creativekit.canvas.backends.pdf import pages, pdf
from creativekit.canvas.scene import Picture, Rect, Scene, Solid


def opened(scene: Scene, **options: float) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf(scene, **options)))


def test_the_page_is_as_large_as_the_drawing() -> None:
    page = opened(Scene(400, 100, (Rect(0, 0, 400, 100, Solid("#0a7e8c")),)), mm_per_px=0.5)
    box = [float(value) for value in page.pages[0].MediaBox]
    assert box == pytest.approx([0, 0, 200 / 25.4 * 72, 50 / 25.4 * 72], abs=0.01)
    assert len(page.pages) == 1


def test_it_is_the_same_each_time_and_knows_no_clock() -> None:
    for scene in scenes().values():
        assert pdf(scene) == pdf(scene)
    file = opened(scenes()["text"])
    assert "/CreationDate" not in file.docinfo
    assert "/ModDate" not in file.docinfo


@pytest.mark.parametrize(
    "title", ["Саз студиясы", '#set page(fill: red) "\\', "*b* @x <y> $z$", ""]
)
def test_any_title_is_only_a_title(title: str) -> None:
    file = opened(Scene(40, 40, (Rect(0, 0, 9, 9, Solid("#000000")),), title))
    assert str(file.docinfo.get("/Title", "")) == title


def test_shapes_stay_vectors_and_words_need_no_font() -> None:
    for name in ("shapes", "strokes", "text"):
        file = opened(scenes()[name])
        kinds = [item.get("/Subtype") for item in file.objects if isinstance(item, pikepdf.Stream)]
        assert "/Image" not in kinds
        assert not any(
            item.get("/Type") == "/Font"
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary)
        )


def test_colours_are_exact() -> None:
    file = opened(Scene(40, 40, (Rect(0, 0, 40, 40, Solid("#0a7e8c")),)))
    content = file.pages[0].Contents.read_bytes().decode("latin1")
    values = [
        [float(value) for value in line.split("scn")[0].split()[-3:]]
        for line in content.splitlines()
        if "scn" in line
    ]
    assert values[0] == pytest.approx([0x0A / 255, 0x7E / 255, 0x8C / 255], abs=1e-6)


def test_every_page_is_as_large_as_its_drawing() -> None:
    sizes = [(1080, 1350), (1080, 1350), (300, 100)]
    drawn = [Scene(*size, (Rect(0, 0, *size, Solid("#0a7e8c")),)) for size in sizes]
    file = pypdf.PdfReader(io.BytesIO(pages(drawn, 25.4 / 72, "Карусель")))
    found = [(float(page.mediabox.width), float(page.mediabox.height)) for page in file.pages]
    assert found == [pytest.approx(size, abs=0.01) for size in sizes]
    assert file.metadata is not None
    assert file.metadata.title == "Карусель"


def test_a_picture_on_every_page_is_in_the_file_once() -> None:
    drawn = [Scene(200, 200, (Picture(photo(kind="JPEG"), 0, at, 120, 90),)) for at in (0, 50, 100)]
    file = pikepdf.open(io.BytesIO(pages(drawn)))
    images = [
        item
        for item in file.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    ]
    assert len(images) == 1


def test_pages_are_the_same_each_time() -> None:
    drawn = list(scenes().values())
    assert pages(drawn, title="Үлгі") == pages(drawn, title="Үлгі")


def test_no_page_is_no_document() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        pages([])


def test_a_title_that_is_no_text_is_still_a_page() -> None:
    file = opened(Scene(40, 40, (Rect(0, 0, 9, 9, Solid("#000000")),), "Саз\ud800"))
    assert str(file.docinfo["/Title"]) == "Саз?"
