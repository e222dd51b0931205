from __future__ import annotations

from dataclasses import replace

from canvas.sample_scenes import RED, spoken
from creativekit.canvas.backends.line_ends import is_inside_a_word, paragraphs, written
from creativekit.canvas.scene import Solid


def said(lines: tuple[str, ...], text: str) -> list[list[str]]:
    words = replace(spoken(lines, 0, 20, 10, Solid(RED)), text=text)
    return [[written(line) for line in part] for part in paragraphs(words)]


def test_lines_are_sorted_into_the_authors_paragraphs() -> None:
    assert said(("Сенбі,", "14 маусым", "Абай 5"), "Сенбі, 14 маусым\nАбай 5") == [
        ["Сенбі,", "14 маусым"],
        ["Абай 5"],
    ]


def test_capitals_hyphens_and_empty_lines_do_not_disturb_it() -> None:
    assert said(("ШЕБЕР-", "ХАНА", "ҮЙІ"), "шеберхана\n\nүйі") == [["ШЕБЕР-", "ХАНА"], ["ҮЙІ"]]


def test_a_shortened_text_is_one_paragraph() -> None:
    assert said(("Сенбі,", "14…"), "Сенбі, 14 маусым\nАбай 5") == [["Сенбі,", "14…"]]


def test_a_hyphen_at_the_end_is_inside_a_word() -> None:
    words = spoken(("шебер-", "хана"), 0, 20, 10, Solid(RED))
    assert [is_inside_a_word(line) for line in words.lines] == [True, False]
