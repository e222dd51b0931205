from __future__ import annotations

import pytest

from creativekit.canvas.text.bonds import Bond, bond, token

MARKS = {" ": Bond.FREE, "~": Bond.SOFT, "_": Bond.BOUND, "^": Bond.TIGHT}


def bonded(text: str, language: str) -> str:
    tokens = tuple(token(word) for word in text.split(" "))
    signs = {value: sign for sign, value in MARKS.items()}
    found = tokens[0].text
    for index in range(len(tokens) - 1):
        found += signs[bond(tokens, index, language)] + tokens[index + 1].text
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Не_только кофе, но_и_хлеб с_7:00 до_21:00",
        "Скидка 15^000_₸ на_всё",
        "от_1^250^000_тенге",
        "А._С._Пушкин и_Ә._Бөкейхан",
        "Это~был Пушкин_А._С. в_Москве",
        "К_нам приходил А._С._Пушкин",
        "Скажи_же, было_ли_б так~тихо",
        "—_Привет,_— сказал он",
        "Хлеб_— всему голова",
        "В_2026_г. открылись, и_т._д. и_т._п.",
        "г._Алматы, ул._Абая, д._5",
        "27_ноября в_19:00",
        "тел._+7^701^123_45_67",
        "8_(7242)_26-11-11",
        "№_5 и_§_3",
        "скидка 50_%, объём 10_м², 5_кг",
        "10_×_15_см",
        "с_10_–_15_часов",
        "«_текст_»",
        "Что_? Где_!",
        "«В_степи» тихо",
        "вы~за, мы~против",
        "3~подарка",
    ],
)
def test_russian(text: str) -> None:
    words = text
    for sign in "~_^":
        words = words.replace(sign, " ")
    assert bonded(words, "ru") == text


@pytest.mark.parametrize(
    "text",
    [
        "27_қараша күні сағат~19:00-де",
        "Сен~мен~мен_ғана",
        "Дайынсыз_ба_екен, жоқ_па?",
        "Сіз_үшін тегін",
        "Иә, да болады",
        "2026_ж. басталды",
        "Абай_көш., 5",
        "Ең_жақсы нан_да осында",
        "5^000_₸-ден",
        "Бағасы 5_ме? 20_°C, 15_%-ға",
        "Ә._Бөкейхан~туралы",
    ],
)
def test_kazakh(text: str) -> None:
    words = text
    for sign in "~_^":
        words = words.replace(sign, " ")
    assert bonded(words, "kk") == text


def test_kazakh_particles_are_words_in_russian() -> None:
    assert bonded("вчера та осень", "ru") == "вчера та осень"
    assert bonded("кеше та болды", "kk") == "кеше_та болды"


def test_english_prefers() -> None:
    assert bonded("Welcome to the club on Abai", "en") == "Welcome to~the~club on~Abai"
    assert bonded("27 November at 19:00", "en") == "27_November at~19:00"
    assert bonded("November 27, Dr. Smith", "en") == "November_27, Dr._Smith"


def test_letters_and_marks_apart_are_the_letters_they_make() -> None:
    assert token("«Мой!»".replace("й", "и\u0306")).core == "мой"
