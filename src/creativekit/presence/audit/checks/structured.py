"""What a site tells machines of its owner: schema.org's words in JSON-LD."""

from __future__ import annotations

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.checks.profiles import profile
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.reading.json_ld import Thing
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.verdict import Finding, check

# Of schema.org 29: what is an organisation or a person goes by many names, which end so.
_OWNERS = ("Organization", "Business", "Store", "Shop", "Person", "Group", "Restaurant", "Salon",
           "Studio", "Gallery", "School", "NGO", "Museum", "Service", "Corporation", "Brand",
           "Establishment", "Cafe", "Bakery", "Theater", "Workshop", "Place", "Agency")  # fmt: skip


def owners(site: Site) -> list[Thing]:
    """The described things that are an organisation, a place or a person with a name."""
    return [
        thing
        for each in site.readings
        for thing in each.things.things
        if any(kind.endswith(_OWNERS) for kind in thing.types) and thing.said("name")
    ]


@check(
    "structured.owner",
    title=msg("Machines can read who you are"),
    why=msg(
        "Google's card and assistants take the name, the address and the hours from such data."
    ),
    mend=msg(
        "Add JSON-LD of type LocalBusiness with name, url, telephone and address or areaServed."
    ),
    source="https://developers.google.com/search/docs/appearance/structured-data/local-business",
)
def owner(site: Site) -> Finding | None:
    found = owners(site)
    broken = sum(each.things.broken for each in site.readings)
    facts = {"found": str(len(found)), "broken": str(broken)}
    if broken:
        seen = nmsg("{n} piece of it is no JSON", "{n} pieces of it are no JSON", broken)
        return Finding("fail", seen, facts)
    if not found:
        return Finding("warn", msg("there is no such data"), facts)
    kind = plain(" ".join(found[0].types), 40)
    name = plain(found[0].said("name")[0], 60)
    facts |= {"type": kind, "name": name}
    placed = any(t.said("address") or t.said("areaServed") or t.said("location") for t in found)
    if not placed:
        seen = msg("{kind} “{name}”, without an address or areaServed", kind=kind, name=name)
        return Finding("warn", seen, facts)
    return Finding("pass", msg("{kind} “{name}”, with a place", kind=kind, name=name), facts)


@check(
    "structured.profiles",
    title=msg("The data names your profiles"),
    why=msg("By sameAs search knows that the site and the social networks are of one owner."),
    mend=msg("List the full addresses of your profiles in sameAs, as in creativekit.toml."),
    source="https://schema.org/sameAs",
)
def same_as(site: Site) -> Finding | None:
    found = owners(site)
    if not found or not site.declared.handles:
        return None
    said = [text for thing in found for text in thing.said("sameAs")]
    named = {known for text in said if (known := profile(text)) is not None}
    networks = {network for network, _ in named}
    wanted = {
        (network, own[1].lower())
        for network, typed in site.declared.handles.items()
        if (own := profile(typed, network)) is not None
    }
    lacking = sorted(f"{network}: {name}" for network, name in wanted - named)
    other = sorted(
        f"{network}: {plain(name, 40)}"
        for network, name in named - wanted
        if network in {each for each, _ in wanted}
    )
    facts = {"named": str(len(said)), "lacking": "; ".join(lacking), "other": "; ".join(other)}
    if other and not named & wanted:
        return Finding("fail", msg("it names others: {names}", names=", ".join(other)), facts)
    if lacking:
        seen = msg("not named: {names}", names=", ".join(lacking))
        return Finding("warn", seen, facts)
    count = len(networks) or len([text for text in said if urls.host(text)])
    return Finding("pass", nmsg("{n} profile is named", "{n} profiles are named", count), facts)
