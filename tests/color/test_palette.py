import dataclasses
import pickle

import pytest
from color_seeds import EDGES, STYLES, schemes, seeds
from hypothesis import given, settings

from creativekit.color.contrast import ratio
from creativekit.color.difference import difference
from creativekit.color.oklab import oklch
from creativekit.color.palette import RAMPS, Palette, Scheme, palette
from creativekit.color.ramp import STEPS, TONES, ramp
from creativekit.color.roles import APART, ROLES
from creativekit.color.tone import tone
from creativekit.color.vision import FAILS_BELOW, apart
from creativekit.errors import InputError
from creativekit.jobs import digest


def check(made: Palette) -> None:
    for roles in (made.light, made.dark):
        assert tuple(roles) == ROLES
        for role in ROLES:
            if role.startswith("on-"):
                assert ratio(roles[role], roles[role[3:]]) >= 4.5, role
        assert ratio(roles["ink"], roles["neutral"]) >= 4.5
        for paper in ("surface", "surface-raised"):
            assert ratio(roles["ink"], roles[paper]) >= 7
            assert ratio(roles["ink-muted"], roles[paper]) >= 4.5
            assert ratio(roles["primary-ink"], roles[paper]) >= 4.5
            assert ratio(roles["accent-ink"], roles[paper]) >= 4.5
            assert ratio(roles["outline"], roles[paper]) >= 3
        for first, second in APART:
            assert apart(roles[first], roles[second]) >= FAILS_BELOW, (first, second)
        assert difference(roles["accent"], roles["primary"]) >= 20


@settings(max_examples=500, deadline=None)
@given(seeds, schemes)
def test_every_promise_of_a_palette(seed: str, scheme: Scheme) -> None:
    check(palette(seed, scheme))


@pytest.mark.parametrize("seed", EDGES)
@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_promise_at_the_edges(seed: str, style: str) -> None:
    check(palette(seed, STYLES[style]))


@pytest.mark.parametrize("typed", ["#0A7E8C", "#0a7E8c", "0A7E8C", "#07C", "rgb(10, 126, 140)"])
def test_the_seed_stays_exactly_as_typed(typed: str) -> None:
    made = palette(typed)
    assert made.base == typed
    assert made.seed == palette(made.seed).seed
    assert dataclasses.replace(made, base=made.seed) == palette(made.seed)


@pytest.mark.parametrize("seed", ["#0a7e8c", "#ffd800", "#00afca", "#ff0000", "#7a1e2c"])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_brand_color_is_the_fill_unchanged(seed: str, style: str) -> None:
    assert palette(seed, STYLES[style]).light["primary"] == seed


@pytest.mark.parametrize("seed", ["#808080", "#0b0b0d", "#fafaf7", "#ffffff", "#000000"])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_grey_brand_has_an_accent_that_sings(seed: str, style: str) -> None:
    made = palette(seed, STYLES[style])
    for roles in (made.light, made.dark):
        assert oklch(roles["accent"])[1] > 0.08
        assert difference(roles["primary"], roles["surface"]) >= 18


def test_a_pale_tint_speaks_up() -> None:
    made = palette("#fde2ea", Scheme())
    assert oklch(made.light["primary"])[1] > 0.06
    assert made.light["primary"] in made.ramps["primary"].steps
    assert made.ramps["primary"] == ramp("#fde2ea")
    assert any("#fde2ea" in str(note) for note in made.notes)


@pytest.mark.parametrize("seed", ["#808080", "#0b0b0d", "#fafaf7", "#ffffff", "#000000"])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_grey_brand_has_a_third_color_that_is_not_its_second(seed: str, style: str) -> None:
    made = palette(seed, STYLES[style])
    for roles in (made.light, made.dark):
        assert difference(roles["secondary"], roles["tertiary"]) >= 5


@settings(max_examples=500)
@given(seeds)
def test_the_step_that_pictures_wear_exactly_promises_no_more_than_it_has(seed: str) -> None:
    made = palette(seed)
    if made.own_step is None:
        # Darker than 500 and not dark enough for white, or past the ramp's end.
        assert 49 < tone(seed) < 52.1 or tone(seed) < 4.1
        return
    assert abs(tone(seed) - TONES[STEPS.index(made.own_step)]) <= 7.01
    if made.own_step >= 600:
        assert ratio("#ffffff", made.seed) >= 4.5


def test_the_step_of_known_brands() -> None:
    steps = {seed: palette(seed).own_step for seed in ("#0a7e8c", "#ff0000", "#ffd800", "#0b0b0d")}
    assert steps == {"#0a7e8c": 600, "#ff0000": 500, "#ffd800": 200, "#0b0b0d": None}


def test_nothing_moved_says_nothing_of_the_fill() -> None:
    assert not any("fills instead" in str(note) for note in palette("#0a7e8c").notes)


def test_companions_follow_material() -> None:
    made = palette("#0a7e8c")
    full = oklch(made.ramps["primary"][600])[1]
    assert oklch(made.ramps["secondary"][600])[1] == pytest.approx(full / 2, abs=0.006)
    assert oklch(made.ramps["neutral"][600])[1] == pytest.approx(full / 8, abs=0.006)
    turned = oklch(made.ramps["tertiary"][600])[2] - oklch(made.ramps["primary"][600])[2]
    assert turned == pytest.approx(60, abs=4)
    assert set(made.ramps) == set(RAMPS)


def test_the_style_decides_the_paper_and_which_mode_comes_first() -> None:
    steppe, noir = palette("#0a7e8c", STYLES["steppe"]), palette("#0a7e8c", STYLES["noir"])
    assert steppe.first is steppe.light
    assert noir.first is noir.dark
    assert 60 < oklch(steppe.light["surface"])[2] < 100
    assert oklch(noir.dark["surface"])[0] < 0.2


def test_what_is_no_color_is_an_input_error() -> None:
    with pytest.raises(InputError):
        palette("teal")


def test_a_job_can_depend_on_a_palette() -> None:
    made = palette("#0a7e8c", STYLES["steppe"])
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert digest(again) == digest(made)
    assert digest(made) != digest(palette("#0a7e8d", STYLES["steppe"]))
