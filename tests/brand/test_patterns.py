"""Pattern files: exactly the promised ones, each seamless, each in the brand's colours."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from creativekit.brand import patterns
from creativekit.identity.model import Identity
from creativekit.identity.pattern_colors import COLORWAYS, pattern_colors
from creativekit.identity.resolve import identity
from creativekit.jobs import Job
from creativekit.project.loading import parse

Pixels = NDArray[np.uint8]


def brand(folder: Path, pattern: str = "ram-horn", color: str = "#0a7e8c") -> Identity:
    text = (
        '[project]\nname = "Саз студиясы"\n'
        f'[brand]\ncolor = "{color}"\nstyle = "steppe"\npattern = "{pattern}"\n'
    )
    return identity(parse(text, folder))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Job]:
    made = patterns.jobs(brand(tmp_path_factory.mktemp("brand")))
    return {job.path.removeprefix("brand/pattern/"): job for job in made}


def pixels(job: Job) -> Pixels:
    return np.array(Image.open(io.BytesIO(job.render().data)).convert("RGB"))


def test_the_files(files: dict[str, Job]) -> None:
    expected = set()
    for way in COLORWAYS:
        expected |= {f"ram-horn-{way}.svg", f"quiet-{way}.svg", f"border-{way}.svg"}
        expected |= {f"border-{way}.png", f"wallpaper-{way}.png"}
        expected |= {f"quiet-{way}.png", f"quiet-{way}@2x.png"}
        expected |= {
            f"ram-horn-{way}-{scale}{density}.png"
            for scale in ("large", "small")
            for density in ("", "@2x")
        }
    assert set(files) == expected


def test_a_quiet_brand_has_its_texture_once(tmp_path: Path) -> None:
    paths = [job.path for job in patterns.jobs(brand(tmp_path, "quiet"))]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("pattern", ["motif", "felt-diamonds", "waves", "dots", "weave", "quiet"])
def test_every_pattern_gives_its_files(tmp_path: Path, pattern: str) -> None:
    made = {job.path: job for job in patterns.jobs(brand(tmp_path, pattern))}
    assert all(job.render().data for job in made.values() if "light" in job.path)


def test_tiles_have_the_promised_sizes(files: dict[str, Job]) -> None:
    for scale in ("large", "small"):
        once, twice = (
            pixels(files[f"ram-horn-deep-{scale}{density}.png"]).shape for density in ("", "@2x")
        )
        assert abs(max(once[:2]) - 512) <= 2
        assert abs(max(twice[:2]) - 1024) <= 2


def test_small_is_the_same_pattern_at_half_the_size(files: dict[str, Job]) -> None:
    small = pixels(files["ram-horn-light-small@2x.png"])
    height, width = small.shape[0] // 2, small.shape[1] // 2
    assert np.array_equal(small, np.tile(small[:height, :width], (2, 2, 1)))
    assert np.array_equal(small[:height, :width], pixels(files["ram-horn-light-large.png"]))


def test_the_wallpaper_is_the_tile_again_and_again(files: dict[str, Job]) -> None:
    sheet = pixels(files["wallpaper-deep.png"])
    assert sheet.shape == (1440, 2560, 3)
    period = next(
        step for step in range(80, 900) if np.array_equal(sheet[:, step:], sheet[:, :-step])
    )
    assert period * 3 < 2560
    fall = next(step for step in range(80, 900) if np.array_equal(sheet[step:], sheet[:-step]))
    assert fall < 1440


def test_opposite_edges_meet(files: dict[str, Job]) -> None:
    """No column or row of the laid-out tile stands out where two tiles meet."""
    tile = pixels(files["ram-horn-light-large@2x.png"]).astype(int)
    for axis in (0, 1):
        steps = np.abs(np.diff(tile, axis=axis)).mean(axis=(1 - axis, 2))
        seam = np.abs(np.take(tile, 0, axis) - np.take(tile, -1, axis)).mean()
        assert seam <= steps.max() + 1e-9


def test_only_the_brands_colours_are_used(files: dict[str, Job], tmp_path: Path) -> None:
    palette = brand(tmp_path).palette
    for way in COLORWAYS:
        colors = pattern_colors(palette, way)
        found = pixels(files[f"ram-horn-{way}-large@2x.png"]).reshape(-1, 3)
        values, counts = np.unique(found, axis=0, return_counts=True)
        common = values[np.argsort(counts)[::-1][:4]]
        assert {"#" + bytes(color.astype(np.uint8)).hex() for color in common} == set(
            colors.values()
        )


def test_svgs_are_whole_and_need_nothing(files: dict[str, Job]) -> None:
    for name, job in files.items():
        if name.endswith(".svg"):
            data = job.render().data
            root = ElementTree.fromstring(data)
            assert root.tag.endswith("svg")
            assert b"href" not in data
            assert len(data) < 120_000


def test_a_border_is_whole_repeats(files: dict[str, Job]) -> None:
    strip = pixels(files["border-light.png"])
    assert strip.shape[0] == 160
    assert 2000 < strip.shape[1] < 2800
    period = next(
        step
        for step in range(40, strip.shape[1] // 2)
        if np.array_equal(strip[:, step:], strip[:, :-step])
    )
    assert strip.shape[1] % period == 0


def test_jobs_are_told_apart_and_stay_the_same(tmp_path: Path) -> None:
    first = patterns.jobs(brand(tmp_path))
    again = patterns.jobs(brand(tmp_path))
    other = patterns.jobs(brand(tmp_path, color="#7a1d2b"))
    assert [job.key for job in first] == [job.key for job in again]
    assert len({job.key for job in first}) == len(first)
    assert not {job.key for job in first} & {job.key for job in other}


def test_jobs_travel_to_other_processes(files: dict[str, Job]) -> None:
    for name in ("ram-horn-light.svg", "quiet-deep.png"):
        job = pickle.loads(pickle.dumps(files[name]))
        assert job.render() == files[name].render()
