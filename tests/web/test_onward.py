"""After signing in one goes on to a page of this desk, whatever the address says."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.onward import onward

DESK = "https://desk.example"


@pytest.mark.parametrize("address", ["/", "/claims/3f9a", "/search?q=a%20b&page=2", "/speakers/Ana%20Kol", "/a//b"])
def test_pages_of_the_desk_are_gone_on_to(address: str) -> None:
    assert onward(address) == address


STRANGE = r"""//evil.example /\evil.example \\evil.example /%5cevil.example /%5Cevil /%255cevil /%2f/evil.example
/%2Fevil.example http://evil.example https:evil.example javascript:alert(1) evil.example /claims?x=%0d%0aset-cookie:a
/sign-in /sign-out?x=1 /é"""


@pytest.mark.parametrize(
    "address", [*STRANGE.split(), "", "/a\nb", "/\t/evil.example", "/a b", "/\x00", "/" + "a" * 3_000]
)
def test_anything_else_is_the_front_page(address: str) -> None:
    assert onward(address) == "/"


SIGNS = ["/", "//", "\\", "%5c", "%2f", "%252f", ":", "@", "?", "#", "\t", "\n", "\r", ".", "..", "evil.example"]


@given(st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=8).map("".join))
def test_no_address_leads_away(address: str) -> None:
    for typed in (address, f"/{address}", quote(address)):
        # As a browser reads it: blanks at the ends and tabs and line ends anywhere are dropped, \ is /.
        found = onward(typed)
        read = found.strip().replace("\t", "").replace("\n", "").replace("\r", "").replace("\\", "/")
        assert urlsplit(urljoin(f"{DESK}/sign-in", read)).netloc == "desk.example"
        assert found.isprintable()
