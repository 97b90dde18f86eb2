"""Opening what is kept: the key file, the database, the sealed files beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.config_errors import ConfigError, Problem
from bot.settings import Settings
from cases.records import record
from storage.database import Database
from storage.errors import WrongKeyFile
from storage.files import Files
from storage.vault import Keys, Vault, make_key_file, read_key_file

FILES = "files"
SPOOL = "spool"
_FILE = "sqlite:///"


@record(frozen=True, slots=True)
class Store:
    """The open store of one program."""

    database: Database
    vault: Vault
    files: Files


async def open_store(settings: Settings, *, exclusive: bool = False, new: bool = False) -> Store:
    """Open the database with its key. `new` lets a first run make the key; a database without its key is an error.

    Raises ConfigError and StorageError.
    """
    path = settings.security.key_file
    made = new and on_server(settings) and not path.exists()
    vault = Vault(keys_of(settings, new=new))
    try:
        database = await Database.open(settings.database.url, vault, exclusive=exclusive)
    except WrongKeyFile:
        if not made:
            raise
        # The database has another's key. For no other reason is ours taken away again: a start beside this one may have
        # read it, and seals with it as soon as the database answers.
        path.unlink(missing_ok=True)
        raise ConfigError([Problem(str(path), "security.key_file", "key_file")]) from None
    return Store(database, vault, Files(settings.database.data_dir / FILES, vault))


@asynccontextmanager
async def opened(settings: Settings, *, exclusive: bool = False, new: bool = False) -> AsyncIterator[Store]:
    """The same store for as long as one command needs it."""
    store = await open_store(settings, exclusive=exclusive, new=new)
    try:
        yield store
    finally:
        await store.database.close()


def keys_of(settings: Settings, *, new: bool) -> Keys:
    """The keys of the key file; made for a first run. A database of a server tells itself if it knows another key."""
    path = settings.security.key_file
    if path.exists():
        return read_key_file(path)
    if on_server(settings):
        if not new:
            raise ConfigError([Problem(str(path), "security.key_file", "key_file_server")])
    elif holds_data(settings):
        raise ConfigError([Problem(str(path), "security.key_file", "key_file")])
    elif not new:
        raise ConfigError([Problem(str(path), "security.key_file", "key_file_none")])
    try:
        return make_key_file(path)
    except FileExistsError:  # another start was quicker
        return read_key_file(path)


def holds_data(settings: Settings) -> bool:
    """Whether something may already be sealed in the database; unknown of a server, so yes."""
    if on_server(settings):
        return True
    path = Path(settings.database.url.removeprefix(_FILE))
    return path.exists() and path.stat().st_size > 0


def on_server(settings: Settings) -> bool:
    """Whether the database is on a server, and no file of this machine."""
    return not settings.database.url.startswith(_FILE)
