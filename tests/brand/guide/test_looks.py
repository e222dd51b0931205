from __future__ import annotations

import re
from pathlib import Path

import pytest

from creativekit.brand.guide.looks import GROUNDS, look
from creativekit.brand.guide.words import FOLDER
from creativekit.color.contrast import ratio
from creativekit.errors import InputError
from creativekit.project import templates
from styled_brands import SEEDS, STYLES, styled


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_everything_reads_on_every_ground(style: str, seed: str) -> None:
    dressed = look(styled(style, SEEDS[seed]))
    for key in GROUNDS:
        ground = dressed.grounds[key]
        # Where neither black nor white reaches 7, the better of them is the ink.
        best = max(ratio("#000000", ground.ground), ratio("#ffffff", ground.ground))
        assert ratio(ground.ink, ground.ground) >= min(7, best)
        assert ratio(ground.muted, ground.ground) >= 4.5
        assert ratio(ground.strong, ground.ground) >= 4.5


def test_no_two_styles_are_dressed_alike() -> None:
    dressed = [look(styled(style)) for style in STYLES]
    assert len({(one.label, one.line, one.frame) for one in dressed}) == len(STYLES)


def changed(folder: Path, old: str, new: str) -> Path:
    own = folder / "templates" / FOLDER
    own.mkdir(parents=True)
    text = templates.read(f"{FOLDER}/looks.toml").decode()
    assert old in text
    (own / "looks.toml").write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_a_projects_own_look_wins(tmp_path: Path) -> None:
    folder = changed(tmp_path, "radius = 0", "radius = 3.5")
    assert look(styled("steppe", folder=folder)).radius == 3.5


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('label = "plain"', 'label = "plane"', "steppe.label"),
        ("radius = 0", "radius = -1", "steppe.radius"),
        ('"light.ink"]', '"light.inc"]', "steppe.base.ink"),
        ('"primary.200"', '"primary.250"', "steppe.base.line"),
        ('ink = ["light.ink"]', 'ink = "light.ink"', "steppe.base.ink"),
        ("display = 0", "display = true", "steppe.display"),
    ],
)
def test_a_mistake_is_told_by_its_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    folder = changed(tmp_path, old, new)
    with pytest.raises(InputError) as caught:
        look(styled("steppe", folder=folder))
    (problem,) = caught.value.problems
    assert problem.key == key
    assert problem.file == f"templates/{FOLDER}/looks.toml"
    assert problem.accepted


def test_a_misspelt_word_is_guessed(tmp_path: Path) -> None:
    folder = changed(tmp_path, 'label = "plain"', 'label = "plane"')
    with pytest.raises(InputError, match=re.escape("did you mean 'plain'")):
        look(styled("steppe", folder=folder))


def test_a_style_without_a_look_is_told(tmp_path: Path) -> None:
    folder = changed(tmp_path, "[steppe]", "[stepe]")
    with pytest.raises(InputError, match="there is no look for steppe"):
        look(styled("steppe", folder=folder))
