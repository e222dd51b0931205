"""What a page holds, however it is written, in bounded time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.presence.audit.reading import html as module
from creativekit.presence.audit.reading.document import Document, Entry, Image, Link
from creativekit.presence.audit.reading.html import document


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "<", "<!doctype html>", "<!--", "</p>", "<?php x ?>"]
)
def test_next_to_nothing_is_a_document(text: str) -> None:
    assert document(text).links == ()


def test_a_page_is_read() -> None:
    found = document("""<!DOCTYPE html><HTML LANG=kk><HEAD><TITLE>A &amp; <b>B</TITLE>
    <META NAME=Description CONTENT=" d "><base href="/x/"><link REL="Shortcut ICON" href=f>
    <style>p{content:"<p>no</p>"}</style><script>if(a<b){"</div><p>no"}</script></HEAD>
    <BODY onload=x><svg><title>no</title><text>no</text></svg><!-- no -->
    <h1>One<br>two</h1><p hidden>no</p><template><p>no</p></template><p>yes<p>and&nbsp;<i>yes</i>!
    <textarea aria-label=t><b>no field text</b></textarea><time datetime=2026-01-02>x</time>""")
    assert (found.lang, found.title, found.titles, found.base) == ("kk", "A & <b>B", 1, "/x/")
    assert found.meta("description") == "d"
    assert [tag.href for tag in found.rels("icon")] == ["f"]
    assert found.headings == ((1, "One two"),)
    assert "no" not in found.text.replace("no field text", "").split()
    assert "and yes!" in found.text.split("\n")
    assert found.times == ("2026-01-02",)
    assert found.scripts == 1


@pytest.mark.parametrize(
    ("markup", "links"),
    [
        ("<a href=/a>A <b>b</b></a>", (Link("/a", "A b"),)),
        ("<a href=/a><img alt=Pic></a>", (Link("/a", "Pic"),)),
        ("<a href=/a aria-label=L><svg><title>s</title></svg></a>", (Link("/a", "L"),)),
        ("<a href=/a rel='NoFollow me'>x", (Link("/a", "x", ("nofollow", "me")),)),
        ("<a href=/a>x<a href=/b>y", (Link("/a", "x"), Link("/b", "y"))),
        ("<a name=x>y</a>", ()),
        ("<a href=' /a\n'>x</a>", (Link("/a", "x"),)),
        ("<noscript><a href=/a>x</a></noscript>", ()),
    ],
)
def test_links_say_their_names(markup: str, links: tuple[Link, ...]) -> None:
    assert document(markup).links == links


def test_pictures_and_fields() -> None:
    found = document(
        "<img src=a alt=x><img data-src=b><img src=c aria-hidden=true>"
        "<form><label>N<input name=n></label></form><input id=i type=TEL><label for=i>T</label>"
        "<input type=hidden><select name=s></select>"
    )
    assert found.images == (Image("a", "x"), Image("b", None), Image("c", ""))
    assert found.entries == (
        Entry("text", "n", True),
        Entry("tel", "", True),
        Entry("select", "s", False),
    )
    assert found.inside_forms == ((Entry("text", "n", True),),)


def test_a_label_may_stand_after_its_field_and_names_are_not_code() -> None:
    assert document("<input id=a><label for=a>A</label>").entries[0].labelled
    # A tag named as a method of ours is a tag like any other.
    assert document("<close>x</close><result>y</result><Start>z").text.split() == ["x", "y", "z"]


HOSTILE = {
    "attributes": "<a " + " ".join(f"a{i}=1" for i in range(200_000)) + ">",
    "nested": "<div>" * 200_000,
    "lists": "<ul><li>" * 100_000,
    "unclosed": "<a href=x><b><i>" * 50_000,
    "tables": "<table><tr><td><a>" * 30_000,
    "brackets": "<" * 1_000_000,
    "comments": "<!--" * 300_000,
    "scripts": "<script><!--<script>" * 50_000,
    "ends": "</p></a></x>" * 100_000,
    "entities": "&#x;&amp&" * 100_000,
    "one word": "а" * 1_000_000,
    "metas": "<meta name=a content=b>" * 50_000,
    "json": "<script type=application/ld+json>[" * 20_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_take_bounded_time(kind: str) -> None:
    begun = time.process_time()
    assert isinstance(document(HOSTILE[kind]), Document)
    # Half a second on a slow machine of today; what is quadratic takes minutes.
    assert time.process_time() - begun < 8


def test_ten_megabytes_take_seconds_and_little_memory() -> None:
    script = """
import json, time
from peak_memory import peak
from creativekit.presence.audit.reading.html import document
part = '<div class="a"><p>Сәлем &amp; <a href="/x?y=1">сілтеме</a><img src=a.png alt="x"></p></div>'
text = '<!doctype html><title>t</title>' + part * (10_000_000 // len(part.encode()))
document("")
before = peak()
begun = time.process_time()
found = document(text)
print(json.dumps([time.process_time() - begun, peak() - before, len(found.links)]))
"""
    pytest.importorskip("resource")
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    seconds, growth, links = json.loads(run.stdout)
    assert seconds < 20
    assert growth < 120_000_000
    assert links == module.KEPT


PIECES = (
    *(
        "<a href=x>",
        "<a>",
        "</a>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<form>",
        "</form>",
    ),
    *(
        "<label>",
        "</label>",
        "<input>",
        "<h1>",
        "</h1>",
        "<svg>",
        "</svg>",
        "<noscript>",
        "</noscript>",
    ),
    *(
        "<!--",
        "-->",
        "<p hidden>",
        "<template>",
        "</template>",
        "<html lang=kk>",
        "<meta charset=x>",
    ),
    *(
        "<textarea>",
        "<![CDATA[",
        "]]>",
        "<option>",
        "<select>",
        "<table>",
        "</table>",
        "<iframe src=a>",
    ),
    *("<time datetime=1>", "&amp;", "&#0;", "\0", "<", "'", '"'),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(max_size=12),
        ),
        max_size=40,
    ).map("".join)
)
def test_anything_is_a_document(text: str) -> None:
    found = document(text)
    assert isinstance(found.text, str)
    assert found == document(text)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document(data: bytes) -> None:
    document(data.decode("utf-8", "replace"))
    document(data.decode("latin-1"))
