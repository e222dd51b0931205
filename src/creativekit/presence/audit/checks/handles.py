"""Names in social networks: possible ones, and the same on the site as the owner says.

Instagram and TikTok forbid their pages to programs, so nobody is asked whether a profile exists: a
person opens the link and looks.
"""

from __future__ import annotations

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.checks.profiles import is_name, network, profile
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.verdict import Finding, check


@check(
    "handles.declared",
    title=msg("Your names in social networks are possible ones"),
    why=msg("A mistake in one letter leads customers to a stranger, or nowhere."),
    mend=msg("Correct the name in creativekit.toml under [contact]; open the link and look."),
    source="https://help.instagram.com/583107688369069",
    needs="nothing",
)
def declared(site: Site) -> Finding | None:
    wrong = []
    for id_, typed in site.declared.handles.items():
        own = profile(typed, id_)
        if own is None or own[0] != id_ or not is_name(id_, own[1]):
            wrong.append(f"{network(id_).title}: {plain(typed, 60)}")
    count = len(site.declared.handles)
    facts = {"handles": str(count), "wrong": "; ".join(wrong)}
    if not count:
        return None
    if wrong:
        return Finding("fail", msg("impossible: {names}", names=", ".join(wrong)), facts)
    return Finding("pass", nmsg("{n} name", "{n} names", count), facts)


@check(
    "handles.links",
    title=msg("The site leads to your own profiles"),
    why=msg("Links left from a template, or to an old profile, send people away for good."),
    mend=msg("Replace the links to social networks on every page by your own."),
    source="https://schema.org/sameAs",
    rendered=True,
)
def links(site: Site) -> Finding | None:
    found = {known for _, url in site.links() if url and (known := profile(url)) is not None}
    bare = [plain(url, 60) for _, url in site.links() if url and _is_front_page(url)]
    wanted = {
        own
        for id_, typed in site.declared.handles.items()
        if (own := profile(typed, id_)) is not None
    }
    shown = ", ".join(sorted(f"{network(id_).title} {plain(name, 40)}" for id_, name in found))
    facts = {"found": shown, "declared": str(len(wanted))}
    if bare:
        seen = msg("a link leads to a network's front page: {url}", url=bare[0])
        return Finding("fail", seen, facts)
    if not wanted:
        if not found:
            return Finding("warn", msg("no links to social networks"), facts)
        return Finding(
            "unknown",
            msg("found {names}; your own are not in creativekit.toml", names=shown),
            facts,
        )
    networks_ = {id_ for id_, _ in wanted}
    others = sorted(
        f"{network(i).title} {plain(n, 40)}" for i, n in found - wanted if i in networks_
    )
    if found & wanted and not others:
        missing = sorted(network(id_).title for id_, _ in wanted - found)
        if missing:
            return Finding("warn", msg("not linked: {names}", names=", ".join(missing)), facts)
        return Finding("pass", msg("“{text}”", text=shown), facts)
    if others and not found & wanted:
        return Finding("fail", msg("it leads to others: {names}", names=", ".join(others)), facts)
    if others:
        return Finding(
            "warn", msg("it leads to others too: {names}", names=", ".join(others)), facts
        )
    return Finding("warn", msg("none of your profiles is linked"), facts)


def _is_front_page(url: str) -> bool:
    parts = urls.split(url)
    fronts = {
        "instagram.com",
        "facebook.com",
        "t.me",
        "tiktok.com",
        "vk.com",
        "youtube.com",
        "wa.me",
    }
    return urls.site(url) in fronts and not parts.path.strip("/") and not parts.query
