"""The list of what is never said, by language."""

from __future__ import annotations

from creativekit.positioning.never_say import Slip, Text, slips, texts_of
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Character


def test_each_phrase_once_a_text_in_the_order_of_texts() -> None:
    never = Character(
        never={"kk": ["арзан", "керемет"], "ru": ["уникальный"], "en": ["cheap"]}
    ).never
    texts = (
        Text("pitch", "ru", "Уникального мало, арзан и уникальная"),
        Text("bio", "kk", "Кереметтей арзанға, арзан"),
        Text("post", "en", "Nothing here is CHEAP"),
        Text("post", "kk", "cheap уникальный"),
    )
    assert slips(never, texts) == (
        Slip("pitch", "ru", "уникальный", "Уникального"),
        Slip("bio", "kk", "арзан", "арзанға"),
        Slip("post", "en", "cheap", "CHEAP"),
    )


def test_a_plain_list_holds_for_every_language() -> None:
    never = Character(never=["люкс"]).never
    found = slips(never, [Text("a", "kk", "люкстің"), Text("b", "ru", "люкса")])
    assert [(slip.language, slip.written) for slip in found] == [("kk", "люкстің"), ("ru", "люкса")]


def test_nothing_to_look_for() -> None:
    assert slips(Character().never, [Text("a", "kk", "арзан")]) == ()
    assert slips(Character(never=["арзан"]).never, []) == ()


def test_texts_of_an_answer_are_those_that_were_written() -> None:
    answer = Localized.of({"kk": "сөз", "en": "word"})
    assert texts_of("bio", answer) == (Text("bio", "kk", "сөз"), Text("bio", "en", "word"))
    assert texts_of("bio", None) == ()
