"""Sending a mail by the server that the environment names. Source: RFC 5321; STARTTLS: RFC 3207."""

from __future__ import annotations

import ipaddress
import re
import smtplib
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import EmailMessage

from onrecord.errors import UsageError
from onrecord.fetch.wire import trust

SECONDS = 30.0
SUBMISSION = 587
_SERVER = re.compile(r"\[?([A-Za-z0-9.:_-]+?)\]?(?::(\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Post:
    """A mail server. ``user`` and ``password``: where it asks for them; TLS is asked of all but loopback ones."""

    host: str
    port: int
    user: str = ""
    password: str = ""

    @property
    def local(self) -> bool:
        """Whether it is on this machine, so that nothing goes over a network."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def post_of(environment: Mapping[str, str]) -> Post | None:
    """The server of $ONRECORD_SMTP (host:port), user and password beside it; None where there is none.

    Raises UsageError for what is no server.
    """
    told = environment.get("ONRECORD_SMTP", "").strip()
    if not told:
        return None
    found = _SERVER.fullmatch(told)
    if not found or not 1 <= int(found[2] or SUBMISSION) <= 65_535:
        raise UsageError("$ONRECORD_SMTP is no mail server: write it as mail.example.org:587")
    user, password = (environment.get(f"ONRECORD_SMTP_{name}", "") for name in ("USER", "PASSWORD"))
    return Post(found[1], int(found[2] or SUBMISSION), user, password)


def send_mail(post: Post, mail: EmailMessage, *, tls: ssl.SSLContext | None = None) -> str:
    """Sends it; why it could not be sent, or nothing where the server took it."""
    try:
        with closing(smtplib.SMTP(post.host, post.port, timeout=SECONDS)) as link:
            if not post.local:
                link.starttls(context=tls or trust())
            if post.user:
                link.login(post.user, post.password)
            refused = link.send_message(mail)
            with suppress(OSError, smtplib.SMTPException):  # it was taken, however the server says goodbye
                link.quit()
    except (OSError, smtplib.SMTPException) as error:
        return f"{post.host} did not take the mail: {_why(error)}"
    return f"{post.host} refused it for {', '.join(refused)}" if refused else ""


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"[:200]
    return (str(error) or type(error).__name__)[:200]
