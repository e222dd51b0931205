"""The audit's numbers and names, from `templates/presence/audit/`, each with its source there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from creativekit.project import templates

FOLDER = "presence/audit"


@cache
def table(name: str) -> Mapping[str, Any]:
    """A whole file of the folder, by its name without `.toml`."""
    return tomllib.loads(templates.read(f"{FOLDER}/{name}.toml").decode("utf-8"))


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where a check passes, warns or fails; what a file does not say is None.

    good and poor grade a number; least and most bound it; width and height are of a picture, px.
    """

    source: str
    good: float | None = None
    poor: float | None = None
    least: float | None = None
    most: float | None = None
    width: float | None = None
    height: float | None = None


@cache
def thresholds() -> Mapping[str, Threshold]:
    """All of them, by name."""
    return {
        name: Threshold(**values)
        for name, values in table("thresholds").items()
        if isinstance(values, dict)
    }


def number(name: str, key: str) -> float:
    """One number, as `number("title-characters", "most")`. KeyError when the file has none."""
    value = getattr(thresholds()[name], key)
    if value is None:
        raise KeyError(f"{name}.{key}")
    return float(value)


@cache
def words(name: str) -> re.Pattern[str]:
    """The pattern that finds one kind of words of `words.toml`."""
    return re.compile("|".join(table("words")[name]["patterns"]), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Network:
    """A social network. `profile` matches a host with its path; its group 1 is the name there."""

    id: str
    title: str
    profile: re.Pattern[str]
    name: re.Pattern[str]
    not_names: frozenset[str]
    source: str


@cache
def networks() -> tuple[Network, ...]:
    """The networks whose profiles are known by their addresses."""
    return tuple(
        Network(
            each["id"],
            each["title"],
            re.compile(each["profile"], re.IGNORECASE),
            re.compile(each["name"], re.IGNORECASE),
            frozenset(each["not_names"]),
            each["source"],
        )
        for each in table("networks")["network"]
    )


@dataclass(frozen=True, slots=True)
class Builder:
    """A service that hosts sites. kind: builder, or page for a page of links or a profile."""

    name: str
    kind: str
    hosts: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    generator: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()


@cache
def builders() -> tuple[Builder, ...]:
    """The services that are known by what they leave in a page."""
    return tuple(
        Builder(
            each["name"],
            each["kind"],
            *(tuple(each.get(key, ())) for key in ("hosts", "assets", "generator", "headers")),
        )
        for each in table("builders")["builder"]
    )
