"""The logo suite: exactly the files that are promised, and each of them what it says."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from creativekit.brand import logo_suite
from creativekit.identity.colorway import paints
from creativekit.jobs import Job
from sample_brands import sample_identity, style

KINDS = ("symbol", "wordmark", "horizontal", "stacked")
COLORWAYS = ("color", "on-dark", "black", "white")
ENDINGS = (".svg", ".pdf", "-512.png", "-1024.png", "-2048.png")


@pytest.fixture
def suite(tmp_path: Path) -> dict[str, Job]:
    return {job.path: job for job in logo_suite.jobs(sample_identity(tmp_path))}


def test_a_suite_is_lockups_by_colourways_by_formats(suite: dict[str, Job]) -> None:
    assert set(suite) == {
        f"brand/logo/{kind}/saz-studiiasy-{kind}-{colorway}{ending}"
        for kind in KINDS
        for colorway in COLORWAYS
        for ending in ENDINGS
    }
    assert len(suite) == 80


def test_other_languages_add_what_differs(tmp_path: Path) -> None:
    name = '{ kk = "Саз студиясы", ru = "Студия Саз", en = "Студия Саз" }'
    paths = {job.path for job in logo_suite.jobs(sample_identity(tmp_path, name))}
    assert "brand/logo/horizontal/saz-studiiasy-horizontal-ru-color.svg" in paths
    assert "brand/logo/symbol/saz-studiiasy-symbol-color.svg" in paths
    assert not any("symbol-ru" in path for path in paths)
    assert len(paths) == 80 + 2 * 3 * 4 * 3


def test_names_that_leave_no_letter_still_make_safe_paths(tmp_path: Path) -> None:
    for name in ('"!!!"', '"../../etc/passwd"', '"CON"', '"a/b:c*d"'):
        for job in logo_suite.jobs(sample_identity(tmp_path, name)):
            folder, _, file = job.path.rpartition("/")
            assert folder in {f"brand/logo/{kind}" for kind in KINDS}
            assert set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


@pytest.mark.parametrize("size", [512, 1024, 2048])
@pytest.mark.parametrize("kind", ["horizontal", "stacked", "symbol"])
def test_pngs_have_alpha_the_longer_side_and_end_at_the_ink(
    suite: dict[str, Job], kind: str, size: int
) -> None:
    job = suite[f"brand/logo/{kind}/saz-studiiasy-{kind}-black-{size}.png"]
    image = Image.open(io.BytesIO(job.render().data))
    assert image.has_transparency_data
    assert max(image.size) == size
    alpha = np.asarray(image.convert("RGBA"))[..., 3]
    for edge in (alpha[:2], alpha[-2:], alpha[:, :2], alpha[:, -2:]):
        assert edge.max() > 20
    assert alpha[0, 0] == 0 or kind == "symbol"


@pytest.mark.parametrize("colorway", COLORWAYS)
def test_pngs_are_of_the_exact_colours(tmp_path: Path, colorway: str) -> None:
    identity = sample_identity(tmp_path, look=style(motif="shanyraq"))
    jobs = {job.path: job for job in logo_suite.jobs(identity)}
    path = f"brand/logo/horizontal/saz-studiiasy-horizontal-{colorway}-1024.png"
    pixels = np.asarray(Image.open(io.BytesIO(jobs[path].render().data)).convert("RGBA"))
    colors = paints(identity.palette, colorway)
    lockup = identity.logo.lockup("horizontal")
    split = round(1024 * 1.1 * 1000 / lockup.box.width)
    for part, role in ((pixels[:, :split], "primary"), (pixels[:, split:], "ink")):
        solid = np.unique(part[part[..., 3] == 255][:, :3], axis=0)
        assert [tuple(color) for color in solid] == [tuple(bytes.fromhex(str(colors[role])[1:]))]


def test_svgs_have_outlines_only_and_the_name_as_title(tmp_path: Path) -> None:
    identity = sample_identity(tmp_path, '"<b>Саз</b> & Ко"')
    job = next(
        job
        for job in logo_suite.jobs(identity)
        if "horizontal" in job.path and job.path.endswith("color.svg")
    )
    root = ElementTree.fromstring(job.render().data)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "path", "g"}
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "<b>Саз</b> & Ко"
    assert root.attrib["width"] == "1000"


def test_pdfs_are_one_page_of_100_mm_without_fonts(suite: dict[str, Job]) -> None:
    import pikepdf

    job = suite["brand/logo/horizontal/saz-studiiasy-horizontal-color.pdf"]
    with pikepdf.open(io.BytesIO(job.render().data)) as document:
        assert len(document.pages) == 1
        page = document.pages[0]
        width = float(page.mediabox[2]) - float(page.mediabox[0])
        assert width / 72 * 25.4 == pytest.approx(100, abs=0.1)
        assert "/Font" not in page.get("/Resources", {})


def test_jobs_can_go_to_other_processes_and_keep_their_keys(tmp_path: Path) -> None:
    first = logo_suite.jobs(sample_identity(tmp_path))
    second = logo_suite.jobs(sample_identity(tmp_path))
    assert [job.key for job in first] == [job.key for job in second]
    assert len({job.key for job in first}) == len(first)
    sent = pickle.loads(pickle.dumps(first[0]))
    assert sent.key == first[0].key
    assert sent.render() == first[0].render()


def test_a_changed_colour_changes_the_coloured_files_only(tmp_path: Path) -> None:
    before = {job.path: job.key for job in logo_suite.jobs(sample_identity(tmp_path))}
    changed = sample_identity(tmp_path, color="#0a7e8d")
    after = {job.path: job.key for job in logo_suite.jobs(changed)}
    assert {path for path in before if before[path] == after[path]} == {
        path for path in before if "-black" in path or "-white" in path
    }
