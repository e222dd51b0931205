"""The kit carries the typefaces unchanged, with licences and a stylesheet that names them."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
import tinycss2

from creativekit.brand import type_files
from example_brands import NAMES, example


@pytest.mark.parametrize("name", NAMES)
def test_fonts_and_licences_are_in_a_folder_by_family(name: str) -> None:
    brand = example(name)
    made = {job.path: job.render().data for job in type_files.jobs(brand)}
    for family in {brand.type.heading.family, brand.type.body.family}:
        fonts = [path for path in made if path.startswith(f"brand/type/{family}/")]
        assert any(path.endswith((".ttf", ".otf")) for path in fonts)
        assert b"SIL Open Font License" in made[f"brand/type/{family}/LICENSE.txt"] or (
            b"OPEN FONT LICENSE" in made[f"brand/type/{family}/LICENSE.txt"].upper()
        )
    heading = Path(brand.type.heading.file).read_bytes()
    assert heading in made.values()


@pytest.mark.parametrize("name", NAMES)
def test_the_stylesheet_names_files_that_are_there(name: str) -> None:
    made = {job.path: job.render().data for job in type_files.jobs(example(name))}
    css = made["brand/type/fonts.css"].decode("utf-8")
    rules = tinycss2.parse_stylesheet(css, skip_whitespace=True, skip_comments=True)
    assert not [rule for rule in rules if rule.type == "error"]
    urls = re.findall(r'url\("([^"]+)"\)', css)
    assert urls
    for url in urls:
        assert str(PurePosixPath("brand/type") / url.replace("%20", " ")) in made


def test_file_names_are_safe_everywhere() -> None:
    for name in NAMES:
        for job in type_files.jobs(example(name)):
            assert not set(job.path) & set('<>:"|?*[]\\')
