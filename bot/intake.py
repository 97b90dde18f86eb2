"""Taking a file in: scanned, its type read from its bytes, cleaned of what it says of its maker, and sealed."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections.abc import Callable
from pathlib import PurePath
from typing import Final, Protocol

from bot.filetypes import ALLOWED, FILMS, IMAGES, OFFICE, sort_of
from cases.records import record
from handlers.messages import RefusedFile
from storage.files import Files

BYTES_A_MB: Final = 1024 * 1024
LONGEST_NAME: Final = 80


@record(frozen=True, slots=True)
class Sealed:
    """A file that is in: where it lies, and what is kept about it. `sha256` is that of the original."""

    path: str
    size: int
    sha256: str
    name: str
    mime: str
    cleaned: bool = True
    """Whether what it says of its maker was taken out; a paper that cannot be written anew keeps it."""


class Scanner(Protocol):
    """Knows bad files."""

    async def infected(self, content: bytes) -> bool: ...


class RefusalError(Exception):
    """A file cannot be taken."""

    def __init__(self, reason: RefusedFile) -> None:
        super().__init__(reason)
        self.reason: RefusedFile = reason


class Intake:
    """Takes files in, whichever way they came."""

    def __init__(self, files: Files, *, file_mb: int, image_megapixels: int, scanner: Scanner | None = None) -> None:
        self.limit = file_mb * BYTES_A_MB
        self._files = files
        self._megapixels = image_megapixels
        self._scanner = scanner
        self._unfolding = threading.Lock()
        """One at a time: a picture of a few kilobytes may unfold to hundreds of megabytes."""

    async def take(self, name: str, content: bytes) -> Sealed:
        """Seal a file of that claimed name. Raises RefusalError; ScannerAway while the scanner does not answer."""
        if len(content) > self.limit:
            raise RefusalError("too_large")
        if self._scanner is not None and await self._scanner.infected(content):
            raise RefusalError("infected")
        return await asyncio.to_thread(self._seal, name, content)

    def erase(self, sealed: Sealed) -> None:
        """Take a file off the disk that nothing in the database knows of yet."""
        self._files.erase(sealed.path)

    def _seal(self, claimed: str, content: bytes) -> Sealed:
        sort = sort_of(content)
        if not sort:
            raise RefusalError("wrong_type" if content else "broken")
        original = hashlib.sha256(content).hexdigest()
        cleaned, sort = self._clean(content, sort)
        shown = content if cleaned is None else cleaned
        with self._files.writer() as writer:
            writer.write(shown)
            stored = writer.finish()
        if shown != content:
            try:
                with self._files.writer(cleaned=stored.path) as writer:
                    writer.write(content)
                    writer.finish()
            except OSError:
                self._files.erase(stored.path)
                raise
        name = _name(claimed, sort)
        return Sealed(stored.path, stored.size, original, name, ALLOWED[sort], cleaned is not None)

    def _clean(self, content: bytes, sort: str) -> tuple[bytes | None, str]:
        """The content without what it says of its maker, None where that cannot be taken out; and its sort."""
        # Read with the first file: most messages are words, and Pillow is large.
        from bot import films, images, matroska, papers, recordings

        try:
            with self._unfolding:
                if sort in IMAGES:
                    return images.clean(content, self._megapixels)
                if sort in OFFICE:
                    return papers.clean_office(content, self._megapixels), sort
        except (images.HugeImageError, papers.HugePaperError):
            raise RefusalError("too_large") from None
        except (images.BrokenImageError, papers.BrokenPaperError):
            raise RefusalError("broken") from None
        cleaners: dict[str, Callable[[bytes], bytes | None]] = {
            **dict.fromkeys(FILMS, films.clean),
            "webm": matroska.clean,
            "ogg": recordings.clean_ogg,
            "mp3": recordings.clean_mp3,
            "wav": recordings.clean_wav,
            "amr": recordings.clean_amr,
            "pdf": papers.clean_pdf,
            "txt": lambda text: text,
        }
        # Old Word and Excel keep names in places of their own making: nobody calls them clean.
        cleaner = cleaners.get(sort)
        return (cleaner(content) if cleaner else None), sort


def _name(claimed: str, sort: str) -> str:
    """The name that the sender gave, with the ending that is true."""
    stem = PurePath(claimed.replace("\\", "/")).stem if claimed else ""
    plain = "".join(letter for letter in stem if letter.isprintable() and letter not in '/\\:*?"<>|')
    return f"{plain[:LONGEST_NAME].strip(' .') or 'tep'}.{sort}"
