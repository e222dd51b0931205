"""Texts that the page can say in every language without being loaded again.

A text is written in the main language and carries a number; the page's script has a table of all
texts by number and language, and puts another language in their place. Without the script the page
stays whole, in the main language.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from creativekit.brand.guide.words import Words
from creativekit.language import formats
from creativekit.project.localized import LANGUAGES, Localized

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
_UNITS = {"kk": ("Б", "КБ", "МБ"), "ru": ("Б", "КБ", "МБ"), "en": ("B", "KB", "MB")}
_THOUSAND = 1000

Guide = Mapping[str, Words]
"""The brand guide's words by language."""

Said = tuple[str, ...]
"""A text in each of a `Speech`'s languages."""


class Speech:
    """Collects what the page says. languages: of the project, its main one first; the others of
    the program follow, for they are spoken, too."""

    def __init__(self, languages: Sequence[str], words: Mapping[str, Localized]) -> None:
        self.languages = (*languages, *(each for each in LANGUAGES if each not in languages))
        self._words = words
        self._numbers: dict[Said, int] = {}

    @property
    def main(self) -> str:
        return self.languages[0]

    def said(self, make: Callable[[str], str]) -> Said:
        """What `make` gives for each language."""
        return tuple(make(each) for each in self.languages)

    def word(self, key: str, **values: object) -> Said:
        """A text of the gallery with the {names} in it filled in; a value may be a `Said`."""
        return self.said(lambda language: self._filled(key, language, values))

    def _filled(self, key: str, language: str, values: Mapping[str, object]) -> str:
        text = self._words[key].get(language)
        for name, value in values.items():
            if isinstance(value, tuple):
                value = value[self.languages.index(language)]
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def of(self, text: Localized) -> Said:
        return self.said(text.get)

    def plain(self, text: str) -> Said:
        """A text that is the same in every language."""
        return (text,) * len(self.languages)

    def guided(self, guide: Guide, key: str, **values: object) -> Said:
        """A text of the brand guide."""
        return self.said(lambda language: guide[language](key, **values))

    def day(self, date: str) -> Said:
        """An ISO date; nothing for none."""
        if not date:
            return self.plain("")
        day = datetime.date.fromisoformat(date)
        return self.said(lambda language: formats.date(day, language))

    def size(self, size: int) -> Said:
        """A file's size as people say it: 840 B, 12 KB, 1.2 MB."""

        def say(language: str) -> str:
            power = 0 if size < _THOUSAND else 1 if size < _THOUSAND**2 else 2
            value = size / _THOUSAND**power
            number = (
                formats.number(round(value, 1), language, 1)
                if power == 2
                else str(max(1, round(value)) if size else 0)
            )
            return f"{number} {_UNITS[language][power]}"

        return self.said(say)

    # ---- for the template

    def html(self, text: Said) -> Markup:
        """The text in the main language, to be changed by the script."""
        if len(set(text)) == 1:
            return escape(text[0])
        return Markup('<span data-l="{}">{}</span>').format(self._number(text), text[0])

    def label(self, text: Said, name: str = "aria-label") -> Markup:
        """An attribute with the text."""
        if len(set(text)) == 1:
            return Markup('{}="{}"').format(Markup(name), text[0])
        return Markup('{0}="{1}" data-l-{0}="{2}"').format(
            Markup(name), text[0], self._number(text)
        )

    def _number(self, text: Said) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def characters(self) -> str:
        """Every character that is said in any language, each once, in order."""
        return "".join(sorted({char for said in self._numbers for text in said for char in text}))

    def table(self) -> Markup:
        """The texts for the script: languages, then by number what each says."""
        plain = json.dumps(
            {"languages": self.languages, "texts": list(self._numbers)},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        # Nothing in it may end the element that it stands in (HTML, 4.12.1.3).
        for char in "<>&":
            plain = plain.replace(char, f"\\u{ord(char):04x}")
        return Markup(plain)
