"""Reading a template: what is right comes through, what is wrong is told once, with its line."""

from __future__ import annotations

import datetime
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES
from creativekit.project.post_sections import PostTable
from creativekit.project.writing import toml
from creativekit.social.template import Node, Template
from creativekit.social.template_file import read
from creativekit.social.template_keys import MOST_BYTES, OF_A_POST

# Lines are counted in the table below: line 1 is `schema`.
GOOD = """\
schema = 1
id = "sale"
title = { kk = "Жеңілдік", ru = "Скидка", en = "Sale" }
made_for = ["post", "story"]
[fields]
headline = { type = "text", required = true, most = 40, title = { kk = "Тақырып", ru = "Сөз" } }
price = { type = "price" }
until = { type = "date" }
hours = { type = "lines", least = 1, most = 3 }
menu = { type = "items" }
photo = { type = "image", min_px = 600 }
more = { type = "images", most = 4 }
alt = { type = "text", default = { kk = "{headline}, {price}", ru = "{headline} — {price}" } }
[[layer]]
name = "ground"
surface = "gallery"
pictures = ["photo", "more"]
captions = [{ kk = "Бұрын", ru = "Было" }, "{headline}"]
when = "photo"
[[layer]]
name = "tint"
fill = "gradient(primary, accent-200, 135deg)"
area = [0, 0.5, 1, "1/2"]
radius = 0.02
[[layer]]
name = "words"
gap = 0.02
align = ["start", "end"]
column = [
  { text = "headline", role = "display", size = [0.03, 0.1], lines = 3 },
  { row = [{ figure = "price" }, { text = { kk = "{until} дейін", ru = "до {until}" } }] },
  { lines = "hours" }, { items = "menu", grow = true }, { image = "photo", height = 0.2 },
  { rule = true }, { space = 0.01 }, { mark = "motif", height = 0.05 }, { logo = "symbol" },
]
[[layer]]
name = "signature"
signature = true
[wide.words]
gap = 0.01
[style.bold.words]
contrast = 7
[sample.kk]
headline = "Күзгі жеңілдік"
until = 2026-11-30
hours = ["Дс–Жм 10:00–19:00"]
menu = [["Шай", 500], { label = "Кофе", value = "900 ₸" }]
photo = "sample:dark"
more = ["sample:light", "sample:product"]
"""


def template(text: str = GOOD) -> Template:
    return read(text.encode(), "sale.toml", "sale")


def told(text: str) -> list[str]:
    """Every problem as `line key: message`, without what is accepted."""
    with pytest.raises(InputError) as caught:
        template(text)
    return [
        f"{problem.line} {problem.key}: {problem.message}"
        + (f" ({problem.nearest}?)" if problem.nearest else "")
        for problem in caught.value.problems
    ]


def test_a_whole_template_comes_through() -> None:
    found = template()
    assert (found.id, found.made_for, found.listed, found.pages) == (
        "sale", ("post", "story"), True, None,
    )  # fmt: skip
    headline = found.fields["headline"]
    assert (headline.required, headline.most, headline.title.get("ru")) == (True, 40, "Сөз")
    default = found.fields["alt"].default
    assert default is not None
    assert default.get("ru") == "{headline} — {price}"
    assert found.fields["price"].title.get("kk") == "price"
    ground, tint, words, signature = found.layers
    assert (ground.surface, ground.pictures, ground.when) == (
        "gallery", ("photo", "more"), "photo",
    )  # fmt: skip
    assert [caption.get("kk") for caption in ground.captions] == ["Бұрын", "{headline}"]
    assert (tint.fill, tint.area, tint.radius) == (
        "gradient(primary, accent-200, 135deg)", (0, 0.5, 1, 0.5), 0.02,
    )  # fmt: skip
    assert (words.gap, words.align, words.area) == (0.02, ("start", "end"), "words")
    assert signature.signature
    assert words.content is not None
    first, row, *rest = words.content.children
    assert first == Node("text", "headline", role="display", size=(0.03, 0.1), lines=3)
    assert [child.part for child in row.children] == ["figure", "text"]
    until = row.children[1].words
    assert until is not None
    assert until.get("kk") == "{until} дейін"
    assert [node.part for node in rest] == [
        "lines", "items", "image", "rule", "space", "mark", "logo",
    ]  # fmt: skip
    assert found.samples["kk"]["until"] == datetime.date(2026, 11, 30)
    assert found.samples["kk"]["menu"] == (("Шай", 500), ("Кофе", "900 ₸"))
    assert found.samples["kk"]["more"] == ("sample:light", "sample:product")


def test_the_digest_is_of_the_bytes() -> None:
    assert template().digest == template().digest
    assert template().digest != template(GOOD + "# more\n").digest


WRONG = [
    ("schema = 1", "schema = 2", "1 schema: this template needs a newer creativekit"),
    ("schema = 1", "schema = 0", "1 schema: '0' cannot be used here"),
    ("schema = 1", "schema = true", "1 schema: 'true' cannot be used here"),
    ('"sale"', '"sales"', "2 id: a template's id is the name of its file, not 'sales'"),
    ('"story"]', '"storry"]', "4 made_for[2]: 'storry' cannot be used here (story?)"),
    ('"price" }', '"prise" }', "7 fields.price.type: 'prise' cannot be used here (price?)"),
    (
        'price = { type = "price" }',
        'price = { type = "price" }\nOld-price = { type = "price" }',
        "8 fields.Old-price: 'Old-price' is no name of a field: small English letters",
    ),
    (
        'until = { type = "date" }',
        'until = { type = "date" }\ncaption = { type = "text" }',
        "9 fields.caption: 'caption' is a key of every post, not a field's name",
    ),
    (
        'type = "price" }',
        'type = "price", most = 3 }',
        "7 fields.price.most: this key is not known here",
    ),
    (
        "least = 1, most = 3",
        "least = 4, most = 3",
        "9 fields.hours.least: the least number is more than the most",
    ),
    (
        "min_px = 600",
        "min_px = 0",
        "11 fields.photo.min_px: this must be a whole number from 1 to 8000, not 0",
    ),
    ("— {price}", "— {prise}", "13 fields.alt.default.ru: there is no field 'prise' (price?)"),
    (
        "— {price}",
        "— {menu}",
        "13 fields.alt.default.ru: 'menu' is a field of type items, which cannot be shown here",
    ),
    (
        "— {price}",
        "— {price",
        "13 fields.alt.default.ru: a brace stands only around the name of a field: {name}",
    ),
    (
        "— {price}",
        "— {alt}",
        "13 fields.alt.default: this default needs itself: alt → alt",
    ),
    (
        'price = { type = "price" }',
        'price = { type = "price", default = "{alt}" }',
        "7 fields.price.default: this default needs itself: price → alt → price",
    ),
    ('surface = "gallery"', 'surface = "galery"', "16 layer[1].surface: 'galery' cannot be used"),
    (
        'surface = "gallery"',
        'surface = "art"',
        "17 layer[1].pictures: a surface 'art' has no frames for pictures",
    ),
    (
        'pictures = ["photo", "more"]\n',
        "",
        "16 layer[1].surface: a surface 'gallery' needs pictures:"
        " the fields that go into its frames",
    ),
    ('["photo", "more"]', '["photo", "photo"]', "17 layer[1].pictures[2]: 'photo' is named twice"),
    (
        '["photo", "more"]',
        '["photo", "price"]',
        "17 layer[1].pictures[2]: 'price' is a field of type price, which cannot be shown here",
    ),
    (
        '["photo", "more"]',
        '["photo"]',
        "18 layer[1].captions: there are more captions than pictures",
    ),
    ('when = "photo"', 'when = "foto"', "19 layer[1].when: there is no field 'foto' (photo?)"),
    (
        'name = "tint"',
        'name = "ground"',
        "21 layer[2].name: there is another layer 'ground'",
    ),
    (
        'name = "tint"',
        'name = "Tint 1"',
        "21 layer[2].name: 'Tint 1' is no name: small English letters, digits, - and _",
    ),
    (
        "accent-200, 135deg",
        "acent-200, 135deg",
        "22 layer[2].fill: there is no colour 'acent-200' (accent-200?)",
    ),
    (
        '"gradient(primary, accent-200, 135deg)"',
        '"#ff0000"',
        "22 layer[2].fill: a template names colours by what they are for, not as #ff0000",
    ),
    (
        '[0, 0.5, 1, "1/2"]',
        "[0.5, 0.5, 0.6, 0.5]",
        "23 layer[2].area: an area, [x, y, width, height], lies within 0 to 1",
    ),
    ('[0, 0.5, 1, "1/2"]', "[0, 0.5, 1, 2]", "23 layer[2].area[4]: 2 is out of range: 0 to 1"),
    (
        "radius = 0.02",
        "contrast = 7",
        "24 layer[2].contrast: this key is not known here",
    ),
    (
        'fill = "grad',
        'image = "photo"\nfill = "grad',
        "20 layer[2]: a layer is one thing, and here are several: fill, image",
    ),
    (
        "signature = true",
        "signatur = true",
        "35 layer[4]: this layer is empty: it needs surface, fill, image, column, row or signature"
        " (signature?)",
    ),
    ("signature = true", "signature = false", "37 layer[4].signature: this must be true"),
    ('text = "headline"', 'text = "head"', "30 layer[3].column[1].text: there is no field 'head'"),
    (
        'text = "headline"',
        'text = "Бұрын"',
        "30 layer[3].column[1].text: words of the template's own stand in a table by language,"
        " a field by its name",
    ),
    (
        'text = "headline"',
        'txt = "headline"',
        "30 layer[3].column[1]: nothing is shown here: no part is named (text?)",
    ),
    (
        'text = "headline"',
        'label = "headline", text = "headline"',
        "30 layer[3].column[1]: one table shows one thing, and here are several: text, label",
    ),
    (
        "size = [0.03, 0.1]",
        "size = [0.2, 0.1]",
        "30 layer[3].column[1].size: the least size, 0.2, is more than the most, 0.1",
    ),
    (
        "size = [0.03, 0.1]",
        "size = [0.001, 0.1]",
        "30 layer[3].column[1].size[1]: 0.001 is out of range: 0.008 to 0.4",
    ),
    ('role = "display"', 'role = "large"', "30 layer[3].column[1].role: 'large' cannot be used"),
    (
        'figure = "price"',
        'figure = "photo"',
        "31 layer[3].column[2].row[1].figure: 'photo' is a field of type image,"
        " which cannot be shown here",
    ),
    ('lines = "hours"', 'lines = "price"', "32 layer[3].column[3].lines: 'price' is a field of"),
    ('image = "photo"', 'image = "more"', "32 layer[3].column[5].image: 'more' is a field of type"),
    ("rule = true", "rule = 1", "33 layer[3].column[6].rule: this must be true"),
    ('mark = "motif"', 'mark = "motiv"', "33 layer[3].column[8].mark: 'motiv' cannot be used"),
    ('kk = "{until} дейін"', 'kz = "{until}"', "31 layer[3].column[2].row[2].text.kz: this key"),
    ("[wide.words]", "[wide.wrods]", "38 wide.wrods: there is no layer 'wrods' (words?)"),
    ("[wide.words]", "[wid.words]", "38 wid: this key is not known here (wide?)"),
    ("[style.bold.words]", "[style.bolt.words]", "40 style.bolt: 'bolt' is not a style (bold?)"),
    ("contrast = 7", "contrast = 70", "41 style.bold.words.contrast: 70 is out of range: 1 to 21"),
    ("contrast = 7", 'name = "x"', "41 style.bold.words.name: this key is not known here"),
    ("[sample.kk]", "[sample.kz]", "42 sample.kz: this key is not known here"),
    ("\nuntil = 2026", "\nuntill = 2026", "44 sample.kk.untill: there is no field 'untill'"),
    ("2026-11-30", "true", "44 sample.kk.until: this must be text in quotes, not true"),
    (
        'headline = "Күзгі жеңілдік"\n',
        "",
        "42 sample.kk: the sample lacks 'headline', which is required",
    ),
    (
        '"Күзгі жеңілдік"',
        f'"{"ә" * 41}"',
        "43 sample.kk.headline: the text is 41 characters long; at most 40 fit",
    ),
    ('["Дс–Жм 10:00–19:00"]', '["1", "2", "3", "4"]', "45 sample.kk.hours: this must be a list"),
    ('["Шай", 500]', '["Шай"]', "46 sample.kk.menu[1]: a row is a label and a value"),
    ('"sample:dark"', '"../photo.jpg"', "47 sample.kk.photo: '../photo.jpg' cannot be used here"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_each_mistake_is_told_once_with_its_line(old: str, new: str, said: str) -> None:
    assert GOOD.count(old) >= 1
    found = told(GOOD.replace(old, new, 1))
    assert len(found) == 1, found
    assert found[0].startswith(said)


def test_a_misspelt_key_is_told_with_the_one_that_was_meant() -> None:
    assert told(GOOD.replace('title = { kk = "Жең', 'titel = { kk = "Жең')) == [
        "None title: this key is missing and has no default",
        "3 titel: this key is not known here (title?)",
    ]


def test_all_mistakes_of_a_file_are_told_together_in_the_order_of_its_lines() -> None:
    text = GOOD.replace("made_for", "madefor").replace('text = "headline"', 'text = "hedline"')
    text = text.replace("signature = true", "signature = 1")
    found = told(text)
    assert [line.split(":")[0] for line in found] == [
        "None made_for",
        "4 madefor",
        "30 layer[3].column[1].text",
        "37 layer[4].signature",
    ]


def test_a_required_field_has_to_be_shown() -> None:
    text = GOOD.replace('{ type = "date" }', '{ type = "date", required = true }')
    template(text)  # in the words of a node, by language
    hidden = text.replace("{until}", "{price}")
    assert told(hidden) == ["8 fields.until: this field is required, and no layer shows it"]
    # What is shown through the default of a field that is shown is shown, too.
    shown = hidden.replace("{headline}, {price}", "{until}").replace(
        '{ figure = "price" }', '{ figure = "price" }, { text = "alt" }'
    )
    template(shown)


def test_rows_and_columns_have_a_depth() -> None:
    def nested(depth: int) -> str:
        inner = '{ text = "headline" }'
        for _ in range(depth - 1):
            inner = f"{{ row = [ {inner} ] }}"
        return GOOD.replace('  { text = "headline"', f'  {inner},\n  {{ text = "headline"')

    template(nested(4))
    assert told(nested(5)) == [
        "30 layer[3].column[1].row[1].row[1].row[1].row:"
        " rows and columns stand in one another at most 4 deep"
    ]


def test_there_are_not_too_many_things() -> None:
    def ruled(count: int) -> str:
        return GOOD.replace("{ rule = true }", ", ".join(["{ rule = true }"] * count))

    template(ruled(30))  # and ten other things
    assert told(ruled(31)) == ["14 layer: at most 40 things are shown; here are 41"]
    layers = "".join(f'[[layer]]\nname = "l{n}"\nfill = "primary"\n' for n in range(17))
    assert told(GOOD.replace("[wide.words]", f"{layers}[wide.words]")) == [
        "14 layer: this must be a list of 1 to 20 items, not 21"
    ]


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert told(GOOD + "#" * MOST_BYTES)[0].startswith("None None: the template is too large")


def test_a_newer_template_is_not_judged_by_old_rules() -> None:
    text = GOOD.replace("schema = 1", "schema = 9").replace("column", "grid")
    assert told(text) == ["1 schema: this template needs a newer creativekit"]


CAROUSEL = """\
schema = 1
id = "sale"
title = "Карусель"
made_for = ["post"]
pages = ["first", "middle", "last"]
[fields]
headline = { type = "text", required = true }
slides = { type = "items", required = true, least = 1, most = 8 }
[sample.kk]
headline = "Үш қадам"
slides = [["Бірінші", "Бастаңыз"], ["Екінші", "Жалғастырыңыз"]]
"""


def test_a_carousel_is_made_of_pages_and_needs_no_layers() -> None:
    found = template(CAROUSEL)
    assert found.pages == ("first", "middle", "last")
    assert found.layers == ()


def test_a_carousels_pages_are_checked() -> None:
    def said(text: str, known: tuple[str, ...] = ("first", "middle", "last", "sale")) -> str:
        with pytest.raises(InputError) as caught:
            read(text.encode(), "sale.toml", "sale", known=known)
        return str(caught.value)

    assert "did you mean 'middle'?" in said(CAROUSEL.replace('"middle"', '"midle"'))
    assert "a carousel cannot be its own page" in said(CAROUSEL.replace('"last"', '"sale"'))
    assert "a list of 3 to 3 items, not 2" in said(CAROUSEL.replace(', "last"', ""))
    assert "has no pages of its own" in said(
        CAROUSEL.replace("[fields]", "listed = false\n[fields]")
    )
    other = 'more = { type = "items" }\n[sample.kk]'
    assert "here are 2" in said(CAROUSEL.replace("[sample.kk]", other))


def test_a_page_sees_its_number_and_its_row() -> None:
    text = GOOD.replace("{ rule = true }", '{ text = "{number} / {total}" }, { text = "title" }')
    assert "there is no field 'number'" in str(told(text))
    page = template(text.replace("[fields]", "listed = false\n[fields]", 1))
    assert not page.listed


def test_no_field_is_named_like_a_key_of_a_post() -> None:
    # A field "alt" is the picture's description where the post has none of its own.
    assert set(OF_A_POST) == set(PostTable.model_fields) - {"alt"}


@pytest.mark.parametrize("name", templates.listing("social/posts", "*.toml"))
def test_our_own_templates_are_whole(name: str) -> None:
    template_id = name.rpartition("/")[2].removesuffix(".toml")
    known = [
        each.rpartition("/")[2].removesuffix(".toml")
        for each in templates.listing("social/posts", "*.toml")
    ]
    found = read(templates.read(name), name, template_id, known=known)
    texts = [found.title, *(field.title for field in found.fields.values())]
    if found.listed:
        assert found.about is not None
        texts.append(found.about)
        asked = any(field.default is None for field in found.fields.values())
        assert tuple(found.samples) == (LANGUAGES if asked else ())
    for text in texts:
        assert text.languages == LANGUAGES


# ---- junk

VALUES: dict[str, Any] = tomllib.loads(GOOD)
WORDS = st.sampled_from(
    ["headline", "photo", "menu", "words", "{headline}", "{", "primary", "art", "text", "", "a\tb"]
)
JUNK = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(allow_nan=False, allow_infinity=False),
        WORDS,
        st.text(st.characters(exclude_categories=("Cs",)), max_size=6),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["text", "row", "column", "lines", "name", "type", "kk", "surface", "x", "words"]
            ),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=8,
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(found for key, each in inner for found in _paths(each, (*path, key)))]


def _with(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[path[0]] = _with(value[path[0]], path[1:], new)
    return changed


def _toml(values: dict[str, Any]) -> str:
    return "".join(f"{toml(key)} = {toml(value)}\n" for key, value in values.items())


def _read_or_refuse(data: bytes) -> None:
    """Nothing but an InputError with problems that can be told is raised."""
    try:
        read(data, "sale.toml", "sale")
    except InputError as error:
        said = [str(problem) for problem in error.problems]
    else:
        return
    assert said
    assert all(said)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_junk_anywhere_in_a_template_is_refused_or_read(data: st.DataObject) -> None:
    values = {key: value for key, value in VALUES.items() if key != "sample"}
    for _ in range(data.draw(st.integers(1, 3))):
        places = [path for path in _paths(values) if path]
        values = _with(values, data.draw(st.sampled_from(places)), data.draw(JUNK))
    _read_or_refuse(_toml(values).encode())


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([*VALUES, "x"]), JUNK, max_size=6))
def test_junk_instead_of_a_template_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        template(_toml(values))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(GOOD)))
def test_bytes_that_are_no_text_are_refused_or_read(junk: bytes, place: int) -> None:
    data = GOOD.encode()
    _read_or_refuse(data[:place] + junk + data[place:])
