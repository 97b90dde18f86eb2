"""Files of a case on the console: pictures as cleaned previews, everything else as a download, by links that end."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote, urlencode

from starlette.responses import Response, StreamingResponse

from bot.web import casework
from bot.web.pages import HEADERS
from handlers.effects import Audit, Effect
from handlers.ports import Officer, World
from handlers.staff_rights import permits
from storage import files
from storage.doors import WebSession
from storage.files import Attachment, Files
from storage.session import Session

LINK_LIVES: Final = timedelta(minutes=10)
"""Long enough to look at what a letter's page shows; copied out of it, the address is worth nothing soon."""
PREVIEWED: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Pictures that our own cleaner wrote; nothing else is ever shown inside a page of ours."""
SHEETS: Final[Mapping[str, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
LONGEST_MOMENT: Final = 15
_SANDBOX: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"


def of_case(db: Session, case: str) -> list[Attachment]:
    """The files of a case that are in."""
    return [each for each in files.of_case(db, case) if each.state == "ready"]


def link(db: Session, session: WebSession, code: str, file: str, now: datetime) -> str:
    """The address of a file for whoever is signed in in this session, for a few minutes."""
    until = str(int((now + LINK_LIVES).timestamp()))
    query = urlencode({"den": until, "ky": _signature(db, session, code, file, until)})
    return f"/console/don/{code}/tep/{file}?{query}"


def is_over(query: Mapping[str, str], now: datetime) -> bool:
    """Whether the time of a link has passed."""
    until = query.get("den", "")
    return until.isdecimal() and len(until) < LONGEST_MOMENT and int(until) < now.timestamp()


def is_signed(db: Session, session: WebSession, code: str, file: str, query: Mapping[str, str]) -> bool:
    """Whether a link is as we made it, for this session, letter and file."""
    wanted = _signature(db, session, code, file, query.get("den", ""))
    return hmac.compare_digest(wanted.encode(), query.get("ky", "").encode())


def _signature(db: Session, session: WebSession, code: str, file: str, until: str) -> str:
    return db.vault.look_up("file-link", session.csrf, code, file, until).hex()


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
