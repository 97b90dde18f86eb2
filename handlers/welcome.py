"""First and small words: the greeting, help, thanks, and what a message with no dialogue open may be."""

from __future__ import annotations

from typing import Final

from cases.codes import read_code
from handlers import staff_guide
from handlers.answers import Typed, plain
from handlers.commands import Command
from handlers.content import words_in
from handlers.effects import Effect, Say
from handlers.messages import Option, Outgoing
from handlers.talk import Talk, case_line, say

SMALL_TALK_WORDS: Final = 3
"""A text without a matter and shorter than this is answered as small talk; a longer one is kept."""
CODE_WORDS: Final = 8
"""A message of at most this many words with a tracking code in it asks for that letter."""
QUESTION_WORDS: Final = 25
LANGUAGE_SURE: Final = 0.8
OFFER_WORDS: Final = 4
"""Fewer words of another language are a name, a place, a quotation."""
OFFERED: Final = ("vi", "en")
"""The languages that the greeting has a button for; all others stand behind /ngonngu."""
TRACK: Final = "track"
"""The errand that asks for a tracking code."""


def greeting(talk: Talk, *, short: bool = False) -> tuple[Effect, ...]:
    """Who we are, what a machine is doing here, the emergency numbers, and what can be done."""
    words = talk.place_words()
    officer = talk.world.staff.me()
    if officer is not None and officer.confirmed and not short:
        return (staff_guide.greeting(talk, officer),)
    if short:
        return (say(talk.say("greeting-short", unit=words["unit"])),)
    options = (*_menu(talk), *_other_languages(talk))
    return (say(talk.say("greeting", unit=words["unit"]), options=options),)


def introduction(talk: Talk) -> str:
    """The greeting of somebody who begins with the matter itself: one line, then to the matter."""
    return talk.say("introduction", unit=talk.place_words()["unit"])


def help_words(talk: Talk) -> str:
    """What can be typed at any time, and whom to call."""
    officer = talk.world.staff.me()
    if officer is None or not officer.confirmed:
        return talk.say("help", **talk.place_words())
    return f"{staff_guide.help_words(talk.world, officer)}\n\n{talk.say('help-place', **talk.place_words())}"


def help_text(talk: Talk) -> Say:
    """Help outside a dialogue, with the two things people come for."""
    options = (talk.command("/guidon", "opt-begin"), talk.command("/tracuu", "opt-track"))
    out, officer = Outgoing(help_words(talk), options=options), talk.world.staff.me()
    known = officer is not None and officer.confirmed
    return Say(staff_guide.with_menu(talk.world.words, officer, out) if officer is not None and known else out)


def step_is_over(talk: Talk) -> Say:
    """The answer to a tap on an old question when none is open: with the latest letter, if there is one."""
    mine = talk.world.cases.of_account()
    latest = talk.say("latest-letter", line=case_line(talk, mine[0])) if mine else ""
    options = (talk.command("/guidon", "opt-begin"), talk.command("/tracuu", "opt-track"))
    return say(talk.say("question-is-over"), latest, options=options)


def code_in(text: str) -> Command | None:
    """`/tracuu` for a message that is little more than a tracking code."""
    code = read_code(text) if len(text.split()) <= CODE_WORDS else None
    return Command("tracuu", code) if code is not None else None


def language_of(talk: Talk, text: str) -> str:
    """The language to answer a first message in, "" where it is not clear; a foreign one without a locale is
    answered in English."""
    found = talk.detected(text)
    if found.confidence < LANGUAGE_SURE or found.lang == "und":
        return ""
    return found.lang if found.lang in talk.world.words.languages() else "en"


def language_offer(talk: Talk, text: str) -> str:
    """Once a draft, in the language that somebody writes in: how to switch to it. Nothing is switched unasked."""
    if talk.draft.get("language_offered") or words_in(text) < OFFER_WORDS:
        return ""
    found = language_of(talk, text)
    if not found or found == talk.language or talk.detected(text).lang != found:
        return ""
    return talk.world.words.say("language-offer", found)


def small_talk(talk: Talk, said: Typed, *, new: bool) -> tuple[Effect, ...] | None:
    """The answer to a greeting, thanks, or a question to us; None when there is a matter, or may be, to take in."""
    words, text = talk.world.words, said.text
    if said.forms and any(said.says(words.also("hello", language)) for language in words.languages()):
        return greeting(talk)
    if said.forms and any(said.says(words.also("thanks", language)) for language in words.languages()):
        return (thanked(talk),)
    count = words_in(text)
    found = talk.proposal(text)
    if found.kind != "khac" or found.urgent or count > QUESTION_WORDS:
        return None
    if _asks_us(talk, text):
        return (say(talk.say("ask-us", **talk.place_words()), options=_menu(talk)),)
    if count < SMALL_TALK_WORDS:
        return greeting(talk) if new else invitation(talk)
    return None


def thanked(talk: Talk) -> Say:
    """The answer to thanks and other politeness: it asks nothing and opens nothing."""
    return say(talk.say("thanks-reply", unit=talk.place_words()["unit"]))


def invitation(talk: Talk) -> tuple[Effect, ...]:
    """What to do next, for somebody who has been greeted already."""
    return (say(talk.say("tell-us"), options=_menu(talk)),)


def _asks_us(talk: Talk, text: str) -> bool:
    """Whether words ask for an officer, the hours, a procedure: what a machine must not answer."""
    folded = f" {plain(text)} "
    words = talk.world.words
    forms = [form for language in words.languages() for form in words.also("question-to-us", language)]
    return any(f" {plain(form)} " in folded for form in forms)


def _menu(talk: Talk) -> tuple[Option, ...]:
    return (
        talk.command("/guidon", "opt-begin"),
        talk.command("/tracuu", "opt-track"),
        talk.command("/trogiup", "opt-help"),
    )


def _other_languages(talk: Talk) -> tuple[Option, ...]:
    return tuple(
        talk.command(f"/ngonngu {language}", f"language-{language}")
        for language in OFFERED
        if language != talk.language and language in talk.world.words.languages()
    )
