"""An audit that was kept is the audit that was made; what is none of ours is refused."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from audits_made import MADE, bad, good

from creativekit.errors import InputError, msg, nmsg
from creativekit.jobs import digest
from creativekit.presence.audit_record import AuditRecord, _message, _said, read, write


@pytest.mark.parametrize("name", ["good", "bad", "partial", "unscored"])
def test_it_comes_back_as_it_was(name: str) -> None:
    made = MADE[name]()
    assert read(write(made), "x") == made
    assert pickle.loads(pickle.dumps(made)) == made
    assert digest(read(write(made), "x")) == digest(made)


def test_another_audit_is_another_input() -> None:
    assert len({digest(MADE[name]()) for name in MADE}) == len(MADE)


def test_messages_in_messages() -> None:
    said = msg("{a} {b} {c}", a=nmsg("{n} file", "{n} files", 3), b=0.5, c="{n} {0.x}")
    assert _message(json.loads(json.dumps(_said(said)))) == said


def test_places_of_broken_links_are_kept() -> None:
    found = {each.check: each for each in bad().verdicts}["links.internal"]
    assert found.places == ("https://saz.kz/gone (404)",)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    record = json.loads(write(good()))
    change(record)
    return json.dumps(record).encode()


def seen(**values: Any) -> bytes:
    return changed(lambda record: record["checks"][0]["seen"].update(values))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"\xff\xfe", b"[" * 100_000, b"[]", b"{}", b'{"schema": 2}',
        seen(text="{url.__class__.__mro__}"), seen(text="{url!r}"), seen(text="{url:>999999999}"),
        seen(text="{nobody}"), seen(text="{}"), seen(text="{"), seen(text=7), seen(plural="{x}"),
        seen(text="\x1b[31m"), seen(text="x" * 5000), seen(params={"url": None}),
        seen(params={"url": 10**400}), seen(params={"url": {"text": "{x}", "params": {}}}),
        changed(lambda record: record.update(date="yesterday")),
        changed(lambda record: record.update(ended="tired")),
        changed(lambda record: record.update(partial=1)),
        changed(lambda record: record["health"].update(score=101)),
        changed(lambda record: record["checks"][0].update(outcome="perfect")),
        changed(lambda record: record["checks"][0].update(places=["x"] * 1000)),
        changed(lambda record: record.pop("pages")),
    ],
)  # fmt: skip
def test_what_is_no_audit(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "presence/history/2026-11-26.audit.json")
    assert caught.value.problems[0].file == "presence/history/2026-11-26.audit.json"


def test_a_message_of_messages_has_an_end() -> None:
    said: dict[str, Any] = {"text": "x", "params": {}}
    for _ in range(50):
        said = {"text": "{x}", "params": {"x": said}}
    with pytest.raises(InputError):
        read(changed(lambda record: record["checks"][0].update(seen=said)), "x")


def test_a_check_that_is_no_more_is_left_out() -> None:
    found = read(changed(lambda record: record["checks"][0].update(id="transport.fax")), "x")
    assert isinstance(found, AuditRecord)
    assert found.verdicts == good().verdicts[1:]


def test_text_is_made_safe_again() -> None:
    found = read(changed(lambda record: record.update(url="https://x\u202e\x1b[31m.kz/")), "x")
    assert found.url == "https://x.kz/"
