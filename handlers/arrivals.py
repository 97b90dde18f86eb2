"""What comes by itself: photos and papers, files that are in or cannot be taken, and moments that were asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers import aside, content, filing, papers, staff_notice, talkback, undelivered, welcome
from handlers.asking import Result, ask, draft_of, holds_files, renew, touched
from handlers.consent import consented
from handlers.effects import Effect
from handlers.messages import CONSOLE, FileRefused, Media, Timer
from handlers.staff_words import tell
from handlers.state import State
from handlers.talk import Talk, say

_MAKES_WAY: Final = frozenset({welcome.TRACK})
"""Errands that a photo puts an end to: whoever is asked for a code and sends a photo has something else in mind."""


def media_came(talk: Talk, media: Media) -> Result:
    """Keep a photo or file with the draft (or the errand that gathers files), whatever the open question is."""
    state = talk.state
    effects: tuple[Effect, ...] = ()
    over = state.errand is not None and holds_files(talk)
    if over and _is_secret(talk):
        # Luật Tố cáo Art 8: a chat keeps what it is given, whoever reads it later.
        return ask(talk, tell(talk.world, "staff-scan-on-page"), again=True)
    if not over and state.draft is None:
        if state.errand is not None and state.errand.flow not in _MAKES_WAY:
            return ask(talk, talk.say("file-not-here"), again=True)
        awaited = talkback.begin_with_files(talk)
        if awaited is not None:
            state, over = replace(state, errand=touched(awaited, talk.world), misses=0), True
    if not over and state.draft is None:
        draft = filing.begin(talk)
        effects = filing.first_timers(talk, draft)
        state = replace(state, draft=draft, welcomed=True, errand=None)
    draft = draft_of(state, over)
    draft, asked = papers.gather(talk.with_draft(draft), media, may_fetch=over or consented(draft))
    if media.caption.strip():
        draft = content.add_part(draft, media.caption, media.ref)
    draft = touched(draft, talk.world)
    return state.put(draft, over), (*effects, *asked)


def _is_secret(talk: Talk) -> bool:
    """Whether an officer's errand about a denunciation would take a file out of a chat."""
    if talk.incoming.channel == CONSOLE or talk.state.errand is None or talk.state.errand.flow != "reply":
        return False
    case = talk.world.cases.by_id(str(talk.state.errand.get("case") or ""))
    return case is None or case.closed_words


def time_came(talk: Talk, timer: Timer) -> Result:
    """A moment that was asked for has come; one of a draft that is gone changes nothing."""
    state = talk.state
    if timer.name in staff_notice.CASE_TIMERS:
        return state, staff_notice.on_timer(talk, timer)
    if timer.name == undelivered.HELD:
        return state, undelivered.could_not_deliver(talk, timer)
    if timer.name == undelivered.CLOSING:
        return undelivered.closes_soon(talk)
    if timer.name == "album":
        for over in (True, False):
            draft = state.errand if over else state.draft
            if draft is not None and draft.id == timer.subject:
                return _album_is_whole(talk, over)
    if state.draft is None or state.draft.id != timer.subject:
        return state, ()
    if timer.name == aside.UNMUTE:
        return aside.voice_again(talk)
    if timer.name == "nudge":
        return filing.nudge(state, talk)
    if timer.name in ("expire", "unconsented"):
        return filing.expire(state, talk, timer.name)
    return state, ()


def _album_is_whole(talk: Talk, over: bool) -> Result:
    """Some seconds after the last photo: say how many came, go on if the story came with them."""
    state = talk.state
    draft, full = content.overflow(talk, draft_of(state, over))
    draft, notes = papers.refusals(talk.with_draft(draft))
    notes = (*full, *notes)
    count = len(papers.files(draft))
    if over and draft.flow == talkback.FLOW.name and draft.has("case"):
        return replace(state, errand=None), (*talkback.put_files(talk.with_draft(draft)), *(say(n) for n in notes))
    if count:
        notes = (talk.say("files-came", n=count), *notes)
    if not over and not consented(draft):
        notes = (*notes, content.kept_note(talk))
    danger: tuple[Effect, ...] = ()
    if not over and consented(draft) and not draft.has(content.CONTENT) and content.content(draft):
        danger, draft = content.propose(talk.with_draft(content.tell(draft)))
    talk = renew(talk, state.put(draft, over))
    state, asked = ask(talk, *notes)
    return state, (*danger, *asked)


def file_refused(talk: Talk, what: FileRefused) -> Result:
    """A file could not be taken: said at once, whether its letter is still open or already filed."""
    state, known = settled(talk.state, what.attachment, what.reason)
    talk = renew(talk, state)
    note = papers.refused_file(talk, what.reason, filed=not known)
    return ask(talk, note) if known else (state, (say(note),))


def settled(state: State, attachment: str, reason: str) -> tuple[State, bool]:
    """The state after a file came in (or was refused), and whether it belongs to what is open."""
    for over in (True, False):
        draft = state.errand if over else state.draft
        settled = papers.settle_file(draft, attachment, reason) if draft is not None else None
        if settled is not None:
            return state.put(settled, over), True
    return state, False
