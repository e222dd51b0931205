"""`_brand.yml` in and out: other tools wear the brand, and a brand from elsewhere starts here.

The format is posit-dev/brand-yml (posit-dev.github.io/brand-yml, sections meta, logo, color and
typography); Quarto and Shiny read it. What we make of a foreign file are answers for a new
creativekit.toml; what has no place there is named in warnings, never dropped in silence.

The YAML comes from strangers: it is read with every scalar as text and no tags, aliases are refused
(nothing in a brand needs them, and they are how a small file becomes a huge one), and so are
duplicate keys, which YAML 1.2.2 (section 3.2.1.3) forbids and PyYAML lets pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from creativekit.errors import InputError, Message, Problem, fail, msg
from creativekit.project import vocabulary
from creativekit.project.color_text import hex_color
from creativekit.project.new_project import Answers

FILE_NAME = "_brand.yml"
MOST_BYTES = 65_536

# Nothing in the format is nested deeper than four levels.
_DEEPEST = 12

_SIZES = ("large", "medium", "small")
_COLORS = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
)


@dataclass(frozen=True)
class Imported:
    """answers: for `new_project.config_text`. logo_file: the logo's path from the `_brand.yml`, to
    be copied into the project and named in the answers by whoever writes files; None without one.
    warnings: what could not be carried over.
    """

    answers: Answers
    logo_file: str | None
    warnings: tuple[Problem, ...]


def import_brand_yml(data: bytes, file: str = FILE_NAME) -> Imported:
    """What a `_brand.yml` says, as answers for a new project; `file` is its name in problems.

    Raises InputError when it is not such a file, or has neither a name nor a colour in it.
    """
    return _Reading(_Yaml(data, file)).result()


class _Yaml:
    """A YAML document as plain values, all scalars text, and the lines of its keys."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self.lines: dict[tuple[str, ...], int] = {}
        if len(data) > MOST_BYTES:
            fail(msg("the file is too large: at most {n} bytes", n=MOST_BYTES), file=file)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            fail(msg("the file is not saved as UTF-8; please save it so in your editor"), file=file)
        try:
            self.look(text)
            root = yaml.compose(text, Loader=yaml.BaseLoader)
        except yaml.YAMLError as error:
            self.refuse(msg("this is not valid YAML"), getattr(error, "problem_mark", None))
        self.root = self.value(root, ()) if root is not None else {}
        if not isinstance(self.root, dict):
            fail(msg("this is not a _brand.yml: it must be a table of keys"), file=file)

    def refuse(self, message: Message, mark: Any) -> NoReturn:
        """`mark`: PyYAML's place of it, or None."""
        raise InputError(Problem(message, self.file, mark.line + 1 if mark else None))

    def look(self, text: str) -> None:
        """Refuse what must not reach the composer, which takes time and stack for depth."""
        depth = 0
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                self.refuse(msg("YAML aliases (*name) are not read here"), event.start_mark)
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    self.refuse(msg("lists or tables are nested too deeply"), event.start_mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1

    def value(self, node: yaml.Node, key: tuple[str, ...]) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*key, "")) for each in node.value]
        if isinstance(node, yaml.MappingNode):
            table: dict[str, Any] = {}
            for name, inner in node.value:
                if not isinstance(name, yaml.ScalarNode):
                    self.refuse(msg("a key must be a word"), name.start_mark)
                if name.value in table:
                    self.refuse(
                        msg("the key '{key}' is given a second time", key=name.value),
                        name.start_mark,
                    )
                self.lines[*key, name.value] = name.start_mark.line + 1
                table[name.value] = self.value(inner, (*key, name.value))
            return table
        text: str = node.value
        plain = isinstance(node, yaml.ScalarNode) and node.style is None
        return None if plain and text in ("", "~", "null", "Null", "NULL") else text


class _Reading:
    def __init__(self, source: _Yaml) -> None:
        self.source = source
        self.warnings: list[Problem] = []

    def result(self) -> Imported:
        name = self.name()
        color = self.color()
        if name is None and color is None:
            nothing = Problem(msg("there is neither a name nor a colour in it"), self.source.file)
            raise InputError((nothing, *self.warnings))
        answers = Answers(
            name=name or "",
            color=color,
            pairing=self.pairing(),
            contact=self.contact(),
        )
        logo_file = self.logo()
        for key in self.source.root:
            if key not in ("meta", "color", "typography", "logo"):
                self.not_carried(key)
        warnings = sorted(self.warnings, key=lambda problem: problem.line or 0)
        return Imported(answers, logo_file, tuple(warnings))

    def warn(self, message: Message, *key: str) -> None:
        self.warnings.append(
            Problem(
                message,
                file=self.source.file,
                line=self.source.lines.get(key),
                key=".".join(key),
                severity="warning",
            )
        )

    def not_carried(self, *key: str) -> None:
        self.warn(msg("this has no place in creativekit.toml and was left out"), *key)

    def table(self, *key: str) -> dict[str, Any]:
        """The table under `key`; empty, with a warning, when there is something else."""
        value: Any = self.source.root
        for part in key:
            value = value.get(part) if isinstance(value, dict) else None
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.warn(msg("this is not a table of keys and was left out"), *key)
            return {}
        return value

    def name(self) -> str | None:
        meta = self.table("meta")
        for key in meta:
            if key not in ("name", "link"):
                self.not_carried("meta", key)
        name = meta.get("name")
        if isinstance(name, dict):
            chosen = next((key for key in ("full", "short") if _text(name.get(key))), None)
            for key in name:
                if key != chosen:
                    self.not_carried("meta", "name", key)
            return _text(name.get(chosen))
        return _text(name)

    def contact(self) -> dict[str, str]:
        link = self.table("meta").get("link")
        if isinstance(link, str):
            return {"site": link}
        found = {}
        for key, value in link.items() if isinstance(link, dict) else ():
            ours = {"home": "site", "instagram": "instagram", "telegram": "telegram"}.get(key)
            if ours is not None and _text(value):
                found[ours] = str(value)
            else:
                self.not_carried("meta", "link", key)
        return found

    def color(self) -> str | None:
        colors = self.table("color")
        palette = self.table("color", "palette")
        for key in colors:
            if key not in (*_COLORS, "palette"):
                self.not_carried("color", key)
        names = [key for key in ("primary", "secondary", "tertiary") if colors.get(key)]
        chosen: tuple[str, ...] | None = None
        typed: str | None = None
        if names:
            chosen = ("color", names[0])
            typed = self.looked_up(colors[names[0]], palette)
        elif palette:
            first = "primary" if "primary" in palette else next(iter(palette))
            chosen = ("color", "palette", first)
            typed = self.looked_up(palette[first], palette)
        for key in _COLORS:
            if key in colors and ("color", key) != chosen:
                self.warn(
                    msg("this colour was left out: it follows from the main one"), "color", key
                )
        for key in palette:
            if ("color", "palette", key) != chosen and self.looked_up(key, palette) != typed:
                self.warn(
                    msg("this colour was left out: it follows from the main one"),
                    "color",
                    "palette",
                    key,
                )
        if chosen is None:
            return None
        if typed is None or hex_color(typed) is None:
            self.warn(msg("this colour is not written as #rrggbb and was left out"), *chosen)
            return None
        return typed

    def looked_up(self, value: Any, palette: Mapping[str, Any]) -> str | None:
        """The colour that a value of the file means: itself, or what the palette calls so."""
        seen: set[str] = set()
        while isinstance(value, str) and value in palette and value not in seen:
            seen.add(value)
            value = palette[value]
        if isinstance(value, dict):
            value = value.get("light")
        return _text(value)

    def pairing(self) -> str | None:
        typography = self.table("typography")
        if not typography:
            return None
        families = [_family(typography.get(key)) for key in ("headings", "base")]
        for key in typography:
            if key not in ("fonts", "base", "headings"):
                self.not_carried("typography", key)
        heading, body = families[0] or families[1], families[1] or families[0]
        if heading is None or body is None:
            return None
        name = f"{_word(heading)}-{_word(body)}"
        if name in vocabulary.pairings():
            return name
        self.warn(
            msg(
                "the typefaces {heading} and {body} are not a pairing of ours; the style's own is"
                " used until you name another",
                heading=heading,
                body=body,
            ),
            "typography",
        )
        return None

    def logo(self) -> str | None:
        logo = self.source.root.get("logo")
        if isinstance(logo, str):
            return logo
        table = self.table("logo")
        images = self.table("logo", "images") if table else {}
        chosen: str | None = None
        for size in _SIZES:
            path = _picture(table.get(size), images)
            if path is not None and chosen is None:
                chosen = path
            elif path is not None and path != chosen:
                self.warn(
                    msg("only one picture of the logo is taken; this one was left out"),
                    "logo",
                    size,
                )
        if chosen is None and _text(table.get("path")):
            chosen = table["path"]
        return chosen


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _family(value: Any) -> str | None:
    return _text(value.get("family")) if isinstance(value, dict) else _text(value)


def _word(family: str) -> str:
    return "-".join(family.lower().split())


def _picture(value: Any, images: Mapping[str, Any]) -> str | None:
    """A path: a string, a name among `images`, or a table with `path` or `light`."""
    for _ in range(3):
        if isinstance(value, str) and value in images:
            value = images[value]
        elif isinstance(value, dict):
            value = value.get("path", value.get("light"))
    return _text(value)


@dataclass(frozen=True)
class FontFile:
    """A face's file beside the `_brand.yml`. weight: "400" or, for a variable one, "300..700"."""

    path: str
    weight: str = "400"
    style: str = "normal"


@dataclass(frozen=True)
class BrandYml:
    """What is exported. Colours are hex.

    palette: by name. roles: brand.yml's own color names (foreground, background, primary, …), to
    hex or to a name of the palette. fonts: files by family; a family without files is only named.
    logos: for small, medium and large, a path on light ground or a pair of paths (light, dark).
    """

    name: str
    palette: Mapping[str, str]
    roles: Mapping[str, str]
    heading: str
    body: str
    heading_weight: int | None = None
    fonts: Mapping[str, tuple[FontFile, ...]] = field(default_factory=dict)
    logos: Mapping[str, str | tuple[str, str]] = field(default_factory=dict)
    link: str | None = None


def export_brand_yml(brand: BrandYml) -> str:
    """The text of a `_brand.yml`. Raises ValueError for a role that the format does not know."""
    unknown = sorted(set(brand.roles) - set(_COLORS))
    if unknown:
        raise ValueError(f"brand.yml has no colour called {', '.join(unknown)}")
    meta: dict[str, Any] = {"name": brand.name}
    if brand.link is not None:
        meta["link"] = brand.link
    headings: dict[str, Any] = {"family": brand.heading}
    if brand.heading_weight is not None:
        headings["weight"] = brand.heading_weight
    typography: dict[str, Any] = {"base": {"family": brand.body}, "headings": headings}
    if brand.fonts:
        typography = {"fonts": list(_fonts(brand.fonts)), **typography}
    document: dict[str, Any] = {
        "meta": meta,
        "color": {"palette": dict(brand.palette), **_ordered(brand.roles, _COLORS)},
        "typography": typography,
    }
    if brand.logos:
        document["logo"] = {
            size: path if isinstance(path, str) else {"light": path[0], "dark": path[1]}
            for size, path in _ordered(brand.logos, reversed(_SIZES)).items()
        }
    text: str = yaml.dump(
        document, Dumper=_NoAliases, allow_unicode=True, sort_keys=False, width=1000
    )
    return text


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _ordered(values: Mapping[str, Any], order: Any) -> dict[str, Any]:
    return {key: values[key] for key in order if key in values}


def _fonts(fonts: Mapping[str, tuple[FontFile, ...]]) -> Iterator[dict[str, Any]]:
    for family, files in fonts.items():
        yield {
            "family": family,
            "source": "file",
            "files": [
                {
                    "path": file.path,
                    "weight": int(file.weight) if file.weight.isdecimal() else file.weight,
                    "style": file.style,
                }
                for file in files
            ],
        }
