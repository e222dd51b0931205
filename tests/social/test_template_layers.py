"""What a form and a style change: keys laid over the layer, the style's over the form's."""

from __future__ import annotations

from creativekit.social.template import Layer, Template
from creativekit.social.template_file import read
from creativekit.social.template_layers import made_of

BASE = """\
schema = 1
id = "x"
title = "X"
made_for = ["post"]
[fields]
headline = { type = "text", required = true }
photo = { type = "image" }
[[layer]]
name = "ground"
surface = "photo"
pictures = ["photo"]
variant = 3
when = "photo"
[[layer]]
name = "words"
area = "safe"
gap = 0.03
contrast = 7
panel = true
justify = "center"
column = [{ text = "headline" }]
"""


def changed(more: str) -> Template:
    return read(f"{BASE}{more}".encode(), "x.toml", "x")


def layer(template: Template, form: str, style: str, name: str) -> Layer:
    (found,) = [
        each
        for each in template.layers_for(form, style)  # type: ignore[arg-type]
        if each.name == name
    ]
    return found


def test_without_changes_every_form_and_style_is_the_same() -> None:
    found = changed("")
    assert found.changes == {}
    assert found.layers_for("wide", "bold") == found.layers


def test_a_change_keeps_what_it_does_not_name() -> None:
    found = changed("[wide.words]\ngap = 0.01\n")
    wide = layer(found, "wide", "bold", "words")
    assert (wide.gap, wide.area, wide.contrast) == (0.01, "safe", 7)
    assert wide.content is not None
    assert wide.content.panel
    assert layer(found, "tall", "bold", "words").gap == 0.03
    assert [each.name for each in found.layers_for("wide", "bold")] == ["ground", "words"]


def test_a_style_is_laid_over_a_form() -> None:
    found = changed(
        '[wide.words]\ngap = 0.01\narea = "words"\n[style.bold.words]\ngap = 0.05\npanel = false\n'
    )
    both = layer(found, "wide", "bold", "words")
    assert (both.gap, both.area, both.contrast) == (0.05, "words", 7)
    assert both.content is not None
    assert not both.content.panel
    only_style = layer(found, "tall", "bold", "words")
    assert (only_style.gap, only_style.area) == (0.05, "safe")
    only_form = layer(found, "wide", "craft", "words")
    assert (only_form.gap, only_form.area) == (0.01, "words")


def test_a_column_can_become_a_row_and_stay_what_else_it_is() -> None:
    found = changed('[wide.words]\nrow = [{ text = "headline" }, { logo = "symbol" }]\n')
    wide = layer(found, "wide", "bold", "words")
    assert wide.content is not None
    assert (wide.content.part, len(wide.content.children)) == ("row", 2)
    assert (wide.content.justify, wide.content.panel, wide.gap) == ("center", True, 0.03)


def test_a_layer_can_become_something_else() -> None:
    found = changed('[style.bold.ground]\nfill = "primary"\n')
    bold = layer(found, "wide", "bold", "ground")
    assert (made_of(bold), bold.fill, bold.surface, bold.pictures) == ("fill", "primary", None, ())
    assert (bold.when, bold.variant) == ("photo", 0)


def test_a_surface_without_frames_has_no_pictures_left() -> None:
    found = changed('[banner.ground]\nsurface = "block"\n')
    banner = layer(found, "banner", "bold", "ground")
    assert (banner.surface, banner.pictures, banner.variant) == ("block", (), 3)


def test_a_form_that_made_a_block_of_a_picture_has_no_use_for_a_styles_pictures() -> None:
    found = changed(
        '[wide.ground]\nfill = "primary"\n[style.bold.ground]\npictures = ["photo"]\nvariant = 1\n'
    )
    both = layer(found, "wide", "bold", "ground")
    assert (made_of(both), both.pictures, both.variant) == ("fill", (), 0)
    assert layer(found, "tall", "bold", "ground").variant == 1


def test_what_only_a_style_shows_is_shown() -> None:
    text = BASE.replace('text = "headline"', 'text = { kk = "Бұрын" }')
    found = read(
        f'{text}[style.bold.words]\ncolumn = [{{ text = "headline" }}]\n'.encode(), "x.toml", "x"
    )
    assert "style.bold" in found.changes
