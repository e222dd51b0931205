from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from creativekit.brand.guide import jobs
from creativekit.brand.guide.words import FOLDER
from creativekit.project import templates
from positioned_brands import positioned
from styled_brands import styled


def test_a_pdf_and_a_page_in_each_language() -> None:
    assert [job.path for job in jobs(styled("steppe"))] == [
        "brand/guide/saz-studiiasy-guide-kk.pdf",
        "brand/guide/saz-studiiasy-guide-kk.html",
        "brand/guide/saz-studiiasy-guide-ru.pdf",
        "brand/guide/saz-studiiasy-guide-ru.html",
        "brand/guide/saz-studiiasy-guide-en.pdf",
        "brand/guide/saz-studiiasy-guide-en.html",
    ]


def test_a_job_can_be_sent_to_another_process() -> None:
    job = jobs(styled("steppe"), ("brand/logo/a.svg",))[1]
    again = pickle.loads(pickle.dumps(job))
    assert again.key == job.key
    assert again.render() == job.render()


def test_the_key_follows_everything_that_is_seen(tmp_path: Path) -> None:
    keys = {
        jobs(styled("steppe"))[0].key,
        jobs(styled("steppe", "#0a7e8d"))[0].key,
        jobs(styled("steppe"), ("brand/logo/a.svg",))[0].key,
        jobs(styled("steppe"), (), positioned(styled("steppe")))[0].key,
    }
    own = tmp_path / "templates" / FOLDER
    own.mkdir(parents=True)
    (own / "guide.css").write_text("main {}")
    keys.add(jobs(styled("steppe", folder=tmp_path))[0].key)
    assert len(keys) == 5


def test_planning_needs_neither_typst_nor_jinja() -> None:
    program = (
        "import sys\nfrom creativekit.brand.guide import jobs\n"
        "assert not {'typst', 'jinja2', 'PIL', 'numpy'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_template_that_changes_while_we_run_is_seen(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FOLDER
    own.mkdir(parents=True)
    made = []
    for radius in ("0", "9"):
        text = templates.read(f"{FOLDER}/looks.toml").decode()
        (own / "looks.toml").write_text(text.replace("radius = 0", f"radius = {radius}"), "utf-8")
        made.append(jobs(styled("steppe", folder=tmp_path))[1].render().data)
    assert made[0] != made[1]
