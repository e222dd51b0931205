"""Placements: what we ship is whole and sensible; what a person writes is read strictly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.project import templates, vocabulary
from creativekit.social.placements import KINDS, Catalogue, catalogue, placement, placements

OURS = (templates.ours() / "social/placements.toml").read_text("utf-8")

ONE = """\
schema = 1
default = ["wall-poster"]
[platforms.wall]
title = "Wall"
formats = ["png", "pdf"]
confidence = "low"
source = "practice"
as_of = "2026"
[[placement]]
id = "wall-poster"
platform = "wall"
kind = "post"
title = { kk = "Қабырға", ru = "Стена", en = "Wall" }
width = 1000
height = 1500
safe = { top = 10, right = 20, bottom = 30, left = 40 }
crop = { center = [900, 900] }
covered = [[0, 0, 100, 200]]
limits = { bytes = 5000 }
confidence = "low"
source = "practice"
as_of = "2026"
"""


def own(folder: Path, text: str) -> Catalogue:
    file = folder / "templates/social/placements.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return catalogue(folder)


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        own(folder, text)
    return [str(problem) for problem in caught.value.problems]


def test_every_platform_has_a_picture_of_itself_and_a_place_for_posts() -> None:
    found = catalogue()
    for platform in found.platforms:
        kinds = {each.kind for each in found.placements.values() if each.platform == platform}
        assert "avatar" in kinds
        assert kinds & {"post", "story", "thumbnail"}


@pytest.mark.parametrize("placement_id", list(placements()))
def test_what_we_ship_is_sensible(placement_id: str) -> None:
    found = placement(placement_id)
    assert found.kind in KINDS
    assert found.title.languages == ("kk", "ru", "en")
    frame = found.width * found.height
    assert found.safe.width * found.safe.height >= frame / 8
    assert 0 <= found.safe.left < found.safe.right <= found.width
    assert 0 <= found.safe.top < found.safe.bottom <= found.height
    assert found.formats[0] in ("jpeg", "png")
    assert found.shown.width <= found.width
    assert found.shown.height <= found.height
    assert found.shown.center == (found.width / 2, found.height / 2)
    if found.crop is not None and found.crop.kind == "circle":
        # The corners of the safe box are inside the circle.
        reach = (found.safe.width**2 + found.safe.height**2) ** 0.5
        assert reach <= found.crop.width
        assert found.safe.center == found.shown.center


def test_an_entry_of_low_confidence_says_so_to_a_reader_of_the_file() -> None:
    entries = re.findall(r"((?:^#.*\n)*)^\[\[placement\]\]\n((?:.+\n)+)", OURS, re.MULTILINE)
    assert len(entries) == len(placements())
    for remarks, entry in entries:
        if re.search(r'^confidence = "(low|medium-low)"', entry, re.MULTILINE):
            assert re.search(r"^# (Low confidence|Medium-low):", remarks, re.MULTILINE), entry


def test_shapes() -> None:
    assert {each: placement(each).shape for each in (
        "instagram-square", "instagram-story", "instagram-portrait", "youtube-thumbnail",
        "youtube-banner", "x-header", "instagram-highlight", "youtube-avatar", "facebook-cover",
    )} == {
        "instagram-square": "square", "instagram-story": "tall", "instagram-portrait": "tall",
        "youtube-thumbnail": "wide", "youtube-banner": "banner", "x-header": "banner",
        "instagram-highlight": "square", "youtube-avatar": "square", "facebook-cover": "banner",
    }  # fmt: skip


def test_groups() -> None:
    found = catalogue()
    assert found.group("instagram") == (
        "instagram-square", "instagram-portrait", "instagram-tall", "instagram-story",
    )  # fmt: skip
    assert found.group("youtube") == ("youtube-thumbnail",)
    assert found.group("tiktok") == ("tiktok-cover",)
    assert set(found.group("avatars")) == {each for each in found.placements if "avatar" in each}
    assert found.group("x-post") == ("x-post",)
    assert set(found.group("all")) > set(found.group("instagram")) | set(found.group("youtube"))
    assert not set(found.group("all")) & set(found.group("covers"))
    assert found.chosen(["x-post", "x", "x-avatar"]) == ("x-post", "x-avatar")
    assert set(found.default) <= set(found.placements)


def test_the_words_of_the_config_are_the_words_of_the_catalogue(tmp_path: Path) -> None:
    assert catalogue().words == vocabulary.placements()
    assert own(tmp_path, ONE).words == vocabulary.placements(tmp_path)
    assert set(vocabulary.KINDS.values()) == set(KINDS)


def test_a_wrong_name_comes_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean 'instagram-story'"):
        placement("instgram-story")
    with pytest.raises(InputError, match="did you mean 'telegram'"):
        catalogue().chosen(["telegrm"])


def test_a_projects_own_file_stands_in_for_ours(tmp_path: Path) -> None:
    found = own(tmp_path, ONE)
    assert list(found.placements) == ["wall-poster"]
    wall = found.placements["wall-poster"]
    assert wall.safe.left == 40
    assert wall.safe.bottom == 1470
    assert (wall.shown.left, wall.shown.top) == (50, 300)
    assert wall.covered[0].right == 100
    assert wall.limits.bytes == 5000
    assert wall.limits.ratio is None
    assert wall.formats == ("png", "pdf")
    assert found.platform_of("wall-poster").caption is None
    assert found.chosen(["all", "wall"]) == found.default == ("wall-poster",)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            "width = 1000",
            "width = 5",
            "placements.toml:14 placement[1].width: this must be a whole number from 16",
        ),
        ("width = 1000", "", "placement[1].width: this key is missing"),
        (
            "width = 1000",
            "width = 1000\nwdth = 5",
            "placements.toml:15 placement[1].wdth: this key is not known",
        ),
        ("height = 1500", "height = 9999999", "placement[1].height"),
        ('kind = "post"', 'kind = "pots"', "did you mean 'post'?"),
        ('platform = "wall"', 'platform = "well"', "did you mean 'wall'?"),
        ("top = 10", "top = 1490", "these margins leave nothing"),
        ("top = 10", 'top = "10"', "placement[1].safe.top"),
        ("{ center = [900, 900] }", '"oval"', "'oval' cannot be used here"),
        ("{ center = [900, 900] }", "{ center = [1001, 900] }", "placement[1].crop"),
        ("[[0, 0, 100, 200]]", "[[100, 0, 0, 200]]", "a box inside the picture"),
        ("[[0, 0, 100, 200]]", "[[0, 0, 100, 2000]]", "a box inside the picture"),
        ("[[0, 0, 100, 200]]", "[0, 0, 1, 1]", "a box inside the picture"),
        ("bytes = 5000", "bytes = 0", "placement[1].limits.bytes"),
        ("bytes = 5000", "byte = 5", "did you mean 'bytes'?"),
        ('["png", "pdf"]', '["gif"]', "platforms.wall.formats[1]"),
        ('title = "Wall"', "title = 5", "text in quotes"),
        ('id = "wall-poster"', 'id = "../x"', "small English letters"),
        ('id = "wall-poster"', 'id = "wall"', "the name of a group"),
        ('default = ["wall-poster"]', 'default = ["wal-poster"]', "did you mean 'wall-poster'?"),
        ('default = ["wall-poster"]', "", "default"),
        ("schema = 1", "schema = 2", "whole number from 1 to 1"),
        ('title = { kk = "Қабырға"', 'title = { kz = "Қабырға"', "a table of texts"),
    ],
)
def test_what_is_wrong_is_told(before: str, after: str, says: str, tmp_path: Path) -> None:
    assert before in ONE
    found = told(tmp_path, ONE.replace(before, after, 1))
    assert any(says in each for each in found), found


def test_two_of_one_name_and_a_picture_that_is_too_large(tmp_path: Path) -> None:
    block = ONE[ONE.index("[[placement]]") :]
    found = told(
        tmp_path, ONE + block.replace("width = 1000", "width = 9999").replace("1500", "9999")
    )
    assert any("is given twice" in each for each in found)
    assert any("too large" in each for each in found)


def test_not_toml_and_an_empty_file(tmp_path: Path) -> None:
    assert told(tmp_path, "a = ")
    found = told(tmp_path, "schema = 1\n")
    assert any("platforms" in each for each in found)
    assert any("placement" in each for each in found)
