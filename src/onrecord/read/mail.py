"""Newsletters as mails (.eml, RFC 5322): the markup of a mail is the page; its headers say headline, outlet and day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Form, Given, Page, Rejected
from onrecord.read.mime import Part, leaves, part_of, said
from onrecord.read.source import Source

FORMS: tuple[tuple[str, Form], ...] = (("text/html", "html"), ("text/plain", "dump"))
WRITTEN = frozenset(["from", "subject", "date"])
SENT = frozenset(
    ["message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature", "content-type"]
)
HEADER_LINE = re.compile(rb"(?:[!-9;-~]{1,100}:|[ \t]).*\r?", re.S)
ADDRESS = re.compile(r"<([^<>\s]{1,300})>\s*$")
# "News from Nowhere" is no person: only "at" and "via" part one from the outlet, and only a name of two or three words.
JOINED = re.compile(r"((?:[^\W\d_][\w.'’-]{0,30} ){1,2}[^\W\d_][\w.'’-]{1,30}) (?:at|via) (.{2,80})")
PREFIXES = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr|rv)\s{0,3}:\s{0,3}){1,5}", re.I)
NARROW, WIDE = 50, 90


def accepts(head: bytes, name: str) -> bool:
    """True for the headers of a mail: where its name does not say so, all that it takes to be one."""
    lines = head.split(b"\n")
    end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines) - 1)
    if not end or not all(HEADER_LINE.fullmatch(line) for line in lines[:end]):
        return False
    names = {line.partition(b":")[0].decode("ascii", "replace").lower() for line in lines[:end]}
    if name.endswith((".eml", ".mail")):
        return bool(names & (WRITTEN | SENT))
    return names >= WRITTEN or ("from" in names and len(names & WRITTEN) >= 2 and bool(names & SENT))


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page: of form "html" where the mail has markup, else "dump"; a mail of several stories is one page too."""
    whole = part_of(source.data)
    parts = [one for one in leaves(whole) if not one.header("content-disposition").lower().startswith("attachment")]
    for kind, form in FORMS:
        texts = [text for one in parts if one.kind == kind and (text := one.text()).strip()]
        if texts:
            yield _page(source, whole, form, max(texts, key=len))
            return
    yield source.refuse("mail without text")


def _page(source: Source, whole: Part, form: Form, text: str) -> Page:
    url = whole.header("archived-at").strip("<> ")
    content = text if form == "html" else unwrapped(text, joined_by_space=whole.parameter("format") == "flowed")
    return source.page(form, content, url=url if url.startswith(("http://", "https://")) else None, given=_given(whole))


def _given(whole: Part) -> Given:
    subject = said(whole.header("subject"))
    headline = PREFIXES.sub("", subject)
    if headline != subject:
        # Somebody passed it on: neither sender nor day are those of the newsletter.
        return Given(headline or None)
    author, outlet = sender(whole.header("from"))
    return Given(headline or None, whole.header("date") or None, (author,) if author else (), outlet)


def sender(header: str) -> tuple[str | None, str | None]:
    """Who wrote, where that is said beside the outlet ("NAME at OUTLET"), and the outlet or else its domain."""
    found = ADDRESS.search(header)
    name = said(header[: found.start()] if found else header).strip("\"' ")
    if "@" in name or not name:
        domain = (found.group(1) if found else name).rpartition("@")[2]
        return None, domain.strip("<> ").lower() or None
    both = JOINED.fullmatch(name)
    return (both.group(1), both.group(2)) if both and both.group(1).istitle() else (None, name)


def unwrapped(text: str, *, joined_by_space: bool = False) -> str:
    """Plain text with the paragraphs that its sender cut into narrow lines in one line each.

    ``joined_by_space``: a space at the end of a line says that the next goes on (RFC 3676).
    """
    blocks = re.split(r"\n[ \t]*(?=\n)", text.replace("\r\n", "\n"))
    return "\n".join(_block(block.split("\n"), joined_by_space) for block in blocks)


def _block(lines: list[str], joined_by_space: bool) -> str:
    if joined_by_space:
        return "".join(line if line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines)
    body = [line for line in lines if line.strip()]
    wrapped = len(body) > 1 and all(NARROW <= len(line) <= WIDE for line in body[:-1]) and len(body[-1]) <= WIDE
    return "\n" + " ".join(line.strip() for line in body) + "\n" if wrapped else "\n".join(lines)
