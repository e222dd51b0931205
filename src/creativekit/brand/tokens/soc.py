"""StarOffice Color table, for LibreOffice and Apache OpenOffice.

XML with a `draw:color` for each entry (the files in LibreOffice's own share/palette). One colour a
name; the names are unique already.
"""

from __future__ import annotations

from creativekit.brand.tokens.model import Tokens
from creativekit.brand.tokens.swatches import swatches

FILE = "swatches.soc"

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "svg": "http://www.w3.org/2000/svg",
    "ooo": "http://openoffice.org/2004/office",
}


def soc(tokens: Tokens) -> bytes:
    """The colour table."""
    # It brings half of the library's networking with it, which planning a kit need not wait for.
    from xml.sax.saxutils import quoteattr

    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    entries = "\n".join(
        f"  <draw:color draw:name={quoteattr(swatch.name)} draw:color={quoteattr(swatch.hex)}/>"
        for swatch in swatches(tokens)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<ooo:color-table {spaces}>\n{entries}\n</ooo:color-table>\n"
    ).encode()
