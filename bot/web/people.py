"""Staff and units on the console: who works here, which chats cannot be reached, and what an admin does about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.house import UnitTree
from bot.web.desk import Desk
from bot.web.inside import Form, Inside, onward
from cases.kinds import ROLES
from cases.records import record
from handlers import staff_access
from handlers.effects import Effect
from handlers.messages import Incoming, Text
from handlers.ports import Officer, World
from handlers.state import Draft, State
from handlers.talk import Talk
from storage import audit, chats, doors, second_steps, staff
from storage.doors import WebSession
from storage.session import Session
from storage.staff import StaffRow

INVITATION_HOURS: Final = 24
STAFF_CHAIN: Final = "staff"
"""The chain of what admins do about people: kept and verified like the chains of cases."""
LONGEST_NAME: Final = 100
DONE: Final = {
    "xacnhan": "web-people-confirmed",
    "tuchoi": "web-people-refused",
    "thu": "web-people-revoked",
    "lai": "web-people-restored",
    "ma": "web-people-reset",
    "ra": "web-people-signed-out",
}


@record(frozen=True, slots=True)
class Member:
    """Somebody who works here, as the staff page shows them."""

    row: StaffRow
    units: str
    sessions: int
    second: str
    """on, off or locked."""
    unreachable: str


@record(frozen=True, slots=True)
class Committee:
    """A unit, who serves it by name, and its chats: channel and why one cannot be reached ("" it can)."""

    code: str
    name: str
    depth: int
    people: int
    chats: Sequence[tuple[str, str]]


class People:
    """The staff page. Everybody may look; only admins change something."""

    def __init__(self, inside: Inside, desk: Desk, tree: UnitTree, now: Callable[[], datetime]) -> None:
        self._inside = inside
        self._desk = desk
        self._tree = tree
        self._now = now

    def routes(self) -> list[BaseRoute]:
        """Every address of the page."""
        inside = self._inside
        return [
            Route("/console/can-bo", inside.page(self._page), methods=["GET"]),
            Route("/console/can-bo", inside.post_of_admins(self._decide), methods=["POST"]),
            Route("/console/can-bo/moi", inside.post_of_admins(self._invite), methods=["POST"]),
        ]

    async def _page(self, request: Request, session: WebSession, officer: Officer) -> Response:
        return await self._show(request, session, officer, done=DONE.get(request.query_params.get("da", ""), ""))

    async def _show(
        self,
        request: Request,
        session: WebSession,
        officer: Officer,
        *,
        status: int = 200,
        done: str = "",
        word: str = "",
        problem: str = "",
        name: str = "",
    ) -> Response:
        members, committees = await self._desk.ask(officer.id, self._everything)
        return self._inside.render(
            request,
            session,
            "people.html",
            status=status,
            members=[each for each in members if each.row.state == "confirmed"],
            pending=[each for each in members if each.row.state == "pending"],
            former=[each for each in members if each.row.state in ("revoked", "refused", "invited")],
            committees=committees,
            roles=ROLES,
            admin=officer.role == "admin",
            done=done,
            word=word,
            problem=problem,
            name=name,
            hours=INVITATION_HOURS,
        )

    async def _decide(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        what, person = form.get("viec", ""), form.get("nguoi", "")
        if what not in DONE or (person == officer.id and what != "ra"):
            return await self._show(request, session, officer, status=422, problem="web-people-not-oneself")
        await self._desk.act(officer.id, lambda world, db: (None, _decided(world, db, officer, what, person)))
        return onward(f"/console/can-bo?da={what}")

    async def _invite(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        name, role, unit = form.get("ten", "")[:LONGEST_NAME], form.get("vai", ""), form.get("don-vi", "")
        if not name or role not in ROLES or self._tree.by_code(unit) is None:
            return await self._show(request, session, officer, status=422, problem="web-people-incomplete", name=name)

        def invited(world: World, db: Session) -> tuple[str, tuple[Effect, ...]]:
            word = world.ids.word()
            until = world.now + timedelta(hours=INVITATION_HOURS)
            id = staff.invite(db, name, role, [unit], word, until, world.now)
            audit.append(db, STAFF_CHAIN, "invited", officer.id, world.now, {"officer": id})
            return word, ()

        word = await self._desk.act(officer.id, invited)
        # Shown once, in the answer to the post: no address leads to it, and nothing keeps it.
        return await self._show(request, session, officer, word=word, name=name)

    def _everything(self, world: World, db: Session) -> tuple[list[Member], list[Committee]]:
        now = self._now()
        sessions, steps = doors.session_counts(db, now), second_steps.everybody(db)
        gone = dict(staff.unreachable(db))
        people = staff.everybody(db)
        members = [
            Member(
                row,
                ", ".join(self._name(code) for code in row.units),
                sessions.get(row.id, 0),
                _second(steps, row.id, now),
                gone.get(row.id, ""),
            )
            for row in people
        ]
        known: dict[str, list[tuple[str, str]]] = {}
        for chat in chats.everyone(db):
            known.setdefault(chat.unit, []).append((chat.channel, chat.gone))
        committees = [
            Committee(
                code,
                self._name(code),
                len(path) - 1,
                sum(1 for row in people if row.confirmed and code in row.units),
                known.get(code, ()),
            )
            for code, path in self._tree.paths.items()
        ]
        return members, committees

    def _name(self, code: str) -> str:
        unit = self._tree.by_code(code)
        return unit.name if unit else code


def _decided(world: World, db: Session, admin: Officer, what: str, person: str) -> tuple[Effect, ...]:
    row = staff.get(db, person)
    if row is None:
        return ()
    audit.append(db, STAFF_CHAIN, _VERBS[what], admin.id, world.now, {"officer": person})
    if what in ("xacnhan", "tuchoi"):
        talk = Talk(State(), Draft("", ""), Incoming("web", admin.id, admin.id, "", world.now, Text("")), world, "vi")
        return staff_access.confirm(talk, admin, person if what == "xacnhan" else f"{person} khong")
    if what == "thu":
        staff.revoke(db, person, admin.id)
    elif what == "lai":
        staff.restore(db, person, admin.id)
    elif what == "ma":
        second_steps.reset(db, person)
        doors.revoke(db, person)
    else:
        doors.revoke(db, person)
    return ()


def _second(steps: dict[str, datetime | None], officer: str, now: datetime) -> str:
    if officer not in steps:
        return "off"
    until = steps[officer]
    return "locked" if until is not None and until > now else "on"


_VERBS: Final = {
    "xacnhan": "confirmed",
    "tuchoi": "refused",
    "thu": "revoked",
    "lai": "restored",
    "ma": "second_reset",
    "ra": "signed_out",
}
