"""News that could not be delivered, and chats that are about to close: staff are told, the resident is asked in time.

A channel may let us write only for some days after a person's last word, while a letter takes weeks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cases.kinds import OPEN_STATUSES
from handlers import reaching
from handlers.asking import Result, ask, renew, touched
from handlers.effects import Effect, Knock, Notify
from handlers.messages import Timer
from handlers.ports import CaseView
from handlers.staff_notice import after_quiet, notice, staff_card
from handlers.state import Draft
from handlers.talk import Talk

HELD: Final = "undelivered"
CLOSING: Final = "window"
FORWARDED: Final = "forwarded"
"""It is with an authority, whose answer the committee will pass on."""


def could_not_deliver(talk: Talk, timer: Timer) -> tuple[Effect, ...]:
    """News of a case waits: its staff are told to call, and (where the office pays for it) the resident is asked
    by an approved message, without a word of the case, to write again."""
    world = talk.world
    case = world.cases.by_id(timer.subject)
    if case is None or not case.undelivered:
        return ()
    knocks = world.cases.may_knock(case.id)
    key = "staff-undelivered-asked" if knocks else "staff-undelivered"
    told: tuple[Effect, ...] = (
        Notify(case.id, case.unit, notice(world, case, key)),
        Notify(case.id, case.unit, staff_card(world, case)),
    )
    return (*told, Knock(case.id, after_quiet(world.now, world.policy))) if knocks else told


def closes_soon(talk: Talk) -> Result:
    """The chat closes tomorrow and a letter is still being handled: how else may the person be reached?"""
    state = talk.state
    mine = [case for case in talk.world.cases.of_account() if _has_news_to_come(talk, case)]
    if not mine or state.draft is not None or state.errand is not None:
        return state, ()
    errand = Draft(talk.world.ids.id(), reaching.FLOW.name, answers={"case": mine[0].id})
    return ask(renew(talk, replace(state, errand=touched(errand, talk.world), misses=0)))


def _has_news_to_come(talk: Talk, case: CaseView) -> bool:
    """Whether its sender still has to hear of a case, and has not said how else they can be reached."""
    if case.status not in (*OPEN_STATUSES, FORWARDED):
        return False
    return all(entry.what != reaching.REACHABLE for entry in talk.world.cases.life(case.id))
