"""Every template's own words fit every placement it is made for, in every style.

The samples are long on purpose, in Kazakh and Russian above all. Placements that give the same
picture at two sizes are looked at once; which variation of a style is drawn goes round. In every
style every template is drawn in every placement, in Kazakh or in Russian by turns: each of the two
languages meets each template in each placement, in four of the eight styles.
"""

from __future__ import annotations

import pytest

from contact_posts import alike, content
from creativekit.artwork.sheet import Sheet
from creativekit.social.drawing import draw
from creativekit.social.preview import words_area
from creativekit.social.template_store import templates
from creativekit.social.treatment import treatment
from styled_brands import STYLES, styled

SPOTS = [group[0] for rows in alike().values() for group in rows]


@pytest.mark.parametrize(("number", "style"), list(enumerate(STYLES)), ids=STYLES)
def test_every_sample_fits_every_placement(number: int, style: str) -> None:
    brand = styled(style)
    known = [each for each in templates(None) if each.pages is None]
    faults: list[str] = []
    for row, spot in enumerate(SPOTS):
        for turn, template in enumerate(each for each in known if spot.kind in each.made_for):
            place = (row + turn + number) % 2
            language = ("kk", "ru")[place]
            look = row + turn + place
            # In either language, half of the styles are with photographs and half without.
            values = content(template, language, photos=(row + turn + number // 2) % 2 == 0)
            sheet = Sheet(brand, spot.width, spot.height, look % 6, words_area(spot))
            made = draw(template, values, sheet, language, treatment(None, brand))
            faults += [
                f"{spot.id} {template.id} {language}: {problem}" for problem in made.problems
            ]
    assert faults == []
