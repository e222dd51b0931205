"""The draft: edits on top of a file, undo and redo, and a file that somebody else changes."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from studio_app import CONFIG

from creativekit.errors import InputError, OutputError
from creativekit.studio.draft import ChangedOnDisk, Draft, Edit

LISTS = CONFIG + '\n[voice]\nwe_are = ["жылы", "дәл"]  # екеуі\n'


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    file = tmp_path / "creativekit.toml"
    file.write_text(LISTS, "utf-8")
    return Draft.open(file)


def test_nothing_is_written_until_it_is_saved(draft: Draft) -> None:
    assert draft.change({"brand.style": "bold"})
    assert draft.dirty
    assert draft.path.read_text("utf-8") == LISTS
    assert draft.save() is None
    assert not draft.dirty
    assert draft.path.read_text("utf-8") == LISTS.replace('"steppe"', '"bold"')


def test_comments_stay(draft: Draft) -> None:
    draft.change({"brand.color": "#112233", "brand.pattern": "waves", "brand.logo": None})
    draft.change([(("voice", "we_are", 2), "ашық")])
    draft.save()
    text = draft.path.read_text("utf-8")
    for comment in ("# Біздің бренд.", "# Арал", "# екеуі"):
        assert comment in text
    assert tomllib.loads(text) == draft.values
    assert draft.get("voice", "we_are", 2) == "ашық"
    assert draft.get("brand", "logo") is None


def test_a_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    file = tmp_path / "creativekit.toml"
    file.write_bytes(b"\xef\xbb\xbf" + CONFIG.replace("\n", "\r\n").encode())
    draft = Draft.open(file)
    draft.change({"brand.style": "noir"})
    draft.save()
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    draft.change({"brand.style": "bold"})
    draft.save()  # a second time, on top of the first
    assert b'"bold"' in file.read_bytes()


def test_undo_and_redo(draft: Draft) -> None:
    before = draft.text
    draft.change({"brand.style": "bold"})
    after = draft.text
    assert draft.undo()
    assert draft.text == before
    assert not draft.dirty
    assert draft.redo()
    assert draft.text == after
    assert not draft.redo()


def test_a_new_edit_ends_what_could_be_done_again(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.undo()
    draft.change({"brand.style": "noir"})
    assert not draft.can_redo


def test_edits_of_one_drag_are_one_step(draft: Draft) -> None:
    for tone in range(10, 20):
        draft.change({"brand.color": f"#0000{tone}"}, merge="tone")
    draft.undo()
    assert draft.get("brand", "color") == "#0a7e8c"
    assert not draft.can_undo


def test_another_name_or_a_pause_is_another_step(draft: Draft) -> None:
    draft.change({"brand.color": "#000011"}, merge="tone")
    draft.change({"brand.style": "bold"}, merge="style")
    draft.settle()
    draft.change({"brand.style": "noir"}, merge="style")
    draft.undo()
    assert draft.get("brand", "style") == "bold"
    draft.undo()
    assert draft.get("brand", "style") == "steppe"
    assert draft.get("brand", "color") == "#000011"


def test_what_is_so_already_is_no_step(draft: Draft) -> None:
    assert not draft.change({"brand.style": "steppe", "brand.pairing": None})
    assert not draft.can_undo


def test_back_to_what_was_saved_is_not_dirty(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.change({"brand.style": "steppe"})
    assert draft.can_undo
    assert not draft.dirty


def test_undo_after_saving_can_be_saved(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.save()
    draft.undo()
    assert draft.dirty
    draft.save()
    assert draft.path.read_text("utf-8") == LISTS


def test_a_file_that_changed_meanwhile_is_not_written_over(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    theirs = LISTS.replace("Қызылорда", "Семей")
    draft.path.write_text(theirs, "utf-8")
    assert draft.changed_on_disk()
    with pytest.raises(ChangedOnDisk):
        draft.save()
    assert draft.path.read_text("utf-8") == theirs
    assert draft.dirty
    copy = draft.save(over=True)
    assert copy is not None
    assert copy.read_text("utf-8") == theirs
    assert '"bold"' in draft.path.read_text("utf-8")
    assert not draft.changed_on_disk()


def test_a_file_that_is_gone_is_noticed_and_can_be_written(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.path.unlink()
    with pytest.raises(ChangedOnDisk):
        draft.save()
    assert draft.save(over=True) is None
    assert '"bold"' in draft.path.read_text("utf-8")


def test_reading_again_is_a_step(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.path.write_text(LISTS.replace("steppe", "noir"), "utf-8")
    assert draft.reload()
    assert draft.get("brand", "style") == "noir"
    assert not draft.dirty
    draft.undo()
    assert draft.get("brand", "style") == "bold"
    assert draft.dirty
    draft.save()
    assert '"bold"' in draft.path.read_text("utf-8")


def test_reading_what_is_no_toml_changes_nothing(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.path.write_text("[brand", "utf-8")
    with pytest.raises(InputError):
        draft.reload()
    assert draft.get("brand", "style") == "bold"


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid"), reason="permissions of POSIX systems"
)
def test_a_file_that_its_owner_protects_is_left_alone(draft: Draft) -> None:
    draft.change({"brand.style": "bold"})
    draft.path.chmod(0o444)
    with pytest.raises(OutputError):
        draft.save()
    assert draft.path.read_text("utf-8") == LISTS
    assert draft.dirty


def test_a_change_shares_what_it_does_not_touch(draft: Draft) -> None:
    before = draft.values
    draft.change({"brand.style": "bold"})
    assert draft.values["project"] is before["project"]
    assert before["brand"]["style"] == "steppe"


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
places = st.sampled_from(
    [
        ("brand", "style"),
        ("brand", "pairing"),
        ("brand", "logo"),
        ("brand", "fonts", "body"),
        ("contact", "site"),
        ("project", "name"),
        ("voice", "we_are", 1),
    ]
)
values = st.one_of(
    words,
    st.booleans(),
    st.integers(-9, 9),
    st.dictionaries(st.sampled_from(["kind", "kk", "en"]), words, min_size=1),
)
edits: st.SearchStrategy[list[Edit]] = st.lists(st.tuples(places, values), max_size=6)


@given(steps=edits, back=st.integers(0, 6))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_text_and_values_never_part(tmp_path: Path, steps: list[Edit], back: int) -> None:
    file = tmp_path / "creativekit.toml"
    file.write_text(LISTS, "utf-8")
    draft = Draft.open(file)
    texts = [draft.text]
    for edit in steps:
        if draft.change([edit]):
            texts.append(draft.text)
        assert tomllib.loads(draft.text) == draft.values
    moves = min(back, len(texts) - 1)
    for _ in range(moves):
        draft.undo()
    assert draft.text == texts[len(texts) - 1 - moves]
    for _ in range(moves):
        draft.redo()
    assert draft.text == texts[-1]
    draft.save()
    assert Draft.open(file).values == draft.values
