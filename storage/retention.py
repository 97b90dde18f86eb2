"""What is erased when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from cases.records import record
from storage import conversations, doors, files, gatherings, inbox, outbox
from storage.session import Session


@record(frozen=True, slots=True)
class Swept:
    """How much was erased, by sort."""

    drafts: int
    bodies: int
    events: int
    messages: int


@record(frozen=True, slots=True)
class Terms:
    """How long things are kept."""

    consent_hours: int = conversations.UNCONSENTED_HOURS
    draft_days: int = conversations.DRAFT_DAYS
    inbox_days: int = inbox.BODY_DAYS
    event_days: int = inbox.EVENT_DAYS


def sweep(
    db: Session,
    now: datetime,
    without_draft: Callable[[dict[str, Any]], dict[str, Any]],
    terms: Terms = Terms(),
) -> Swept:
    """Erase what is over. `without_draft` gives the state of a conversation as it is with its draft gone.

    The dialogue's own timers erase drafts too; this holds even if one of them was lost.
    """
    drafts = conversations.silent_drafts(db, now, terms.consent_hours, terms.draft_days)
    for silent in drafts:
        files.drop(db, silent.draft)
        conversations.save(db, silent.conversation, without_draft(silent.state or {}), now)
    # A draft may have been forgotten without a word about its files; a day more lets its own timer go first.
    files.drop_stale(db, now - timedelta(days=terms.draft_days + 1))
    bodies, events = inbox.purge(db, now, terms.inbox_days, terms.event_days)
    messages = outbox.purge(db, now)
    gatherings.purge(db, now - timedelta(days=terms.event_days))
    doors.purge(db, now)
    conversations.purge_link_words(db, now)
    return Swept(len(drafts), bodies, events, messages)
