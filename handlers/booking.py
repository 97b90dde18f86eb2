"""`/henlich`: a resident books a place on a reception day; `/lichhen`: officers see who comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from handlers.effects import Effect
from handlers.effects_staff import Book, CancelBooking
from handlers.messages import Contact, Option, Text
from handlers.numbers import phone_in
from handlers.ports import Officer, Unit
from handlers.staff_words import tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, Picked, Prompt, Question, Taken, Talk, say

MAX_WARDS: Final = 12
MAX_CHARS: Final = 300
MAX_PLACES: Final = 30
"""So many places are given on one reception day; who comes after that is asked to call."""


def begin(talk: Talk, argument: str) -> Draft | tuple[Effect, ...]:
    """`/henlich`: the errand, or what is booked already; `/henlich huy ID` gives a place up."""
    held = talk.world.desk.my_bookings()
    word, _, wanted = argument.strip().partition(" ")
    if word == "huy":
        mine = next((each for each in held if each.id == wanted.strip()), None)
        if mine is None:
            return (say(talk.say("booking-none")),)
        return CancelBooking(mine.id), say(talk.say("booking-cancelled", day=_day(mine.on)))
    if held and word != "them":
        lines = [talk.say("booking-line", day=_day(b.on), n=b.number, unit=_name(talk, b.unit)) for b in held]
        options = [talk.command(f"/henlich huy {held[0].id}", "opt-booking-cancel")]
        return (say(talk.say("booking-held"), "\n".join(lines), options=(*options, _more(talk))),)
    receiving = _with_days(talk)
    if not receiving:
        return (say(talk.say("booking-no-days", **talk.place_words())),)
    draft = Draft(talk.world.ids.id(), "booking")
    return draft.with_answer("unit", receiving[0].code) if len(receiving) == 1 else draft


def day_list(talk: Talk, officer: Officer) -> tuple[Effect, ...]:
    """`/lichhen`: who comes on the next reception days of the officer's units, in private."""
    world = talk.world
    lines = []
    for code in officer.units:
        unit = world.units.by_code(code)
        for day in world.desk.reception_days(code):
            places = world.desk.bookings(code, day)
            lines.append(tell(world, "booking-day", unit=unit.name if unit else code, day=_day(day), n=len(places)))
            lines += [
                tell(world, "booking-visitor", n=b.number, name=b.name or "—", contact=b.contact or "—", about=b.about)
                for b in places
            ]
    return (say("\n".join(lines) or tell(world, "booking-no-days-staff")),)


class UnitStep(Question):
    """Which committee?"""

    name = "unit"

    def ask(self, talk: Talk) -> Prompt:
        options = tuple(Option(unit.code, unit.name) for unit in _with_days(talk)[:MAX_WARDS])
        return Prompt(talk.say("booking-ask-unit"), (*options, talk.option("leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        return _picked(self.name, talk, answer)


class DayStep(Question):
    """Which day?"""

    name = "on"

    def ask(self, talk: Talk) -> Prompt:
        unit = str(talk.draft.get("unit"))
        free = [d for d in talk.world.desk.reception_days(unit) if len(talk.world.desk.bookings(unit, d)) < MAX_PLACES]
        options = tuple(Option(day.isoformat(), _day(day)) for day in free)
        return Prompt(talk.say("booking-ask-day" if options else "booking-full"), (*options, talk.option("leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        return _picked(self.name, talk, answer)


class LineStep(Question):
    """Name, telephone, what about: one line each."""

    def __init__(self, name: str) -> None:
        self.name = name

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say(f"booking-ask-{self.name}"), (talk.option("skip"), talk.option("leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            left = Taken(draft, "end", notes=(talk.say("errand-cancelled"),))
            return left if answer.option == "leave" else self._put(talk, "")
        if isinstance(answer, Contact) and self.name == "contact":
            return self._put(talk, answer.phone)
        if not isinstance(answer, Text):
            return Taken(draft, "miss", hint=talk.say(f"booking-ask-{self.name}"))
        words = answer.body.strip()[:MAX_CHARS]
        return self._put(talk, (phone_in(words) or words) if self.name == "contact" else words)

    def _put(self, talk: Talk, value: str) -> Taken:
        draft = talk.draft.with_answer(self.name, value)
        if self.name != "about":
            return Taken(draft)
        unit, on = str(draft.get("unit")), date.fromisoformat(str(draft.get("on")))
        if any(b.unit == unit and b.on == on for b in talk.world.desk.my_bookings()):
            return Taken(draft, "end", notes=(talk.say("booking-once", day=_day(on)),))
        about = {name: str(draft.get(name) or "") for name in ("name", "contact", "about")}
        number = max((b.number for b in talk.world.desk.bookings(unit, on)), default=0) + 1
        place = talk.with_draft(draft.with_answer("ward", unit)).place_words()
        done = talk.say("booking-done", day=_day(on), n=number, **place)
        return Taken(draft, "end", effects=(Book(draft.id, unit, on.isoformat(), about),), notes=(done,))


FLOW: Final = Flow("booking", (UnitStep(), DayStep(), LineStep("name"), LineStep("contact"), LineStep("about")))


def _picked(name: str, talk: Talk, answer: Answer) -> Taken:
    draft = talk.draft
    if not isinstance(answer, Picked):
        return Taken(draft, "miss", hint=talk.say("ask-which-hint"))
    if answer.option == "leave":
        return Taken(draft, "end", notes=(talk.say("errand-cancelled"),))
    return Taken(draft.with_answer(name, answer.option))


def _with_days(talk: Talk) -> Sequence[Unit]:
    units = [*talk.world.units.receiving(), talk.world.units.root()]
    return [unit for unit in dict.fromkeys(units) if talk.world.desk.reception_days(unit.code)]


def _more(talk: Talk) -> Option:
    return talk.command("/henlich them", "opt-booking-more")


def _name(talk: Talk, code: str) -> str:
    unit = talk.world.units.by_code(code)
    return unit.name if unit is not None else code


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
