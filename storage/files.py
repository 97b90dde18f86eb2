"""Files of residents: facts in the database, bytes sealed on disk under random names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import Final

from cryptography.exceptions import InvalidTag

from cases.dates import stamp, unstamp
from cases.records import record
from storage.errors import Tampered
from storage.session import Row, Session
from storage.vault import Vault

MAGIC: Final = b"TD1"
SALT_BYTES: Final = 16
CHUNK_BYTES: Final = 64 * 1024
TAG_BYTES: Final = 16
NOT_CLEANED: Final = "no"
ORIGINAL: Final = "o"
"""Ends the name of the untouched original of a cleaned file."""
KEY_ID_AT: Final = len(MAGIC)
"""Where in a sealed file the id of its key stands."""
_HEAD_BYTES: Final = KEY_ID_AT + 1 + SALT_BYTES


@record(frozen=True, slots=True)
class Stored:
    """A file as it lies on disk: its name there, and the size and hash of what was sealed."""

    path: str
    size: int
    sha256: str


@record(frozen=True, slots=True)
class Attachment:
    """A file of a draft or a case. `state` is asked, ready or refused."""

    id: str
    draft: str
    case: str
    kind: str
    state: str
    path: str
    size: int
    name: str
    mime: str
    caption: str
    sha256: str
    at: datetime
    cleaned: bool = True
    """Whether what it says of its maker was taken out."""


# Bytes on disk ---------------------------------------------------------------------------------------------


class Files:
    """A folder of sealed files. Each has a key of its own; its chunks cannot be reordered, cut or swapped."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def writer(self, cleaned: str = "") -> Writer:
        """A new file; it exists only after `finish`. With `cleaned` it is the original of that file: evidence, kept
        and erased with it, and shown to nobody."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Writer(self._folder, self._vault, self._place(cleaned + ORIGINAL).name if cleaned else token_hex(16))

    def read(self, path: str) -> Iterator[bytes]:
        """The bytes of a file, chunk by chunk. Raises Tampered at the first that does not hold."""
        with self._place(path).open("rb") as handle:
            head = handle.read(_HEAD_BYTES)
            if len(head) != _HEAD_BYTES or not head.startswith(MAGIC):
                raise Tampered("files")
            _, cipher = self._vault.file_key(head[len(MAGIC) + 1 :], head[len(MAGIC)])
            number = 0
            chunk = handle.read(CHUNK_BYTES + TAG_BYTES)
            while True:
                following = handle.read(CHUNK_BYTES + TAG_BYTES)
                try:
                    yield cipher.decrypt(_nonce(number, last=not following), chunk, None)
                except InvalidTag:
                    raise Tampered("files") from None
                if not following:
                    return
                number, chunk = number + 1, following

    def read_all(self, path: str) -> bytes:
        """All bytes of a file."""
        return b"".join(self.read(path))

    def reseal(self, path: str) -> None:
        """Seal a file anew under the newest key, in its place. One that is erased meanwhile is no error."""
        try:
            with Writer(self._folder, self._vault, self._place(path).name) as writer:
                for chunk in self.read(path):
                    writer.write(chunk)
                # Erased while it was read: it must not come back.
                if self._place(path).exists():
                    writer.finish()
        except FileNotFoundError:
            return

    def erase(self, path: str) -> None:
        """Take a file and its original off the disk; one that is not there is no error."""
        self._place(path).unlink(missing_ok=True)
        self._place(path + ORIGINAL).unlink(missing_ok=True)

    def _place(self, path: str) -> Path:
        # Names are ours and random; anything else would be a way out of the folder.
        if not path.isalnum():
            raise Tampered("files")
        return self._folder / path


class Writer:
    """Seals bytes as they come: `write` some, then `finish`; leaving the block without it erases them."""

    def __init__(self, folder: Path, vault: Vault, name: str) -> None:
        self._name = name
        self._final = folder / self._name
        self._temporary = folder / f"{self._name}.part"
        salt = os.urandom(SALT_BYTES)
        key_id, self._cipher = vault.file_key(salt)
        handle = os.open(self._temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._out = os.fdopen(handle, "wb")
        self._out.write(MAGIC + bytes((key_id,)) + salt)
        self._hash = hashlib.sha256()
        self._buffer = bytearray()
        self._number = 0
        self._size = 0
        self._finished = False

    def write(self, data: bytes) -> None:
        """Seal some more bytes."""
        self._hash.update(data)
        self._size += len(data)
        self._buffer += data
        # One chunk is held back: only `finish` knows which is the last.
        while len(self._buffer) > CHUNK_BYTES:
            self._flush(bytes(self._buffer[:CHUNK_BYTES]), last=False)
            del self._buffer[:CHUNK_BYTES]

    @property
    def size(self) -> int:
        """How many bytes were written so far."""
        return self._size

    def finish(self) -> Stored:
        """Seal the end and give the file its name; it is on disk when this returns."""
        self._flush(bytes(self._buffer), last=True)
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        self._temporary.rename(self._final)
        self._finished = True
        return Stored(self._name, self._size, self._hash.hexdigest())

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._finished:
            # On a full disk what is held back cannot be written out now either.
            with suppress(OSError):
                self._out.close()
            self._temporary.unlink(missing_ok=True)

    def _flush(self, chunk: bytes, *, last: bool) -> None:
        self._out.write(self._cipher.encrypt(_nonce(self._number, last=last), chunk, None))
        self._number += 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


# Facts in the database -------------------------------------------------------------------------------------


def get(db: Session, id: str) -> Attachment | None:
    """A file by its id."""
    row = db.one("attachments_get", id=id)
    return _attachment(db, row) if row else None


def of_case(db: Session, case: str) -> list[Attachment]:
    """The files of a case, refused ones too."""
    return [_attachment(db, row) for row in db.run("attachments_of_case", case_id=case)]


def of_draft(db: Session, draft: str) -> list[Attachment]:
    """The files of a draft that is not filed yet."""
    return [_attachment(db, row) for row in db.run("attachments_of_draft", draft=draft)]


def bind(db: Session, draft: str, case: str) -> int:
    """The files of a draft, those still to come too, belong to a case from now on; how many."""
    return len(db.run("attachments_bind", draft=draft, case_id=case))


def drop(db: Session, draft: str, attachment: str = "") -> None:
    """Erase files of a draft that is not filed; the bytes go after the commit (`empty_trash`)."""
    if attachment:
        rows = db.run("attachments_drop_one", draft=draft, id=attachment)
        db.run("fetches_done", attachment=attachment)
    else:
        rows = db.run("attachments_drop", draft=draft)
        db.run("fetches_drop", draft=draft)
    for row in rows:
        if row["path"]:
            db.run("trash_add", path=row["path"])


def drop_stale(db: Session, before: datetime) -> int:
    """Erase files of drafts that were begun before a moment and never filed; of how many drafts."""
    rows = db.run("attachments_stale", before=stamp(before))
    for row in rows:
        drop(db, row["draft"])
    return len(rows)


def throw_away(db: Session, path: str) -> None:
    """A sealed file that no row needs any more is erased after the commit."""
    db.run("trash_add", path=path)


def trash(db: Session) -> list[str]:
    """Names of sealed files that wait to be erased."""
    return [row["path"] for row in db.run("trash_all")]


def emptied(db: Session, paths: list[str]) -> None:
    """These files are gone from the disk."""
    for path in paths:
        db.run("trash_emptied", path=path)


def seal_facts(db: Session, id: str, facts: dict[str, str]) -> bytes:
    """The sealed facts of a file: name, mime, caption, sha256, and whether it could not be cleaned."""
    return db.vault.seal_json("attachments", id, "facts", facts)


def open_facts(db: Session, id: str, sealed: bytes) -> dict[str, str]:
    """What `seal_facts` sealed."""
    facts: dict[str, str] = db.vault.open_json("attachments", id, "facts", sealed)
    return facts


def add(db: Session, id: str, draft: str, kind: str, facts: dict[str, str], at: datetime) -> bool:
    """A file is asked for; False when it was asked for before."""
    filed = db.one("attachments_case_of_draft", draft=draft)
    row = db.one(
        "attachments_add",
        id=id,
        draft=draft,
        case_id=filed["id"] if filed else "",
        kind=kind,
        facts=seal_facts(db, id, facts),
        at=stamp(at),
    )
    return row is not None


def _attachment(db: Session, row: Row) -> Attachment:
    facts = open_facts(db, row["id"], row["facts"])
    return Attachment(
        id=row["id"],
        draft=row["draft"],
        case=row["case_id"],
        kind=row["kind"],
        state=row["state"],
        path=row["path"],
        size=row["size"],
        name=facts.get("name", ""),
        mime=facts.get("mime", ""),
        caption=facts.get("caption", ""),
        sha256=facts.get("sha256", ""),
        at=unstamp(row["at"]),
        cleaned=facts.get("cleaned", "") != NOT_CLEANED,
    )
