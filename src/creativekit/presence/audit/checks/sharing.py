"""How a link looks when it is sent in WhatsApp, Telegram or Instagram: the Open Graph protocol."""

from __future__ import annotations

from creativekit.errors import msg
from creativekit.presence.audit.checks.transport import unseen
from creativekit.presence.audit.page import Page
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.reading.picture_size import picture_size
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.tables import thresholds
from creativekit.presence.audit.verdict import Finding, check

_BASIC = ("og:title", "og:type", "og:image", "og:url")


@check(
    "sharing.preview",
    title=msg("A shared link shows a title and a picture"),
    why=msg(
        "Links are sent in messengers; one with a picture is opened, a bare one looks like spam."
    ),
    mend=msg("Fill in the settings for social networks in the builder: title, text and picture."),
    source="https://ogp.me/#metadata",
)
def preview(site: Site) -> Finding | None:
    document = site.document
    lacking = [name for name in _BASIC if not document.meta(name)]
    if "og:image" in lacking and document.meta("og:image:url"):
        lacking.remove("og:image")
    facts = {"lacking": " ".join(lacking)}
    if not lacking:
        seen = msg("“{text}”, with a picture", text=plain(document.meta("og:title") or "", 80))
        return Finding("pass", seen, facts)
    if len(lacking) == len(_BASIC):
        return Finding("fail", msg("nothing is set for shared links"), facts)
    seen = msg("not set: {names}", names=", ".join(lacking))
    return Finding("fail" if "og:image" in lacking else "warn", seen, facts)


@check(
    "sharing.picture",
    title=msg("The picture of a shared link is large enough"),
    why=msg("Smaller than 600 × 315 it becomes a stamp beside the text, or is not shown at all."),
    mend=msg(
        "Set a picture of 1200 × 630; `creativekit social` makes one (placement facebook-link)."
    ),
    source="https://developers.facebook.com/docs/sharing/webmasters/images/",
)
def picture(site: Site) -> Finding | None:
    written = site.document.meta("og:image") or site.document.meta("og:image:url")
    if not written:
        return None
    facts = {"url": plain(written, 120)}
    if urls.joined(site.reading.base, written) is None:
        return Finding("fail", msg("it is no address: {text}", text=facts["url"]), facts)
    if (lacking := unseen(site.picture)) is not None:
        return lacking
    answer = site.picture
    assert isinstance(answer, Page)
    if answer.status in (401, 403, 405, 429, 999) or answer.status >= 500:
        seen = msg("{url} answers {status}", url=facts["url"], status=answer.status)
        return Finding("unknown", seen, facts)
    if answer.status != 200:
        seen = msg("{url} answers {status}", url=facts["url"], status=answer.status)
        return Finding("fail", seen, facts)
    size = picture_size(answer.body)
    if size is None:
        kind = plain(answer.header("content-type").partition(";")[0], 40)
        if kind == "image/svg+xml" or kind.startswith("text/"):
            seen = msg("messengers do not show this kind of file: {kind}", kind=kind)
            return Finding("fail", seen, {**facts, "kind": kind})
        return Finding("unknown", msg("its size cannot be told: {kind}", kind=kind or "?"), facts)
    facts |= {"width": str(size.width), "height": str(size.height), "kind": size.kind}
    seen = msg("{kind}, {width} × {height}", kind=size.kind, width=size.width, height=size.height)
    large, small = (thresholds()[f"sharing-picture-{name}"] for name in ("large", "small"))
    if size.width >= (large.width or 0) and size.height >= (large.height or 0):
        relative = not written.lower().startswith(("http:", "https:"))
        if relative:
            seen = msg("{seen}, but the address is not a full one", seen=seen)
        return Finding("warn" if relative else "pass", seen, facts)
    enough = size.width >= (small.width or 0) and size.height >= (small.height or 0)
    return Finding("warn" if enough else "fail", seen, facts)
