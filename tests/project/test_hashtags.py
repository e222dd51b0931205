"""A hashtag is what every platform takes whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from creativekit.project.hashtags import hashtag, parted


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("#саз", "саз"),
        ("Қызылорда", "Қызылорда"),
        (" #жаңа_жыл2026 ", "жаңа_жыл2026"),
        ("##x", "x"),
        ("и\u0306", "й"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_what_is_taken(typed: str, tag: str) -> None:
    assert hashtag(typed) == tag


@pytest.mark.parametrize("typed", ["", "#", "сән-салтанат", "a b", "2026", "a.b", "😀", "а" * 101])
def test_what_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        hashtag(typed)


def test_several_in_one_text() -> None:
    assert parted("#а #б,в; г\n#д#е") == ("#а", "#б", "в", "г", "#д", "#е")
    assert parted(" , ; ") == ()


@given(st.lists(st.from_regex(r"[а-яәғқңөұүһі]{1,9}", fullmatch=True), min_size=1, max_size=9))
def test_any_of_them_in_any_spelling(tags: list[str]) -> None:
    for text in (" ".join(f"#{tag}" for tag in tags), ", ".join(tags), "#" + "#".join(tags)):
        assert [hashtag(each) for each in parted(text)] == tags
