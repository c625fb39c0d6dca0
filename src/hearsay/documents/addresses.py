"""Which addresses may be fetched: public ones only, decided on the numbers that a name stands for."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

AddressPolicy = Callable[[str], bool]
"""Whether a numeric address may be connected to."""

_NAT64 = IPv6Network("64:ff9b::/96")


def host_of(address: str | None) -> str:
    """The host that an address names, in small letters; empty without one, or where the address is malformed."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet: not private, loopback, link-local, multicast or reserved.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is judged by the one that it carries.
    """
    try:
        found = ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found in _NAT64:
            return _is_global(IPv4Address(int(found) & 0xFFFFFFFF))
        if found.ipv4_mapped:
            return _is_global(found.ipv4_mapped)
        return _is_global(found) and all(_is_global(inner) for inner in _carried(found))
    return _is_global(found)


def _is_global(found: IPv4Address | IPv6Address) -> bool:
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _carried(found: IPv6Address) -> tuple[IPv4Address, ...]:
    carried: list[IPv4Address] = []
    if found.sixtofour:
        carried.append(found.sixtofour)
    if found.teredo:
        carried.extend(found.teredo)
    return tuple(carried)
