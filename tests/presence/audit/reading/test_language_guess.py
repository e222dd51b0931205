"""Kazakh, Russian and English told apart, alone and together."""

from __future__ import annotations

import random

import pytest
from audited_texts import ENGLISH, KAZAKH, KAZAKH_MENU, RUSSIAN, RUSSIAN_MENU
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit.reading.language_guess import guess

TEXTS = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}

# Other voices: news, a list of goods, a formal page, talk.
MORE = [
    (
        "kk",
        "Кеше шеберханада көрме ашылды. Көрмеге қала тұрғындары мен қонақтары келді, ал "
        "қолөнершілер өз туындыларын көрсетті. Ең көп назар аударған туынды ақ киізден жасалған "
        "кілем болды.",
    ),
    (
        "kk",
        "Тауарды қайтару тәртібі. Сатып алушы тауарды он төрт күн ішінде қайтара алады. Ақша "
        "сол картаға қайтарылады. Тауар пайдаланылмаған болуы керек және түбіртек сақталуы "
        "тиіс.",
    ),
    (
        "kk",
        "Салем достар! Бугін жана коллекция шыкты, келініздер, баріміз кутеміз сіздерді осы "
        "жерде тусірілім болады жане сыйлыктар бар, барлык баганы айтамыз, кешікпей келіңіз "
        "бізге",
    ),
    (
        "ru",
        "Вчера в мастерской открылась выставка. На неё пришли жители и гости города, а мастера "
        "показали свои работы. Больше всего внимания привлёк ковёр из белого войлока, сделанный "
        "за год.",
    ),
    (
        "ru",
        "Возврат товара. Покупатель может вернуть товар в течение четырнадцати дней. Деньги "
        "вернутся на ту же карту. Товар не должен быть в употреблении, а чек нужно сохранить до "
        "возврата.",
    ),
    (
        "ru",
        "Продаю сумки, кошельки и ремни из натуральной кожи, ручная работа, есть доставка по "
        "стране, оплата на карту или наличными, пишите в директ и отвечу в течение часа, цены "
        "от пяти тысяч",
    ),
    (
        "en",
        "An exhibition opened in the workshop yesterday. People of the city came with their "
        "guests, and the makers showed what they had done. Most looked at a carpet of white "
        "felt.",
    ),
    (
        "en",
        "Returns. You may return goods within fourteen days and we will pay you back by the "
        "same card. The goods must not have been used, and the receipt has to be kept.",
    ),
]


@pytest.mark.parametrize(("language", "text"), [*TEXTS.items(), *MORE])
def test_a_language_is_told(language: str, text: str) -> None:
    found = guess(text)
    assert found.main() == language, found
    assert [code for code in TEXTS if found.holds(code)] == [language], found


@pytest.mark.parametrize("first", TEXTS)
@pytest.mark.parametrize("second", TEXTS)
def test_two_languages_are_both_told(first: str, second: str) -> None:
    found = guess(TEXTS[first] + TEXTS[second])
    assert {code for code in TEXTS if found.holds(code)} == {first, second}


def test_all_three_are_told_in_any_order_of_sentences() -> None:
    sentences = [part for text in TEXTS.values() for part in text.split(".")]
    random.Random(3).shuffle(sentences)
    found = guess(". ".join(sentences))
    assert all(found.holds(code) for code in TEXTS)
    assert all(0.2 < share < 0.5 for share in found.shares.values()), found


def test_a_menu_in_another_language_is_not_a_page_in_it() -> None:
    assert not guess(RUSSIAN + KAZAKH_MENU).holds("kk")
    assert not guess(KAZAKH + RUSSIAN_MENU).holds("ru")
    assert guess(RUSSIAN + KAZAKH_MENU).main() == "ru"
    assert guess(KAZAKH + RUSSIAN_MENU).main() == "kk"


def test_kazakh_names_do_not_make_russian_kazakh() -> None:
    names = "Әсел Қанатқызы, Өмірзақ Ғабитұлы, улица Қабанбай батыра, бренд «Көктем»"
    assert guess(RUSSIAN + names).main() == "ru"
    assert not guess(RUSSIAN + names).holds("kk")


@pytest.mark.parametrize(
    "text", ["", "123 456 — !", "Saz", "Привет", "商店 木 金 " * 20, "ä ö ü " * 40]
)
def test_too_little_or_something_else_is_no_language(text: str) -> None:
    assert guess(text).main() is None


@given(st.text(alphabet="аәбқ eтhи .\n'’-ё", max_size=200))
def test_shares_are_shares(text: str) -> None:
    found = guess(text)
    assert all(share >= 0 for share in found.shares.values())
    assert sum(found.shares.values()) <= 1 + 1e-9
