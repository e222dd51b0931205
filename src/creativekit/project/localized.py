"""A text in one language or in several, and what is shown when a translation is missing.

A person writes one string, which stands for every language, or a table with any of kk, ru and en.
The stated fallback: the language asked for; then the project's main language; then the first of
kk, ru, en that is there. It never answers with nothing, so a half-translated project still prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["kk", "ru", "en"]

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Localized:
    """`texts`: pairs of language and text in the order kk, ru, en; `main`: the fallback's language.

    Frozen, hashable and plain, so that a Job can depend on it. Make one with `Localized.of`.
    """

    texts: tuple[tuple[str, str], ...]
    main: str = "kk"

    def __post_init__(self) -> None:
        if not self.texts:
            raise ValueError("a localized text needs a text in at least one language")

    @classmethod
    def of(cls, value: str | Mapping[str, str], main: str = "kk") -> Localized:
        """From what a person writes: a string (taken as `main`'s) or a table by language.

        Raises ValueError for an empty table or a language that is not one of kk, ru, en.
        """
        if isinstance(value, str):
            return cls(((main, value),), main)
        unknown = sorted(set(value) - set(LANGUAGES))
        if unknown:
            raise ValueError(f"not a language of creativekit: {', '.join(unknown)}")
        return cls(tuple((code, value[code]) for code in LANGUAGES if code in value), main)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a text of their own, in the order kk, ru, en."""
        return tuple(code for code, _ in self.texts)

    def get(self, language: str) -> str:
        """The text in `language`, or by the stated fallback."""
        own = dict(self.texts)
        return own.get(language) or own.get(self.main) or self.texts[0][1]

    def __str__(self) -> str:
        """The text in the main language."""
        return self.get(self.main)
