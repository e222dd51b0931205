"""The instrument that creativekit ships is the one that the scores were thought out for."""

from __future__ import annotations

from instruments import thirty

from creativekit.presence.instrument_file import instrument
from creativekit.presence.xlsform import form_words, xlsform


def test_weights_features_efforts_and_gates_are_those_of_the_thirty() -> None:
    ours, meant = instrument(), thirty()
    assert [each.id for each in ours.items] == [each.id for each in meant.items]
    for one, other in zip(ours.items, meant.items, strict=True):
        assert (one.dimension, one.weight, one.effort, one.gate) == (
            other.dimension, other.weight, other.effort, other.gate,
        ), one.id  # fmt: skip
        assert set(one.applies) == set(other.applies), one.id


def test_everybody_is_asked_enough_in_every_dimension() -> None:
    ours = instrument()
    for profile in ours.profiles:
        asked = ours.asked(profile.id)
        assert {each.dimension for each in asked} == {each.id for each in ours.dimensions}
        assert 20 <= len(asked) <= 30


def test_requirements_are_asked_of_whoever_has_to_meet_them() -> None:
    """One that is not asked holds nothing up, so it would be of no use."""
    ours = instrument()
    for profile in ours.profiles:
        asked = {each.id for each in ours.asked(profile.id)}
        for item in ours.items:
            if item.id in asked:
                assert {need.item for need in item.requires} <= asked, (profile.id, item.id)


def test_the_form_of_it_is_made() -> None:
    assert len(xlsform(instrument(), form_words())) > 50_000
