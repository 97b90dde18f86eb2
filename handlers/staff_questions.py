"""One line, one choice, one day: the small questions that the staff's own dialogues are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from cases.dates import local_day
from handlers.messages import Option, Text
from handlers.staff_words import choice, read_day, tell
from handlers.state import Draft
from handlers.talk import Answer, Picked, Prompt, Taken, Talk

MAX_LINE_CHARS: Final = 2_000
LEAVE: Final = "leave"

Wanted = Callable[[Talk], bool]
Asked = Callable[[Talk], str]
Choices = Callable[[Talk], Sequence[Option]]


def always(talk: Talk) -> bool:
    """A question for every draft."""
    return True


def stopped(draft: Draft, talk: Talk) -> Taken:
    """The officer stops: nothing is written."""
    return Taken(draft, "end", notes=(tell(talk.world, "nothing-changed"),))


class PickStep:
    """A question answered by one of its options; the answer is the option's id."""

    stage = 0

    def __init__(self, name: str, asked: Asked, choices: Choices, wanted: Wanted = always) -> None:
        self.name = name
        self._asked = asked
        self._choices = choices
        self._wanted = wanted

    def wanted(self, talk: Talk) -> bool:
        return self._wanted(talk)

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(self._asked(talk), (*self._choices(talk), choice(talk.world, LEAVE)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        if answer.option == LEAVE:
            return stopped(talk.draft, talk)
        return Taken(talk.draft.with_answer(self.name, answer.option))


class LineStep:
    """A question answered by words, or by a ready option that stands for its label."""

    stage = 0

    def __init__(
        self,
        name: str,
        asked: Asked,
        wanted: Wanted = always,
        *,
        optional: bool = False,
        least_words: int = 1,
    ) -> None:
        self.name = name
        self._asked = asked
        self._wanted = wanted
        self._optional = optional
        self._least_words = least_words

    def wanted(self, talk: Talk) -> bool:
        return self._wanted(talk)

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

    def ask(self, talk: Talk) -> Prompt:
        names = ("none", LEAVE) if self._optional else (LEAVE,)
        return Prompt(self._asked(talk), tuple(choice(talk.world, name) for name in names))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            return stopped(draft, talk) if answer.option == LEAVE else Taken(draft.with_answer(self.name, ""))
        if isinstance(answer, Text) and len(answer.body.split()) >= self._least_words:
            return Taken(draft.with_answer(self.name, answer.body.strip()[:MAX_LINE_CHARS]))
        return Taken(draft, "miss", hint=tell(talk.world, "staff-line-hint"))


class DayStep:
    """A question answered by a day not after today, as people write it; kept as an ISO day."""

    stage = 0

    def __init__(self, name: str, asked: Asked, wanted: Wanted = always) -> None:
        self.name = name
        self._asked = asked
        self._wanted = wanted

    def wanted(self, talk: Talk) -> bool:
        return self._wanted(talk)

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(self._asked(talk), (choice(talk.world, "day_today"), choice(talk.world, LEAVE)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft, today = talk.draft, local_day(talk.world.now)
        if isinstance(answer, Picked) and answer.option == LEAVE:
            return stopped(draft, talk)
        day = today if isinstance(answer, Picked) else None
        if isinstance(answer, Text):
            day = read_day(answer.body, today)
        if day is None:
            return Taken(draft, "miss", hint=tell(talk.world, "staff-day-hint"))
        return Taken(draft.with_answer(self.name, day.isoformat()))


class NumberStep:
    """A question answered by a whole number, typed."""

    stage = 0

    def __init__(
        self,
        name: str,
        asked: Asked,
        wanted: Wanted = always,
        *,
        most: int = 100_000,
        least: int = 0,
    ) -> None:
        self.name = name
        self._asked = asked
        self._wanted = wanted
        self._most = most
        self._least = least

    def wanted(self, talk: Talk) -> bool:
        return self._wanted(talk)

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

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
