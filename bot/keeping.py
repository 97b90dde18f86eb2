"""Keeping what is kept: copies of the whole store, bringing one back, carrying it to another database."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.config_errors import ConfigError, Problem
from bot.settings import Settings
from bot.store import FILES, SPOOL, keys_of
from cases.dates import stamp
from cases.records import record
from storage import backup, backups, carry
from storage.backup import Folders, Opener, Seal, Summary
from storage.database import Database
from storage.errors import DatabaseInUse, NotEmpty, UnknownUrl
from storage.vault import Vault

NAME: Final = "tiengdan-{at}.backup"
NAMES: Final = "tiengdan-*.backup"
Progress = Callable[[str, int], None]


@record(frozen=True, slots=True)
class Made:
    """A backup that was written and read again."""

    path: Path
    summary: Summary


@record(frozen=True, slots=True)
class Copied:
    """What was carried over: rows by table, and whether that is all, for nobody worked on the old file."""

    rows: dict[str, int]
    whole: bool


async def make_backup(
    settings: Settings, seal: Seal, now: datetime, progress: Progress, *, target: Path | None, with_keys: bool
) -> Made:
    """Copy the store of these settings while it is used; drop the oldest of too many copies in the folder."""
    folder = Path(settings.backup.folder)
    path = target or folder / NAME.format(at=now.strftime("%Y-%m-%dT%H-%M-%SZ"))
    database = await Database.open(settings.database.url, Vault(keys_of(settings, new=False)))
    try:
        summary = await database.read(
            backup.write,
            path,
            folders_of(settings),
            seal,
            now,
            key_file=settings.security.key_file if with_keys else None,
            progress=progress,
        )
        await database.write(backups.done, summary.made_at, summary.letters)
    finally:
        await database.close()
    if target is None:
        for old in sorted(folder.glob(NAMES))[: -settings.backup.keep]:
            old.unlink(missing_ok=True)
    return Made(path, summary)


async def bring_back(settings: Settings, source: Path, opener: Opener, now: datetime, progress: Progress) -> Summary:
    """Restore a backup into the empty places that these settings name. Raises ConfigError without a key file."""
    key_file = settings.security.key_file
    if not key_file.exists():
        keys = backup.keys_in(source, opener)
        if not keys:
            raise ConfigError([Problem(str(key_file), "security.key_file", "key_file_apart")])
        key_file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(keys)
    vault = Vault(keys_of(settings, new=False))
    database = await Database.open(settings.database.url, vault, exclusive=True, migrated=False)
    folders = folders_of(settings)
    try:
        summary = await database.write(backup.restore, source, folders, opener, now, progress)
        folders.unfinished.unlink()
        return summary
    finally:
        await database.close()


async def copy_to(settings: Settings, url: str, now: datetime, progress: Progress) -> Copied:
    """Carry the SQLite database of these settings into an empty PostgreSQL.

    While a program works on the file, the copy is what stood there at one moment, and is not finished: the same once
    more brings what came since, and once the program has ended it is whole. Sealed files stay as they are; they are
    copied only where the new installation looks elsewhere.
    """
    if not settings.database.url.startswith("sqlite:///") or not url.startswith("postgresql://"):
        raise UnknownUrl
    vault = Vault(keys_of(settings, new=False))
    try:
        source = await Database.open(settings.database.url, vault, exclusive=True)
    except DatabaseInUse:
        source = None
    try:
        target = await Database.open(url, vault, migrated=False)
        try:
            folders = _folders_to_copy(settings, url)
            if not await target.write(carry.is_begun) and any(_holds_something(there) for _, there in folders):
                raise NotEmpty(FILES)
            # First, and again with what came since: what is not there yet can be told, a copy without its files not.
            for here, there in folders:
                _copy_folder(here, there)
            path = Path(settings.database.url.removeprefix("sqlite:///"))
            rows = await target.write(carry.carry_over, path, stamp(now), progress, used=source is None)
        finally:
            await target.close()
    finally:
        if source is not None:
            await source.close()
    return Copied(rows, whole=source is not None)


def folders_of(settings: Settings) -> Folders:
    """Where the sealed files of these settings lie."""
    return Folders(settings.database.data_dir / FILES, settings.database.data_dir / SPOOL)


def _folders_to_copy(settings: Settings, url: str) -> list[tuple[Path, Path]]:
    from bot.zalo import BOT_SPOOL as ZALO_BOT
    from bot.zalo import SPOOL as ZALO

    here, there = settings.database.data_dir, settings.database.model_copy(update={"url": url}).data_dir
    pairs = [(here / name, there / name) for name in (FILES, SPOOL, ZALO, ZALO_BOT)]
    return [(old, new) for old, new in pairs if old.is_dir() and old.resolve() != new.resolve()]


def _holds_something(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*"))


def _copy_folder(source: Path, target: Path) -> None:
    """Copy what is not there, or was not whole when it was copied, and take out what is gone."""
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for name in wanted:
        old, new = source / name, target / name
        with contextlib.suppress(FileNotFoundError):  # gone since it was looked at
            if not new.exists() or new.stat().st_size != old.stat().st_size:
                new.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                shutil.copy2(old, new)
    for path in [path for path in target.rglob("*") if path.is_file()]:
        if path.relative_to(target) not in wanted:
            path.unlink()
