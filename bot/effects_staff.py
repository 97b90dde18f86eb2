"""What the committee's daily work asks to be done, done in the running transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Final, assert_never

from bot import duedates
from bot.law import Law
from handlers.effects_staff import (
    Await,
    Called,
    CancelBooking,
    ChangeClock,
    GiveReason,
    NoteActivity,
    NoteReception,
    NoteVoterPetition,
    Rate,
    StartClocks,
)
from storage import audit, bookings, registers, reminders, surveys, telling
from storage.session import Session

Kept = (
    Await
    | Called
    | ChangeClock
    | StartClocks
    | Rate
    | GiveReason
    | NoteReception
    | NoteActivity
    | NoteVoterPetition
    | CancelBooking
)
"""Effects that change the store and send nothing."""

CHANGED: Final = {"extend": "clock_extended", "stop": "clock_stopped", "resume": "clock_resumed"}


def apply(db: Session, law: Law, effect: Kept, owner: str, now: datetime) -> None:
    """Do it, with its audit entry where it is about a case."""
    match effect:
        case Await(case, resident):
            reminders.awaits(db, case, resident, now)
        case Called(case, by):
            if reminders.called(db, case):
                telling.told(db, case, now, by=by)
                audit.append(db, case, "called", by, now)
        case ChangeClock():
            _change_clock(db, law, effect, now)
        case StartClocks(case, event, on, by, facts):
            duedates.begin(db, law, case, event, on, facts, now)
            audit.append(db, case, event, by, now, {"on": on.isoformat(), **{k: str(v) for k, v in facts.items()}})
        case Rate(case, answer):
            surveys.answer(db, case, answer, now)
        case GiveReason(case, reason):
            surveys.give_reason(db, case, reason, now)
        case NoteReception(row):
            registers.put_receptions(db, [row])
        case NoteActivity(activity):
            registers.put_activities(db, [activity])
        case NoteVoterPetition(petition):
            registers.put_petitions(db, [petition])
        case CancelBooking(booking):
            bookings.cancel(db, booking, owner)
        case _:
            assert_never(effect)


def _change_clock(db: Session, law: Law, effect: ChangeClock, now: datetime) -> None:
    """Extended, stopped or going on, if the rule allows it for this clock as it stands now."""
    due = duedates.change(db, law, effect.case, effect.clock, effect.change, effect.on, effect.days)
    if due is None:
        return
    before, after = due
    detail = {**effect.detail, "from": before.isoformat(), "to": after.isoformat(), "on": effect.on.isoformat()}
    audit.append(db, effect.case, CHANGED[effect.change], effect.by, now, detail)
