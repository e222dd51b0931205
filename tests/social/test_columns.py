"""Names of columns: ours are whole, a project's own are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.social.columns import OWN, Meaning, Names, folded, names


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Үлгі", Meaning("template")),
        ("ШАБЛОН *", Meaning("template")),
        ("тақырып", Meaning("headline")),
        ("Заголовок:", Meaning("headline")),
        ("Күні", Meaning("date")),
        ("Баға, ₸", Meaning("price")),
        ("Цена (тг)", Meaning("price")),
        ("Сурет", Meaning("photo")),
        ("Размещение", Meaning("placements")),
        ("язык", Meaning("languages")),
        ("мәтін", Meaning("text")),
        ("old-price", Meaning("old_price")),
        ("Ескі  баға", Meaning("old_price")),
        ("Подпись", Meaning("caption")),
        ("headline:ru", Meaning("headline", "ru")),
        ("headline_kz", Meaning("headline", "kk")),
        ("Тақырып (қаз)", Meaning("headline", "kk")),
        ("caption - en", Meaning("caption", "en")),
        ("# Кім жазады", Meaning(None)),
        ("own_field", Meaning("own_field")),
        ("Own Field", Meaning("own_field")),
        ("own_field:ru", Meaning("own_field", "ru")),
        ("date:ru", None),
        ("headline:de", None),
        ("Тақ", None),
        ("", None),
    ],
)
def test_meanings(header: str, meant: Meaning | None) -> None:
    assert names().meaning(header) == meant


def test_with_the_templates_fields_only_they_are_known() -> None:
    found = names()
    assert found.meaning("Тақырып", {"headline"}) == Meaning("headline")
    assert found.meaning("Тақырып", {"title"}) is None
    assert found.meaning("Step-One", {"step_one"}) == Meaning("step_one")
    assert found.meaning("step_one_ru", {"step_one"}) == Meaning("step_one", "ru")
    assert found.meaning("what_ru", {"what_ru"}) == Meaning("what_ru")
    assert found.meaning("own_field", {"headline"}) is None
    assert found.meaning("date", set()) == Meaning("date")


def test_every_own_column_has_a_word_in_each_language() -> None:
    found = names()
    for name in OWN:
        words = [word for word, meant in found.columns.items() if meant == name]
        assert any(char in "абвгдежз" for word in words for char in word), name
        assert folded(name) in words


def own(folder: Path, text: str) -> Names:
    file = folder / "templates/social/columns.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return names(folder)


def test_a_projects_own_names(tmp_path: Path) -> None:
    found = own(tmp_path, '[languages.kk]\nkk = ["қ"]\n[columns.template]\nkk = ["Түрі"]\n')
    assert found.meaning("ТҮРІ") == Meaning("template")
    assert found.meaning("headline:қ") == Meaning("headline", "kk")
    assert found.meaning("Үлгі") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[columns.a]\nkk = "x"\n', "columns.a.kk: this must be a list"),
        ("[columns.a]\nkk = [5]\n", "columns.a.kk[1]: this must be text"),
        ('[columns.a]\nkz = ["x"]\n', "columns.a.kz: this key is not known here"),
        ('[columns.a]\nkk = ["x"]\n[columns.b]\nru = ["X"]\n', "already a word for 'a'"),
        ('[languages.kz]\nkk = ["x"]\n', "'kz' is not a language"),
        ("[colums]\n", "did you mean 'columns'?"),
    ],
)
def test_what_is_wrong_is_told(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        own(tmp_path, text)
    assert says in str(caught.value)
