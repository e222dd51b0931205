"""Every colour file is there, with the brand's colour exact; the report tells the truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from creativekit.brand import color_files, contrast_page, swatches
from creativekit.canvas.backends.raster import pixels
from creativekit.color.contrast import ratio
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


def test_the_swatch_sheet_shows_the_exact_colour() -> None:
    brand = example("nukte-media")
    drawn = pixels(swatches.scene(brand), 0.5)
    wanted = [int(brand.palette.seed[at : at + 2], 16) for at in (1, 3, 5)]
    x = (100 + 1400 * 0.75) / 2
    assert drawn[200, round(x), :3].tolist() == wanted


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    text = '[project]\nname = "</style><script>x</script>"\n[brand]\ncolor = "#0a7e8c"\n'
    brand = identity(parse(text, tmp_path))
    assert "<script>x" not in contrast_page.page(brand, "en").decode("utf-8")
    for job in color_files.jobs(brand):
        if job.path.endswith((".css", ".scss", ".soc", ".svg")):
            assert "<script>" not in job.render().data.decode("utf-8"), job.path
