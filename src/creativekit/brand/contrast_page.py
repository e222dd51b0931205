"""The contrast report as a page for people and as JSON for programs, from the same numbers."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.color.contrast import black_or_white
from creativekit.color.report import report
from creativekit.color.vision import VISIONS
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.language.catalogs import translator
from creativekit.project import templates

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = "brand/color/contrast.html.j2"

_WORDS = {
    "title": msg("What reads on what"),
    "lead": msg(
        "Every pair of the brand's colours that is meant to meet, measured on the finished colours"
        " as WCAG 2.2 does: text needs 4.5 to 1, large text and graphics need 3 to 1."
    ),
    "seed": msg("The brand's own colour"),
    "notes": msg("What was adjusted, and why"),
    "light": msg("On light ground"),
    "dark": msg("On dark ground"),
    "sample": msg("Sample"),
    "pair": msg("Colour / ground"),
    "ratio": msg("Contrast"),
    "text": msg("Text"),
    "large": msg("Large text"),
    "graphics": msg("Graphics"),
    "yes": msg("yes"),
    "no": msg("no"),
    "vision": msg("Colour vision"),
    "vision_lead": msg(
        "One person in twelve sees colours differently. Here is how far apart colours that must not"
        " be confused stay (ΔE2000): below 5 they look the same, from 8 they are clearly apart."
    ),
    "normal": msg("Usual"),
    "protan": msg("Weak red"),
    "deutan": msg("Weak green"),
    "tritan": msg("Weak blue"),
    "verdict": msg("Told apart"),
    "apart": msg("clearly"),
    "near": msg("barely"),
    "same": msg("not at all"),
}


def page(identity: Identity, language: str) -> bytes:
    """One self-contained HTML file in `language`."""
    found = report(identity.palette)
    speak = translator(language)
    source = templates.read(TEMPLATE, Path(identity.project_folder)).decode("utf-8")
    words = {key: speak.text(message) for key, message in _WORDS.items()}
    html = _template(source).render(
        language=language,
        name=identity.name.get(language),
        t=words | {"aa": "Аа 123"},
        seed=found.seed,
        seed_ink=black_or_white(found.seed.hex),
        says=[_sentence(speak.text(message)) for message in found.seed.says],
        notes=[_sentence(speak.text(message)) for message in found.notes],
        modes=[
            (mode, [pair for pair in found.pairs if pair.mode == mode])
            for mode in ("light", "dark")
        ],
        separations=found.separations,
        visions=VISIONS,
    )
    return html.encode("utf-8")


@lru_cache(maxsize=1)
def _template(source: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined).from_string(source)


def data(identity: Identity) -> bytes:
    """The same as JSON: pairs with ratio and verdicts, separations with ΔE2000 by vision."""
    found = report(identity.palette)
    table = {
        "seed": {
            "typed": found.seed.base,
            "hex": found.seed.hex,
            "nearest_step": found.seed.step,
            "nearest_step_hex": found.seed.step_hex,
            "contrast_with_white": found.seed.white,
            "contrast_with_black": found.seed.black,
        },
        "pairs": [
            asdict(pair)
            | {
                "text": pair.text,
                "large_text": pair.large_text,
                "graphics": pair.graphics,
                "enhanced": pair.enhanced,
                "kept": pair.kept,
            }
            for pair in found.pairs
        ],
        "separations": [
            {
                "mode": item.mode,
                "first": item.first,
                "second": item.second,
                "first_hex": item.first_hex,
                "second_hex": item.second_hex,
                "differences": {kind: round(item.differences[kind], 2) for kind in VISIONS},
                "verdict": item.verdict,
            }
            for item in found.separations
        ],
        "notes": [str(message) for message in found.notes],
        "promises_kept": not found.broken,
    }
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
