"""A Job's key changes when, and only when, something that its bytes depend on changes."""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import msg
from creativekit.jobs import Artifact, Beside, Job, digest

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


class Kind(Enum):
    A = "a"


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Known:
    heavy: object
    digest: str


def shout(text: str) -> bytes:
    return text.upper().encode()


def test_a_job_is_picklable_and_renders_an_artifact() -> None:
    job = Job("brand/a.txt", shout, ("саз",), msg("text"))
    assert pickle.loads(pickle.dumps(job)).render() == Artifact("brand/a.txt", "САЗ".encode())
    assert pickle.loads(pickle.dumps(job)).key == job.key


def weigh(data: bytes, unit: str) -> bytes:
    return f"{len(data)} {unit}".encode()


def test_a_file_beside_is_made_from_the_jobs_own_bytes() -> None:
    job = Job("a.txt", shout, ("саз",), msg("text"), beside=(Beside("a.json", weigh, ("B",)),))
    assert job.paths == ("a.txt", "a.json")
    assert pickle.loads(pickle.dumps(job)).artifacts() == (
        Artifact("a.txt", "САЗ".encode()),
        Artifact("a.json", b"6 B"),
    )
    assert job.render() == job.artifacts()[0]


def test_the_key_depends_on_what_is_beside() -> None:
    def key(*beside: Beside) -> str:
        return Job("a", shout, ("x",), msg("t"), beside=beside).key

    one = Beside("b", weigh, ("B",))
    assert key() == Job("a", shout, ("x",), msg("t")).key
    keys = {
        key(),
        key(one),
        key(one, Beside("c", weigh, ("B",))),
        key(Beside("c", weigh, ("B",))),
        key(Beside("b", weigh, ("KB",))),
        key(Beside("b", shout, ("B",))),
    }
    assert len(keys) == 6


def test_the_key_depends_on_maker_path_and_inputs() -> None:
    job = Job("a", shout, ("x",), msg("t"))
    assert job.key == Job("a", shout, ("x",), msg("another label"), cost=9).key
    assert job.key != Job("b", shout, ("x",), msg("t")).key
    assert job.key != Job("a", shout, ("y",), msg("t")).key
    assert job.key != Job("a", bytes, ("x",), msg("t")).key


@given(plain)
def test_equal_values_have_equal_digests(value: object) -> None:
    assert digest(value) == digest(pickle.loads(pickle.dumps(value)))


def test_values_that_differ_only_in_type_or_nesting_differ() -> None:
    values = [
        1,
        "1",
        b"1",
        1.0,
        True,
        None,
        (1,),
        ((1,),),
        [],
        {},
        Kind.A,
        Point(1, 2),
        Point(2, 1),
    ]
    values.append(PurePosixPath("1/2"))
    found = [digest(value) for value in values]
    assert len(set(found)) == len(found) - 1  # () and [] are the same input
    assert digest("ab", "c") != digest("a", "bc")


def test_order_of_mappings_and_sets_does_not_matter() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"x", "y", "z"}) == digest({"z", "y", "x"})


def test_a_value_with_a_digest_of_its_own_is_taken_by_it() -> None:
    assert digest(Known(object(), "same")) == digest(Known(3, "same"))
    assert digest(Known(3, "same")) != digest(Known(3, "other"))


def test_what_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        digest(object())


def test_digests_are_the_same_in_every_process() -> None:
    code = "from creativekit.jobs import digest; print(digest({'b', 'a'}, {'k': 1.5}, 'Ә'))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {digest({"b", "a"}, {"k": 1.5}, "Ә") + "\n"}
