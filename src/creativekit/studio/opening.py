"""How a studio is to be opened: what a command decides, for itself or for a process of its own.

A browser's studio runs in a process that the server starts, so the decision has to travel.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from creativekit.language.catalogs import translator
from creativekit.project.config_file import FILE_NAME
from creativekit.studio.agenda import agenda
from creativekit.studio.app import Studio


@dataclass(frozen=True, slots=True)
class Opening:
    """config: the project's creativekit.toml. kit: where its files go.

    language: asked for, or "" for the one that was remembered, else `spoken`.
    trainer: with the agenda of `agenda`'s folder, "" for ours.
    sample: the folder for the trainer's sample projects; then `config` is one of them or nothing.
    """

    config: str
    kit: str
    language: str = ""
    spoken: str = "en"
    trainer: bool = False
    agenda: str = ""
    sample: str = ""

    def text(self) -> str:
        """For a command line."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Opening:
        """What `text` made."""
        return cls(**json.loads(text))

    def app(self) -> Studio:
        """Raises InputError for an agenda that is wrong, OutputError for a sample that fails."""
        if not self.trainer:
            return Studio(
                Path(self.config), Path(self.kit), language=self.language, spoken=self.spoken
            )
        # Most studios have no trainer.
        from creativekit.studio.sample import Sample
        from creativekit.studio.trainer import TrainerStudio

        steps = agenda(Path(self.agenda) if self.agenda else None)
        sample = None
        config, kit = Path(self.config), Path(self.kit)
        if self.sample:
            say = translator(self.language or self.spoken).text
            sample = Sample(Path(self.sample), say)
            config = sample.config()
            kit = config.parent / "kit"
        return TrainerStudio(
            config, kit, steps, sample=sample, language=self.language, spoken=self.spoken
        )


def agenda_folder(start: Path, project: Path | None) -> str:
    """Whose agenda is used: the project's; of a sample, that of the folder it was asked for in.

    "" where that is no project's folder.
    """
    folder = project if project is not None else start
    return str(folder) if project is not None or (folder / FILE_NAME).is_file() else ""
