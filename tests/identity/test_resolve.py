"""An identity is worked out once, whole, the same everywhere, for every style and awkward seed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from creativekit.identity.resolve import identity
from creativekit.project import vocabulary
from creativekit.project.loading import load, parse
from example_brands import EXAMPLES, NAMES, example

SEEDS = ("#0a7e8c", "#ffd800", "#0b0b0d", "#fafaf7", "#ff0000", "#fde2ea")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_becomes_an_identity(name: str) -> None:
    found = example(name)
    assert found.languages == ("kk", "ru", "en")
    assert found.palette.base == load(EXAMPLES / name).brand.color
    assert set(found.contact) >= {"phone", "email", "site", "address"}
    assert pickle.loads(pickle.dumps(found)).digest == found.digest


def test_the_digest_knows_what_is_drawn_and_not_where_the_project_lies(tmp_path: Path) -> None:
    text = (EXAMPLES / NAMES[0] / "creativekit.toml").read_text(encoding="utf-8")
    elsewhere = tmp_path / "Қызылорда жобасы"
    elsewhere.mkdir()
    assert identity(parse(text, elsewhere)).digest == example(NAMES[0]).digest
    changed = identity(parse(text.replace('"#7a1f2b"', '"#7a1f2c"'), tmp_path))
    assert changed.digest != example(NAMES[0]).digest


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("style", vocabulary.styles())
def test_every_style_carries_every_seed(tmp_path: Path, style: str, seed: str) -> None:
    text = f'[project]\nname = "Өнер үйі"\n[brand]\ncolor = "{seed}"\nstyle = "{style}"\n'
    found = identity(parse(text, tmp_path))
    assert found.palette.seed == seed
    assert found.logo.lockup(found.logo.primary).box.width > 0
    assert found.pattern.layers
