"""Answers put in their places: the tables of `[positioning]` as a form gives them back.

A form has a fixed number of rows, a config as many as are filled in. So lists first get a place for
every row of the form, empty ones among them; when all answers are in, what holds nothing goes, and
the scores of an attribute go with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from creativekit.errors import Message, msg
from creativekit.positioning.blanks import Blank
from creativekit.project.positioning_section import Positioning
from creativekit.project.toml_positions import Key

Answer = str | int | float | None

_WORDS = frozenset({("character", "say"), ("character", "never")})


class Places:
    """The tables of `[positioning]`, as TOML holds them, with a place for every blank.

    table: what the config has, and `current` what was read from it. language: of the texts that are
    put in; languages: the project's. `tree`: the tables with what was put in, places of rows kept.
    """

    def __init__(
        self,
        table: Mapping[str, Any],
        current: Positioning,
        language: str,
        languages: Sequence[str],
    ) -> None:
        self.tree: dict[str, Any] = deepcopy(dict(table))
        self._current = current
        self._language = language
        self._languages = tuple(languages)
        self._words: dict[Key, list[Any]] = {}

    def put(self, blank: Blank, answer: Answer) -> None:
        """An answer in its place; None or "" takes out what is there, in this language only."""
        path: Key = blank.path
        node: Any = self.tree
        is_word = path[:2] in _WORDS
        if is_word:
            node, path = self._list_of_words(path[:2]), path[2:]
        for part, following in pairwise(path):
            node = _inside(node, part, list if isinstance(following, int) else dict)
        last = path[-1]
        if isinstance(last, int):
            _reach(node, last)
        if blank.kind == "text" and blank.translated and not is_word:
            existing = node.get(last) if isinstance(node, dict) else node[last]
            node[last] = self._localized(existing, str(answer or ""))
        else:
            node[last] = answer

    def get(self, blank: Blank) -> Answer:
        """What stands in a blank of a row: a number, or the text of this language."""
        found = self._found(blank)
        if isinstance(found, dict):
            found = found.get(self._language)
        return found if isinstance(found, (str, int, float)) else None

    def other_languages(self, blank: Blank) -> list[tuple[str, str]]:
        """The texts of other languages in a blank of a row, with their languages."""
        found = self._found(blank)
        texts = found.items() if isinstance(found, dict) else ()
        return [(each, text) for each, text in texts if each != self._language and text]

    def remove(self, row: Key) -> None:
        """Take out a row, or what else has several blanks, with all that is in it."""
        node: Any = self.tree
        for part in row[:-1]:
            node = node[part]
        node[row[-1]] = None

    def _found(self, blank: Blank) -> Any:
        node: Any = self.tree
        for part in blank.path:
            try:
                node = node[part]
            except (LookupError, TypeError):
                return None
        return node

    def _localized(self, existing: Any, text: str) -> Any:
        """A text for one language beside those of the others.

        A plain string speaks for every language of the project: it stays the others' text.
        """
        if isinstance(existing, dict):
            return {**existing, self._language: text}
        if len(self._languages) < 2:
            return text
        others = dict.fromkeys(self._languages, existing if isinstance(existing, str) else "")
        return {**others, self._language: text}

    def _list_of_words(self, path: Key) -> list[Any]:
        """The list in this language, made a list for each language where there was one for all."""
        if path in self._words:
            return self._words[path]
        section, key = str(path[0]), str(path[1])
        table = _inside(self.tree, section, dict)
        # Blanks are numbered by what was read, where a word given twice is one word.
        given: Mapping[str, Sequence[str]] = dict(getattr(getattr(self._current, section), key))
        own, found = list(given.get(self._language, ())), table.get(key)
        if isinstance(found, dict):
            words = found.get(self._language)
            holder, name = found, self._language
        elif len(self._languages) < 2:
            words, holder, name = found, table, key
        else:
            holder, name, words = {}, self._language, None
            if found:
                holder = {each: list(given.get(each, ())) for each in self._languages}
            table[key] = holder
        if not isinstance(words, list) or len(words) != len(own):
            words = own
        holder[name] = words
        self._words[path] = words
        return words

    def settle(self) -> Iterator[tuple[str, Message]]:
        """Close the gaps in lists of numbers; yields the names of blanks that leave one open."""
        table = self.tree.get("alternatives", {})
        rows = table.get("attributes", ())
        kept = [place for place, row in enumerate(rows) if not is_empty(row)]
        for place, other in enumerate(table.get("others", ())):
            if isinstance(other, dict) and isinstance(other.get("scores"), list):
                name = f"alternatives.others.{place}.scores"
                yield from _settle_scores(other, kept, len(rows), name)
        sliders = self.tree.get("character", {}).get("sliders")
        if isinstance(sliders, list):
            _trim(sliders)
            for place, mark in enumerate(sliders):
                if mark is None:
                    message = msg("a line below has a mark, this one has none: 0 is the middle")
                    yield f"character.sliders.{place}", message


def _settle_scores(
    other: dict[str, Any], kept: list[int], attributes: int, name: str
) -> Iterator[tuple[str, Message]]:
    """The scores of one alternative, one an attribute; an attribute that went takes its own."""
    scores: list[Any] = other["scores"]
    _trim(scores)
    filled = [place for place, score in enumerate(scores) if score is not None]
    if not filled or filled == list(range(len(kept))):
        return
    for place in kept:
        if place not in filled:
            yield f"{name}.{place}", msg("a score is missing: there is one for each attribute")
    for place in filled:
        if place >= attributes:
            yield f"{name}.{place}", msg("this score belongs to no attribute")
    other["scores"] = [scores[place] if place < len(scores) else None for place in kept]


def _inside(node: Any, part: str | int, kind: type[Any]) -> Any:
    """The list or table at `part`, made where there is none."""
    if isinstance(part, int):
        _reach(node, part)
    found = node.get(part) if isinstance(node, dict) else node[part]
    if not isinstance(found, kind):
        found = node[part] = kind()
    return found


def _reach(places: list[Any], place: int) -> None:
    places.extend([None] * (place + 1 - len(places)))


def _trim(places: list[Any]) -> None:
    while places and places[-1] is None:
        places.pop()


def is_empty(value: Any) -> bool:
    """Whether there is nothing in it: no text, no number, at any depth."""
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    if isinstance(value, list):
        return all(map(is_empty, value))
    return value is None or (isinstance(value, str) and not value.strip())


def compact(value: Any, origins: dict[Key, int], path: Key = ()) -> Any:
    """`value` without what is empty; `origins` gets the place in `value` of each list item kept."""
    if isinstance(value, dict):
        return {
            key: compact(each, origins, (*path, key))
            for key, each in value.items()
            if not is_empty(each)
        }
    if isinstance(value, list):
        kept = [place for place, each in enumerate(value) if not is_empty(each)]
        for place, origin in enumerate(kept):
            origins[*path, place] = origin
        return [
            compact(value[origin], origins, (*path, place)) for place, origin in enumerate(kept)
        ]
    return value


def edits(old: Any, new: Any, path: Key) -> Iterator[tuple[Key, Any]]:
    """What `writing.change` has to do: values for paths, None for what goes, in this order.

    old: the config's value at `path`. new: the same from a `Places.tree`, places of rows kept.
    """
    if new == old:
        return
    if isinstance(old, dict) and isinstance(new, dict) and not _goes(old, new, path):
        for key in new:
            yield from edits(old.get(key), new[key], (*path, key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_edits(old, new, path)
    elif not is_empty(new):
        yield path, compact(new, {})
    elif old is not None:
        yield path, None


_SECTION = 2
"""Depth of `positioning.audience`: a section stays, with nothing in it, rather than goes."""


def _goes(old: dict[str, Any], new: dict[str, Any], path: Key) -> bool:
    return is_empty(new) and len(path) > _SECTION


def _list_edits(old: list[Any], new: list[Any], path: Key) -> Iterator[tuple[Key, Any]]:
    going = [place for place in range(len(old)) if place >= len(new) or is_empty(new[place])]
    for place in range(min(len(old), len(new))):
        if place not in going:
            yield from edits(old[place], new[place], (*path, place))
    added = [each for each in new[len(old) :] if not is_empty(each)]
    for place, each in enumerate(added, len(old)):
        yield (*path, place), compact(each, {})
    for place in reversed(going):
        yield (*path, place), None
