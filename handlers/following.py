"""Following a matter together: a resident hears when another petition about it comes on, and never whose."""

from __future__ import annotations

from typing import Final

from cases.kinds import OPEN_STATUSES
from handlers.effects import Effect
from handlers.effects_casework import FollowMatter
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Words
from handlers.talk import Talk, say

TOLD_TO_FOLLOWERS: Final = frozenset({"forwarded", "answered"})
"""What becomes of the matter itself; how one letter is guided or put away concerns its sender alone."""


def offer(talk: Talk, case: CaseView) -> tuple[Option, ...]:
    """The button under a receipt that names other voices."""
    return (talk.command(f"/theodoi {case.code}", "opt-follow"),)


def begin(talk: Talk, case: CaseView | None) -> tuple[Effect, ...]:
    """`/theodoi CODE`: the petition goes into one matter with the earlier ones of others."""
    cases = talk.world.cases
    if case is None or not case.mine or case.closed_words:
        return (say(talk.say("not-your-letter", **talk.place_words())),)
    track = talk.command(f"/tracuu {case.code}", "opt-track")
    company = cases.company(case.id)
    if company is not None:
        return (say(talk.say("follow-already", code=case.code, n=company), options=(track,)),)
    others = cases.others_about(case.id) if case.status in OPEN_STATUSES else 0
    if not others:
        return (say(talk.say("follow-nothing", code=case.code), options=(track,)),)
    return FollowMatter(case.id), say(talk.say("follow-begun", code=case.code, n=others), options=(track,))


def line(talk: Talk, case: CaseView) -> str:
    """What one's own letter says of the others, where one chose to follow."""
    company = talk.world.cases.company(case.id) if case.mine and not case.closed_words else None
    return talk.say("follow-track", n=company) if company else ""


def news(words: Words, case: CaseView, status: str) -> Outgoing:
    """Another petition of the matter was forwarded or answered: to whom and in which words is its sender's own."""
    track = Option(f"/tracuu {case.code}", words.say("opt-track", case.language))
    return Outgoing(words.say(f"follow-news-{status}", case.language, code=case.code), options=(track,))
