"""The questions that officers' errands are made of: a choice, a line of words, a day, and a last look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from cases.dates import local_day
from cases.lifecycle import Verb
from handlers.messages import Option, Text
from handlers.ports import CaseView, Officer
from handlers.staff_moves import refusal
from handlers.staff_rights import permits
from handlers.staff_words import choice, left, read_day, tell
from handlers.talk import Answer, OpenQuestion, Picked, Prompt, Question, Taken, Talk, case_of

DAY: Final = "%d/%m/%Y"
MAX_LINE_CHARS: Final = 300
MAX_WORDS_CHARS: Final = 2_000

When = Callable[[Talk], bool]
Asked = Callable[[Talk], str]


def always(talk: Talk) -> bool:
    """A question for every draft."""
    return True


def mine(talk: Talk, verb: Verb) -> tuple[CaseView, Officer] | None:
    """The case and the officer, if the move is still lawful and theirs; None if it changed meanwhile."""
    case, officer = case_of(talk), talk.world.staff.me()
    if case is None or officer is None or not permits(talk.world, officer, case, "end"):
        return None
    return None if refusal(talk.world, case, verb) else (case, officer)


def changed(talk: Talk) -> Taken:
    """The case is no longer what it was when the errand began: nothing is written."""
    return Taken(talk.draft, "end", notes=(tell(talk.world, "staff-changed-meanwhile"),))


class Asking(Question):
    """A question in words of its own, asked when the draft calls for it."""

    way_out = "stop"
    """The option that leaves the errand."""

    def __init__(self, name: str, asked: Asked, when: When = always) -> None:
        self.name = name
        self._asked = asked
        self._when = when

    def wanted(self, talk: Talk) -> bool:
        return self._when(talk)

    def prompt(self, talk: Talk, *options: Option) -> Prompt:
        return Prompt(self._asked(talk), (*options, choice(talk.world, self.way_out)))


class Pick(Asking):
    """One of some buttons. `options` are ids with labels; the id is the answer."""

    def __init__(
        self,
        name: str,
        asked: Asked,
        options: Callable[[Talk], Sequence[Option]],
        when: When = always,
    ) -> None:
        super().__init__(name, asked, when)
        self._options = options

    def ask(self, talk: Talk) -> Prompt:
        return self.prompt(talk, *self._options(talk))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        if answer.option == self.way_out:
            return left(talk)
        return Taken(talk.draft.with_answer(self.name, answer.option))


class Line(Asking):
    """Words, or one of some ready buttons whose answer is what `ready` says ("" for nothing)."""

    def __init__(
        self,
        name: str,
        asked: Asked,
        ready: Callable[[Talk], Sequence[tuple[Option, str]]] = lambda talk: (),
        when: When = always,
        limit: int = MAX_LINE_CHARS,
        least_words: int = 1,
    ) -> None:
        super().__init__(name, asked, when)
        self._ready = ready
        self._limit = limit
        self._least_words = least_words

    def ask(self, talk: Talk) -> Prompt:
        return self.prompt(talk, *(option for option, _ in self._ready(talk)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            if answer.option == self.way_out:
                return left(talk)
            values = {option.id: value for option, value in self._ready(talk)}
            return Taken(talk.draft.with_answer(self.name, values.get(answer.option, "")))
        if isinstance(answer, Text) and len(answer.body.split()) >= self._least_words:
            return Taken(talk.draft.with_answer(self.name, answer.body.strip()[: self._limit]))
        return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-line-hint"))


class Day(Asking):
    """A day that is not to come; kept as people write it."""

    def written(self, day: date) -> str:
        """How the draft keeps it."""
        return day.strftime(DAY)

    def ask(self, talk: Talk) -> Prompt:
        return self.prompt(talk, choice(talk.world, "day_today"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        today = local_day(talk.world.now)
        if isinstance(answer, Picked) and answer.option == self.way_out:
            return left(talk)
        day = today if isinstance(answer, Picked) else None
        if isinstance(answer, Text):
            day = read_day(answer.body, today)
        if day is None:
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-day-hint"))
        return Taken(talk.draft.with_answer(self.name, self.written(day)))


class Confirm(OpenQuestion):
    """The last look: what will be written and said; then it is done, once."""

    def __init__(
        self,
        asked: Asked,
        act: Callable[[Talk], Taken],
        yes: str = "do_it",
        when: When = always,
        name: str = "confirm",
    ) -> None:
        self.name = name
        self._asked = asked
        self._act = act
        self._yes = yes
        self._when = when

    def wanted(self, talk: Talk) -> bool:
        return self._when(talk)

    def ask(self, talk: Talk) -> Prompt:
        if case_of(talk) is None:
            return Prompt(tell(talk.world, "staff-no-such-case"), (choice(talk.world, "leave"),))
        return Prompt(self._asked(talk), (choice(talk.world, self._yes), choice(talk.world, "leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        return self._act(talk) if answer.option == self._yes else left(talk)


def iso(day: str) -> str:
    """A day as people write it, as an ISO day."""
    parts = [int(part) for part in day.split("/")]
    return f"{parts[2]:04}-{parts[1]:02}-{parts[0]:02}"
