"""Files told by what they are for: documents, logos, patterns, worksheets, and the list of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from creativekit.identity.model import COLORWAYS, LOCKUPS
from creativekit.press.gallery.contents import Contents, KitFile
from creativekit.press.gallery.speech import NAMES, Guide, Said, Speech

# Before the ending of a name: the languages inside, such as `-kk` or `-kk-ru`.
_LANGUAGES = re.compile(r"-((?:kk|ru|en)(?:-(?:kk|ru|en))*)(?=-|$)")
_PAPERS = ("statement", "map", "voice", "pitch")


def spoken(file: KitFile) -> str:
    """The languages that a file's name tells: `Қазақша`, `Қазақша + Русский`; nothing for none."""
    found = _LANGUAGES.findall(file.stem)
    return " + ".join(NAMES[code] for code in found[-1].split("-")) if found else ""


def in_order(files: Iterable[KitFile], speech: Speech) -> list[KitFile]:
    """By language, the project's main one first, then by name."""

    def place(file: KitFile) -> tuple[int, str]:
        found = _LANGUAGES.findall(file.stem)
        first = found[-1].partition("-")[0] if found else ""
        return (speech.languages.index(first) if first else -1, file.path)

    return sorted(files, key=place)


def link(file: KitFile, speech: Speech, text: Said | None = None) -> dict[str, Any]:
    """A link as the template shows it: what it is, its kind and size. text: without it, the
    languages or else the name."""
    plain = spoken(file) or file.name
    return {
        "href": file.href,
        "text": text or speech.plain(plain),
        "kind": file.kind,
        "size": speech.size(file.size),
        "edited": file.edited,
    }


def documents(contents: Contents, speech: Speech, guide: Guide) -> list[dict[str, Any]]:
    """Rows of a title, what it is for, and links; those that the kit has."""
    paper = contents.below("brand/stationery")

    def named(start: str, ending: str) -> tuple[KitFile, ...]:
        return tuple(
            each for each in paper if each.name.startswith(start) and each.ending == ending
        )

    guides = contents.below("brand/guide")
    rows = (
        ("guide", "guide-pdf", tuple(each for each in guides if each.ending in (".pdf", ".html"))),
        ("cards", "stationery-card", named("card-", ".pdf")),
        ("letterhead", "stationery-letterhead", named("letterhead", ".docx")),
        ("presentation", "stationery-presentation", named("presentation", ".pptx")),
        ("price_list", "stationery-prices", named("price-list", ".pdf")),
        ("signature", "stationery-signature", named("signature-", ".html")),
    )
    return [
        {
            "key": key,
            "title": speech.word(key),
            "use": None if key == "guide" else _use(speech, guide, use),
            "links": [
                link(each, speech, _who(each, key, speech)) for each in in_order(files, speech)
            ],
        }
        for key, use, files in rows
        if files
    ]


def _use(speech: Speech, guide: Guide, key: str) -> Said:
    return tuple(map(_upper, speech.guided(guide, f"files.use.{key}")))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _who(file: KitFile, key: str, speech: Speech) -> Said | None:
    """Of a card or signature: whose it is, as its name says, and the languages."""
    start = {"cards": "card-", "signature": "signature-"}.get(key)
    if start is None:
        return None
    who = _LANGUAGES.sub("", file.stem.removeprefix(start)).strip("-").replace("-", " ").title()
    said = " · ".join(part for part in (who, spoken(file)) if part) or file.name
    return speech.plain(said)


def card_pictures(contents: Contents, speech: Speech) -> list[dict[str, Any]]:
    """The fronts of cards and their back, as pictures; the first front and the back."""
    found = [each for each in contents.below("brand/stationery") if each.ending == ".png"]
    fronts = [each for each in found if each.name.endswith("-front.png")]
    backs = [each for each in found if each.name == "card-back.png"]
    pictures = []
    for each in fronts[:1]:
        who = each.stem.removeprefix("card-").removesuffix("-front").replace("-", " ").title()
        pictures.append({"href": each.href, "alt": speech.word("front", name=who)})
    pictures += [{"href": each.href, "alt": speech.word("back")} for each in backs]
    return pictures


# ---- logo


def lockups(contents: Contents, speech: Speech, guide: Guide) -> dict[str, Any]:
    """Every lockup, those of the main language first, with the files of each colourway."""
    by_folder = {kind: list(contents.below(f"brand/logo/{kind}")) for kind in LOCKUPS}
    main: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for kind, files in by_folder.items():
        for language in ("", *speech.languages[1:]):
            own = [each for each in files if _lockup_language(each, kind) == language]
            ways = [
                {
                    "name": speech.guided(guide, f"versions.{way}"),
                    "links": [_logo_link(each, kind, way, speech, guide) for each in found],
                }
                for way in COLORWAYS
                if (found := sorted((each for each in own if _way(each) == way), key=_form))
            ]
            if ways:
                row = {
                    "kind": kind,
                    "name": speech.guided(guide, f"versions.{kind}"),
                    "language": NAMES.get(language, ""),
                    "ways": ways,
                }
                (others if language else main).append(row)
    return {"main": main, "others": others}


def logo_file(contents: Contents, kind: str, way: str) -> KitFile | None:
    """The drawing of a lockup in the main language."""
    for each in contents.below(f"brand/logo/{kind}"):
        if each.ending == ".svg" and _lockup_language(each, kind) == "" and _way(each) == way:
            return each
    return None


def _after(file: KitFile, kind: str) -> str:
    return file.stem.rpartition(f"-{kind}-")[2]


def _lockup_language(file: KitFile, kind: str) -> str:
    first = _after(file, kind).partition("-")[0]
    return first if first in NAMES else ""


def _way(file: KitFile) -> str:
    stem = re.sub(r"-\d+$", "", file.stem)
    return next((way for way in reversed(COLORWAYS) if stem.endswith(f"-{way}")), "")


def _form(file: KitFile) -> tuple[int, int, str]:
    """Drawings first, then pictures from the smallest."""
    size = re.search(r"-(\d+)$", file.stem)
    forms = (".svg", ".pdf", ".png")
    place = forms.index(file.ending) if file.ending in forms else len(forms)
    return (place, int(size[1]) if size else 0, file.path)


def _logo_link(file: KitFile, kind: str, way: str, speech: Speech, guide: Guide) -> dict[str, Any]:
    size = re.search(r"-(\d+)$", file.stem)
    text = f"{file.kind} {size[1]}" if size else file.kind
    names = speech.guided(guide, f"versions.{kind}"), speech.guided(guide, f"versions.{way}")
    about = tuple(
        f"{text}: {one}, {two}, {size_}"
        for one, two, size_ in zip(*names, speech.size(file.size), strict=True)
    )
    return {"href": file.href, "text": text, "label": about, "edited": file.edited}


# ---- worksheets


def worksheets(contents: Contents, speech: Speech, folder: str) -> list[dict[str, Any]]:
    """Rows of a form, each with a link a language. folder: positioning, or its blank sheets."""
    kinds: Sequence[tuple[str, Callable[[KitFile], bool]]] = (
        ("print_a4", lambda file: file.ending == ".pdf" and not _marked(file)),
        ("print_a3", lambda file: file.ending == ".pdf" and _marked(file) == "a3"),
        ("form", lambda file: file.ending == ".pdf" and _marked(file) == "form"),
        ("word", lambda file: file.ending == ".docx"),
        ("in_browser", lambda file: file.ending == ".html"),
        ("text", lambda file: file.ending == ".md"),
    )
    found = [each for each in contents.below(folder) if each.folder == folder and spoken(each)]
    rows = []
    for key, belongs in kinds:
        links = [link(each, speech) for each in in_order(filter(belongs, found), speech)]
        if links:
            rows.append({"title": speech.word(key), "links": links})
    return rows


def _marked(file: KitFile) -> str:
    last = file.stem.rpartition("-")[2]
    return last if last in ("a3", "form") else ""


def insights(contents: Contents, speech: Speech) -> list[dict[str, Any]]:
    """The pictures that came of the worksheets, in each language, with their drawings."""
    files = {each.path: each for each in contents.below("positioning")}
    found = []
    for kind in _PAPERS:
        for code in speech.languages:
            picture = files.get(f"positioning/{kind}-{code}.png")
            if picture is None:
                continue
            drawing = files.get(f"positioning/{kind}-{code}.svg")
            name = speech.word(kind)
            found.append(
                {
                    "language": code,
                    "href": picture.href,
                    "alt": name[speech.languages.index(code)],
                    "name": name,
                    "links": [
                        link(each, speech, speech.plain(each.kind))
                        for each in (picture, drawing)
                        if each is not None
                    ],
                }
            )
    return found


# ---- everything


def all_files(files: Iterable[KitFile], speech: Speech) -> list[dict[str, Any]]:
    """Folders in order, each with its files."""
    ordered = sorted(files, key=lambda file: (file.folder, file.path))
    return [
        {
            "folder": folder,
            "files": [link(each, speech, speech.plain(each.name)) for each in members],
        }
        for folder, members in (
            (folder, tuple(group)) for folder, group in groupby(ordered, key=lambda f: f.folder)
        )
    ]
