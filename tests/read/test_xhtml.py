from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.config import Config
from onrecord.model import Article, Page
from onrecord.read import read_bytes

STORY = (
    "The harbour bridge stayed closed on Tuesday while engineers looked at its bearings, the port office said.",
    "\u201cWe found no cracks & no rust,\u201d said Mira Hollis, who leads the office.",
    "Buses will run until the bridge opens again, which may take until the end of the month.",
)
PAGE = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="s.css"?>
<!DOCTYPE h:html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd" [
<!ENTITY port "Port">]>
<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Harbour bridge stays closed</h:title>
<h:script src="a.js"/><script type="text/javascript">//<![CDATA[
if (1 < 2) {{ a(); }} //]]></script></h:head><h:body><h:div/><h:h1>Harbour bridge stays closed</h:h1>
<h:p>{STORY[0]}</h:p>
<h:p><![CDATA[{STORY[1]}]]></h:p><h:p>{STORY[2].replace(" ", "&nbsp;", 1)}</h:p></h:body></h:html>"""


def test_xhtml_is_read_as_what_it_means() -> None:
    (page,) = read_bytes("a.xhtml", PAGE.encode(), Config())
    assert isinstance(page, Page)
    assert page.form == "html"
    article = read_article(page, Config())
    assert isinstance(article, Article)
    assert article.headline == "Harbour bridge stays closed"
    assert article.text.replace("\xa0", " ").split("\n\n") == list(STORY)


def test_amp_and_plain_html_are_left_to_html() -> None:
    for start in ("<!doctype html><html \u26a1>", "<!doctype html><html amp4email>", "<html xmlns='x'>"):
        (page,) = read_bytes("a", f"{start}<body><p>1 <![CDATA[x]]></p>".encode(), Config())
        assert isinstance(page, Page)
        assert (page.form, page.content.endswith("<p>1 <![CDATA[x]]></p>")) == ("html", True)


@given(st.binary(max_size=200), st.integers(0, len(PAGE)))
def test_never_fails(noise: bytes, at: int) -> None:
    whole = PAGE.encode()
    assert list(read_bytes("a.xhtml", whole[:at] + noise + whole[at:], Config()))


def test_a_document_type_that_never_ends_costs_nothing() -> None:
    for opened in (b"<!DOCTYPE a [", b"<?a ", b"<a/>", b"<!DOCTYPE "):
        data = b'<?xml version="1.0"?><html>' + opened * 200_000
        (page,) = read_bytes("a.xhtml", data, Config())
        assert isinstance(page, Page)
