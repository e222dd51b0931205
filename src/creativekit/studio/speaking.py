"""How the studio speaks: every visible string through the catalogs, in the language of the moment.

A widget says a message when it draws, never when it is made, so that a change of language is a
change of what is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.dom import DOMNode

from creativekit.errors import Message
from creativekit.language.catalogs import Translator
from creativekit.language.plain_text import clean
from creativekit.project.localized import Localized

if TYPE_CHECKING:
    from creativekit.studio.app import Studio

_PRIVATE = "\ue000"  # of Unicode's private use: no catalog has it in a sentence


def studio(node: DOMNode) -> Studio:
    """The app that a widget or screen is part of."""
    return cast("Studio", node.app)


def translator(node: DOMNode) -> Translator:
    return studio(node).translator


def say(node: DOMNode, message: Message | Localized | str) -> str:
    """In the spoken language and safe to show; a plain text is only made safe."""
    if isinstance(message, Localized):
        return clean(message.get(translator(node).language))
    return clean(message if isinstance(message, str) else translator(node).text(message))


def say_key(node: DOMNode, message: Message, typed: str, name: str = "key") -> Content:
    """A sentence that names a {key} or another thing to type: it looks as keys do in the foot."""
    said = say(node, replace(message, params={**message.params, name: _PRIVATE}))
    return Content.styled(typed, "bold $key").join(said.split(_PRIVATE))
