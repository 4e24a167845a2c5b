"""Mails go to the server that the environment names, and over a network only with TLS."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage

import pytest

from onrecord.errors import UsageError
from onrecord.fetch.smtp import Post, post_of, send_mail


class Box:
    """An SMTP server of a few lines: keeps what it is sent. ``says``: answers in the place of the usual ones."""

    def __init__(self, **says: bytes) -> None:
        self.says = says
        self.heard: list[bytes] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            connected, _ = self.listening.accept()
            with connected, connected.makefile("rb") as lines:
                connected.sendall(b"220 box\r\n")
                inside = False
                for line in lines:
                    self.heard.append(line)
                    word = line[:4].decode("latin-1").lower().strip()
                    if inside:
                        inside = line != b".\r\n"
                        if inside:
                            continue
                        word = "end"
                    inside = word == "data"
                    usual = b"354 go on\r\n" if inside else b"250 ok\r\n"
                    connected.sendall(self.says.get(word, usual))
        self.listening.close()


@pytest.fixture
def box() -> Iterator[Box]:
    one = Box()
    yield one
    one.listening.close()


def mail() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@desk.example", "b@desk.example", "Øre"
    made.set_content("The ferry sank.\n.\nIt did.")
    return made


def test_a_mail_goes_to_a_server_of_this_machine(box: Box) -> None:
    assert send_mail(Post("127.0.0.1", box.port), mail()) == ""
    assert b"The ferry sank.\r\n" in box.heard


def test_over_a_network_nothing_goes_without_tls(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Post, "local", False)
    error = send_mail(Post("127.0.0.1", box.port), mail())
    assert "STARTTLS" in error
    assert not any(line.lower().startswith(b"mail") for line in box.heard)


def test_why_a_mail_was_not_taken_is_told() -> None:
    one = Box(rcpt=b"550 nobody here\r\n")
    assert "nobody here" in send_mail(Post("127.0.0.1", one.port), mail())
    one.listening.close()
    assert "did not take the mail" in send_mail(Post("127.0.0.1", one.port), mail())


def test_the_server_is_read_from_the_environment() -> None:
    assert post_of({}) is None
    told = {"ONRECORD_SMTP": "mail.example.org:2525", "ONRECORD_SMTP_USER": "u", "ONRECORD_SMTP_PASSWORD": "p"}
    assert post_of(told) == Post("mail.example.org", 2525, "u", "p")
    assert post_of({"ONRECORD_SMTP": "mail.example.org"}) == Post("mail.example.org", 587)
    assert [Post(host, 25).local for host in ("localhost", "127.0.0.9", "::1", "mail.example.org")] == [True] * 3 + [
        False
    ]
    for wrong in ("mail:0", "mail:99999", "m ail", "smtp://mail"):
        with pytest.raises(UsageError, match="mail server"):
            post_of({"ONRECORD_SMTP": wrong})
