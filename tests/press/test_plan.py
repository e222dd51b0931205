"""Plans bring the rooms together and load nothing before they are asked."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from creativekit.errors import Problem, msg
from creativekit.press.plan import brand_plan
from press.fake_jobs import job


def test_a_brand_plan_is_the_jobs_of_the_identity_and_its_warnings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolve = types.ModuleType("creativekit.identity.resolve")
    kit = types.ModuleType("creativekit.brand.kit")
    doubt, note = (Problem(msg(text), severity="warning") for text in ("a doubt", "a note"))
    brand = types.SimpleNamespace(notes=(note,))
    project = types.SimpleNamespace(warnings=(doubt,))
    handed = types.ModuleType("creativekit.press.position")
    handed.position_of = lambda given, made: "a place" if made is brand else None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, handed.__name__, handed)
    resolve.identity = lambda given: brand if given is project else None  # type: ignore[attr-defined]
    kit.jobs = lambda given, place: (job("brand/a.txt", f"{given is brand} {place}"),)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, resolve.__name__, resolve)
    monkeypatch.setitem(sys.modules, kit.__name__, kit)
    plan = brand_plan(project)  # type: ignore[arg-type]
    assert [each.render().data for each in plan.jobs] == [b"True a place"]
    assert plan.warnings == (doubt, note)


def test_the_module_alone_loads_no_capability() -> None:
    code = "import sys, creativekit.press.plan; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"creativekit.brand.kit", "creativekit.project.model"} & set(done.stdout.split())
