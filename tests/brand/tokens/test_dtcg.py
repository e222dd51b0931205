import json

import jsonschema
import pytest
from dtcg_rules import FORMAT, RESOLVER
from token_examples import brand, hostile

from creativekit.brand.tokens import dtcg
from creativekit.brand.tokens.model import Tokens

BRANDS = pytest.mark.parametrize("made", [brand(), hostile()], ids=["plain", "hostile"])


def _valid(document: object, rules: dict[str, object]) -> bool:
    return jsonschema.Draft7Validator(rules).is_valid(document)


@BRANDS
def test_token_files_follow_the_format(made: Tokens) -> None:
    for data in (dtcg.foundation(made), dtcg.theme(made, "light"), dtcg.theme(made, "dark")):
        jsonschema.Draft7Validator(FORMAT).validate(json.loads(data))
        assert data.endswith(b"\n")


@BRANDS
def test_the_resolver_follows_its_format_and_names_the_files(made: Tokens) -> None:
    document = json.loads(dtcg.resolver(made))
    jsonschema.Draft7Validator(RESOLVER).validate(document)
    theme = document["modifiers"]["theme"]
    assert theme["default"] in theme["contexts"]
    assert theme["default"] == ("dark" if made.dark_first else "light")
    named = [source["$ref"] for source in document["sets"]["foundation"]["sources"]]
    named += [source["$ref"] for context in theme["contexts"].values() for source in context]
    assert named == [dtcg.FOUNDATION_FILE, *dtcg.THEME_FILES.values()]
    assert document.get("name", "") == made.brand


def test_no_token_is_in_two_files() -> None:
    foundation, light = (
        json.loads(dtcg.foundation(brand())),
        json.loads(dtcg.theme(brand(), "light")),
    )
    assert set(foundation["color"]) == {"base", "ramp"}
    assert set(light["color"]) == {"role"}


def test_text_is_readable_and_not_escaped() -> None:
    assert "Арал көгі" in dtcg.foundation(brand()).decode("utf-8")


def _first_color(document: dict[str, object]) -> dict[str, object]:
    return document["color"]["base"]  # type: ignore[index,no-any-return]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token.pop("$type"),
        lambda token: token["$value"].pop("colorSpace"),
        lambda token: token["$value"].update(components=[0, 0, 1.5]),
        lambda token: token["$value"].update(components=[0, 0]),
        lambda token: token["$value"].update(hex="#fff"),
        lambda token: token["$value"].update(opacity=1),
        lambda token: token.update({"$value": "#ffffff"}),
        lambda token: token.update({"$kind": "x"}),
    ],
)
def test_the_rules_catch_what_is_wrong(spoil) -> None:  # type: ignore[no-untyped-def]
    document = json.loads(dtcg.foundation(brand()))
    assert _valid(document, FORMAT)
    spoil(_first_color(document))
    assert not _valid(document, FORMAT)


def test_the_rules_catch_typography_without_all_its_keys_and_other_units() -> None:
    for key in ("fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight"):
        document = json.loads(dtcg.foundation(brand()))
        del document["text"]["style"]["h1"]["$value"][key]
        assert not _valid(document, FORMAT)
    document = json.loads(dtcg.foundation(brand()))
    document["text"]["style"]["h1"]["$value"]["letterSpacing"]["unit"] = "em"
    assert not _valid(document, FORMAT)
