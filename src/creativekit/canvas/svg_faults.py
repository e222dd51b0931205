"""Where an SVG is no XML, and why, in our own words: expat has its reasons in English only.

The reasons are those of the files that editors, mail and half finished downloads spoil; of any
other fault the place is enough to find it.
"""

from __future__ import annotations

from xml.parsers import expat
from xml.parsers.expat import errors as codes

from creativekit.errors import Message, msg

_REASONS: dict[str, Message] = {
    codes.XML_ERROR_NO_ELEMENTS: msg("it ends before everything is closed"),
    codes.XML_ERROR_INVALID_TOKEN: msg("a character stands where none of its kind may"),
    codes.XML_ERROR_UNCLOSED_TOKEN: msg("a tag is begun and not finished"),
    codes.XML_ERROR_TAG_MISMATCH: msg("a closing tag is not of the element that is open"),
    codes.XML_ERROR_DUPLICATE_ATTRIBUTE: msg("an attribute stands twice in an element"),
    codes.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: msg("something follows after the end of the drawing"),
    codes.XML_ERROR_UNDEFINED_ENTITY: msg("an entity (&…;) is not known"),
    codes.XML_ERROR_UNBOUND_PREFIX: msg("a prefix (such as xlink:) is not declared"),
}
"""By what expat says itself."""


def broken(error: Exception) -> Message:
    """Of a fault without words of ours only the place is told."""
    if isinstance(error, expat.ExpatError):
        known = _REASONS.get(expat.ErrorString(error.code))
        if known is not None:
            return msg("the SVG is broken: {reason}", reason=known)
    return msg("the SVG is broken here")


def place(error: Exception) -> tuple[int | None, int | None]:
    """Line and column, from 1, as far as they are known."""
    if isinstance(error, expat.ExpatError):
        return error.lineno, error.offset + 1
    return None, None
