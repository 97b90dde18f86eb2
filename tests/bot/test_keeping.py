"""Copies: a drill as an office would do it, what a copy refuses, and the way to another database."""

from __future__ import annotations

import asyncio
import errno
import io
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest

from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.doctor import examine
from bot.house import house_of
from bot.keeping import bring_back, copy_to, make_backup
from bot.settings import Settings, from_data
from bot.store import Store, open_store
from bot.turn import Turns
from cases.codes import read_code
from handlers.dialogue import advance
from handlers.messages import Incoming, Text
from locales import Locales
from storage import audit, backup, carry, cases, fetches, files, migrate, tallies, transfer
from storage.backup import Opener, Seal
from storage.database import Database
from storage.errors import (
    BackupBroken,
    BackupSealed,
    CopyUnfinished,
    NotEmpty,
    StorageError,
    WrongKeyFile,
    WrongRecipient,
)
from storage.session import Session
from storage.vault import Vault, make_key_file, make_keys
from tests.bot.turn_house import table

NOW = datetime(2026, 10, 14, 2, 30, tzinfo=UTC)
IDENTITY = pyrage.x25519.Identity.generate()
SEAL = Seal((str(IDENTITY.to_public()),))
OPENER = Opener((str(IDENTITY),))
FIRST = ("Cống trước số nhà 12 ngõ 5 tắc cả tháng nay, mưa là ngập. Đề nghị phường cho người thông cống.", "Đồng ý")
THEN = ("Đúng rồi", "trước số nhà 12", "từ đầu tháng", "Gửi xong", "Không để tên", "Gửi")
PHOTO = b"\xff\xd8 a photo " * 20_000


class Office:
    """An installation: its settings, its open store, and residents who write to it."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.store = store
        house = house_of(settings, Locales(), lambda: NOW, frozenset({"web"}), "http://127.0.0.1")
        self.said: list[str] = []
        self.turns = Turns(
            store.database,
            house,
            advance,
            now=lambda: NOW,
            wake=lambda items: self.said.extend(outgoing(item.body).text for item in items),
            fetch=lambda items: None,
            files=store.files,
        )
        self._count = 0

    async def hears(self, who: str, *words: str) -> str:
        """What the bot says to the last of these words."""
        for text in words:
            self._count += 1
            self.said.clear()
            incoming = Incoming("web", who, who, f"{who}-{self._count}", NOW, Text(text))
            await self.turns.take("web", Received(incoming.event_id, text.encode(), incoming))
        return "\n".join(self.said)

    async def files_a_letter(self, who: str) -> str:
        code = read_code(await self.hears(who, *FIRST, *THEN))
        assert code
        return code

    async def has_a_photo(self) -> str:
        """A sealed file that a letter's draft has."""

        def ask(db: Session) -> None:
            fetches.ask(db, "photo1", "draft-x", "c", "web", NOW, kind="photo", file="x")

        await self.store.database.write(ask)
        with self.store.files.writer() as writer:
            writer.write(PHOTO)
            stored = writer.finish()
        await self.store.database.write(
            fetches.ready, "photo1", path=stored.path, size=stored.size, sha256=stored.sha256
        )
        return stored.path


def settings_in(folder: Path, url: str = "") -> Settings:
    folder.mkdir(exist_ok=True)
    return from_data(
        {
            "database": {"url": url or f"sqlite:///{folder}/tiengdan.db"},
            "security": {"key_file": str(folder / "key")},
            "backup": {"folder": str(folder / "backups"), "keep": 2},
            "committee": {"name": "Mặt trận", "phone": "024 1", "address": "số 1", "hours": "8-17"},
            "units": [{"code": "P1", "name": "phường Cầu Giấy", "level": "phuong"}],
        },
        "test",
    )


def quiet(what: str, done: int) -> None:
    return


Make = Callable[[str], Settings]


@pytest.fixture(params=["sqlite", "postgresql"])
def make(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    monkeypatch.chdir(tmp_path)  # beside PostgreSQL, files lie under ./var

    def settings(name: str) -> Settings:
        if request.param == "sqlite" or name != "old":
            return settings_in(tmp_path / name)
        return settings_in(tmp_path / name, str(request.getfixturevalue("postgres_url")))

    return settings


async def test_a_backup_for_which_there_is_no_room_says_so_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_in(tmp_path / "old")
    make_key_file(settings.security.key_file)
    office = Office(settings, await open_store(settings, exclusive=True))
    await office.files_a_letter("a")

    class Full(io.BytesIO):
        def write(self, piece: Any) -> int:
            if self.tell():
                raise OSError(errno.ENOSPC, "")
            return super().write(piece)

    def opened(handle: int, how: str) -> Full:
        os.close(handle)
        return Full()

    monkeypatch.setattr("os.fdopen", opened)
    with pytest.raises(OSError) as told:
        await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=False)
    monkeypatch.undo()
    assert told.value.errno == errno.ENOSPC
    assert list(Path(settings.backup.folder).iterdir()) == []
    await office.store.database.close()


async def test_a_drill(make: Make, tmp_path: Path) -> None:
    """Letters come in while the copy is made; it is brought back elsewhere; everybody goes on where they were."""
    old, new = make("old"), make("new")
    make_key_file(old.security.key_file)
    office = Office(old, await open_store(old, exclusive=True))
    before = [await office.files_a_letter(f"a{number}") for number in range(3)]
    asked = await office.hears("hoa", *FIRST)
    photo = await office.has_a_photo()

    during: list[str] = []
    stop = asyncio.Event()

    async def go_on() -> None:
        while not stop.is_set():
            during.append(await office.files_a_letter(f"b{len(during)}"))

    writing = asyncio.create_task(go_on())
    while not during:
        await asyncio.sleep(0)
    made = await make_backup(old, SEAL, NOW, quiet, target=None, with_keys=False)
    stop.set()
    await writing
    assert made.path.stat().st_mode & 0o777 == 0o600
    await office.store.database.close()

    shutil.copy(old.security.key_file, new.security.key_file)
    told = await bring_back(new, made.path, OPENER, NOW, quiet)
    assert told == made.summary
    restored = Office(new, await open_store(new, exclusive=True))
    database = restored.store.database
    rows = await database.read(cases.recent, ["P1"], 1000)
    codes = {row.code for row in rows}
    assert set(before) <= codes <= {*before, *during}
    assert len(codes) == told.letters
    assert await database.read(audit.verify) == []
    while await database.write(tallies.fold):
        pass
    assert set(await database.read(tallies.strays, "P1", 1000)) == codes
    for row in rows:
        assert "tắc cả tháng" in str((await database.read(cases.letter, row.id))["content"])
    assert restored.store.files.read_all(photo) == PHOTO

    assert "Đúng rồi" not in asked
    code = read_code(await restored.hears("hoa", *THEN))
    assert code
    assert code not in codes
    assert await restored.files_a_letter("c1") not in codes
    await database.close()


async def test_nothing_of_a_resident_and_no_key_can_be_read_in_a_copy(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    office = Office(settings, await open_store(settings, exclusive=True, new=True))
    await office.files_a_letter("a")
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=False)
    content = made.path.read_bytes()
    for key in re.findall(rb'"([A-Za-z0-9+/_=-]{40,})"', settings.security.key_file.read_bytes()):
        assert key not in content
    assert "Cống".encode() not in content
    assert not made.summary.has_keys
    assert backup.keys_in(made.path, OPENER) == b""
    await office.store.database.close()


async def test_a_copy_opens_for_its_recipients_and_for_nobody_else(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "old")
    store = await open_store(settings, exclusive=True, new=True)
    mine, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    seal = Seal((str(mine.to_public()),))
    made = await make_backup(settings, seal, NOW, quiet, target=tmp_path / "c.backup", with_keys=True)
    await store.database.close()
    assert backup.verify(made.path, Opener((f"# created: today\n{mine}\n",))) == made.summary
    for wrong in (Opener((str(other),)), Opener(("nonsense",))):
        with pytest.raises(BackupSealed):
            backup.verify(made.path, wrong)
    # The keys were asked for: a machine without a key file gets them out of the copy.
    new = settings_in(tmp_path / "new")
    await bring_back(new, made.path, Opener((str(mine),)), NOW, quiet)
    assert new.security.key_file.read_bytes() == settings.security.key_file.read_bytes()
    assert new.security.key_file.stat().st_mode & 0o777 == 0o600
    spoken = Seal((), "con đường làng mùa gặt")
    made = await make_backup(settings, spoken, NOW, quiet, target=tmp_path / "e.backup", with_keys=False)
    assert backup.verify(made.path, Opener((), "con đường làng mùa gặt")) == made.summary
    with pytest.raises(BackupSealed):
        backup.verify(made.path, Opener((str(mine),)))
    with pytest.raises(WrongRecipient):
        await make_backup(settings, Seal(("age1x",)), NOW, quiet, target=tmp_path / "d", with_keys=False)
    assert not (tmp_path / "d").exists()
    assert not (tmp_path / "d.part").exists()


@pytest.mark.parametrize("damage", ["flipped", "cut", "head", "migrations"])
async def test_a_damaged_copy_changes_nothing(damage: str, tmp_path: Path) -> None:
    settings, new = settings_in(tmp_path / "old"), settings_in(tmp_path / "new")
    office = Office(settings, await open_store(settings, exclusive=True, new=True))
    await office.has_a_photo()
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=False)
    await office.store.database.close()
    content = bytearray(made.path.read_bytes())
    if damage == "flipped":
        content[-70_000] ^= 1
    elif damage == "cut":
        del content[-40_000:]
    elif damage == "migrations":
        content[content.index(b"]") - 1] ^= 1
    else:
        content[2] ^= 1
    made.path.write_bytes(content)
    with pytest.raises(BackupBroken):
        backup.verify(made.path, OPENER)
    shutil.copy(settings.security.key_file, new.security.key_file)
    with pytest.raises(BackupBroken):
        await bring_back(new, made.path, OPENER, NOW, quiet)
    store = await open_store(new)
    assert await store.database.read(table, "attachments") == []
    assert list((tmp_path / "new").glob("files/*")) == []
    await store.database.close()


async def test_tables_of_another_program_in_the_same_database_are_neither_copied_nor_in_the_way(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, new, later = make("old"), make("new"), make("later")

    def theirs(db: Session) -> None:
        db.script("CREATE TABLE strange (id integer PRIMARY KEY, words text NOT NULL)")
        db.script("INSERT INTO strange VALUES (1, 'theirs')")

    store = await open_store(settings, new=True)
    await store.database.write(theirs)
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=True)
    with monkeypatch.context() as before:
        # Copies were made so once, and must come back all the same.
        ours = migrate.made()
        before.setattr(migrate, "made", lambda: ours | {"strange"})
        holds_it = await make_backup(settings, SEAL, NOW, quiet, target=tmp_path / "older.backup", with_keys=True)
    await store.database.close()
    assert holds_it.summary.rows > made.summary.rows
    place = await Database.open(new.database.url, Vault(make_keys()), migrated=False)
    await place.write(theirs)
    await place.close()
    assert await bring_back(new, made.path, OPENER, NOW, quiet) == made.summary
    assert await bring_back(later, holds_it.path, OPENER, NOW, quiet) == holds_it.summary
    store = await open_store(new)
    assert [row["words"] for row in await store.database.read(table, "strange")] == ["theirs"]
    await store.database.close()


async def test_rows_that_differ_after_they_were_brought_back_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, new = settings_in(tmp_path / "old"), settings_in(tmp_path / "new")
    store = await open_store(settings, new=True)
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=True)
    whole = transfer.fill

    def lossy(db: Session, table: transfer.Table, lines: Iterable[bytes]) -> None:
        whole(db, table, list(lines)[1:] if table.name == "key_checks" else lines)

    monkeypatch.setattr(transfer, "fill", lossy)
    with pytest.raises(BackupBroken):
        await bring_back(new, made.path, OPENER, NOW, quiet)
    await store.database.close()


async def test_what_was_broken_off_while_it_was_brought_back_begins_again(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = make("old"), make("new")
    make_key_file(old.security.key_file)
    office = Office(old, await open_store(old, exclusive=True))
    code, photo = await office.files_a_letter("a"), await office.has_a_photo()
    made = await make_backup(old, SEAL, NOW, quiet, target=None, with_keys=True)
    await office.store.database.close()
    whole = backup.restore

    def no_room_at_the_end(db: Session, *rest: Any) -> None:
        whole(db, *rest)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backup, "restore", no_room_at_the_end)
    with pytest.raises(sqlite3.OperationalError):
        await bring_back(new, made.path, OPENER, NOW, quiet)
    monkeypatch.setattr(backup, "restore", whole)
    assert await bring_back(new, made.path, OPENER, NOW, quiet) == made.summary
    with pytest.raises(NotEmpty):
        await bring_back(new, made.path, OPENER, NOW, quiet)
    store = await open_store(new)
    assert [row.code for row in await store.database.read(cases.recent, ["P1"])] == [code]
    assert store.files.read_all(photo) == PHOTO
    assert not list(new.database.data_dir.rglob(".*"))
    await store.database.close()


async def test_a_copy_whose_chain_of_audit_does_not_hold_is_not_brought_back(tmp_path: Path) -> None:
    settings, new = settings_in(tmp_path / "old"), settings_in(tmp_path / "new")
    office = Office(settings, await open_store(settings, new=True))
    await office.files_a_letter("a")
    await office.store.database.write(lambda db: db.script("UPDATE audit SET at = '2020-01-01T00:00:00.000000Z'"))
    await office.store.database.close()
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=True)
    with pytest.raises(BackupBroken):
        await bring_back(new, made.path, OPENER, NOW, quiet)


async def test_a_place_that_is_in_use_is_not_written_over(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    office = Office(settings, await open_store(settings, exclusive=True, new=True))
    code = await office.files_a_letter("a")
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=False)
    with pytest.raises(StorageError):
        await bring_back(settings, made.path, OPENER, NOW, quiet)
    await office.store.database.close()
    with pytest.raises(NotEmpty):
        await bring_back(settings, made.path, OPENER, NOW, quiet)
    store = await open_store(settings)
    assert [row.code for row in await store.database.read(cases.recent, ["P1"])] == [code]
    await store.database.close()


async def test_a_copy_is_not_brought_back_under_another_key(tmp_path: Path) -> None:
    settings, new = settings_in(tmp_path / "old"), settings_in(tmp_path / "new")
    store = await open_store(settings, exclusive=True, new=True)
    await store.database.close()
    made = await make_backup(settings, SEAL, NOW, quiet, target=None, with_keys=False)
    make_key_file(new.security.key_file)
    with pytest.raises(WrongKeyFile):
        await bring_back(new, made.path, OPENER, NOW, quiet)


async def test_only_the_newest_copies_are_kept_and_doctor_tells_the_age_of_the_last(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    store = await open_store(settings, new=True)
    await store.database.close()
    for day in range(3):
        at = datetime.now(UTC) - timedelta(days=30 - day)
        await make_backup(settings, SEAL, at, quiet, target=None, with_keys=False)
    assert len(list((tmp_path / "backups").iterdir())) == 2
    found = {finding.key: finding.fine for finding in await examine(settings)}
    assert found["doctor-backup-old"] is False
    await make_backup(settings, SEAL, datetime.now(UTC), quiet, target=None, with_keys=False)
    found = {finding.key: finding.fine for finding in await examine(settings)}
    assert found["doctor-backup"] is True


async def test_an_installation_moves_from_a_file_to_a_server_row_by_row(
    tmp_path: Path, empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old = settings_in(tmp_path / "old")
    office = Office(old, await open_store(old, exclusive=True, new=True))
    codes = [await office.files_a_letter(f"a{number}") for number in range(3)]
    await office.hears("hoa", *FIRST)
    photo = await office.has_a_photo()
    new = old.model_copy(update={"database": old.database.model_copy(update={"url": empty_postgres_url})})

    begun = await copy_to(old, empty_postgres_url, NOW, quiet)
    assert not begun.whole, "the program still runs on it"
    assert begun.rows["cases"] == 3
    with pytest.raises(CopyUnfinished):
        await open_store(new)
    codes.append(await office.files_a_letter("late"))
    late = await office.has_a_photo()
    await office.store.database.write(lambda db: db.script("DELETE FROM outbox WHERE seq = 1"))
    # What only one row may have goes from the second to the first, which is brought before it.
    first = "(SELECT MIN(id) FROM timers)"
    second = f"(SELECT MIN(id) FROM timers WHERE id > {first})"
    value = f"(SELECT rtrim(subject, '!') FROM timers WHERE id = {second})"
    for statement in (
        f"UPDATE timers SET subject = subject || '!' WHERE id = {second}",
        f"UPDATE timers SET subject = {value} WHERE id = {first}",
    ):
        await office.store.database.write(lambda db, statement=statement: db.script(statement))
    again = await copy_to(old, empty_postgres_url, NOW, quiet)
    assert not again.whole
    codes.append(await office.files_a_letter("later"))
    await office.store.database.close()

    done = await copy_to(old, empty_postgres_url, NOW, quiet)
    assert done.whole
    assert done.rows["cases"] == 5
    city = Office(new, await open_store(new))
    database = city.store.database
    assert {row.code for row in await database.read(cases.recent, ["P1"])} == set(codes)
    assert await database.read(audit.verify) == []
    assert city.store.files.read_all(photo) == city.store.files.read_all(late) == PHOTO
    assert read_code(await city.hears("hoa", *THEN))
    assert await city.files_a_letter("new") not in codes
    with pytest.raises(NotEmpty):
        await copy_to(old, empty_postgres_url, NOW, quiet)
    await database.close()


async def test_rows_that_differ_after_carrying_them_over_are_not_kept(
    tmp_path: Path, empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old = settings_in(tmp_path / "old")
    office = Office(old, await open_store(old, exclusive=True, new=True))
    await office.files_a_letter("a")
    await office.store.database.close()
    whole = transfer.scan

    def lossy(db: Session, table: transfer.Table) -> object:
        lines = list(whole(db, table))
        return lines[1:] if table.name == "outbox" and db.dialect == "postgresql" else lines

    monkeypatch.setattr(transfer, "scan", lossy)
    with pytest.raises(StorageError):
        await copy_to(old, empty_postgres_url, NOW, quiet)
    monkeypatch.undo()
    with sqlite3.connect(tmp_path / "old" / "tiengdan.db") as file:
        assert file.execute("SELECT COUNT(*) FROM cases").fetchone() == (1,)


async def test_a_file_of_an_older_schema_is_migrated_as_a_copy_and_kept_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = migrate.migrations()
    monkeypatch.setattr(migrate, "migrations", lambda: every[:1])
    settings = settings_in(tmp_path)
    store = await open_store(settings, new=True)
    await store.database.write(lambda db: db.script("INSERT INTO trash (path) VALUES ('abc')"))
    await store.database.close()
    monkeypatch.setattr(
        migrate, "migrations", lambda: [*every[:1], (2, "bad", "CREATE TABLE x (y text); DELETE FROM trash;")]
    )
    with pytest.raises(StorageError):
        await open_store(settings)
    monkeypatch.setattr(migrate, "migrations", lambda: every)
    assert carry.is_behind(tmp_path / "tiengdan.db")
    store = await open_store(settings)
    assert await store.database.read(files.trash) == ["abc"]
    assert await store.database.read(migrate.seen) == every[-1][0]
    await store.database.close()
    with sqlite3.connect(tmp_path / "tiengdan.db.0001") as kept:
        assert kept.execute("SELECT MAX(version) FROM schema_version").fetchone() == (1,)
    assert not (tmp_path / "tiengdan.db.migrating").exists()
    assert isinstance(store.database, Database)
