"""Plans bring the rooms together and load nothing before they are asked."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from creativekit.press.plan import brand_plan
from press.fake_jobs import job


def test_a_brand_plan_is_the_jobs_of_the_projects_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve = types.ModuleType("creativekit.identity.resolve")
    kit = types.ModuleType("creativekit.brand.kit")
    resolve.identity = lambda project: f"identity of {project}"  # type: ignore[attr-defined]
    kit.jobs = lambda identity: (job("brand/a.txt", identity),)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, resolve.__name__, resolve)
    monkeypatch.setitem(sys.modules, kit.__name__, kit)
    jobs = brand_plan("a project")  # type: ignore[arg-type]
    assert [each.render().data for each in jobs] == [b"identity of a project"]


def test_the_module_alone_loads_no_capability() -> None:
    code = "import sys, creativekit.press.plan; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"creativekit.brand.kit", "creativekit.project.model"} & set(done.stdout.split())
