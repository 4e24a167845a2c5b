from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Given, Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.mail import sender, unwrapped

MARKUP = "<html><body><h1>Fähre</h1><p>The ferry was late, “again”.</p></body></html>"
PLAIN = "Fähre\n\nThe ferry was late.\n"


def letter(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    said = {
        "From": "The Harbour Post <news@post.example>",
        "Subject": "Fähre spät",
        "Date": "Thu, 1 Oct 2026 09:30:00 +0200",
    }
    for name, value in (said | {"Message-ID": "<1@post.example>", **headers}).items():
        mail[name.replace("_", "-")] = value
    return mail


def one(data: bytes, name: str = "a.eml") -> Page | Rejected:
    (result,) = read_bytes(name, data, Config())
    return result


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "-"])
@pytest.mark.parametrize("packing", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_newsletter_is_its_markup_with_headline_outlet_and_day(name: str, packing: str, charset: str) -> None:
    mail = letter(Archived_At="<https://post.example/letters/1>")
    mail.set_content(PLAIN)
    mail.add_alternative(MARKUP, subtype="html", cte=packing, charset=charset)
    page = one(bytes(mail), name)
    assert isinstance(page, Page)
    assert (page.form, page.content.strip(), page.url) == ("html", MARKUP, "https://post.example/letters/1")
    assert (page.given.headline, page.given.outlet) == ("Fähre spät", "The Harbour Post")
    assert page.given.published == "Thu, 01 Oct 2026 09:30:00 +0200"


@pytest.mark.parametrize("subject", ["Fwd: Fähre spät", "RE: WG: Fähre spät"])
def test_who_passed_it_on_and_when_says_nothing_of_the_newsletter(subject: str) -> None:
    mail = letter(Subject=subject)
    mail.set_content(MARKUP, subtype="html")
    page = one(bytes(mail))
    assert isinstance(page, Page)
    assert page.given == Given("Fähre spät")


def test_plain_text_where_there_is_no_markup() -> None:
    mail = letter()
    mail.set_content(PLAIN)
    mail.add_attachment("<p>other</p>", subtype="html", filename="b.html")
    page = one(bytes(mail))
    assert isinstance(page, Page)
    assert (page.form, page.content.strip()) == ("dump", PLAIN.strip())


def test_mail_without_text_is_refused() -> None:
    mail = letter()
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    refused = one(bytes(mail))
    assert isinstance(refused, Rejected)
    assert refused.reason == "mail without text"


@pytest.mark.parametrize(
    ("header", "author", "outlet"),
    [
        ("The Harbour Post <news@post.example>", None, "The Harbour Post"),
        ('"Ada Moreau at The Harbour Post" <a@post.example>', "Ada Moreau", "The Harbour Post"),
        ("News from Nowhere <a@post.example>", None, "News from Nowhere"),
        ("look at this <a@post.example>", None, "look at this"),
        ("news@post.example", None, "post.example"),
        ("<news@post.example>", None, "post.example"),
        ("=?utf-8?q?F=C3=A4hre_Heute?= <a@b.example>", None, "Fähre Heute"),
        ("", None, None),
    ],
)
def test_who_sent_it(header: str, author: str | None, outlet: str | None) -> None:
    assert sender(header) == (author, outlet)


def test_narrow_lines_are_one_paragraph_again() -> None:
    lines = [
        "The ferry that should have left at nine in the morning was",
        "late again, the harbour master said on Thursday, and so",
    ]
    found = unwrapped("\n".join([*lines, "were both others.", "", "Fares", "Times", ""]))
    assert [line for line in found.split("\n") if line] == [" ".join([*lines, "were both others."]), "Fares", "Times"]
    assert unwrapped("It was \nlate.\nYes.", joined_by_space=True) == "It was late.\nYes.\n"


@pytest.mark.parametrize("charset", ["punycode", "idna", "hex", "no-such", "unicode_escape", "utf-7", "undefined"])
def test_no_encoding_is_trusted(charset: str) -> None:
    data = f"From: a@b.example\nSubject: =?{charset}?q?=C3?=\nContent-Type: text/plain; charset={charset}\n\n".encode()
    assert isinstance(one(data + b"The ferry was late. \xff\xfe" + b"-a" * 200_000), Page)


@pytest.mark.parametrize(
    "text",
    [
        b"From: the editor\n\nThe ferry was late.\n",
        b"Subject: ferries\nDate: today\n\nThe ferry was late.",
        b"The ferry was late.\nFrom: here\nSubject: it\nDate: 1\nReceived: x\n\n",
        b"From here\nDate: 1\nSubject: 2\nMessage-ID: 3\n\n",
    ],
)
def test_text_that_is_no_mail_is_text(text: bytes) -> None:
    page = one(text, "a.txt")
    assert isinstance(page, Page)
    assert page.content == text.decode()


def test_endless_parts_end() -> None:
    head = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    wide = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 300_000
    many = b"X: y\n" * 300_000 + b"\nThe ferry was late."
    long = b"X: " + b"y" * 3_000_000 + b"\n y" * 100_000 + b"\n\nThe ferry was late."
    for body in (deep, wide, many, long):
        assert one(head + body)


MAIL = letter()
MAIL.set_content(PLAIN)
MAIL.add_alternative(MARKUP, subtype="html", cte="base64")


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_mutated_mail_gives_a_page_or_a_reason(data: st.DataObject) -> None:
    whole = bytes(MAIL)
    at = data.draw(st.integers(0, len(whole)))
    changed = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + data.draw(st.integers(0, 200)) :]
    for result in read_bytes("a.eml", changed, Config()):
        assert isinstance(result, Page) or result.reason
