"""What a live audit proves of the items, and what it leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from creativekit.errors import Message, msg
from creativekit.presence.audited import readings


@dataclass(frozen=True)
class Verdict:
    check: str
    outcome: str
    seen: Message
    facts: Mapping[str, str] = field(default_factory=dict)


def levels(*verdicts: Verdict, **more: Any) -> dict[str, tuple[int, bool]]:
    return {each.item: (each.level, each.exact) for each in readings(verdicts, **more)}


def found(check: str, outcome: str = "pass", **facts: str) -> Verdict:
    return Verdict(check, outcome, msg("seen"), facts)


@pytest.mark.parametrize(
    ("verdicts", "item", "shown"),
    [
        ([found("content.phone", "fail")], "2.4", (2, True)),
        ([found("content.phone", "fail"), found("handles.links", "fail")], "2.4", (1, True)),
        ([found("content.phone"), found("handles.links", "warn")], "2.4", None),
        ([found("sharing.preview", lacking=""), found("sharing.picture")], "3.3", (3, False)),
        ([found("sharing.preview", lacking=""), found("sharing.picture", "warn")], "3.3",
         (2, True)),
        ([found("sharing.preview", lacking=""), found("sharing.picture", "unknown")], "3.3",
         (2, False)),
        ([found("sharing.preview", "warn", lacking="og:title"), found("sharing.picture")], "3.3",
         (2, True)),
        ([found("sharing.preview", "fail", lacking="og:image og:url")], "3.3", (1, True)),
        ([found("sharing.preview", "fail", lacking="og:title og:image")], "3.3", (0, True)),
        ([found("sharing.preview", "fail", lacking="og:title og:image"), found("head.title")],
         "3.3", (1, True)),
        ([found("sharing.preview", "unknown")], "3.3", None),
        ([found("content.contact", ways="phone mail")], "5.1", (2, False)),
        ([found("content.contact", ways="instagram")], "5.1", (1, False)),
        ([found("content.contact", "fail", ways="")], "5.1", None),
        ([found("content.contact", ways="whatsapp"), found("links.whatsapp", "fail")], "5.1",
         (1, False)),
        ([found("content.contact", "unknown")], "5.1", None),
        ([found("content.price")], "5.2", (2, False)),
        ([found("content.price", "warn")], "5.2", None),
        ([found("language.both", found="kk ru")], "8.1", (3, False)),
        ([found("language.both", "warn", found="ru")], "8.1", (1, False)),
        ([found("language.both", "warn", found="ru en")], "8.1", (2, False)),
        ([found("language.both", "unknown", found="")], "8.1", None),
        ([found("content.alt")], "8.2", (2, False)),
        ([found("content.alt", "fail")], "8.2", None),
    ],
)  # fmt: skip
def test_what_checks_show(
    verdicts: list[Verdict], item: str, shown: tuple[int, bool] | None
) -> None:
    assert levels(*verdicts) == ({item: shown} if shown else {})


def test_health_is_the_level_of_the_site() -> None:
    assert levels(found("transport.reach"), health=51, level=3) == {"3.2": (3, True)}
    assert levels(found("transport.reach"), health=None, level=None) == {}
    for stop in ("transport.reach", "transport.https"):
        assert levels(found(stop, "fail"), health=90, level=4)["3.2"] == (0, True)


def test_a_place_of_ones_own_opens_under_ones_own_domain() -> None:
    opened = found("transport.reach")
    assert levels(opened, own_domain=True) == {"3.1": (3, False)}
    assert levels(opened, own_domain=False) == {"3.1": (2, False)}
    assert levels(opened) == {}
    assert levels(found("transport.reach", "unknown"), own_domain=True) == {}


def test_readings_rest_on_what_was_measured_and_say_what_was_seen() -> None:
    (reading,) = readings([Verdict("content.price", "pass", msg("900 ₸"))])
    assert reading.basis == "measured"
    assert [str(each) for each in reading.seen] == ["900 ₸"]
