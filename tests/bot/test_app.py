"""The program: it starts on loopback, says that it lives, files a letter on its page, and stops in order."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.app import TURNS_AT_ONCE, Running, serve
from bot.clock import system_now
from bot.commands.running import DEMO_FOLDER
from bot.config_errors import ConfigError
from bot.demo import greet, settings_for
from bot.serving import PortTakenError
from bot.settings import Settings, from_data
from bot.store import open_store
from bot.terminal import Terminal
from storage import cases, staff
from storage.batches import MOST_TOGETHER
from storage.database import Database
from storage.errors import DatabaseAway, DatabaseInUse, SchemaTooNew, StorageError, WrongKeyFile


def settings_of(folder: Path, **more: Any) -> Settings:
    data: dict[str, Any] = {
        "database": {"url": f"sqlite:///{folder}/tiengdan.db"},
        "security": {"key_file": str(folder / "tiengdan.key")},
        "web": {"port": 0},
        "committee": {"name": "Mặt trận phường X", "phone": "024 1", "address": "Số 1"},
        "units": [{"code": "x", "name": "phường X", "level": "phuong", "staff_chats": ["telegram:-1005"]}],
    }
    return from_data(data | more, "test")


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Running]:
    stop = asyncio.Event()
    started: asyncio.Future[Running] = asyncio.get_running_loop().create_future()

    async def ready(program: Running) -> None:
        started.set_result(program)

    task = asyncio.create_task(serve(settings, system_now, stop, ready))
    await asyncio.wait({task, started}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        task.result()
    try:
        yield started.result()
    finally:
        stop.set()
        await task


class Page:
    """A browser on the residents' page."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._address = address
        self._after = 0
        self._count = 0

    async def says(self, text: str) -> str:
        self._count += 1
        body = {"event": f"e{self._count}", "text": text}
        async with self._http.post(f"{self._address}/chat/send", json=body) as answer:
            assert answer.status == 200, await answer.text()
        return await self.reads()

    async def reads(self) -> str:
        """What the bot says next."""
        for _ in range(20):
            url = f"{self._address}/chat/messages?after={self._after}&wait=2"
            async with self._http.get(url) as answer:
                entries = (await answer.json())["entries"]
            if entries:
                self._after = entries[-1]["seq"]
            said = [entry["text"] for entry in entries if entry["dir"] == "out"]
            if said:
                return "\n".join(said)
        raise AssertionError("no answer")

    async def opens(self) -> None:
        async with self._http.get(f"{self._address}/chat/messages?after=0&wait=0") as answer:
            assert answer.status == 200


@asynccontextmanager
async def browser(address: str) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        page = Page(http, address)
        await page.opens()
        yield page


LETTER = ("Đường trước số 12 ngõ 5 hỏng, nước đọng hai tuần, đề nghị phường sửa", "Đồng ý", "Đúng rồi")


async def test_it_lives_it_is_ready_and_it_stops(tmp_path: Path) -> None:
    async with running(settings_of(tmp_path, metrics={"token": "t0ken"})) as program, aiohttp.ClientSession() as http:
        for path in ("/healthz", "/readyz", "/"):
            async with http.get(program.address + path) as answer:
                assert answer.status == 200, path
        async with http.get(program.address + "/metrics") as answer:
            assert answer.status == 403
        async with http.get(program.address + "/metrics", headers={"Authorization": "Bearer t0ken"}) as answer:
            assert "tiengdan_turns" in await answer.text()
        address = program.address
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientConnectorError):
            await http.get(address + "/healthz")


async def test_a_conversation_goes_on_after_the_server_was_restarted(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = settings_of(tmp_path, web={"port": port})
    async with browser_over_restart(settings) as (first, second):
        assert "Đồng ý" not in first
        assert "Bước 3/6" in second


@asynccontextmanager
async def browser_over_restart(settings: Settings) -> AsyncIterator[tuple[str, str]]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        async with running(settings) as program:
            page = Page(http, program.address)
            await page.opens()
            first = await page.says(LETTER[0])
        async with running(settings):
            yield first, await page.says(LETTER[1])


async def test_a_letter_filed_on_the_page_is_a_case(tmp_path: Path) -> None:
    async with running(settings_of(tmp_path)) as program, browser(program.address) as page:
        said = ""
        for text in LETTER:
            said = await page.says(text)
        for _ in range(8):
            if said.startswith("ĐÃ NHẬN"):
                break
            said = await page.says("Gửi" if '"Gửi"' in said else "Không để tên" if "gửi cho ai" in said else "Bỏ qua")
        found = await program.store.database.read(cases.recent, ["x"])
        assert [case.code in said for case in found] == [True]


async def test_a_page_that_waits_is_told_at_once_of_an_answer_to_what_shows_no_line(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with running(settings_of(tmp_path)) as program, aiohttp.ClientSession(cookie_jar=jar) as http:

        async def entries(wait: int) -> list[dict[str, Any]]:
            async with http.get(f"{program.address}/chat/messages?after=0&wait={wait}") as answer:
                return list((await answer.json())["entries"])

        assert await entries(0) == []
        waiting = asyncio.create_task(entries(20))
        assert await entries(0) == []  # by now the other has looked, and waits
        async with http.post(f"{program.address}/chat/send", json={"event": "hello", "text": "/start"}) as answer:
            assert answer.status == 200
        assert [entry["dir"] for entry in await waiting] == ["out"]


async def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError) as caught:
            await serve(settings_of(tmp_path, web={"port": port}), system_now, asyncio.Event())
    assert caught.value.port == port
    assert not (tmp_path / "tiengdan.db").exists()


async def test_a_second_program_on_the_same_database_is_refused(tmp_path: Path) -> None:
    async with running(settings_of(tmp_path)):
        with pytest.raises(DatabaseInUse):
            await serve(settings_of(tmp_path), system_now, asyncio.Event())


async def test_the_key_is_made_beside_the_database_for_its_owner_only(tmp_path: Path) -> None:
    async with running(settings_of(tmp_path)):
        pass
    assert (tmp_path / "tiengdan.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "tiengdan.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("trouble", "stays"), [(DatabaseAway, True), (SchemaTooNew, True), (WrongKeyFile, False)])
async def test_a_new_key_that_another_start_may_have_read_goes_only_where_the_database_has_another(
    trouble: type[StorageError], stays: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> Database:
        raise trouble

    monkeypatch.setattr(Database, "open", fails)
    settings = settings_of(tmp_path, database={"url": "postgresql://127.0.0.1/town"})
    with pytest.raises(trouble if stays else ConfigError):
        await open_store(settings, new=True)
    assert settings.security.key_file.exists() == stays


async def test_the_demo_has_its_officers_their_links_and_its_sample_cases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = Terminal("vi")
    settings = settings_for(tmp_path / DEMO_FOLDER.name, 8080, words)
    settings = settings.model_copy(update={"web": settings.web.model_copy(update={"port": 0})})
    stop = asyncio.Event()
    checked: list[int] = []
    greeting = greet(settings, words, 60)

    async def ready(program: Running) -> None:
        await greeting(program)
        units = [unit.code for unit in program.house.units.receiving()]
        found = await program.store.database.read(cases.recent, units, 100)
        checked.append(len(found))
        assert {case.status for case in found} > {"submitted", "forwarded"}
        people = await program.store.database.read(staff.everybody)
        assert sorted(person.role for person in people) == ["admin", "confidential", "officer"]
        link = next(line for line in capsys.readouterr().out.split() if "/console/vao/" in line)
        async with aiohttp.ClientSession() as http, http.get(link) as answer:
            assert answer.status == 200
        stop.set()

    await serve(settings, system_now, stop, ready)
    assert checked == [60]


SELDOM = (
    *("psycopg", "telegram", "aiohttp", "aiosmtplib"),  # drivers and channels that are not configured, files
    *("docx", "lxml", "xlsxwriter", "openpyxl", "PIL", "pypdf", "resvg_py", "jinja2"),  # papers, pictures, pages
    *("numpy", "langdetect", "cases.classify.propose", "filetype"),  # reading a letter, a file
    *("babel", "fluent.runtime", "pydantic_settings"),  # sentences with cases, settings of the environment
    *("rich", "multiprocessing", "http.server", "uvicorn.main", "logging.handlers"),  # what others take along
    *("importlib.metadata", "importlib.resources", "zipfile", "csv", "html.entities"),  # they too
    *("cases.gazetteer", "holidays"),  # wards, odd years
    *("bot.reports.report", "storage.tallies", "bot.doctor", "storage.backup", "pyrage"),  # what an office asks for
)


def test_what_has_started_and_answered_a_first_word_has_loaded_nothing_that_only_some_moments_need(
    tmp_path: Path,
) -> None:
    """It shall begin in a second on a small machine, and leave room there for two thousand pages that only look."""
    asked = [sys.executable, "-m", "tests.bot.first_word", str(tmp_path), *SELDOM]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.split()) == (0, []), told.stderr


def test_all_turns_that_pass_the_gate_at_once_share_a_commit_with_what_the_courier_notes_beside_them() -> None:
    assert MOST_TOGETHER > TURNS_AT_ONCE + 1
