"""What reaches us past the dialogue: a person who answers by hand, a chat that begins, a consent that is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from cases.dates import stamp, unstamp
from handlers import commands, content, filing, welcome
from handlers.answers import typed
from handlers.asking import Result, ask, renew
from handlers.effects import AskFor, Audit, Effect, Notify, Remind
from handlers.messages import ByHand, Choice, Contact, Media, Place, Strange, Text, What
from handlers.staff_notice import notice
from handlers.talk import Talk

MUTE: Final = timedelta(minutes=30)
"""So long after a person's own words the machine keeps silent, so that nobody hears two voices."""
BY_HAND: Final = "oa_staff"
"""Who wrote, in a case's life: the vendor does not tell us which of the committee it was."""
UNMUTE: Final = "unmute"


def began(talk: Talk) -> Result:
    """Somebody opened the chat: who is new is greeted, who is known is left in peace."""
    state = talk.state
    if state.welcomed or state.draft is not None:
        return state, ()
    return replace(state, welcomed=True), welcome.greeting(talk)


def by_hand(talk: Talk, what: ByHand) -> Result:
    """A person of the committee has answered: the machine is silent for a while, and the case tells of it."""
    until = talk.world.now + MUTE
    state = replace(talk.state, muted_until=stamp(until))
    effects: list[Effect] = []
    mine = talk.world.cases.of_account()
    if mine:
        effects.append(Audit(mine[0].id, "by_hand", BY_HAND, {"words": what.body} if what.body else None))
    if state.draft is not None:
        effects.append(Remind(UNMUTE, state.draft.id, until))
    return state, tuple(effects)


def is_silent(talk: Talk, what: What) -> bool:
    """Whether what was said is meant for the person who is answering by hand. Commands, taps, and photos for an
    open letter are still ours."""
    if not talk.state.muted_until or talk.world.now >= unstamp(talk.state.muted_until):
        return False
    if isinstance(what, Choice) or (isinstance(what, Media) and talk.state.draft is not None):
        return False
    if isinstance(what, Text):
        command = commands.read(typed(what.body), talk)
        return command is None or not command.slash
    return isinstance(what, Media | Place | Contact | Strange)


def while_silent(talk: Talk, what: What) -> Result:
    """Nothing is said, but for the emergency numbers where somebody tells of danger to life."""
    if not isinstance(what, Text):
        return talk.state, ()
    danger, _ = content.danger(talk, what.body)
    return talk.state, danger


def voice_again(talk: Talk) -> Result:
    """The person has fallen silent and a letter is still open: its question is asked again."""
    state = replace(talk.state, muted_until="")
    return ask(renew(talk, state), talk.say("by-hand-over"), again=True)


def withdrew(talk: Talk) -> Result:
    """Consent withdrawn (Luật 91/2025/QH15): what is unsent is erased at once; for each letter the officer gets the
    dated request, because the law decides what of a filed one may go. Nothing is answered: they asked for silence."""
    state = talk.state
    effects: list[Effect] = []
    for draft in (state.errand, state.draft):
        if draft is not None:
            effects += filing.forget(draft, with_files=True)
    for case in talk.world.cases.of_account():
        if "consent" not in case.requests:
            effects += [
                AskFor(case.id, "consent"),
                Notify(case.id, case.unit, notice(talk.world, case, "staff-asked-consent")),
            ]
    return replace(state, draft=None, errand=None, misses=0, menu=()), tuple(effects)
