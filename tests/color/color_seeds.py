"""Seeds for the colour tests: named edges, and strategies that also visit the awkward corners."""

from __future__ import annotations

import tomllib

from hypothesis import strategies as st

from creativekit.color.hex import from_channels
from creativekit.color.scheme import Scheme
from creativekit.project import templates

EDGES = (
    "#000000",
    "#ffffff",
    "#808080",
    "#ff0000",
    "#00afca",
    "#0a7e8c",
    "#fde2ea",
    "#ffd800",
    "#0b0b0d",
    "#fafaf7",
)


def _near(grey: int, turns: tuple[int, int, int]) -> str:
    return from_channels(*(min(255, max(0, grey + turn)) for turn in turns))


_any = st.builds(from_channels, *[st.integers(0, 255)] * 3)
_greyish = st.builds(_near, st.integers(0, 255), st.tuples(*[st.integers(-12, 12)] * 3))
_extreme = st.builds(from_channels, *[st.sampled_from((0, 1, 60, 128, 200, 254, 255))] * 3)

seeds = st.one_of(_any, _greyish, _extreme, st.sampled_from(EDGES))


def styles() -> dict[str, Scheme]:
    """The schemes of the shipped styles, and the plain one."""
    found = {"plain": Scheme()}
    for name in templates.listing("brand/styles", "*.toml"):
        table = tomllib.loads(templates.read(name).decode("utf-8"))
        found[name.removeprefix("brand/styles/").removesuffix(".toml")] = Scheme(**table["scheme"])
    return found


STYLES = styles()

schemes = st.sampled_from(sorted(STYLES)).map(STYLES.__getitem__)
