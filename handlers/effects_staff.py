"""Effects of the committee's daily work: whose turn it is, clocks, what residents think, registers, bookings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from cases.records import record
from cases.registers import ActivityRow, PetitionRow, ReceptionRow

ClockChange = Literal["extend", "stop", "resume"]


@record(frozen=True, slots=True)
class Await:
    """It is the resident's turn to say something about a case, or no longer."""

    case: str
    resident: bool


@record(frozen=True, slots=True)
class Called:
    """An officer has called a resident whom no chat could reach."""

    case: str
    by: str


@record(frozen=True, slots=True)
class ChangeClock:
    """A clock of a case is extended by `days`, stands still from `on`, or goes on from `on`."""

    case: str
    clock: str
    change: ClockChange
    on: date
    by: str
    days: int = 0
    detail: Mapping[str, str] = field(default_factory=dict)


@record(frozen=True, slots=True)
class StartClocks:
    """The authority took a case up (accepted) or decided it: the clocks of that event begin, those it meets end."""

    case: str
    event: str
    on: date
    by: str
    facts: Mapping[str, bool | int] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Rate:
    """A resident says what they think of the outcome: satisfied, partly, unsatisfied."""

    case: str
    answer: str


@record(frozen=True, slots=True)
class GiveReason:
    """Why a resident is not satisfied."""

    case: str
    reason: str


@record(frozen=True, slots=True)
class NoteReception:
    """A line of the reception register."""

    row: ReceptionRow


@record(frozen=True, slots=True)
class NoteActivity:
    """A line of the register of activities."""

    row: ActivityRow


@record(frozen=True, slots=True)
class NoteVoterPetition:
    """Something that voters asked for."""

    row: PetitionRow


@record(frozen=True, slots=True)
class Book:
    """A place on a reception day for the person of this event."""

    booking: str
    unit: str
    on: str
    about: Mapping[str, str]


@record(frozen=True, slots=True)
class CancelBooking:
    """The person of this event does not come."""

    booking: str


@record(frozen=True, slots=True)
class DeleteHere:
    """Delete a message of the chat that the event came from, where the bot may."""

    ref: str


StaffEffect = (
    Await
    | Called
    | ChangeClock
    | StartClocks
    | Rate
    | GiveReason
    | NoteReception
    | NoteActivity
    | NoteVoterPetition
    | Book
    | CancelBooking
    | DeleteHere
)
