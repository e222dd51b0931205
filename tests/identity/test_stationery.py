from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.identity.stationery import Holder, PriceItem, Stationery
from creativekit.project.loading import parse
from creativekit.project.localized import Localized

HEAD = '[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\n'


def brand(text: str) -> Identity:
    return identity(parse(HEAD + text, Path("/nowhere")))


def item(name: str, group: str = "") -> str:
    more = f'group = "{group}"\n' if group else ""
    return f'[[price_list.item]]\nname = "{name}"\nprice = 1\n{more}'


def test_a_group_begins_where_it_is_named() -> None:
    prices = brand(
        item("a") + item("b", "Жазу") + item("c") + item("d", "Жазу") + item("e", "Өңдеу")
    ).stationery.price_list
    assert prices is not None
    told = [
        (group.title and str(group.title), [str(each.name) for each in group.items])
        for group in prices.groups
    ]
    assert told == [(None, ["a"]), ("Жазу", ["b", "c", "d"]), ("Өңдеу", ["e"])]


def test_people_and_prices_do_not_change_how_the_brand_looks() -> None:
    bare, full = brand(""), brand(item("a") + '[[person]]\nname = "Айгүл"\n')
    assert full.stationery != bare.stationery
    assert full.digest == bare.digest


def test_what_is_known_of_where_it_was_written() -> None:
    made = brand('[[person]]\nname = "Айгүл"\n\nrole = "шебер"\n').stationery.people[0]
    assert made.source is not None
    assert made.source.key == ("person", 0)
    assert [made.source.line(*each) for each in ((), ("name",), ("role",), ("phone",))] == [
        5, 6, 8, 5,
    ]  # fmt: skip


def test_digests_tell_what_is_printed_and_not_where_it_was_written() -> None:
    name = Localized.of("Айгүл")
    first = Holder(name, phone="+7")
    assert first.digest == replace(first, source=brand("").stationery.people or None).digest
    assert first.digest != replace(first, phone="+8").digest
    cheap = PriceItem(name, 5)
    others = (PriceItem(name, 6), PriceItem(name, 5, True), PriceItem(name, Localized.of("5")))
    assert len({each.digest for each in (cheap, *others)}) == 4


def test_lists_are_told_apart_by_their_day() -> None:
    early, late = (
        brand(f"[price_list]\nvalid_from = {day}\n" + item("a")).stationery
        for day in ("2026-12-01", "2026-12-02")
    )
    assert early.price_list is not None
    assert late.price_list is not None
    assert early.price_list.digest != late.price_list.digest
    assert Stationery() == brand("").stationery
