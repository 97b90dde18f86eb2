"""Files of a case on the console: pictures as cleaned previews, everything else as a download."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from bot.web import casework
from bot.web.pages import HEADERS
from handlers.effects import Audit, Effect
from handlers.ports import Officer, World
from handlers.staff_rights import permits
from storage import files
from storage.files import Attachment, Files
from storage.session import Session

PREVIEWED: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Pictures that our own cleaner wrote; nothing else is ever shown inside a page of ours."""
SHEETS: Final[Mapping[str, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
_SANDBOX: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"


def of_case(db: Session, case: str) -> list[Attachment]:
    """The files of a case that are in."""
    return [each for each in files.of_case(db, case) if each.state == "ready"]


def find(
    world: World, db: Session, officer: Officer, code: str, file: str, *, strong: bool
) -> tuple[Attachment | None, tuple[Effect, ...]]:
    """A file of a case, if it opens for this officer now; the opening is written into the case's chain. `strong`
    is whether the second step was passed. What could not be cleaned may name who made it: it opens only for those
    who may know the sender."""
    case = casework.find(world, officer, code)
    if case is None or not casework.may_open_files(world, officer, case, strong=strong):
        return None, ()
    found = next((each for each in of_case(db, case.id) if each.id == file), None)
    if found is None or not (found.cleaned or permits(world, officer, case, "read_person")):
        return None, ()
    return found, (Audit(case.id, "opened_file", officer.id, {"file": file}),)


def response(sealed: Files, file: Attachment, *, preview: bool) -> Response:
    """The bytes of a file, opened as they go out."""
    inline = preview and file.mime in PREVIEWED
    headers = _headers(file.name or file.id, inline=inline)
    headers["Content-Length"] = str(file.size)
    mime = file.mime if file.mime in PREVIEWED else "application/octet-stream"
    return StreamingResponse(sealed.read(file.path), media_type=mime, headers=headers)


def download(content: bytes, name: str, mime: str) -> Response:
    """Bytes that we made, as a download."""
    return Response(content, media_type=mime, headers=_headers(name, inline=False))


def _headers(name: str, *, inline: bool) -> dict[str, str]:
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    ascii_name = "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in plain if not unicodedata.combining(c)
    )
    kind = "inline" if inline else "attachment"
    return {
        **HEADERS,
        "Content-Security-Policy": _SANDBOX,
        "Content-Disposition": f"{kind}; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
