"""What a report's documents are called, and the templates that they are made from."""

from __future__ import annotations

STEM = "report"
PAGE, STYLE, PRINTED = "cohort/report.html.j2", "cohort/report.css", "cohort/report.typ"
FILE = "cohort/report.toml"
