"""Languages: declared as they are, linked to each other, and both that customers speak."""

from __future__ import annotations

from creativekit.errors import Message, msg
from creativekit.presence.audit.gathering import alternates
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.reading.language_guess import Guess
from creativekit.presence.audit.site import Reading, Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, Outcome, check

NAMES = {"kk": msg("Kazakh"), "ru": msg("Russian"), "en": msg("English")}


def named(languages: tuple[str, ...]) -> Message:
    """Kazakh and Russian, in words; up to three languages."""
    first, *rest = languages
    said = NAMES[first]
    for each in rest:
        said = msg("{one}, {other}", one=said, other=NAMES[each])
    return said


def held(guess: Guess) -> tuple[str, ...]:
    """The languages that a page is in, in part at least."""
    share = number("language-share", "least")
    return tuple(code for code in NAMES if guess.holds(code, least_share=share))


@check(
    "language.lang",
    title=msg("The page declares its own language"),
    why=msg("By it browsers read aloud, offer translation, and show the right letters."),
    mend=msg('Write <html lang="kk"> on Kazakh pages, "ru" on Russian ones, "en" on English ones.'),
    source="https://www.w3.org/WAI/WCAG22/Understanding/language-of-page",
)
def lang(site: Site) -> Finding | None:
    judged = [_lang(each) for each in site.readings]
    wrong = next((found for found in judged if found.outcome == "fail"), None)
    # The home page counts most; a wrong inner page is told when home is right.
    return (
        judged[0]
        if judged[0].outcome != "pass" or wrong is None
        else Finding("warn", wrong.seen, wrong.facts)
    )


def _lang(reading: Reading) -> Finding:
    declared = plain(reading.document.lang or "", 20)
    text = reading.guess.main()
    facts = {"lang": declared, "text": text or "", "url": plain(reading.url, 100)}
    code = declared.lower().replace("_", "-").partition("-")[0]
    if not declared:
        return Finding("fail", msg("no language is declared"), facts)
    if code == "kz":
        return Finding("fail", msg("“kz” is the country; Kazakh is “kk”"), facts)
    if text is None:
        return Finding(
            "unknown", msg("declared “{lang}”; too little text to tell", lang=declared), facts
        )
    if code != text:
        seen = msg(
            "declared “{lang}”, and the text is {language}: {url}",
            lang=declared,
            language=NAMES[text],
            url=facts["url"],
        )
        return Finding("fail", seen, facts)
    return Finding("pass", msg("declared “{lang}”, as the text is", lang=declared), facts)


@check(
    "language.hreflang",
    title=msg("Pages in other languages point at each other"),
    why=msg("Then Google shows the Kazakh page to those who search in Kazakh."),
    mend=msg('Name all languages on each page by <link rel="alternate" hreflang="…">, itself too.'),
    source="https://developers.google.com/search/docs/specialty/international/localized-versions",
)
def hreflang(site: Site) -> Finding | None:
    others = tuple(alternates(site.reading))
    named_ = [tag.attributes.get("hreflang", "") for tag in site.document.rels("alternate")]
    codes = sorted({plain(code, 20).lower() for code in named_ if code})
    facts = {"languages": " ".join(codes)}
    if any(code.partition("-")[0] == "kz" for code in codes):
        return Finding("fail", msg("“kz” is the country; Kazakh is “kk”"), facts)
    if not others:
        return None
    broken = [
        url
        for language, url in others
        if (answer := site.alternates.get(language)) is not None
        and answer.is_page
        and not any(
            urls.same_page(urls.joined(answer.base, tag.href) or "", site.url)
            for tag in answer.document.rels("alternate")
            if tag.attributes.get("hreflang")
        )
    ]
    if broken:
        seen = msg("{url} does not point back", url=plain(broken[0], 100))
        return Finding("warn", seen, facts)
    if not any(site.alternates.get(language) for language, _ in others):
        return Finding("unknown", msg("the pages named were not read"), facts)
    return Finding("pass", msg("named and pointing back: {codes}", codes=facts["languages"]), facts)


@check(
    "language.both",
    title=msg("It is in Kazakh and in Russian"),
    why=msg("Customers buy in their own language, and search finds what is written in theirs."),
    mend=msg("Begin with the key facts: what, price, how to order, address, in both languages."),
    source="https://adilet.zan.kz/kaz/docs/Z970000151_",
    rendered=True,
)
def both(site: Site) -> Finding | None:
    read = (*site.readings, *(each for each in site.alternates.values() if each.is_page))
    found = tuple(code for code in NAMES if any(code in held(each.guess) for each in read))
    wanted = site.declared.languages or ("kk", "ru")
    lacking = tuple(code for code in wanted if code in NAMES and code not in found)
    facts = {"found": " ".join(found), "wanted": " ".join(wanted)}
    if not found:
        return Finding("unknown", msg("too little text to tell the language"), facts)
    seen = msg("found: {languages}", languages=named(found))
    if not lacking:
        return Finding("pass", seen, facts)
    outcome: Outcome = "warn" if any(code in found for code in wanted) else "fail"
    return Finding(
        outcome,
        msg(
            "found: {languages}; not found: {others}", languages=named(found), others=named(lacking)
        ),
        facts,
    )
