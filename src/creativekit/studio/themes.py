"""Light, dark, and the project's own brand as the colours of the studio.

The brand's theme is made of the roles that its palette has settled for paper and ink already; it
is measured again before it is worn, and where a promise does not hold, black or white takes the
place. Words read at 4.5 to 1 in all three.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.color.palette import Palette

LIGHT, DARK, BRAND = "light", "dark", "brand"
THEMES = (LIGHT, DARK, BRAND)

# Our own variables, which our style sheets use beside textual's; see `variables`.
DEFAULTS: Mapping[str, str] = {"muted": "#6b6b6b", "line": "#8a8a8a", "key": "#0a7e8c"}


def _theme(
    name: str,
    *,
    dark: bool,
    primary: str,
    on_primary: str,
    accent: str,
    key: str,
    ink: str,
    muted: str,
    line: str,
    background: str,
    surface: str,
    panel: str,
    status: Mapping[str, str],
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=primary,
        secondary=accent,
        accent=accent,
        foreground=ink,
        background=background,
        surface=surface,
        panel=panel,
        success=status["success"],
        warning=status["warning"],
        error=status["danger"],
        variables={
            "muted": muted,
            "line": line,
            "key": key,
            "foreground-muted": muted,
            "border": key,
            "border-blurred": line,
            "block-cursor-background": primary,
            "block-cursor-foreground": on_primary,
            "block-cursor-blurred-background": panel,
            "block-cursor-blurred-foreground": ink,
            "footer-background": background,
            "footer-foreground": muted,
            "footer-key-foreground": key,
            "footer-description-foreground": muted,
            "input-selection-background": primary,
            "input-selection-foreground": on_primary,
            "input-cursor-background": ink,
            "input-cursor-foreground": background,
            "scrollbar": line,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
            "button-foreground": ink,
        },
    )


def light() -> Theme:
    return _theme(
        LIGHT,
        dark=False,
        primary="#0a7e8c",
        on_primary="#ffffff",
        accent="#b8501e",
        key="#076670",
        ink="#1d2426",
        muted="#5a6669",
        line="#8b979a",
        background="#fbfaf7",
        surface="#f1efe9",
        panel="#e4e2da",
        status={"success": "#246d36", "warning": "#8a5a00", "danger": "#b3261e"},
    )


def dark() -> Theme:
    return _theme(
        DARK,
        dark=True,
        primary="#3fb6c2",
        on_primary="#00171a",
        accent="#f0a66a",
        key="#5fcbd6",
        ink="#e9ecec",
        muted="#9aa6a8",
        line="#66757a",
        background="#121719",
        surface="#1b2225",
        panel="#283135",
        status={"success": "#6ecb83", "warning": "#e8b34a", "danger": "#ff8a7f"},
    )


def brand(palette: Palette) -> Theme:
    """The theme of a palette, in the mode that its style shows first."""
    roles = palette.first
    paper, raised = roles["surface"], roles["surface-raised"]
    panel = roles["neutral"]

    steps = (300, 200, 100, 50) if palette.dark_first else (700, 800, 900, 950)

    def stronger(ramp: str) -> list[str]:
        return [palette.ramps[ramp][step] for step in steps]

    def read(*inks: str, on: tuple[str, ...] = (paper, raised, panel)) -> str:
        for ink in inks:
            if all(ratio(ink, ground) >= TEXT for ground in on):
                return ink
        return readable(on[0], ())

    ink = read(roles["ink"])
    return _theme(
        BRAND,
        dark=palette.dark_first,
        primary=roles["primary"],
        on_primary=read(roles["on-primary"], on=(roles["primary"],)),
        accent=roles["accent"],
        key=read(roles["primary-ink"], *stronger("primary"), roles["accent-ink"], ink),
        ink=ink,
        muted=read(roles["ink-muted"], *stronger("neutral"), ink),
        line=roles["outline"],
        background=paper,
        surface=raised if raised != paper else panel,
        panel=panel,
        status={name: read(*stronger(name), ink) for name in ("success", "warning", "danger")},
    )


def is_readable(theme: Theme) -> bool:
    """Whether a theme keeps its promises; a brand's is measured before it is worn."""
    try:
        ground = (theme.background, theme.surface, theme.panel)
        inks = (theme.foreground, theme.variables["muted"], theme.variables["key"])
        return all(
            ink is not None and paper is not None and ratio(ink, paper) >= TEXT
            for ink in inks
            for paper in ground
        ) and (
            ratio(
                theme.variables["block-cursor-foreground"],
                theme.variables["block-cursor-background"],
            )
            >= TEXT
        )
    except (KeyError, ValueError):
        return False
