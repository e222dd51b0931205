"""`_brand.yml` in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.project.brand_yml import (
    MOST_BYTES,
    BrandYml,
    FontFile,
    Imported,
    export_brand_yml,
    import_brand_yml,
)
from creativekit.project.loading import parse
from creativekit.project.new_project import config_text

FULL = """\
meta:
  name:
    full: Саз студиясы
    short: Саз
  link:
    home: https://saz.example
    instagram: "@saz"
    mastodon: https://example.social/@saz
color:
  palette:
    teal: "#0A7E8C"
    brand: teal
    sand: "#e8d9b5"
  primary: brand
  secondary: sand
typography:
  fonts:
    - family: Lora
      source: google
  base:
    family: Onest
  headings: Lora
  monospace: Fira Code
logo:
  images:
    wide: { path: logos/wide.svg, alt: Wide }
  small: logos/icon.png
  large: { light: wide, dark: logos/white.svg }
defaults:
  quarto: {}
"""


def of(text: str) -> Imported:
    return import_brand_yml(text.encode())


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        import_brand_yml(data)
    return str(caught.value)


def test_what_carries_over() -> None:
    found = of(FULL)
    assert found.answers.name == "Саз студиясы"
    assert found.answers.color == "#0A7E8C"
    assert found.answers.pairing == "lora-onest"
    assert found.answers.contact == {"site": "https://saz.example", "instagram": "@saz"}
    assert found.logo_file == "logos/wide.svg"
    project = parse(config_text(found.answers, str), Path("nowhere"))
    assert project.brand.color_hex == "#0a7e8c"


def test_what_does_not_is_named_with_its_line() -> None:
    warnings = of(FULL).warnings
    assert all(warning.severity == "warning" for warning in warnings)
    assert [(warning.line, warning.key) for warning in warnings] == [
        (4, "meta.name.short"),
        (8, "meta.link.mastodon"),
        (13, "color.palette.sand"),
        (15, "color.secondary"),
        (23, "typography.monospace"),
        (27, "logo.small"),
        (29, "defaults"),
    ]


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ('color: { primary: "#fff" }', "#fff"),
        ("color:\n  primary: rgb(1, 2, 3)", "rgb(1, 2, 3)"),
        ('color: { palette: { a: "#111", primary: "#222" } }', "#222"),
        ('color: { palette: { a: "#111", b: "#222" } }', "#111"),
        ('color: { primary: { light: "#111", dark: "#eee" } }', "#111"),
        ('color: { palette: { a: b, b: a, c: "#111" }, primary: c }', "#111"),
        ('color: { secondary: "#111", tertiary: "#222" }', "#111"),
        ("color: { primary: red }", None),
        ("color: { palette: { a: b, b: a }, primary: a }", None),
        ("color: { primary: [1] }", None),
        ("color: 5", None),
    ],
)
def test_colours(text: str, color: str | None) -> None:
    found = of(f"meta: {{ name: x }}\n{text}")
    assert found.answers.color == color
    if color is None:
        assert found.warnings


def test_scalars_are_text() -> None:
    assert of("meta: { name: 2026 }").answers.name == "2026"
    assert of("meta: { name: yes }").answers.name == "yes"
    assert of("meta: { name: 2026-01-01 }").answers.name == "2026-01-01"
    assert of('meta: { name: "null" }').answers.name == "null"


@pytest.mark.parametrize(
    ("text", "logo"),
    [
        ("logo: a.svg", "a.svg"),
        ("logo: { path: a.svg, alt: x }", "a.svg"),
        ("logo: { medium: { light: { path: a.svg }, dark: b.svg } }", "a.svg"),
        ("logo: { images: { a: a }, small: a }", "a"),
        ("logo: { large: 5, small: [1] }", "5"),
        ("logo: [a.svg]", None),
    ],
)
def test_logos(text: str, logo: str | None) -> None:
    assert of(f"meta: {{ name: x }}\n{text}").logo_file == logo


def test_typefaces_of_no_pairing_are_named() -> None:
    found = of("meta: { name: x }\ntypography: { base: Papyrus, headings: { family: Impact } }")
    assert found.answers.pairing is None
    assert "Papyrus" in str(found.warnings[0])
    assert of("meta: { name: x }\ntypography: { base: Onest }").answers.pairing == "onest-onest"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "neither a name nor a colour"),
        (b"color: { primary: red }", "neither a name nor a colour"),
        (b"[1, 2]", "not a _brand.yml"),
        (b"text", "not a _brand.yml"),
        (b"a: [", "not valid YAML"),
        (b"a: 1\n---\nb: 2", "not valid YAML"),
        (b"a: \x01", "not valid YAML"),
        (b"meta:\n  name: a\n  name: b", "_brand.yml:3: the key 'name' is given a second time"),
        (b"a: &x [1]\nb: *x", "_brand.yml:2: YAML aliases"),
        (b"a: &x { b: *x }", "YAML aliases"),
        (b"? [1]\n: 2", "a key must be a word"),
        (b"\xff\xfe", "UTF-8"),
        (b"#" * (MOST_BYTES + 1), "too large"),
        (b"a: " + b"[" * 20 + b"]" * 20, "nested too deeply"),
        (b"- " * 5000, "nested too deeply"),
        (b"[" * 50_000, "nested too deeply"),
        (b"{" * 50_000, "nested too deeply"),
        ("меta: 'x".encode(), "not valid YAML"),
    ],
)
def test_hostile_files(data: bytes, says: str) -> None:
    assert says in refusal(data)


def test_an_alias_bomb_costs_nothing() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert "aliases" in refusal("\n".join(lines).encode())


def test_tags_make_no_objects() -> None:
    found = of(
        "meta: { name: !!python/object/apply:os.system ['echo x'] }\n"
        "color: { primary: !!python/name:os.system '#fff' }\n"
    )
    assert found.answers.color == "#fff"
    assert found.answers.name == ""


YAML: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("#0a7e8c"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "full", "link", "home", "palette", "primary", "base", "family",
                             "headings", "images", "small", "light", "path", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["meta", "color", "typography", "logo", "x"]), YAML))
@settings(max_examples=200)
def test_any_values_are_taken_or_explained(values: dict[str, Any]) -> None:
    data = yaml.safe_dump(values, allow_unicode=True).encode()
    try:
        found = import_brand_yml(data)
    except InputError:
        assert "neither" in refusal(data) or "YAML" in refusal(data)
        return
    config_text(found.answers, str)
    assert all(str(warning) for warning in found.warnings)


BRAND = BrandYml(
    name="Саз: 'студиясы' #1\n- x",
    palette={"teal": "#0a7e8c", "teal-700": "#065a64"},
    roles={"primary": "teal", "foreground": "#111111", "background": "#ffffff"},
    heading="Lora",
    body="Onest",
    heading_weight=700,
    fonts={
        "Lora": (FontFile("../type/Lora.ttf", "400..700"),),
        "Onest": (FontFile("../type/Onest.ttf", "400"),),
    },
    logos={"large": ("horizontal.svg", "horizontal-dark.svg"), "small": "symbol.svg"},
    link="https://saz.example",
)


def test_the_export_says_all_of_it() -> None:
    assert yaml.safe_load(export_brand_yml(BRAND)) == {
        "meta": {"name": "Саз: 'студиясы' #1\n- x", "link": "https://saz.example"},
        "color": {
            "palette": {"teal": "#0a7e8c", "teal-700": "#065a64"},
            "foreground": "#111111",
            "background": "#ffffff",
            "primary": "teal",
        },
        "typography": {
            "fonts": [
                {
                    "family": "Lora",
                    "source": "file",
                    "files": [
                        {"path": "../type/Lora.ttf", "weight": "400..700", "style": "normal"}
                    ],
                },
                {
                    "family": "Onest",
                    "source": "file",
                    "files": [{"path": "../type/Onest.ttf", "weight": 400, "style": "normal"}],
                },
            ],
            "base": {"family": "Onest"},
            "headings": {"family": "Lora", "weight": 700},
        },
        "logo": {
            "small": "symbol.svg",
            "large": {"light": "horizontal.svg", "dark": "horizontal-dark.svg"},
        },
    }


def test_the_export_is_the_same_text_every_time() -> None:
    assert export_brand_yml(BRAND) == export_brand_yml(BRAND)
    assert "&id" not in export_brand_yml(
        BrandYml("x", {}, {}, "a", "b", fonts={"a": (same := (FontFile("f"),)), "b": same})
    )


def test_what_we_export_we_import() -> None:
    found = import_brand_yml(export_brand_yml(BRAND).encode())
    assert found.answers.color == "#0a7e8c"
    assert found.answers.pairing == "lora-onest"
    assert found.logo_file == "horizontal.svg"


def test_a_role_that_the_format_does_not_know_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="ink"):
        export_brand_yml(BrandYml("x", {}, {"ink": "#000000"}, "a", "b"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cn", "Cc", "Zl", "Zp"])))
def test_any_name_survives(name: str) -> None:
    text = export_brand_yml(BrandYml(name, {"a": "#000000"}, {"primary": "a"}, "a", "b"))
    assert yaml.safe_load(text)["meta"]["name"] == name
