"""A table of a report in words of one language: its heads, lines, notes, and lengths to draw.

A line of which all is hidden is named under its table. Everything is plain values, as templates
take them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from creativekit.canvas.text.hyphenation import SOFT_HYPHEN, parted
from creativekit.cohort.needs_form import LANGUAGE_NAMES, form_words
from creativekit.cohort.publishing import REST
from creativekit.cohort.report_words import WORDS
from creativekit.language import formats
from creativekit.presence.report_words import Words

_SPREAD = ("presence", "presence.group", "change")
_ASKED = {"needs": "need_1", "awareness": "awareness_help"}
_QUESTION = {"needs": "question_needs", "needs.first": "question_first"}
"""One question is asked for three answers: which of them are counted is said."""
_TOP = 3
_LONG, _LABEL, _PIECE = 9, 16, 5
"""Letters of a word that may be parted in a name of a line or a column, and in a column's before a
figure. It is parted only where it is wider than its place, which each kind of file sees to, and
into pieces of so many letters or more, shorter words into halves."""
_SHORT = 60
_FEW = 2
"""Hidden columns that a narrow page names under a line; more of them it counts."""
_WIDE = 3
"""From so many columns on, a star stands for a hidden figure."""
STAR = "*"


def unbroken(day: datetime.date, language: str) -> str:
    """A date in which no line ends."""
    return formats.date(day, language).replace(" ", formats.NO_BREAK_SPACE)


def in_language(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")


class Tables:
    """Makes those of a report; titles: of ids in each language, by what is asked."""

    def __init__(self, report: Any, titles: Any, said: Words, folder: Path | None) -> None:
        self.report, self.titles, self.said = report, titles, said
        self.language = said.language
        self.percent = "%" if self.language == "en" else f"{formats.NO_BREAK_SPACE}%"
        self.asked = form_words(folder)

    def tables(self, found: Sequence[Any]) -> dict[str, Any]:
        """Those of a chapter that say something, and in one sentence those that do not."""
        made = [self.table(each) for each in found]
        gone = "; ".join(each["title"] for each in made if not each["rows"])
        return {
            "tables": [each for each in made if each["rows"]],
            "gone": self.said("all_gone", names=gone) if gone else "",
        }

    def table(self, table: Any) -> dict[str, Any]:
        said, spread = self.said, table["id"] in _SPREAD
        kind = "group" if table["id"] == "presence.group" else table["question"].split("+")[0]
        heads = self._heads(table)
        columns = [*heads, *(self._column(table, at) for at in range(len(table["columns"])))]
        is_wide = len(table["columns"]) >= _WIDE
        stays = [row for row in table["rows"] if row.get("stays")]
        whole = len(stays) == len(table["rows"]) and {row["n"] for row in stays} <= {table["n"]}
        rows, gone = [], []
        nothing = not any(_tells(row) for row in table["rows"])
        for row in table["rows"]:
            title = self._title(table, row["id"], kind)
            line = _parted(title, self.language, _LONG)
            if row["id"] in table["together"] and not heads:
                if nothing:
                    gone.append(title)
                continue
            if nothing and row["id"] == REST:
                continue
            if (
                not heads
                and (nothing or not row.get("decoy"))
                and all(each is None for each in row["cells"])
            ):
                gone.append(title)
                continue
            notes = self._notes(table, row, kind, title)
            if row.get("stays") and not whole:
                n = row.get("n")
                notes.append(said("stays_row", n="—" if n is None else self._number(n)))
            cells = [self._head(row, key["id"]) for key in heads]
            cells += self._cells(table, row, spread, is_wide)
            rows.append(
                {
                    "title": line,
                    "notes": notes,
                    "cells": cells,
                    "unsaid": self._unsaid(columns, cells) if len(table["columns"]) > 1 else "",
                    **_drawn(row, spread),
                }
            )
        notes = []
        if gone:
            notes.append(said("all_hidden", names="; ".join(gone)))
        is_starred = any(each["text"] == STAR for row in rows for each in row["cells"])
        if is_starred:
            notes.append(said("star"))
        if table["id"] == "awareness" and rows:
            notes.append(said("steps"))
        if rest := self._rest(table, kind, not nothing):
            notes.append(said("rest_of", names=rest))
        if spread and rows:
            notes.append(said("scale_change" if table["id"] == "change" else "scale"))
        if ranges := [row["n_range"] for row in table["rows"] if "n_range" in row]:
            key = "range_group" if table["id"] == "presence.group" else "range"
            notes.append(said(key, least=table["least"], example=self._range(ranges[0])))
        if whole and stays:
            notes.append(said("stays_row", n=self._n(table["n"])))
        kind_of = "spread" if spread else "bars" if len(table["columns"]) == 1 else "grid"
        is_bare = kind_of == "bars" and all(row["cells"][-1]["share"] is None for row in rows)
        if is_bare:
            columns[-1]["n"] = ""
        hidden = [all(row["cells"][at]["hidden"] for row in rows) for at in range(len(columns))]
        return {
            "id": table["id"].replace(".", "-"),
            "title": said(table["id"].replace(".", "_")),
            "question": self._question(table),
            "again": said("continued", title=said(table["id"].replace(".", "_"))),
            "kind": kind_of,
            "signed": table["id"] == "change",
            # Of which no length is drawn: its names have that room.
            "is_bare": is_bare,
            "columns": [
                {**column, "is_hidden": bool(rows) and gone_whole}
                for column, gone_whole in zip(columns, hidden, strict=True)
            ],
            "heads": len(heads),
            "rows": rows,
            "top": self._top(table, kind),
            "notes": notes,
            "star": said("star") if is_starred else "",
        }

    def _unsaid(self, columns: list[dict[str, str]], cells: list[dict[str, Any]]) -> str:
        """The columns that are hidden in a line, where it is set one below the other."""
        pairs = zip(columns, cells, strict=True)
        names = [column["label"] for column, cell in pairs if cell["hidden"]]
        if len(names) > _FEW:
            return self.said("more_hidden", n=len(names))
        return f"{self.said('hidden')}: {'; '.join(names)}" if names else ""

    def _n(self, n: int | None) -> str:
        return self.said("few", least=self.report["least"]) if n is None else self._number(n)

    def _number(self, n: int) -> str:
        # A minus sign, and not the hyphen that a keyboard has.
        return formats.number(n, self.language).replace("-", "−")

    def _range(self, ends: tuple[int, int]) -> str:
        return "–".join(map(self._number, ends))

    def _of(self, n: int) -> str:
        return f"n\u00a0=\u00a0{self._number(n)}"

    def _question(self, table: Any) -> str:
        asked, n = table["question"], self._n(table["n"])
        if asked == "presence":
            return self.said("presence_asked", version=self.report["instrument"], n=n)
        keys = asked.split("+")
        if table["id"] == "people.sector-group":
            keys = ["sector", "group"]
        texts = [self.asked[_ASKED.get(key, key)].get(self.language) for key in keys]
        if len(texts) == 2:
            said = self.said("questions", first=texts[0], second=texts[1], n=n)
        else:
            said = self.said(_QUESTION.get(table["id"], "question"), text=texts[0], n=n)
        # Over a single column of figures it is said what they are parts of; over more, here.
        whole = self._whole(table) if len(table["columns"]) > 1 else ""
        return f"{said}. {whole[0].upper()}{whole[1:]}" if whole else said

    def _whole(self, table: Any) -> str:
        """Of whom the per cents of a table are parts: not of those in the column beside them."""
        if table["id"] in _SPREAD or table["id"] == "people.sector-group":
            return ""
        of = "need" if table["id"] == "gap" else "column" if "wholes" in table else "answered"
        return self.said(f"part_of_{of}")

    def _title(self, table: Any, id: str, kind: str) -> str:
        if not id and table["id"] == "presence.group":
            # Who assessed themselves and filled in no needs form has said no group to anybody.
            return self.said("no_group")
        return self._named(id, kind, table["id"] in _SPREAD)

    def _named(self, id: str, of: str, is_score: bool = False) -> str:
        said = self.said
        if id == REST:
            return said("rest")
        if not id:
            return said("overall" if is_score else "not_said")
        if of == "language":
            return LANGUAGE_NAMES.get(id, id)
        if of == "age":
            return id.replace("under-", "< ").replace("-", "–")
        return in_language(self.titles.get(of, {}).get(id, {self.language: id}), self.language)

    def _heads(self, table: Any) -> list[dict[str, str]]:
        """Columns of how many were invited and came, in the table of groups."""
        known = [
            key
            for key in ("invited", "present")
            if any(row.get(key) is not None for row in table["rows"])
        ]
        return [self._headed(key, self.said(key)) for key in known]

    def _head(self, row: Any, key: str) -> dict[str, Any]:
        n = row.get(key)
        return {"text": "" if n is None else self._number(n), "part": "", "hidden": False,
                "share": None}  # fmt: skip

    def _column(self, table: Any, at: int) -> dict[str, str]:
        id = table["columns"][at]
        key = id.replace("-", "_")
        if table["id"] == "people.group":
            key = "answered"
        title = self.said(key) if key in WORDS and id != REST else self._named(id, "group")
        n = self._of(table["wholes"][at]) if "wholes" in table else ""
        if len(table["columns"]) == 1:
            n = self._whole(table)
        return self._headed(id, title, n)

    def _headed(self, id: str, title: str, n: str = "") -> dict[str, str]:
        label = _parted(title, self.language, _LABEL)
        return {"id": id, "title": _parted(title, self.language, _LONG), "label": label, "n": n}

    def _notes(self, table: Any, row: Any, kind: str, title: str) -> list[str]:
        if table["id"] == "awareness":
            source = self._source(row["id"])
            if row["decoy"]:
                return [self.said("decoy")]
            return [self.said("source", text=source)] if source else []
        if table["id"] == "gap":
            return [self._of(row["n"])]
        if row["id"] == REST and len(names := self._together(table, kind)) <= _SHORT:
            return [names] if names else []
        return []

    def _source(self, id: str) -> str:
        found = self.report["sources"].get(id)
        if not found:
            return ""
        text, day = str(found["text"][self.language]), found["date"]
        if day is None:
            return text
        return f"{text}, {unbroken(datetime.date.fromisoformat(day), self.language)}"

    def _together(self, table: Any, kind: str) -> str:
        return "; ".join(self._title(table, each, kind) for each in table["together"])

    def _rest(self, table: Any, kind: str, is_there: bool) -> str:
        """Who "the others together" are, where no line has room to say it."""
        if REST in table["columns"]:
            groups = next(each for each in self.report["tables"] if each["id"] == "people.group")
            return self._together(groups, "group") if is_there else ""
        names = self._together(table, kind)
        return names if is_there and len(names) > _SHORT else ""

    def _cells(self, table: Any, row: Any, spread: bool, is_wide: bool) -> list[dict[str, Any]]:
        wholes = row.get("wholes") or table.get("wholes")
        wholes = wholes or [row.get("n", table["n"])] * len(row["cells"])
        # Of a crossing, a part of all who answered says nothing.
        crossed = table["id"] == "people.sector-group"
        made = []
        for at, (value, whole) in enumerate(zip(row["cells"], wholes, strict=True)):
            if spread and at == 0 and "n_range" in row:
                text = self._range(row["n_range"])
                made.append({"text": text, "part": "", "hidden": False, "share": None})
                continue
            if value is None:
                text = STAR if is_wide else self.said("hidden")
                made.append({"text": text, "part": "", "hidden": True, "share": None})
                continue
            share = None if spread or crossed or not whole else round(100 * value / whole, 2)
            text = self._number(value)
            if table["id"] == "change" and at and value > 0:
                text = f"+{text}"
            part = "" if share is None else f"{share:.0f}{self.percent}"
            made.append({"text": text, "part": part, "hidden": False, "share": share})
        return made

    def _top(self, table: Any, kind: str) -> list[dict[str, str]]:
        """The first three needs of each group of which nothing is hidden (it might be among them)
        and nothing is of an earlier report."""
        if table["id"] != "needs" or any(row.get("stays") for row in table["rows"]):
            return []
        made = []
        for at, group in enumerate(table["columns"][1:], 1):
            cells = [row["cells"][at] for row in table["rows"]]
            if None in cells or len(cells) <= _TOP:
                continue
            rows = sorted(table["rows"], key=lambda row: -row["cells"][at])
            text = "; ".join(self._named(row["id"], kind) for row in rows[:_TOP])
            made.append({"group": self._named(group, "group"), "text": text})
        return [{**each, "group": f"{each['group']} · {self.said('top')}"} for each in made]


def _parted(text: str, language: str, least: int) -> str:
    """The text with soft hyphens in its long words, none of which leaves a few letters alone."""
    words = []
    for word in parted(text, language, least).split(" "):
        pieces = word.split(SOFT_HYPHEN)
        fewest = min(_PIECE, len(word.replace(SOFT_HYPHEN, "")) // 2)
        while len(pieces) > 1 and len(pieces[0]) < fewest:
            pieces[:2] = ["".join(pieces[:2])]
        while len(pieces) > 1 and len(pieces[-1]) < fewest:
            pieces[-2:] = ["".join(pieces[-2:])]
        words.append(SOFT_HYPHEN.join(pieces))
    return " ".join(words)


def _tells(row: Any) -> bool:
    """Whether a line says more than that everybody is in it."""
    return row["id"] != REST and any(each is not None for each in row["cells"])


def _drawn(row: Any, spread: bool) -> dict[str, Any]:
    """Where quartiles and median lie, in points."""
    if not spread or row["cells"][1] is None:
        return {"spread": None}
    low, mid, high = row["cells"][1:4]
    return {"spread": {"low": low, "mid": mid, "high": high}}
