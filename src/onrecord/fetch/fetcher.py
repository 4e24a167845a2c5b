"""Fetching an address: politely, guarded at every hop, and only what its robots.txt lets us."""

from __future__ import annotations

import platform
from dataclasses import replace
from importlib.metadata import version
from itertools import accumulate

from onrecord.fetch import robots
from onrecord.fetch.addresses import Address, joined, parse
from onrecord.fetch.answers import Answer, Failure, FetchError
from onrecord.fetch.asking import Outside, ask
from onrecord.fetch.clock import later, seconds_until, stamp
from onrecord.fetch.exchange import WITH_BODY, Headers, Reply, Wanted
from onrecord.fetch.hosts import HostBook, Remembered, Turns, answered, asked_to_wait, failed, is_failure, wait_left
from onrecord.fetch.limits import Limits
from onrecord.fetch.permit import Permit
from onrecord.fetch.unpacking import ACCEPTED
from onrecord.model import Capture, Host, RobotsRule, Validators

ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
REDIRECTS = (301, 302, 303, 307, 308)
# Of one connection only, or of a packing that is gone: the rest of the headers goes with the bytes as evidence.
PACKING = frozenset(["content-encoding", "content-length", "transfer-encoding", "trailer"])
NOT_KEPT = PACKING | {"connection", "keep-alive", "set-cookie", "set-cookie2"}
MOST_HEADERS = 16_000
ROBOTS_SECONDS = 86_400.0


class Fetcher:
    """Fetches one address at a time. ``hosts`` remembers how each host is treated."""

    def __init__(self, *, hosts: HostBook | None = None, limits: Limits | None = None, outside: Outside | None = None):
        self.hosts = hosts or Remembered()
        self.limits = limits or Limits()
        self.outside = outside or Outside()
        self.turns = Turns(self.outside.clock)

    def get(self, url: str, permit: Permit, *, validators: Validators | None = None) -> Answer | Failure:
        """What the address gives, after at most ``limits.redirects`` redirects. Never raises for what a server does."""
        asked = validators or Validators()
        try:
            at = parse(url)
            for _ in range(self.limits.redirects + 1):
                reply = self._hop(at, permit, asked)
                if reply.status not in REDIRECTS or not reply.location:
                    return self._result(url, at, reply, asked)
                at = joined(at, reply.location)
        except FetchError as refusal:
            return Failure(url, refusal.reason, refusal.retry, until=refusal.until)
        return Failure(url, f"more than {self.limits.redirects} redirects", "never")

    def ready(self, url: str) -> float:
        """The moment (of the monotonic clock) from which the address's host may be asked."""
        try:
            return self.turns.ready(parse(url).host)
        except FetchError:
            return 0.0

    def _hop(self, at: Address, permit: Permit, validators: Validators) -> Reply:
        """One request of a fetch. Raises FetchError."""
        self._leave_alone(at)
        host = self._with_robots(at, permit)
        if host.robots_rule == "closed":
            raise FetchError(f"robots.txt cannot be had: {host.robots}", retry="again", until=host.not_before)
        if host.robots_rule == "rules" and not robots.allows(host.robots, str(at)):
            raise FetchError(f"the robots.txt of {at.host} asks not to fetch this")
        delay = robots.delay(host.robots) if host.robots_rule == "rules" else None
        headers = (*_headers(at), ("accept", ACCEPT), *_conditions(validators))
        reply = self._ask(at, permit, Wanted(at.target, headers, self.limits.body), delay=delay or 0.0)
        if not is_failure(reply.status):  # a robots.txt that comes is no sign that the pages do
            self._keep(answered(self.hosts.host(at.origin)))
        return reply

    def _ask(self, at: Address, permit: Permit, wanted: Wanted, *, delay: float = 0.0) -> Reply:
        """One request in its turn; the host is remembered by how it went. Raises FetchError."""
        self.turns.wait(at.host)
        try:
            reply = ask(at, permit, wanted, self.limits, self.outside)
        except FetchError as refusal:
            if refusal.retry == "again":
                refusal.until = self._note_failure(at)
            raise
        finally:
            self.turns.done(at.host, max(self.limits.least_delay, min(delay, self.limits.longest_delay)))
        if is_failure(reply.status):
            self._note_failure(at, reply=reply)
        return reply

    def _leave_alone(self, at: Address) -> None:
        """Waits out a short wish to be left alone; raises FetchError for a long one."""
        host = self.hosts.host(at.origin)
        left = wait_left(host, self.outside.clock.now())
        if left > self.limits.patience:
            raise FetchError(f"{at.host} is left alone until {host.not_before}", retry="wait", until=host.not_before)
        if left:
            self.outside.clock.sleep(left)

    def _with_robots(self, at: Address, permit: Permit) -> Host:
        """The host with a robots.txt that is not too old. Raises FetchError only where the host must not be asked."""
        host = self.hosts.host(at.origin)
        now = self.outside.clock.now()
        if host.robots_rule and host.robots_rule != "closed" and seconds_until(host.robots_until, now):
            return host
        rule, text = self._robots(replace(at, target="/robots.txt"), permit)
        host = self.hosts.host(at.origin)
        if rule == "closed" and not wait_left(host, now):
            host = failed(host, now, self.limits)
        until = later(now, ROBOTS_SECONDS)
        return self._keep(replace(host, robots_rule=rule, robots=text, robots_until=until))

    def _robots(self, at: Address, permit: Permit) -> tuple[RobotsRule, str]:
        """What a robots.txt comes to: its rules, none ("open"), or why it could not be had ("closed")."""
        asked = at
        try:
            for _ in range(self.limits.redirects + 1):
                wanted = Wanted(at.target, _headers(at), self.limits.robots, cut=True, any_type=True)
                reply = self._ask(at, permit, wanted)
                if reply.status in REDIRECTS and reply.location:
                    at = joined(at, reply.location)
                    continue
                if reply.status in WITH_BODY:
                    return "rules", reply.body.decode("utf-8", "replace").replace("\0", "")
                return ("closed", f"{at.host} answered {reply.status}") if is_failure(reply.status) else ("open", "")
        except FetchError as refusal:
            if refusal.retry == "never" and at == asked:  # the page would be refused for the same reason
                raise
            return "closed", refusal.reason
        return "open", ""

    def _result(self, url: str, at: Address, reply: Reply, asked: Validators) -> Answer | Failure:
        if reply.status in WITH_BODY or (reply.status == 304 and asked != Validators()):
            fetched = stamp(self.outside.clock.now())
            return Answer(reply.body, Capture(str(at), fetched, reply.status, _kept(reply.headers)))
        reason = f"{at.host} answered {reply.status}{' without being asked' if reply.status == 304 else ''}"
        if is_failure(reply.status):
            return Failure(url, reason, "again", reply.status, self.hosts.host(at.origin).not_before)
        return Failure(url, reason, "never", reply.status)

    def _note_failure(self, at: Address, *, reply: Reply | None = None) -> str | None:
        now = self.outside.clock.now()
        asked_for = asked_to_wait(dict(reply.headers), now) if reply else 0.0
        return self._keep(failed(self.hosts.host(at.origin), now, self.limits, asked_for=asked_for)).not_before

    def _keep(self, host: Host) -> Host:
        if host != self.hosts.host(host.origin):
            self.hosts.keep(host)
        return host


def _kept(headers: Headers) -> Headers:
    """What goes with the bytes as evidence. Nobody needs 16,000 characters to say what a page is."""
    kept = [one for one in headers if one[0] not in NOT_KEPT]
    sizes = accumulate(len(name) + len(value) for name, value in kept)
    return tuple(one for one, size in zip(kept, sizes, strict=True) if size <= MOST_HEADERS)


def agent() -> str:
    """The name we give to servers."""
    return f"{robots.TOKEN}/{version('onrecord')} (news reader for fact-checking; Python {platform.python_version()})"


def _headers(at: Address) -> Headers:
    return (("host", at.netloc), ("user-agent", agent()), ("accept-encoding", ACCEPTED), ("connection", "close"))


def _conditions(validators: Validators) -> Headers:
    told = (("if-none-match", validators.etag), ("if-modified-since", validators.modified))
    return tuple((name, value) for name, value in told if value)
