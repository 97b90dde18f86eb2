"""Events on disk: sealed, in the order in which they came, and none before one that is still being written."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from bot.event_spool import EventSpool
from storage.vault import Vault, make_key_file


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(make_key_file(tmp_path / "key"))


async def test_what_came_together_comes_out_in_order_and_is_sealed(tmp_path: Path, vault: Vault) -> None:
    spool = EventSpool(tmp_path / "spool", vault)
    await asyncio.gather(*(spool.put(f"câu {n}".encode()) for n in range(30)))
    assert not any(b"c\xc3\xa2u" in path.read_bytes() for path in (tmp_path / "spool").iterdir())
    # Another start finds what this one left.
    later = EventSpool(tmp_path / "spool", vault)
    found = await later.waiting(100)
    assert [each.raw.decode() for each in found] == [f"câu {n}" for n in range(30)]
    for each in found:
        await later.drop(each.name)
    assert spool.is_empty()


async def test_an_event_that_is_still_being_written_is_not_overtaken(
    tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = EventSpool(tmp_path / "spool", vault)
    gate = threading.Event()
    seal = Vault.seal

    def slow(self: Vault, *arguments: Any) -> bytes:
        if arguments[-1] == b"first":
            gate.wait(10)
        return seal(self, *arguments)

    monkeypatch.setattr(Vault, "seal", slow)
    first = asyncio.create_task(spool.put(b"first"))
    await asyncio.sleep(0)
    await spool.put(b"second")
    assert await spool.waiting(10) == []
    assert not spool.is_empty()
    gate.set()
    await first
    assert [each.raw for each in await spool.waiting(10)] == [b"first", b"second"]


async def test_an_event_that_does_not_open_is_set_aside_and_stops_no_other(tmp_path: Path, vault: Vault) -> None:
    spool = EventSpool(tmp_path / "spool", vault)
    await spool.put(b"one")
    [broken] = (tmp_path / "spool").glob("*.event")
    broken.write_bytes(broken.read_bytes()[:-3])
    await spool.put(b"two")
    assert [each.raw for each in await spool.waiting(10)] == [b"two"]
    assert len(list((tmp_path / "spool").glob("*.broken"))) == 1
