"""Options that stand under a message while no question is open: which the talk knows, and how a number chooses one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.effects import Effect, Say
from handlers.messages import Option, Outgoing
from handlers.ports import Words
from handlers.state import State

NUMBERED: Final = frozenset({"zalo_oa", "zalo_bot"})
"""Channels where options may have to be shown as numbers; whether they are, the channel's abilities say."""


def are_standing(options: Sequence[Option]) -> bool:
    """Whether all of them are commands, which never grow old."""
    return bool(options) and all(option.id.startswith("/") for option in options)


def by_number(words: Words, language: str, out: Outgoing) -> Outgoing:
    """The message that says, where its options are numbers, that a number is the answer."""
    count = len(out.options)
    return replace(out, by_number=words.say("answer-by-number", language, n=count)) if count else out


def asked_outside(words: Words, language: str, state: State, out: Outgoing) -> Outgoing:
    """A question that comes from outside the talk. While another one is open, a number answers that one."""
    if state.draft is not None or state.errand is not None:
        return out
    return by_number(words, language, replace(out, menu=True))


def with_menu(state: State, effects: tuple[Effect, ...]) -> tuple[State, tuple[Effect, ...]]:
    """The state that knows the standing options last shown, and the message that shows them told so: their numbers
    may be typed. While a question is open a number answers that question."""
    if state.draft is not None or state.errand is not None:
        return (replace(state, menu=()) if state.menu else state), effects
    shown = [effect for effect in effects if isinstance(effect, Say) and effect.out.options]
    if not shown or not are_standing(shown[-1].out.options):
        return state, effects
    last = shown[-1]
    menu = tuple((option.id, option.label) for option in last.out.options)
    told = tuple(Say(replace(last.out, menu=True)) if each is last else each for each in effects)
    return replace(state, menu=menu), told


def with_numbers(words: Words, language: str, channel: str, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The effects with every message of which a number chooses told how, where options may be numbers."""
    if channel not in NUMBERED:
        return effects
    return tuple(
        Say(by_number(words, language, each.out))
        if isinstance(each, Say) and each.out.options and (each.out.prompt or each.out.menu)
        else each
        for each in effects
    )
