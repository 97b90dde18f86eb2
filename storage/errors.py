"""Everything that can go wrong in the database and the vault; the docstring of each class is its message."""

from __future__ import annotations

import sqlite3
import sys


class StorageError(Exception):
    """The store could not do what was asked."""

    def __init__(self, detail: str = "") -> None:
        # `detail` names a table, a file or a query; never a value of a row.
        self.detail = detail
        text = self.__doc__ or ""
        super().__init__(f"{text} ({detail})" if detail else text)


class Tampered(StorageError):
    """A sealed value does not belong where it was found, or was changed."""


class KeyMissing(StorageError):
    """A sealed value names a key that the key file does not hold."""


class KeyFileBroken(StorageError):
    """The key file cannot be read as one of ours."""


class WrongKeyFile(StorageError):
    """The key file belongs to another database."""


class KeyFileOpen(StorageError):
    """The key file can be read by other users of this machine: chmod 600."""


class DatabaseInUse(StorageError):
    """Another running program holds this database file."""


class DatabaseAway(StorageError):
    """The database server does not answer, or does not let us in."""


class SharedConnections(StorageError):
    """A pooler before the database server gives one connection to several programs in turn."""


class WrongEncoding(StorageError):
    """The database on the server does not keep its texts in UTF-8."""


class UnknownUrl(StorageError):
    """The database url must begin with sqlite:/// or postgresql://."""


class UnknownQuery(StorageError):
    """There is no named query of this name."""


class SchemaTooNew(StorageError):
    """The database was made by a newer version of this program."""


class SchemaStrange(StorageError):
    """The database was changed by a program that is not this one: use the one it was made with, or a backup."""


class SchemaGap(StorageError):
    """The database lacks an earlier change that no longer fits what came after it: bring a backup back."""


class SchemaTaken(StorageError):
    """The database holds tables of another program under the names of ours."""


class BackupBroken(StorageError):
    """The backup is damaged or not one of ours."""


class BackupSealed(StorageError):
    """The backup does not open with this passphrase or identity."""


class BackupTooNew(StorageError):
    """The backup was made by a newer version of this program."""


class WrongRecipient(StorageError):
    """A recipient of backups must be an age public key: age1…"""


class NotEmpty(StorageError):
    """There is something already where a backup should be brought back."""


class CopyDiffers(StorageError):
    """What was carried over is not what was there."""


class CopyUnfinished(StorageError):
    """This database is a copy of a file that was still used: end that program and carry over what came since."""


class CodeTaken(StorageError):
    """The tracking code is already in use."""


class NoSuchCase(StorageError):
    """There is no case of this id."""


def outages() -> tuple[type[Exception], ...]:
    """What the drivers raise when the database itself fails: disk full, locked, connection lost."""
    # Asked for when something was raised: a driver that nobody has loaded cannot have raised it.
    psycopg = sys.modules.get("psycopg")
    return (sqlite3.OperationalError,) if psycopg is None else (sqlite3.OperationalError, psycopg.OperationalError)


def is_outage(error: BaseException) -> bool:
    """Whether the database itself failed: the event must come again."""
    return isinstance(error, outages())


def is_misfit(error: BaseException) -> bool:
    """Whether a statement does not fit the schema that it met."""
    psycopg = sys.modules.get("psycopg")
    if psycopg is not None and isinstance(error, psycopg.Error):
        return not is_outage(error)
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR
