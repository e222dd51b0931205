"""The statement in its two versions, whole and in pieces, and parity of its languages."""

from __future__ import annotations

import pytest

from creativekit.positioning.frames import frames
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.statement import Gap, findings, labelled, parity, sentences
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Statement

NAME = Localized.of({"kk": "Ақ киіз", "ru": "Ак кииз", "en": "Aq Kiiz"})
WHOLE = Statement(
    audience={"kk": "жас отбасылар", "ru": "молодые семьи", "en": "young families"},
    need={"kk": "жылы үй", "ru": "тёплый дом.", "en": "a warm, clean home"},
    category={"kk": "киіз шеберханасы", "ru": "мастерская войлока", "en": "felt workshop"},
    benefit={"kk": "аяз өтпейтін еден", "ru": "тёплый пол", "en": "a floor without frost"},
    alternative={"kk": "ештеңе жасамау", "ru": "ничего не делать", "en": "do nothing"},
    difference={"kk": "қолмен басылған киіз", "ru": "войлок ручной работы", "en": "felt by hand"},
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Ақ киіз — жас отбасылар үшін киіз шеберханасы: қажеттілігі — жылы үй;"
            " пайдасы — аяз өтпейтін еден."
            " Әдеттегі таңдау — ештеңе жасамау; ерекшелігі — қолмен басылған киіз.",
        ),
        (
            "ru",
            "Молодые семьи — вот для кого Ак кииз, мастерская войлока: потребность — тёплый дом;"
            " выгода — тёплый пол."
            " Обычный выбор — ничего не делать; отличие — войлок ручной работы.",
        ),
        (
            "en",
            "Aq Kiiz — felt workshop for young families: the need — a warm, clean home;"
            " the benefit — a floor without frost."
            " The usual choice — do nothing; the difference — felt by hand.",
        ),
    ],
)
def test_sentences(language: str, text: str) -> None:
    assert sentences(WHOLE, NAME, language) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({}, None),
        ({"category": "үй"}, "Ақ киіз — үй."),
        ({"audience": "аналар"}, "Ақ киіз — аналар үшін."),
        ({"need": "жылу"}, "Ақ киіз: қажеттілігі — жылу."),
        ({"benefit": "тыныштық!"}, "Ақ киіз: пайдасы — тыныштық!"),
        ({"alternative": "дүкен"}, "Әдеттегі таңдау — дүкен."),
        ({"difference": "киіз, т.б."}, "Ерекшелігі — киіз, т.б."),
        ({"category": "үй", "difference": "киіз"}, "Ақ киіз — үй. Ерекшелігі — киіз."),
        ({"category": "{name}"}, "Ақ киіз — {name}."),
        ({"audience": "."}, None),
    ],
)
def test_sentences_of_what_is_there(parts: dict[str, str], text: str | None) -> None:
    assert sentences(Statement(**parts), NAME, "kk") == text


def test_a_sentence_begins_with_a_capital_but_a_brand_stays_as_it_is() -> None:
    small = Localized.of("nūkte media")
    assert sentences(Statement(category="студия"), small, "ru") == "nūkte media — студия."
    told = sentences(Statement(audience="eBay-продавцы"), small, "ru")
    assert told == "eBay-продавцы — вот для кого nūkte media."


def test_labels_in_order() -> None:
    assert labelled(WHOLE, NAME, "ru") == (
        ("Кому", "молодые семьи"),
        ("Потребность", "тёплый дом"),
        ("Название", "Ак кииз"),
        ("Категория", "мастерская войлока"),
        ("Выгода", "тёплый пол"),
        ("Вместо чего", "ничего не делать"),
        ("Отличие", "войлок ручной работы"),
    )
    assert [label for label, _ in labelled(WHOLE, NAME, "kk")] == [
        "Кім үшін", "Қажеттілігі", "Атауы", "Санаты", "Пайдасы", "Баламасы", "Ерекшелігі",
    ]  # fmt: skip
    assert [label for label, _ in labelled(WHOLE, NAME, "en")] == [
        "For", "Need", "Name", "Category", "Benefit", "Instead of", "Difference",
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["need", "benefit", "difference"])
def test_a_label_is_the_word_that_the_form_asks_with(part: str) -> None:
    """In Kazakh with the ending of a possession, before which its last letter may be voiced."""
    sheet = next(each for each in worksheets() if each.id == "statement")
    asked = next(each.label for each in sheet.parts if each.key == part)
    for language in ("kk", "ru", "en"):
        label = frames()(f"label.{part}", language)
        sentence = (sentences(Statement(**{part: "x"}), NAME, language) or "").casefold()
        stem = asked.get(language)[: -1 if language == "kk" else None]
        assert label.startswith(stem)
        assert language == "kk" or label == stem
        assert stem.casefold() in sentence


def test_labels_of_an_empty_statement_are_the_name() -> None:
    assert labelled(Statement(), NAME, "en") == (("Name", "Aq Kiiz"),)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_words_are_taken_as_they_are(language: str) -> None:
    text = sentences(WHOLE, NAME, language) or ""
    for _, words in labelled(WHOLE, NAME, language):
        assert words in text or words[0].upper() + words[1:] in text


def test_parity() -> None:
    statement = Statement(
        audience={"kk": "аналар", "ru": "мамы"}, need={"ru": "тепло"}, category={"en": "felt"}
    )
    assert parity(statement, ("kk", "ru")) == (
        Gap("kk", ("need", "category")),
        Gap("ru", ("category",)),
    )
    assert parity(WHOLE, ("kk", "ru", "en")) == ()
    assert parity(Statement(), ("kk", "ru", "en")) == ()
    assert [each.key for each in findings(statement, ("ru",))] == ["positioning.statement.category"]
