"""Backups: one sealed file that holds every row and every sealed file as they were at one moment, without the keys."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

import pyrage

from cases.dates import stamp, unstamp
from cases.records import record
from storage import audit, migrate, transfer
from storage.archive import (
    END,
    READ_BYTES,
    SCHEMA,
    Reader,
    archive_of,
    copied,
    head_line,
    header,
    identities_of,
    member,
    padding,
    read_head,
    recipient_of,
)
from storage.errors import BackupBroken, BackupTooNew, NotEmpty
from storage.session import Session
from storage.transfer import Sum, Table

PART_BYTES: Final = 4 * 1024 * 1024
MANIFEST: Final = "manifest.json"
KEYS: Final = "keys.json"

Progress = Callable[[str, int], None]
"""Told what is being done and how many rows or files are behind."""


@record(frozen=True, slots=True)
class Seal:
    """Who can open a backup: those with one of these age keys, or whoever knows the passphrase."""

    recipients: Sequence[str] = ()
    passphrase: str = field(default="", repr=False)


@record(frozen=True, slots=True)
class Opener:
    """What opens a backup: age identities (the text of their files), or the passphrase."""

    identities: Sequence[str] = field(default=(), repr=False)
    passphrase: str = field(default="", repr=False)


@record(frozen=True, slots=True)
class Folders:
    """Where sealed files lie: of letters, and of uploads that are not taken in yet."""

    files: Path
    spool: Path

    @property
    def unfinished(self) -> Path:
        """Stands there from a restore's first file until its rows are committed: what was broken off can be told."""
        return self.files / ".unfinished"

    def empty(self) -> None:
        """Erase what a restore that was broken off left; it may begin again."""
        for folder in (self.spool, self.files):
            for path in folder.iterdir() if folder.is_dir() else ():
                if path != self.unfinished:
                    path.unlink()


@record(frozen=True, slots=True)
class Summary:
    """What a backup holds."""

    made_at: datetime
    letters: int
    rows: int
    files: int
    has_keys: bool


# Making ----------------------------------------------------------------------------------------------------


def write(
    db: Session,
    target: Path,
    folders: Folders,
    seal: Seal,
    now: datetime,
    *,
    key_file: Path | None = None,
    progress: Progress = lambda what, done: None,
) -> Summary:
    """Write a backup of this moment, read it again to its end, then give it its name. Raises BackupBroken.

    Runs in a reading transaction: others go on writing. `key_file` puts the keys into it: asked for only.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    db.take_time()
    ours = pyrage.x25519.Identity.generate()
    recipients = [recipient_of(each) for each in seal.recipients]
    head: dict[str, Any] = {"schema": SCHEMA, "made_at": stamp(now), "version": migrate.seen(db)}
    head["migrations"] = sorted(migrate.applied(db))
    if seal.passphrase:
        # Age reads whole files under a passphrase; so it seals a key of this one backup, and the key seals the rest.
        head["identity"] = base64.b64encode(pyrage.passphrase.encrypt(str(ours).encode(), seal.passphrase)).decode()
    # With public keys alone nobody here could read what was written: our own key, which is never stored, can.
    recipients.append(ours.to_public())
    part = target.with_name(target.name + ".part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(head_line(head))
            writing = _Writing(db, folders, now, key_file, progress)
            sink = _Sink(out)
            try:
                pyrage.encrypt_io(Reader(writing.pieces()), sink, recipients)
            except pyrage.EncryptError:
                # Of what went wrong while it wrote it tells the words alone.
                raise sink.trouble or BackupBroken from None
            out.flush()
            os.fsync(out.fileno())
        summary = _walk(part, [ours], _Check(progress))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return summary


class _Sink:
    """Where a backup goes, and what kept it from going there."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.trouble: OSError | None = None

    def write(self, piece: bytes) -> int:
        try:
            return self._out.write(piece)
        except OSError as error:
            self.trouble = error
            raise

    def flush(self) -> None:
        self._out.flush()


class _Writing:
    """One backup in the making: the bytes of a tar archive, piece by piece."""

    def __init__(self, db: Session, folders: Folders, now: datetime, key_file: Path | None, progress: Progress) -> None:
        self._db = db
        self._folders = folders
        self._now = now
        self._key_file = key_file
        self._progress = progress
        self._tables: dict[str, Any] = {}
        self._files: dict[str, Any] = {}

    def pieces(self) -> Iterator[bytes]:
        """The archive. The manifest comes last: it tells what came before."""
        for table in transfer.tables(self._db):
            yield from self._table(table)
        yield from self._sealed_files()
        if self._key_file is not None:
            yield from member(KEYS, self._key_file.read_bytes())
        manifest = {
            "schema": SCHEMA,
            "made_at": stamp(self._now),
            "tables": self._tables,
            "files": self._files,
            "keys": self._key_file is not None,
        }
        yield from member(MANIFEST, json.dumps(manifest).encode())
        yield END

    def _table(self, table: Table) -> Iterator[bytes]:
        found = Sum()
        lines: list[bytes] = []
        size = number = 0
        for line in transfer.scan(self._db, table):
            found.add(line)
            lines.append(line)
            size += len(line)
            if size >= PART_BYTES:
                yield from _lines(table.name, number, lines)
                lines, size, number = [], 0, number + 1
                self._progress(table.name, found.rows)
        if lines:
            yield from _lines(table.name, number, lines)
        self._tables[table.name] = found.as_json()

    def _sealed_files(self) -> Iterator[bytes]:
        known = [row["path"] for row in self._db.run("attachments_paths")]
        folder = self._folders.files
        found = [(f"files/{path.name}", path) for name in known for path in (folder / name, folder / f"{name}o")]
        if self._folders.spool.is_dir():
            found += [(f"spool/{path.name}", path) for path in sorted(self._folders.spool.iterdir())]
        for number, (name, path) in enumerate(found):
            # A file may be erased while we write: its row was kept for a moment longer only.
            if path.suffix == ".part" or not path.is_file():
                continue
            with path.open("rb") as handle:
                size = os.fstat(handle.fileno()).st_size
                yield header(name, size)
                digest = hashlib.sha256()
                left = size
                while left and (piece := handle.read(min(READ_BYTES, left))):
                    digest.update(piece)
                    left -= len(piece)
                    yield piece
                if left:
                    raise BackupBroken("files")
                yield padding(size)
            self._files[name] = {"size": size, "sha256": digest.hexdigest()}
            self._progress("files", number)


# Reading ---------------------------------------------------------------------------------------------------


def verify(source: Path, opener: Opener, progress: Progress = lambda what, done: None) -> Summary:
    """Read a backup to its end and compare everything with what it says of itself."""
    return _walk(source, identities_of(source, opener.identities, opener.passphrase), _Check(progress))


def restore(
    db: Session,
    source: Path,
    folders: Folders,
    opener: Opener,
    now: datetime,
    progress: Progress = lambda what, done: None,
) -> Summary:
    """Bring everything back into an empty database and empty folders, all of it or nothing.

    The schema is made as old as the backup, filled, compared with what was backed up, and brought up to date.
    The key file must fit, and the chains must hold. Once this is committed, `folders.unfinished` is to be taken away.
    Raises NotEmpty, BackupBroken, BackupSealed, BackupTooNew and WrongKeyFile.
    """
    for folder in (folders.files, folders.spool):
        if folder.is_dir() and any(folder.iterdir()) and not folders.unfinished.exists():
            raise NotEmpty(folder.name)
    db.take_time()
    _make_schema(db, read_head(source), now)
    folders.empty()
    folders.files.mkdir(mode=0o700, parents=True, exist_ok=True)
    folders.unfinished.touch(mode=0o600)
    loading = _Load(db, folders, progress)
    try:
        summary = _walk(source, identities_of(source, opener.identities, opener.passphrase), loading)
        for table in transfer.tables(db):
            transfer.count_on(db, table)
            if transfer.sum_of(db, table).as_json() != loading.tables.get(table.name, Sum()).as_json():
                raise BackupBroken(table.name)
        migrate.check_keys(db)
        if audit.verify(db):
            raise BackupBroken("audit")
        migrate.migrate(db, stamp(now))
    except BaseException:
        folders.empty()
        folders.unfinished.unlink()
        raise
    return summary


def keys_in(source: Path, opener: Opener) -> bytes:
    """The key file that a backup holds, or nothing: keys are in it only when that was asked for."""
    found = _Check(lambda what, done: None)
    _walk(source, identities_of(source, opener.identities, opener.passphrase), found)
    return found.keys


def _make_schema(db: Session, head: Mapping[str, Any], now: datetime) -> None:
    known = [number for number, _, _ in migrate.migrations()]
    # Older backups told the highest number alone: all of ours up to it were meant.
    wanted = head.get("migrations") or [number for number in known if number <= int(head["version"])]
    if not set(wanted) <= set(known) or int(head["version"]) > known[-1]:
        raise BackupTooNew
    migrate.current(db)
    there = set(migrate.applied(db))
    if not there <= set(wanted) or (there and not transfer.is_empty(db)):
        raise NotEmpty("database")
    migrate.migrate(db, stamp(now), only=wanted)
    transfer.clear_key_check(db)


class _Check:
    """Counts what is in a backup."""

    def __init__(self, progress: Progress) -> None:
        self.tables: dict[str, Sum] = {}
        self.files: dict[str, Any] = {}
        self.keys = b""
        self.progress = progress

    def table(self, name: str, lines: Iterator[bytes]) -> None:
        """Some rows of a table."""
        total = self.tables.setdefault(name, Sum())
        for line in lines:
            total.add(line)
        self.progress("check", total.rows)

    def file(self, name: str, content: IO[bytes]) -> None:
        """One sealed file."""
        self.files[name] = copied(content, None)

    def key_file(self, content: bytes) -> None:
        """The keys, if they were asked for."""
        self.keys = content


class _Load(_Check):
    """Puts what is in a backup where it belongs."""

    def __init__(self, db: Session, folders: Folders, progress: Progress) -> None:
        super().__init__(progress)
        self._db = db
        self._places = {"files": folders.files, "spool": folders.spool}
        self._known = {table.name: table for table in transfer.tables(db)}

    def table(self, name: str, lines: Iterator[bytes]) -> None:
        """Some rows of a table."""
        if name not in self._known:
            # Not ours, or it would be known by the schema: older copies hold whatever was in the database.
            super().table(name, lines)
            return
        total = self.tables.setdefault(name, Sum())
        transfer.fill(self._db, self._known[name], _counted(lines, total))
        self.progress(name, total.rows)

    def file(self, name: str, content: IO[bytes]) -> None:
        """One sealed file."""
        sort, _, own = name.partition("/")
        with self._new(self._places[sort] / own) as out:
            self.files[name] = copied(content, out)
        self.progress("files", len(self.files))

    @contextmanager
    def _new(self, path: Path) -> Iterator[IO[bytes]]:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())


def _walk(source: Path, identities: Sequence[Any], visitor: _Check) -> Summary:
    """Show a visitor everything in a backup; then compare what it saw with the manifest."""
    manifest: dict[str, Any] | None = None
    with archive_of(source, identities) as archive:
        for member in archive:
            content = archive.extractfile(member)
            sort, _, own = member.name.partition("/")
            if content is None or (own and sort != "tables" and not own.isalnum()):
                raise BackupBroken("archive")
            if sort == "tables":
                with gzip.open(content) as lines:
                    visitor.table(own.partition(".")[0], (line.rstrip(b"\n") for line in lines))
            elif sort in ("files", "spool"):
                visitor.file(member.name, content)
            elif member.name == KEYS:
                visitor.key_file(content.read())
            elif member.name == MANIFEST:
                manifest = json.loads(content.read())
    if manifest is None:
        raise BackupBroken("manifest")
    for name, told in manifest["tables"].items():
        if visitor.tables.get(name, Sum()).as_json() != told:
            raise BackupBroken(name)
    if manifest["files"] != visitor.files or manifest["keys"] != bool(visitor.keys):
        raise BackupBroken("files")
    rows = {name: int(told["rows"]) for name, told in manifest["tables"].items()}
    made_at = unstamp(manifest["made_at"])
    return Summary(made_at, rows.get("cases", 0), sum(rows.values()), len(visitor.files), bool(visitor.keys))


def _lines(table: str, number: int, lines: list[bytes]) -> Iterator[bytes]:
    content = gzip.compress(b"\n".join(lines) + b"\n", 1, mtime=0)
    yield from member(f"tables/{table}.{number:06}.jsonl.gz", content)


def _counted(lines: Iterator[bytes], total: Sum) -> Iterator[bytes]:
    for line in lines:
        total.add(line)
        yield line
