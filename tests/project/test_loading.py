"""A config becomes a Project, or all its problems with their lines."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError, Problem
from creativekit.project.loading import load, parse
from creativekit.project.localized import Localized
from creativekit.project.model import Project
from creativekit.project.writing import Value, toml

WHOLE = """\
#:schema ./creativekit.schema.json
[project]
name = "Саз студиясы"
tagline = { kk = "Дыбыстан әлем құрамыз", ru = "Строим миры из звука", en = "" }
sector = "music"
city = "Қызылорда"
languages = ["ru", "kk"]

[brand]
color = "#0A7E8C"
style = "steppe"
pairing = "lora-onest"
pattern = "my-pattern"
logo = { kind = "monogram", shape = "arch", initials = "СС", tracking = 0, case = "upper" }
fonts = { heading = "fonts/My.ttf" }

[voice]
we_are = ["жылы", { kk = "нақты", ru = "точный" }]
we_are_not = ["паңқ"]

[contact]
phone = "+7 724 200 00 00"
address = { kk = "Абай даңғылы, 1", ru = "пр. Абая, 1" }
"""

SEVEN = """\
[project]
name = ""
colour = "red"
languages = ["kk", "kz"]

[brand]
color = "teal"
style = "stepe"
logo = { file = "logo.svg" }

[voice]
we_are = "warm"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "менің жобам"
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts/My.ttf").write_bytes(b"x")
    pattern = folder / "templates/brand/patterns/my-pattern.toml"
    pattern.parent.mkdir(parents=True)
    pattern.write_text("")
    return folder


def write(folder: Path, text: str) -> Path:
    (folder / "creativekit.toml").write_text(text, "utf-8")
    return folder


def problems_of(text: str, folder: Path = Path("nowhere")) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        parse(text, folder)
    return caught.value.problems


def config(section: str, line: str) -> str:
    """A config that is right but for `line` of `section`."""
    rest = {"project": 'name = "Саз"', "brand": 'color = "#0a7e8c"'}
    own = line.partition("=")[0].strip()
    rest = {key: value for key, value in rest.items() if (key, value.split()[0]) != (section, own)}
    names = ("project", "brand", "voice", "contact", "social")
    sections = {key: rest.get(key, "") for key in names}
    sections[section] += f"\n{line}"
    return "".join(f"[{key}]\n{value}\n" for key, value in sections.items())


def test_everything_a_person_may_write(folder: Path) -> None:
    project = load(write(folder, WHOLE))
    assert project.name == Localized.of("Саз студиясы", "ru")
    assert project.tagline == Localized.of(
        {"kk": "Дыбыстан әлем құрамыз", "ru": "Строим миры из звука"}, "ru"
    )
    assert project.tagline is not None
    assert project.tagline.get("en") == "Строим миры из звука"
    assert str(project.city) == "Қызылорда"
    assert str(project.sector) == "music"
    assert project.languages == ("ru", "kk")
    assert project.folder == folder
    assert project.brand.color == "#0A7E8C"
    assert project.brand.color_hex == "#0a7e8c"
    assert project.brand.pattern == "my-pattern"
    assert project.brand.logo is not None
    assert project.brand.logo.initials == "СС"
    assert project.brand.fonts is not None
    assert project.brand.fonts.heading == "fonts/My.ttf"
    assert project.file("fonts/My.ttf").is_file()
    assert [each.get("ru") for each in project.voice.we_are] == ["жылы", "точный"]
    assert project.contact.address is not None
    assert project.warnings == ()


def test_a_file_or_its_folder(folder: Path) -> None:
    assert load(write(folder, WHOLE)) == load(folder / "creativekit.toml") == load(str(folder))


def test_the_least_a_person_must_write() -> None:
    project = parse('project.name = "Саз"\nbrand.color = "07c"', Path("nowhere"))
    assert project.languages == ("kk", "ru", "en")
    assert project.brand.style is None
    assert project.brand.logo is None
    assert project.tagline is None
    assert project.voice.we_are == ()


def test_a_logo_may_be_one_word() -> None:
    project = parse(config("brand", 'logo = "wordmark"'), Path("nowhere"))
    assert project.brand.logo is not None
    assert project.brand.logo.kind == "wordmark"


def test_a_project_is_frozen_and_travels_to_other_processes(folder: Path) -> None:
    project = load(write(folder, WHOLE))
    with pytest.raises(ValueError, match="frozen"):
        project.brand.color = "#fff"
    again = pickle.loads(pickle.dumps(project))
    assert again == project
    assert again.folder == project.folder
    assert hash(again) == hash(project)


def test_blank_optional_texts_are_not_there_yet() -> None:
    project = parse(config("project", 'tagline = "  "\ncity = { kk = "" }'), Path("nowhere"))
    assert project.tagline is None
    assert project.city is None


def test_seven_mistakes_are_seven_problems_with_lines(folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(write(folder, SEVEN))
    assert [str(problem) for problem in caught.value.problems] == [
        "creativekit.toml:2 project.name: the text is empty",
        "creativekit.toml:3 project.colour: this key is not known here"
        " (name, tagline, sector, city, languages)",
        "creativekit.toml:4 project.languages[2]: 'kz' is not a language of creativekit"
        " (kk, ru, en)",
        "creativekit.toml:7 brand.color: 'teal' is not a colour (#0a7e8c, #07c, rgb(10, 126, 140))",
        "creativekit.toml:8 brand.style: 'stepe' is not a style; did you mean 'steppe'?"
        " (bold, craft, editorial, noir, ornament, playful, steppe, tech)",
        "creativekit.toml:9 brand.logo.file: there is no file 'logo.svg' in the project's folder",
        'creativekit.toml:12 voice.we_are: this must be a list in square brackets, not "warm"',
    ]


@pytest.mark.parametrize(
    ("section", "line", "says"),
    [
        ("project", "", None),
        ("project", 'name = "' + "а" * 120 + '"', None),
        ("project", 'name = "' + "а" * 121 + '"', "121 characters"),
        ("project", 'name = "!!!"', None),
        ("project", 'name = "🎵"', None),
        ("project", 'name = "[bold]<script>#set ../"', None),
        ("project", 'name = "a\\u202Eb"', "U+202E"),
        ("project", 'name = "a\\u0007b"', "control character"),
        ("project", 'name = """a\nb"""', "on one line"),
        ("project", "name = {}", "the text is empty"),
        ("project", 'name = { kk = " " }', "the text is empty"),
        ("project", "name = 5", "text in quotes or a table"),
        ("project", 'name = ["a"]', "text in quotes or a table { kk = …"),
        ("project", 'name = { kz = "a" }', "'kz' is not a language"),
        ("project", "name = { kk = 5 }", "text in quotes, not 5"),
        ("project", "languages = []", "at least one"),
        ("project", 'languages = ["kk", "kk"]', "only once"),
        ("project", 'languages = "kk"', "square brackets"),
        ("project", "languages = [1]", "'1' is not a language"),
        ("brand", 'color = "#12345678"', "not a colour"),
        ("brand", "color = 5", "text in quotes"),
        ("brand", 'color = ""', "needs a colour"),
        ("brand", 'clor = "#fff"', "did you mean 'color'?"),
        ("brand", 'pairing = "lora-ones"', "did you mean 'lora-onest'?"),
        ("brand", 'pattern = "x"', "not a pattern"),
        ("brand", 'logo = "monogarm"', "did you mean 'monogram'?"),
        ("brand", "logo = 5", "section or a table"),
        ("brand", "logo = {}", "which kind of logo"),
        ("brand", 'logo = { kind = "symbol", motif = "x" }', "not a motif"),
        ("brand", 'logo = { kind = "monogram", shape = "circl" }', "did you mean 'circle'?"),
        ("brand", 'logo = { kind = "monogram", initials = "ABC" }', "one or two letters"),
        ("brand", 'logo = { kind = "wordmark", case = "Upper" }', "did you mean 'upper'?"),
        ("brand", 'logo = { kind = "wordmark", tracking = 9 }', "at most 0.5"),
        ("brand", 'logo = { kind = "wordmark", tracking = -9 }', "at least -0.1"),
        ("brand", 'logo = { kind = "wordmark", tracking = nan }', "number"),
        ("brand", 'logo = { kind = "wordmark", tracking = "1" }', 'must be a number, not "1"'),
        ("brand", 'logo = { kind = "wordmark", bar = 1 }', "true or false, not 1"),
        ("brand", 'logo = { kind = "wordmark", file = "a.png" }', "no file 'a.png'"),
        ("brand", 'fonts = { heading = "../a.ttf" }', "leads out"),
        ("brand", 'fonts = { heading = "a.woff2" }', "not a kind of file"),
        ("brand", 'fonts = { headings = "a.ttf" }', "did you mean 'heading'?"),
        ("brand", 'from = "photo.jpg"', "no file 'photo.jpg'"),
        ("voice", 'we_are = ["a", ""]', "the text is empty"),
        ("voice", "we_are = [1]", "text in quotes or a table"),
        ("voice", f"we_are = {['a'] * 13}", "at most 12"),
        ("voice", 'we_re = ["a"]', "did you mean 'we_are'?"),
        ("contact", "phone = 77010000000", "text in quotes"),
        ("social", 'placements = ["instagram", "x-post", "all"]', None),
        ("social", 'placements = ["instgram"]', "did you mean 'instagram'?"),
        ("social", "placements = [5]", "text in quotes"),
        ("social", 'placements = "all"', "square brackets"),
        ("social", 'format = "png"', None),
        ("social", 'format = "gif"', "not a kind of file that can be made"),
        ("social", 'format = ["png", "jpg"]', "did you mean 'jpeg'?"),
        ("social", "format = 5", "not a kind of file"),
        ("social", "format = []", "at least one kind of file"),
        ("social", 'treatment = "grainy"', "did you mean 'grain'?"),
        ("social", 'hashtags = ["#сән_2026"]', None),
        ("social", 'hashtags = ["сән-салтанат"]', "would end before '-'"),
        ("social", 'hashtags = ["#2026"]', "needs a letter"),
        ("social", 'hashtags = ["#"]', "the hashtag is empty"),
        ("social", 'hashtags = "сән"', "square brackets"),
        ("social", 'hashtags = { kz = ["сән"] }', "'kz' is not a language"),
        ("social", f"hashtags = {['a'] * 61}", "at most 60"),
        ("contact", 'phone = "a\\nb"', "on one line"),
    ],
)
def test_each_key(section: str, line: str, says: str | None) -> None:
    text = config(section, line)
    if says is None:
        assert isinstance(parse(text, Path("nowhere")), Project)
        return
    (problem,) = (each for each in problems_of(text) if each.severity == "error")
    assert says in str(problem)
    assert problem.line == text[: text.index(line)].count("\n") + 1
    assert str(problem).startswith(f"creativekit.toml:{problem.line} {section}")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("date = 2026-12-05", None),
        ("date = 2026-12-05T18:30:00+05:00", None),
        ('date = "5.12.26 9:05"', None),
        ('date = "05/12/2026"', "is not a date"),
        ('date = "30.02.2026"', "there is no such day"),
        ("date = 18:30:00", "is not a date"),
        ("date = 46361", "is not a date"),
        ("time = 18:30:00", "a time needs a date"),
        ('date = 2026-12-05\ntime = "18.30"', None),
        ('date = 2026-12-05\ntime = "25:00"', "is not a time of day"),
        ("date = 2026-12-05\ntime = 18", "is not a time of day"),
        ('date = 2026-12-05T18:30:00\ntime = "18:30"', "given twice"),
        ('language = "kk"\nlanguages = ["ru"]', "not both"),
        ("languages = []", "at least one"),
        ('template = "x"', "a second time"),
        ('template = ""', "a second time"),
        ('id = "5"', None),
        ("id = 5", "text in quotes"),
        ("variant = true", "must be a number"),
        ("variant = 1000", "at most 999"),
        ('caption = """a\nb"""', None),
        (f"caption = '{'а' * 65_001}'", "at most 65000"),
        ("alt = 5", "text in quotes or a table"),
        ('headline = ""', None),
        ('headline = "a\\u202Eb"', "U+202E"),
        ('headline = { kk = "a", kz = "b" }', "'kz' is not a language"),
        ("headline = nan", "cannot be written out"),
        ("items = [[[[[1]]]]]", "nested too deeply"),
        (f"items = {[1] * 201}", "at most 200"),
    ],
)
def test_each_key_of_a_post(line: str, says: str | None) -> None:
    text = config("brand", "") + f'\n[[post]]\ntemplate = "t"\n{line}\n'
    if says is None:
        assert parse(text, Path("nowhere")).posts
        return
    (problem,) = problems_of(text)
    assert says in str(problem)
    assert problem.line is not None
    assert problem.line >= text.count("\n") - line.count("\n") - 2


def test_a_posts_own_keys_and_its_templates_fields_have_their_lines() -> None:
    head = config("brand", "")
    project = parse(
        head + '\n[[post]]\ntemplate = "a"\n\n[[post]]\ntemplate = "b"\nwhen = { kk = "5-і" }\n',
        Path("nowhere"),
        "my.toml",
    )
    first = head.count("\n") + 2
    assert project.config == "my.toml"
    assert project.line(("post", 0, "template")) == first + 1
    assert project.line(("post", 1, "when", "kk")) == first + 5
    assert project.line(("post", 1, "absent")) == first + 3
    assert project.posts[1].fields == {"when": {"kk": "5-і"}}
    again = pickle.loads(pickle.dumps(project))
    assert again.line(("post", 1, "when")) == first + 5
    assert again.posts == project.posts


def test_one_post_is_said_to_need_two_brackets() -> None:
    (problem,) = problems_of(config("brand", "") + '\n[post]\ntemplate = "x"\n')
    assert "[[post]]" in str(problem)


def test_a_time_elsewhere_is_a_time_in_kazakhstan() -> None:
    text = config("brand", "") + '\n[[post]]\ntemplate = "x"\ndate = 2026-12-05T22:30:00Z\n'
    assert str(parse(text, Path("nowhere")).posts[0].date) == "2026-12-06 03:30:00"


def test_absent_sections_are_said() -> None:
    assert [str(problem) for problem in problems_of("")] == [
        "creativekit.toml project: this section is missing",
        "creativekit.toml brand: this section is missing",
    ]
    found = [str(problem) for problem in problems_of("[project]\n[brand]\n[voise]")]
    assert found == [
        "creativekit.toml:1 project.name: this key is missing and has no default",
        'creativekit.toml:2 brand.color: a brand needs a colour: color = "#0a7e8c",'
        ' or from = "photo.jpg"',
        "creativekit.toml:3 voise: this key is not known here; did you mean 'voice'?"
        " (project, brand, voice, contact, positioning, social, post,"
        " stationery, person, price_list)",
    ]


def test_a_brought_logo_takes_no_other_keys(folder: Path) -> None:
    (folder / "logo.svg").write_text("<svg/>")
    text = config("brand", 'logo = { file = "logo.svg", shape = "arch", kind = "symbol" }')
    (problem,) = problems_of(text, folder)
    assert "kind, shape" in str(problem)
    assert parse(config("brand", 'logo = { file = "logo.svg" }'), folder).brand.logo


def test_warnings_come_with_a_project_and_with_problems() -> None:
    text = config("contact", 'email = "nobody"')
    (warning,) = parse(text, Path("nowhere")).warnings
    assert warning.severity == "warning"
    assert warning.key == "contact.email"
    assert warning.line is not None
    problems = problems_of(text + "[extra]\n")
    assert [problem.severity for problem in problems] == ["warning", "error"]


def test_a_projects_own_style_is_accepted(folder: Path) -> None:
    own = folder / "templates/brand/styles/алтын.toml"
    own.parent.mkdir(parents=True)
    own.write_text("")
    assert parse(config("brand", 'style = "алтын"'), folder).brand.style == "алтын"


# Any TOML value in the place of any other: always our own words, never a traceback.

VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(
        st.text(max_size=10),
        st.integers(-9, 9),
        st.floats(),
        st.booleans(),
        st.sampled_from(["kk", "wordmark", "#fff", "logo.svg", "steppe"]),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kk", "kind", "file", "heading", "name", "x y", ""]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
KEYS = (
    "project.name", "project.tagline", "project.languages", "brand.color", "brand.from",
    "brand.style", "brand.logo", "brand.logo.kind", "brand.logo.tracking", "brand.logo.file",
    "brand.fonts", "brand.fonts.body", "voice.we_are", "voice", "contact.phone", "contact.address",
    "contact", "unknown", "brand", "social.placements", "social.format", "social.hashtags",
    "social", "post",
)  # fmt: skip


def sources(node: Problem) -> Iterator[str]:
    yield node.message.text
    yield from (str(value) for value in node.message.params.values())


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5))
@settings(max_examples=150)
def test_any_value_anywhere_is_taken_or_explained(values: dict[str, Value]) -> None:
    taken: list[str] = []
    lines = []
    for key, value in values.items():
        if not any(key.startswith(f"{each}.") or each.startswith(f"{key}.") for each in taken):
            taken.append(key)
            lines.append(f"{key} = {toml(value)}")
    try:
        project = parse("\n".join(lines), Path("nowhere"))
    except InputError as error:
        for problem in error.problems:
            assert problem.key
            assert "\n" not in str(problem)
            assert not any(
                "Input should" in text or "Extra inputs" in text for text in sources(problem)
            )
            assert "cannot be used here" not in problem.message.text
    else:
        assert project.name.get("kk")


def test_loading_needs_only_the_schemas_libraries() -> None:
    code = (
        "import sys, creativekit.project.loading as _;"
        "print([name for name in ('tomlkit', 'yaml', 'babel', 'PIL', 'numpy', 'click', 'rich')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )
    assert done.stdout.strip() == "[]"


def test_finding_and_reading_a_config_loads_no_schema() -> None:
    code = (
        "import sys, creativekit.project.config_file, creativekit.project.templates;"
        "print('pydantic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )
    assert done.stdout.strip() == "False"


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
