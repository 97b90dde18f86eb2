"""Keeping what is kept: copies of the whole store, bringing one back, carrying it to another database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.config_errors import ConfigError, Problem
from bot.settings import Settings
from bot.store import FILES, SPOOL, keys_of
from cases.dates import stamp
from storage import backup, backups, carry
from storage.backup import Folders, Opener, Seal, Summary
from storage.database import Database
from storage.errors import NotEmpty, UnknownUrl
from storage.vault import Vault

NAME: Final = "tiengdan-{at}.backup"
NAMES: Final = "tiengdan-*.backup"
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was written and read again."""

    path: Path
    summary: Summary


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
    try:
        return await database.write(backup.restore, source, folders_of(settings), opener, now, progress)
    finally:
        await database.close()


async def copy_to(settings: Settings, url: str, now: datetime, progress: Progress) -> dict[str, int]:
    """Carry the SQLite database of these settings into an empty PostgreSQL; rows by table.

    Nobody may use the SQLite file meanwhile. Sealed files stay as they are; they are copied only where the
    new installation looks elsewhere.
    """
    if not settings.database.url.startswith("sqlite:///") or not url.startswith("postgresql://"):
        raise UnknownUrl
    vault = Vault(keys_of(settings, new=False))
    source = await Database.open(settings.database.url, vault, exclusive=True)
    try:
        target = await Database.open(url, vault, migrated=False)
        try:
            path = Path(settings.database.url.removeprefix("sqlite:///"))
            rows = await target.write(carry.carry_over, path, stamp(now), progress)
        finally:
            await target.close()
    finally:
        await source.close()
    there = settings.database.model_copy(update={"url": url}).data_dir
    for name in (FILES, SPOOL):
        _copy_folder(settings.database.data_dir / name, there / name)
    return rows


def folders_of(settings: Settings) -> Folders:
    """Where the sealed files of these settings lie."""
    return Folders(settings.database.data_dir / FILES, settings.database.data_dir / SPOOL)


def _copy_folder(source: Path, target: Path) -> None:
    if not source.is_dir() or source.resolve() == target.resolve():
        return
    if target.is_dir() and any(target.iterdir()):
        raise NotEmpty(target.name)
    shutil.copytree(source, target, dirs_exist_ok=True)
