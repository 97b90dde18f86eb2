"""Coming in and going out: the one-time link, the second step, the list of one's own sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web import guard, second_step
from bot.web.desk import Desk
from bot.web.inside import FRONT, SIGN_IN, Form, Inside, onward
from cases.codes import read_code
from cases.dates import local
from handlers.effects import TellOfficer
from handlers.messages import Outgoing
from handlers.ports import Officer, World
from handlers.staff_words import tell
from storage import doors, second_steps
from storage.doors import WebSession
from storage.second_steps import SecondStep
from storage.session import Session

Told = tuple[str, tuple[TellOfficer, ...]]
"""What went wrong ("" when it is done), and what the officer reads in their own chat."""


class Doorway:
    """Sign-in pages. A removed officer is out at their next step: every page looks the session up anew."""

    def __init__(self, inside: Inside, desk: Desk, now: Callable[[], datetime]) -> None:
        self._inside = inside
        self._guard = inside.guard
        self._desk = desk
        self._now = now

    def routes(self) -> list[BaseRoute]:
        """Every address of sign-in."""
        inside = self._inside
        return [
            Route(SIGN_IN, self._how, methods=["GET"]),
            Route("/console/vao/{token}", self._door, methods=["GET"]),
            Route("/console/vao/{token}", self._enter, methods=["POST"]),
            Route("/console/ra", inside.post(self._leave), methods=["POST"]),
            Route("/console/phien", inside.page(self._sessions), methods=["GET"]),
            Route("/console/phien", inside.post(self._end), methods=["POST"]),
            Route("/console/xac-thuc", inside.page(self._second), methods=["GET"]),
            Route("/console/xac-thuc", inside.post(self._prove), methods=["POST"]),
        ]

    # The link ----------------------------------------------------------------------------------------------

    async def _how(self, request: Request) -> Response:
        """How to sign in, for whoever came without a link."""
        if not self._guard.host_is_ours(request):
            return self._inside.note(request, 421, "web-wrong-host")
        if await self._guard.session(request) is not None:
            return onward(FRONT)
        return self._inside.way_in(request, 200)

    async def _door(self, request: Request) -> Response:
        """The page of a one-time link: a button. Looking spends nothing, so previews of links do no harm."""
        if not self._guard.host_is_ours(request):
            return self._inside.note(request, 421, "web-wrong-host")
        if not self._guard.may_try(request):
            return self._inside.note(request, 429, "web-too-many-tries")
        door = await self._guard.look(request.path_params["token"])
        if door is None:
            return self._inside.note(request, 410, "web-link-over")
        return self._inside.pages.render(request, "door.html", name=door.officer.name)

    async def _enter(self, request: Request) -> Response:
        if not self._guard.host_is_ours(request):
            return self._inside.note(request, 421, "web-wrong-host")
        if guard.is_from_elsewhere(request):
            return self._inside.note(request, 403, "web-not-genuine")
        if not self._guard.may_try(request):
            return self._inside.note(request, 429, "web-too-many-tries")
        entrance = await self._guard.enter(request)
        if entrance is None:
            return self._inside.note(request, 410, "web-link-over")
        target = "/console"
        if entrance.case:
            case = await self._desk.ask("", lambda world, db: world.cases.by_id(entrance.case))
            target = f"/console/don/{case.code}" if case else target
        response = onward(target)
        guard.give_cookie(request, response, entrance.token)
        return response

    async def _leave(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        await self._guard.leave(request)
        response = self._inside.note(request, 200, "web-signed-out")
        guard.take_cookie(request, response)
        return response

    # Sessions ----------------------------------------------------------------------------------------------

    async def _sessions(self, request: Request, session: WebSession, officer: Officer) -> Response:
        found = await self._desk.ask(officer.id, lambda world, db: doors.sessions_of(db, officer.id, self._now()))
        step = await self._desk.ask(officer.id, lambda world, db: second_steps.get(db, officer.id))
        return self._inside.render(
            request,
            session,
            "sessions.html",
            sessions=found,
            mine=session.id,
            second=step is not None and step.confirmed,
            needs_second=officer.role == "confidential",
            done="web-sessions-ended" if "da" in request.query_params else "",
        )

    async def _end(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        which = form.get("phien", "")

        def end(db: Session) -> None:
            if which == "khac":
                doors.end_others(db, officer.id, session.id)
            else:
                doors.end_one(db, officer.id, which)

        await self._guard.write(end)
        if which == session.id:
            response = self._inside.note(request, 200, "web-signed-out")
            guard.take_cookie(request, response)
            return response
        return onward("/console/phien?da=xong")

    # The second step ---------------------------------------------------------------------------------------

    async def _second(self, request: Request, session: WebSession, officer: Officer) -> Response:
        return await self._ask_code(request, session, officer)

    async def _ask_code(
        self, request: Request, session: WebSession, officer: Officer, *, status: int = 200, problem: str = ""
    ) -> Response:
        now = self._now()

        def begun(db: Session) -> SecondStep:
            return second_steps.get(db, officer.id) or second_steps.begin(db, officer.id, second_step.new_secret(), now)

        step = await self._guard.write(begun)
        locked = step.is_locked(now) and step.locked_until is not None
        shown = not step.confirmed and not locked
        issuer = self._inside.pages.say("web-name", self._inside.pages.language(request))
        return self._inside.render(
            request,
            session,
            "second.html",
            status=status,
            problem=problem,
            locked_until=local(step.locked_until).strftime("%H:%M") if locked and step.locked_until else "",
            # Once a code was typed the secret is shown to nobody again.
            picture=Markup(second_step.picture(step.secret, officer.name, issuer)) if shown else "",
            secret=second_step.grouped(step.secret) if shown else "",
            trial=second_step.code_at(step.secret, now) if self._inside.demo and not locked else "",
            strong=session.strong,
            case=read_code(request.query_params.get("don", "")) or "",
        )

    async def _prove(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        problem = await self._desk.act(
            officer.id, lambda world, db: _prove(world, db, officer, session.id, form.get("ma", "")[:20])
        )
        if problem:
            status = 429 if problem == "web-second-locked" else 422
            return await self._ask_code(request, session, officer, status=status, problem=problem)
        code = read_code(form.get("don", ""))
        return onward(f"/console/don/{quote(code)}" if code else "/console/phien")


def _prove(world: World, db: Session, officer: Officer, session: str, typed: str) -> Told:
    now = world.now
    step = second_steps.get(db, officer.id)
    if step is None:
        return "web-second-wrong", ()
    if step.is_locked(now):
        return "web-second-locked", ()
    period = second_step.step_of(step.secret, typed, now)
    if period is None:
        if not second_steps.wrong(db, officer.id, now):
            return "web-second-wrong", ()
        until = local(now + second_steps.LOCKED).strftime("%H:%M")
        return "web-second-locked", (_told(world, officer, "staff-second-locked", until=until),)
    if not second_steps.spend(db, officer.id, period, now):
        return "web-second-used", ()
    doors.strengthen(db, session, now)
    # Whoever sits at a stranger's open session must not be able to make its second step theirs unnoticed.
    return "", () if step.confirmed else (_told(world, officer, "staff-second-made"),)


def _told(world: World, officer: Officer, key: str, **arguments: str) -> TellOfficer:
    return TellOfficer(officer.id, Outgoing(tell(world, key, **arguments)))
