"""Charts: points are where their numbers are, and no label covers another."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from assessments import full

from creativekit.canvas.path import Box
from creativekit.fonts.shaping import shape
from creativekit.presence.report import data
from creativekit.presence.report_charts import RADAR, radar, timeline
from styled_brands import STYLES, styled


def dimension(title: str = "Сату", score: int | None = 50) -> dict[str, Any]:
    return {"title": title, "score": score, "before": None, "weakest": False}


def boxes(drawn: dict[str, Any], style: str, language: str) -> list[Box]:
    face = styled(style).type.body_bold
    found = []
    for label in drawn["labels"]:
        size = label["size"]
        wide = max(shape(face, line["text"], language).width for line in label["lines"]) * size
        left = {"start": label["x"], "end": label["x"] - wide, "middle": label["x"] - wide / 2}
        top, bottom = label["lines"][0]["y"] - size * 0.8, label["lines"][-1]["y"] + size * 0.2
        found.append(Box(left[label["anchor"]], top, left[label["anchor"]] + wide, bottom))
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("style", STYLES)
def test_labels_stay_on_the_chart_and_off_each_other(style: str, language: str) -> None:
    drawn = radar(data(full(), language)["dimensions"], styled(style).type.body_bold, language)
    assert drawn is not None
    assert all("…" not in line["text"] for label in drawn["labels"] for line in label["lines"])
    found = boxes(drawn, style, language)
    for place, one in enumerate(found):
        assert one.left >= 0
        assert one.right <= RADAR[0]
        assert one.top >= 0
        assert one.bottom <= RADAR[1]
        for other in found[:place]:
            apart = one.left >= other.right or other.left >= one.right
            assert apart or one.top >= other.bottom or other.top >= one.bottom


def test_long_titles_are_cut_rather_than_laid_over_others() -> None:
    face = styled("tech").type.body_bold
    titles = ["Қолжетімділіктің-барлық-түрлері-мен-жолдары"] * 8
    drawn = radar([dimension(each) for each in titles], face, "kk")
    assert drawn is not None
    for one in boxes(drawn, "tech", "kk"):
        assert one.left >= 0
        assert one.right <= RADAR[0]


def test_a_point_is_as_far_out_as_its_score() -> None:
    face = styled("tech").type.body_bold
    drawn = radar([dimension(score=each) for each in (0, 25, 50, 100)], face, "kk")
    assert drawn is not None
    center = RADAR[0] / 2, RADAR[1] / 2
    far = [math.dist(center, each["at"]) for each in drawn["points"]]
    assert far == pytest.approx([0, far[3] / 4, far[3] / 2, far[3]], abs=0.05)


def test_what_is_not_known_is_left_out_of_the_outline_and_has_a_dash() -> None:
    face = styled("tech").type.body_bold
    known = [dimension(score=each) for each in (10, 20, 30)]
    drawn = radar([*known, dimension(score=None)], face, "kk")
    assert drawn is not None
    assert len(drawn["now"]) == len(drawn["points"]) == 3
    assert drawn["labels"][-1]["lines"][-1]["text"] == "—"


@pytest.mark.parametrize(
    "dimensions",
    [[], [dimension()] * 2, [dimension(score=None)] * 8, [dimension()] * 13],
    ids=["none", "two", "nothing known", "too many"],
)
def test_without_a_shape_there_is_no_radar(dimensions: list[dict[str, Any]]) -> None:
    assert radar(dimensions, styled("tech").type.body_bold, "kk") is None


def runs(*scores: int | None, step: int = 90, joined: bool = True) -> list[dict[str, Any]]:
    return [
        {"day": 739000 + step * place, "score": score, "joined": joined and place > 0,
         "short": "26.11.26"}
        for place, score in enumerate(scores)
    ]  # fmt: skip


def test_runs_are_joined_only_where_they_may_be_compared() -> None:
    drawn = timeline(runs(10, 20, None, 40, 50))
    assert drawn is not None
    assert len(drawn["points"]) == 5
    assert len(drawn["lines"]) == 2
    apart = timeline(runs(10, 20, joined=False))
    assert apart is not None
    assert apart["lines"] == []


@pytest.mark.parametrize("step", [0, 1, 90])
@pytest.mark.parametrize("count", [2, 3, 12, 60])
def test_dates_and_scores_of_many_runs_stand_apart(count: int, step: int) -> None:
    drawn = timeline(runs(*(50,) * count, step=step))
    assert drawn is not None
    assert len(drawn["points"]) == count
    for key, least in (("dates", 55), ("scores", 22)):
        places = [each["x"] for each in drawn[key]]
        assert all(after - before >= least for before, after in itertools.pairwise(places))
        assert len(places) >= 2


def test_one_run_is_no_chart() -> None:
    assert timeline(runs(50)) is None
