"""Answers that can be used as they are, when some of those given cannot.

One wrong answer must not hold back the others. What is missing is wrong with the row that it is
missing from: that row waits as a whole, and everything else goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from creativekit.positioning.asking import row
from creativekit.positioning.blanks import Blank
from creativekit.positioning.changes import Changes, Fault

Judge = Callable[[Mapping[str, str]], Changes]


def usable(
    judge: Judge, blanks: Sequence[Blank], given: Mapping[str, str]
) -> tuple[Changes, dict[str, str], tuple[Fault, ...]]:
    """What the answers change without those that cannot be used; the answers that are left; and
    what is wrong with the others.

    judge: what answers by names of blanks would change. blanks: those that they are for.
    """
    left = dict(given)
    lost: list[Fault] = []
    found = judge(left)
    while found.faults:
        lost += found.faults
        wrong = {fault.blank.name for fault in found.faults} & left.keys()
        for fault in found.faults:
            if fault.blank.name not in wrong:
                wrong.update(each.name for each in row(blanks, fault.blank))
        if not left.keys() & wrong:
            wrong.update(left)
        left = {name: text for name, text in left.items() if name not in wrong}
        found = judge(left)
    return found, left, tuple(lost)
