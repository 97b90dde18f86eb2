"""People come back after hours or days: which of what was asked still stands, and what is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from cases.dates import unstamp
from handlers import errands, filing, reaching
from handlers.answers import match
from handlers.asking import open_step
from handlers.messages import Text, What
from handlers.ports import World
from handlers.state import State
from handlers.talk import Talk

AWAY: Final = timedelta(hours=12)
"""Who comes back after this long is told where they were before anything else."""
ERRAND_AWAY: Final = timedelta(hours=2)
"""An errand left open this long is forgotten: the person has something else in mind."""
ASKED_AWAY: Final = timedelta(days=3)


def is_back_after_days(talk: Talk) -> bool:
    """Whether somebody comes back to a letter that was begun long ago."""
    draft = talk.state.draft
    if draft is None or talk.state.errand is not None or not filing.has_words(draft):
        return False
    return talk.world.now - unstamp(draft.touched_at) > AWAY


def answers_the_last_question(talk: Talk, what: What) -> bool:
    """Whether a text chooses an option of the question that was asked last: an answer may take its time. After days
    another message may have come in between (a reminder of the draft), so that a number is no answer to it."""
    step = open_step(talk)
    if step is None or not isinstance(what, Text) or not is_the_last_word(talk):
        return False
    return match(what.body, step.options(talk)) is not None


def is_the_last_word(talk: Talk) -> bool:
    """Whether nothing was said, or came up, after the question that is open."""
    draft, errand = talk.state.draft, talk.state.errand
    if errand is not None and talk.world.now - unstamp(errand.touched_at) > ASKED_AWAY:
        return False
    return errand is not None or draft is None or not draft.nudged


def without_old_errand(state: State, world: World) -> State:
    """The talk without an errand that was left open too long."""
    errand = state.errand
    if errand is None:
        return state
    # A question that was put to somebody who was away may be answered the next day.
    patience = ASKED_AWAY if errand.flow == reaching.FLOW.name else ERRAND_AWAY
    old = world.now - unstamp(errand.touched_at) > patience
    return replace(state, errand=None, misses=0) if old or errand.flow not in errands.FLOWS else state
