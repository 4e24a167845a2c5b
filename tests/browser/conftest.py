"""A browser, and desks to open in it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PAGES = Path(__file__).parents[2] / "samples" / "newsroom" / "pages"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
NONE = "no Chromium here: install one (Debian: apt-get install chromium) or name it in ONRECORD_CHROMIUM"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
PHONE, DESKTOP = (390, 844), (1440, 900)
SIZES = {"phone": PHONE, "desktop": DESKTOP}
PATIENCE = 20.0  # seconds until a desk must answer


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    chosen = os.environ.get("ONRECORD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not chosen:
        pytest.skip(NONE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chosen, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample newsroom; to be copied by whoever changes it."""
    record = tmp_path_factory.mktemp("made") / "onrecord.db"
    command("add", str(PAGES), "--record", str(record))
    return record


@pytest.fixture(scope="session")
def desk(made: Path) -> Iterator[str]:
    """The address of a desk that nobody changes."""
    with served(made) as address:
        yield address


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A record of one's own."""
    record = tmp_path / "onrecord.db"
    shutil.copy(made, record)
    return record


@pytest.fixture
def own_desk(own: Path) -> Iterator[str]:
    """The address of a desk of one's own, to be changed."""
    with served(own) as address:
        yield address


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Width and height of a screen: a phone's, a desktop's."""
    return SIZES[request.param]


@pytest.fixture
def page(browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """An empty tab. Whatever goes wrong in a script or against the policy of the pages fails the test."""
    with opened(browser, size) as tab:
        yield tab


@pytest.fixture(params=["with script", "without script"])
def reading(request: pytest.FixtureRequest, browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """An empty tab of somebody who reads, with script and without."""
    with opened(browser, size, script=request.param == "with script") as tab:
        yield tab


@contextmanager
def opened(browser: Browser, size: tuple[int, int], *, script: bool = True, dark: bool = False) -> Iterator[Page]:
    """A tab; at its end nothing may have gone wrong in it."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=script,
        color_scheme="dark" if dark else "light",
        accept_downloads=True,
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    wrong = _watched(context)
    yield context.new_page()
    context.close()
    assert not wrong, wrong


def _watched(context: BrowserContext) -> list[str]:
    """What scripts and the policy complain of, as it comes."""
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda said: wrong.append(said.text) if told_against(said.type, said.text) else None)
    return wrong


def told_against(kind: str, text: str) -> bool:
    """Whether a line on the console is a fault of ours; a page that answers with a status of failure says so itself."""
    return kind == "error" and "Failed to load resource" not in text


@contextmanager
def served(record: Path, *more: str) -> Iterator[str]:
    """A desk of a record in a process of its own; its address."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", str(port), *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/about", timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"no desk answers at {address}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def command(*arguments: str) -> str:
    """What a command of onrecord prints; some inputs may be refused, as they are of the sample."""
    done = subprocess.run([sys.executable, "-m", "onrecord", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
