"""A brand's typefaces to travel inside its Word documents: letters of Latin and Cyrillic."""

from __future__ import annotations

from creativekit.canvas.backends.pptx_text import typeface
from creativekit.documents.docx_fonts import EmbeddedFont
from creativekit.fonts import sfnt
from creativekit.fonts.faces import at_weight, restrictions
from creativekit.fonts.subset import subset
from creativekit.identity.model import Identity

# Latin with its accents, Cyrillic, punctuation, signs of money, arrows and signs of mathematics.
_RANGES = ((0x20, 0x17F), (0x400, 0x52F), (0x2010, 0x2044), (0x20A0, 0x20C0), (0x2100, 0x22FF))
_LETTERS = "".join(chr(code) for low, high in _RANGES for code in range(low, high + 1))


def embedded_fonts(identity: Identity) -> tuple[EmbeddedFont, ...]:
    """The brand's faces that may travel, by the names of the theme.

    A font that its maker lets nobody edit with would turn the whole document read-only; one with
    PostScript outlines Word does not take.
    """
    type_ = identity.type
    found = {}
    # What Ctrl+B asks for is the family's bold, not the brand's own weight of it.
    for face in (type_.heading, type_.body, at_weight(type_.body, 700)):
        made = subset(face, _LETTERS)
        if "glyf" in sfnt.tables(made) and not restrictions(face):
            name, bold = typeface(face)
            found[name, bold] = EmbeddedFont(name, bold, made)
    return tuple(found.values())
