"""Messages in Kazakh, Russian and English: gettext catalogs, and which of them to speak.

The English templates in the code are the catalogs' keys (GNU gettext manual, section 4.2), so a
missing translation falls back to English and English needs no catalog. Compiled catalogs (.mo) are
made when the package is built; from a fresh checkout, or when a .po has been edited since, the .po
is read instead, through babel, which is slower. Standard library only until then.
"""

from __future__ import annotations

import gettext
import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from creativekit.errors import Message, fail, msg, nearest
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized

DOMAIN = "creativekit"
LOCALES = Path(__file__).resolve().parent / "locales"
SOURCE_LANGUAGE = "en"

# As POSIX has it (Base Definitions, section 8.2): the first that is set decides.
_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
_OWN = "CREATIVEKIT_LANG"


@dataclass(frozen=True)
class Translator:
    """Says messages in one language. Make one with `translator`."""

    language: str
    catalog: gettext.NullTranslations

    def gettext(self, text: str) -> str:
        """The translation of an English text, or the text itself. "" is ""."""
        # gettext keeps a catalog's header under the empty key.
        return self.catalog.gettext(text) if text else ""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form of the translation that goes with the number `n`."""
        return self.catalog.ngettext(singular, plural, n)

    def text(self, message: Message) -> str:
        """The sentence, its parameters put in; a parameter that is a Message is said first, and of
        a person's text in several languages the one that is spoken.

        Parameters are put in once and never read as templates, whatever braces they hold.
        """
        said = {key: self._said(value) for key, value in message.params.items()}
        if message.plural is None:
            return self.gettext(message.text).format_map(said)
        n = message.params.get("n")
        count = n if isinstance(n, int) else 0
        return self.ngettext(message.text, message.plural, count).format_map(said)

    def _said(self, value: object) -> str:
        if isinstance(value, Message):
            return self.text(value)
        return value.get(self.language) if isinstance(value, Localized) else str(value)


@cache
def translator(language: str) -> Translator:
    """The translator into kk, ru or en; any other language is spoken as English."""
    if language == SOURCE_LANGUAGE or language not in LANGUAGES:
        return Translator(SOURCE_LANGUAGE, gettext.NullTranslations())
    compiled = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    source = compiled.with_suffix(".po")
    if not compiled.is_file() or (_in_checkout() and _is_newer(source, compiled)):
        data = compile_catalog(source) if source.is_file() else b""
    else:
        data = compiled.read_bytes()
    if not data:
        return Translator(language, gettext.NullTranslations())
    return Translator(language, gettext.GNUTranslations(io.BytesIO(data)))


def compile_catalog(source: Path) -> bytes:
    """The .mo of a .po file: the same bytes for the same text."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as text:
        catalog = read_po(text)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def interface_language(option: str | None, environ: Mapping[str, str]) -> str:
    """kk, ru or en: what was asked for, else what the environment speaks, else English.

    `option` is what was typed after --lang. Then CREATIVEKIT_LANG; then the first of LC_ALL,
    LC_MESSAGES and LANG that is set; on Windows, where none of them is, the user's region.
    Raises InputError for an `option` we do not speak.
    """
    if option is not None:
        language = _code(option)
        if language not in LANGUAGES:
            fail(
                msg("'{found}' is not a language of creativekit", found=option),
                accepted=LANGUAGES,
                nearest=nearest(option, LANGUAGES),
            )
        return language
    if (own := _code(environ.get(_OWN, ""))) in LANGUAGES:
        return own
    system = next((value for name in _SYSTEM if (value := environ.get(name))), None)
    if system is None:
        system = _windows_region()
    language = _code(system)
    return language if language in LANGUAGES else SOURCE_LANGUAGE


def _windows_region() -> str:
    """What the user's settings name, such as `kk-KZ`; empty on other systems.

    GetUserDefaultLocaleName of the Windows API: a locale name has at most 85 characters.
    """
    if sys.platform == "win32":
        import ctypes

        name = ctypes.create_unicode_buffer(85)
        if ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name)):
            return name.value
    return ""


def _code(locale: str) -> str:
    """`kk` of `kk_KZ.UTF-8`."""
    for mark in ".@_-":
        locale = locale.partition(mark)[0]
    return locale.strip().lower()


def _in_checkout() -> bool:
    """Whether this is a checkout, where texts are edited. An installer dates files as it likes."""
    return not templates.ours().is_relative_to(LOCALES.parents[1])


def _is_newer(source: Path, compiled: Path) -> bool:
    try:
        return source.stat().st_mtime_ns > compiled.stat().st_mtime_ns
    except OSError:
        return False
