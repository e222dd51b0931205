"""What the guide's page wears: its look's colours, faces and corners as variables of CSS.

Apart from the page itself, because another page of the kit wears the same dress.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from creativekit.brand.guide.desk import is_dark
from creativekit.brand.guide.looks import Ground, Look
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.web_page import css, font_face
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity
from creativekit.jobs import digest

_MM_TO_PX = 3.5


def _ground_variables(prefix: str, ground: Ground) -> dict[str, str]:
    return {
        f"{prefix}ground": ground.ground,
        f"{prefix}ink": ground.ink,
        f"{prefix}muted": ground.muted,
        f"{prefix}strong": ground.strong,
        f"{prefix}line": ground.line,
        f"{prefix}panel": ground.panel,
        f"{prefix}on-panel": readable(ground.panel, (ground.strong, ground.ink), TEXT),
    }


def variables(identity: Identity, look: Look) -> str:
    """The scheme that the look shows first."""
    type_ = identity.type
    base = look.grounds["base"]
    return css(
        {
            "color-scheme": "dark" if is_dark(base.ground) else "light",
            "--radius": f"{look.radius * _MM_TO_PX:g}px",
            "--heading": f"brand-heading, {type_.pairing.heading_fallback}",
            "--display": f"brand-display, {type_.pairing.heading_fallback}",
            "--body": f"brand-body, {type_.pairing.body_fallback}",
            "--bold": f"brand-bold, {type_.pairing.body_fallback}",
            "--heading-weight": str(type_.heading.weight),
            "--display-weight": str(display_face(type_.heading, look).weight),
            "--body-weight": str(type_.body.weight),
            "--bold-weight": str(type_.body_bold.weight),
            "--tracking": f"{type_.tracking:g}em",
            "--leading": f"{max(1.0, type_.leading):g}",
            **_scheme(identity, base),
            **{f"--{key}": value for key, value in _ground_variables("base-", base).items()},
            **{
                f"--{key}": value
                for key, value in _ground_variables("deep-", look.grounds["deep"]).items()
            },
            **{
                f"--{key}": value
                for key, value in _ground_variables(
                    "contents-", look.grounds[look.contents]
                ).items()
            },
            **{
                f"--{key}": value
                for key, value in _ground_variables("stage-", look.grounds["stage"]).items()
            },
        }
    )


def _scheme(identity: Identity, ground: Ground) -> dict[str, str]:
    danger = identity.palette.ramps["danger"]
    return {
        **{f"--{key}": value for key, value in _ground_variables("", ground).items()},
        "--wrong-text": readable(
            ground.ground, [danger[step] for step in (600, 500, 400, 300)], 3.0
        ),
        "--faint": f"{ground.line}55",
    }


def other_variables(identity: Identity, look: Look) -> str:
    """The page in the other scheme: the palette's own roles for it."""
    dark = not is_dark(look.grounds["base"].ground)
    roles = identity.palette.dark if dark else identity.palette.light
    ground = Ground(
        "other",
        roles["surface"],
        roles["ink"],
        roles["ink-muted"],
        readable(roles["surface"], (roles["accent-ink"] if dark else roles["primary-ink"],), TEXT),
        roles["outline"],
        roles["surface-raised"],
    )
    return css({"color-scheme": "dark" if dark else "light", **_scheme(identity, ground)})


def display_face(face: Face, look: Look) -> Face:
    """The heading face at the weight of the look's largest words."""
    weight = look.display
    if not weight or not any(tag == "wght" for tag, _ in face.axes):
        return face
    axes = tuple((tag, float(weight) if tag == "wght" else value) for tag, value in face.axes)
    return replace(face, weight=weight, axes=axes, digest=digest(face.digest, axes))


def fonts(faces: Mapping[str, Face], look: Look, shown: str) -> str:
    """@font-face rules with these characters; capitals too where words are set in them."""
    shown += shown.upper() if look.upper else ""
    return "\n".join(
        font_face(name, face, shown)
        for name, face in (
            ("brand-heading", faces["heading"]),
            ("brand-display", display_face(faces["heading"], look)),
            ("brand-body", faces["body"]),
            ("brand-bold", faces["bold"]),
        )
    )
