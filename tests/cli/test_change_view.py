"""The difference that a form makes, as it is told before anything is written."""

from __future__ import annotations

from creativekit.cli.change_view import lines
from creativekit.cli.ink import Ink
from creativekit.positioning.blanks import blanks
from creativekit.positioning.change_words import between
from creativekit.positioning.changes import Change
from creativekit.positioning.sheets import worksheets

BLANKS = {blank.name: blank for blank in blanks(worksheets())}


def told(*changes: tuple[str, str, str]) -> str:
    found = [Change(BLANKS[name], f"?{name}", old, new) for name, old, new in changes]
    return "\n".join(lines(found, worksheets(), "kk", Ink("none")))


def test_new_gone_and_changed() -> None:
    text = told(
        ("audience.who", "", "Айша"), ("audience.quote", "иә", ""), ("price.materials", "5", "7")
    )
    assert text == (
        "\n  1. Бір адам, бір сәт"
        "\n    + ?audience.who: Айша"
        "\n    − ?audience.quote: иә"
        "\n"
        "\n  8. Баға"
        "\n    ~ ?price.materials: 5 → 7"
    )


def test_long_texts_are_shown_where_they_differ() -> None:
    old, new = between("а" * 200 + "ескі", "а" * 200 + "жаңа")
    assert old == "…" + "а" * 16 + "ескі"
    assert new == "…" + "а" * 16 + "жаңа"
    old, new = between("", "б" * 5000)
    assert old == ""
    assert new == "б" * 80 + "…"
    assert between("а\nб", "а б") == ("а ⏎ б", "а б")


def test_what_people_wrote_is_never_markup_or_control() -> None:
    text = told(("audience.who", "[bold]\x1b[31mқызыл\x1b[0m", "{n} \u202eterces\x07 👩‍🎨"))
    assert "[bold]қызыл → {n} terces 👩‍🎨" in text
    assert "\x1b" not in text
