"""Layers of a template, and what differs in a form or a style.

A layer is a patch laid over an empty one, a change a patch laid over the layer it changes: only the
keys that stand in a table are read from it, so a mistake is told once, where it was made. A patch
that makes a layer of something else (a photograph into a block of colour) keeps of the old one what
both have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from creativekit.errors import Message, msg, nearest
from creativekit.identity.template_table import Table
from creativekit.project.localized import Localized
from creativekit.project.rejection import shown
from creativekit.social import template_fill
from creativekit.social.template import FORMS, SURFACES, Layer, Node, Part
from creativekit.social.template_keys import (
    ALIGNS,
    AREAS,
    CONTRAST,
    FRAMED,
    GAP,
    JUSTIFIES,
    LAYER,
    LAYER_KEYS,
    MOST_LAYERS,
    MOST_NODES,
    MOST_PICTURES,
    PICTURES,
    RADIUS,
    VARIANT,
)
from creativekit.social.template_nodes import children, count
from creativekit.social.template_references import References

Changes = Mapping[str, Mapping[str, Layer]]

_CONTENT: tuple[Part, ...] = ("column", "row")
# Keys of a layer that are kept in its row or column.
_OF_CONTENT = ("justify", "panel")
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class _Patch:
    """What one table says of a layer. made_of: its kind of `LAYER_KEYS`, None as it was."""

    made_of: str | None
    values: Mapping[str, Any]


def layers(top: Table, references: References, required: bool) -> tuple[Layer, ...]:
    """`[[layer]]`, from the lowest to the uppermost; the fields they show are noted."""
    found: dict[str, Layer] = {}
    for table in top.tables("layer", int(required), MOST_LAYERS):
        name = _name(table, found)
        patch = _patch(table, None, references)
        found.setdefault(name, _laid(Layer(name), patch))
        _check_pictures(table, found[name])
    total = sum(count(layer.content.children) for layer in found.values() if layer.content)
    if total > MOST_NODES:
        top.report("layer", _too_many(total))
    return tuple(found.values())


def changes(
    top: Table, base: Sequence[Layer], references: References, styles: Sequence[str]
) -> Changes:
    """`[wide.words]` and `[style.bold.words]`, each laid over the layer of that name.

    By "wide", "style.bold" and, for a layer that both change, "style.bold.wide".
    """
    by_name = {layer.name: layer for layer in base}
    found: dict[str, dict[str, Layer]] = {form: {} for form in FORMS}
    for form in FORMS:
        for name, patch in _patches(top.table(form), by_name, references):
            found[form][name] = _laid(by_name[name], patch)
    all_styles = top.table("style")
    for style in all_styles.values:
        if style not in styles:
            message = msg("'{name}' is not a style", name=shown(style))
            all_styles.report(style, message, styles, nearest(style, styles))
        for name, patch in _patches(all_styles.table(style), by_name, references):
            key = f"style.{style}"
            found.setdefault(key, {})[name] = _laid(by_name[name], patch)
            for form in FORMS:
                if name in found[form]:
                    over = found.setdefault(f"{key}.{form}", {})
                    over[name] = _laid(found[form][name], patch)
    return {key: changed for key, changed in found.items() if changed}


def made_of(layer: Layer) -> str | None:
    """What a layer is made of: a key of `LAYER_KEYS`; None while it is empty."""
    if layer.content is not None:
        return layer.content.part
    if layer.signature:
        return "signature"
    return next((kind for kind in ("surface", "fill", "image") if getattr(layer, kind)), None)


def _name(table: Table, taken: Mapping[str, Layer]) -> str:
    name = table.take("name")
    if name is None:
        table.report("name", msg("this key is missing and has no default"))
    elif not isinstance(name, str) or not re.fullmatch(LAYER, name):
        message = msg(
            "'{found}' is no name: small English letters, digits, - and _", found=shown(name)
        )
        table.report("name", message)
    elif name in taken:
        table.report("name", msg("there is another layer '{name}'", name=name))
    else:
        return name
    return f"layer {len(taken) + 1}"


def _patches(
    table: Table, by_name: Mapping[str, Layer], references: References
) -> list[tuple[str, _Patch]]:
    found = []
    for name in table.values:
        inner = table.table(name)
        if not by_name:
            continue  # the layers themselves could not be read
        if name not in by_name:
            message = msg("there is no layer '{name}'", name=shown(name))
            table.report(name, message, tuple(by_name), nearest(name, by_name))
            continue
        patch = _patch(inner, by_name[name], references)
        _check_pictures(inner, _laid(by_name[name], patch))
        if patch.made_of in _CONTENT and (total := count(patch.values[patch.made_of])) > MOST_NODES:
            table.report(name, _too_many(total))
        found.append((name, patch))
    return found


def _patch(table: Table, base: Layer | None, references: References) -> _Patch:
    """Read what stands in the table of a layer, or of a change to `base`."""
    named = [kind for kind in LAYER_KEYS if kind in table]
    kind = named[0] if named else made_of(base) if base is not None else None
    if len(named) > 1:
        message = msg("a layer is one thing, and here are several: {found}", found=", ".join(named))
        table.sheet.report(table.key, message)
        return _Patch(None, {})
    if kind is None:
        # What is laid over a layer of nothing is not judged: that one has to be mended first.
        if base is None:
            guesses = [nearest(key, LAYER_KEYS) for key in table.values]
            near = next((guess for guess in guesses if guess is not None), None)
            message = msg(
                "this layer is empty: it needs surface, fill, image, column, row or signature"
            )
            table.sheet.report(table.key, message, tuple(LAYER_KEYS), near)
        return _Patch(None, {})
    values: dict[str, Any] = {}
    if named:
        values[kind] = _thing(table, kind, references)
    for key in LAYER_KEYS[kind]:
        if key in table:
            values[key] = _READERS[key](table, references)
        else:
            table.take(key)
    for key in ("when", "unless"):
        if (field := references.condition(table, key)) is not None:
            values[key] = field
    table.close()
    return _Patch(named[0] if named else None, values)


def _thing(table: Table, kind: str, references: References) -> Any:
    """The value of the key that says what a layer is made of."""
    match kind:
        case "surface":
            return table.choice(kind, SURFACES)
        case "fill":
            return _fill(table)
        case "image":
            return references.field(table, kind, table.take(kind), ("image",))
        case "signature":
            if table.take(kind) is not True:
                table.report(kind, msg("this must be {word}", word="true"))
            return True
    return children(table, kind, references)


def _laid(base: Layer, patch: _Patch) -> Layer:
    """`base` with what the patch says of it."""
    kind = patch.made_of or made_of(base)
    if kind is None:
        return base
    values = {
        key: value
        for key, value in patch.values.items()
        if key in (*LAYER_KEYS[kind], "when", "unless")
    }
    inner = {key: values.pop(key) for key in _OF_CONTENT if key in values}
    if patch.made_of is not None and patch.made_of != made_of(base):
        common = {key: getattr(base, key) for key in _kept(base, kind)}
        content = base.content if kind in _CONTENT else None
        base = Layer(base.name, when=base.when, unless=base.unless, content=content, **common)
    if patch.made_of in _CONTENT:
        old = base.content or Node("column")
        part: Part = "row" if patch.made_of == "row" else "column"
        base = replace(base, content=replace(old, part=part, children=patch.values[part]))
    elif patch.made_of is not None:
        base = replace(base, **{patch.made_of: patch.values[patch.made_of]})
    if base.surface is not None and base.surface not in FRAMED and "pictures" not in values:
        base = replace(base, pictures=(), captions=())
    if base.content is not None:
        base = replace(base, content=replace(base.content, **inner))
    return replace(base, **values)


def _kept(base: Layer, kind: str) -> tuple[str, ...]:
    """Keys that a layer has both as it was and as one of `kind`."""
    before = made_of(base)
    old = LAYER_KEYS[before] if before is not None else ()
    return tuple(key for key in LAYER_KEYS[kind] if key in old and key not in _OF_CONTENT)


def _check_pictures(table: Table, layer: Layer) -> None:
    if layer.surface is None or table.values.get("surface", layer.surface) != layer.surface:
        return  # of a surface that is not known nothing can be said
    if layer.surface in FRAMED and not layer.pictures:
        message = msg(
            "a surface '{name}' needs pictures: the fields that go into its frames",
            name=layer.surface,
        )
        table.report("surface", message)
    if layer.surface not in FRAMED and layer.pictures:
        message = msg("a surface '{name}' has no frames for pictures", name=layer.surface)
        table.report("pictures", message, FRAMED)
    if len(layer.captions) > len(layer.pictures) > 0:
        table.report("captions", msg("there are more captions than pictures"))


def _fill(table: Table) -> str:
    value = table.take("fill")
    if not isinstance(value, str):
        message = msg("this must be text in quotes, not {found}", found=shown(value))
        table.report("fill", message)
        return ""
    try:
        template_fill.parsed(value)
    except template_fill.FillError as error:
        table.report("fill", error.message, error.accepted, error.nearest)
    return value


def _area(table: Table, references: References) -> Any:
    if isinstance(table.values["area"], str):
        return table.choice("area", AREAS)
    told = len(table.sheet.problems)
    found = table.numbers("area", 0.0, 1.0, least=4, most=4)
    if len(table.sheet.problems) > told:
        return AREAS[0]
    x, y, width, height = found
    if not (width > 0 and height > 0 and x + width <= 1 + _EPSILON and y + height <= 1 + _EPSILON):
        table.report("area", msg("an area, [x, y, width, height], lies within 0 to 1"))
    return found


def _align(table: Table, references: References) -> tuple[str, str] | None:
    value = table.take("align")
    if not table.is_list(value, "align", 2, 2):
        return None
    across, down = (table.word(each, ALIGNS, "align", place) for place, each in enumerate(value))
    return across, down


def _pictures(table: Table, references: References) -> tuple[str, ...]:
    value = table.take("pictures")
    if not table.is_list(value, "pictures", 1, MOST_PICTURES):
        return ()
    found: list[str] = []
    for place, each in enumerate(value):
        name = references.field(table, "pictures", each, PICTURES, place)
        if name in found:
            message = msg("'{name}' is named twice", name=shown(name))
            table.report("pictures", message, (), None, place)
        found.append(name)
    return tuple(found)


def _captions(table: Table, references: References) -> tuple[Localized, ...]:
    value = table.take("captions")
    if not table.is_list(value, "captions", 1, MOST_PICTURES):
        return ()
    return tuple(
        references.localized(table, "captions", each, place) for place, each in enumerate(value)
    )


def _too_many(found: int) -> Message:
    return msg("at most {most} things are shown; here are {found}", most=MOST_NODES, found=found)


_READERS: Mapping[str, Callable[[Table, References], Any]] = {
    "pictures": _pictures,
    "captions": _captions,
    "area": _area,
    "align": _align,
    "variant": lambda table, _: table.whole("variant", *VARIANT, 0),
    "radius": lambda table, _: table.number("radius", *RADIUS),
    "gap": lambda table, _: table.number("gap", *GAP),
    "contrast": lambda table, _: table.number("contrast", *CONTRAST),
    "justify": lambda table, _: table.choice("justify", JUSTIFIES),
    "panel": lambda table, _: table.flag("panel", False),
}
