"""The process behind one page of a browser: `python -m creativekit.studio.in_browser OPENING`.

textual-serve speaks to it through its standard streams; it is no command for people.
"""

from __future__ import annotations

import os
import sys


def main(arguments: list[str]) -> int:
    """Open what the argument describes; returns the exit code."""
    # As in the console script: looking for plugins takes 0.1 s, and there are none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from creativekit.studio.opening import Opening

    app = Opening.read(arguments[0]).app()
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
