"""What a style's words are set in, and what a project may change of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.artwork.dress import ROLES, SPARE, dress, stack
from creativekit.errors import InputError
from creativekit.fonts.faces import at_weight, face
from creativekit.project import templates
from styled_brands import STYLES, styled


@pytest.mark.parametrize("style", STYLES)
def test_every_role_has_a_setting_that_writes_kazakh_and_prices(style: str) -> None:
    from creativekit.canvas.text.setting import unwritable

    brand = styled(style)
    for role in ROLES:
        setting = dress(brand).setting(brand, role, "kk")
        assert unwritable("Әғқңөұүһі 15 000 ₸ № «»—→", setting) == ()
        least, most = dress(brand).sizes(brand, role)
        assert 0 < least < most < 0.5


@pytest.mark.parametrize("style", STYLES)
def test_the_headline_may_lead_by_far(style: str) -> None:
    brand = styled(style)
    display = dress(brand).sizes(brand, "display")[1]
    assert display >= 2.2 * dress(brand).sizes(brand, "lead")[1]


def test_heading_lines_keep_the_distance_that_was_measured_for_kazakh() -> None:
    for style in STYLES:
        brand = styled(style)
        setting = dress(brand).setting(brand, "display", "kk")
        assert setting.leading >= brand.type.leading


def test_the_brands_own_faces_come_before_the_spare_ones() -> None:
    brand = styled("craft")
    faces = stack(brand.type.heading, brand.type.body)
    assert faces[:2] == (brand.type.heading, brand.type.body)
    assert [each.family for each in faces[2:]] == list(SPARE)


def test_a_weight_is_held_within_the_faces_axis() -> None:
    light = at_weight(face("Raleway"), 100)
    assert (light.weight, dict(light.axes)["wght"]) == (100, 100.0)
    assert at_weight(face("Lora"), 900).weight == 700
    assert at_weight(face("Lora"), 900).digest != face("Lora").digest


def test_a_projects_own_dress_wins_and_is_checked(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "social"
    own.mkdir(parents=True)
    text = templates.read("social/dress.toml").decode()
    (own / "dress.toml").write_text(text.replace('label = "plain"', 'label = "pill"', 1), "utf-8")
    assert dress(styled("steppe", folder=tmp_path)).label == "pill"
    (own / "dress.toml").write_text(text.replace('label = "plain"', 'label = "pil"', 1), "utf-8")
    with pytest.raises(InputError) as caught:
        dress(styled("steppe", folder=tmp_path))
    (problem,) = caught.value.problems
    assert problem.nearest == "pill"
    assert problem.line is not None
