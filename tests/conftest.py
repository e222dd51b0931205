"""For all tests: nothing leaves this machine; a browser for those who ask for one.

What is Python is held by offline/sitecustomize.py, sub-processes included. Other programs that
tests start (a browser, an office, a compiler) are told of a proxy that does not exist, which those
that open the web honour; what they are given to do lies in files.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import signal
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from browser_pages import Pages
from tools import require

# How long one example takes says how busy the machine is. Tests that are about time measure it.
# Fifty examples rather than a hundred: there are so many properties that a run tries thousands.
settings.register_profile(
    "suite", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

OFFLINE = Path(__file__).parent / "offline"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
NO_PROXY = "http://127.0.0.1:9"  # the port "discard"


def _guard() -> list[str]:
    """Set the guard once a process, and say where it writes down what it stopped."""
    loaded = sys.modules.get("sitecustomize")
    if loaded is not None and Path(loaded.__file__ or "") == OFFLINE / "sitecustomize.py":
        module = loaded  # a worker of xdist, started with our PYTHONPATH
    else:
        spec = importlib.util.spec_from_file_location("offline_guard", OFFLINE / "sitecustomize.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = NO_PROXY
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = "localhost,127.0.0.1,::1"
    path = [str(OFFLINE), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(path))
    touched: list[str] = module.touched
    return touched


_TOUCHED = _guard()

# Nearly everything that tests make lives as long as its test: looking for garbage every 700 objects
# through all that is loaded is a fourteenth of the whole run.
gc.set_threshold(100_000, 50, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Half as many workers again as there are cores: some tests wait for programs and for time.
    More of them make more kits and browsers twice."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        cores = os.cpu_count() or 1
    return max(1, cores + cores // 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the rooms whose tests are long: what is left at the end can be shared out then."""
    rooms = [Path(__file__).parent / name for name in ("end_to_end", "studio")]
    items.sort(key=lambda item: next((n for n, r in enumerate(rooms) if r in item.path.parents), 9))


# Tests start Python hundreds of times, and each worker reads four hundred files of tests. Where the
# surroundings forbid compiled files, everything would be compiled anew each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A shell that starts the suite in the background lets it ignore Ctrl-C, and so would every program
# that a test starts to press Ctrl-C in.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def stays_on_this_machine() -> Iterator[list[str]]:
    """What a test tried to reach elsewhere; any of it fails the test, caught or not."""
    _TOUCHED.clear()
    yield _TOUCHED
    assert not _TOUCHED, f"a test reached for the network: {_TOUCHED}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, which the page of a test is opened in."""
    program = require("chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as control:
        opened = control.chromium.launch(executable_path=program, args=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def kept_pages(browser: Any) -> Pages:
    return Pages(browser)


@pytest.fixture
def pages(kept_pages: Pages) -> Iterator[Pages]:
    """`browser_pages.Pages`, with none open."""
    yield kept_pages
    kept_pages.take_back()


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, to be run in a page."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
