"""Changing the data key while the program runs: every sealed value opened with the old one and sealed with the new."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from cases.records import record
from storage.files import KEY_ID_AT, Files
from storage.session import Session

ROWS_AT_ONCE: Final = 100
"""Rows of one transaction: turns wait no longer than a few milliseconds behind it."""


@record(frozen=True, slots=True)
class Sealed:
    """Columns of one table that hold ciphertexts. `key` are its primary key; `row` names the row they are bound to."""

    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    row: Callable[[dict[str, Any]], str]
    binds: tuple[str, ...] = ()
    """Other columns that `row` needs."""


def _by(column: str) -> Callable[[dict[str, Any]], str]:
    def row(values: dict[str, Any]) -> str:
        value = values[column]
        return value.hex() if isinstance(value, bytes) else str(value)

    return row


SEALED: Final = (
    Sealed("key_checks", ("id",), ("content",), _by("id")),
    Sealed("inbox", ("id",), ("raw",), _by("event_key"), ("event_key",)),
    Sealed("conversations", ("id",), ("account", "peer", "state", "standing"), _by("id")),
    Sealed("cases", ("id",), ("letter", "paper"), _by("id")),
    Sealed("persons", ("id",), ("record",), _by("id")),
    Sealed("consents", ("id",), ("account",), _by("id")),
    Sealed("requests", ("id",), ("reason",), _by("id")),
    Sealed("attachments", ("id",), ("facts",), _by("id")),
    Sealed("fetches", ("attachment",), ("source",), _by("attachment")),
    Sealed("audit", ("id",), ("detail",), lambda row: f"{row['case_id']}|{row['number']}", ("case_id", "number")),
    Sealed("outbox", ("seq",), ("peer", "body"), _by("id"), ("id",)),
    Sealed("staff", ("id",), ("name",), _by("id")),
    Sealed("staff_accounts", ("account_key",), ("account", "peer"), _by("account_key")),
    Sealed("chats", ("id",), ("peer",), _by("peer_key"), ("peer_key",)),
    Sealed("web_sessions", ("token_key",), ("csrf", "device"), _by("id"), ("id",)),
    Sealed("second_steps", ("staff_id",), ("secret",), _by("staff_id")),
    Sealed("grants", ("channel",), ("pair", "former"), _by("channel")),
    Sealed("surveys", ("case_id", "number"), ("reason",), lambda row: f"{row['case_id']}:{row['number']}"),
    Sealed("corrections", ("id",), ("reason",), _by("id")),
    Sealed("handovers", ("id",), ("receiver",), _by("id")),
    Sealed("bookings", ("id",), ("about",), _by("id")),
    Sealed("closings", ("id",), ("content",), _by("id")),
    Sealed("holds", ("case_id",), ("reason",), _by("case_id")),
    Sealed("mailbox", ("seq",), ("body",), _by("id"), ("id",)),
)
"""Every sealed column. A test holds this list against the migrations, and opens what it has sealed anew."""


@record(frozen=True, slots=True)
class Batch:
    """How far a batch came: rows sealed anew, and where the next begins (None: the table is through)."""

    rows: int
    after: Any


def reseal(db: Session, sealed: Sealed, after: Any) -> Batch:
    """Seal the next rows of one table anew, those whose key comes after `after` (None: from the first)."""
    mark = "?" if db.dialect == "sqlite" else "%s"
    key = sealed.key[0]
    names = (*sealed.key, *sealed.binds, *sealed.columns)
    new = bytes((db.vault.key_id,))
    old = " OR ".join(f"substr({column}, 2, 1) <> {mark}" for column in sealed.columns)
    values: list[Any] = [new] * len(sealed.columns)
    beyond = ""
    if after is not None:
        beyond = f" AND {key} > {mark}"
        values.append(after)
    statement = (
        f"SELECT {', '.join(names)} FROM {sealed.table} WHERE ({old}){beyond} ORDER BY {key} LIMIT {ROWS_AT_ONCE}"
    )
    found = [dict(zip(names, row, strict=True)) for row in db.rows(statement, values)]
    for row in found:
        _reseal_row(db, sealed, row, mark)
    return Batch(len(found), found[-1][key] if len(found) == ROWS_AT_ONCE else None)


def is_left(db: Session, sealed: Sealed) -> bool:
    """Whether any value of this table is sealed under another key than the newest."""
    mark = "?" if db.dialect == "sqlite" else "%s"
    old = " OR ".join(f"substr({column}, 2, 1) <> {mark}" for column in sealed.columns)
    values = [bytes((db.vault.key_id,))] * len(sealed.columns)
    return bool(list(db.rows(f"SELECT 1 FROM {sealed.table} WHERE {old} LIMIT 1", values)))


def reseal_files(folder: Path, files: Files, key_id: int) -> Iterator[int]:
    """Seal every file of a folder anew that is sealed under another key; how many so far."""
    done = 0
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix or not _is_old(path, key_id):
            continue
        files.reseal(path.name)
        done += 1
        yield done


def files_left(folder: Path, key_id: int) -> bool:
    """Whether any file of a folder is sealed under another key than this."""
    return folder.is_dir() and any(not path.suffix and _is_old(path, key_id) for path in folder.iterdir())


def _is_old(path: Path, key_id: int) -> bool:
    try:
        with path.open("rb") as handle:
            head = os.read(handle.fileno(), KEY_ID_AT + 1)
    except FileNotFoundError:
        return False
    return len(head) > KEY_ID_AT and head[KEY_ID_AT] != key_id


def _reseal_row(db: Session, sealed: Sealed, row: dict[str, Any], mark: str) -> None:
    # Another transaction may have changed the value since it was read: then it is sealed under the new key already,
    # or the next round meets it.
    place = sealed.row(row)
    where = " AND ".join(f"{column} = {mark}" for column in sealed.key)
    keys = [row[column] for column in sealed.key]
    for column in sealed.columns:
        before = row[column]
        if before is None or before[1] == db.vault.key_id:
            continue
        after = db.vault.seal(sealed.table, place, column, db.vault.open(sealed.table, place, column, before))
        statement = f"UPDATE {sealed.table} SET {column} = {mark} WHERE {where} AND {column} = {mark}"
        db.fill(statement, [[after, *keys, before]])
