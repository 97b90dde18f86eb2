"""Filing a letter, from consent to receipt: the order of the questions, and the life of an open draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from cases.dates import stamp, unstamp
from handlers.conflict import ConflictStep
from handlers.consent import ConsentStep, consented
from handlers.content import CONTENT, ContentStep, KindListStep, KindStep
from handlers.effects import DropFiles, Effect, EraseWords, Forget, Remind, Say
from handlers.messages import Outgoing
from handlers.papers import files
from handlers.review import EditStep, ReviewStep, TopicListStep
from handlers.scene import ConcernedStep, FilesStep, PlaceStep, WardStep, WhenStep
from handlers.sender import (
    AddressStep,
    AgreesStep,
    AnswersStep,
    ContactStep,
    NameStep,
    RelationStep,
    RepresentativesStep,
    SenderStep,
    SizeStep,
)
from handlers.state import Draft, State
from handlers.talk import Flow, Talk, say

NUDGE_AFTER: Final = timedelta(days=2)

FLOW: Final = Flow(
    "filing",
    (
        ConsentStep(),
        ContentStep(),
        KindStep(),
        KindListStep(),
        WardStep(),
        PlaceStep(),
        WhenStep(),
        ConcernedStep(),
        ConflictStep(),
        FilesStep(),
        SenderStep(),
        RelationStep(),
        AgreesStep(),
        AnswersStep(),
        SizeStep(),
        RepresentativesStep(),
        NameStep(),
        AddressStep(),
        ContactStep(),
        TopicListStep(),
        EditStep(),
        ReviewStep(),
    ),
    holds_files=True,
)

KEEPABLE: Final = frozenset(
    (CONTENT, "ward", "place", "when", "concerned", "sender", "relation", "size", "representatives", "name")
) | frozenset(("address", "contact"))
"""Questions that, asked again, offer to let the earlier answer stand."""


def begin(talk: Talk) -> Draft:
    """A new, empty draft."""
    moment = stamp(talk.world.now)
    return Draft(id=talk.world.ids.id(), flow=FLOW.name, started_at=moment, touched_at=moment)


def has_words(draft: Draft) -> bool:
    """Whether the person has told anything yet: only then is a draft worth coming back to."""
    return bool(draft.get("parts")) or bool(files(draft)) or consented(draft)


def first_timers(talk: Talk, draft: Draft) -> tuple[Effect, ...]:
    """What a new draft asks of the clock: to be erased when nobody consents, to be recalled once, to end."""
    policy = talk.world.policy
    now = talk.world.now
    return (
        Remind("unconsented", draft.id, now + timedelta(hours=policy.consent_hours)),
        Remind("nudge", draft.id, now + NUDGE_AFTER),
    )


def forget(draft: Draft | None, *, with_files: bool) -> tuple[Effect, ...]:
    """What has to be undone when a draft ends; its files stay when they went into a case."""
    if draft is None:
        return ()
    timers = Forget("", draft.id)
    if not with_files:
        return (timers,)
    words = (EraseWords(unstamp(draft.started_at)),) if draft.started_at else ()
    return (DropFiles(draft.id), *words, timers)


def nudge(state: State, talk: Talk) -> tuple[State, tuple[Effect, ...]]:
    """Once, after two quiet days: a letter is waiting. Then it is erased on the day that was said."""
    draft = state.draft
    if draft is None or not consented(draft) or draft.nudged:
        return state, ()
    quiet_until = unstamp(draft.touched_at) + NUDGE_AFTER
    if talk.world.now < quiet_until:
        return state, (Remind("nudge", draft.id, quiet_until),)
    days = talk.world.policy.draft_days
    ends = unstamp(draft.touched_at) + timedelta(days=days)
    options = (talk.command("/guidon", "opt-go_on"), talk.command("/xoa", "opt-throw_away"))
    out = Outgoing(talk.say("nudge", day=ends.strftime("%d/%m/%Y")), options=options)
    return replace(state, draft=replace(draft, nudged=True)), (Say(out), Remind("expire", draft.id, ends))


def expire(state: State, talk: Talk, name: str) -> tuple[State, tuple[Effect, ...]]:
    """Erase a draft on its day: unconsented after 72 hours, forgotten after the days that were said."""
    draft = state.draft
    if draft is None:
        return state, ()
    if name == "unconsented":
        if consented(draft):
            return state, ()
        return replace(state, draft=None, errand=None), forget(draft, with_files=True)
    ends = unstamp(draft.touched_at) + timedelta(days=talk.world.policy.draft_days)
    if talk.world.now < ends:
        return state, (Remind("expire", draft.id, ends),)
    gone = say(talk.say("draft-expired"))
    return replace(state, draft=None, errand=None), (*forget(draft, with_files=True), gone)
