"""Profiles in social networks: known by their addresses, compared by network and name.

Nothing is asked of a network: what a name may be is in `networks.toml`, with each network's own
page as the source.
"""

from __future__ import annotations

from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.tables import Network, networks


def network(id_: str) -> Network:
    """The network of an id. Raises KeyError."""
    return {known.id: known for known in networks()}[id_]


def profile(text: str, network_id: str | None = None) -> tuple[str, str] | None:
    """Network and name (lower case, no @) of an address, or of a name when the network is given.

    None for an address that is no profile: a post, a button for sharing, another site.
    """
    written = text.strip()[: urls.LONGEST]
    looks = "/" in written or (network_id is None)
    if looks:
        if "://" not in written:
            written = f"https://{written.lstrip('/')}"
        parts = urls.split(written)
        address = f"{urls.site(written)}{parts.path}".rstrip("/")
        for known in networks():
            found = known.profile.match(address)
            if found and found[1].lower() not in known.not_names:
                return known.id, found[1].lower().lstrip("@")
        return None
    name = written.lstrip("@").lower()
    return (network_id, name) if network_id and name else None


def is_name(id_: str, name: str) -> bool:
    """Whether a name (no @) could be one in the network, as the network's rules have it."""
    if not network(id_).name.fullmatch(name):
        return False
    return not (id_ in ("instagram", "threads") and ".." in name) and not (
        id_ == "telegram" and "__" in name
    )
