"""What the staff chats got, in the demo: there is no Telegram or Zalo, so our own page shows their messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.desk import Desk
from bot.web.inside import Inside
from cases.records import record
from handlers.ports import Officer, World
from storage import chats, mailbox, staff
from storage.doors import WebSession
from storage.session import Session

CHANNEL: Final = "web"
SHOWN: Final = 30


@record(frozen=True, slots=True)
class Message:
    """One message of a chat as it stands now; `options` are commands and labels."""

    at: datetime
    text: str
    options: Sequence[tuple[str, str]]


@record(frozen=True, slots=True)
class Room:
    """One chat: a unit's group (`unit`), or the private chat of the officer who looks ("")."""

    unit: str
    messages: Sequence[Message]


class Trial:
    """The page of the chats, in a trial only."""

    def __init__(self, inside: Inside, desk: Desk) -> None:
        self._inside = inside
        self._desk = desk

    def routes(self) -> list[BaseRoute]:
        """The address of the page."""
        return [Route("/console/nhom", self._inside.page(self._page), methods=["GET"])]

    async def _page(self, request: Request, session: WebSession, officer: Officer) -> Response:
        rooms = await self._desk.ask(officer.id, lambda world, db: _rooms(world, db, officer))
        return self._inside.render(request, session, "trial.html", rooms=rooms)


def _rooms(world: World, db: Session, officer: Officer) -> list[Room]:
    private = staff.account_at(db, officer.id, CHANNEL)
    rooms = [Room("", _messages(db, private))] if private else []
    for chat in chats.everyone(db):
        if chat.channel == CHANNEL:
            unit = world.units.by_code(chat.unit)
            rooms.append(Room(unit.name if unit else chat.unit, _messages(db, chat.peer)))
    # The chats with news first; the empty ones say only that they are there.
    return sorted(rooms, key=lambda room: room.messages[0].at.timestamp() if room.messages else 0, reverse=True)


def _messages(db: Session, peer: str) -> list[Message]:
    """Newest first; a message that replaces another stands in its place."""
    shown: dict[str, Message] = {}
    for mail in mailbox.latest(db, peer, 200):
        body: dict[str, Any] = mail.body
        key = str(body.get("edits") or mail.revision)
        options = [(str(option), str(label)) for option, label in body.get("options", ())]
        shown[key] = Message(mail.at, str(body.get("text", "")), options)
    return list(reversed(shown.values()))[:SHOWN]
