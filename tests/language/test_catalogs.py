"""Messages are said in the language of the interface, whatever their parameters hold."""

from __future__ import annotations

import gettext
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import InputError, Message, msg, nmsg
from creativekit.language import catalogs
from creativekit.language.catalogs import (
    Translator,
    compile_catalog,
    interface_language,
    translator,
)
from creativekit.project.localized import Localized

CATALOG = """
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 "
"&& (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "hello {name}"
msgstr "привет, {name}"

msgid "{n} file"
msgid_plural "{n} files"
msgstr[0] "{n} файл"
msgstr[1] "{n} файла"
msgstr[2] "{n} файлов"
"""


@pytest.fixture
def russian(tmp_path: Path) -> Translator:
    source = tmp_path / "creativekit.po"
    source.write_text(CATALOG, "utf-8")
    return Translator("ru", gettext.GNUTranslations(io.BytesIO(compile_catalog(source))))


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "creativekit.po").write_text(CATALOG, "utf-8")
    monkeypatch.setattr(catalogs, "LOCALES", tmp_path)
    translator.cache_clear()
    yield folder
    translator.cache_clear()


def test_a_message_is_said_with_its_parameters(russian: Translator) -> None:
    assert russian.text(msg("hello {name}", name="Саз")) == "привет, Саз"
    assert russian.text(msg("not translated {name}", name=1)) == "not translated 1"


def test_a_parameter_that_is_a_message_is_said_too(russian: Translator) -> None:
    inner = nmsg("{n} file", "{n} files", 2)
    assert russian.text(msg("hello {name}", name=inner)) == "привет, 2 файла"


def test_of_a_text_in_several_languages_the_spoken_one_is_said(russian: Translator) -> None:
    name = Localized.of({"kk": "Айша апай", "ru": "тётя Айша"})
    assert russian.text(msg("hello {name}", name=name)) == "привет, тётя Айша"
    assert translator("en").text(msg("hello {name}", name=name)) == "hello Айша апай"


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "0 файлов"), (1, "1 файл"), (3, "3 файла"), (5, "5 файлов"), (21, "21 файл")],
)
def test_plurals(russian: Translator, n: int, said: str) -> None:
    assert russian.text(nmsg("{n} file", "{n} files", n)) == said


@pytest.mark.parametrize(("n", "said"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_english_needs_no_catalog(n: int, said: str) -> None:
    assert translator("en").text(nmsg("{n} file", "{n} files", n)) == said


@given(st.text())
def test_what_a_user_wrote_is_never_read_as_a_template(text: str) -> None:
    for hostile in (text, "{name}", "{0.__class__}", "%s", "{", "}"):
        assert translator("en").text(msg("hello {name}", name=hostile)) == f"hello {hostile}"
        assert translator("kk").text(msg("(untranslated) {name}", name=hostile)).endswith(hostile)


def test_the_empty_text_is_not_the_catalogs_header(russian: Translator) -> None:
    assert russian.gettext("") == ""


def test_a_language_we_do_not_speak_is_english() -> None:
    assert translator("de").language == "en"


def test_the_source_is_read_when_nothing_is_compiled(locales: Path) -> None:
    assert translator("ru").text(msg("hello {name}", name="x")) == "привет, x"


def test_a_compiled_catalog_is_used_until_its_source_changes(locales: Path) -> None:
    source, compiled = locales / "creativekit.po", locales / "creativekit.mo"
    compiled.write_bytes(compile_catalog(source))
    source.write_text(CATALOG.replace("привет", "здравствуй"), "utf-8")
    os.utime(source, (1, 1))
    assert translator("ru").text(msg("hello {name}", name="x")) == "привет, x"
    translator.cache_clear()
    os.utime(compiled, (0, 0))
    assert translator("ru").text(msg("hello {name}", name="x")) == "здравствуй, x"


def test_an_installed_catalog_is_used_whatever_its_date(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogs.templates, "ours", lambda: locales.parents[2] / "templates")
    source, compiled = locales / "creativekit.po", locales / "creativekit.mo"
    compiled.write_bytes(compile_catalog(source))
    source.write_text(CATALOG.replace("привет", "здравствуй"), "utf-8")
    os.utime(compiled, (0, 0))
    assert translator("ru").text(msg("hello {name}", name="x")) == "привет, x"


def test_without_a_catalog_english_is_spoken(locales: Path) -> None:
    assert translator("kk").text(Message("hello")) == "hello"


@pytest.mark.parametrize(
    ("option", "environ", "language"),
    [
        (None, {}, "en"),
        ("kk", {"LANG": "ru_RU.UTF-8"}, "kk"),
        ("RU", {}, "ru"),
        ("kk_KZ.UTF-8", {}, "kk"),
        (None, {"LANG": "kk_KZ.UTF-8"}, "kk"),
        (None, {"LANG": "ru_RU"}, "ru"),
        (None, {"LANG": "ru@x"}, "ru"),
        (None, {"LANG": "C"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "POSIX"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LC_MESSAGES": "kk_KZ", "LANG": "ru_RU"}, "kk"),
        (None, {"LC_ALL": "en_US", "LC_MESSAGES": "kk_KZ", "LANG": "ru_RU"}, "en"),
        (None, {"LC_ALL": "C", "LANG": "ru_RU"}, "en"),
        (None, {"LC_ALL": "", "LANG": "ru_RU"}, "ru"),
        (None, {"CREATIVEKIT_LANG": "kk", "LC_ALL": "ru_RU"}, "kk"),
        (None, {"CREATIVEKIT_LANG": "", "LANG": "ru_RU"}, "ru"),
        (None, {"CREATIVEKIT_LANG": "klingon", "LANG": "ru_RU"}, "ru"),
    ],
)
def test_the_language_of_the_interface(
    option: str | None, environ: dict[str, str], language: str
) -> None:
    assert interface_language(option, environ) == language


def test_a_language_that_was_asked_for_and_is_not_ours_is_an_error() -> None:
    with pytest.raises(InputError, match=r"'kz' is not a language of creativekit \(kk, ru, en\)"):
        interface_language("kz", {})


@given(
    st.text(), st.dictionaries(st.sampled_from(["LANG", "LC_ALL", "CREATIVEKIT_LANG"]), st.text())
)
def test_whatever_the_environment_holds(option: str, environ: dict[str, str]) -> None:
    assert interface_language(None, environ) in ("kk", "ru", "en")


def test_importing_it_loads_the_standard_library_only() -> None:
    code = (
        "import sys, creativekit.language.catalogs as c;"
        "c.translator('en').gettext('x');"
        "print([name for name in ('babel', 'pydantic', 'click', 'slugify') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"


def test_the_build_compiles_what_the_program_reads(tmp_path: Path) -> None:
    import importlib.util

    root = Path(__file__).resolve().parents[2]
    spec = importlib.util.spec_from_file_location("hatch_build", root / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shutil.copytree(
        catalogs.LOCALES, tmp_path / module.LOCALES, ignore=shutil.ignore_patterns("*.mo")
    )
    hook = module.CatalogHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    hook.initialize("standard", {"force_include": {}})
    for language in ("kk", "ru", "en"):
        place = Path(language, "LC_MESSAGES", "creativekit")
        compiled = (tmp_path / module.LOCALES / place).with_suffix(".mo")
        source = (catalogs.LOCALES / place).with_suffix(".po")
        assert compiled.read_bytes() == compile_catalog(source)


def test_windows_speaks_the_language_of_the_users_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogs, "_windows_region", lambda: "kk-KZ")
    assert catalogs.interface_language(None, {}) == "kk"
    assert catalogs.interface_language(None, {"LANG": "ru_RU.UTF-8"}) == "ru"
    assert catalogs.interface_language("en", {}) == "en"
