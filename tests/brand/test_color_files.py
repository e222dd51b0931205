"""Every colour file is there, with the brand's colour exact; the report tells the truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from creativekit.brand import color_files, contrast_page, swatches
from creativekit.brand.core_colors import SHARES, core_colors
from creativekit.canvas.backends.raster import pixels
from creativekit.color.contrast import ratio
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.project.loading import parse
from example_brands import NAMES, example


@pytest.mark.parametrize("name", NAMES)
def test_all_promised_formats_are_made(name: str) -> None:
    paths = {job.path for job in color_files.jobs(example(name))}
    ends = {
        ".ase", ".aco", ".gpl", ".soc", "web/brand.css", "web/_brand.scss",
        "web/brand.tailwind.css", "foundation.tokens.json", "light.tokens.json",
        "dark.tokens.json", "brand.resolver.json", "tokens.legacy.json", "swatches.png",
        "swatches.svg", "contrast.json", "contrast-kk.html", "contrast-ru.html", "contrast-en.html",
    }  # fmt: skip
    assert len(paths) == len(ends)
    for end in ends:
        assert sum(path.endswith(end) for path in paths) == 1, end


@pytest.mark.parametrize("name", NAMES)
def test_the_report_measures_what_it_says(name: str) -> None:
    brand = example(name)
    found = json.loads(contrast_page.data(brand))
    assert found["promises_kept"]
    assert found["seed"]["typed"] == brand.palette.base
    for pair in found["pairs"]:
        measured = ratio(pair["foreground_hex"], pair["background_hex"])
        assert measured - 0.01 <= pair["ratio"] <= measured
        assert pair["text"] == (pair["ratio"] >= 4.5)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_speaks_the_language_and_is_self_contained(language: str) -> None:
    page = contrast_page.page(example("saz-studio"), language).decode("utf-8")
    assert f'<html lang="{language}">' in page
    assert "#0a7e8c" in page
    assert "http" not in page
    titles = {
        "kk": "Ненің үстінде не оқылады",
        "ru": "Что на чём читается",
        "en": "What reads on what",
    }
    assert f"<h1>{titles[language]}</h1>" in page


def drawn_at(brand: Identity, x: float, y: float) -> str:
    red, green, blue = pixels(swatches.scene(brand), 0.5)[round(y / 2), round(x / 2), :3].tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("name", NAMES)
def test_the_swatch_sheet_shows_what_the_guide_shows(name: str) -> None:
    brand = example(name)
    colors = core_colors(brand)
    for role, share in (("surface", 0.3), ("primary", 0.75), ("accent", 0.95)):
        assert drawn_at(brand, 100 + 1400 * share, 340) == colors[role].hex


def test_the_swatch_sheet_shows_the_exact_colour() -> None:
    """Where no role is the colour as typed, it is the first chip."""
    brand = example("nukte-media")
    assert brand.palette.seed not in {brand.palette.first[role] for role in SHARES}
    assert drawn_at(brand, 100 + 32 + 20, 190 + 400 - 32 - 20) == brand.palette.seed


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    text = '[project]\nname = "</style><script>x</script>"\n[brand]\ncolor = "#0a7e8c"\n'
    brand = identity(parse(text, tmp_path))
    assert "<script>x" not in contrast_page.page(brand, "en").decode("utf-8")
    for job in color_files.jobs(brand):
        if job.path.endswith((".css", ".scss", ".soc", ".svg")):
            assert "<script>" not in job.render().data.decode("utf-8"), job.path
