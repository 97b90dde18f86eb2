"""Coming in without a chat: a sign-in link by e-mail, and an invitation opened by who has only an e-mail address.

Whoever asks reads the same answer, whether the address is an officer's or nobody's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.bodies import body_of
from bot.channels.web.limits import Buckets
from bot.house import House
from bot.web import guard
from bot.web.desk import Desk
from bot.web.inside import Inside
from cases.codes import read_code
from handlers.effects import Effect
from handlers.messages import Outgoing
from handlers.ports import World
from handlers.staff_access import is_first, let_in
from handlers.staff_case import DOOR_MINUTES
from handlers.staff_words import STAFF_LANGUAGE
from storage import cases, doors, outbox, staff
from storage.outbox import Origin, OutboxItem
from storage.session import Session

EMAIL: Final = "email"
LINKS_AT_ONCE: Final = 3
LINKS_A_SECOND: Final = 1 / 300
_ADDRESS: Final = re.compile(r"^[^@\s<>\",;:]{1,64}@[^@\s<>\",;:]{1,190}$")


class MailDoor:
    """The two forms of who has no chat with the bot."""

    def __init__(
        self,
        inside: Inside,
        desk: Desk,
        house: House,
        now: Callable[[], datetime],
        wake: Callable[[Sequence[OutboxItem]], None],
    ) -> None:
        self._inside = inside
        self._guard = inside.guard
        self._desk = desk
        self._house = house
        self._now = now
        self._wake = wake
        # An address is not flooded with links, whoever asks for them and from however many places.
        self._links = Buckets(LINKS_AT_ONCE, LINKS_A_SECOND)

    def routes(self) -> list[BaseRoute]:
        """Every address of it; nothing where no e-mail goes out."""
        if EMAIL not in self._house.channels:
            return []
        return [
            Route(guard.LINK_PATH, self._link, methods=["POST"]),
            Route("/console/moi", self._form, methods=["GET"]),
            Route("/console/moi", self._invited, methods=["POST"]),
        ]

    async def _link(self, request: Request) -> Response:
        form = await self._given(request)
        if isinstance(form, Response):
            return form
        address = form.get("thu", "").strip()
        known = hashlib.sha256(address.casefold().encode()).hexdigest()
        if _ADDRESS.match(address) and self._links.take(known):
            posted = await self._guard.write(lambda db: self._made(db, address, request.cookies.get(guard.WANTED, "")))
            self._wake(posted)
        return self._inside.note(request, 200, "web-mail-sent")

    def _made(self, db: Session, address: str, code: str) -> list[OutboxItem]:
        officer = staff.officer_of(db, EMAIL, address)
        if officer is None:
            return []
        now, house = self._now(), self._house
        wanted = read_code(code)
        case = cases.by_code(db, wanted) if wanted else None
        token = house.ids.token()
        doors.make(db, token, officer.id, case.id if case else "", now + timedelta(minutes=DOOR_MINUTES))
        link = f"{house.policy.public_url}/console/vao/{token}"
        words = house.words.say("staff-console", STAFF_LANGUAGE, link=link, minutes=DOOR_MINUTES)
        body = body_of(Outgoing(words, link=link))
        # By this address alone: the link proves that who asked reads it.
        return [outbox.post(db, EMAIL, address, body, now, origin=Origin("say"))]

    async def _form(self, request: Request) -> Response:
        if not self._guard.host_is_ours(request):
            return self._inside.note(request, 421, "web-wrong-host")
        return self._inside.pages.render(request, "invited.html")

    async def _invited(self, request: Request) -> Response:
        form = await self._given(request)
        if isinstance(form, Response):
            return form
        address, word = form.get("thu", "").strip(), "".join(form.get("tu", "").split()).upper()
        if not _ADDRESS.match(address):
            return self._inside.note(request, 422, "web-mail-wrong")
        said = await self._desk.act("", lambda world, db: _opened(world, db, word, address))
        return self._inside.note(request, 422 if said == "web-invited-wrong" else 200, said)

    async def _given(self, request: Request) -> dict[str, str] | Response:
        """What was typed into one of the forms, or the page that says why it is not looked at."""
        if not self._guard.host_is_ours(request):
            return self._inside.note(request, 421, "web-wrong-host")
        form = await guard.form_of(request)
        if form is None or guard.is_from_elsewhere(request):
            return self._inside.note(request, 403, "web-not-genuine")
        if not self._guard.may_try(request):
            return self._inside.note(request, 429, "web-too-many-tries")
        return dict(form)


def _opened(world: World, db: Session, word: str, address: str) -> tuple[str, tuple[Effect, ...]]:
    """Bind an address to an invitation; an admin must still say yes, if there is one. What is said of it."""
    invited = world.staff.invited(word) if word else None
    if invited is None:
        return "web-invited-wrong", ()
    first, effects = is_first(world, invited), let_in(world, invited)
    if staff.open_invitation(db, word, EMAIL, address, address, world.now) is None:
        return "web-invited-wrong", ()
    return "web-invited-first" if first else "web-invited", effects
