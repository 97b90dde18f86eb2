"""The sealed file of a backup: a line in the clear, then a tar archive under age, written and read as a stream."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import tarfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

import pyrage

from storage.errors import BackupBroken, BackupSealed, BackupTooNew, WrongRecipient

SCHEMA: Final = "tiengdan.backup/1"
READ_BYTES: Final = 1024 * 1024
LONGEST_HEAD: Final = 64 * 1024
END: Final = bytes(2 * tarfile.BLOCKSIZE)


@contextmanager
def archive_of(source: Path, identities: Sequence[Any]) -> Iterator[tarfile.TarFile]:
    """The archive in a backup, decrypted on the way by a thread: it never lies open on the disk."""
    into, out_of = os.pipe()
    problems: list[Exception] = []

    def decrypt() -> None:
        try:
            with source.open("rb") as handle, os.fdopen(out_of, "wb") as pipe:
                head_of(handle)
                pyrage.decrypt_io(handle, pipe, list(identities))
        except (pyrage.DecryptError, OSError, ValueError) as error:
            problems.append(error)

    thread = threading.Thread(target=decrypt, daemon=True)
    thread.start()
    pipe = os.fdopen(into, "rb")
    try:
        if not pipe.peek(1):
            thread.join()
            raise BackupSealed
        with tarfile.open(fileobj=pipe, mode="r|") as archive:
            yield archive
        # To the very end: one that was cut off must not pass for a whole one.
        while pipe.read(READ_BYTES):
            pass
        thread.join()
        if problems:
            raise BackupBroken("archive")
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, ValueError, KeyError):
        raise BackupBroken("archive") from None
    finally:
        pipe.close()
        thread.join()


def read_head(source: Path) -> dict[str, Any]:
    """What stands in the clear before a backup: its schema, when it was made, and how it opens."""
    with source.open("rb") as handle:
        return head_of(handle)


def identities_of(source: Path, texts: Sequence[str], passphrase: str) -> list[Any]:
    """What opens a backup: the identities in these texts, or the one that the passphrase opens. Raises BackupSealed."""
    head = read_head(source)
    try:
        if passphrase and "identity" in head:
            text = pyrage.passphrase.decrypt(base64.b64decode(head["identity"]), passphrase).decode()
            return [pyrage.x25519.Identity.from_str(text)]
        lines = [line.strip() for text in texts for line in text.splitlines()]
        found = [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError):
        raise BackupSealed from None
    if not found:
        raise BackupSealed
    return found


def recipient_of(text: str) -> Any:
    """An age public key. Raises WrongRecipient."""
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise WrongRecipient from None


def head_line(head: Mapping[str, Any]) -> bytes:
    """The line in the clear, with a sum by which damage to it can be told: nothing else seals it."""
    return json.dumps({**head, "sum": _sum(head)}).encode() + b"\n"


def head_of(handle: IO[bytes]) -> dict[str, Any]:
    """Read the line in the clear. Raises BackupBroken and BackupTooNew."""
    try:
        head = dict(json.loads(handle.readline(LONGEST_HEAD)))
        # Older backups have none.
        if head.pop("sum", None) not in (None, _sum(head)):
            raise BackupBroken("head")
        known = head["schema"] == SCHEMA and int(head["version"]) >= 0
    except (ValueError, KeyError, TypeError):
        raise BackupBroken("head") from None
    if not known:
        raise BackupTooNew
    return head


def _sum(head: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(head, sort_keys=True).encode()).hexdigest()


class Reader:
    """Pieces of bytes as a file that is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        if size < 0:
            size = len(self._rest)
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


def member(name: str, content: bytes) -> Iterator[bytes]:
    """One file of the archive."""
    yield header(name, len(content))
    yield content
    yield padding(len(content))


def header(name: str, size: int) -> bytes:
    """What stands before so many bytes of a file."""
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.PAX_FORMAT)


def padding(size: int) -> bytes:
    """What stands after so many bytes of a file."""
    return bytes(-size % tarfile.BLOCKSIZE)


def copied(content: IO[bytes], out: IO[bytes] | None) -> dict[str, Any]:
    """Read a file to its end (and write it elsewhere): its size and hash."""
    digest, size = hashlib.sha256(), 0
    while piece := content.read(READ_BYTES):
        digest.update(piece)
        size += len(piece)
        if out is not None:
            out.write(piece)
    return {"size": size, "sha256": digest.hexdigest()}
