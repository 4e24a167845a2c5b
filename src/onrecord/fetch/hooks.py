"""A webhook: one signed POST to an address somebody typed, guarded as every fetch is. Source: Standard Webhooks 1.0."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass, field

from onrecord.errors import UsageError
from onrecord.fetch.addresses import parse
from onrecord.fetch.answers import FetchError
from onrecord.fetch.asking import Outside, ask
from onrecord.fetch.exchange import Headers, Wanted
from onrecord.fetch.fetcher import agent
from onrecord.fetch.hosts import asked_to_wait
from onrecord.fetch.limits import Limits
from onrecord.fetch.permit import permit_for

PREFIX = "whsec_"
PATIENCE = Limits(resolve=5.0, connect=5.0, read=10.0, total=15.0, body=16_384, head=16_384)


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent. ``id`` is the same however often it is sent; ``at``: seconds since 1970, when it is."""

    id: str
    at: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of sending: ``error`` is empty where the receiver took it; ``wait``: seconds it asked for."""

    error: str = ""
    wait: float = 0.0


def signature(secret: str, message: Message) -> str:
    """The header that proves who sent it: HMAC-SHA256 over id, time and body, in base64. Raises UsageError."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError) as error:
        raise UsageError("the secret of that webhook is damaged; give the watch its webhook again") from error
    signed = f"{message.id}.{message.at}.".encode() + message.body
    return f"v1,{base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode('ascii')}"


@dataclass(frozen=True, slots=True)
class Hooks:
    """Sends webhooks. ``allow_private``: hosts that may be asked though their addresses are not public."""

    allow_private: tuple[str, ...] = ()
    outside: Outside = field(default_factory=Outside)
    limits: Limits = PATIENCE

    def __call__(self, url: str, secret: str, message: Message) -> Outcome:
        """Sends one, once. Any 2xx is taken for received; no redirect is followed, and of the body little is read.

        Nothing but public addresses is asked, unless the host is allowed: a name that leads into this network is
        refused though somebody of this desk typed it.
        """
        try:
            at = parse(url)
            permit = permit_for(url, self.allow_private)
            headers = (*_headers(at.netloc, message), ("webhook-signature", signature(secret, message)))
            wanted = Wanted(at.target, headers, self.limits.body, cut=True, any_type=True, sent=message.body)
            reply = ask(at, permit, wanted, self.limits, self.outside)
        except FetchError as refusal:
            return Outcome(refusal.reason)
        if 200 <= reply.status < 300:
            return Outcome()
        redirected = ", a redirect, which is not followed" if 300 <= reply.status < 400 else ""
        wait = asked_to_wait(dict(reply.headers), self.outside.clock.now())
        return Outcome(f"{at.host} answered {reply.status}{redirected}", wait)


def _headers(netloc: str, message: Message) -> Headers:
    return (
        ("host", netloc),
        ("user-agent", agent()),
        ("content-type", "application/json"),
        ("content-length", str(len(message.body))),
        ("connection", "close"),
        ("webhook-id", message.id),
        ("webhook-timestamp", str(message.at)),
    )
