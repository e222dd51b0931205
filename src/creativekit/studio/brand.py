"""Brand: colour, style, faces, logo and pattern, and at once what becomes of a change.

What is drawn follows the last change and nothing in between: while a look is being worked out, only
the newest wish waits. The draft is changed at once, the file when it is saved.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message as Posted
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from creativekit.color.hex import normal
from creativekit.color.oklab import oklch
from creativekit.color.tone import solve, tone
from creativekit.errors import InputError, Message, Problem, msg
from creativekit.identity.resolve import DEFAULT_STYLE, seed
from creativekit.project.color_text import hex_color
from creativekit.project.graphemes import graphemes
from creativekit.project.model import Project
from creativekit.project.toml_values import Value
from creativekit.studio import brand_options as options
from creativekit.studio import color_views, picture_colors
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.choice import Choice
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import key
from creativekit.studio.look import Look, look
from creativekit.studio.picture import Picture
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.slider import Slider
from creativekit.studio.speaking import studio, translator

_MOST_CHROMA = 0.3
_MOST_INITIALS = 2  # as the schema has it
_BREATH = 0.03  # seconds between two styles that are got ready
VIEWS: tuple[tuple[str, Message], ...] = (
    ("post", msg("Post")),
    ("ramps", msg("Ramps")),
    ("contrast", msg("Contrast")),
    ("vision", msg("Other eyes")),
)


class BrandScreen(AreaScreen):
    """Controls on the left, what they make on the right.

    On a wide screen all views are there; on a narrow one V goes through the tables, one at a time
    over the post.
    """

    NAME = "brand"
    CSS_PATH = "brand.tcss"
    AUTO_FOCUS = "#tone"
    BINDINGS = [
        key("v", "next_view", msg("Next view")),
        key("p", "from_picture", msg("From a picture")),
        key("e", "explore", msg("Directions")),
    ]

    class Drawn(Posted):
        def __init__(self, number: int, found: Look | tuple[Problem, ...], seconds: float) -> None:
            super().__init__()
            self.number, self.found, self.seconds = number, found, seconds

    def __init__(self) -> None:
        super().__init__()
        self._view = 0
        self._asked = self._drawn = 0
        self._busy = False
        self._seen: Look | None = None
        self._is_laid_out = False
        self._since = 0.0
        self.last_seconds = 0.0
        """From the last change to what is shown of it."""

    # ---- what is on it

    def body(self) -> ComposeResult:
        project = self.session.project
        assert project is not None
        with Horizontal(id="brand"):
            with VerticalScroll(id="controls", can_focus=False):
                yield Static(self.say(msg("Colour")), id="color-part", classes="part", markup=False)
                with Horizontal(id="typed"):
                    yield Static(id="swatch", markup=False)
                    yield Input(self._typed_color(project), id="hex", max_length=40)
                yield from self._sliders(project)
                yield Static(self.say(msg("Look")), classes="part", markup=False)
                yield from self._choices(project)
                yield Picture(id="mark", align="left")
            with Vertical(id="views"):
                yield Static(id="view-names", markup=False)
                with Container(id="all-views"):
                    with VerticalScroll(id="tables", can_focus=False):
                        for name, title in VIEWS[1:]:
                            with Vertical(id=f"{name}-part", classes="table"):
                                yield Static(self.say(title), classes="part", markup=False)
                                yield Static(id=name, markup=False)
                    yield Picture(id="post")

    def _sliders(self, project: Project) -> Iterator[Slider]:
        light, chroma, hue = _place(project)
        yield Slider(msg("tone"), 0, 100, 1, light, id="tone")
        yield Slider(msg("chroma"), 0, _MOST_CHROMA, 0.005, chroma, places=3, id="chroma")
        yield Slider(msg("hue"), 0, 360, 2, hue, turns=True, id="hue")

    def _choices(self, project: Project) -> Iterator[Choice | Input | Slider]:
        speak, folder = translator(self), self.session.folder
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
            placeholder=self.say(msg("1–2 letters")),
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
        draft = self.session.draft
        found = draft.get("brand", "logo") if draft is not None else None
        if isinstance(found, str):
            return {"kind": found}
        return dict(found) if isinstance(found, dict) else {}

    def _typed_color(self, project: Project) -> str:
        return project.brand.color or ""

    def on_mount(self) -> None:
        self._begin()

    async def say_anew(self) -> None:
        await super().say_anew()
        self._begin()

    def _begin(self) -> None:
        if self.session.project is None:
            return
        self._is_laid_out = False
        self._show_view()
        self._show_parts()
        self._paint_sliders()
        if self._seen is not None:
            self._show(self._seen)
        self._ask()

    # ---- from the project to the controls

    def project_changed(self) -> None:
        """Put what the project says into the controls, and draw it."""
        project = self.session.project
        assert project is not None
        brand, logo = project.brand, self._logo()
        with self.prevent(Input.Changed):
            field = self.query_one("#hex", Input)
            if not field.has_focus or hex_color(field.value) != brand.color_hex:
                field.value = self._typed_color(project)
            initials = self.query_one("#initials", Input)
            if not initials.has_focus:
                initials.value = str(logo.get("initials", ""))
        values = _place(project)
        if not isinstance(self.focused, Slider) or self.focused.id not in _COLOR_SLIDERS:
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
        self._show_parts()
        self._paint_sliders()
        self._ask()

    def _show_parts(self) -> None:
        """Only the controls that the kind of logo listens to."""
        draft = self.session.draft
        kind = self._logo().get("kind") or self._kind_of_style()
        brought = bool(draft is not None and self._logo().get("file"))
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

    def _kind_of_style(self) -> str:
        from creativekit.identity import styles

        project = self.session.project
        assert project is not None
        try:
            return styles.style(project.brand.style or DEFAULT_STYLE, project.folder).logo
        except InputError:
            return "symbol"

    def _paint_sliders(self) -> None:
        sliders = {name: self.query_one(f"#{name}", Slider) for name in _COLOR_SLIDERS}
        light, chroma, hue = (sliders[name].value for name in _COLOR_SLIDERS)
        sliders["tone"].set(light, lambda value: solve(value, round(chroma, 3), round(hue)))
        sliders["chroma"].set(
            chroma, lambda value: solve(round(light), round(value, 3), round(hue))
        )
        vivid = max(chroma, 0.04)
        sliders["hue"].set(hue, lambda value: solve(round(light), round(vivid, 3), round(value)))
        project = self.session.project
        if project is not None:
            color = normal(_seed(project))
            self.query_one("#swatch", Static).update(
                Content.assemble(color_views.swatch(color, "      ")), layout=False
            )

    # ---- from the controls to the project

    def on_slider_moved(self, message: Slider.Moved) -> None:
        if message.slider.id == "tracking":
            self._change_logo("tracking", round(message.value, 3), merge="tracking")
            return
        light, chroma, hue = (self.query_one(f"#{name}", Slider).value for name in _COLOR_SLIDERS)
        color = solve(light, chroma, hue)
        if not self.change({"brand.color": color}, merge="color"):
            self._paint_sliders()  # the gamut ends here: another place, the same colour

    def on_input_changed(self, message: Input.Changed) -> None:
        typed = message.value.strip()
        if message.input.id == "hex":
            project = self.session.project
            is_color = hex_color(typed) is not None
            message.input.set_class(not is_color, "-wrong")
            if is_color and project is not None and typed != project.brand.color:
                self.change({"brand.color": typed}, merge="hex")
        elif message.input.id == "initials":
            fits = len(graphemes(typed)) <= _MOST_INITIALS
            message.input.set_class(not fits, "-wrong")
            if fits and typed != str(self._logo().get("initials", "")):
                self._change_logo("initials", typed or None, merge="initials")

    def on_choice_made(self, message: Choice.Made) -> None:
        name, value = message.choice.id or "", message.value
        if name in ("style", "pairing", "pattern"):
            self.change({f"brand.{name}": value or None}, merge=name)
        elif name == "logo":
            self._change_kind(value)
        elif name in ("cut", "bar"):
            self._change_logo(name, {"yes": True, "no": False}.get(value))
        elif name in ("motif", "shape", "case"):
            self._change_logo(name, value or None, merge=name)
        elif name.startswith("fonts-"):
            part = name.removeprefix("fonts-")
            self.change({f"brand.fonts.{part}": value or None})

    def _change_kind(self, value: str) -> None:
        if value.startswith("file:"):
            brought: Value = {"file": value.removeprefix("file:")}
            self.change({"brand.logo": brought})
            return
        if not value:
            self.change({"brand.logo": None})
            return
        kept = {name: each for name, each in self._logo().items() if name not in ("kind", "file")}
        self.change({"brand.logo": {**kept, "kind": value}}, merge="logo")

    def _change_logo(self, name: str, value: Value | None, merge: str = "") -> None:
        logo = self._logo()
        logo.setdefault("kind", self._kind_of_style())
        if value is None:
            logo.pop(name, None)
        else:
            logo[name] = value
        self.change({"brand.logo": logo}, merge=merge)

    # ---- drawing

    @property
    def wishes(self) -> tuple[int, int]:
        """How many changes were to be drawn, and which of them is shown."""
        return self._asked, self._drawn

    def _ask(self) -> None:
        """Draw what is so now; while that is being done, only the newest wish waits."""
        self._asked += 1
        self._since = time.perf_counter()
        if not self._busy and self.session.project is not None:
            self._busy = True
            self._draw(self._asked, self.session.project)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _draw(self, number: int, project: Project) -> None:
        began = time.perf_counter()
        try:
            found: Look | tuple[Problem, ...] = look(project)
        except InputError as error:
            found = error.problems
        except Exception as error:
            found = problems_of(error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Drawn(number, found, time.perf_counter() - began))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Who stands on the styles will go through them, and the first look at one reads its files.
        project = self.session.project
        if event.widget.id == "style" and project is not None:
            self._get_ready(project)
        else:
            self.workers.cancel_group(self, "ready")

    @work(thread=True, exclusive=True, group="ready", exit_on_error=False)
    def _get_ready(self, project: Project) -> None:
        worker = get_current_worker()
        for name, _ in options.style_options(project.folder, translator(self)):
            time.sleep(_BREATH)
            if worker.is_cancelled:
                return
            brand = project.brand.model_copy(update={"style": name})
            with suppress(InputError):  # it is told when the style is chosen
                look(project.model_copy(update={"brand": brand}))

    async def on_brand_screen_drawn(self, message: Drawn) -> None:
        self._busy = False
        self._drawn = message.number
        if message.number < self._asked and self.session.project is not None:
            self._busy = True
            self._draw(self._asked, self.session.project)
        if not self.query("#views"):
            return
        await self.query("#views > ProblemsPanel").remove()
        if isinstance(message.found, tuple):
            await self.query_one("#views").mount(ProblemsPanel(message.found), before=0)
            return
        self._seen = message.found
        self._show(message.found)
        self.last_seconds = time.perf_counter() - self._since

    def _show(self, seen: Look) -> None:
        if not self.query("#views"):
            return
        speak, palette = translator(self), seen.identity.palette
        self.query_one("#post", Picture).show(seen.post)
        self.query_one("#mark", Picture).show(seen.logo)
        tables = {
            "ramps": color_views.ramps(palette, speak),
            "contrast": color_views.contrast(palette, speak),
            "vision": color_views.vision(palette, speak),
        }
        for name, content in tables.items():
            table = self.query_one(f"#{name}", Static)
            # As high as before, but for the first time: a new layout costs more than the picture.
            table.update(content, layout=not self._is_laid_out)
        self._is_laid_out = True

    # ---- actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        if action == "next_view" and self.has_class("-wide"):
            return False  # all of them are there
        if action in ("next_view", "from_picture", "explore"):
            return self.session.project is not None
        return True

    def action_next_view(self) -> None:
        self._view = (self._view + 1) % len(VIEWS)
        self._show_view()

    def _show_view(self) -> None:
        """On a narrow screen one view at a time; the names above say which."""
        shown = VIEWS[self._view][0]
        pieces: list[tuple[str, str]] = []
        for name, title in VIEWS:
            own = name == shown
            pieces += [
                (("● " if own else "○ ") + self.say(title), "bold $key" if own else "$muted"),
                (" ", ""),
            ]
        self.query_one("#view-names", Static).update(Content.assemble(*pieces))
        self.query_one("#tables").set_class(shown == "post", "-elsewhere")
        for name, _ in VIEWS[1:]:
            self.query_one(f"#{name}-part").set_class(name != shown, "-elsewhere")

    def action_from_picture(self) -> None:
        picture_colors.ask(self, self.session.folder, self._take)

    def action_explore(self) -> None:
        from creativekit.studio.explore import ExploreScreen

        project = self.session.project
        if project is None:
            return
        try:
            screen = ExploreScreen(project)
        except InputError as error:
            studio(self).show_problems(error.problems)
            return
        self.app.push_screen(screen, self._take)

    def _take(self, edits: Mapping[str, Value | None] | None) -> None:
        if edits:
            self.change(edits)


_COLOR_SLIDERS = ("tone", "chroma", "hue")


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
