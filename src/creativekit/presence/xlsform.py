"""The self-assessment as a form for KoboToolbox, ODK and what else reads XLSForm (xlsform.org).

A trainer collects a whole group's answers on telephones without a network; the export comes back
through `--answers`. All three languages are in the one form. Names are chosen for the way back:
`q1_1` for item 1.1, 0–4, `na` and `dk` for its answers, ids for profiles and features. Whom a
question applies to is worked out in the form as `Instrument.asked` does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from creativekit.errors import msg
from creativekit.jobs import Job
from creativekit.presence.answers import DONT_KNOW, LEAST_HOURS, MOST_HOURS, NOT_FOR_US
from creativekit.presence.answers_table import column_name
from creativekit.presence.instrument import EVERYBODY, NO_SITE, SITE, Instrument, Item
from creativekit.presence.instrument_file import TEXT_LENGTH
from creativekit.presence.instrument_texts import lines_of
from creativekit.project.localized import Localized
from creativekit.tables.workbook_writing import Sheet, xlsx
from creativekit.tables.xlsform import choices, row, settings, survey, texts

FILE = "presence/form.toml"
PATH = "presence/form.xlsx"
WORDS = (
    "title", "profile", "features", "features_help", "site_twice", "hours", "hours_wrong",
    "not_for_us", "dont_know",
)  # fmt: skip

Words = Mapping[str, Localized]


def form_words(project_folder: Path | None = None) -> Words:
    """What the form says besides the instrument. Raises InputError with the file's problems."""
    return lines_of(FILE, WORDS, TEXT_LENGTH, project_folder)


def form_job(instrument: Instrument, words: Words) -> Job:
    """kit/presence/form.xlsx."""
    return Job(PATH, xlsform, (instrument, words), msg("form for KoboToolbox and ODK"))


def xlsform(
    instrument: Instrument, words: Words, before: tuple[tuple[str, ...], ...] = ()
) -> bytes:
    """The form's .xlsx; the same bytes for the same instrument and words.

    before: rows of the survey that come first, such as who somebody is in a group.
    """
    return xlsx(
        (
            _survey(instrument, words, before),
            _choices(instrument, words),
            _settings(instrument, words),
        )
    )


def _survey(
    instrument: Instrument, words: Words, before: tuple[tuple[str, ...], ...] = ()
) -> Sheet:
    rows = [
        row("today", "date"),
        *before,
        row("select_one profile", "profile", words["profile"], required=True),
        row(
            "select_multiple feature",
            "features",
            words["features"],
            words["features_help"],
            constraint=f"not(selected(., '{SITE}') and selected(., '{NO_SITE}'))",
            wrong=words["site_twice"],
        ),
        *(
            row("calculate", _flag(feature), calculation=_has(feature, instrument))
            for feature in _used(instrument)
        ),
    ]
    for dimension in instrument.dimensions:
        rows.append(row("begin_group", dimension.id, dimension.title))
        rows.append(row("note", f"about_{dimension.id}", dimension.about))
        rows += [
            row(
                f"select_one {_list(item)}",
                column_name(item.id),
                item.question,
                item.help,
                required=True,
                relevant=_relevant(item),
            )
            for item in instrument.items
            if item.dimension == dimension.id
        ]
        rows.append(row("end_group", ""))
    rows.append(
        row(
            "decimal",
            "hours",
            words["hours"],
            constraint=f". >= {LEAST_HOURS:g} and . <= {MOST_HOURS:g}",
            wrong=words["hours_wrong"],
        )
    )
    return survey(rows)


def _choices(instrument: Instrument, words: Words) -> Sheet:
    rows = [("profile", each.id, *texts(each.title)) for each in instrument.profiles]
    rows += [("feature", each.id, *texts(each.title)) for each in instrument.features]
    for item in instrument.items:
        rows += [(_list(item), str(level), *texts(text)) for level, text in enumerate(item.levels)]
        rows.append((_list(item), NOT_FOR_US, *texts(words["not_for_us"])))
        rows.append((_list(item), DONT_KNOW, *texts(words["dont_know"])))
    return choices(rows)


def _settings(instrument: Instrument, words: Words) -> Sheet:
    version = instrument.version
    form_id = "presence_" + "".join(each if each.isalnum() else "_" for each in version)
    return settings(words["title"].get("kk"), form_id, version)


def _list(item: Item) -> str:
    return "levels_" + item.id.replace(".", "_")


def _flag(feature: str) -> str:
    return f"is_{feature.replace('-', '_')}"


def _used(instrument: Instrument) -> tuple[str, ...]:
    """Features that decide over a question, a website first, for its absence follows from it."""
    used = {each for item in instrument.items for each in item.applies} - {EVERYBODY}
    if NO_SITE in used:
        used.add(SITE)
    ids = [each.id for each in instrument.features if each.id in used]
    return tuple(sorted(ids, key=lambda each: each != SITE))


def _has(feature: str, instrument: Instrument) -> str:
    """1 or 0: whether the business has a feature, by its profile or because it was ticked."""
    if feature == NO_SITE:
        return f"if(${{{_flag(SITE)}}} = 1, 0, 1)"
    ticked = f"selected(${{features}}, '{feature}')"
    profiles = " or ".join(
        f"${{profile}} = '{each.id}'"
        for each in instrument.profiles
        if _is_of(feature, each.features)
    )
    if not profiles:
        return f"if({ticked}, 1, 0)"
    if feature == SITE:
        # What was ticked wins over what the profile has.
        profiles = f"(not(selected(${{features}}, '{NO_SITE}')) and ({profiles}))"
    return f"if({ticked} or {profiles}, 1, 0)"


def _is_of(feature: str, features: tuple[str, ...]) -> bool:
    return feature in features and not (feature == SITE and NO_SITE in features)


def _relevant(item: Item) -> str:
    if EVERYBODY in item.applies:
        return ""
    return " or ".join(f"${{{_flag(feature)}}} = 1" for feature in item.applies)
