"""Pages are kept as they were made until the record changes, each for whom it was made."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

import anyio
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.model import Reader
from onrecord.web.connections import State, Watch
from onrecord.web.kept import Page, sent
from onrecord.web.visitors import visitor

MOST_BYTES = 64_000_000
KEPT = 1_000  # bytes that keeping a page takes beside it
READING = ("GET", "HEAD")
SLOT = "onrecord.made"  # in the scope: where a handler leaves the page it made, if it may be kept
# What a page can hang on beside its address and its reader; a request with one of these is always answered anew.
_ALWAYS_ANEW = (b"hx-request", b"range", b"authorization")


class Key(NamedTuple):
    """What a page depends on beside the state of the record."""

    host: str  # with the scheme: a page may write its own whole address
    path: str
    query: bytes
    reader: Reader


class Slot:
    """Holds the page that was made for one request, if it may be kept."""

    def __init__(self) -> None:
        self.page: Page | None = None


class Pages:
    """Pages of one state of the record, at most so many bytes; those not asked for longest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._state: State | None = None
        self._held: OrderedDict[Key, Page] = OrderedDict()
        self.weight = 0

    def get(self, key: Key, state: State) -> Page | None:
        """The page, if it was made of this state."""
        if state != self._state:
            return None
        page = self._held.get(key)
        if page is not None:
            self._held.move_to_end(key)
        return page

    def keep(self, key: Key, state: State, page: Page) -> None:
        """Keeps a page that was made of this state or a later one; all of another state go."""
        if state != self._state:
            if self._state and self._state.file == state.file and state.version < self._state.version:
                return  # it took so long that others are newer
            self._held.clear()
            self._state, self.weight = state, 0
        if key in self._held:
            self._drop(key)
        if weight(key, page) > self._most // 8:
            return
        self._held[key] = page
        self.weight += weight(key, page)
        while self.weight > self._most:
            self._drop(next(iter(self._held)))

    def _drop(self, key: Key) -> None:
        self.weight -= weight(key, self._held.pop(key))


def weight(key: Key, page: Page) -> int:
    """The most bytes that a page comes to in memory, about."""
    return page.weight + 4 * len(key.path) + len(key.query) + len(key.host) + KEPT


class Keeping:
    """An application whose pages are kept. The state is read before a page is made: it can be newer, never older.

    Where several ask for the same page at once it is made once.
    """

    def __init__(self, app: ASGIApp, watch: Watch, *, most: int = MOST_BYTES) -> None:
        self._app = app
        self._watch = watch
        self._pages = Pages(most)
        self._making: dict[tuple[Key, State], anyio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in READING or _is_always_anew(scope):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        key = _key(request)
        state = self._watch.state()
        if state is None:
            await self._app(scope, receive, send)
            return
        page = self._pages.get(key, state)
        if page is None and (making := self._making.get((key, state))):
            await making.wait()
            page = self._pages.get(key, state)
        if page is None:
            await self._made(key, state, (scope, receive, send))
        else:
            await sent(page, request)(scope, receive, send)

    async def _made(self, key: Key, state: State, asked: tuple[Scope, Receive, Send]) -> None:
        scope, receive, send = asked
        slot, done = Slot(), anyio.Event()
        scope[SLOT] = slot
        self._making[key, state] = done

        async def answer(message: Message) -> None:
            # Before anything is sent: whoever waits for the page must not wait for a slow reader too.
            if slot.page is not None and not done.is_set():
                self._pages.keep(key, state, slot.page)
            done.set()
            await send(message)

        try:
            await self._app(scope, receive, answer)
        finally:
            done.set()
            if self._making.get((key, state)) is done:
                del self._making[key, state]


def _is_always_anew(scope: Scope) -> bool:
    return any(name.lower() in _ALWAYS_ANEW for name, _ in scope["headers"])


def _key(request: Request) -> Key:
    scope = request.scope
    return Key(
        f"{scope.get('scheme', '')}://{request.headers.get('host', '')}",
        scope["path"],
        scope["query_string"],
        visitor(request),
    )
