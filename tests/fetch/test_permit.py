"""Where a fetch may lead."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.addresses import parse
from onrecord.fetch.answers import FetchError
from onrecord.fetch.permit import Permit, permit_for, special


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:4700::6810:84e5", "172.32.0.1", "100.128.0.1"])
def test_public_addresses_are_open(ip: str) -> None:
    assert special(ip) is None
    Permit().check_ip("news.example", ip)


@given(st.ip_addresses())
def test_nothing_that_python_knows_as_private_is_open(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if not ip.is_global or ip.is_multicast:
        assert special(str(ip))


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_comes_in_through_ipv6(ip: ipaddress.IPv4Address) -> None:
    inside = int(ip)
    for prefix in ("::", "::ffff:0:0", "64:ff9b::", "64:ff9b:1::"):
        assert special(str(ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) + inside)))
    assert special(str(ipaddress.IPv6Address((0x2002 << 112) + (inside << 80))))


@pytest.mark.parametrize("ip", ["", "news.example", "1.2.3", "127.0.0.1.", "fe80::1%eth0"])
def test_what_is_no_address_is_not_open(ip: str) -> None:
    assert special(ip)


def test_a_private_host_is_open_only_by_its_name_and_only_from_itself() -> None:
    own = permit_for("http://Wiki.Intranet:8080/feed", ["wiki.intranet", "[::1]"])
    own.check_ip("wiki.intranet", "10.0.0.7")
    own.check_ip("::1", "::1")
    with pytest.raises(FetchError, match="no public address"):
        own.check_ip("other.intranet", "10.0.0.7")
    public = permit_for("http://news.example/feed", ["wiki.intranet"])
    with pytest.raises(FetchError, match="no public address"):
        public.check_ip("wiki.intranet", "10.0.0.7")


@pytest.mark.parametrize(("named", "typed", "ip"), [
    ("http://wiki.intranet/feed", "http://Wiki.Intranet:8080/", "10.0.0.7"),
    ("::1", "http://[::1]/", "::1"),
    ("[::1]:80", "http://[::1]/", "::1"),
    ("b\u00fccher.intranet", "http://xn--bcher-kva.intranet/", "10.0.0.7"),
    ("Wiki.Intranet.:8080", "http://wiki.intranet:8080/", "10.0.0.7"),
])  # fmt: skip
def test_a_private_host_may_be_named_in_any_way(named: str, typed: str, ip: str) -> None:
    permit_for(typed, [named]).check_ip(parse(typed).host, ip)


def test_a_port_is_open_where_it_was_typed() -> None:
    typed = permit_for("https://news.example:8443/", ())
    typed.check_port(parse("https://news.example:8443/other"))
    typed.check_port(parse("https://elsewhere.example/"))
    for url in ("https://elsewhere.example:8443/", "http://news.example:22/", "http://news.example:0/"):
        with pytest.raises(FetchError, match="only where you type it"):
            typed.check_port(parse(url))
