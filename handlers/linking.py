"""One person, two apps: a one-time word asked for here and typed there joins the accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from handlers.effects import Effect, JoinAccounts, MakeLinkWord
from handlers.talk import Talk, say

WORD_MINUTES: Final = 15
WORD_CHARS: Final = 10


def link(talk: Talk, argument: str) -> tuple[Effect, ...]:
    """`/lienket` makes a word; `/lienket WORD` in the other app joins."""
    word = "".join(argument.split()).upper()
    if word and talk.world.cases.link_is_open(word):
        return JoinAccounts(word), say(talk.say("link-joined"))
    if word:
        return (say(talk.say("link-word-wrong")),)
    word = talk.world.ids.word()
    until = talk.world.now + timedelta(minutes=WORD_MINUTES)
    return MakeLinkWord(word, until), say(talk.say("link-word", word=word, minutes=WORD_MINUTES))
