"""The fetcher: limits, lying types, bombs, trying again, and what is kept."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.errors import FetchError, FileGone, FileTooLarge
from bot.fetcher import MOST_TRIES, Fetcher
from bot.intake import Sealed
from bot.metrics import Metrics
from bot.scanner import Clamd, ScannerAway
from handlers.messages import RefusedFile
from storage.fetches import FetchItem
from storage.files import Files
from storage.vault import Vault, make_keys
from tests.bot.courier_fakes import FakeChannel, FakeTime
from tests.bot.test_files import bomb, picture


class FakeFetches:
    def __init__(self) -> None:
        self.items: dict[str, FetchItem] = {}
        self.ready_files: dict[str, Sealed] = {}
        self.refusals: dict[str, RefusedFile] = {}
        self.delays: list[datetime] = []

    async def due(self, now: datetime) -> Sequence[FetchItem]:
        return [item for item in self.items.values() if not self.delays or self.delays[-1] <= now]

    async def ready(self, item: FetchItem, sealed: Sealed) -> None:
        self.ready_files[item.attachment] = sealed
        self.items.pop(item.attachment, None)

    async def refused(self, item: FetchItem, reason: RefusedFile) -> None:
        self.refusals[item.attachment] = reason
        self.items.pop(item.attachment, None)

    async def later(self, item: FetchItem, at: datetime, code: str) -> None:
        from dataclasses import replace

        self.items[item.attachment] = replace(item, tries=item.tries + 1)
        self.delays.append(at)


def ask(name: str = "don.jpg", size: int = 0) -> FetchItem:
    return FetchItem("att", "draft", "conv", "fake", "photo", "file-id", name, "", size, "", "", 0)


@pytest.fixture
def fetches() -> FakeFetches:
    return FakeFetches()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files", Vault(make_keys()))


@pytest.fixture
def fetcher(fetches: FakeFetches, files: Files, channel: FakeChannel, time: FakeTime) -> Fetcher:
    return Fetcher(
        fetches,
        files,
        {"fake": channel},
        file_mb=1,
        image_megapixels=60,
        now=time.now,
        sleep=time.sleep,
        metrics=Metrics(),
    )


async def bring(fetcher: Fetcher, item: FetchItem) -> None:
    fetcher.hand([item])
    await fetcher.settle()


async def test_a_picture_is_kept_clean_and_sealed_with_the_hash_of_its_original(
    fetcher: Fetcher, fetches: FakeFetches, files: Files, channel: FakeChannel, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0110] = "PLANTED-CAMERA"
    content = picture("JPEG", exif=exif)
    channel.files["file-id"] = content
    await bring(fetcher, ask())
    sealed = fetches.ready_files["att"]
    assert sealed.sha256 == hashlib.sha256(content).hexdigest()
    assert sealed.mime == "image/jpeg"
    kept = files.read_all(sealed.path)
    assert b"PLANTED" not in kept
    with Image.open(BytesIO(kept)) as image:
        assert image.size == (40, 20)
    assert files.read_all(sealed.path + "o") == content, "the original is kept, sealed, as evidence"
    on_disk = b"".join(path.read_bytes() for path in (tmp_path / "files").iterdir())
    assert b"JFIF" not in on_disk
    files.erase(sealed.path)
    assert list((tmp_path / "files").iterdir()) == []


async def test_a_file_that_breaks_us_is_given_up_in_the_end_and_that_is_said(
    fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel, time: FakeTime
) -> None:
    fetches.items["att"] = ask()
    channel.files["file-id"] = RecursionError("deeper than anybody thought of")
    run = asyncio.create_task(fetcher.run())
    await time.advance(3600)
    run.cancel()
    assert fetches.refusals == {"att": "unavailable"}
    assert len(fetches.delays) == MOST_TRIES - 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MZ\x90\x00" + b"\x00" * 500, "wrong_type"),
        (b"<html>hello</html>", "wrong_type"),
        (b"", "broken"),
        (picture("JPEG")[:-300], "broken"),
        (bomb(30_000, 30_000), "too_large"),
        (b"%PDF-1.7 " + b"x" * 1_100_000, "too_large"),
        (FileTooLarge(), "too_large"),
        (FileGone(), "unavailable"),
    ],
    ids=["program as photo", "page as photo", "empty", "cut off", "bomb", "too many bytes", "vendor", "gone"],
)
async def test_what_cannot_be_taken_is_said(
    fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel, content: bytes | Exception, reason: str
) -> None:
    channel.files["file-id"] = content
    await bring(fetcher, ask())
    assert fetches.refusals == {"att": reason}


async def test_a_file_announced_too_large_is_not_even_fetched(fetcher: Fetcher, fetches: FakeFetches) -> None:
    await bring(fetcher, ask(size=2_000_000))
    assert fetches.refusals == {"att": "too_large"}


async def test_the_name_ends_as_the_file_is(fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel) -> None:
    channel.files["file-id"] = picture("PNG")
    await bring(fetcher, ask(name="../../quyết định 15.pdf"))
    assert fetches.ready_files["att"].name == "quyết định 15.png"


async def test_a_paper_that_cannot_be_cleaned_is_taken_but_not_called_clean(
    fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel
) -> None:
    channel.files["file-id"] = b"%PDF-1.7\nbroken"
    await bring(fetcher, ask(name="don.pdf"))
    assert not fetches.ready_files["att"].cleaned


async def test_a_fetch_that_fails_is_tried_again_and_given_up_in_the_end(
    fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel, time: FakeTime
) -> None:
    channel.files["file-id"] = FetchError()
    fetches.items["att"] = ask()
    running = asyncio.create_task(fetcher.run())
    for _ in range(100):
        await time.advance(5)
        await fetcher.settle()
    running.cancel()
    assert len(fetches.delays) == MOST_TRIES - 1
    assert fetches.refusals == {"att": "unavailable"}


async def test_the_same_file_handed_twice_is_fetched_once(
    fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel
) -> None:
    channel.files["file-id"] = picture("PNG")
    fetcher.hand([ask(), ask()])
    fetcher.hand([ask()])
    await fetcher.settle()
    assert len(fetches.ready_files) == 1


class FakeScanner:
    """Knows one bad file, and may be away."""

    def __init__(self) -> None:
        self.away = 0

    async def infected(self, content: bytes) -> bool:
        if self.away:
            self.away -= 1
            raise ScannerAway
        return b"EICAR" in content


async def test_a_file_without_end_is_read_no_further_than_it_may_be_long(
    fetcher: Fetcher, fetches: FakeFetches, channel: FakeChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    async def endless(file: str, kind: str) -> AsyncIterator[bytes]:
        for number in range(100):
            read.append(number)
            yield bytes(100_000)

    monkeypatch.setattr(channel, "fetch", endless)
    await bring(fetcher, ask())
    assert fetches.refusals == {"att": "too_large"}
    assert len(read) == 11, "a megabyte, and the piece that was too much"


@pytest.mark.parametrize("room_for", [0, 1])
async def test_while_the_disk_is_full_a_file_waits_and_is_not_given_up_and_nothing_of_it_stays(
    fetcher: Fetcher,
    fetches: FakeFetches,
    channel: FakeChannel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    room_for: int,
) -> None:
    channel.files["file-id"] = picture("JPEG")
    fetches.items["att"] = ask()
    opened, begun = os.open, list[str]()

    def full(path: str | Path, flags: int, mode: int = 0o777) -> int:
        handle = opened(path, flags, mode)
        if not str(path).endswith(".part"):
            return handle
        begun.append(str(path))
        if len(begun) % (room_for + 1):
            return handle
        os.close(handle)
        return opened("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(os, "open", full)
    for _ in range(MOST_TRIES + 2):
        await bring(fetcher, fetches.items["att"])
    assert fetches.refusals == {}
    assert list((tmp_path / "files").iterdir()) == []
    monkeypatch.undo()
    await bring(fetcher, fetches.items["att"])
    assert "att" in fetches.ready_files


async def test_what_the_virus_scanner_knows_is_not_kept(
    fetches: FakeFetches, files: Files, channel: FakeChannel, time: FakeTime, tmp_path: Path
) -> None:
    channel.files["file-id"] = b"%PDF-1.7 EICAR"
    await bring(scanned(fetches, files, channel, time, FakeScanner()), ask("a.pdf"))
    assert fetches.refusals == {"att": "infected"}
    assert not any((tmp_path / "files").glob("*"))


async def test_while_the_virus_scanner_is_away_a_file_waits_and_is_not_given_up(
    fetches: FakeFetches, files: Files, channel: FakeChannel, time: FakeTime
) -> None:
    channel.files["file-id"] = b"%PDF-1.7 fine"
    scanner = FakeScanner()
    scanner.away = 50
    fetcher = scanned(fetches, files, channel, time, scanner)
    fetches.items["att"] = ask("a.pdf")
    for _ in range(51):
        await bring(fetcher, fetches.items["att"])
    assert "att" in fetches.ready_files
    assert not fetches.refusals


@pytest.mark.parametrize(
    ("answer", "infected"), [(b"stream: OK\0", False), (b"stream: Eicar-Test-Signature FOUND\0", True)]
)
async def test_clamd_is_asked_as_it_wants_to_be(answer: bytes, infected: bool) -> None:
    async with clamd(answer) as (address, heard):
        assert await Clamd(address).infected(b"x" * 100_000) is infected
    assert heard[0].startswith(b"zINSTREAM\0" + (64 * 1024).to_bytes(4, "big"))
    assert heard[0].endswith(b"\0\0\0\0")


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b""])
async def test_an_answer_that_is_none_is_no_clean_file(answer: bytes) -> None:
    async with clamd(answer) as (address, _):
        with pytest.raises(ScannerAway):
            await Clamd(address).infected(b"x")


@asynccontextmanager
async def clamd(answer: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        content = b""
        while not content.endswith(b"\0\0\0\0"):
            content += await reader.read(65_536)
        heard.append(content)
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}", heard


def scanned(fetches: FakeFetches, files: Files, channel: FakeChannel, time: FakeTime, scanner: FakeScanner) -> Fetcher:
    return Fetcher(
        fetches,
        files,
        {"fake": channel},
        file_mb=1,
        image_megapixels=60,
        scanner=scanner,
        now=time.now,
        sleep=time.sleep,
        metrics=Metrics(),
    )
