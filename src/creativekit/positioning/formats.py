"""What the worksheets are made as, by the names that a person asks for them.

Apart from the makers (`kit`), because a run with nothing to do should not pay for loading those.
"""

from __future__ import annotations

from typing import Literal, get_args

Format = Literal["print", "form", "html", "md", "pictures"]
FORMATS: tuple[Format, ...] = get_args(Format)

BLANK_FORMATS: frozenset[Format] = frozenset({"print", "form", "html"})
"""What empty sheets are made as, too: what can be written on."""
