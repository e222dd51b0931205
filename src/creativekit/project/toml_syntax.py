"""TOML that cannot be read, said so that its author can mend it.

`tomllib` answers in terms of its grammar ("Illegal character"); people make a handful of mistakes,
and the place tells which. So the message is chosen by tomllib's wording and by what stands there.
"""

from __future__ import annotations

import re

from creativekit.errors import Message, Problem, msg
from creativekit.project import color_text

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_TYPOGRAPHIC_QUOTES = "“”„‟«»‘’‚"


def problem(error: ValueError, text: str, file: str) -> Problem:
    """What `tomllib` found in `text`, as a Problem with its line; `file` is its name to show."""
    said = str(error)
    place = _PLACE.search(said)
    if place is None:
        # Not the parser's own: Python refuses integers of thousands of digits.
        return Problem(msg("there is a number that is too long to be read"), file=file)
    lines = text.replace("\r\n", "\n").split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    if place[1] is not None:
        line, column = int(place[1]), int(place[2])
    # An error at the end of a document is about its last line that holds something.
    while line > 1 and not lines[line - 1].strip():
        line -= 1
        column = len(lines[line - 1]) + 1
    message = _message(said[: place.start()], lines[line - 1], column)
    return Problem(message, file=file, line=line, column=column)


def _message(said: str, line: str, column: int) -> Message:
    here = line[column - 1 : column]
    value = line.partition("=")[2].strip()
    if value[:1] and value[0] in _TYPOGRAPHIC_QUOTES:
        return msg('text stands between straight quotes: "…", not {quote}…', quote=value[0])
    if (here and ord(here) < 32) or here == "\x7f":
        return msg("there is a character that a text file does not hold")
    if re.search("Unescaped|Invalid hex value|Escaped character", said):
        return msg("a backslash is special inside \"…\"; write / instead, or put the text in '…'")
    if re.search("Illegal character|Unterminated|Expected [\"']+'|invalid character '.n'", said):
        return msg("a text is not closed with its quote")
    if re.search("overwrite|twice|Duplicate|mutate|redefine", said):
        return msg("this key or section is given a second time")
    if "Unclosed array" in said:
        return msg("a list is not closed: ] or a comma is missing")
    if "Unclosed inline table" in said:
        return msg("a table is not closed: }} or a comma is missing")
    if "Expected ']" in said:
        return msg("the header of a section is not closed: one ] for each [")
    if "Expected '='" in said:
        return msg("a key and its value need = between them")
    if "key part" in said and here == "}":
        return msg("a table in one line must not end with a comma")
    if "key part" in said or ("Invalid statement" in said and here.isalpha()):
        return msg("a key is made of English letters, digits, - and _; put any other in quotes")
    if "Invalid value" in said:
        return _no_value(line[column - 1 :].strip())
    if "Expected newline" in said:
        return msg("something is left over after the value; one key stands on one line")
    if "date" in said:
        return msg("there is no such date")
    return msg("this line is not valid TOML")


def _no_value(rest: str) -> Message:
    if rest.startswith("#") and color_text.hex_color(rest):
        return msg('a colour stands in quotes: "{text}"', text=rest)
    if rest.lower() in ("true", "false"):
        return msg("true and false are written in lower case")
    if rest[:1].isalpha():
        return msg('text stands in quotes: "{text}"', text=rest.partition("#")[0].strip()[:40])
    return msg("there is no value that can be read after =")
