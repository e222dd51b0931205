"""The brand's controls: colour, style, faces, logo and pattern, and what is written of each.

They change the project's draft at once and say nothing of it: whoever shows the project is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from creativekit.color.hex import normal
from creativekit.color.oklab import oklch
from creativekit.color.tone import solve, tone
from creativekit.errors import InputError, msg
from creativekit.identity.resolve import DEFAULT_STYLE, seed
from creativekit.project.color_text import hex_color
from creativekit.project.graphemes import graphemes
from creativekit.project.model import Project
from creativekit.project.toml_values import Value
from creativekit.studio import brand_options as options
from creativekit.studio import color_views
from creativekit.studio.choice import Choice
from creativekit.studio.picture import Picture
from creativekit.studio.slider import Slider
from creativekit.studio.speaking import say, studio, translator

_MOST_CHROMA = 0.3
_MOST_INITIALS = 2  # as the schema has it
_COLOR_SLIDERS = ("tone", "chroma", "hue")


class Controls(VerticalScroll, can_focus=False):
    """Of the project that the session has; below them the logo as it becomes."""

    def compose(self) -> ComposeResult:
        project = self._project
        yield Static(say(self, msg("Colour")), id="color-part", classes="part", markup=False)
        with Horizontal(id="typed"):
            yield Static(id="swatch", markup=False)
            yield Input(project.brand.color or "", id="hex", max_length=40)
        yield from self._sliders(project)
        yield Static(say(self, msg("Look")), classes="part", markup=False)
        yield from self._choices(project)
        yield Picture(id="mark", align="left")

    def on_mount(self) -> None:
        self.show_parts(self._project)
        self.paint(self._project)

    @property
    def _project(self) -> Project:
        project = studio(self).session.project
        assert project is not None
        return project

    def _sliders(self, project: Project) -> Iterator[Slider]:
        light, chroma, hue = _place(project)
        yield Slider(msg("tone"), 0, 100, 1, light, id="tone")
        yield Slider(msg("chroma"), 0, _MOST_CHROMA, 0.005, chroma, places=3, id="chroma")
        yield Slider(msg("hue"), 0, 360, 2, hue, turns=True, id="hue")

    def _choices(self, project: Project) -> Iterator[Choice | Input | Slider]:
        speak, folder = translator(self), project.folder
        brand, logo = project.brand, self._logo()
        fonts = options.fonts(folder)
        own = brand.fonts
        yield Choice(
            msg("style"),
            options.style_options(folder, speak),
            brand.style or DEFAULT_STYLE,
            id="style",
        )
        yield Choice(
            msg("typefaces"),
            options.pairing_options(folder, speak),
            brand.pairing or "",
            id="pairing",
        )
        if fonts or own is not None:
            heading, body = (own.heading, own.body) if own else (None, None)
            yield Choice(
                msg("headings"),
                options.font_options(fonts, heading, speak),
                heading or "",
                id="fonts-heading",
            )
            yield Choice(
                msg("text"),
                options.font_options(fonts, body, speak),
                body or "",
                id="fonts-body",
            )
        file = logo.get("file")
        kind = f"file:{file}" if file else str(logo.get("kind", ""))
        yield Choice(
            msg("logo"),
            options.logo_options(speak, file, options.logos(folder)),
            kind,
            id="logo",
        )
        yield Choice(
            msg("symbol"),
            options.motif_options(folder, speak),
            str(logo.get("motif", "")),
            id="motif",
        )
        yield Choice(
            msg("shape"), options.shape_options(speak), str(logo.get("shape", "")), id="shape"
        )
        yield Choice(
            msg("cut out"), options.switch_options(speak), _switch(logo.get("cut")), id="cut"
        )
        yield Input(
            str(logo.get("initials", "")),
            placeholder=say(self, msg("1–2 letters")),
            id="initials",
            max_length=8,
        )
        yield Choice(
            msg("letters"), options.case_options(speak), str(logo.get("case", "")), id="case"
        )
        yield Choice(
            msg("tie bar"), options.switch_options(speak), _switch(logo.get("bar")), id="bar"
        )
        yield Slider(
            msg("spacing"),
            -0.1,
            0.5,
            0.01,
            float(logo.get("tracking", 0.0)),
            places=2,
            id="tracking",
        )
        yield Choice(
            msg("pattern"),
            options.pattern_options(folder, speak),
            brand.pattern or "",
            id="pattern",
        )

    def _logo(self) -> dict[str, Any]:
        """`brand.logo` as a table, whatever it is written as."""
        draft = studio(self).session.draft
        found = draft.get("brand", "logo") if draft is not None else None
        if isinstance(found, str):
            return {"kind": found}
        return dict(found) if isinstance(found, dict) else {}

    # ---- from the project to the controls

    def put(self, project: Project) -> None:
        """Show what the project says; what is being typed stays as it is typed."""
        brand, logo = project.brand, self._logo()
        with self.prevent(Input.Changed):
            field = self.query_one("#hex", Input)
            if not field.has_focus or hex_color(field.value) != brand.color_hex:
                field.value = project.brand.color or ""
            initials = self.query_one("#initials", Input)
            if not initials.has_focus:
                initials.value = str(logo.get("initials", ""))
        values = _place(project)
        if (
            not isinstance(self.screen.focused, Slider)
            or self.screen.focused.id not in _COLOR_SLIDERS
        ):
            for name, value in zip(_COLOR_SLIDERS, values, strict=True):
                self.query_one(f"#{name}", Slider).set(value)
        self.query_one("#tracking", Slider).set(float(logo.get("tracking", 0.0)))
        file = logo.get("file")
        chosen: dict[str, str | None] = {
            "style": brand.style or DEFAULT_STYLE,
            "pairing": brand.pairing,
            "pattern": brand.pattern,
            "logo": f"file:{file}" if file else logo.get("kind"),
            "motif": logo.get("motif"),
            "shape": logo.get("shape"),
            "case": logo.get("case"),
            "cut": _switch(logo.get("cut")),
            "bar": _switch(logo.get("bar")),
            "fonts-heading": brand.fonts.heading if brand.fonts else None,
            "fonts-body": brand.fonts.body if brand.fonts else None,
        }
        for name, word in chosen.items():
            for choice in self.query(f"#{name}").results(Choice):
                choice.set(word or "")
        self.show_parts(project)
        self.paint(project)

    def show_parts(self, project: Project) -> None:
        """Only the controls that the kind of logo listens to."""
        kind = self._logo().get("kind") or kind_of_style(project)
        brought = bool(self._logo().get("file"))
        for name, kinds in {
            "motif": ("symbol",),
            "shape": ("monogram",),
            "cut": ("monogram",),
            "initials": ("monogram",),
            "case": ("symbol", "monogram", "wordmark"),
            "bar": ("wordmark",),
            "tracking": ("symbol", "monogram", "wordmark"),
        }.items():
            control, listens = self.query_one(f"#{name}"), kind in kinds and not brought
            if control.display != listens:
                control.display = listens

    def paint(self, project: Project) -> None:
        """The colours that the sliders lead to, and the one that the brand has."""
        sliders = {name: self.query_one(f"#{name}", Slider) for name in _COLOR_SLIDERS}
        light, chroma, hue = (sliders[name].value for name in _COLOR_SLIDERS)
        sliders["tone"].set(light, lambda value: solve(value, round(chroma, 3), round(hue)))
        sliders["chroma"].set(
            chroma, lambda value: solve(round(light), round(value, 3), round(hue))
        )
        vivid = max(chroma, 0.04)
        sliders["hue"].set(hue, lambda value: solve(round(light), round(vivid, 3), round(value)))
        color = normal(_seed(project))
        self.query_one("#swatch", Static).update(
            Content.assemble(color_views.swatch(color, "      ")), layout=False
        )

    # ---- from the controls to the project

    def _change(self, edits: Mapping[str, Value | None], merge: str = "") -> bool:
        changed = studio(self).session.change(edits, merge)
        if changed:
            studio(self).changed()
        return changed

    def on_slider_moved(self, message: Slider.Moved) -> None:
        if message.slider.id == "tracking":
            self._change_logo("tracking", round(message.value, 3), merge="tracking")
            return
        light, chroma, hue = (self.query_one(f"#{name}", Slider).value for name in _COLOR_SLIDERS)
        color = solve(light, chroma, hue)
        if not self._change({"brand.color": color}, merge="color"):
            self.paint(self._project)  # the gamut ends here: another place, the same colour

    def on_input_changed(self, message: Input.Changed) -> None:
        typed = message.value.strip()
        if message.input.id == "hex":
            is_color = hex_color(typed) is not None
            message.input.set_class(not is_color, "-wrong")
            if is_color and typed != self._project.brand.color:
                self._change({"brand.color": typed}, merge="hex")
        elif message.input.id == "initials":
            fits = len(graphemes(typed)) <= _MOST_INITIALS
            message.input.set_class(not fits, "-wrong")
            if fits and typed != str(self._logo().get("initials", "")):
                self._change_logo("initials", typed or None, merge="initials")

    def on_choice_made(self, message: Choice.Made) -> None:
        name, value = message.choice.id or "", message.value
        if name in ("style", "pairing", "pattern"):
            self._change({f"brand.{name}": value or None}, merge=name)
        elif name == "logo":
            self._change_kind(value)
        elif name in ("cut", "bar"):
            self._change_logo(name, {"yes": True, "no": False}.get(value))
        elif name in ("motif", "shape", "case"):
            self._change_logo(name, value or None, merge=name)
        elif name.startswith("fonts-"):
            part = name.removeprefix("fonts-")
            self._change({f"brand.fonts.{part}": value or None})

    def _change_kind(self, value: str) -> None:
        if value.startswith("file:"):
            brought: Value = {"file": value.removeprefix("file:")}
            self._change({"brand.logo": brought})
            return
        if not value:
            self._change({"brand.logo": None})
            return
        kept = {name: each for name, each in self._logo().items() if name not in ("kind", "file")}
        self._change({"brand.logo": {**kept, "kind": value}}, merge="logo")

    def _change_logo(self, name: str, value: Value | None, merge: str = "") -> None:
        logo = self._logo()
        logo.setdefault("kind", kind_of_style(self._project))
        if value is None:
            logo.pop(name, None)
        else:
            logo[name] = value
        self._change({"brand.logo": logo}, merge=merge)


def kind_of_style(project: Project) -> str:
    """The kind of logo that the style has unasked."""
    from creativekit.identity import styles

    try:
        return styles.style(project.brand.style or DEFAULT_STYLE, project.folder).logo
    except InputError:
        return "symbol"


def _seed(project: Project) -> str:
    try:
        return seed(project)
    except InputError:  # a picture that cannot be read: the views say so
        return "#808080"


def _place(project: Project) -> tuple[float, float, float]:
    """Tone, chroma and hue of the brand's colour."""
    color = normal(_seed(project))
    _, chroma, hue = oklch(color)
    return round(tone(color), 1), round(min(chroma, _MOST_CHROMA), 4), round(hue, 1)


def _switch(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else ""
