"""The page in a browser and as text: it opens from a stick, copies, speaks, hides nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import accessibility
from browser_pages import Pages
from creativekit.errors import InputError
from creativekit.identity.resolve import identity
from creativekit.press import manifest
from creativekit.press.gallery.contents import Contents, KitFile, Shot, Standing
from creativekit.press.gallery.page import page
from creativekit.press.gallery.plan import gallery_plan
from creativekit.press.plan import GALLERY
from creativekit.project.loading import load
from creativekit.project.localized import Localized
from html_page import Page
from styled_brands import LONG, STYLES, styled

HOSTILE = "</script><img src=x onerror=alert(1)>{{7*7}} \"'&\u202e😀" + "x" * 5000
CLIPBOARD = ["clipboard-read", "clipboard-write"]
OFFLINE_ONLY = ("http:", "https:", "//", "/")


@pytest.fixture(scope="module")
def written(small: Path) -> str:
    return (small.parent / "kit/index.html").read_text("utf-8")


@pytest.fixture
def opened(pages: Pages) -> Iterator[Callable[..., Any]]:
    complaints: list[str] = []

    def open_(
        file: Path, width: int = 1440, scheme: str = "light", missing: bool = False, **more: Any
    ) -> Any:
        """missing: the page's files are not there, which the console may say."""

        def hear(message: Any) -> None:
            if not (missing and "ERR_FILE_NOT_FOUND" in message.text):
                complaints.append(message.text)

        watch: dict[str, Callable[[Any], None]] = {
            "console": hear,
            "pageerror": lambda error: complaints.append(str(error)),
            "dialog": lambda dialog: (complaints.append(dialog.message), dialog.dismiss()),
        }
        return pages.open(file.as_uri(), width, scheme, watch=watch, **more)

    yield open_
    pages.take_back()
    assert not complaints


def violations(made: Any, axe: str) -> str:
    """Of all of the page, also of what is laid out only when it is come upon."""
    made.evaluate("() => { document.querySelectorAll('.g-placement, .g-folder').forEach("
                  "e => { e.style.contentVisibility = 'visible' }) }")  # fmt: skip
    return accessibility.violations(made, axe)


def is_too_wide(made: Any) -> bool:
    return bool(made.evaluate("document.documentElement.scrollWidth > innerWidth"))


# ---- as text


def test_every_address_is_a_file_of_the_kit(small: Path, written: str) -> None:
    kit = small.parent / "kit"
    linked = set()
    found = Page(written)
    for tag, name, value in found.attributes:
        if name in ("href", "src") and not value.startswith(("data:", "#")):
            assert not value.startswith(OFFLINE_ONLY), (tag, value)
            assert (kit / unquote(value)).is_file(), value
            linked.add(unquote(value))
        elif name == "href" and value.startswith("#"):
            assert value[1:] in found.ids, value
    listed = manifest.read(kit).files
    # Nothing of the kit is without a link, but for the page itself.
    assert {path for path, each in listed.items() if each.capability != GALLERY} == linked


def test_it_nests_and_ids_are_single(written: str) -> None:
    found = Page(written)
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))
    assert found.headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(found.headings))


def test_pictures_are_lazy_and_have_their_size(written: str) -> None:
    pictures = [each for tag, each in Page(written).elements if tag == "img"]
    assert len(pictures) > 5
    for each in pictures:
        assert each["loading"] == "lazy"
        assert int(each["width"]) > 0
        assert int(each["height"]) > 0
        assert "alt" in each


def test_the_same_kit_gives_the_same_bytes(small: Path, written: str) -> None:
    (job,) = gallery_plan(load(small), small.parent / "kit").jobs
    assert job.render().data == written.encode()


@pytest.mark.parametrize(
    ("without", "command"),
    [("brand", "brand"), ("social", "social"), ("positioning", "position"), ("presence", "assess")],
)
def test_what_is_missing_is_named_with_its_command(small: Path, without: str, command: str) -> None:
    (job,) = gallery_plan(load(small), small.parent / "kit").jobs
    brand, shown, _ = job.inputs
    less = dataclasses.replace(
        shown,
        files=tuple(each for each in shown.files if not each.path.startswith(f"{without}/")),
        shots=() if without == "social" else shown.shots,
        standing=None if without == "presence" else shown.standing,
    )
    made = page(brand, less).decode()
    assert f"<code>creativekit {command}</code>" in made
    assert made.count("<code>creativekit ") == 1
    assert Page(made).open == []


def test_a_file_that_was_edited_is_told(small: Path) -> None:
    brand = identity(load(small))
    made = page(brand, Contents((KitFile("brand/guide/a-guide-kk.pdf", 5, True),))).decode()
    assert "өзіңіз өңдеген" in made


def test_a_template_of_the_project_that_is_wrong_is_told(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "p/templates/gallery"
    own.mkdir(parents=True)
    (own.parent.parent / "creativekit.toml").write_bytes(small.read_bytes())
    (own / "words.toml").write_text("schema = 1\n[title]\nkk = 1\n", "utf-8")
    with pytest.raises(InputError) as caught:
        page(identity(load(tmp_path / "p")), Contents(()))
    assert any(each.key == "title" for each in caught.value.problems)


# ---- hostile


def hostile() -> Contents:
    def shot(number: int, page_: int = 0) -> Shot:
        name = f"instagram-story-kk{f'-{page_:02}' if page_ else ''}.png"
        file = KitFile(f"social/{number} \"'><b>/{name}", 10**7, True)
        return Shot(
            file, HOSTILE[:200], "instagram-story", "kk", 1080, 1920, page_, HOSTILE, HOSTILE,
            "2026-12-05", "10:00",
        )  # fmt: skip

    text = Localized.of(HOSTILE)
    shots = tuple(shot(number) for number in range(2)) + tuple(shot(9, n) for n in range(1, 6))
    files = (
        *(each.file for each in shots),
        KitFile("brand/pattern/'><script>.svg", 1),
        KitFile(f"brand/guide/{'ү' * 200}-guide-kk.pdf", 1),
        KitFile("presence/plan.ics", 1),
    )
    return Contents(
        files, shots, Standing("2026-11-25", 57.9, text, ((text, None),), ((text, ""),))
    )


def test_hostile_texts_stay_texts(opened: Any, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_bytes(page(styled("bold", name=LONG), hostile()))
    assert Page(file.read_text("utf-8")).open == []
    made = opened(file, 360, missing=True)
    assert made.locator("img[onerror]").count() == 0
    assert not is_too_wide(made)
    made.locator("[data-language=ru]").click()
    assert made.locator("img[onerror]").count() == 0
    assert not is_too_wide(made)


# ---- in a browser


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_axe_finds_nothing(opened: Any, axe: str, small: Path, width: int, scheme: str) -> None:
    # axe is put into the page, which the page's own policy would not allow.
    made = opened(small.parent / "kit/index.html", width, scheme, bypass_csp=True)
    made.locator("#zones").check()
    assert not is_too_wide(made)
    assert not violations(made, axe)


# The two ends, in turn: how a dress wears each scheme is held by the guide's own tests.
@pytest.mark.parametrize(
    ("style", "width", "scheme"),
    [
        (style, *((360, "light") if number % 2 else (1440, "dark")))
        for number, style in enumerate(STYLES)
    ],
)
def test_axe_finds_nothing_in_any_style(
    opened: Any, axe: str, small: Path, style: str, width: int, scheme: str
) -> None:
    (job,) = gallery_plan(load(small), small.parent / "kit").jobs
    shown = job.inputs[1]
    # The kit of another brand: what is looked at is how its dress wears the page.
    shots = tuple(each for each in shown.shots if each.placement == "telegram-post")
    file = small.parent / "kit" / f"{style}.html"
    few = Contents(shown.below("brand/stationery") + shown.below("presence"), shots, shown.standing)
    file.write_bytes(page(styled(style), few))
    try:
        made = opened(file, width, scheme, bypass_csp=True)
        assert not is_too_wide(made)
        assert not violations(made, axe)
    finally:
        file.unlink()


def test_a_colour_is_copied_by_keyboard_and_said(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html", permissions=CLIPBOARD)
    button = made.locator("button.swatch").nth(1)
    wanted = button.get_attribute("data-copy")
    assert wanted == "#0a7e8c"
    button.focus()
    made.keyboard.press("Enter")
    made.wait_for_function("() => document.querySelector('[role=status]').textContent")
    status = made.locator("[role=status]")
    assert status.get_attribute("aria-live") == "polite"
    assert status.text_content() == f"Көшірілді: {wanted}"
    assert made.evaluate("navigator.clipboard.readText()") == wanted


def test_a_caption_is_copied_in_the_pictures_language(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html", permissions=CLIPBOARD)
    made.locator("label[for=shown-ru]").click()
    made.locator(".g-post[data-lang=ru] [data-copy]").first.click()
    made.wait_for_function("() => document.querySelector('[role=status]').textContent")
    assert made.evaluate("navigator.clipboard.readText()") == "Ждём в субботу\n\n#Саз"


def test_the_page_speaks_another_language_and_remembers(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html")
    assert made.locator("#colors-title").text_content() == "Түстер"
    assert made.locator(".g-post[data-lang=kk]").first.is_visible()
    made.locator("[data-language=ru]").click()
    assert made.evaluate("document.documentElement.lang") == "ru"
    assert made.locator("#colors-title").text_content() == "Цвета"
    assert made.locator("h1").text_content() == "Студия «Саз»"
    assert made.title() == "Студия «Саз» · Бренд-кит"
    assert made.locator(".ramp button").first.get_attribute("aria-label").endswith("#edfcff")
    # The pictures go with it, and so does what is said.
    assert not made.locator(".g-post[data-lang=kk]").first.is_visible()
    assert made.locator(".g-post[data-lang=ru]").first.is_visible()
    made.reload()
    assert made.locator("#colors-title").text_content() == "Цвета"


def test_safe_zones_are_laid_over_in_the_picture_s_proportions(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html")
    zone = made.locator(".g-post[data-lang=kk] .g-zone").first
    assert not zone.is_visible()
    made.locator("label[for=zones]").click()
    zone.scroll_into_view_if_needed()
    picture = made.locator(".g-post[data-lang=kk] .g-shot:has(.g-zone) img").first
    assert zone.bounding_box() == pytest.approx(picture.bounding_box(), abs=1)


def test_light_and_dark(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html")
    button = made.locator("[data-scheme-button]")
    before = made.evaluate("getComputedStyle(document.body).backgroundColor")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert made.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_files_are_found(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html")
    made.locator("#search").fill("guide pdf")
    found = [each for each in made.locator(".g-folder li").all() if each.is_visible()]
    assert len(found) == 2
    assert made.locator(".g-found").text_content() == "Табылғаны: 2"


def test_without_a_script_everything_is_there(opened: Any, small: Path) -> None:
    made = opened(small.parent / "kit/index.html", java_script_enabled=False)
    assert not made.locator(".g-tools").is_visible()
    assert not made.locator(".g-search").is_visible()
    made.locator("label[for=shown-all]").click()
    assert all(each.is_visible() for each in made.locator(".g-post").all())
    made.locator("label[for=zones]").click()
    assert made.locator(".g-zone").first.is_visible()


def test_four_hundred_pictures_are_quick(opened: Any, small: Path) -> None:
    (job,) = gallery_plan(load(small), small.parent / "kit").jobs
    shown = job.inputs[1]
    many = tuple(
        dataclasses.replace(each, post=f"post-{number}")
        for number in range(100)
        for each in shown.shots
    )
    assert len(many) == 400
    file = small.parent / "kit/many.html"
    file.write_bytes(page(job.inputs[0], dataclasses.replace(shown, shots=many)))
    try:
        made = opened(file)
        # Only what is near the screen is fetched.
        assert made.evaluate("[...document.images].filter(each => each.complete).length") < 40
    finally:
        file.unlink()
