"""The console's way to the cases: the same world that the dialogues see, and the same effects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.bindings import world_for
from bot.effects import Applier
from bot.house import House
from bot.views import officer_from
from handlers.effects import Effect, Say
from handlers.messages import CONSOLE, Incoming, Text
from handlers.ports import Officer, Staff, World
from storage import staff
from storage.conversations import Conversation
from storage.database import Database
from storage.outbox import OutboxItem
from storage.session import Session

T = TypeVar("T")

Deed = Callable[[World, Session], tuple[T, Sequence[Effect]]]


class Desk:
    """Runs functions on the world as one officer sees it ("" for somebody who is not signed in)."""

    def __init__(
        self,
        database: Database,
        house: House,
        now: Callable[[], datetime],
        wake: Callable[[Sequence[OutboxItem]], None],
    ) -> None:
        self._database = database
        self._house = house
        self._now = now
        self._wake = wake

    async def ask(self, officer: str, fn: Callable[[World, Session], T]) -> T:
        """The function's value, from a transaction that only reads."""
        return await self._database.read(self._ask, officer, fn)

    async def act(self, officer: str, fn: Deed[T]) -> T:
        """The function's value, after its effects are committed. What would be said in the officer's own chat
        (Say) is left out: the page answers."""
        value, posted = await self._database.write(self._act, officer, fn)
        if posted:
            self._wake(posted)
        return value

    def _ask(self, db: Session, officer: str, fn: Callable[[World, Session], T]) -> T:
        return fn(self._world(db, officer)[0], db)

    def _act(self, db: Session, officer: str, fn: Deed[T]) -> tuple[T, Sequence[OutboxItem]]:
        world, conversation, incoming = self._world(db, officer)
        value, effects = fn(world, db)
        applier = Applier(db, self._house, conversation, incoming, 0, world.now)
        applier.apply([effect for effect in effects if not isinstance(effect, Say)])
        return value, applier.posted

    def _world(self, db: Session, officer: str) -> tuple[World, Conversation, Incoming]:
        now = self._now()
        incoming = Incoming(CONSOLE, officer, officer, "", now, Text(""))
        conversation = Conversation("", "", CONSOLE, "private", None)
        world = world_for(db, self._house, conversation, incoming, now)
        row = staff.get(db, officer) if officer else None
        me = officer_from(row) if row is not None and row.confirmed else None
        return replace(world, staff=_SignedIn(world.staff, me)), conversation, incoming


class _SignedIn:
    """The staff as the world has it, but `me` is whoever is signed in."""

    def __init__(self, staff: Staff, me: Officer | None) -> None:
        self._staff = staff
        self._me = me

    def me(self) -> Officer | None:
        return self._me

    def by_id(self, officer: str) -> Officer | None:
        return self._staff.by_id(officer)

    def serving(self, unit: str) -> Sequence[Officer]:
        return self._staff.serving(unit)

    def pending(self) -> Sequence[Officer]:
        return self._staff.pending()

    def everybody(self) -> Sequence[Officer]:
        return self._staff.everybody()

    def is_staff_chat(self) -> bool:
        return False

    def chat_unit(self) -> str:
        return ""

    def can_be_told(self, officer: str) -> bool:
        return self._staff.can_be_told(officer)

    def invited(self, word: str) -> Officer | None:
        return self._staff.invited(word)
