"""What the committee's daily work may look up: clocks, a search, surveys, reception days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from cases.records import record

if TYPE_CHECKING:
    from handlers.ports import CaseView


@record(frozen=True, slots=True)
class ClockView:
    """One time limit of a case."""

    id: str
    rule: str
    whose: str
    article: str
    started_on: date
    due_on: date
    days_left: int
    state: str
    stopped_on: date | None = None
    extend_days: int = 0
    """Days that one more extension may add; 0 where none is lawful any more."""
    extend_article: str = ""
    stop_article: str = ""


@record(frozen=True, slots=True)
class Found:
    """What a search brought: `whole` is False where older letters were not looked through."""

    cases: Sequence[CaseView]
    whole: bool = True


@record(frozen=True, slots=True)
class BookingView:
    """One place on a reception day; `about` is opened only for the staff of its unit and its owner."""

    id: str
    unit: str
    on: date
    number: int
    name: str = ""
    contact: str = ""
    about: str = ""


class Desk(Protocol):
    """The committee's desk, as the running transaction sees it."""

    def clocks(self, case: str) -> Sequence[ClockView]:
        """The time limits of a case, the oldest first."""

    def search(self, units: Sequence[str], kinds: Collection[str], text: str) -> Found:
        """Letters of these kinds in these units and below, by the name or number of a sender or by words.

        The caller must audit what was found.
        """

    def survey(self, case: str) -> str | None:
        """What the sender thinks of the last outcome: "" while not said, None where nobody asked."""

    def unsatisfied(self, case: str) -> int:
        """How often the sender of a case was not satisfied."""

    def undelivered(self, case: str) -> bool:
        """Whether news of a case reached no chat of its resident."""

    def reception_days(self, unit: str) -> Sequence[date]:
        """The next days on which a unit receives people."""

    def bookings(self, unit: str, on: date) -> Sequence[BookingView]:
        """The places taken on a reception day, in order."""

    def my_bookings(self) -> Sequence[BookingView]:
        """The places that the person of this event holds, from today on."""

    def templates(self) -> Sequence[tuple[str, str]]:
        """Ready sentences that the committee wrote: name and text."""


class NoDesk:
    """A desk with nothing on it: for a world in which nobody works."""

    def clocks(self, case: str) -> Sequence[ClockView]:
        """None run."""
        return ()

    def search(self, units: Sequence[str], kinds: Collection[str], text: str) -> Found:
        """Nothing is found."""
        return Found(())

    def survey(self, case: str) -> str | None:
        """Nobody was asked."""
        return None

    def unsatisfied(self, case: str) -> int:
        """Never."""
        return 0

    def undelivered(self, case: str) -> bool:
        """Everything arrived."""
        return False

    def reception_days(self, unit: str) -> Sequence[date]:
        """No unit has told its days."""
        return ()

    def bookings(self, unit: str, on: date) -> Sequence[BookingView]:
        """No place is taken."""
        return ()

    def my_bookings(self) -> Sequence[BookingView]:
        """Nobody holds one."""
        return ()

    def templates(self) -> Sequence[tuple[str, str]]:
        """None were written."""
        return ()
