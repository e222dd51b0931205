"""Instruments for tests: a small one that sums can be done on by hand, and all thirty questions.

The thirty have the ids, weights, features, efforts, evidence and gates of the true instrument, and
texts that only say which text they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from creativekit.presence import instrument_file
from creativekit.presence.instrument import Instrument

# id, weight, applies, effort, basis
THIRTY = """
1.1 3 all S self
1.2 3 all S file,self
1.3 2 all M file
1.4 2 all M file
2.1 3 all S eye
2.2 3 premises S eye
2.3 2 all S eye
2.4 2 all S audit
3.1 3 all M audit
3.2 3 site M audit
3.3 2 site S audit
3.4 2 nosite,market M self
4.1 2 all M file
4.2 2 all M file
4.3 2 all M self
4.4 3 all S self
5.1 3 all S audit
5.2 2 market,studio,performer S self
5.3 3 market,studio,performer M self
5.4 2 market M self
5.5 2 performer,ngo M self
6.1 3 all S self
6.2 2 all S file
6.3 2 all M file
6.4 2 all M self
7.1 3 all S file
7.2 2 all S file
7.3 2 all M file
8.1 2 all M audit
8.2 2 all M audit,file
"""
DIMENSIONS = (
    "identity", "findability", "place", "audience", "sales", "trust", "measurement", "access",
)  # fmt: skip
PROFILES = {
    "no-site": ("nosite", "studio"),
    "site": ("site", "studio"),
    "market": ("market",),
    "studio": ("studio", "premises"),
    "performer": ("performer",),
    "ngo": ("ngo",),
}
FEATURES = ("premises", "site", "nosite", "market", "studio", "performer", "ngo")
GATES = ("2.1", "5.1", "6.1")
REQUIRES = {"2.3": ("1.1>=2",), "7.2": ("7.1>=1", "7.3>=2"), "7.3": ("4.1>=2",)}


def texts(text: str) -> str:
    return f'{{ kk = "{text} қазақша", ru = "{text} по-русски", en = "{text}" }}'


def listed(words: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{each}"' for each in words) + "]"


def frame(
    dimensions: Iterable[str] = DIMENSIONS,
    profiles: Mapping[str, Iterable[str]] = PROFILES,
    features: Iterable[str] = FEATURES,
    gates: Iterable[str] = GATES,
    version: str = "2026.1",
) -> str:
    parts = ["schema = 1", f'version = "{version}"']
    for name in dimensions:
        parts += ["[[dimension]]", f'id = "{name}"']
        parts += [f"title = {texts(name)}", f"about = {texts('about ' + name)}"]
    for name in features:
        parts += ["[[feature]]", f'id = "{name}"', f"title = {texts(name)}"]
    for name, had in profiles.items():
        parts += ["[[profile]]", f'id = "{name}"', f"features = {listed(had)}"]
        parts += [f"title = {texts(name)}", f"about = {texts('about ' + name)}"]
    for name, least in (("starting", 0), ("visible", 25), ("working", 50), ("growing", 75)):
        parts += [f"[bands.{name}]", f"from = {least}"]
        parts += [f"name = {texts(name)}", f"about = {texts('about ' + name)}"]
    parts += ["[gates]", "level = 0", 'band = "visible"', "[gates.why]"]
    parts += [f'"{name}" = {texts("why " + name)}' for name in gates]
    return "\n".join(parts) + "\n"


def item(
    name: str,
    dimension: str,
    weight: int = 1,
    applies: Iterable[str] = ("all",),
    effort: str = "S",
    basis: Iterable[str] = ("self",),
    gate: bool = False,
    requires: Iterable[str] = (),
    command: str = "",
) -> str:
    levels = ", ".join(texts(f"{name} level {level}") for level in range(5))
    parts = [
        "[[item]]",
        f'id = "{name}"',
        f'dimension = "{dimension}"',
        f"weight = {weight}",
        f"applies = {listed(applies)}",
        f'effort = "{effort}"',
        f"basis = {listed(basis)}",
        f"gate = {str(gate).lower()}",
        f"requires = {listed(requires)}",
        f"question = {texts('question ' + name)}",
        f"help = {texts('help ' + name)}",
        f"levels = [{levels}]",
    ]
    for level in range(1, 5):
        parts += ["[[item.step]]", f"action = {texts(f'do {name} to {level}')}"]
        parts += [f"done = {texts(f'done {name} to {level}')}"]
        parts += [f'command = "{command}"'] if command else []
    return "\n".join(parts) + "\n"


def files(frame_text: str, *items: str) -> tuple[tuple[str, bytes], ...]:
    """One file for all items: `schema = 1` before them."""
    return (
        (instrument_file.FILE, frame_text.encode()),
        (f"{instrument_file.ITEMS}/1-all.toml", ("schema = 1\n" + "".join(items)).encode()),
    )


def thirty_files() -> tuple[tuple[str, bytes], ...]:
    items = []
    for row in THIRTY.split("\n"):
        if row:
            name, weight, applies, effort, basis = row.split()
            items.append(
                item(
                    name,
                    DIMENSIONS[int(name[0]) - 1],
                    int(weight),
                    applies.split(","),
                    effort,
                    basis.split(","),
                    name in GATES,
                    REQUIRES.get(name, ()),
                    "creativekit brand" if name == "1.3" else "",
                )
            )
    return files(frame(), *items)


def thirty() -> Instrument:
    return instrument_file.read(thirty_files())


def small_files(version: str = "2026.1") -> tuple[tuple[str, bytes], ...]:
    """Two dimensions. identity: 1.1 (3, gate), 1.2 (1); place: 3.1 (2), 3.2 (2, site only)."""
    return files(
        frame(("identity", "place"), {"site": ["site"], "no-site": ["nosite"]}, gates=("1.1",),
              version=version),
        item("1.1", "identity", 3, gate=True),
        item("1.2", "identity", 1, effort="L"),
        item("3.1", "place", 2, effort="M", requires=("1.1>=2",)),
        item("3.2", "place", 2, ("site",), "M"),
    )  # fmt: skip


def small(version: str = "2026.1") -> Instrument:
    return instrument_file.read(small_files(version))
