"""A headless Chromium whose page stays open: the words are changed, a screenshot is taken."""

from __future__ import annotations

import base64
import html
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = "/usr/bin/chromium"
_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


@contextmanager
def drawings(files: dict[str, Path]) -> Iterator[dict[str, Callable[[], bytes]]]:
    """A function for each design by its name, while the browser is open."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        context = play.chromium.launch_persistent_context(
            folder, executable_path=PROGRAM, args=_OPTIONS, viewport={"width": 1080, "height": 1350}
        )
        ways = {}
        for name, file in files.items():
            page = context.new_page()
            design = json.loads(file.read_text("utf-8"))
            document = Path(folder) / f"{name}.html"
            document.write_text(_page(design), "utf-8")
            page.goto(document.as_uri())
            page.evaluate("document.fonts.ready")
            page.wait_for_function("[...document.images].every(image => image.complete)")
            ways[name] = _drawing(context.new_cdp_session(page), page)
        yield ways
        context.close()


def _drawing(session: Any, page: Any) -> Callable[[], bytes]:
    def draw() -> bytes:
        page.bring_to_front()
        page.evaluate("for (const line of document.querySelectorAll('p')) line.innerHTML += ''")
        shot = session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
        return base64.b64decode(shot["data"])

    return draw


def _page(design: dict[str, Any]) -> str:
    faces = "".join(
        f"@font-face{{font-family:F{font['weight']};src:url('{Path(font['file']).as_uri()}')}}"
        for font in design["fonts"]
    )
    parts = []
    if "photo" in design:
        box = design["photo"]
        place = _place(box, f"object-fit:cover;border-radius:{box['radius']}px")
        parts.append(f"<img src='{Path(box['file']).as_uri()}' style=\"{place}\">")
    pill = design["pill"]
    round_ = f"background:{pill['color']};border-radius:{pill['height'] / 2}px"
    parts.append(f'<div style="{_place(pill, round_)}"></div>')
    for text in design["texts"]:
        style = (
            f"position:absolute;margin:0;left:{text['x']}px;top:{text['top']}px;"
            f"width:{text['width']}px;font:{text['size']}px/{text['leading']}px F{text['weight']};"
            f"color:{text['color']};white-space:nowrap;"
            f"text-align:{'center' if text['center'] else 'left'}"
        )
        parts.append(f'<p style="{style}">{html.escape(text["text"])}</p>')
    ground = f"linear-gradient(135deg,{design['gradient'][0]},{design['gradient'][1]})"
    return (
        f"<!doctype html><meta charset=utf-8><style>{faces}"
        f"body{{margin:0;width:1080px;height:1350px;background:{ground};overflow:hidden}}</style>"
        + "".join(parts)
    )


def _place(box: dict[str, Any], more: str) -> str:
    sides = f"left:{box['x']}px;top:{box['y']}px;width:{box['width']}px;height:{box['height']}px"
    return f"position:absolute;{sides};{more}"
