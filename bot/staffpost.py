"""Where the clock puts its messages to officers and units; the unit stands in for who cannot be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.bodies import body_of
from bot.house import House
from handlers.messages import Outgoing
from storage import outbox, staff
from storage.outbox import Origin, OutboxItem
from storage.session import Session

PLAIN: Final = "khac"
"""Codes and days of any letter: as a notice they go to whoever gets those of the plainest kind."""


@dataclass(slots=True)
class StaffPost:
    """Messages to staff at one moment. A target is officer:ID, unit:CODE, above:CODE (a unit told of one below it) or
    apart:CODE (who may handle what no group hears of)."""

    db: Session
    house: House
    now: datetime
    items: list[OutboxItem] = field(default_factory=list)
    silent: frozenset[str] = field(init=False)
    """Officers of whom a private chat is gone."""
    _reached: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.silent = frozenset(officer for officer, _ in staff.unreachable(self.db))

    def send(self, target: str, out: Outgoing) -> None:
        """Post one message."""
        sort, _, name = target.partition(":")
        if sort == "officer":
            item = outbox.to_officer(self.db, name, body_of(out), self.now, self.house.reach)
            self.items += [item] if item is not None else []
            return
        origin = Origin("notice", unit=name, kind=staff.APART if sort == "apart" else PLAIN)
        self.items += outbox.notify(
            self.db, body_of(out), self.now, self.house.reach, slot="", edit=False, origin=origin
        )

    def reaches(self, officer: str) -> bool:
        """Whether an officer can be told in private."""
        if not officer or officer in self.silent:
            return False
        if officer not in self._reached:
            row = staff.get(self.db, officer)
            chat = staff.can_be_told(self.db, officer, self.house.reach, self.now)
            self._reached[officer] = row is not None and row.confirmed and chat is not None
        return self._reached[officer]

    def holder(self, officer: str, unit: str, *, apart: bool) -> str:
        """Who is told of a letter: its officer, else its unit."""
        if self.reaches(officer):
            return f"officer:{officer}"
        return f"apart:{unit}" if apart else f"unit:{unit}"
