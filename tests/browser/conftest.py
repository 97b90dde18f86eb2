from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # a microphone that hums, and nobody to ask whether it may
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
PATIENCE_MS = 20_000


def find_chromium() -> str:
    """The system's chromium; without one the tests here are skipped, in CI they fail."""
    found = os.environ.get("TIENGDAN_TEST_CHROMIUM") or next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
    )
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail("no chromium on this machine: apt-get install -y chromium")
        pytest.skip("no chromium on this machine: apt-get install -y chromium")
    return found


@dataclass
class Program:
    """The program itself, as `make demo` starts it, in a folder of its own."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    links: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        log = self.folder / "out.txt"
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "demo", "--port", str(self.port)],
                cwd=self.folder,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        deadline = time.monotonic() + 30
        while len(self.links) < 3:
            said = log.read_text(encoding="utf-8")
            self.links = {
                role: found[1]
                for role, words in (("officer", "Xử Lý"), ("confidential", "Bảo Mật"), ("admin", "Quản Trị"))
                if (found := re.search(rf"{words}[^\n]*?(http://\S+/console/vao/\S+)", said))
            }
            assert self.process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.05)
        urllib.request.urlopen(f"{self.address}/healthz", timeout=10).read()

    def stop(self, sign: int = signal.SIGTERM) -> None:
        assert self.process is not None
        self.process.send_signal(sign)
        self.process.wait(20)
        self.links.clear()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="package")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    find_chromium()
    program = Program(tmp_path_factory.mktemp("demo"), free_port())
    program.start()
    yield program
    if program.process is not None and program.process.poll() is None:
        program.stop()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    path = find_chromium()
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    # Of this package, not of the session: its loop runs until it is closed, and no other may in the meantime.
    # pytest-asyncio leaves a loop behind that playwright's own would trip over.
    asyncio.set_event_loop(None)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@dataclass
class Person:
    """Somebody with a browser: what went wrong in it, and which addresses it asked for."""

    page: Any
    context: Any
    address: str
    errors: list[str]
    asked: set[str]

    def heard(self, words: str) -> str:
        """Wait until the bot has said these words last or before; the text of that bubble."""
        bubble = self.page.locator(".turn:not(.mine) .bubble", has_text=words).last
        bubble.wait_for()
        return str(bubble.inner_text())

    def tap(self, label: str) -> None:
        self.page.locator(f".options button:enabled:has(.label:text-is('{label}'))").last.click()

    def offered(self, label: str) -> bool:
        """Whether the last message offers this answer."""
        last = self.page.locator(".turn:not(.mine):not([aria-hidden])").last
        return bool(last.locator(f".options button:enabled:has(.label:text-is('{label}'))").count())

    def turns(self) -> int:
        """How many messages the bot has sent."""
        return int(self.page.locator(".turn:not(.mine):not([aria-hidden])").count())

    def answered(self, count: int) -> None:
        """Wait until the bot has sent more messages than that."""
        self.page.locator(".turn:not(.mine):not([aria-hidden])").nth(count).wait_for()

    def say(self, words: str) -> None:
        self.page.fill("#words", words)
        self.page.locator(".round.send").click()

    def at_step(self, n: int, words: str = "") -> str:
        """Wait for the question of a step."""
        bubble = self.page.locator(".turn:not(.mine) .bubble", has_text=words).filter(
            has=self.page.locator(f".step:text-matches('^(Bước|Step) {n}/')")
        )
        bubble.last.wait_for()
        return str(bubble.last.inner_text())


SignIn = Callable[[str], Person]


def someone(browser: Any, address: str, width: int, height: int, *, phone: bool = False) -> Person:
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=phone, is_mobile=phone, locale="vi-VN"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    errors: list[str] = []
    asked: set[str] = set()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("request", lambda request: asked.add(request.url))
    return Person(page, context, address, errors, asked)


def begin_anew(person: Person) -> None:
    """As somebody who was never here. A new window would cost a second of the machine's time, this a tenth."""
    person.page.goto("about:blank")
    person.context.clear_cookies()
    person.context.clear_permissions()
    tools = person.context.new_cdp_session(person.page)
    tools.send("Storage.clearDataForOrigin", {"origin": person.address, "storageTypes": "all"})
    tools.detach()
    person.errors.clear()
    person.asked.clear()
    person.page.goto(f"{person.address}/")


@pytest.fixture(scope="package")
def phone(chromium: Any, program: Program) -> Person:
    return someone(chromium, program.address, 360, 640, phone=True)


@pytest.fixture
def resident(phone: Person) -> Person:
    begin_anew(phone)
    return phone


@pytest.fixture(scope="package")
def office(chromium: Any, program: Program) -> SignIn:
    """Officers at their desks, each signed in once."""
    people: dict[str, Person] = {}

    def sign_in(role: str) -> Person:
        if role not in people:
            people[role] = person = someone(chromium, program.address, 1200, 800)
            person.page.goto(program.links[role])
            person.page.locator("button.main").click()
            person.page.wait_for_url("**/console")
        elif not people[role].page.url.endswith("/console"):
            people[role].page.goto(f"{program.address}/console")
        return people[role]

    return sign_in
