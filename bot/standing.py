"""Messages that reach people from outside their own talk: their options are remembered, so that a number answers."""

from __future__ import annotations

from dataclasses import replace

from handlers.messages import Outgoing
from handlers.ports import Words
from handlers.standing import are_standing, asked_outside
from handlers.state import State, load
from storage import conversations
from storage.conversations import Chat, Conversation
from storage.session import Session


def remember(db: Session, chat: Chat, out: Outgoing) -> None:
    """Keep the standing options of a message with the conversation that it goes to."""
    if are_standing(out.options):
        conversations.stands(db, chat.conversation, [[option.id, option.label] for option in out.options])


def recalled(state: State, conversation: Conversation) -> State:
    """The state that knows what was asked from outside since the talk last went on."""
    if conversation.standing is None:
        return state
    return replace(state, menu=tuple((id, label) for id, label in conversation.standing))


def question(db: Session, words: Words, chat: Chat, language: str, out: Outgoing) -> Outgoing:
    """A question as it is put into that chat from outside."""
    found = conversations.get(db, chat.conversation)
    return asked_outside(words, language, load(found.state if found is not None else None), out)
