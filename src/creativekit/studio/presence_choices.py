"""Choices as large as the screen has room for: one line of keys, one thing that has the focus."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import msg
from creativekit.studio.keys import key

GIVEN, OFFERED, CHOSEN = "●", "○", "✓"
_MARKED = (GIVEN, OFFERED, CHOSEN)


@dataclass(frozen=True, slots=True)
class Offer:
    """value: what is taken. name: the key that takes it. mark: a sign of what stands already.
    beside: on one line with the others that are."""

    value: str
    name: str
    title: str
    about: str = ""
    mark: str = ""
    beside: bool = False


class _Row(Horizontal):
    """One offer; its sign and key stand before its words, however long they are."""

    def __init__(self, place: int, offer: Offer) -> None:
        super().__init__(classes="offer -beside" if offer.beside else "offer")
        self.place, self.offer = place, offer

    def compose(self) -> ComposeResult:
        yield Static(markup=False, classes="sign")
        with Vertical(classes="words"):
            bold = "bold" if self.offer.about else ""
            yield Static(Content.styled(self.offer.title, bold), markup=False, classes="title")
            if self.offer.about:
                yield Static(self.offer.about, markup=False, classes="about")

    def show(self, is_at: bool, mark: str) -> None:
        self.set_class(is_at, "-at")
        self.set_class(mark in _MARKED, "-marked")
        signs = Content.assemble(
            ("▸" if is_at else " ", "$key"), (f" {self.offer.name} ", "bold $key"), (mark, "bold")
        )
        self.query_one(".sign", Static).update(signs)


class Choices(Vertical, can_focus=True):
    """Offers of which one is taken. at: the value that is marked at first; "" marks none, so that
    Enter takes nothing that was not looked at."""

    BINDINGS = [
        key("enter,space", "take", msg("Choose")),
        key("up", "go(-1)", msg("Up"), show=False, shown_as="↑"),
        key("down", "go(1)", msg("Down"), show=False, shown_as="↓"),
    ]

    class Taken(Posted):
        def __init__(self, choices: Choices, value: str) -> None:
            super().__init__()
            self.choices, self.value = choices, value

        @property
        def control(self) -> Choices:
            return self.choices

    def __init__(self, offers: Sequence[Offer], at: str = "", *, id: str) -> None:
        super().__init__(id=id)
        self.offers = tuple(offers)
        values = [each.value for each in self.offers]
        self.at = values.index(at) if at in values else -1

    def compose(self) -> ComposeResult:
        beside: list[Widget] = []
        for place, offer in enumerate(self.offers):
            row = _Row(place, offer)
            if offer.beside:
                beside.append(row)
            else:
                yield row
        if beside:
            yield Horizontal(*beside, classes="beside")

    def on_mount(self) -> None:
        self.draw()

    def mark(self, offer: Offer) -> str:
        return offer.mark

    def draw(self) -> None:
        for row in self.query(_Row):
            row.show(row.place == self.at, self.mark(row.offer))

    def action_go(self, by: int) -> None:
        start = self.at if self.at >= 0 else (-1 if by > 0 else len(self.offers))
        self.at = min(max(start + by, 0), len(self.offers) - 1)
        self.draw()
        for row in self.query(_Row):
            if row.place == self.at:
                row.scroll_visible(animate=False)

    def action_take(self) -> None:
        if self.at >= 0:
            self.take(self.at)

    def take(self, place: int) -> None:
        self.at = place
        self.draw()
        self.post_message(self.Taken(self, self.offers[place].value))

    def on_click(self, event: events.Click) -> None:
        found = event.widget
        while found is not None and not isinstance(found, _Row):
            found = found.parent if isinstance(found.parent, Widget) else None
        if isinstance(found, _Row):
            self.focus()
            self.take(found.place)


class Numbered(Choices):
    """Offers with keys of their own: digits, and letters as they are named."""

    BINDINGS = [
        *(
            key(digit, f"press('{digit}')", msg("Choose"), show=False)
            for digit in "0123456789"
        ),
        key("n", "press('n')", msg("Not for us"), show=False),
        key("d", "press('d')", msg("We do not know"), show=False),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # A digit that is none of the offers does nothing: who answers means no other screen.
        if action == "press" and parameters[0] in ("n", "d"):
            return parameters[0] in {each.name for each in self.offers}
        return super().check_action(action, parameters)

    def action_press(self, name: str) -> None:
        for place, offer in enumerate(self.offers):
            if offer.name == name:
                self.take(place)


class Several(Numbered):
    """Offers of which any number is taken; Enter goes on with those."""

    BINDINGS = [
        key("enter", "done", msg("Go on")),
        key("space", "take", msg("Take it, or not")),
    ]

    class Done(Posted):
        def __init__(self, values: tuple[str, ...]) -> None:
            super().__init__()
            self.values = values

    def __init__(self, offers: Sequence[Offer], chosen: Collection[str], *, id: str) -> None:
        super().__init__(offers, offers[0].value if offers else "", id=id)
        self.chosen = set(chosen) & {each.value for each in offers}

    def mark(self, offer: Offer) -> str:
        return CHOSEN if offer.value in self.chosen else "·"

    def take(self, place: int) -> None:
        self.at = place
        self.chosen ^= {self.offers[place].value}
        self.draw()

    def action_done(self) -> None:
        values = tuple(each.value for each in self.offers if each.value in self.chosen)
        self.post_message(self.Done(values))
