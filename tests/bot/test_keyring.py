"""Changing the key while letters come in: nothing is lost, a broken-off change goes on, the old key opens nothing."""

# ruff: noqa: F811 - fixtures are imported and then named as arguments

from __future__ import annotations

import asyncio
import errno
import re
from importlib.resources import files as resources
from pathlib import Path

import pytest

from bot import keywatch
from bot.keyring import rotate
from bot.keywatch import watch_keys
from bot.store import open_store
from storage import audit, cases, transfer
from storage.rekey import SEALED
from storage.session import Session
from storage.vault import Vault, change_key_file, make_key_file, read_key_file, with_new_pair
from tests.bot.test_keeping import FIRST, PHOTO, THEN, Office, make, quiet  # noqa: F401
from tests.bot.test_keeping import Make as MakeSettings
from tests.storage.filing import file_case


def test_every_sealed_column_is_in_the_list() -> None:
    marked = set()
    for entry in (resources("storage") / "migrations").iterdir():
        table = ""
        for line in entry.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"(?:CREATE|ALTER) TABLE (\w+)", line):
                table = found[1]
            if found := re.match(r"(?:ALTER TABLE \w+ ADD COLUMN|   ) *(\w+) blob\b.*-- sealed", line):
                marked.add((table, found[1]))
    assert {(sealed.table, column) for sealed in SEALED for column in sealed.columns} == marked


def test_a_key_file_for_which_there_was_no_room_is_not_left_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "key"
    keys = make_key_file(path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError):
        change_key_file(path, with_new_pair(keys))
    assert [each.name for each in tmp_path.iterdir()] == ["key"]
    assert read_key_file(path) == keys


def everything_under(db: Session, key_id: int) -> bool:
    """Whether each sealed value opens with this session's vault and bears this key."""
    for sealed in SEALED:
        for table in transfer.tables(db):
            if table.name != sealed.table:
                continue
            for values in db.rows(f"SELECT {', '.join(table.columns)} FROM {table.name}"):
                row = dict(zip(table.columns, values, strict=True))
                for column in sealed.columns:
                    if row[column] is not None:
                        assert row[column][1] == key_id, (sealed.table, column)
                        db.vault.open(sealed.table, sealed.row(row), column, bytes(row[column]))
    return True


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keywatch, "LOOK_SECONDS", 0.005)


async def soon(seconds: float) -> None:
    await asyncio.sleep(0.05)


async def test_the_key_is_changed_while_letters_come_in(make: MakeSettings) -> None:
    settings = make("old")
    key_file = settings.security.key_file
    make_key_file(key_file)
    old = read_key_file(key_file)
    office = Office(settings, await open_store(settings, exclusive=True))
    codes = [await office.files_a_letter("a0")]
    await office.hears("hoa", *FIRST)
    photo = await office.has_a_photo()
    watching = asyncio.create_task(watch_keys(key_file, office.store.vault))
    stop = asyncio.Event()

    async def go_on() -> None:
        while not stop.is_set():
            codes.append(await office.files_a_letter(f"b{len(codes)}"))

    writing = asyncio.create_task(go_on())
    done = await rotate(settings, quiet, soon)
    stop.set()
    await writing
    new = read_key_file(key_file)
    assert [pair.id for pair in new.pairs] == [2]
    assert done.rows > 10
    assert done.files == 1
    assert read_key_file(done.retired).pairs[0] == old.pairs[0]
    assert office.store.vault.key_id == 2
    assert await office.hears("hoa", *THEN)
    watching.cancel()
    await office.store.database.close()

    again = Office(settings, await open_store(settings, exclusive=True))
    assert again.store.vault.key_id == 2
    assert await again.store.database.read(everything_under, 2)
    assert {row.code for row in await again.store.database.read(cases.recent, ["P1"], 1000)} >= set(codes)
    assert await again.store.database.read(audit.verify) == []
    assert again.store.files.read_all(photo) == PHOTO
    await again.store.database.close()


async def test_what_is_sealed_under_the_old_key_after_its_table_was_done_is_met_in_another_round(
    make: MakeSettings,
) -> None:
    settings = make("old")
    make_key_file(settings.security.key_file)
    late = await open_store(settings, exclusive=True)
    waits = 0

    async def hears_late(seconds: float) -> None:
        # The first wait is before the first round, the second after it: a program that has not heard yet writes.
        nonlocal waits
        waits += 1
        if waits == 2:
            await late.database.write(file_case, id="late", code="TD-0000-0001", draft="late")

    await rotate(settings, quiet, hears_late)
    await late.database.close()
    after = await open_store(settings)
    assert await after.database.read(everything_under, 2)
    assert (await after.database.read(cases.letter, "late"))["content"]
    await after.database.close()


@pytest.mark.parametrize("rounds", [2, 9])
async def test_a_change_that_was_broken_off_goes_on(rounds: int, make: MakeSettings) -> None:
    settings = make("old")
    make_key_file(settings.security.key_file)
    office = Office(settings, await open_store(settings, exclusive=True))
    code = await office.files_a_letter("a")
    await office.has_a_photo()
    await office.store.database.close()
    left = rounds

    def break_off(what: str, done: int) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await rotate(settings, break_off, soon)
    between = read_key_file(settings.security.key_file)
    assert [pair.id for pair in between.pairs] == [1, 2]
    half = Office(settings, await open_store(settings, exclusive=True))
    assert [row.code for row in await half.store.database.read(cases.recent, ["P1"])] == [code]
    await half.store.database.close()

    await rotate(settings, quiet, soon)
    assert [pair.id for pair in read_key_file(settings.security.key_file).pairs] == [2]
    whole = await open_store(settings)
    assert await whole.database.read(everything_under, 2)
    await whole.database.close()


async def test_a_key_file_that_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "key"
    vault = Vault(make_key_file(path))
    watching = asyncio.create_task(watch_keys(path, vault))
    await asyncio.sleep(0.02)
    sealed = vault.seal("t", "r", "c", b"x")
    path.write_text("broken", encoding="ascii")
    await asyncio.sleep(0.03)
    path.unlink()
    await asyncio.sleep(0.03)
    assert vault.open("t", "r", "c", sealed) == b"x"
    assert not watching.done()
    watching.cancel()
