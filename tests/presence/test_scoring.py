"""Scores, worked by hand, and what must hold of them for any answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import PROFILES, files, frame, item, small, thirty

from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import standing
from creativekit.presence.instrument import Instrument
from creativekit.presence.scoring import Scores, points, scores


def answers(said: Mapping[str, Any], profile: str = "site", *features: str) -> Answers:
    given = {name: Answer(each) for name, each in said.items()}
    return Answers.of("2026.1", profile, features, given)


def of_small(said: Mapping[str, Any], profile: str = "site") -> Scores:
    return scores(answers(said, profile), small())


# small(): identity has 1.1 (weight 3) and 1.2 (1); place has 3.1 (2) and 3.2 (2, with a site only).
@pytest.mark.parametrize(
    ("said", "identity", "place", "overall", "weakest"),
    [
        # 100·(3·4+1·4)/(4·(3+1)) = 1600/16; the same of place.
        ({"1.1": 4, "1.2": 4, "3.1": 4, "3.2": 4}, 100, 100, 100, "identity"),
        ({"1.1": 0, "1.2": 0, "3.1": 0, "3.2": 0}, 0, 0, 0, "identity"),
        # 100·(3·2+1·1)/16 = 700/16 = 43.75; 100·(2·3+2·0)/16 = 37.5; mean 81.25/2 = 40.625.
        ({"1.1": 2, "1.2": 1, "3.1": 3, "3.2": 0}, 43.75, 37.5, 40.625, "place"),
        # 1.2 is not for us: 100·3·2/(4·3) = 50. 3.2 too: 100·2·3/(4·2) = 75. Mean 62.5.
        ({"1.1": 2, "1.2": "na", "3.1": 3, "3.2": "na"}, 50, 75, 62.5, "identity"),
        # 1.2 is not known: 3 of 4 covered, and the score is of what is: 50. 3.2 is not known: 2 of
        # 4 covered, under 60 %: no score. Of everything 5 of 8 = 62.5 % is covered.
        ({"1.1": 2, "1.2": "dk", "3.1": 3, "3.2": "dk"}, 50, None, 50, "identity"),
        # Nothing of place applies: the mean is of identity alone.
        ({"1.1": 2, "1.2": 1, "3.1": "na", "3.2": "na"}, 43.75, None, 43.75, "identity"),
        # 1 of 4 and 4 of 4 covered, of everything 5 of 8: identity has none, the mean is place's.
        ({"1.2": 4, "3.1": 1, "3.2": 1}, None, 25, 25, "place"),
        # identity 3 of 4, place nothing: of everything 3 of 8 = 37.5 %: no overall score.
        ({"1.1": 2}, 50, None, None, "identity"),
        ({}, None, None, None, None),
        ({"1.1": "na", "1.2": "na", "3.1": "na", "3.2": "na"}, None, None, None, None),
    ],
)
def test_scores_by_hand(
    said: dict[str, Any],
    identity: float | None,
    place: float | None,
    overall: float | None,
    weakest: str | None,
) -> None:
    found = of_small(said)
    assert found.of("identity").score == identity
    assert found.of("place").score == place
    assert found.overall == overall
    assert found.weakest == weakest


def test_what_has_no_score_says_why() -> None:
    found = of_small({"1.1": 2, "1.2": 1, "3.1": "dk", "3.2": 1})
    assert found.of("place").state == "uncovered"
    assert found.of("place").coverage == 0.5
    assert found.without == ("place",)
    found = of_small({"1.1": 2, "1.2": 1, "3.1": "na", "3.2": "na"})
    assert found.of("place").state == "not-for-us"
    assert found.without == ()
    assert found.strongest == "identity"


@pytest.mark.parametrize(("known", "has_score"), [(59, False), (60, True), (61, True)])
def test_sixty_percent_is_enough(known: int, has_score: bool) -> None:
    """A hundred items of weight 1: coverage is the number of those that are known, in percent."""
    top = frame(("identity",), gates=())
    names = [f"{number // 50 + 1}.{number % 50 + 1}" for number in range(100)]
    found = files(top, *(item(name, "identity") for name in names))
    from creativekit.presence.instrument_file import read

    result = scores(answers(dict.fromkeys(names[:known], 1)), read(found))
    assert (result.overall is not None) is has_score
    assert result.coverage == known / 100


def test_answers_that_are_not_asked_do_not_count() -> None:
    # Without a site 3.2 is not asked: place is 3.1 alone, 100·2·3/(4·2) = 75.
    assert of_small({"1.1": 4, "1.2": 4, "3.1": 3, "3.2": 0}, "no-site").of("place").score == 75


@pytest.mark.parametrize("profile", PROFILES)
def test_everybody_can_reach_a_hundred(profile: str) -> None:
    """Whoever has no site is not asked for one."""
    asked = thirty().asked(profile)
    given = answers({each.id: 4 for each in asked}, profile)
    found = scores(given, thirty())
    assert found.overall == 100
    assert found.coverage == 1
    assert all(each.score == 100 for each in found.dimensions)
    band = standing(found, given, thirty()).band
    assert band is not None
    assert band.id == "growing"


def test_a_shop_without_a_site_by_hand() -> None:
    """no-site: nosite and studio. All at level 2 but sales: 5.1 (3) at 1, 5.2 (2) at 3, 5.3 (3) at
    4: 100·(3+6+12)/(4·8) = 2100/32 = 65.625. Mean of eight: (7·50 + 65.625)/8 = 51.953125."""
    asked = thirty().asked("no-site")
    said: dict[str, Any] = {each.id: 2 for each in asked} | {"5.1": 1, "5.2": 3, "5.3": 4}
    found = scores(answers(said, "no-site"), thirty())
    assert found.of("sales").score == 65.625
    assert found.overall == 51.953125
    assert found.weakest == "identity"
    assert found.strongest == "sales"


def test_points_of_a_step_are_what_the_score_gains() -> None:
    # 1.1 weighs 3 of 4 in one of two dimensions: 100·3/(4·4)/2 = 9.375.
    given = answers({"1.1": 2, "1.2": 1, "3.1": 3, "3.2": 0})
    assert points(small().by_id["1.1"], given, small()) == 9.375


SAID = st.sampled_from([0, 1, 2, 3, 4, "na", "dk", None])


def runs(instrument: Instrument) -> st.SearchStrategy[Answers]:
    names = [each.id for each in instrument.items]
    said = st.fixed_dictionaries(dict.fromkeys(names, SAID))
    return st.builds(
        lambda profile, extra, each: answers(
            {name: value for name, value in each.items() if value is not None}, profile, *extra
        ),
        st.sampled_from([each.id for each in instrument.profiles]),
        st.sets(st.sampled_from(["premises", "site", "market"])),
        said,
    )


def compare(first: float | None, second: float | None) -> bool:
    return first is None or (second is not None and second >= first)


@settings(max_examples=60, deadline=None)
@given(runs(thirty()), st.data())
def test_a_higher_level_never_lowers_anything(run: Answers, data: st.DataObject) -> None:
    raisable = [name for name, each in run.given if each.level is not None and each.level < 4]
    if not raisable:
        return
    name = data.draw(st.sampled_from(raisable))
    level = run.by_id[name].level or 0
    more = run.answered(name, Answer(data.draw(st.integers(level + 1, 4))))  # type: ignore[arg-type]
    before, after = scores(run, thirty()), scores(more, thirty())
    assert compare(before.overall, after.overall)
    for one, other in zip(before.dimensions, after.dimensions, strict=True):
        assert compare(one.score, other.score)
        assert (one.coverage, one.state) == (other.coverage, other.state)
    was = standing(before, run, thirty()).band
    now = standing(after, more, thirty()).band
    assert (was is None) == (now is None)
    assert was is None or now is None or now.least >= was.least


@settings(max_examples=60, deadline=None)
@given(runs(thirty()), st.data())
def test_not_for_us_changes_no_other_dimension(run: Answers, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(thirty().items))
    before = scores(run, thirty())
    after = scores(run.answered(chosen.id, Answer("na")), thirty())
    for one, other in zip(before.dimensions, after.dimensions, strict=True):
        if one.dimension != chosen.dimension:
            assert one == other


@settings(max_examples=60, deadline=None)
@given(runs(thirty()))
def test_scores_are_percents_of_what_is_covered(run: Answers) -> None:
    found = scores(run, thirty())
    assert 0 <= found.coverage <= 1
    for each in found.dimensions:
        assert 0 <= each.coverage <= 1
        assert (each.score is not None) == (each.state == "scored")
        assert each.score is None or (0 <= each.score <= 100 and each.coverage >= 0.6)
    if found.overall is not None:
        scored = [each.score for each in found.dimensions if each.score is not None]
        assert min(scored) - 1e-9 <= found.overall <= max(scored) + 1e-9
        assert found.weakest is not None
        assert found.of(found.weakest).score == min(scored)
    assert scores(run, thirty()) == found


@settings(max_examples=60, deadline=None)
@given(runs(thirty()), st.data())
def test_not_knowing_lowers_the_coverage(run: Answers, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(run.asked(thirty())))
    known = scores(run.answered(chosen.id, Answer(2)), thirty())
    unknown = scores(run.answered(chosen.id, Answer("dk")), thirty())
    assert unknown.of(chosen.dimension).coverage < known.of(chosen.dimension).coverage
    assert unknown.coverage < known.coverage


@settings(max_examples=60, deadline=None)
@given(runs(thirty()), st.data())
def test_points_are_the_difference_that_a_step_makes(run: Answers, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(run.asked(thirty())))
    level = run.by_id[chosen.id].level if chosen.id in run.by_id else None
    gain = points(chosen, run, thirty())
    before = scores(run, thirty()).overall
    if level is None or level == 4 or before is None:
        assert gain == 0
        return
    after = scores(run.answered(chosen.id, Answer(level + 1)), thirty()).overall  # type: ignore[arg-type]
    assert after is not None
    assert gain == pytest.approx(after - before, abs=1e-9)
