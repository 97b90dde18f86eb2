"""The figures as a dialogue asks for them: one unit, one period, one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.reports.report import Committee, paragraph
from handlers.ports import Words
from storage.session import Session


@dataclass(frozen=True, slots=True)
class ChatFigures:
    """Implements `handlers.ports.Figures` over one transaction."""

    db: Session
    today: date
    committees: Sequence[Committee]
    calendar: str
    words: Words
    public: bool = False
    """Whether the answer goes to a group."""
    lang: str = "vi"
    leading_zero: bool = False

    def paragraph(self, unit: str, period: str) -> str:
        """The counts of one unit and below; "" is the month of today. Raises ValueError with a message key."""
        return paragraph(
            self.db,
            self.committees,
            unit,
            period,
            self.calendar,
            self.words,
            today=self.today,
            lang=self.lang,
            public=self.public,
            leading_zero=self.leading_zero,
        )


class MakeFigures(Protocol):
    """Figures for the transaction and the day of one turn; `public` when the answer goes to a group."""

    def __call__(self, db: Session, today: date, public: bool = False) -> ChatFigures: ...


def figures(
    committees: Sequence[Committee], calendar: str, words: Words, *, lang: str = "vi", leading_zero: bool = False
) -> MakeFigures:
    """What the app hands to the turns: the settings are known, the transaction is not yet."""

    def make(db: Session, today: date, public: bool = False) -> ChatFigures:
        return ChatFigures(db, today, committees, calendar, words, public, lang, leading_zero)

    return make
