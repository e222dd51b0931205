"""Bonds: which two neighbouring words keep together at the end of a line.

The rules are those of Russian and Kazakh composing rooms: no line ends with a word that leans on
the next (a preposition, «не», «и»), none starts with one that leans on the word before (бы, ма,
да) or with a dash; a number keeps its unit, an initial its surname (A. E. Milchin and L. K.
Cheltsova, Spravochnik izdatelya i avtora, on the ends of lines). English has no such law, only a
taste: its articles and prepositions had better not hang, so their bond is soft. Words are looked
up whatever the language of the text, because posts mix languages; only the Kazakh particles that
mean something else in Russian («да», «та», «те») wait for Kazakh.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

DASHES = "—–―‒"
OPENING = "«“„‘‚‹\"'([{¿¡"
_CLOSING = "»”’›\"')]}!?…:;.,%‰°"
_STOPS = ".,!?…:;"


class Bond(IntEnum):
    """How firmly what stands on both sides of a place keeps together.

    A line may end at a FREE place and had better not at a SOFT one; the others hold unless what
    they hold is wider than a line. TIGHT is inside a number and at no-break spaces; HYPHEN and
    SPLIT are inside a word, between syllables and between any two characters.
    """

    FREE = 0
    SOFT = 1
    BOUND = 2
    TIGHT = 3
    HYPHEN = 4
    SPLIT = 5


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# They lean on the next word.
_LEANS_ON_NEXT = _words(
    "а без безо близ в во для до за и из изо или к ко на над не ни но о об обо от ото по под подо "
    "при про с со у ради сквозь мимо через перед передо между среди ең тым дәл әр еш кей"
)
_HAD_BETTER_NOT_END = _words(
    "a an the of to in at for on by with from and or but as is are if my our your its no into per "
    "vs than that this i ты он мы вы это как что чем где уже ещё еще так чтобы после около кроме "
    "вместо том және әрі бұл сол осы өте бір сағат"
)
# They lean on the word before.
_LEANS_BACK = _words("бы б ли ль же ж")
_LEANS_BACK_IN_KAZAKH = _words("ма ме ба бе па пе да де та те ғана үшін ғой қой емес екен шығар")
_HAD_BETTER_NOT_START_IN_KAZAKH = _words(
    "мен бен пен менен сияқты секілді туралы бойынша дейін кейін бұрын арқылы қарай"
)

# «№ 5», «г. Алматы», «ул. Абая»
_BEFORE_NUMBERS = _words("№ § # $ € £ ₸ ₽ ~ ≈ + - − ± × < > ≤ ≥ & @")
_BEFORE_NAMES = _words(
    "г. ул. пр. просп. пер. пл. д. кв. корп. стр. оф. каб. тел. т. п. им. акад. проф. гр. рис. "
    "табл. гл. ст. см. ред. ср. p. pp. no. nr. mr. mrs. ms. dr. st. fig. ch. vol."
)
_AFTER_NAMES = _words("қ. көш. обл. а. ш. даң. мкр. т.б. т.с.с. т.д. т.п.")
_UNITS = _words(
    "кг г мг т ц л мл м см мм км нм га вт квт шт дн мин сек ч час часа часов тг руб р коп долл "
    "тыс млн млрд трлн мың ж жж г гг год года году годы лет жас жасқа жаста жасар күн күні "
    "күнге ай айға апта рет раз раза дана дней день дня чел адам адамға адамнан адамды қ тәул "
    "kg g mg t l ml m cm mm km ha w kw h hr hrs hour hours min sec am pm usd kzt eur rub px pt "
    "tb gb mb kb years year days day pcs ft oz lb м² м³ m² m³ °c °f"
)
_SIGNS_OF_UNITS = "°₸$€£₽¥%‰′″"
_LONG_UNITS = tuple(
    sorted(
        _words(
            "теңге тенге рубл доллар евро сағат минут секунд процент пайыз миллион миллиард тысяч "
            "жыл градус метр литр грамм килограмм "
            "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан "
            "январ феврал март апрел мая май июн июл август сентябр октябр ноябр декабр "
            "january february march april may june july august september october november december "
            "percent million billion tenge"
        )
    )
)
_ENGLISH_MONTHS = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)

_PARTS = re.compile(r"^([\W_]*)(.*?)([\W_]*)$", re.DOTALL)
_NUMBER = re.compile(r"\d[\d.,:/–−×+()-]*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_GROUP = re.compile(r"\d{3}(?!\d)")
_GROUPED = re.compile(r"[(+\-−–~≈≤≥<>№$€£₸₽]*\d{1,3}")


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between two spaces: `open` and `close` are its punctuation, `core` the rest.

    `core` is in small letters; a token of signs only has it all in `open`.
    """

    text: str
    open: str
    core: str
    close: str

    @property
    def is_number(self) -> bool:
        return _NUMBER.fullmatch(self.core) is not None

    @property
    def is_initials(self) -> bool:
        start = self.text.lstrip(OPENING)
        return _INITIALS.fullmatch(start) is not None and start[0].isupper()

    @property
    def is_dash(self) -> bool:
        return not self.core and bool(self.text) and all(char in DASHES + "-" for char in self.text)


def token(text: str) -> Token:
    """`text` taken apart."""
    found = _PARTS.match(unicodedata.normalize("NFC", text))
    assert found is not None  # the pattern matches every string
    return Token(text, found[1], found[2].lower(), found[3])


def bond(tokens: tuple[Token, ...], index: int, language: str) -> Bond:
    """The bond between token `index` and the next one of the paragraph."""
    left, right = tokens[index], tokens[index + 1]
    before = tokens[index - 1] if index else None
    if not left.core or not right.core:
        found = _bond_of_signs(before, left, right)
        if found is not None:
            return max(found, _bond_to_next(before, left, right)) if left.core else found
    if right.text[0] in DASHES:
        return Bond.BOUND
    if right.is_initials and _follow_a_surname(tokens, index):
        return Bond.BOUND
    kazakh = language.split("-")[0] == "kk"
    return max(
        _bond_of_number(left, right) if left.core[:1].isdigit() else Bond.FREE,
        _bond_to_next(before, left, right),
        _bond_to_previous(left, right, kazakh),
    )


def _bond_of_signs(before: Token | None, left: Token, right: Token) -> Bond | None:
    """Where one of the two is a sign that stands alone: a dash, «₸», «№», «&», a bullet."""
    if not right.core:
        if right.text[0] in DASHES or right.is_dash:
            return Bond.BOUND
        if right.text[0] in _CLOSING and right.text[0] not in "\"'":
            return Bond.BOUND
        if left.is_number:
            return Bond.BOUND
        return Bond.SOFT
    if left.is_dash:
        # At the start it opens a speech; between numbers it is «from … to …».
        between = before is not None and before.is_number and right.is_number
        return Bond.BOUND if before is None or between else Bond.FREE
    if all(char in OPENING for char in left.text):
        return Bond.BOUND
    if left.text in _BEFORE_NUMBERS and (right.is_number or left.text in "№§#&@"):
        return Bond.BOUND
    return Bond.BOUND if before is None else None


def _bond_of_number(left: Token, right: Token) -> Bond:
    """A number with the rest of itself, with its unit, with what it counts."""
    if left.close and left.close[-1] in _STOPS:
        return Bond.FREE
    if left.is_number and right.text[0].isdigit():
        grouped = _GROUPED.fullmatch(left.text) and _GROUP.match(right.text)
        return Bond.TIGHT if grouped else Bond.BOUND
    if left.is_number and right.is_number:
        return Bond.BOUND
    if right.open:  # «°C», «₸-ден»
        return Bond.BOUND if right.open[0] in _SIGNS_OF_UNITS else Bond.FREE
    word = right.core.split("-")[0]
    if word in _UNITS or word.startswith(_LONG_UNITS) or right.text in _AFTER_NAMES:
        return Bond.BOUND
    if "." in right.close and len(word) <= 4:
        return Bond.SOFT
    counted = right.text[0].islower() and ":" not in left.core
    leans = right.core in _LEANS_ON_NEXT or right.core in _HAD_BETTER_NOT_END
    return Bond.SOFT if counted and not leans else Bond.FREE


def _follow_a_surname(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the initials after `index` belong to the name before them: «Пушкин А. С. родился»."""
    if tokens[index].close or not tokens[index].text.lstrip(OPENING)[:1].isupper():
        return False
    name = next((item for item in tokens[index + 1 :] if not item.is_initials), None)
    return name is None or not name.text.lstrip(OPENING)[:1].isupper()


def _bond_to_next(before: Token | None, left: Token, right: Token) -> Bond:
    if left.is_initials and (right.is_initials or right.text.lstrip(OPENING)[:1].isupper()):
        return Bond.BOUND
    whole = left.core + left.close
    if whole in _BEFORE_NAMES:
        # «27 г.» has its number already, and «т. д.» is a word.
        taken = before is not None and ((whole == "г." and before.is_number) or before.core == "т")
        return Bond.FREE if taken else Bond.BOUND
    if left.close:
        return Bond.FREE
    alone = len(left.core) == 1 and _is_cyrillic(left.core) and left.core not in _LEANS_BACK
    if alone or left.core in _LEANS_ON_NEXT:
        return Bond.BOUND
    if left.core in _ENGLISH_MONTHS and right.is_number:
        return Bond.BOUND
    return Bond.SOFT if left.core in _HAD_BETTER_NOT_END else Bond.FREE


def _bond_to_previous(left: Token, right: Token, kazakh: bool) -> Bond:
    if not right.open and right.text.rstrip(",;:!?…") in _AFTER_NAMES:
        return Bond.BOUND
    if right.open or (left.close and left.close[-1] in _STOPS + DASHES):
        return Bond.FREE
    if right.core in _LEANS_BACK or (kazakh and right.core in _LEANS_BACK_IN_KAZAKH):
        return Bond.BOUND
    return Bond.SOFT if kazakh and right.core in _HAD_BETTER_NOT_START_IN_KAZAKH else Bond.FREE


def _is_cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u052f"
