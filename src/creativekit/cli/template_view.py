"""How a template is shown on a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from creativekit.cli import talk
from creativekit.cli.ink import Ink
from creativekit.errors import Message, msg
from creativekit.social.template import Field, Layer, Node, Template
from creativekit.social.template_layers import made_of


def entry(template: Template, own: bool) -> dict[str, Any]:
    """A template in a list, as JSON; texts in the spoken language."""
    return {
        "id": template.id,
        "title": template.title.get(talk.language()),
        "made_for": list(template.made_for),
        "own": own,
        "fields": [
            {"name": field.name, "type": field.type, "required": field.required}
            for field in template.fields.values()
        ],
    }


def whole(template: Template, own: bool) -> dict[str, Any]:
    """All that is known of a template, as JSON; texts in the spoken language."""
    language = talk.language()
    about = template.about.get(language) if template.about is not None else None
    return entry(template, own) | {
        "about": about,
        "file": template.file,
        "pages": list(template.pages) if template.pages is not None else None,
        "listed": template.listed,
        "fields": [_field_json(field, language) for field in template.fields.values()],
        "layers": [_layer_json(layer) for layer in template.layers],
        "changes": {key: list(layers) for key, layers in template.changes.items()},
        "sample": {
            language: {name: _plain(value) for name, value in sample.items()}
            for language, sample in template.samples.items()
        },
    }


def list_lines(templates: Sequence[Template], own: Collection[str], ink: Ink) -> Iterator[str]:
    """Two lines a template: its name and title, then its fields."""
    width = max((len(template.id) for template in templates), default=0)
    ordered = sorted(templates, key=lambda template: (template.id not in own, template.id))
    for template in ordered:
        title = talk.clean(template.title.get(talk.language()))
        kinds = ink.dim(", ".join(template.made_for))
        whose = f"  {ink.good(talk.say(_WHOSE))}" if template.id in own else ""
        yield f"{ink.bold(template.id)}{' ' * (width - len(template.id))}  {title}  {kinds}{whose}"
        names = (_starred(field) for field in template.fields.values())
        yield f"{' ' * width}  {', '.join(names)}"


def lines(template: Template, own: bool, ink: Ink) -> Iterator[str]:
    """Everything about a template."""
    language = talk.language()
    whose = f"  {ink.good(talk.say(_WHOSE))}" if own else ""
    yield f"{ink.bold(template.id)}  {talk.clean(template.title.get(language))}{whose}"
    if template.about is not None:
        yield talk.clean(template.about.get(language))
    yield f"{talk.say(_MADE_FOR)}: {', '.join(template.made_for)}"
    if template.pages is not None:
        yield f"{talk.say(_PAGES)}: {', '.join(template.pages)}"
    yield ""
    yield ink.bold(talk.say(_FIELDS))
    yield from _aligned([_field_row(field, language) for field in template.fields.values()])
    if template.layers:
        yield ""
        yield ink.bold(talk.say(_LAYERS))
        yield from _aligned([(layer.name, _layer_said(layer)) for layer in template.layers])
    for key, layers in template.changes.items():
        # What a style makes of what a form made is not said a third time.
        if key.count(".") < 2:
            said = msg("{place} changes: {layers}", place=key, layers=", ".join(layers))
            yield ink.dim(f"  {talk.say(said)}")
    sample = template.samples.get(language) or next(iter(template.samples.values()), None)
    if sample:
        yield ""
        yield ink.bold(talk.say(_SAMPLE))
        yield from _aligned([(name, _said(value)) for name, value in sample.items()])


_WHOSE = msg("this project's")
_MADE_FOR = msg("made for")
_PAGES = msg("pages")
_FIELDS = msg("Fields")
_LAYERS = msg("Layers, the lowest first")
_SAMPLE = msg("Sample")


def _starred(field: Field) -> str:
    return f"{field.name}*" if field.required else field.name


def _field_row(field: Field, language: str) -> tuple[str, ...]:
    default = None
    if field.default is not None:
        default = msg("by default “{text}”", text=field.default.get(language))
    limits: tuple[tuple[Message | None, object], ...] = (
        (msg("at least {n}", n=field.least), field.least),
        (msg("at most {n}", n=field.most), field.most),
        (msg("at least {n} px", n=field.min_px), field.min_px),
        (default, default),
    )
    said = [talk.say(message) for message, value in limits if message is not None and value]
    title = talk.clean(field.title.get(language))
    return _starred(field), field.type, "; ".join([title, *said])


def _layer_said(layer: Layer) -> str:
    kind = made_of(layer) or ""
    match kind:
        case "surface":
            said = " ".join((f"{layer.surface}", *layer.pictures))
        case "fill" | "image":
            said = f"{getattr(layer, kind)}"
        case "column" | "row":
            nodes = layer.content.children if layer.content is not None else ()
            said = ", ".join(_node_said(node) for node in nodes)
        case _:
            said = ""
    condition = _condition(layer.when, layer.unless)
    return talk.clean(f"{kind}{': ' if said else ''}{said}{condition}")


def _node_said(node: Node) -> str:
    if node.children:
        inner = ", ".join(_node_said(child) for child in node.children)
        return f"{node.part} ({inner})"
    words = node.words.get(talk.language()) if node.words is not None else None
    shown = node.source or node.mark or node.logo or (f"“{words}”" if words else "")
    return f"{node.part} {shown}".strip()


def _condition(when: str | None, unless: str | None) -> str:
    found = [f"when {when}"] if when else []
    found += [f"unless {unless}"] if unless else []
    return f" [{', '.join(found)}]" if found else ""


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows with their columns below one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _field_json(field: Field, language: str) -> dict[str, Any]:
    return {
        "name": field.name,
        "type": field.type,
        "required": field.required,
        "title": field.title.get(language),
        "default": field.default.get(language) if field.default is not None else None,
        "most": field.most,
        "least": field.least,
        "min_px": field.min_px,
        "ellipsis": field.ellipsis,
    }


def _layer_json(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "made_of": made_of(layer),
        "when": layer.when,
        "unless": layer.unless,
    }


def _plain(value: object) -> Any:
    """A sample's value as JSON can say it: dates and times as ISO 8601."""
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value if isinstance(value, (int, float, str)) else str(value)


def _said(value: object) -> str:
    """A sample's value on one line."""
    if isinstance(value, tuple):
        parts = (
            " — ".join(str(part) for part in each) if isinstance(each, tuple) else str(each)
            for each in value
        )
        return talk.clean("; ".join(parts))
    return talk.clean(str(value))
