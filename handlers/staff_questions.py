"""The questions of the daily work's errands: as in all errands, with another word for going away, days as ISO days,
and numbers."""

from __future__ import annotations

from datetime import date
from typing import Final

from handlers.messages import Option, Text
from handlers.staff_steps import MAX_WORDS_CHARS, Asked, Asking, Day, Line, Pick, When, always
from handlers.staff_words import choice, tell
from handlers.talk import Answer, Prompt, Taken, Talk

LEAVE: Final = "leave"


class PickStep(Pick):
    """A question answered by one of its options; the answer is the option's id."""

    way_out = LEAVE


class LineStep(Line):
    """A question answered by words, or left out where it is `optional`."""

    way_out = LEAVE

    def __init__(
        self,
        name: str,
        asked: Asked,
        when: When = always,
        *,
        optional: bool = False,
        least_words: int = 1,
    ) -> None:
        ready = _none if optional else _nothing
        super().__init__(name, asked, ready, when, MAX_WORDS_CHARS, least_words)


class DayStep(Day):
    """A question answered by a day not after today, as people write it; kept as an ISO day."""

    way_out = LEAVE

    def written(self, day: date) -> str:
        """As an ISO day."""
        return day.isoformat()


class NumberStep(Asking):
    """A question answered by a whole number, typed."""

    def __init__(
        self,
        name: str,
        asked: Asked,
        when: When = always,
        *,
        most: int = 100_000,
        least: int = 0,
    ) -> None:
        super().__init__(name, asked, when)
        self._most = most
        self._least = least

    def ask(self, talk: Talk) -> Prompt:
        # No options: a bare number would be read as the place of one. `/huy` stops.
        return Prompt(self._asked(talk))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Text):
            digits = answer.body.strip().replace(".", "").replace(" ", "")
            if digits.isascii() and digits.isdigit() and self._least <= int(digits[:9]) <= self._most:
                return Taken(draft.with_answer(self.name, int(digits[:9])))
        return Taken(draft, "miss", hint=tell(talk.world, "staff-number-hint"))


def _none(talk: Talk) -> list[tuple[Option, str]]:
    return [(choice(talk.world, "none"), "")]


def _nothing(talk: Talk) -> list[tuple[Option, str]]:
    return []
