from __future__ import annotations

from dataclasses import replace

from canvas.sample_scenes import scenes
from creativekit.canvas.backends.live_fonts import family_name, font_rules, fonts_of
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Scene
from creativekit.fonts.faces import face


def test_every_face_is_named_once_in_painting_order() -> None:
    found = fonts_of(scenes()["words"])
    assert [(f.family, f.weight) for f in found] == [
        ("Onest", 800),
        ("Comfortaa", 700),
        ("Onest", 400),
    ]
    assert fonts_of(Scene(9, 9)) == ()


def test_a_rule_names_the_weight_and_escapes_the_address() -> None:
    chosen = face("Lora", 600, italic=True)
    (rule,) = font_rules((chosen, face("Onest")), {chosen.digest: "type/Lora [wght] №1.ttf"})
    assert rule == (
        "@font-face{font-family:'Lora';font-weight:600;font-style:italic;"
        "src:url('type/Lora%20%5Bwght%5D%20%E2%84%961.ttf') format('truetype')}"
    )


def test_any_family_is_only_a_name() -> None:
    odd = replace(face("Onest"), family="O'</style><b>\\\n")
    assert family_name(odd) == "'O\\'</style><b>\\\\'"


def test_only_live_text_carries_rules() -> None:
    scene = scenes()["words"]
    hrefs = {f.digest: f"{f.digest}.ttf" for f in fonts_of(scene)}
    assert svg(scene, text="live", font_href=hrefs).count("@font-face") == 3
    assert "@font-face" not in svg(scene, text="outlined", font_href=hrefs)
    assert "<style>" not in svg(scene, text="live")
