"""How else a person may be reached when their chat closes, and the staff's list of those who must be called."""

from __future__ import annotations

from typing import Final

from cases.actors import RESIDENT
from handlers.effects import AddToCase, Audit, Say
from handlers.messages import Contact, Option, Outgoing, Text
from handlers.ports import Officer
from handlers.staff_rights import permits
from handlers.staff_words import tell
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_of, say

MAX_LIST: Final = 20
REACHABLE: Final = "reachable"
"""What the life of a case says once its sender told how else they can be reached."""
LEAST_DIGITS: Final = 8
LONGEST_CONTACT: Final = 200
A_WORD: Final = 5
"""So few words, by which news came that had waited for them, are no letter."""


def is_contact(text: str) -> bool:
    """Whether words may be a phone number or an e-mail address."""
    return "@" in text or sum(letter.isdigit() for letter in text) >= LEAST_DIGITS


def came(talk: Talk) -> Say:
    """The news above is what waited; who meant a new matter is shown the way."""
    return say(talk.say("window-came"), options=(talk.command("/guidon", "opt-begin"),))


class ReachStep(OpenQuestion):
    """A phone number, an e-mail address, a neighbour: or just a word here, which keeps the chat open."""

    name = "reach"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        days = talk.world.policy.window_days
        text = talk.say("window-closing", code=case.code if case else "", days=days, **talk.place_words())
        return Prompt(text, talk.options("still_here", "come_myself"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        case = str(draft.get("case"))
        if isinstance(answer, Picked):
            note = talk.say(f"window-{answer.option.replace('_', '-')}", days=talk.world.policy.window_days)
            return Taken(draft, "end", notes=(note,))
        given = answer.phone if isinstance(answer, Contact) else answer.body if isinstance(answer, Text) else ""
        given = " ".join(given.split())[:LONGEST_CONTACT]
        if not is_contact(given):
            return Taken(draft, "miss", hint=talk.say("window-hint"))
        words = talk.say("window-contact", contact=given)
        effects = (AddToCase(case, draft.id, words), Audit(case, REACHABLE, RESIDENT))
        return Taken(draft, "end", effects=effects, notes=(talk.say("window-contact-kept"),))


FLOW: Final = Flow("reach", (ReachStep(),))


# The staff's side ------------------------------------------------------------------------------------------


def waiting_list(talk: Talk, officer: Officer) -> Say:
    """`/chuagui`: letters whose news could not be delivered, the longest first: these people must be called."""
    world = talk.world
    found = [c for c in world.cases.undelivered(officer.units) if permits(world, officer, c, "see")][:MAX_LIST]
    if not found:
        return say(tell(world, "staff-undelivered-none"))
    lines = [tell(world, "staff-undelivered-list", n=len(found))]
    lines += [f"{case.code} · {tell(world, f'kind-{case.kind}')}" for case in found]
    return Say(Outgoing("\n".join(lines), options=tuple(Option(f"/don {c.code}", c.code) for c in found[:8])))
