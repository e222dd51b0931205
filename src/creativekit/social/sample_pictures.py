"""Photographs that are none: drawn still lifes for previews of templates and for tests.

A template is judged with pictures in it, and nobody's real photograph is ours to ship. These have
what layouts must cope with: a subject off the middle, a bright and a dark one, soft light, grain.
"""

from __future__ import annotations

from functools import lru_cache

from creativekit.canvas.path import Affine, Box, Command, Path
from creativekit.canvas.scene import (
    Grain,
    Group,
    Item,
    LinearGradient,
    Picture,
    RadialGradient,
    Rect,
    Scene,
    Shape,
    Solid,
    Stop,
)

PREFIX = "sample:"
NAMES = ("product", "light", "dark", "portrait", "hands", "place")

_WIDTH, _HEIGHT = 1600.0, 2000.0


@lru_cache(maxsize=8)
def sample_picture(name: str) -> bytes:
    """The JPEG of `sample:<name>`, 1600 × 2000 px. KeyError when there is none of that name."""
    from creativekit.canvas.backends.jpeg import jpeg

    scene = {
        "product": _product,
        "light": _light,
        "dark": _dark,
        "portrait": _portrait,
        "hands": _hands,
        "place": _place,
    }[name.removeprefix(PREFIX)]()
    plain = jpeg(scene, background="#808080", quality=95)
    grained = Picture(plain, 0, 0, _WIDTH, _HEIGHT, treatment=Grain(0.05))
    return jpeg(Scene(_WIDTH, _HEIGHT, (grained,)), background="#808080", quality=88)


def _ground(top: str, bottom: str) -> Item:
    return Rect(
        0, 0, _WIDTH, _HEIGHT, LinearGradient(0, 0, 0, _HEIGHT, (Stop(0, top), Stop(1, bottom)))
    )


def _glow(x: float, y: float, radius: float, color: str, opacity: float) -> Item:
    stops = (Stop(0, color, opacity), Stop(0.55, color, opacity * 0.45), Stop(1, color, 0.0))
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius, RadialGradient(x, y, radius, stops))


def _shade(x: float, y: float, wide: float, tall: float, color: str, opacity: float) -> Item:
    """A soft shadow: a round glow pressed flat."""
    stops = (Stop(0, color, opacity), Stop(0.6, color, opacity * 0.4), Stop(1, color, 0.0))
    glow = Rect(-1, -1, 2, 2, RadialGradient(0, 0, 1, stops))
    return Group((glow,), Affine(wide, 0, 0, tall, x, y))


def _vessel(x: float, base: float, tall: float, light: str, body: str, dark: str) -> list[Item]:
    """A turned pot, lit from the left."""
    w = tall * 0.40
    top = base - tall
    outline: tuple[Command, ...] = (
        ("M", x - w * 0.36, top),
        ("L", x + w * 0.36, top),
        (
            "C",
            x + w * 0.34,
            top + tall * 0.12,
            x + w * 0.30,
            top + tall * 0.16,
            x + w * 0.34,
            top + tall * 0.22,
        ),
        ("C", x + w * 0.95, top + tall * 0.34, x + w * 1.18, top + tall * 0.62, x + w * 0.52, base),
        ("L", x - w * 0.52, base),
        (
            "C",
            x - w * 1.18,
            top + tall * 0.62,
            x - w * 0.95,
            top + tall * 0.34,
            x - w * 0.34,
            top + tall * 0.22,
        ),
        ("C", x - w * 0.30, top + tall * 0.16, x - w * 0.34, top + tall * 0.12, x - w * 0.36, top),
        ("Z",),
    )
    shape = Path(outline)
    across = LinearGradient(
        x - w * 1.1,
        0,
        x + w * 1.1,
        0,
        (Stop(0, body), Stop(0.26, light), Stop(0.55, body), Stop(1, dark)),
    )
    rim = Path.ellipse(x, top, w * 0.36, w * 0.075)
    inside = LinearGradient(x - w * 0.36, 0, x + w * 0.36, 0, (Stop(0, dark), Stop(1, body)))
    return [
        Shape(shape, across),
        Shape(rim, inside),
        Group((_glow(x - w * 0.42, top + tall * 0.45, tall * 0.24, "#ffffff", 0.35),), clip=shape),
        Group((_shade(x + w * 0.3, base, w * 1.2, tall * 0.2, "#000000", 0.35),), clip=shape),
    ]


def _product() -> Scene:
    table = _HEIGHT * 0.70
    items: list[Item] = [
        _ground("#d9cbb8", "#c7b59c"),
        _glow(360, 520, 1300, "#fff7e8", 0.8),
        Rect(
            0,
            table,
            _WIDTH,
            _HEIGHT - table,
            LinearGradient(0, table, 0, _HEIGHT, (Stop(0, "#a58a6a"), Stop(1, "#7d6448"))),
        ),
        _glow(420, table + 120, 900, "#f1dcbc", 0.5),
        _shade(1060, table + 122, 380, 58, "#2a1a0c", 0.55),
        *_vessel(980, table + 130, 560, "#d68a5c", "#b4603a", "#5a2a18"),
        _shade(690, table + 212, 220, 38, "#2a1a0c", 0.5),
        *_vessel(640, table + 220, 270, "#f3efe6", "#d9d0c0", "#85786a"),
    ]
    return Scene(_WIDTH, _HEIGHT, tuple(items))


def _hills(items: list[Item], lines: tuple[tuple[float, float, str, str], ...]) -> None:
    for index, (top, swing, near, far) in enumerate(lines):
        y = _HEIGHT * top
        step = _WIDTH / 3.2
        x = -step * (0.3 + 0.35 * index)
        commands: list[Command] = [("M", x, y)]
        up = index % 2 == 0
        while x < _WIDTH:
            to = y - swing if up else y + swing * 0.6
            last = commands[-1][-1]
            commands.append(("C", x + step * 0.45, float(last), x + step * 0.55, to, x + step, to))
            x, up = x + step, not up
        commands += [("L", x, _HEIGHT), ("L", -step, _HEIGHT), ("Z",)]
        paint = LinearGradient(0, y - swing, 0, y + _HEIGHT * 0.22, (Stop(0, far), Stop(1, near)))
        items.append(Shape(Path(tuple(commands)), paint))


def _light() -> Scene:
    items: list[Item] = [
        _ground("#cfe3ee", "#f7efe2"),
        _glow(1180, 520, 900, "#fffbe9", 0.95),
    ]
    _hills(
        items,
        (
            (0.52, 120, "#b9c7c9", "#cfd9da"),
            (0.60, 90, "#a3b39c", "#c0c9ac"),
            (0.70, 70, "#8d9b6a", "#b3b67e"),
            (0.84, 60, "#6f7a45", "#9a9a5c"),
        ),
    )
    x, base, wide = 560.0, _HEIGHT * 0.79, 300.0
    dome: tuple[Command, ...] = (
        ("M", x - wide, base),
        ("L", x - wide * 0.94, base - wide * 0.52),
        (
            "C",
            x - wide * 0.6,
            base - wide * 1.02,
            x + wide * 0.6,
            base - wide * 1.02,
            x + wide * 0.94,
            base - wide * 0.52,
        ),
        ("L", x + wide, base),
        ("Z",),
    )
    felt = LinearGradient(
        x - wide, 0, x + wide, 0, (Stop(0, "#c9c2b4"), Stop(0.7, "#fbf8f0"), Stop(1, "#e5dfd2"))
    )
    items += [
        _shade(x - 120, base + 20, 520, 60, "#30361c", 0.5),
        Shape(Path(dome), felt),
        Rect(x - 46, base - 190, 92, 190, Solid("#8d3b2a"), 6),
        Rect(x - wide * 0.95, base - wide * 0.55, wide * 1.9, 22, Solid("#a5402c", 0.85)),
    ]
    return Scene(_WIDTH, _HEIGHT, tuple(items))


def _dark() -> Scene:
    items: list[Item] = [
        _ground("#07080c", "#14100f"),
        _glow(1050, 250, 950, "#b5522a", 0.75),
        _glow(420, 1900, 900, "#2a3c6a", 0.55),
    ]
    for x, lean, color, opacity in (
        (700, -260, "#ffcf9a", 0.20),
        (1120, 60, "#ff9a5a", 0.28),
        (1420, 320, "#ffb07a", 0.16),
    ):
        cone = Path.polygon(
            ((x - 26, -20), (x + 26, -20), (x + lean + 300, 1700), (x + lean - 260, 1700))
        )
        paint = LinearGradient(0, 0, 0, 1650, (Stop(0, color, opacity), Stop(1, color, 0.0)))
        items.append(Shape(cone, paint))
    # Somebody on a stage, a long-necked instrument across the body, lit from behind; as small as
    # on most photographs of a stage: a flat frame holds the head and the instrument.
    seated: tuple[Command, ...] = (
        ("M", 470, 2600),
        ("C", 520, 2300, 560, 2000, 640, 1900),
        ("C", 700, 1840, 650, 1760, 690, 1600),
        ("C", 730, 1400, 770, 1230, 960, 1180),
        ("C", 1010, 1165, 1020, 1130, 1010, 1090),
        ("C", 930, 1050, 900, 960, 915, 880),
        ("C", 930, 780, 1010, 730, 1085, 745),
        ("C", 1175, 765, 1215, 850, 1195, 945),
        ("C", 1180, 1030, 1150, 1070, 1115, 1090),
        ("C", 1110, 1140, 1130, 1170, 1180, 1190),
        ("C", 1350, 1240, 1410, 1420, 1440, 1600),
        ("C", 1470, 1760, 1430, 1840, 1490, 1900),
        ("C", 1570, 2000, 1610, 2300, 1650, 2600),
        ("C", 1400, 2660, 720, 2660, 470, 2600),
        ("Z",),
    )
    edge = LinearGradient(
        600, 0, 1620, 0, (Stop(0, "#080808"), Stop(0.62, "#120d0c"), Stop(1, "#8a4522"))
    )
    neck = Path.rect(0, -18, 860, 36, 10).transform(
        Affine.translation(900, 1600) @ Affine.rotation(-28)
    )
    bowl = Path.ellipse(880, 1590, 200, 168)
    wood = LinearGradient(680, 1430, 1080, 1760, (Stop(0, "#e08a45"), Stop(1, "#4a2110")))
    player = (
        Shape(Path(seated), edge),
        Shape(neck, Solid("#9a5429")),
        Shape(bowl, wood),
        Group((_glow(810, 1510, 170, "#ffd9a8", 0.6),), clip=bowl),
    )
    items += [
        _shade(850, 1500, 780, 140, "#d98a52", 0.5),
        _glow(860, 860, 470, "#ffb070", 0.85),
        _shade(860, 1496, 380, 40, "#000000", 0.7),
        Group(player, transform=Affine(0.43, 0, 0, 0.43, 860 - 0.43 * 1060, 690 - 0.43 * 745)),
    ]
    return Scene(_WIDTH, _HEIGHT, tuple(items))


def _portrait() -> Scene:
    """A person as far away as on most photographs: a flat frame holds the whole head."""
    items: list[Item] = [
        _ground("#9db2b0", "#7d9793"),
        _glow(380, 420, 1100, "#e9f1ec", 0.75),
        _shade(900, 1980, 900, 500, "#243a3a", 0.6),
    ]
    hair: tuple[Command, ...] = (
        ("M", 520, 1320),
        ("C", 480, 800, 560, 420, 840, 410),
        ("C", 1130, 400, 1210, 760, 1180, 1330),
        ("C", 1000, 1420, 700, 1420, 520, 1320),
        ("Z",),
    )
    dress: tuple[Command, ...] = (
        ("M", 180, 2000),
        ("C", 230, 1560, 500, 1440, 700, 1390),
        ("L", 1000, 1390),
        ("C", 1210, 1440, 1460, 1570, 1500, 2000),
        ("L", 1500, 2600),
        ("L", 180, 2600),
        ("Z",),
    )
    skin = LinearGradient(
        620, 0, 1090, 0, (Stop(0, "#f0c6a4"), Stop(0.6, "#d9a17c"), Stop(1, "#9d6748"))
    )
    cloth = LinearGradient(
        180, 0, 1500, 0, (Stop(0, "#8f2f3a"), Stop(0.6, "#6e1f2c"), Stop(1, "#3d1019"))
    )
    person: tuple[Item, ...] = (
        Shape(
            Path(hair), LinearGradient(480, 0, 1200, 0, (Stop(0, "#4a3026"), Stop(1, "#17100d")))
        ),
        Shape(Path.rect(740, 1180, 220, 300, 90), skin),
        Shape(Path(dress), cloth),
        Shape(Path.ellipse(850, 860, 238, 316), skin),
        _glow(770, 800, 230, "#fff0dc", 0.35),
        Shape(Path.ellipse(770, 840, 26, 13), Solid("#2a1812")),
        Shape(Path.ellipse(935, 840, 26, 13), Solid("#2a1812")),
        Shape(Path.rect(735, 790, 80, 12, 6), Solid("#3a241b")),
        Shape(Path.rect(895, 790, 80, 12, 6), Solid("#3a241b")),
        Shape(Path.ellipse(850, 1035, 64, 17), Solid("#a8504a")),
        Shape(Path.polygon(((845, 860), (868, 955), (828, 955))), Solid("#b77c58", 0.55)),
    )
    items.append(Group(person, transform=Affine(0.72, 0, 0, 0.72, 850 * 0.28, 325)))
    return Scene(_WIDTH, _HEIGHT, tuple(items))


def _hands() -> Scene:
    """Felt being cut: a table from above, cloths, a pair of scissors, wool."""
    items: list[Item] = [
        _ground("#cdb391", "#b3946c"),
        _glow(300, 300, 1200, "#ffefd2", 0.55),
    ]
    cloths = (
        (160, 380, 900, 720, -7, "#7a1f2b", "#9a3340"),
        (700, 900, 860, 760, 9, "#efe6d3", "#d8c9aa"),
        (240, 1240, 760, 560, -3, "#c98a2d", "#e0aa55"),
    )
    for x, y, wide, tall, turn, near, far in cloths:
        box = Box(x, y, x + wide, y + tall)
        sheet = Shape(
            Path.rect(x, y, wide, tall, 14),
            LinearGradient(x, y, x + wide, y + tall, (Stop(0, far), Stop(1, near))),
        )
        shadow = _shade(
            box.center[0] + 24, box.center[1] + 34, wide * 0.66, tall * 0.66, "#2b1b0d", 0.5
        )
        items.append(Group((shadow, sheet), Affine.rotation(turn, *box.center)))
    steel = LinearGradient(0, 0, 620, 0, (Stop(0, "#e8ecee"), Stop(1, "#8b949a")))
    for turn, flip in ((28, 1), (44, -1)):
        blade = Path.polygon(((0, -16 * flip), (640, 0), (640, 4), (0, 22 * flip)))
        ring = Path.ellipse(-118, 10 * flip, 118, 72) + Path.ellipse(-118, 10 * flip, 78, 40)
        place = Affine.translation(760, 980) @ Affine.rotation(turn)
        items.append(Group((Shape(blade, steel), Shape(ring, Solid("#20242a"), "evenodd")), place))
    for x, y, radius, color in (
        (1310, 420, 190, "#efe9dc"),
        (1180, 560, 130, "#7a1f2b"),
        (1420, 640, 110, "#c98a2d"),
    ):
        ball = RadialGradient(
            x - radius * 0.35,
            y - radius * 0.4,
            radius * 1.5,
            (Stop(0, "#ffffff", 0.55), Stop(0.5, color), Stop(1, "#1d120a")),
        )
        items += [
            _shade(x + 20, y + radius * 0.8, radius * 1.1, radius * 0.5, "#2b1b0d", 0.5),
            Shape(Path.ellipse(x, y, radius), Solid(color)),
            Shape(Path.ellipse(x, y, radius), ball),
        ]
    return Scene(_WIDTH, _HEIGHT, tuple(items))


def _place() -> Scene:
    """A café's window by day: a room with tables, a lamp, light on the wall."""
    items: list[Item] = [
        _ground("#e6ded0", "#cbbda6"),
        Rect(
            980,
            240,
            480,
            820,
            LinearGradient(980, 0, 1460, 0, (Stop(0, "#f9fcff"), Stop(1, "#d3e4ee"))),
            8,
        ),
        Rect(1212, 240, 16, 820, Solid("#8a7a66")),
        Rect(980, 620, 480, 16, Solid("#8a7a66")),
        Shape(
            Path.polygon(((180, 520), (760, 380), (760, 1120), (180, 1260))),
            LinearGradient(180, 0, 760, 0, (Stop(0, "#fff8e6", 0.1), Stop(1, "#fffdf2", 0.85))),
        ),
        Rect(
            0,
            1480,
            _WIDTH,
            520,
            LinearGradient(0, 1480, 0, 2000, (Stop(0, "#9a7a58"), Stop(1, "#6a4f36"))),
        ),
        _shade(720, 1900, 700, 70, "#20140a", 0.5),
        Shape(
            Path.ellipse(720, 1420, 470, 92),
            LinearGradient(250, 0, 1190, 0, (Stop(0, "#d8b894"), Stop(1, "#8d6a48"))),
        ),
        Rect(690, 1470, 60, 430, Solid("#3c2c20")),
        Rect(470, -10, 8, 330, Solid("#2b2622")),
        Shape(Path.polygon(((380, 460), (568, 460), (520, 310), (428, 310))), Solid("#2f5d52")),
        _glow(474, 560, 420, "#ffe2a6", 0.5),
        *_vessel(610, 1440, 210, "#ffffff", "#e9e4da", "#9d968a"),
        *_vessel(860, 1452, 300, "#5f9a86", "#2f6d5a", "#12352b"),
    ]
    return Scene(_WIDTH, _HEIGHT, tuple(items))
