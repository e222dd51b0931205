"""The worked example of docs/templates.md is a template without a mistake, at both its ends."""

from __future__ import annotations

import re
from pathlib import Path

from creativekit.project.vocabulary import styles
from creativekit.social.sample_pictures import NAMES, PREFIX
from creativekit.social.template import FIELD_TYPES, FORMS, KINDS, PARTS, ROLES, SURFACES
from creativekit.social.template_file import read
from creativekit.social.template_keys import (
    AREAS,
    MOST_BYTES,
    MOST_DEPTH,
    MOST_FIELDS,
    MOST_LAYERS,
    MOST_NODES,
)

DOCS = Path(__file__).parents[2] / "docs" / "templates.md"
TEXT = DOCS.read_text("utf-8")
FIRST, _POST, FIELDS, GROUND, WORDS, WIDE, SAMPLE = re.findall(r"```toml\n(.*?)```", TEXT, re.S)


def test_the_least_that_works() -> None:
    assert [layer.name for layer in read(FIRST.encode(), "x", "new-in").layers] == [
        "ground",
        "words",
    ]


def test_the_whole_example() -> None:
    head = FIRST[: FIRST.index("[fields]")]
    text = "\n".join((head, FIELDS, GROUND, WORDS, WIDE, SAMPLE))
    found = read(text.encode(), "x", "new-in")
    assert list(found.fields) == ["headline", "price", "photo", "alt"]
    assert [layer.name for layer in found.layers] == ["photograph", "ground", "words", "signature"]
    assert list(found.changes) == ["wide"]
    assert found.samples["kk"]["price"] == 4500


def test_every_word_of_the_format_is_explained() -> None:
    words = (*FIELD_TYPES, *FORMS, *KINDS, *PARTS, *ROLES, *SURFACES, *AREAS)
    words = (*words, *(f"{PREFIX}{name}" for name in NAMES))
    assert [word for word in words if not re.search(rf"\b{word}\b", TEXT)] == []
    assert "noir" in styles()


def test_limits_are_as_told() -> None:
    limits = TEXT[TEXT.index("## Limits") :]
    assert (MOST_BYTES, MOST_DEPTH) == (200_000, 4)
    told = f"200 KB, {MOST_FIELDS} fields, {MOST_LAYERS} layers and {MOST_NODES} things"
    assert told in " ".join(limits.split())
