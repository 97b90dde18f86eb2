"""`tiengdan key rotate`: everything is sealed anew under a new key, while the program runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from bot.keeping import folders_of
from bot.settings import Settings
from bot.store import keys_of
from cases.records import record
from storage import rekey
from storage.database import Database
from storage.errors import StorageError
from storage.files import Files
from storage.rekey import SEALED
from storage.vault import Keys, Vault, change_key_file, keep_retired, with_new_pair

SETTLE_SECONDS: Final = 5.0
"""After so long every running program knows a changed key file."""
MOST_ROUNDS: Final = 20

Progress = Callable[[str, int], None]


@record(frozen=True, slots=True)
class Rotated:
    """What was sealed anew, and the file that holds the old key."""

    rows: int
    files: int
    retired: Path


async def rotate(
    settings: Settings,
    progress: Progress,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> Rotated:
    """Add a key, seal everything under it in small transactions, and take the old key out of the key file.

    The program may run meanwhile. Broken off at any point it is taken up there: a key file with more than one
    key is a rotation under way.
    """
    path = settings.security.key_file
    keys = keys_of(settings, new=False)
    if len(keys.pairs) == 1:
        keys = with_new_pair(keys)
        change_key_file(path, keys)
    await sleep(SETTLE_SECONDS)
    vault = Vault(keys)
    database = await Database.open(settings.database.url, vault)
    folders = folders_of(settings)
    rows = moved = 0
    try:
        for _ in range(MOST_ROUNDS):
            rows += await _rows(database, progress)
            for folder in (folders.files, folders.spool):
                moved += await asyncio.to_thread(_files, folder, vault, progress)
            # Whoever had not heard of the new key a moment ago has by now; what they sealed comes in another round.
            await sleep(SETTLE_SECONDS)
            if not await _anything_left(database, folders.files, folders.spool, vault):
                break
        else:
            raise StorageError("keys")
    finally:
        await database.close()
    retired = keep_retired(path, Keys(keys.look_up, keys.pairs))
    change_key_file(path, Keys(keys.look_up, keys.pairs[-1:]))
    return Rotated(rows, moved, retired)


async def _rows(database: Database, progress: Progress) -> int:
    total = 0
    for sealed in SEALED:
        done, after = 0, None
        while True:
            batch = await database.write(rekey.reseal, sealed, after)
            done += batch.rows
            progress(sealed.table, done)
            if batch.after is None:
                break
            after = batch.after
        total += done
    return total


def _files(folder: Path, vault: Vault, progress: Progress) -> int:
    done = 0
    for done in rekey.reseal_files(folder, Files(folder, vault), vault.key_id):
        progress("files", done)
    return done


async def _anything_left(database: Database, files: Path, spool: Path, vault: Vault) -> bool:
    for sealed in SEALED:
        if await database.read(rekey.is_left, sealed):
            return True
    return rekey.files_left(files, vault.key_id) or rekey.files_left(spool, vault.key_id)
