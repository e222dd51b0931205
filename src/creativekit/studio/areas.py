"""The studio's areas: what the navigation shows, and where each screen is.

Enough for the navigation, the keys and the palette without loading any screen. See the package's
docstring for how one is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from creativekit.errors import Message, msg

if TYPE_CHECKING:
    from creativekit.studio.area_screen import AreaScreen


_NOT_NOW = msg("this cannot be done now")
_NO_POSTS = msg("no posts yet")
_NO_RUN = msg("no finished self-assessment to make it of")


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of the palette: what is done, and the screen's action.

    why: what is said where it cannot be done after all, which its screen knows once it is shown.
    """

    about: Message
    action: str
    why: Message = _NOT_NOW


@dataclass(frozen=True, slots=True)
class Area:
    """name: of the mode, and of the capability where there is one. key: a digit.

    commands: what the palette offers besides showing it.
    """

    name: str
    key: str
    title: Message
    commands: tuple[Command, ...] = ()

    def load(self) -> AreaScreen:
        """Its screen, <Name>Screen of the module <name>, which is imported now."""
        module = import_module(f"creativekit.studio.{self.name}")
        return cast("AreaScreen", getattr(module, f"{self.name.capitalize()}Screen")())


AREAS: tuple[Area, ...] = (
    Area(
        "home",
        "1",
        msg("Home"),
        (
            Command(msg("make what is not done"), "build"),
            Command(msg("stop making"), "stop"),
            Command(msg("look again at what is done"), "look"),
        ),
    ),
    Area(
        "brand",
        "2",
        msg("Brand"),
        (
            Command(msg("a colour from a picture"), "from_picture"),
            Command(msg("choose among directions"), "explore"),
            Command(msg("show the next view"), "next_view"),
        ),
    ),
    Area(
        "social",
        "3",
        msg("Posts"),
        (
            Command(msg("a new post"), "new"),
            Command(msg("a copy of the post"), "duplicate", _NO_POSTS),
            Command(msg("remove the post"), "remove", _NO_POSTS),
            Command(msg("show or hide safe zones"), "safe_zones"),
            Command(msg("posts from a table"), "table"),
            Command(msg("make files of posts"), "export", _NO_POSTS),
        ),
    ),
    Area(
        "positioning",
        "4",
        msg("Positioning"),
        (
            Command(msg("make the worksheets"), "export"),
            Command(msg("read a filled form"), "import_form"),
            Command(msg("everything that is worth a thought"), "all_findings"),
            Command(msg("the language of the answers"), "next_spoken"),
            Command(msg("guidance and examples on or off"), "guidance"),
        ),
    ),
    Area(
        "presence",
        "5",
        msg("Presence"),
        (
            Command(msg("answer the questions"), "again"),
            Command(msg("make the report"), "export", _NO_RUN),
            Command(msg("show an earlier run"), "runs", msg("there is no earlier run")),
        ),
    ),
)


def area(name: str) -> Area | None:
    return next((each for each in AREAS if each.name == name), None)
