"""Whoever may have lost the lease of a channel sends nothing on it: somebody else may be sending the same by now."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import postoffice
from bot.channels.contract import OutFile
from bot.postoffice import FencedChannel
from handlers.messages import Outgoing
from tests.bot.courier_fakes import FakeChannel


class Carrier(FakeChannel):
    """A channel that carries files too."""

    async def send_file(self, peer: str, file: OutFile) -> str:
        self.sent.append((peer, Outgoing(file.name), ""))
        return "f"


@pytest.mark.parametrize("what", ["message", "file"])
async def test_what_is_to_be_sent_without_the_lease_waits_until_it_is_ours_again(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postoffice, "FENCED_SECONDS", 0.001)
    held, behind = [False], Carrier()
    channel: Any = FencedChannel(behind, lambda: held[0])  # type: ignore[arg-type]
    way = channel.send("1", Outgoing("x")) if what == "message" else channel.send_file("1", OutFile("photo", "x", b"x"))
    sending = asyncio.create_task(way)
    for _ in range(20):
        await asyncio.sleep(0)
    assert behind.sent == []
    held[0] = True
    await sending
    assert [(peer, out.text) for peer, out, _ in behind.sent] == [("1", "x")]


async def test_a_courier_that_is_ended_meanwhile_sends_it_never() -> None:
    behind = FakeChannel()
    sending = asyncio.create_task(FencedChannel(behind, lambda: False).send("1", Outgoing("x")))  # type: ignore[arg-type]
    await asyncio.sleep(0)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert behind.sent == []
