"""The preflight finds the same on one core and on several, in order, and says what went wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from creativekit.errors import CreativekitError, InputError, Message, Problem, msg
from creativekit.press import pool
from creativekit.press.preflight import findings
from creativekit.social import rendering
from creativekit.social.placements import catalogue
from creativekit.social.targets import Setup, Target, targets
from social.post_examples import post
from styled_brands import styled


def looked_at(count: int) -> tuple[Setup, tuple[Target, ...]]:
    posts = [
        post(id=f"p{index}", line=10 * index, headline="Саз" + " 🚀" * (index % 7 == 3))
        for index in range(count)
    ]
    found, problems = targets(posts, catalogue().placements, Path())
    assert problems == ()
    return Setup(styled("steppe"), Path()), found


def test_one_process_and_three_find_the_same(tmp_path: Path) -> None:
    setup, found = looked_at(50)
    alone = findings(setup, found, 1)
    assert findings(setup, found, 3) == alone
    assert [bool(each.problems) for each in alone] == [index % 7 == 3 for index in range(50)]


def test_nothing_to_look_at() -> None:
    assert findings(looked_at(0)[0], ()) == ()


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_goes_to_the_end_and_no_further(workers: int) -> None:
    setup, found = looked_at(30)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int, _: Message) -> None:
        told.append((done, total))

    findings(setup, found, workers, progress)
    assert {total for _, total in told} == {30}
    assert told[-1] == (30, 30)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are copies of this process, with what a test put in place of its parts."""
    if sys.platform != "linux":
        pytest.skip("only Linux copies a process")
    monkeypatch.setattr(pool, "may_fork", lambda: True)


@pytest.mark.usefixtures("copies")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_of_the_projects_that_is_wrong_is_the_users_problem(
    monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    def broken(*_: object) -> None:
        raise InputError(Problem(msg("the file of dresses is wrong"), file="dress.toml"))

    monkeypatch.setattr(rendering, "draw", broken)
    with pytest.raises(InputError, match=r"dress\.toml"):
        findings(*looked_at(30), workers)


@pytest.mark.usefixtures("copies")
@pytest.mark.parametrize("workers", [1, 2])
def test_what_nobody_expected_names_the_post(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(rendering, "draw", broken)
    with pytest.raises(CreativekitError, match=r"social/p.*ZeroDivisionError"):
        findings(*looked_at(30), workers)


@pytest.mark.usefixtures("copies")
def test_a_worker_that_dies_is_told_and_nobody_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def die(*_: object) -> None:
        os._exit(9)

    monkeypatch.setattr(rendering, "draw", die)
    with pytest.raises(CreativekitError, match="ended by the system"):
        findings(*looked_at(40), 2)


def test_an_interrupt_leaves_no_worker_behind() -> None:
    import multiprocessing

    setup, found = looked_at(80)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        findings(setup, found, 2, stop)
    assert multiprocessing.active_children() == []
