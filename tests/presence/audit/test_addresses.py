"""What is an address of the web, and what is one of the public internet."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from loopback_threats import PRIVATE_WRITINGS

from creativekit.presence.audit.addresses import as_number, is_public, target
from creativekit.presence.audit.page import Unreached


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://good.test", "https://good.test/"),
        ("HTTPS://GOOD.Test./a b?q=ә#part", "https://good.test/a%20b?q=%D3%99"),
        ("http://good.test:80/", "http://good.test/"),
        ("https://good.test:443/x", "https://good.test/x"),
        ("https://good.test:80/x", "https://good.test:80/x"),
        ("https://good.test:/x", "https://good.test/x"),
        ("https://отау.қаз/", "https://xn--80a1amf.xn--80ao21a/"),
        (
            "https://ШЕБЕР.рф/бағасы",
            "https://xn--90ahb8bwb.xn--p1ai/%D0%B1%D0%B0%D2%93%D0%B0%D1%81%D1%8B",
        ),
        ("https://straße.test/", "https://xn--strae-oqa.test/"),
        ("https://my_shop.good.test/", "https://my_shop.good.test/"),
        ("https://good.test/a/../../b/./c/%2e%2E/d", "https://good.test/b/d"),
        ("https://good.test/a/..", "https://good.test/"),
        ("https://good.test//a//", "https://good.test//a//"),
        ("https://good.test/%d3%99?a=b&c[]=d", "https://good.test/%d3%99?a=b&c[]=d"),
        ("http://[2a00:1450:4001:81b::200e]/", "http://[2a00:1450:4001:81b::200e]/"),
        ("http://1.2.3.0x/", "http://1.2.3.0/"),
        ("http://0x5db8d70e/", "http://93.184.215.14/"),
        ("  https://good.test/\n", "https://good.test/"),
    ],
)
def test_one_spelling_of_one_address(written: str, read: str) -> None:
    assert target(written).url == read
    assert target(read).url == read


@pytest.mark.parametrize(
    ("seen", "means"),
    [
        ("/b", "https://good.test/b"),
        ("b?x=1", "https://good.test/a/b?x=1"),
        ("../b", "https://good.test/b"),
        ("//bad.test/b", "https://bad.test/b"),
        ("http://bad.test", "http://bad.test/"),
        ("?page=2", "https://good.test/a/?page=2"),
    ],
)
def test_a_link_means_what_the_page_makes_of_it(seen: str, means: str) -> None:
    assert target(seen, target("https://good.test/a/")).url == means


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "scheme"),
        ("good.test", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("ftp://good.test/", "scheme"),
        ("gopher://good.test:70/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("jar:http://good.test!/", "scheme"),
        ("https://user@good.test/", "userinfo"),
        ("https://user:word@good.test/", "userinfo"),
        ("https://@good.test/", "userinfo"),
        ("https://good.test@127.0.0.1/", "userinfo"),
        ("https://good.test:22/", "port"),
        ("https://good.test:8080/", "port"),
        ("https://good.test:0/", "port"),
        ("https://good.test:99999/", "url"),
        ("https://good.test:x/", "url"),
        ("https://good.test:４４３/", "url"),
        ("https://good.test\\@bad.test/", "url"),
        ("https://good\t.test/", "url"),
        ("https://good.test/\r\nHost: x", "url"),
        ("https://good.test/\x1b[2J", "url"),
        ("https://" + "a" * 3_000 + ".test/", "url"),
        ("https://" + "ә" * 300 + ".test/", "host"),
        ("https:///path", "host"),
        ("https://good test/", "host"),
        ("https://good..test/", "host"),
        ("https://good.test../", "host"),
        ("https://.test/", "host"),
        ("https://%67ood.test/", "host"),
        ("https://" + "a" * 64 + ".test/", "host"),
        ("https://" + ".".join(["a" * 60] * 5) + "/", "host"),
        ("https://good.test／evil/", "url"),
        ("https://xn--a.xn--a\u0378/", "host"),
        ("http://256.1.1.1/", "host"),
        ("http://1.2.3.4.5/", "host"),
        ("http://09.1.1.1/", "host"),
        ("http://1..1/", "host"),
        ("http://99999999999/", "host"),
        ("http://" + "9" * 1_000 + "/", "host"),
        ("http://[fe80::1%25eth0]/", "host"),
        ("http://[fe80::1%eth0]/", "host"),
        ("http://[::1/", "url"),
        ("http://[v1.x]/", "host"),
        ("http://[127.0.0.1]/", "url"),
    ],
)
def test_what_is_no_address_of_ours(written: str, code: str) -> None:
    with pytest.raises(Unreached) as refused:
        target(written)
    assert refused.value.code == code


@pytest.mark.parametrize("written", PRIVATE_WRITINGS)
def test_an_address_of_this_network_is_known_in_every_writing(written: str) -> None:
    host = target(written).host
    assert as_number(host) is not None
    assert not is_public(host)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "0.1.2.3", "10.255.255.255", "100.64.0.1", "100.100.100.200", "127.255.255.254",
        "168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8",
        "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.255.255", "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255",
        "::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::8.8.8.8", "::ffff:0:8.8.8.8",
        "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:2::1",
        "2001:10::1", "2001:20::1", "2001:db8::1", "2002:808:808::1", "3fff::1", "4000::1",
        "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "2a00::1%1", "fec0::1",
        "ff02::1", "ffff::1", "nonsense", "", "1.2.3", "127.1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_the_worlds(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.32.0.1",
                "2a00:1450:4001:81b::200e", "2606:4700::6810:84e5"],
)  # fmt: skip
def test_addresses_that_are_the_worlds(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_nothing_is_public_that_python_calls_private(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if is_public(str(address)):
        assert address.is_global
        assert not address.is_private
        assert not address.is_multicast
        assert not address.is_reserved


@given(st.ip_addresses(v=4), st.integers(1, 4), st.sampled_from(["{}", "0{:o}", "0x{:x}"]))
def test_every_writing_of_numbers_is_understood(
    address: ipaddress.IPv4Address, parts: int, form: str
) -> None:
    octets = address.packed
    numbers = [*octets[: parts - 1], int.from_bytes(octets[parts - 1 :], "big")]
    written = ".".join(form.format(number) for number in numbers)
    assert as_number(written) == address
    assert target(f"http://{written}/").host == str(address)


PIECES = st.sampled_from(
    ["http:", "https://", "//", "/", "@", ":", "[", "]", "%", "\\", "..", "xn--", "127.1", "0x",
     "ә", "#", "?", ".", "。", " ", "\t", "good.test", "80", "１", "\u00ad", "\u200d", "::1"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5), max_size=8).map("".join))
@example("http://xn--.test")
@example("http://[::ffff:127.0.0.1%]/")
@example("http://\u00ad/")
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for base in (None, target("https://good.test/a/")):
        try:
            read = target(text, base)
        except Unreached:
            continue
        assert read.scheme in ("http", "https")
        assert read.port in (80, 443)
        assert read.url.isascii()
        assert read.url.isprintable()
        assert " " not in read.url
        assert target(read.url) == read, "read again, it is the same"
