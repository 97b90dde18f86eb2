"""Files that go with a message: made when they are sent, each once, on every channel that can carry them."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import replace

from bot.bodies import body_of, outgoing
from bot.channels.contract import Abilities, OutFile
from bot.channels.errors import Retry
from bot.courier import Courier
from bot.metrics import Metrics
from bot.parcels import Parcel
from handlers.messages import Attachment, Outgoing
from tests.bot.courier_fakes import FakeChannel, FakeRows, FakeTime

FILES = (
    Attachment("photo", "a.png", "chart", (("unit", "P01"),)),
    Attachment("document", "a.xlsx", "workbook", (("unit", "P01"),)),
)
OUT = Outgoing("câu", attachments=FILES)


class FileChannel(FakeChannel):
    """A channel that takes files, and fails on the second as often as it is told."""

    def __init__(self, failures: int = 0) -> None:
        super().__init__()
        self.abilities = replace(self.abilities, files_out=True)
        self.files: list[OutFile] = []
        self.failures = failures

    async def send_file(self, peer: str, file: OutFile) -> str:
        if self.failures and self.files:
            self.failures -= 1
            raise Retry("busy")
        self.files.append(file)
        return "ref"


async def make(attachment: Attachment, abilities: Abilities) -> OutFile | None:
    return OutFile(attachment.kind, attachment.name, attachment.what.encode())


async def sent(channel: FakeChannel, make_one: object = make) -> FakeRows:
    rows, time = FakeRows(), FakeTime()
    courier = Courier(
        rows,
        {"fake": channel},
        now=time.now,
        monotonic=time.monotonic,
        sleep=time.sleep,
        jitter=lambda: 1.0,
        metrics=Metrics(),
        make=make_one,  # type: ignore[arg-type]
    )
    rows.post(Parcel(1, "fake", "a", "fake:a", OUT))
    task = asyncio.create_task(courier.run())
    await time.advance(30)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    return rows


def test_the_outbox_keeps_what_a_file_is_about_and_not_the_file() -> None:
    assert outgoing(json.loads(json.dumps(body_of(OUT)))) == OUT
    assert "attachments" not in body_of(Outgoing("câu"))


async def test_the_words_go_first_then_each_file() -> None:
    channel = FileChannel()
    rows = await sent(channel)
    assert channel.texts("a") == ["câu"]
    assert [(file.kind, file.name, file.content) for file in channel.files] == [
        ("photo", "a.png", b"chart"),
        ("document", "a.xlsx", b"workbook"),
    ]
    assert list(rows.sent) == [1]


async def test_a_failure_half_way_repeats_nothing_that_has_arrived() -> None:
    channel = FileChannel(failures=2)
    rows = await sent(channel)
    assert channel.texts("a") == ["câu"]
    assert [file.name for file in channel.files] == ["a.png", "a.xlsx"]
    assert list(rows.sent) == [1]


async def test_a_file_that_cannot_be_made_is_left_out() -> None:
    async def nothing(attachment: Attachment, abilities: Abilities) -> OutFile | None:
        return None

    channel = FileChannel()
    rows = await sent(channel, nothing)
    assert channel.files == []
    assert list(rows.sent) == [1]


async def test_a_channel_that_carries_no_files_gets_the_words() -> None:
    channel = FakeChannel()
    rows = await sent(channel)
    assert channel.texts("a") == ["câu"]
    assert list(rows.sent) == [1]
