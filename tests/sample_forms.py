"""A small form of every kind of field, for tests of forms."""

from __future__ import annotations

from creativekit.documents.form import fillable
from creativekit.documents.form_fields import (
    ChoiceField,
    Field,
    Look,
    Mark,
    ScaleField,
    TextField,
)
from creativekit.documents.typst import compile_pdf
from creativekit.fonts.faces import face

BODY, SPARE = face("Onest", 400), face("Inter")
LOOK = Look(BODY, SPARE, "#102030", "#0a7e8c")
MARK = Mark("kk", (1, 4))

PAGE = b"""
#let d = json("data.json")
#set document(title: d.title)
#set text(lang: d.language, font: d.faces.body.family)
#let slot(name, height) = link("field:" + name, block(width: 100%, height: height, fill: luma(230)))
= A form
#slot("a.who", 8mm)
#slot("a.long", 40mm)
#table(columns: (1fr, 1fr), table.header([x], [y]), slot("b.0.score", 8mm), slot("b.1.score", 8mm))
#grid(columns: 5, column-gutter: 4mm, ..range(5).map(i =>
  link("field:b.scale=" + str(i - 2).replace(sym.minus, "-"), circle(radius: 3mm, stroke: black))))
#link("https://example.org")[elsewhere]
"""
STATES = ("-2", "-1", "0", "1", "2")
KAZAKH = "Әсем Ғани Қыран Ңұрлан Өмір Ұлы Үміт Һәм Іңкәр ₸ «иә»"


def fields(who: str = "", long: str = "", score: str = "", scale: str = "") -> tuple[Field, ...]:
    options = (("", " "), *((str(step), str(step)) for step in range(6)))
    return (
        TextField("a.who", "Кім", who, length=240),
        TextField("a.long", "Ұзақ", long, 11, length=8000),
        ChoiceField("b.0.score", "Ұпай 1", options, score),
        ChoiceField("b.1.score", "Ұпай 2", options),
        ScaleField("b.scale", "Қайсысы", STATES, scale),
    )


def made(*args: str, page: bytes = PAGE, look: Look = LOOK) -> bytes:
    faces = {"body": BODY, "spare": SPARE}
    pages = compile_pdf(page, {}, {}, faces, title="Үлгі", language="kk", name="page.typ")
    return fillable(pages, fields(*args), look, MARK, "page.typ")
