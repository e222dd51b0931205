"""Worksheets filled in elsewhere and read back: the whole road, as two commands of a person."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from command_line import creativekit
from pypdf import PdfReader, PdfWriter

EXAMPLES = Path(__file__).parents[2] / "examples"

KAZAKH = {
    "audience.who": "Әсел, Түркістандағы өнер мұғалімі",
    "audience.quote": "«Ұялмай-ақ айтайын: үйде ғана ән саламын», — дейді ҚҰРМАНҒАЗЫ көшесінде",
    "statement.difference": "қобыз бен домбыраны білетін дыбыс режиссері, іңкәр көңілмен",
    "ladder.needs.0": "Өз даусымды таза естісем",
    "character.say.1": "асықпай, өзіңіз болыңыз",
    "pitch.action": "Жазылыңыз",
    "price.materials": "12 500,5",
    "alternatives.others.0.scores.0": "4",
}


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


@pytest.mark.parametrize("example", sorted(each.name for each in EXAMPLES.iterdir()))
def test_a_form_filled_by_pypdf_comes_into_the_config_with_its_comments_kept(
    example: str, tmp_path: Path
) -> None:
    project = tmp_path / "Жоба"
    shutil.copytree(EXAMPLES / example, project, ignore=shutil.ignore_patterns("kit"))
    config = project / "creativekit.toml"
    if example != "aq-kiiz":  # the pages of one example in every language, of the others in one
        text = config.read_text("utf-8")
        config.write_text(text.replace('["kk", "ru", "en"]', '["kk"]', 1), "utf-8")
    before = config.read_text("utf-8")
    made = creativekit("-C", project, "position", "--format", "form")
    assert made.code == 0, made.err

    form = project / "kit" / "positioning" / "worksheets-kk-form.pdf"
    writer = PdfWriter(clone_from=PdfReader(form))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(KAZAKH), auto_regenerate=False)
    filled = tmp_path / "толтырылған.pdf"
    writer.write(filled)

    asked = creativekit("-C", project, "position", "import", filled)
    assert asked.code == 2
    assert config.read_text("utf-8") == before, "nothing is written unasked"

    done = creativekit("-C", project, "position", "import", filled, "--yes")
    assert done.code == 0, done.err
    after = config.read_text("utf-8")
    assert comments(after) == comments(before)
    assert (project / "creativekit.toml.bak").read_text("utf-8") == before

    answers = tomllib.loads(after)["positioning"]
    assert answers["audience"]["who"]["kk"] == KAZAKH["audience.who"]
    assert answers["audience"]["quote"]["kk"] == KAZAKH["audience.quote"]
    assert answers["statement"]["difference"]["kk"] == KAZAKH["statement.difference"]
    assert answers["ladder"]["needs"][0]["kk"] == KAZAKH["ladder.needs.0"]
    assert answers["character"]["say"]["kk"][1] == KAZAKH["character.say.1"]
    assert answers["pitch"]["action"]["kk"] == KAZAKH["pitch.action"]
    assert answers["price"]["materials"] == 12500.5
    assert answers["alternatives"]["others"][0]["scores"][0] == 4

    other = tomllib.loads(before)["positioning"]["audience"]["who"]["ru"]
    assert answers["audience"]["who"]["ru"] == other, "other languages are left alone"
    again = creativekit("-C", project, "position", "import", filled, "--yes", "--json")
    assert again.json["changes"] == []
