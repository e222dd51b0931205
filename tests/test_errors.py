"""Problems read well, survive a process boundary, and are all reported."""

import pickle

import pytest

from creativekit.errors import (
    ExitCode,
    InputError,
    OutputError,
    Problem,
    Problems,
    fail,
    msg,
    nearest,
    nmsg,
)


def test_a_problem_names_place_suggestion_and_what_is_accepted() -> None:
    problem = Problem(
        msg("'{found}' is not a style", found="stepe"),
        file="creativekit.toml",
        line=14,
        key="brand.style",
        accepted=("bold", "steppe"),
        nearest="steppe",
    )
    assert str(problem) == (
        "creativekit.toml:14 brand.style: 'stepe' is not a style; did you mean 'steppe'?"
        " (bold, steppe)"
    )


def test_parameters_are_never_parsed_as_templates() -> None:
    assert str(msg("found {text}", text="{0.__class__} {missing}")) == (
        "found {0.__class__} {missing}"
    )


def test_plural_follows_the_number() -> None:
    assert str(nmsg("{n} file", "{n} files", 1)) == "1 file"
    assert str(nmsg("{n} file", "{n} files", 5)) == "5 files"


def test_errors_cross_a_process_boundary_whole() -> None:
    error = InputError([Problem(msg("a {b}", b="c"), key="x"), Problem(msg("d"))])
    again = pickle.loads(pickle.dumps(error))
    assert again.problems == error.problems
    assert again.exit_code is ExitCode.INPUT
    written = pickle.loads(pickle.dumps(OutputError(msg("the disk is full"))))
    assert str(written) == "the disk is full"


def test_the_collector_reports_everything_but_raises_only_for_errors() -> None:
    problems = Problems()
    problems.add(Problem(msg("doubtful"), severity="warning"))
    problems.raise_if_any()
    problems.add(Problem(msg("wrong")))
    with pytest.raises(InputError) as caught:
        problems.raise_if_any()
    assert [str(problem) for problem in caught.value.problems] == ["doubtful", "wrong"]


def test_fail_raises_one_problem() -> None:
    with pytest.raises(InputError, match=r"file\.toml:3 key: no"):
        fail(msg("no"), file="file.toml", line=3, key="key")


def test_nearest_suggests_only_what_is_close() -> None:
    assert nearest("stepe", ("steppe", "bold")) == "steppe"
    assert nearest("STEPPE", ("steppe", "bold")) == "steppe"
    assert nearest("xyzzy", ("steppe", "bold")) is None
