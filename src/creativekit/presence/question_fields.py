"""Names of the fields of the questions' form, beside `answers_table.column_name` of each item."""

from __future__ import annotations

NAME, DATE, HOURS, PROFILE, FEATURES = "name", "date", "hours", "profile", "features"
"""Each a field; of features, `features.<id>` is one."""
