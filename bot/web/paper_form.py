"""A posted form that brings files along: read within a bound and in memory only, so that no scan lies open on disk."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Final

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.web.guard import FORM_LIMIT_BYTES
from cases.legible import legible
from cases.records import record

MOST_FIELDS: Final = 40


class TooMuchError(Exception):
    """More bytes came than a form may bring."""


@record(frozen=True, slots=True)
class PaperForm:
    """The fields of a form, and its files with the names that were claimed for them."""

    fields: Mapping[str, str]
    papers: Sequence[tuple[str, bytes]]


class _InMemory(MultiPartParser):
    def __init__(self, request: Request, limit: int, most_files: int) -> None:
        super().__init__(
            request.headers,
            _bounded(request, limit),
            max_files=most_files,
            max_fields=MOST_FIELDS,
            max_part_size=FORM_LIMIT_BYTES,
        )
        self.spool_max_size = limit + 1


async def read(request: Request, file_bytes: int, most_files: int) -> PaperForm | None:
    """The form with its files, together at most `file_bytes`; None when it is no such form. Raises TooMuchError."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return None
    try:
        form = await _InMemory(request, file_bytes + FORM_LIMIT_BYTES, most_files).parse()
    except MultiPartException:
        return None
    fields, papers = {}, []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            if content or value.filename:
                papers.append((value.filename or "", content))
        else:
            fields[name] = legible(value).strip()
    await form.close()
    return PaperForm(fields, papers)


async def _bounded(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise TooMuchError
        yield part
